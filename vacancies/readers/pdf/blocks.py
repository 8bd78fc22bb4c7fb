"""The blocks of a PDF page: lines that follow one another downwards, put in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Line, align

__all__ = ["Block", "blocks", "in_order"]

MOST_ORDERED = 400
_LABEL_LINES = 3
_RISE = 0.4
_LEVEL = 0.65
_TOUCH = 4.0


@dataclass(slots=True)
class Block:
    """Lines below one another, each beside or under the one before.

    Attributes:
        lines: they, from top to bottom; never none.
        narrow: whether another column stands to the right.
        is_cell: whether its first line is the last cell of a table's row.
    """

    lines: list[Line]
    narrow: bool = False
    is_cell: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(line.base + line.size for line in self.lines)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return min(line.base for line in self.lines)


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Gather lines into blocks: one ends where print goes up again, or aside."""
    align(lines)
    gathered: list[Block] = []
    for line in lines:
        if gathered and _follows(gathered[-1].lines[-1], line):
            gathered[-1].lines.append(line)
        else:
            gathered.append(Block([line]))
    found: list[Block] = []
    for block in gathered:
        found += _paired(found[-1], block) if found else [block]
    return [block for block in found if block.lines]


def _follows(before: Line, line: Line) -> bool:
    down = line.base < before.base + _RISE * line.size
    return down and line.left < before.right and before.left < line.right


def _paired(label: Block, block: Block) -> list[Block]:
    """Put the last lines of a block before the next where they are the first cell of its row.

    What stands below the row is a block of its own.
    """
    first = block.lines[0]
    cell = [line for line in label.lines if line.base <= block.top]
    if not 0 < len(cell) <= _LABEL_LINES or cell != label.lines[-len(cell) :]:
        return [block]
    edge = max(line.right for line in cell)
    end = next((n for n, line in enumerate(block.lines) if line.left < edge), len(block.lines))
    if edge > first.left or not any(
        _level(one, line) for one in cell for line in block.lines[:end]
    ):
        return [block]
    first.more.append(" ".join(line.text for line in cell))
    del label.lines[-len(cell) :]
    below = block.lines[end:]
    return [Block(block.lines[:end], is_cell=True), *([Block(below)] if below else [])]


def _level(one: Line, other: Line) -> bool:
    return abs(one.base - other.base) <= _LEVEL * other.size


def in_order(found: Sequence[Block]) -> list[Block]:
    """Return blocks in reading order: above before below, left before right, else as printed.

    Source: Breuel 2003, "High performance document layout analysis", section 4.
    """
    if len(found) > MOST_ORDERED:
        return list(found)
    for block in found:
        block.narrow = any(_is_column(block, other) for other in found)
    edges = [(b.left, b.right, b.bottom, b.top) for b in found]
    before = [
        {m for m in range(len(found)) if m != n and _precedes(edges[m], edges[n])}
        for n in range(len(found))
    ]
    ordered: list[int] = []
    waiting = list(range(len(found)))
    done: set[int] = set()
    while waiting:
        n = next((n for n in waiting if before[n] <= done), waiting[0])
        waiting.remove(n)
        done.add(n)
        ordered.append(n)
    return [found[n] for n in ordered]


Edges = tuple[float, float, float, float]


def _precedes(one: Edges, other: Edges) -> bool:
    left, right, bottom, top = one
    its_left, its_right, its_bottom, its_top = other
    if left < its_right and its_left < right:
        return bottom >= its_top - _TOUCH and top > its_top
    return bottom < its_top and its_bottom < top and right <= its_left


def _is_column(block: Block, other: Block) -> bool:
    level = block.bottom < other.top and other.bottom < block.top
    return level and block.right <= other.left
