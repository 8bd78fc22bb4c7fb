"""Short forms that notices define."""

import pytest
from dottedline.vacancies.acronyms import acronyms, short_for
from genre import notices
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the River Transport Unit (RTU) rows", {"RTU": "River Transport Unit"}),
        ("the Heads of Office (HoOs) row", {"HoO": "Heads of Office"}),
        ("Head of the Rowing And Fishing (RAF) Unit", {"RAF": "Rowing And Fishing"}),
        ("boats (UNHCR) and nets", {}),
        ("boats (see Annex) and nets", {}),
        ("the rowers.\nUnit (RTU)", {}),
    ],
)
def test_long_forms(words: str, found: dict[str, str]) -> None:
    """The long form is the words before the bracket that hold the short one's letters."""
    assert short_for(acronyms(words)) == found


def test_the_first_definition_wins() -> None:
    """A short form that is defined twice keeps its first meaning."""
    found = acronyms("the River Unit (RU) and the Rowing Union (RU)")
    assert short_for(found) == {"RU": "River Unit"}


@given(st.one_of(st.text(max_size=300), notices()))
def test_spans_hold_both_forms(words: str) -> None:
    """The span of a definition begins with the long form and holds the short one's bracket."""
    for acronym in acronyms(words):
        told = words[acronym.start : acronym.end]
        assert acronym.short in told
        assert told.endswith(")")
