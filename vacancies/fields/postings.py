"""How many vacancies a document holds: a posting printed twice is one, two postings are two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...ontology.spelling import plain
from ..sections import Section
from ..sections import sections as cut
from .labels import Labelled, labelled
from .reading import NOTICE

__all__ = ["Posting", "postings"]

_WORD = re.compile(r"\w+")
_ALIKE = 0.8
_KEY = 60
_FEWEST = 3
_FEWEST_LETTERS = 15

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Posting:
    """One vacancy, and the stretches of the text that print it: the first, and its copies."""

    spans: tuple[Span, ...]


def postings(text: str, sections: Sequence[Section] | None = None) -> tuple[Posting, ...]:
    r"""Return the vacancies of a document, each with the spans of its copies.

    The spans of all follow one another and cover the text.

    Example:
        >>> [posting.spans for posting in postings("Title: Clerk\nDuties:\n- Files papers.")]
        [((0, 36),)]
    """
    sections = cut(text) if sections is None else sections
    duties = [s for s in sections if s.kind == "duties"]
    entries = labelled(text) if len(duties) > 1 else ()
    begins = [0]
    titles = _Titles(entries)
    heads = {_line_of(text, entry.start) for entry in entries}
    for before, section in pairwise(duties):
        start = titles.between(text, before, section)
        if start is None and _same(_keys(text, before), _keys(text, section)):
            start = _header_above(text, section.start, heads)
        if start is not None and start > begins[-1]:
            begins.append(start)
    if len(begins) == 1:
        return (Posting(((0, len(text)),)),)
    ends = [*begins[1:], len(text)]
    return _grouped(text, duties, list(zip(begins, ends, strict=True)))


class _Titles:
    """The labelled titles of a document, in its order."""

    def __init__(self, entries: Sequence[Labelled]) -> None:
        titles = [e for e in entries if (e.field, e.rank) == ("title", NOTICE)]
        self.starts = [entry.start for entry in titles]
        self.names = [plain(entry.value) for entry in titles]
        self.first: dict[str, int] = {}
        for n, name in enumerate(self.names):
            self.first.setdefault(name, n)

    def between(self, text: str, before: Section, section: Section) -> int | None:
        """Return the line of a title between two sections of duties that no earlier one bears."""
        earlier = bisect_left(self.starts, before.start)
        n = bisect_left(self.starts, before.body)
        there = n < len(self.starts) and self.starts[n] < section.start
        if there and earlier and self.first[self.names[n]] >= earlier:
            return _line_of(text, self.starts[n])
        return None


def _line_of(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _header_above(text: str, at: int, heads: Collection[int]) -> int:
    """Return the start of the labelled lines above a place."""
    start = at
    gap = text.rfind("\n\n\n", 0, at)
    line = _line_of(text, max(0, at - 1))
    while line < start and line > 0:
        words = text[line:start].strip()
        if words and not (line in heads and line > gap) and not words.endswith(":"):
            break
        start, line = line, _line_of(text, line - 1)
    return start


def _keys(text: str, section: Section) -> set[str]:
    """Return the lines of a section, folded and cut short."""
    found = text[section.body : section.end].casefold().split("\n")
    return {" ".join(_WORD.findall(line))[:_KEY] for line in found if len(line) > _FEWEST_LETTERS}


def _same(left: set[str], right: set[str]) -> bool:
    fewest = min(len(left), len(right))
    return fewest >= _FEWEST and len(left & right) >= _ALIKE * fewest


def _grouped(text: str, duties: list[Section], spans: list[Span]) -> tuple[Posting, ...]:
    """Put copies of one posting together."""
    groups: list[tuple[set[str], list[Span]]] = []
    for start, end in spans:
        keys = {k for s in duties if start <= s.start < end for k in _keys(text, s)}
        group = next((spans for known, spans in groups if _same(known, keys)), None)
        if group is None:
            groups.append((keys, [(start, end)]))
        else:
            group.append((start, end))
    return tuple(Posting(tuple(spans)) for _, spans in groups)
