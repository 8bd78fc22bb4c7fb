"""Noun phrases and lists of them."""

import pytest
from dottedline.ontology.grammar import grammar
from dottedline.vacancies.names import Names
from dottedline.vacancies.phrases import Join, listed, phrase
from dottedline.vacancies.text import view
from dottedline.vacancies.tokens import Sentence, tokenize
from genre import notices
from hypothesis import given
from hypothesis import strategies as st


def sentence(text: str, code: str = "en") -> Sentence:
    words = view(text)
    tokens = tokenize(words, 0, len(words), grammar(code))
    return Sentence(tokens, grammar(code), Names({}, organization=None).spans(tokens, words))


def parts(text: str) -> list[str]:
    told = sentence(text)
    found = listed(told, 0)
    return [text[told.tokens[p.first].start : told.tokens[p.of - 1].end] for p in found.phrases]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Fleet Manager, UNHCR and the police", ["Fleet Manager", "UNHCR", "police"]),
        ("the Ministry of Rivers and Rural Affairs", ["Ministry of Rivers and Rural Affairs"]),
        ("Heads of Office and drivers, inform the crews", ["Heads of Office", "drivers"]),
        ("the Fleet Planning and Repair Unit", ["Fleet Planning and Repair Unit"]),
        ("the Head of Fleet and advise the crews", ["Head of Fleet"]),
        ("IOM/UN Mission rules", ["IOM/UN Mission rules"]),
        ("with the crews", []),
    ],
)
def test_lists(text: str, found: list[str]) -> None:
    """A list is cut between its members, not inside their names, and stops at a verb."""
    assert parts(text) == found


def test_links_say_how_members_are_joined() -> None:
    """An "or", a slash and "including" are kept with the member behind them."""
    told = sentence("the police or the crews, including drivers")
    assert [link.word for link in listed(told, 0).links] == [Join.FIRST, Join.OR, Join.INCLUDING]


@given(notices(20), st.sampled_from(("en", "fr", "es")))
def test_phrases_are_in_order(text: str, code: str) -> None:
    """The parts of a phrase follow one another inside the sentence, wherever it begins."""
    told = sentence(text, code)
    for at in range(len(told.tokens)):
        found = phrase(told, at)
        if found is not None:
            assert at <= found.first < found.core <= found.of <= found.last <= len(told.tokens)
