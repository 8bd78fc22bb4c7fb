"""Where a text names what the lexicon knows, in a relation or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ..ontology.lexicon import Entry, lexicon
from .acronyms import short_for
from .model import Mention, SectionSpan, Vacancy
from .names import Names
from .passages import sentence_at
from .text import flatten, view

__all__ = ["mentions", "wording"]

_WORD = re.compile(r"\S+")
_PASSED_OVER = frozenset({"group", "product"})
_Matcher = tuple[AhoCorasick, Sequence[Entry]]


def mentions(text: str, vacancy: Vacancy) -> Iterator[Mention]:
    """Yield the names in the text of a vacancy, full names before short forms.

    Groups of people and products are passed over. A short form means what the notice says it
    stands for, else what it means in the vacancy's organization.

    Example:
        >>> found = mentions("Knows the UN Security Management System.", Vacancy())
        >>> [(one.target, one.start, one.end) for one in found]
        [('United Nations Security Management System', 10, 39)]
    """
    start, end = _span(text, vacancy)
    words, places = _squeezed(view(text)[start:end])
    covered: list[tuple[int, int]] = []
    for entry, first, last in _found(_long(), words.lower() if _folds(words) else words):
        covered.append((first, last))
        yield _mention(entry, start + places[first], start + places[last - 1] + 1)
    names = _names(vacancy)
    for _, first, last in _found(_short(), words):
        meant = names.entity(words[first:last])
        inside = any(one <= first and last <= other for one, other in covered)
        if not inside and meant is not None and meant.kind not in _PASSED_OVER:
            yield _mention(meant, start + places[first], start + places[last - 1] + 1)


def _squeezed(words: str) -> tuple[str, list[int]]:
    """Return the words with single spaces between, and where each character comes from."""
    places: list[int] = []
    for match in _WORD.finditer(words):
        places += range(match.start(), match.end() + 1)
    return " ".join(_WORD.findall(words)), places


def _folds(words: str) -> bool:
    """Say whether lower case leaves every character in its place."""
    return len(words.lower()) == len(words)


def wording(text: str, section: SectionSpan, at: int) -> str:
    r"""Return the sentence of a section that holds the code point `at`, on one line.

    Example:
        >>> text = "Needs:\n- Patience. A course  is welcome."
        >>> wording(text, SectionSpan(kind="requirements", start=0, end=len(text)), 21)
        'A course is welcome.'
    """
    span = sentence_at(text, section, at)
    return "" if span is None else flatten(text[slice(*span)])


def _mention(entry: Entry, start: int, end: int) -> Mention:
    return Mention(target=entry.label, kind=entry.kind, start=start, end=end)


def _span(text: str, vacancy: Vacancy) -> tuple[int, int]:
    cut = vacancy.sections
    if not cut:
        return 0, len(text)
    return min(one.start for one in cut), max(one.end for one in cut)


def _names(vacancy: Vacancy) -> Names:
    found = (lexicon().named(name, kind="organization") for name in vacancy.organization)
    organization = next((entries[0].slug for entries in found if entries), None)
    return Names(short_for(vacancy.acronyms), organization=organization)


def _found(matcher: _Matcher, words: str) -> Iterator[tuple[Entry, int, int]]:
    search, entries = matcher
    for number, start, end in search.find_matches_as_indexes(words):
        if not (words[:start][-1:].isalnum() or words[end : end + 1].isalnum()):
            yield entries[number], start, end


@cache
def _long() -> _Matcher:
    return _matcher(
        {
            label.text.lower(): entry
            for entry in _told()
            for label in entry.free_labels
            if label.sort != "acronym"
        }
    )


@cache
def _short() -> _Matcher:
    return _matcher(
        {
            label.text: entry
            for entry in _told()
            for label in entry.labels
            if label.sort == "acronym"
        }
    )


def _told() -> Iterator[Entry]:
    return (e for e in lexicon().entries.values() if e.kind not in _PASSED_OVER)


def _matcher(named: Mapping[str, Entry]) -> _Matcher:
    labels = sorted(named)
    return AhoCorasick(labels, matchkind=MatchKind.LeftmostLongest), [named[k] for k in labels]
