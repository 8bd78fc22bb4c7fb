"""The numbers and bullets of a Word document's lists, as Word prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .names import child, children, count_of, value

if TYPE_CHECKING:
    from .names import Element

__all__ = ["Level", "Numbering", "printed"]

LEVELS = 9
_BULLET = "•"
_DASHES = frozenset("-–—•●▪■◦○□")
_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 9999


def _roman(number: int) -> str:
    parts = []
    for worth, letters in _ROMANS:
        parts.append(letters * (number // worth))
        number %= worth
    return "".join(parts)


def _letters(number: int) -> str:
    """Return a, b ... z, aa, bb ... as Word counts with letters."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "none": lambda number: "",
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}


def printed(number: int, style: str) -> str:
    """Return a number as a list of some style prints it; unknown styles count 1, 2, 3.

    Example:
        >>> [printed(n, "lowerRoman") for n in (4, 9)], printed(28, "lowerLetter")
        (['iv', 'ix'], 'bb')
    """
    if not 0 < number <= _MOST or style not in _FORMATS:
        return str(number)
    return _FORMATS[style](number)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        start: the first number.
        style: decimal, lowerLetter, bullet ...
        text: what is printed, `%1` standing for the number of the first level.
        restart: the level, counted from 1, behind which the numbers begin anew; 0 for never.
        legal: whether all numbers are printed as 1, 2, 3.
        paragraphs: the style of paragraphs that are numbered so.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraphs: str = ""


@dataclass(slots=True)
class _List:
    """The numbers that one list, or all that continue it, has come to."""

    counts: dict[int, int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Numbering:
    """The lists of a document, counted on as its paragraphs are read."""

    def __init__(self, root: Element | None) -> None:
        """Read `w:numbering`; without one nothing is numbered."""
        abstract, numbers = children(root, "abstractNum"), children(root, "num")
        self._levels = {value(one, "abstractNumId"): _levels(one) for one in abstract}
        self._linked = _linked(abstract, numbers)
        self._abstract = {
            value(one, "numId"): value(child(one, "abstractNumId")) for one in numbers
        }
        self._starts: dict[tuple[str, int], int] = {}
        self._own: dict[tuple[str, int], Level] = {}
        for one in numbers:
            self._override(value(one, "numId"), one)
        self._lists: dict[str, _List] = {}

    def _override(self, number: str, one: Element) -> None:
        for override in children(one, "lvlOverride"):
            at = count_of(value(override, "ilvl"), 0)
            own, start = child(override, "lvl"), child(override, "startOverride")
            if own is not None:
                self._own[number, at] = _level(own)
            if start is not None:
                self._starts[number, at] = count_of(value(start), 1)

    def level_of(self, number: str, style: str) -> int:
        """Return the level of a list that a style of paragraphs stands for, the first if none."""
        levels = self._levels.get(self._root(number), {})
        return next((at for at, one in levels.items() if one.paragraphs == style), 0)

    def mark(self, number: str, at: int) -> str:
        """Count on in a list, and return what stands before the paragraph, empty for nothing."""
        level = self._level(number, at)
        if level is None or not 0 <= at < LEVELS:
            return ""
        counts = self._counted(number, at, level)
        if level.style == "bullet":
            return level.text if level.text in _DASHES else _BULLET
        text = level.text
        for above in range(LEVELS):
            if f"%{above + 1}" in text:
                text = text.replace(f"%{above + 1}", self._shown(number, above, counts, level))
        return text.strip()

    def _root(self, number: str) -> str:
        abstract = self._abstract.get(number, "")
        return self._linked.get(abstract, abstract)

    def _level(self, number: str, at: int) -> Level | None:
        return self._own.get((number, at)) or self._levels.get(self._root(number), {}).get(at)

    def _counted(self, number: str, at: int, level: Level) -> Mapping[int, int]:
        one = self._lists.setdefault(self._root(number), _List())
        own = self._starts.get((number, at))
        if own is not None and (number, at) not in one.begun:
            one.counts.pop(at, None)
        first = level.start if own is None else own
        one.counts[at] = one.counts.get(at, first - 1) + 1
        one.begun.add((number, at))
        for deeper in [n for n in one.counts if n > at and self._restarts(number, n, at)]:
            del one.counts[deeper]
        return one.counts

    def _restarts(self, number: str, deeper: int, at: int) -> bool:
        level = self._level(number, deeper)
        behind = level.restart if level is not None else None
        return behind is None or (behind > 0 and at < behind)

    def _shown(self, number: str, above: int, counts: Mapping[int, int], level: Level) -> str:
        one = self._level(number, above) or Level()
        return printed(counts.get(above, one.start), "decimal" if level.legal else one.style)


def _levels(abstract: Element) -> dict[int, Level]:
    return {count_of(value(one, "ilvl"), 0): _level(one) for one in children(abstract, "lvl")}


def _level(one: Element) -> Level:
    restart = child(one, "lvlRestart")
    legal = child(one, "isLgl")
    return Level(
        start=count_of(value(child(one, "start")), 1),
        style=value(child(one, "numFmt")) or "decimal",
        text=value(child(one, "lvlText")),
        restart=None if restart is None else count_of(value(restart), 0),
        legal=legal is not None and value(legal) not in ("0", "false", "off"),
        paragraphs=value(child(one, "pStyle")),
    )


def _linked(abstract: list[Element], numbers: list[Element]) -> dict[str, str]:
    """Return, for each list that only names a style, the list that the style stands for."""
    meant = {
        value(child(one, "styleLink")): value(one, "abstractNumId")
        for one in abstract
        if child(one, "styleLink") is not None
    }
    return {
        value(one, "abstractNumId"): meant[value(child(one, "numStyleLink"))]
        for one in abstract
        if value(child(one, "numStyleLink")) in meant
    }
