"""One notice laid out in many ways is read the same; what portals add changes nothing."""

import re

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Extraction
from dottedline.vacancies.readers import Notice
from genre import notices
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import ASKED, COUNTED, HEAD, LAYOUTS, PLAIN, WANTED, wrapped
from places import ROOT

CASES = sorted(
    path
    for room in ("relations", "fields")
    for path in (ROOT / "tests/cases" / room).glob("*/notice.txt")
)
FURNITURE = ("Page 2 / 6", "Page 3 of 7", "3 | Page", "- 4 -", "error code: 1101")


def read_text(text: str) -> Extraction:
    return extract(Notice("notice.txt", text, "0" * 64, "utf-8"))


def told(text: str) -> set[tuple[str, str]]:
    found = read_text(text).vacancies
    return {(r.relation, r.target.casefold()) for v in found for r in v.relations}


def evidence(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return each relation with its target and the words of its first clause."""
    return {
        (r.relation, r.target, tuple(re.findall(r"\w+", r.evidence[0].quote or "")))
        for v in read_text(text).vacancies
        for r in v.relations
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name: str) -> None:
    """Whatever the marks, headings and lines, the same is read, and nothing of what is asked."""
    found = told(LAYOUTS[name])
    assert found >= WANTED
    assert not any(target in ("undss", "chief of mission") for _, target in found)


@pytest.mark.parametrize("name", sorted(COUNTED))
def test_duties_are_counted_in_every_layout(name: str) -> None:
    """Six duties that are set apart are six."""
    (vacancy,) = read_text(LAYOUTS[name]).vacancies
    assert vacancy.duties == 6


def test_running_text_has_no_count() -> None:
    """Duties in one paragraph are not counted."""
    (vacancy,) = read_text(LAYOUTS["a paragraph"]).vacancies
    assert vacancy.duties is None


@pytest.mark.parametrize("width", [28, 40, 52, 64, 72, 88, 100, 130])
@pytest.mark.parametrize("name", ["numbers", "dashes", "lines", "bullets"])
def test_wrapping_changes_nothing(name: str, width: int) -> None:
    """Lines may be wrapped anywhere."""
    assert told(wrapped(LAYOUTS[name], width)) >= WANTED


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_furniture_between_lines_changes_nothing(data: st.DataObject) -> None:
    """What a page prints at its end may stand between any two lines of a wrapped notice."""
    lines = wrapped(PLAIN, 72).split("\n")
    at = data.draw(st.integers(1, len(lines) - 1))
    shown = [*lines[:at], data.draw(st.sampled_from(FURNITURE)), *lines[at:]]
    kept = [word for _, _, words in evidence("\n".join(shown)) for word in words]
    assert told("\n".join(shown)) == told("\n".join(lines))
    assert kept


@given(st.sampled_from(CASES), st.sampled_from(["\r\n", "\r\n\r\n"]))
@settings(deadline=None, max_examples=60)
def test_newlines_of_any_style_change_nothing(case: object, newline: str) -> None:
    """A notice with other newlines says the same, in the same words."""
    text = (ROOT / str(case)).read_text("utf-8")
    plain = text.replace("\n", "\n" * newline.count("\n"))
    assert evidence(text.replace("\n", newline)) == evidence(plain)


@given(st.sampled_from(CASES), st.integers(0, 4), st.integers(0, 4))
@settings(deadline=None, max_examples=60)
def test_blank_lines_around_change_nothing(case: object, before: int, after: int) -> None:
    """Blank lines at a notice's ends are nothing."""
    text = (ROOT / str(case)).read_text("utf-8")
    assert evidence("\n" * before + text + "\n" * after) == evidence(text)


@given(notices(), st.integers(0, 3))
@settings(deadline=None, max_examples=60)
def test_trailing_blanks_change_nothing(text: str, blanks: int) -> None:
    """Blanks at the ends of lines are nothing."""
    assert told(text.replace("\n", " " * blanks + "\n")) == told(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (PLAIN, "stated"),
        (f"{HEAD}\nDuties:\n- Mends the oars of all boats.\n", "not stated"),
        (f"{HEAD}\nQualifications:\n{ASKED[0]}\n", "section not found"),
        (f"{HEAD}\nDuties:\n\nQualifications:\n{ASKED[0]}\n", "section not found"),
    ],
)
def test_a_missing_line_says_why(text: str, state: str) -> None:
    """A posting says whether its line is stated, and if not, whether there was where to look."""
    assert [v.reporting_line for v in read_text(text).vacancies] == [state]
