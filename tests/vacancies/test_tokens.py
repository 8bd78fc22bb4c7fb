"""Sentences and tokens."""

from itertools import pairwise

import pytest
from dottedline.ontology.grammar import grammar
from dottedline.ontology.tables import LANGUAGES
from dottedline.vacancies.garbled import FILLER
from dottedline.vacancies.text import view
from dottedline.vacancies.tokens import Tag, sentences, tokenize
from genre import notices
from hypothesis import given
from hypothesis import strategies as st


def tags(words: str, code: str = "en") -> dict[str, str]:
    return {token.text: token.tag for token in tokenize(words, 0, len(words), grammar(code))}


@pytest.mark.parametrize(
    ("words", "word", "tag"),
    [
        ("Report leaks to the cook", "Report", Tag.VERB),
        ("Write a report on leaks", "report", Tag.NAME),
        ("Support the crews", "Support", Tag.VERB),
        ("Give support to the crews", "support", Tag.NAME),
        ("liaises with and supports the crews", "supports", Tag.VERB),
        ("the standards established by the cook", "established", Tag.PARTICIPLE),
        ("S/he cooks", "S/he", Tag.PRONOUN),
        ("in the SAFE house", "SAFE", Tag.NAME),
        ("a safe house", "a", Tag.DETERMINER),
    ],
)
def test_tags(words: str, word: str, tag: str) -> None:
    """Words that may be verbs or nouns are told apart by their neighbours."""
    assert tags(words)[word] == tag


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Cook rice. Wash pots.", ["Cook rice.", "Wash pots."]),
        ("Ask Dr. Diallo of St. Louis. Then cook.", ["Ask Dr. Diallo of St. Louis.", "Then cook."]),
        ("Cook; wash; mend.", ["Cook;", "wash;", "mend."]),
        ("Use nets, e.g. Seines. Mend.", ["Use nets, e.g. Seines.", "Mend."]),
        ("Pots are washed.Mend nets.", ["Pots are washed.", "Mend nets."]),
    ],
)
def test_sentences(words: str, cut: list[str]) -> None:
    """Full stops and semicolons end a clause, but not those of short forms."""
    assert [words[a:b].strip() for a, b in sentences(words, 0, len(words))] == cut


@given(st.one_of(st.text(max_size=300), notices()), st.sampled_from(LANGUAGES))
def test_tokens_give_back_their_text(text: str, code: str) -> None:
    """Every token stands where it says, after the one before it, in any language."""
    words = view(text)
    found = tokenize(words, 0, len(words), grammar(code))
    told = (words[token.start : token.end].replace(FILLER, "") for token in found)
    assert list(told) == [token.text for token in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.one_of(st.text(max_size=300), notices()))
def test_sentences_lose_no_word(text: str) -> None:
    """What stands between two sentences is no word."""
    words = view(text)
    spans = [(0, 0), *sentences(words, 0, len(words)), (len(words), len(words))]
    between = "".join(words[a[1] : b[0]] for a, b in pairwise(spans))
    assert not any(c.isalnum() for c in between)
