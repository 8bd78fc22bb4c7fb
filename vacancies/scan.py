"""One pass over a notice for all the phrases that its sections and fields are known by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from ..ontology.fieldwords import cue_uses, cues, tongues
from ..ontology.headings import Content, Heading, contents, headings
from .text import view

__all__ = ["TONGUE", "Hit", "Scan", "scan"]

_RUN = re.compile(r"\s\s+")
_BREAK = "\n"

#: The use under which names of languages are found.
TONGUE = ("languages", "name")

Span = tuple[int, int]
_Use = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands in the text, with what it may mean there."""

    start: int
    end: int
    meant: Heading | Content


@dataclass(slots=True)
class Scan:
    """What was found, each sort in the text's order.

    `flat` is the text that was looked through, its runs of blanks made one, and `folded` the same
    in lower case; `moved` says where a place of theirs stands in the text.
    """

    flat: str = ""
    folded: str = ""
    headings: list[Hit] = field(default_factory=list)
    contents: list[Hit] = field(default_factory=list)
    uses: dict[_Use, list[Span]] = field(default_factory=dict)
    moved: Callable[[int], int] = int
    _starts: list[int] = field(default_factory=list)

    def cues(self, name: str, use: str = "") -> list[Span]:
        """Return where the cue phrases of one use stand; of those that overlap, the longest."""
        return self.uses.get((name, use), [])

    def cues_between(self, name: str, use: str, start: int, end: int) -> list[Span]:
        """Return the cue phrases of one use that lie between two places."""
        found = self.uses.get((name, use))
        if not found:
            return []
        first = bisect_left(found, (start, 0))
        last = bisect_right(found, (end, 0), first)
        return [span for span in found[first:last] if span[1] <= end]

    def contents_between(self, start: int, end: int) -> list[Hit]:
        """Return the words of content that lie between two places."""
        if len(self._starts) != len(self.contents):
            self._starts = [hit.start for hit in self.contents]
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self.contents[first:last] if hit.end <= end]


@lru_cache(maxsize=8)
def scan(text: str) -> Scan:
    r"""Look for all phrases at once, whatever their case; a line's end is a blank to them.

    Example:
        >>> [hit.meant.kind for hit in scan("Duties: under the\nsupervision of the Cook").headings]
        ['duties']
    """
    flat, moved = _flat(view(text))
    matcher, meanings = _matcher()
    around = f"{_BREAK}{flat}{_BREAK}"
    found = Scan(flat, _folded(flat), moved=moved)
    for number, left, right in matcher.find_matches_as_indexes(found.folded, overlapping=True):
        meaning = meanings[number]
        before, after, capital = around[left], around[right + 1], flat[left].isupper()
        whole = not (before.isalnum() or after.isalnum())
        if not whole and not (capital and _may_be_glued(before, flat[right - 1], after)):
            continue
        heading = meaning.heading if capital or before == _BREAK else None
        if heading:
            found.headings.append(Hit(moved(left), moved(right - 1) + 1, heading))
        whole = whole or " " in flat[left:right]
        if whole and (meaning.uses or (meaning.content and (capital or meaning.holds))):
            start, end = moved(left), moved(right - 1) + 1
            for use in meaning.uses:
                _add(found.uses.setdefault(use, []), start, end)
            if meaning.content:
                found.contents.append(Hit(start, end, meaning.content))
    found.headings.sort(key=lambda hit: (hit.start, -hit.end))
    found.contents.sort(key=lambda hit: (hit.start, -hit.end))
    return found


@dataclass(slots=True)
class _Meaning:
    """All that one phrase may mean."""

    heading: Heading | None = None
    content: Content | None = None
    uses: tuple[_Use, ...] = ()

    @property
    def holds(self) -> bool:
        return self.content is not None and self.content.place == "holds"


def _add(spans: list[Span], start: int, end: int) -> None:
    """Keep the longest of the phrases that begin together, and the first of those that overlap."""
    while spans and start <= spans[-1][0]:
        if start == spans[-1][0] and end <= spans[-1][1]:
            return
        spans.pop()
    if not spans or start >= spans[-1][1]:
        spans.append((start, end))


def _may_be_glued(before: str, last: str, after: str) -> bool:
    """Say whether a capital parts a phrase, that has one itself, from the words around it."""
    left = before.islower() or not before.isalnum()
    right = not after.isalnum() or (last.islower() and (after.isupper() or after.isdigit()))
    return left and right


@cache
def _matcher() -> tuple[AhoCorasick, tuple[_Meaning, ...]]:
    meanings: dict[str, _Meaning] = defaultdict(_Meaning)
    for heading in reversed(headings()):
        meanings[_folded(heading.phrase)].heading = heading
    for content in contents():
        if content.place != "headed":
            meanings[_folded(content.phrase)].content = content
    for use in cue_uses():
        for phrase in cues(*use):
            meanings[_folded(phrase)].uses += (use,)
    for name in tongues():
        meanings[_folded(name)].uses += (TONGUE,)
    return AhoCorasick(list(meanings)), tuple(meanings.values())


def _folded(text: str) -> str:
    """Return the text in lower case, of the same length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_lower, text))


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char


class _Moved:
    """Where the places of a text with its runs of blanks made one stand in the text itself."""

    __slots__ = ("added", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.added: list[int] = []

    def __call__(self, at: int) -> int:
        run = bisect_right(self.starts, at) - 1
        return at if run < 0 else at + self.added[run]


def _flat(words: str) -> tuple[str, _Moved]:
    """Make runs of blanks one blank, and a blank line one line's end."""
    moved, pieces, last, added = _Moved(), [], 0, 0
    spaced = words.replace("\n", " ")
    for run in _RUN.finditer(words):
        start, end = run.span()
        pieces.append(spaced[last:start])
        pieces.append(_BREAK if words.count("\n", start, end) > 1 else " ")
        added += end - start - 1
        moved.starts.append(end - added)
        moved.added.append(added)
        last = end
    pieces.append(spaced[last:])
    return "".join(pieces), moved
