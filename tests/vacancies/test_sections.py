"""Notices cut into sections and items."""

from itertools import pairwise

import pytest
from dottedline.vacancies.sections import items, lines, sections
from genre import notices
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.one_of(st.text(max_size=300), notices())


def duties(text: str) -> list[str]:
    (section,) = (s for s in sections(text) if s.kind == "duties")
    return [" ".join(text[i.start : i.end].split()) for i in items(text, section)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Title: Cook\nContext:\nA boat.\nDuties:\n1. Cook.", ["header", "context", "duties"]),
        ("Experience\n\nLanguages\n\nFrench.", ["requirements", "languages"]),
        ("Only a line of prose about boats.", ["header"]),
        ("Duties:\n1. Cook.\nHow to apply:\nBy letter.", ["duties", "apply"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    """Headings open sections, those with nothing below them too."""
    assert [section.kind for section in sections(text)] == kinds


def test_glued_headings_open_sections() -> None:
    """A heading with its text glued to it is still one, and does not belong to the text."""
    text = "Org. Setting and Reporting The post is small.\nResponsibilities Within limits, cooks."
    found = sections(text)
    assert [section.kind for section in found] == ["context", "duties"]
    assert [text[section.body : section.end].split()[0] for section in found] == ["The", "Within"]


LONG = (
    "Under the supervision of the Head of Boats, the Mate keeps the log of all boats on the lake."
)
LISTED = "".join(
    f"- {verb} the boats that lie in the old harbour.\n"
    for verb in (
        "Count",
        "Inspect",
        "Maintain",
        "Assess",
        "Monitor",
    )
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Affiliate Type\n\nTarget Start Date\n\n{LONG}\n", ["header", "header", "context"]),
        (f"Funding Code\n\n{LONG}\n\n{LISTED}", ["header", "context", "duties"]),
        (f"Boat Clerk, Juba\n\n{LISTED}", ["header", "duties"]),
        (
            f"Duties\n{LISTED}\nWhat we hope to see\n\nUniversity degree in boats.\n"
            "Knowledge of lakes is an asset.\n",
            ["duties", "requirements"],
        ),
        ("Education Officer, Juba\nContext\nA boat.", ["header", "context"]),
        (
            "The boats are old.Duties- Count them.Languages: French.",
            ["header", "duties", "languages"],
        ),
    ],
)
def test_content_tells_sections(text: str, kinds: list[str]) -> None:
    """Labels of fields own no paragraphs; where headings are unknown, words tell."""
    assert [section.kind for section in sections(text)] == kinds


def test_a_word_of_prose_is_no_heading() -> None:
    """A sentence that begins with a heading's word goes on."""
    assert len(sections("Duties vary with the tide and the season on the river.")) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Duties:\n1. Cook rice. 2. Wash pots. 3. Mend nets.",
            ["Cook rice.", "Wash pots.", "Mend nets."],
        ),
        (
            "Duties:\n- Cook; - Wash pots; - Mend nets; - Sweep.",
            ["Cook;", "Wash pots;", "Mend nets;", "Sweep."],
        ),
        (
            "Duties:\n1. Cook rice for the crews that come in from the sea\nlate. 2. Wash.",
            ["Cook rice for the crews that come in from the sea late.", "Wash."],
        ),
        ("Duties:\nCook rice.\nWash pots.", ["Cook rice.", "Wash pots."]),
    ],
)
def test_items(text: str, found: list[str]) -> None:
    """Numbers and dashes inside a line open items; a wrapped line belongs to the one before."""
    assert duties(text) == found


def test_furniture_cuts_no_item() -> None:
    """A page number between the lines of a duty leaves it whole, and one before a duty is gone."""
    text = (
        "Duties:\n1. See that the news of fords that are closed is\nPage 2 / 6\ntold to crews.\n"
        "Page 3 / 62. Mend nets."
    )
    first, second = duties(text)
    assert first.startswith("See")
    assert first.endswith("told to crews.")
    assert second == "Mend nets."


@given(TEXTS)
def test_sections_cover_the_text(text: str) -> None:
    """Sections follow one another without a gap; each body lies inside its section."""
    found = sections(text)
    assert "".join(text[s.start : s.end] for s in found) == text
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(s.start <= s.body <= s.end for s in found)


@given(TEXTS)
def test_items_lie_in_their_section(text: str) -> None:
    """Items come in the text's order, inside the body, without overlap, and none is blank."""
    for section in sections(text):
        found = items(text, section)
        assert all(section.body <= i.start < i.end <= section.end for i in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_lines_give_back_their_text(text: str) -> None:
    """Every line knows where it stands."""
    assert all(len(line.words) == line.end - line.start for line in lines(text))
    assert lines(text)[-1].end == len(text)
