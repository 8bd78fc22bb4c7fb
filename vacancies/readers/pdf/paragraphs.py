"""The paragraphs of a PDF: lines joined where they were broken for want of room alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .blocks import Block
from .lines import Line
from .words import Sheet

__all__ = ["Measure", "text_of"]

_LONG = 40
_FEWEST = 3
_COLUMN = 4
_LOOSER = 1.25
_LIKE = 0.15
_ASIDE = 1.0
_INDENT = 4.0
_SPACE = 0.25
_NEAR = 0.5
_ENDED = (".", ";", "!", "?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Measure:
    """What holds for the lines of a whole document.

    Attributes:
        pages: the sheets and their blocks, furniture out.
    """

    pages: Sequence[tuple[Sheet, list[Block]]]

    @cached_property
    def lines(self) -> list[Line]:
        """All lines."""
        return [line for _, blocks in self.pages for block in blocks for line in block.lines]

    @cached_property
    def right(self) -> float:
        """The right edge of the text: where long lines end, or as far from the edge as the left."""
        ends = sorted(line.right for line in self.lines if len(line.text) >= _LONG)
        if len(ends) >= _FEWEST:
            return ends[min(len(ends) - 1, int(0.97 * len(ends)))]
        left = self.left
        return max((sheet.right + sheet.left - left for sheet, _ in self.pages), default=0.0)

    @cached_property
    def columns(self) -> int:
        """The most letters that stand on a line, as where text was wrapped by their number."""
        counts = sorted(len(line.text) for line in self.lines if len(line.text) >= _LONG)
        return counts[int(0.97 * (len(counts) - 1))] if len(counts) >= _FEWEST else 0

    @cached_property
    def left(self) -> float:
        """The left edge of the text."""
        return min((line.left for line in self.lines), default=0.0)

    @cached_property
    def pitch(self) -> float:
        """The closest distance of lines that is common, in sizes of their type."""
        steps = Counter(
            round((above.base - line.base) / line.size, 1)
            for _, blocks in self.pages
            for block in blocks
            for above, line in pairwise(block.lines)
            if above.base - line.base > _NEAR * line.size
        )
        least = max(2, 0.1 * steps.total())
        common = [step for step, count in steps.items() if count >= least]
        return min(common or steps or [1.2])

    @cached_property
    def printed(self) -> frozenset[str]:
        """The words that stand whole on a line, in lower case."""
        return frozenset(
            word.casefold()
            for line in self.lines
            for word in _WORD.findall(line.text.rpartition(" ")[0])
        )


def text_of(pages: Sequence[tuple[Sheet, list[Block]]], feet: Iterable[Line] = ()) -> str:
    """Return the text of a document, a line for each paragraph and item, blank lines between.

    Broken lines are joined: one is broken where the first word of the next had no room on it.
    """
    text = _Text(Measure(pages))
    for _, blocks in pages:
        before: Block | None = None
        for block in blocks:
            aside = before is not None and before.narrow and block.left >= before.right
            text.add(block, turned=before is None or aside)
            before = block
    for line in feet:
        text.parts += ["\n\n" if text.parts else "", line.text]
    return "".join(text.parts)


class _Text:
    """The text of a document while it grows, line by line."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.parts: list[str] = []
        self.above: Line | None = None
        self.item: Line | None = None
        self.room = 0.0

    def add(self, block: Block, *, turned: bool) -> None:
        """Add a block; one on a new page or in the next column may go on with the last line."""
        for n, line in enumerate(block.lines):
            if (n or turned) and self._goes_on(line, turned=turned and n == 0):
                self._join(line)
            else:
                self._part(line, follows=n > 0)
                self.item = line
            self.parts.append(line.text)
            self.above, self.room = line, self._room(block)

    def _room(self, block: Block) -> float:
        """Return the right edge of the column that a block stands in."""
        long = [line.right for line in block.lines]
        own = len(long) > 1 if block.is_cell else block.narrow and len(long) >= _COLUMN
        return max(long) if own else self.measure.right

    def _part(self, line: Line, *, follows: bool) -> None:
        """Set off a paragraph from the one above; items of a list follow closely."""
        above = self.above
        if above is None:
            return
        step = (above.base - line.base) / line.size
        close = follows and step <= _LOOSER * self.measure.pitch and _alike(above, line)
        self.parts.append("\n" if close else "\n\n")

    def _join(self, line: Line) -> None:
        """Join a broken line: a hyphen at its end stays, unless the word is known without."""
        half, first = _LAST.search(self.parts[-1]), _FIRST.match(line.text)
        if half is None or first is None:
            self.parts.append(" ")
            return
        whole, hyphened = half[1] + first[0], f"{half[1]}-{first[0]}"
        printed = self.measure.printed
        if whole.casefold() in printed and hyphened.casefold() not in printed:
            self.parts[-1] = self.parts[-1][:-1]

    def _goes_on(self, line: Line, *, turned: bool) -> bool:
        """Tell whether a line goes on with the paragraph above."""
        above = self.above
        if above is None or line.marked or line.more or not _alike(above, line):
            return False
        step = (above.base - line.base) / line.size
        if step > _LOOSER * self.measure.pitch and not turned:
            return False
        if len(line.cells) > 1:
            return _is_label(above, line)
        placed = self._aligned(above, line) or (turned and line.text[:1].islower())
        return placed and self._full(above, line)

    def _aligned(self, above: Line, line: Line) -> bool:
        """Tell whether a line begins where a paragraph would go on."""
        aside = _ASIDE * line.size
        starts = [above.body, above.cells[-1][0].left]
        starts += [] if above.marked else [above.left]
        if any(abs(line.left - start) <= aside for start in starts):
            return True
        indented = 0 < above.body - line.left <= _INDENT * line.size and not above.more
        return indented or _centred(above, line)

    def _full(self, above: Line, line: Line) -> bool:
        """Tell whether the first word of a line had no room on the line above.

        Where a sentence ends with a line, the line must be full to the edge and the next be no
        heading, but not in a marked item, which goes on until the next mark. Elsewhere a line is
        full by its letters too, or where a small letter follows one of some length.
        """
        end = above.right
        if _centred(above, line) and abs(above.left - line.left) > _ASIDE * line.size:
            end = self.measure.left + (above.right - above.left)
        if above.text.endswith(":"):
            return False
        ended = above.text.endswith(_ENDED) and line.text[:1].isupper()
        if ended and not self._hangs(line):
            sentence = line.text.endswith(_ENDED) or len(line.text) >= _LONG
            return sentence and end > self.room - _NEAR * above.size
        first = line.words[0]
        if end + _SPACE * above.size + first.right - first.left > self.room:
            return True
        if above.text.endswith(_ENDED) or len(above.text) < _LONG:
            return False
        return line.text[:1].islower() or len(f"{above.text} {first.text}") > self.measure.columns

    def _hangs(self, line: Line) -> bool:
        """Tell whether a line stands below the words of an item, not below its mark."""
        item = self.item
        return item is not None and item.marked and abs(line.left - item.body) <= _NEAR * line.size


def _is_label(above: Line, line: Line) -> bool:
    """Tell whether a line is the beginning of the label that opens a row of cells below it."""
    return (
        len(above.cells) == 1
        and abs(above.left - line.left) <= _NEAR * line.size
        and above.right <= line.cells[1][0].left
        and line.text[:1].islower()
    )


def _alike(above: Line, line: Line) -> bool:
    return abs(above.size - line.size) <= _LIKE * line.size


def _centred(above: Line, line: Line) -> bool:
    return abs((above.left + above.right) - (line.left + line.right)) < _NEAR * line.size
