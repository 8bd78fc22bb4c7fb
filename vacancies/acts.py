"""Whether words open as duties do: with a verb that says what the post does."""

from __future__ import annotations

import re
from functools import cache

from ..ontology.grammar import grammar
from ..ontology.tables import LANGUAGES

__all__ = ["acts", "surely_acts"]

_WORD = re.compile(r"[^\W\d_]+(?:['/-][^\W\d_]+)*")
_FORMS = ("base", "s", "ing", "infinitive")


def acts(words: str, at: int) -> bool:
    """Say whether a verb opens the words from `at` on, one adverb left aside.

    Example:
        >>> [acts(w, 0) for w in ("Manage the fleet", "Regularly checks oars", "The fleet")]
        [True, True, False]
    """
    low = _first(words, at)
    return low.partition("/")[0] in _verbs()


def surely_acts(words: str, at: int) -> bool:
    """Say the same of a verb that is no noun, in a form that no title or heading begins with.

    Example:
        >>> surely_acts("Ensures that oars float", 0), surely_acts("Report to all", 0)
        (True, False)
    """
    return words[at : at + 1].isupper() and _first(words, at) in _sure()


def _first(words: str, at: int) -> str:
    first = _WORD.match(words, at)
    if first is None:
        return ""
    low = first.group().casefold()
    if low.endswith("ly"):
        second = _WORD.match(words, first.end() + 1)
        low = second.group().casefold() if second else low
    return low


@cache
def _verbs() -> frozenset[str]:
    return frozenset(
        word
        for code in LANGUAGES
        for word, verb in grammar(code).verbs.items()
        if verb.form in _FORMS and not (verb.listed and verb.noun)
    )


@cache
def _sure() -> frozenset[str]:
    return frozenset(
        word
        for code in LANGUAGES
        for word, verb in grammar(code).verbs.items()
        if verb.form in ("base", "s", "infinitive") and not verb.noun
    )
