"""The folder of a build: it is replaced as a whole or not at all."""

import os
import threading
from pathlib import Path

import pytest
from dottedline.store.folder import BadFolder, _switch, names, opened, replacing, target
from hypothesis import given
from hypothesis import strategies as st


def filled(place: Path, word: str) -> None:
    with replacing(place) as folder:
        folder.manifest.write_text(f'{{"notices": [], "word": "{word}"}}', "utf-8")


def fail_halfway(place: Path) -> None:
    with replacing(place) as folder:
        folder.manifest.write_text("half", "utf-8")
        raise RuntimeError


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def word(place: Path) -> object:
    return opened(place).read_manifest()["word"]


def test_a_build_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    """The new folder stands there whole, and nothing is left beside it."""
    place = target(tmp_path / "deep" / "out")
    filled(place, "first")
    filled(place, "second")
    assert word(place) == "second"
    assert names_in(place.parent) == ["out"]


def test_a_failed_build_leaves_the_last_good_one(tmp_path: Path) -> None:
    """An exception on the way changes nothing, and cleans up."""
    place = target(tmp_path / "out")
    filled(place, "good")
    with pytest.raises(RuntimeError):
        fail_halfway(place)
    assert word(place) == "good"
    assert names_in(tmp_path) == ["out"]


def test_a_switch_killed_halfway_is_mended(tmp_path: Path) -> None:
    """A build that stood aside when the process died is put back by the next command."""
    place = target(tmp_path / "out")
    filled(place, "good")
    place.rename(tmp_path / ".out.previous")
    assert word(place) == "good"


def test_the_remains_of_killed_builds_are_swept(tmp_path: Path) -> None:
    """Folders of dead processes go, those of living ones stay."""
    dead, alive = tmp_path / ".out.part-999999999", tmp_path / f".out.part-{os.getppid()}"
    dead.mkdir()
    alive.mkdir()
    filled(target(tmp_path / "out"), "new")
    assert names_in(tmp_path) == sorted([alive.name, "out"])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.write_text("mine"), "it is a file"),
        (lambda path: (path.mkdir(), (path / "thesis.txt").write_text("mine")), "no build.json"),
    ],
)
def test_what_is_no_build_is_never_touched(tmp_path: Path, make: object, reason: str) -> None:
    """A file, or a folder with other things in it, is refused and stays as it is."""
    assert callable(make)
    make(tmp_path / "out")
    with pytest.raises(BadFolder, match=reason):
        target(tmp_path / "out")


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    """A path below a file can hold no build."""
    (tmp_path / "file").write_text("")
    with pytest.raises(BadFolder, match="stands in its way"):
        target(tmp_path / "file" / "out")


@pytest.mark.parametrize("path", ["/", "/proc/out", "bad\0name"])
def test_hopeless_places_are_refused(path: str) -> None:
    """The root, a place that takes no files, and a name that is none."""
    with pytest.raises((BadFolder, OSError)):
        filled(target(Path(path)), "never")


def test_a_folder_without_build_says_what_to_do(tmp_path: Path) -> None:
    """Opening what is no build names the command that makes one."""
    for path in (tmp_path, tmp_path / "missing", Path("/")):
        with pytest.raises(BadFolder, match="dottedline build"):
            opened(path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"notices": 3}', "[" * 100_000, "\xff"])
def test_a_damaged_manifest_is_a_sentence(tmp_path: Path, text: str) -> None:
    """A build.json that cannot be read never makes a traceback."""
    (tmp_path / "build.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(BadFolder, match="build the folder again"):
        opened(tmp_path).read_manifest()


HASHES = st.integers(0, 99).map(lambda n: f"{n % 3:08x}{n:056x}")


@given(st.lists(st.tuples(HASHES, st.text(max_size=20)), max_size=20))
def test_file_names_are_safe_and_all_different(pairs: list[tuple[str, str]]) -> None:
    """Whatever a source is called, its files stand in one folder, and none covers another."""
    given_names = names(dict(pairs).items())
    folded = [name.casefold() for name in given_names.values()]
    assert len(set(folded)) == len(folded)
    for name in given_names.values():
        assert name.strip("._")
        assert all(c.isascii() and (c.isalnum() or c in "._-") for c in name)


@pytest.mark.parametrize(
    "source", ["../../etc/passwd", "a\x1b[31m.txt", "…", "..", "C:\\x.txt", ""]
)
def test_hostile_names_stay_in_the_folder(source: str, tmp_path: Path) -> None:
    """A name from outside is never a path."""
    (name,) = names([("0" * 64, source)]).values()
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()


def test_a_reader_never_makes_a_build_fail(tmp_path: Path) -> None:
    """Who opens the folder while two builds are switched finds a build, and stops none."""
    place = target(tmp_path / "out")
    filled(place, "first")
    ended = threading.Event()
    seen: list[object] = []

    def read() -> None:
        while not ended.is_set():
            seen.append(opened(place).path)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for number in range(150):
            filled(place, str(number))
    finally:
        ended.set()
        for reader in readers:
            reader.join()
    assert word(place) == "149"
    assert names_in(tmp_path) == ["out"]
    assert seen


def test_the_last_good_build_stands_until_the_new_one_does(tmp_path: Path) -> None:
    """A switch that cannot be done leaves what stood aside since a kill."""
    place = target(tmp_path / "out")
    filled(place, "good")
    place.rename(tmp_path / ".out.previous")
    with pytest.raises(OSError, match="missing"):
        _switch(tmp_path / "missing", place)
    assert word(place) == "good"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_place_that_takes_no_folder_is_named_with_advice(tmp_path: Path) -> None:
    """The user's own path and what to do, not the name of a hidden folder."""
    with pytest.raises(BadFolder, match=r"^/proc/out: it cannot be written to; name another"):
        filled(target(Path("/proc/out")), "never")
