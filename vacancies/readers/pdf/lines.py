"""The lines of a PDF page: words on one base line, parted into cells where wide gaps stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from .words import Word

__all__ = ["Line", "align", "is_mark", "lines"]

_MARK = re.compile(
    r"[•·●▪■◦○□➢❖✓➔*–—-]"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-zA-Z])[.)]+"
    r"|\d{1,2}(?:\.\d{1,2})+"
)
_SAME_BASE = 0.3
_RAISED = 0.6
_OVERLAP = 0.35
_WIDE = 1.2
_WIDEST = 2.5
_UNLIKE = 2.0
_EXACT = 1.0
_AWAY = 0.75
_ROWS = 3
_LABEL = 30
_LABEL_WORDS = 6


def is_mark(text: str) -> bool:
    """Tell whether a word is the mark of a list's item: a bullet, a number, a letter.

    Example:
        >>> [is_mark(word) for word in ("•", "1.2", "a)", "iv.", "2018", "area")]
        [True, True, True, True, False, False]
    """
    return _MARK.fullmatch(text) is not None or (len(text) == 1 and "\ue000" <= text <= "\uf8ff")


@dataclass(eq=False)
class Line:
    """Words that stand on one base line, from left to right; what follows from them is kept.

    Attributes:
        words: they, in order; never none.
        more: cells of a table's row that were printed on lines of their own before these.
        stop: where a second cell begins that stands close to the first.
    """

    words: list[Word]
    more: list[str] = field(default_factory=list)
    stop: float | None = None

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].right

    @property
    def base(self) -> float:
        """The height that the line stands on."""
        return self.words[0].base

    @cached_property
    def size(self) -> float:
        """The size of the type that most of the line is in."""
        return max(self.words, key=lambda word: len(word.text)).size

    @cached_property
    def marked(self) -> bool:
        """Whether the line opens an item of a list."""
        return len(self.words) > 1 and is_mark(self.words[0].text) and not self.more

    @property
    def body(self) -> float:
        """Where the words behind the mark begin."""
        return self.words[1].left if self.marked else self.left

    @cached_property
    def cells(self) -> list[list[Word]]:
        """Return the words parted where the gap is wide, the mark of an item left with its text."""
        gaps = [after.left - before.right for before, after in pairwise(self.words)]
        least = min(gaps[1:] if self.marked else gaps, default=0.0)
        parted = [[self.words[0]]]
        for n, (gap, word) in enumerate(zip(gaps, self.words[1:], strict=True)):
            wide = gap > _WIDE * word.size and (gap > _UNLIKE * least or len(gaps) == 1)
            wide = wide or word.left == self.stop
            if (wide or gap > _WIDEST * word.size) and not (self.marked and n == 0):
                parted.append([])
            parted[-1].append(word)
        return parted

    @cached_property
    def text(self) -> str:
        """The words, with a tab between cells."""
        cells = [" ".join(filter(None, map(_shown, cell))) for cell in _numbered(self)]
        return "\t".join(filter(None, (*self.more, *cells)))


def _numbered(line: Line) -> list[list[Word]]:
    cells = list(line.cells)
    first = cells[0][0]
    if not line.more and is_mark(first.text) and not first.text[0].isalnum():
        cells[0] = [first._replace(text=_bullet(first.text)), *cells[0][1:]]
    return cells


def _bullet(text: str) -> str:
    return "•" if "\ue000" <= text <= "\uf8ff" else text


def _shown(word: Word) -> str:
    """Return a word without the letters of picture fonts."""
    if word.text.isascii():
        return word.text
    return "".join(letter for letter in word.text if not "\ue000" <= letter <= "\uf8ff")


def lines(words: Iterable[Word]) -> Iterator[Line]:
    r"""Yield the lines of words that come in the order of print.

    Words printed twice over each other, which some programs do for bold type, are taken once.

    Example:
        >>> words = [Word("Grade", 60, 90, 700, 10), Word("P3", 200, 215, 700, 10)]
        >>> [line.text for line in lines(words)]
        ['Grade\tP3']
    """
    line: Line | None = None
    for word in words:
        place = _place(line, word) if line else None
        if line is None or place is None:
            if line is not None:
                yield line
            line = Line([word])
        elif place >= 0:
            line.words.insert(place, word)
    if line is not None:
        yield line


def _place(line: Line, word: Word) -> int | None:
    """Return where in a line a word stands: None where elsewhere, -1 where it is there already."""
    size = max(line.words[0].size, word.size)
    raised = word.size < 0.8 * size or line.words[-1].size < 0.8 * size
    if abs(word.base - line.base) > (_RAISED if raised else _SAME_BASE) * size:
        return None
    loose = _OVERLAP * size
    if word.left >= line.right - loose:
        return len(line.words)
    for n, other in enumerate(line.words):
        if word.text == other.text and abs(word.left - other.left) < loose:
            return -1
        if word.right <= other.left + loose:
            clear = n == 0 or line.words[n - 1].right <= word.left + loose
            return n if clear else None
    return None


def align(found: Sequence[Line]) -> None:
    r"""Mark where second cells begin in lines that stand so close to the first that no gap tells.

    They begin below one another, with a capital or a number, behind a few words that do too and
    that differ in length.

    Example:
        >>> rows = [("Grade", 82, "P3"), ("Location", 92, "Oasis"), ("Post", 79, "Guard")]
        >>> words = [(Word(a, 60, x, 0, 10), Word(b, 95, 120, 0, 10)) for a, x, b in rows]
        >>> align(found := [Line(list(pair)) for pair in words])
        >>> found[1].text
        'Location\tOasis'
    """
    starts = [_starts(line) for line in found]
    for n, line in enumerate(found):
        for start in starts[n] if line.stop is None else ():
            run = list(_below(found, starts, n, start.left))
            gaps = [at.gap for _, at in run if at is not None]
            if len(run) >= _ROWS and max(gaps) - min(gaps) > _AWAY * line.size:
                for one, at in run:
                    one.stop = at.left if at is not None else one.stop
                break


class _Start(NamedTuple):
    """Where a second cell may begin, and how far that is from the words before."""

    left: float
    gap: float


def _starts(line: Line) -> list[_Start]:
    """Return where words begin that may open a second cell."""
    if line.marked or not _opens(line.words[0]):
        return []
    length, found = 0, []
    for before, word in pairwise(line.words[:_LABEL_WORDS]):
        length += len(before.text) + 1
        if length <= _LABEL and _opens(word):
            found.append(_Start(word.left, word.left - before.right))
    return found


def _below(
    found: Sequence[Line], starts: Sequence[list[_Start]], n: int, left: float
) -> Iterator[tuple[Line, _Start | None]]:
    """Yield the lines from one on that have a word at a place, or begin there."""
    for line, places in zip(found[n:], starts[n:], strict=True):
        at = next((place for place in places if abs(place.left - left) <= _EXACT), None)
        if at is not None or abs(line.left - left) <= _EXACT:
            yield line, at
        elif line.right > left:
            return


def _opens(word: Word) -> bool:
    return word.text[0].isupper() or word.text[0].isdigit()
