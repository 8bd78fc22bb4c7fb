"""Files that the command line writes: whole or not at all, and never elsewhere."""

import os
import threading
from pathlib import Path

import pytest
from dottedline.store.folder import BadFolder
from dottedline.store.jsonlines import write_file, write_records
from hypothesis import given
from hypothesis import strategies as st
from told import kinshasa

PROC = pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")


@given(st.binary(max_size=99))
def test_a_file_is_what_was_written(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """To the byte, over what stood there, and with nothing beside it."""
    folder = tmp_path_factory.mktemp("written")
    for content in (b"before", data):
        write_file(folder / "lines.csv", content)
    assert (folder / "lines.csv").read_bytes() == data
    assert [path.name for path in folder.iterdir()] == ["lines.csv"]


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    """What somebody put beside the file in advance stays as it is."""
    (tmp_path / "treasure").write_text("mine")
    (tmp_path / ".lines.csv.part").symlink_to(tmp_path / "treasure")
    write_file(tmp_path / "lines.csv", b"theirs")
    assert (tmp_path / "treasure").read_text() == "mine"


def test_two_exports_at_a_time_do_not_clash(tmp_path: Path) -> None:
    """One of them stands at the end, whole."""
    faults: list[BaseException] = []

    def write(letter: bytes) -> None:
        try:
            for _ in range(200):
                write_file(tmp_path / "lines.csv", letter * 99)
        except OSError as fault:
            faults.append(fault)

    writers = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert (tmp_path / "lines.csv").read_bytes() in (b"a" * 99, b"b" * 99)


def test_a_file_may_be_read_by_whom_the_mask_lets(tmp_path: Path) -> None:
    """It is as open as any other new file."""
    write_file(tmp_path / "lines.csv", b"")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "lines.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


@PROC
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """`--out /dev/stdout` and a pipe take the bytes as they are."""
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(
        target=lambda: got.append((tmp_path / "pipe").read_bytes()), daemon=True
    )
    reader.start()
    write_file(tmp_path / "pipe", b"through")
    reader.join(timeout=5)
    assert got == [b"through"]
    assert (tmp_path / "pipe").is_fifo()


@PROC
def test_a_folder_that_takes_no_file_is_named_with_advice() -> None:
    """The user's own path and what to do, not the name of a hidden file."""
    with pytest.raises(BadFolder, match=r"^/proc/x: it cannot be written to; name another file"):
        write_file(Path("/proc/x"), b"")
    with pytest.raises(BadFolder, match=r"^/proc/x: it cannot be written to; name another folder"):
        write_records(Path("/proc/x"), [kinshasa()])
