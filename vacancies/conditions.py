"""Conditions that a clause stands under: "when required", "in the absence of X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..ontology.grammar import grammar
from ..ontology.tables import table
from .text import flatten
from .tokens import Sentence, tokenize

__all__ = ["Condition", "condition", "conditions"]

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Condition:
    """The words of a condition, their span, and whether the relation replaces another under it.

    "Where there is no FSO" replaces a line by another; "when required" only attends to one.
    """

    start: int
    end: int
    words: str
    replaces: bool


@cache
def _phrases(code: str) -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Return the conditions' opening phrases by their first word."""
    rows = table(f"language/{code}/conditions.tsv")
    found = [(_words(row["phrase"], code), row["effect"]) for row in rows]
    by_first: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    for words, effect in sorted(found, reverse=True):
        by_first[words[0]] = (*by_first.get(words[0], ()), (words, effect == "replaces"))
    return MappingProxyType(by_first)


def _words(phrase: str, code: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokenize(phrase, 0, len(phrase), grammar(code)))


def conditions(sentence: Sentence, words: str) -> tuple[Condition, ...]:
    """Return the conditions that the sentence states, in its order."""
    found = []
    opening = _phrases(sentence.grammar.code)
    for at, token in enumerate(sentence.tokens):
        for phrase, replaces in opening.get(token.low, ()):
            if _stands(sentence, at, phrase):
                start, end = sentence.tokens[at].start, _end(sentence, at + len(phrase), replaces)
                found.append(Condition(start, end, flatten(words[start:end]), replaces))
                break
    return tuple(found)


def _stands(sentence: Sentence, at: int, phrase: tuple[str, ...]) -> bool:
    tokens = sentence.tokens[at : at + len(phrase)]
    return tuple(token.low for token in tokens) == phrase


def _end(sentence: Sentence, at: int, replaces: bool) -> int:
    """Return where the condition's words end: at the next comma, where it says what is missing."""
    last = sentence.tokens[at - 1].end
    for token in sentence.tokens[at:] if replaces else ():
        if token.text in ",;:.":
            break
        last = token.end
    return last


def condition(
    found: Sequence[Condition], sentence: Sentence, clause: tuple[int, int], object_start: int
) -> Condition | None:
    """Return the condition that a clause stands under, or None.

    It opens the sentence, stands between the cue and the object, or follows the object at once.
    """
    start, end = clause
    for one in reversed(found):
        within = start <= one.start and one.end <= object_start
        opens = one.end <= start and _opens(sentence, one)
        follows = one.start >= end and one.start - end <= _NEAR
        if within or opens or follows:
            return one
    return None


def _opens(sentence: Sentence, one: Condition) -> bool:
    before = [token for token in sentence.tokens if token.end <= one.start]
    return all(token.text == "," or len(token.text) <= _NEAR for token in before[-2:]) and (
        len(before) <= _NEAR
    )
