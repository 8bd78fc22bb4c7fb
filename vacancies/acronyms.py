"""Short forms that a notice defines for itself: "Long Form (LF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Acronym
from .text import flatten

__all__ = ["acronyms", "short_for"]

_SHORT = re.compile(r"\(\s?([A-Z][A-Za-z]?[\w/&-]{1,8}?s?|[A-Z]{2,8})\s?\)")
_BREAK = re.compile(r"[.;:()]|\n[^\S\n]*\n")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def acronyms(words: str) -> tuple[Acronym, ...]:
    """Return the acronyms that `words`, a notice's view, defines in brackets, in its order.

    Example:
        >>> [(a.short, a.long) for a in acronyms("report to the Chief of Mission (CoM) weekly")]
        [('CoM', 'Chief of Mission')]

    Source: Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
    definitions in biomedical text".
    """
    return tuple(_defined(words))


def _defined(words: str) -> Iterator[Acronym]:
    for match in _SHORT.finditer(words):
        short = match.group(1).strip()
        if sum(c.isupper() for c in short) < 2:
            continue
        stem = short.removesuffix("s")
        lowest = max(0, match.start() - 120)
        before = words[lowest : match.start()]
        tokens = list(_WORD.finditer(before))[-(2 * len(stem) + 2) :]
        start = _long_start(stem, before, [token.start() for token in tokens])
        if start is not None:
            long = flatten(before[start:]).strip(" '\"")
            yield Acronym(short=stem, long=long, start=lowest + start, end=match.end())


def _long_start(short: str, before: str, starts: list[int]) -> int | None:
    """Return where the long form begins: its letters hold those of `short`, in order."""
    at, letters = len(before) - 1, [c.casefold() for c in short if c.isalnum()]
    for number in range(len(letters) - 1, -1, -1):
        while at >= 0 and (
            before[at].casefold() != letters[number] or (number == 0 and at not in starts)
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    start = at + 1
    if _BREAK.search(before, start) or len(before[start:].split()) < 2:
        return None
    return start


def short_for(found: tuple[Acronym, ...]) -> dict[str, str]:
    """Return the long form of each short one, the first definition winning.

    Example:
        >>> short_for((Acronym(short="LF", long="Long Form", start=0, end=14),))
        {'LF': 'Long Form'}
    """
    longs: dict[str, str] = {}
    for acronym in found:
        longs.setdefault(acronym.short, acronym.long)
    return longs
