"""What recurs at the head or foot of each page of a PDF: it is said once, not inside sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from .blocks import Block
from .lines import Line
from .words import Sheet

__all__ = ["without_furniture"]

_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12
_DRIFT = 6.0
_SHARE = 0.5

Key = tuple[str, int]


def without_furniture(
    pages: Sequence[tuple[Sheet, list[Block]]],
) -> tuple[list[list[Block]], list[Line]]:
    """Return the blocks of each page without what recurs, and what recurs at the foot, once.

    A line recurs when it stands at the same height near the edge of half the pages, two at
    least, its numbers aside. At the head the first is left where it is; numbers alone are dropped.
    """
    seen = _recurring(pages)
    kept, feet = [], {}
    said: set[str] = set()
    for sheet, blocks in pages:
        page = []
        for block in blocks:
            lines = []
            for line in block.lines:
                words = _DIGITS.sub("#", line.text)
                edge = _edge(sheet, line)
                if edge == 0 or words not in seen[edge]:
                    lines.append(line)
                elif edge < 0 and any(map(str.isalpha, words)):
                    feet[words] = line
                elif edge > 0 and words not in said and any(map(str.isalpha, words)):
                    said.add(words)
                    lines.append(line)
            if lines:
                page.append(replace(block, lines=lines))
        kept.append(page)
    return kept, list(feet.values())


def _recurring(pages: Sequence[tuple[Sheet, list[Block]]]) -> dict[int, set[str]]:
    """Return what recurs at the head (1) and at the foot (-1)."""
    where: dict[tuple[int, str], dict[int, float]] = defaultdict(dict)
    for n, (sheet, blocks) in enumerate(pages):
        for block in blocks:
            for line in block.lines:
                edge = _edge(sheet, line)
                if edge:
                    where[edge, _DIGITS.sub("#", line.text)].setdefault(n, line.base)
    least = max(2, _SHARE * len(pages))
    seen: dict[int, set[str]] = {1: set(), -1: set()}
    for (edge, words), places in where.items():
        steady = max(places.values()) - min(places.values()) <= _DRIFT
        if len(places) >= least and steady:
            seen[edge].add(words)
    return seen


def _edge(sheet: Sheet, line: Line) -> int:
    """Return 1 for a line near the head of its page, -1 near the foot, 0 elsewhere."""
    height = sheet.top - sheet.bottom
    if line.base > sheet.top - _MARGIN * height:
        return 1
    return -1 if line.base < sheet.bottom + _MARGIN * height else 0
