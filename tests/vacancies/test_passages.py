"""Sentences and cues are found where they stand."""

import pytest
from dottedline.vacancies.model import SectionSpan
from dottedline.vacancies.passages import cue_spans, sentence_at
from hypothesis import given
from hypothesis import strategies as st

FED = "Feeds all of the otters of the lake at noon,\n   and counts them."
DUTIES = f"Duties:\n1. {FED} Rests.\n2. Sleeps."


def section(text: str) -> SectionSpan:
    return SectionSpan(kind="duties", start=0, end=len(text))


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("otters", FED),
        ("counts", FED),
        ("Rests", "Rests."),
        ("Sleeps", "Sleeps."),
    ],
)
def test_a_sentence_is_whole_across_lines(word: str, sentence: str) -> None:
    """Wrapped lines belong together, items and sentences do not."""
    span = sentence_at(DUTIES, section(DUTIES), DUTIES.index(word))
    assert span is not None
    assert DUTIES[slice(*span)] == sentence


def test_between_sentences_stands_none() -> None:
    """The mark of an item is in no sentence."""
    assert sentence_at(DUTIES, section(DUTIES), DUTIES.index("2.")) is None


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        ("Reports\n to the RSO", "Reports to", ["Reports\n to"]),
        ("Keeps the RSO informed", "Keeps ... informed", ["Keeps", "informed"]),
        ("rules established for all by the DO", "established by", ["established", "by"]),
        ("Towers lean to the east", "to", ["to"]),
        ("the \u2018own\u2019 unit of the post", "'own' unit", ["\u2018own\u2019 unit"]),
        ("Advises the RSO", "reports to", []),
        ("Advises the RSO", "", []),
    ],
)
def test_the_words_of_a_cue_are_found_in_order(text: str, cue: str, found: list[str]) -> None:
    """White space, case and typography do not hide a cue; parts of words are none."""
    assert [text[slice(*span)] for span in cue_spans(text, 0, len(text), cue)] == found


@given(st.text(), st.text())
def test_any_text_may_be_searched_for_any_cue(text: str, cue: str) -> None:
    """Nothing is raised, and spans lie in the text in order."""
    ends = [end for span in cue_spans(text, 0, len(text), cue) for end in span]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(text) for end in ends)
