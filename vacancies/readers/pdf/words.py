"""The words of a PDF page as they are printed: text, place and size of each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

__all__ = ["Sheet", "Word", "sheet"]

MOST_OBJECTS = 3000
_HYPHENS = frozenset({0x02, 0xFFFE})
_UPRIGHT = 5
_LEAST_SIZE = 0.5
_BULLET = "•"
_DOT = (0.15, 0.6)
_REACH = 3.0


class Word(NamedTuple):
    """A run of characters without white space; lengths in points, `base` growing upwards.

    Attributes:
        text: the characters.
        left: where the first begins.
        right: where the last ends.
        base: the height of the line that they stand on.
        size: the size of the type.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its words in the order in which they are printed.

    Attributes:
        words: those that run in the main direction of the page, turned upright.
        left: the left edge of the paper.
        right: its right edge.
        bottom: its lower edge.
        top: its upper edge.
        unknown: how many characters have no meaning that the file tells.
        pictured: whether there are pictures on it.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    bottom: float
    top: float
    unknown: int
    pictured: bool


class _Placed(NamedTuple):
    """A word as the file places it: its box, its base line, and the angle that it runs at."""

    text: str
    box: tuple[float, float, float, float]
    size: float
    angle: float


def sheet(page: PdfPage, most: int) -> Sheet | None:
    """Return the words of a page, None where it has more than `most` characters.

    Words that run at an angle to the rest (a watermark, a note up the margin) are left out.
    """
    text = page.get_textpage()
    count = text.count_chars()
    if count > most:
        return None
    placed = list(_placed(text, count))
    turns = _turns(placed)
    words = [_upright(one, turns) for one in placed if _quarters(one.angle) == turns]
    width, height = page.get_size() if page.get_rotation() % 180 == 0 else page.get_size()[::-1]
    left, right, bottom, top = _turned((0, width, 0, height), turns)
    dots = _dots(page) if turns == 0 and words else []
    unknown = sum(_is_unknown(c) for w in words if not w.text.isascii() for c in w.text)
    pictured = len(words) < 20 and _pictured(page)
    return Sheet(tuple(_marked(words, dots)), left, right, bottom, top, unknown, pictured)


def _placed(text: PdfTextPage, count: int) -> Iterator[_Placed]:
    """Yield the words of a page; a hyphen at a line's end closes one."""
    from pypdfium2 import raw

    place = _Place(text)
    begin, letters = 0, ""
    for n in range(count):
        code = raw.FPDFText_GetUnicode(text, n)
        hyphen = code in _HYPHENS
        letter = "-" if hyphen else chr(code)
        blank = letter.isspace() or (code < 32 and not hyphen) or code == 0xFFFF
        if not blank:
            begin = begin if letters else n
            letters += letter
        if letters and (blank or hyphen):
            yield place.of(begin, n - blank, letters)
            letters = ""
    if letters:
        yield place.of(begin, count - 1, letters)


class _Place:
    """Asks a page where its words stand; what the answers are written to is made once."""

    def __init__(self, text: PdfTextPage) -> None:
        from pypdfium2 import raw

        self.text = text
        self.matrix, self.start, self.end = raw.FS_MATRIX(), raw.FS_RECTF(), raw.FS_RECTF()
        self.x, self.y = c_double(), c_double()

    def of(self, first: int, last: int, letters: str) -> _Placed:
        """Return the word from a first to a last character."""
        from pypdfium2 import raw

        text, matrix, start, end = self.text, self.matrix, self.start, self.end
        raw.FPDFText_GetMatrix(text, first, matrix)
        raw.FPDFText_GetCharOrigin(text, first, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(text, first, start)
        raw.FPDFText_GetLooseCharBox(text, last, end)
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        size = raw.FPDFText_GetFontSize(text, first) * math.hypot(matrix.c, matrix.d)
        x, y = self.x.value, self.y.value
        if _quarters(angle) in (0, 2):
            box = (min(start.left, end.left), max(start.right, end.right), y, y)
        else:
            box = (x, x, min(start.bottom, end.bottom), max(start.top, end.top))
        if not letters.isascii():
            letters = letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return _Placed(letters, box, max(size, _LEAST_SIZE), angle)


def _quarters(angle: float) -> int | None:
    """Return how many quarter turns an angle is, None where it is none."""
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) <= _UPRIGHT else None


def _turns(placed: list[_Placed]) -> int:
    """Return the direction in which most of the page runs."""
    counted: Counter[int] = Counter()
    for one in placed:
        turns = _quarters(one.angle)
        if turns is not None:
            counted[turns] += len(one.text)
    return max(counted, key=lambda turns: (counted[turns], -turns), default=0)


def _upright(placed: _Placed, turns: int) -> Word:
    left, right, base, _ = _turned(placed.box, turns)
    return Word(placed.text, left, right, base, placed.size)


def _turned(
    box: tuple[float, float, float, float], turns: int
) -> tuple[float, float, float, float]:
    """Turn a box (left, right, bottom, top) so that text at that many quarters is upright."""
    left, right, bottom, top = box
    for _ in range(turns):
        left, right, bottom, top = bottom, top, -right, -left
    return left, right, bottom, top


def _is_unknown(letter: str) -> bool:
    return letter == "\N{REPLACEMENT CHARACTER}" or "\ue000" <= letter <= "\uf8ff"


def _pictured(page: PdfPage) -> bool:
    from pypdfium2 import raw

    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_PATH)
    return any(kind in kinds for kind, _ in _objects(page))


def _objects(page: PdfPage) -> Iterator[tuple[int, object]]:
    """Yield kind and handle of the first objects of a page."""
    from pypdfium2 import raw

    for n in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, n)
        yield raw.FPDFPageObj_GetType(one), one


def _dots(page: PdfPage) -> list[tuple[float, float, float]]:
    """Return the dots that are drawn, not printed, as (right edge, middle, width).

    Browsers draw the bullets of lists in this way.
    """
    from ctypes import c_float

    from pypdfium2 import raw

    found = []
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for kind, one in _objects(page):
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(one, left, bottom, right, top)
        width, height = right.value - left.value, top.value - bottom.value
        if 0 < width < 10 and abs(width - height) < 0.2 * width:
            found.append((right.value, (bottom.value + top.value) / 2, width))
    return found


def _marked(words: list[Word], dots: list[tuple[float, float, float]]) -> list[Word]:
    """Set a bullet before each word that a dot is drawn in front of."""
    marked: list[Word] = []
    left = sorted(dots, key=lambda dot: -dot[1])
    for word in words:
        dot = next((dot for dot in left if _fronts(dot, word)), None) if left else None
        if dot is not None:
            left.remove(dot)
            marked.append(Word(_BULLET, dot[0] - dot[2], dot[0], word.base, word.size))
        marked.append(word)
    return marked


def _fronts(dot: tuple[float, float, float], word: Word) -> bool:
    right, middle, width = dot
    least, most = _DOT
    return (
        least * word.size <= width <= most * word.size
        and word.base < middle < word.base + 0.8 * word.size
        and 0 < word.left - right <= _REACH * word.size
    )
