"""The lines of a notice, and whether and how wide it is wrapped by hand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ..ontology.grammar import grammar
from ..ontology.tables import LANGUAGES
from .text import view

__all__ = ["Line", "line_at", "lines", "lines_between", "open_ended", "wrap_width"]

_OPEN_ENDED = ("preposition", "determiner", "conjunction")
_FEWEST = 2
_USUAL = 0.9
_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its end: offsets, and the words of the view on it."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=8)
def lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` as its view shows them.

    Example:
        >>> [line.start for line in lines("ab\ncd")]
        [0, 3]
    """
    found, start = [], 0
    for piece in view(text).split("\n"):
        end = start + len(piece)
        found.append(Line(start, end, piece))
        start = end + 1
    return tuple(found)


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(line.start for line in lines(text))


def line_at(text: str, at: int) -> Line:
    """Return the line that a place lies on."""
    return lines(text)[bisect_right(_starts(text), at) - 1]


def lines_between(text: str, start: int, end: int) -> tuple[Line, ...]:
    """Return the lines that meet the text from `start` to `end`."""
    starts = _starts(text)
    first = max(0, bisect_right(starts, start) - 1)
    return lines(text)[first : bisect_left(starts, end, first)]


@lru_cache(maxsize=8)
def wrap_width(text: str) -> int:
    r"""Return the length at which lines are surely wrapped, or 0 where none are.

    Where lines are wrapped by hand, many go on in lower case on the next. A few longer ones, of a
    header that is not wrapped, tell nothing of the rest.

    Example:
        >>> wrap_width("Keep the log of\nall boats that\nleave the port.")
        14
    """
    adjacent, wrapped = 0, []
    for left, right in pairwise(lines(text)):
        after = right.words.lstrip()
        if not after or not left.words or left.words.isspace():
            continue
        adjacent += 1
        if after[0].islower():
            wrapped.append(len(left.words.rstrip()))
    if len(wrapped) < max(_FEWEST, _SHARE * adjacent):
        return 0
    return sorted(wrapped)[int(_USUAL * (len(wrapped) - 1))]


@cache
def open_ended() -> frozenset[str]:
    """Return the small words that no line of its own ends with: of, the, and."""
    return frozenset(
        word
        for code in LANGUAGES
        for word, classes in grammar(code).classes.items()
        if not classes.isdisjoint(_OPEN_ENDED)
    )
