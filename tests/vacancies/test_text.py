"""The view of a text: plain to match, and of the same length."""

import pytest
from dottedline.vacancies.text import flatten, view
from genre import notices
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("keep the log\nPage 2 / 6\ndry", ["keep", "the", "log", "dry"]),
        ("Page 1 / 5used to hold rice", ["used", "to", "hold", "rice"]),
        ("Page 2 / 56. Count sails", ["6.", "Count", "sails"]),
        ("Page 10 / 1211. Count sails", ["11.", "Count", "sails"]),
        ("**Duties** &amp; boats", ["Duties", "&", "boats"]),
        ("page 7 of the log is wet", ["page", "7", "of", "the", "log", "is", "wet"]),
    ],
)
def test_furniture_and_markup_are_blank(text: str, kept: list[str]) -> None:
    """Page numbers and markup leave nothing behind; the words glued to them stay."""
    assert view(text).split() == kept


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("N\u00e2\u20ac\u2122Djamena", "N'Djamena"),
        ("the boats\u00e2\u20ac\u2122 crews", "the boats' crews"),
        ("d\u00c3\u00a9l\u00c3\u00a9gu\u00c3\u00a9", "d\u00e9l\u00e9gu\u00e9"),
        ("\u00c3 la base", "\u00e0 la base"),
        ("UNHCR\u00bfs boats", "UNHCR's boats"),
        ("WFP&#39;s boats", "WFP's boats"),
        ("the riverPage 3 / 9bank", "the riverbank"),
        ("S\u00c3O \u00c2ngela", "S\u00c3O \u00c2ngela"),
    ],
)
def test_garbled_words_are_mended_in_place(text: str, meant: str) -> None:
    """A word is read as it was meant, and stays as long as it is."""
    assert flatten(view(text)) == meant
    assert len(view(text)) == len(text)


def test_marks_of_print_become_plain() -> None:
    """Quotes, dashes and spaces of print are the plain ones, each in its place."""
    assert view("\u201cUNDSS\u2019s\u201d\u00a0\u2013\ufeffboat") == '"UNDSS\'s" - boat'


@given(st.one_of(st.text(max_size=400), notices()))
def test_view_keeps_length_and_lines(text: str) -> None:
    """A span of the view is the same span of the text, and viewing twice changes nothing."""
    seen = view(text)
    assert len(seen) == len(text)
    assert [n for n, c in enumerate(text) if c == "\n"] == [
        n for n, c in enumerate(seen) if c == "\n" and text[n] == "\n"
    ]


@given(st.text(max_size=200))
def test_flat_words_are_on_one_line(text: str) -> None:
    """Flattening keeps the words and is done once for all."""
    assert flatten(text).split() == text.split()
    assert flatten(flatten(text)) == flatten(text)
