"""Real files, as the programs of their formats write them, are read or named with what to do."""

from pathlib import Path

import pytest
from dottedline.vacancies.readers import Unreadable, find, read
from places import ROOT

FORMATS = ROOT / "examples" / "formats"
CASES = sorted(path for path in (ROOT / "tests" / "cases" / "readers").iterdir() if path.is_dir())


def notice_of(case: Path) -> Path:
    (path,) = case.glob("notice.*")
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """The text and the warnings of a file, or why it is refused, are those beside it."""
    path = notice_of(case)
    if (case / "refused.txt").exists():
        with pytest.raises(Unreadable) as caught:
            read(path, path.name)
        said = f"{caught.value.reason}; {caught.value.remedy}\n"
        assert said == (case / "refused.txt").read_text("utf-8")
        return
    found = read(path, path.name)
    assert found.text == (case / "text.txt").read_text("utf-8")
    warnings = case / "warnings.txt"
    told = warnings.read_text("utf-8").splitlines() if warnings.exists() else []
    assert list(found.warnings) == told


def test_a_folder_of_all_formats_is_found() -> None:
    """Each example is a notice of its own, in the order of names."""
    found = find([FORMATS])
    assert [Path(one.source).suffix for one in found.notices] == [".pdf", ".docx", ".jsonld"]
    assert not found.extractions


@pytest.mark.parametrize("path", sorted(FORMATS.glob("*.*[!md]")), ids=lambda path: path.suffix)
def test_examples_are_small_and_without_warnings(path: Path) -> None:
    """Each example of a format is read without a remark."""
    assert path.stat().st_size < 60_000
    assert read(path, path.name).warnings == ()
