"""Where in a text a sentence stands, and the words of it that state a relation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .model import SectionSpan
from .sections import Section, items
from .text import view
from .tokens import sentences

__all__ = ["cue_spans", "sentence_at"]

_GAP = " ... "

Span = tuple[int, int]


def sentence_at(text: str, section: SectionSpan, at: int) -> Span | None:
    r"""Return the span of the sentence of a section that holds the code point `at`, or None.

    Example:
        >>> text = "Needs:\n- Patience. A course  is welcome."
        >>> sentence_at(text, SectionSpan(kind="requirements", start=0, end=len(text)), 21)
        (19, 40)
    """
    cut = Section(section.kind, section.start, section.end, section.start, section.heading)
    spans = (span for one in items(text, cut) for span in sentences(view(text), one.start, one.end))
    return next(((start, end) for start, end in spans if start <= at < end), None)


def cue_spans(text: str, start: int, end: int, cue: str) -> tuple[Span, ...]:
    """Return the spans between `start` and `end` where the words of a cue stand, in its order.

    A cue is what a rule kept of the text: on one line, what stands between its parts left out.

    Example:
        >>> cue_spans("Reports   incidents to the RSO", 0, 30, "reports ... to")
        ((0, 7), (20, 22))
        >>> cue_spans("Reports to the RSO", 0, 18, "advises")
        ()
    """
    words = view(text)
    whole = _in_order(words, start, end, cue.split(_GAP))
    return whole or _in_order(words, start, end, cue.replace(_GAP, " ").split())


def _in_order(words: str, start: int, end: int, parts: Iterable[str]) -> tuple[Span, ...]:
    found: list[Span] = []
    for part in parts:
        pattern = r"\s+".join(map(re.escape, part.split()))
        match = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(words, start, end)
        if match is None or not pattern:
            return ()
        found.append(match.span())
        start = match.end()
    return tuple(found)
