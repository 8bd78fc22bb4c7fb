"""Which files of the named paths are notices."""

import json
from pathlib import Path

import pytest
from dottedline.vacancies.readers import Unreadable, find
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def laid(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}" if name.endswith(".json") else "words", encoding="utf-8")
    return folder


def test_folders_are_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    """Sources are posix paths below the argument, sorted."""
    laid(tmp_path, "b.txt", "a/z.html", "a/c/y.md", "x.pdf")
    found = find([tmp_path])
    assert [c.source for c in found.notices] == ["a/c/y.md", "a/z.html", "b.txt", "x.pdf"]
    assert all(path == tmp_path / source for path, source in found.notices)


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    """Hidden files, read-me files and other formats are no notices, and none is dropped unsaid."""
    laid(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "README.md", "d/readme.txt", "e.csv", "f.json")
    found = find([tmp_path])
    assert [c.source for c in found.notices] == ["a.txt"]
    assert found.passed == {"hidden": 2, "in other formats": 2, "read-me": 2}


def test_corrected_extractions_are_known_by_their_shape(tmp_path: Path) -> None:
    """A JSON file with a source and vacancies is an extraction, no notice."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"source": "a.txt", "vacancies": []}), encoding="utf-8")
    found = find([tmp_path])
    assert [c.source for c in found.extractions] == ["a.json"]
    assert not found.notices


@pytest.mark.parametrize("text", ["[]", "{", '{"source": "a"}', "[" * 100_000])
def test_other_json_named_itself_is_an_error(tmp_path: Path, text: str) -> None:
    """A JSON file that is no extraction is not taken for one."""
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match="no extraction"):
        find([path])


def test_job_postings_are_notices(tmp_path: Path) -> None:
    """JSON of schema.org is a notice by its shape, whatever its suffix; other JSON is passed."""
    job = {"@graph": [{"@type": "JobPosting", "title": "Driver"}]}
    for name, data in (("a.json", job), ("b.jsonld", job), ("c.jsonld", {}), ("d.json", [])):
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
    found = find([tmp_path])
    assert [c.source for c in found.notices] == ["a.json", "b.jsonld"]
    assert found.passed == {"in other formats": 2}
    assert not find([tmp_path / "a.json"]).extractions


def test_a_file_named_itself_is_taken_whatever_its_name(tmp_path: Path) -> None:
    """Who names a file means it."""
    laid(tmp_path, "README.md", ".hidden.txt")
    found = find([tmp_path / "README.md", tmp_path / ".hidden.txt"])
    assert [c.source for c in found.notices] == ["README.md", ".hidden.txt"]


def test_files_named_twice_are_taken_once(tmp_path: Path) -> None:
    """A folder and a file in it give the file once."""
    laid(tmp_path, "a.txt", "b.txt")
    found = find([tmp_path, tmp_path / "a.txt"])
    assert [c.source for c in found.notices] == ["a.txt", "b.txt"]
    assert found.passed == {"named twice": 1}


def test_namesakes_of_two_folders_keep_apart(tmp_path: Path) -> None:
    """Two notices never go under one name."""
    laid(tmp_path, "one/a.txt", "two/a.txt")
    found = find([tmp_path / "one", tmp_path / "two"])
    assert [c.source for c in found.notices] == ["a.txt", "two/a.txt"]


def test_nothing_to_read_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    """An empty folder and a missing path say what to do."""
    with pytest.raises(Unreadable, match=r"holds no notice; put .*\.txt"):
        find([laid(tmp_path, "a.csv")])
    with pytest.raises(Unreadable, match="no such file or folder"):
        find([tmp_path / "none"])
    with pytest.raises(Unreadable, match="no such file or folder"):
        find([Path("a\0b")])


NAMES = st.lists(
    st.from_regex(r"[a-z.]{1,8}\.(?:txt|md|csv|pdf)", fullmatch=True), min_size=1, unique=True
)


@given(NAMES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_file_is_found_or_counted(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """Found and passed over make up all the files."""
    folder = laid(tmp_path_factory.mktemp("notices"), "sure.txt", *names)
    found = find([folder])
    files = sum(1 for _ in folder.iterdir())
    assert len(found.notices) + sum(found.passed.values()) == files
