"""The body of a Word document in its order: paragraphs, lists, tables, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..notice import Refused
from .names import child, children, count_of, tag, value
from .numbering import Numbering
from .styles import Styles

if TYPE_CHECKING:
    from .names import Element

__all__ = ["MOST_DEPTH", "Block", "Body", "laid"]

MOST_DEPTH = 60
PARAGRAPH, ITEM, ROW = "paragraph", "item", "row"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WRAPPERS = _set(
    """
    ins moveTo customXml smartTag sdtContent hyperlink dir bdo fldSimple rubyBase mc:Choice
    mc:Fallback
    """
)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = _set("drawing pict object")
_MATHS = _set("m:oMath m:oMathPara")
_OFF = _set("0 false off")
_MARKED = re.compile(r"\s*(?:[•·▪◦‣●*–—-]|\(?\d{1,3}[.)])\s")
_BULLETS = _set("• ● ▪ ■ ◦ ○ □ - – —")
_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff]")
_SPACES = re.compile("[ \N{NO-BREAK SPACE}]+")
_TABS = re.compile(r" *\t[ \t]*")
_EDGES = re.compile(r"[ \t]*\n[ \t\n]*")


class Block(NamedTuple):
    """A piece of the text: paragraph, item of a list or row of a table, and its words."""

    kind: str
    text: str


class Body:
    """The blocks of a document, made one after the other since its lists count on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Keep what the paragraphs refer to."""
        self._styles, self._numbering = styles, numbering
        self._boxes: list[Element] = []
        self._held = ""
        self.foreign = 0

    def blocks(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks below an element; what was deleted is not shown.

        Raises:
            Refused: tables and boxes are nested too deeply.
        """
        _check(depth)
        for one in parent:
            name = tag(one)
            if name == "p":
                yield from self._paragraph(one, depth)
            elif name == "tbl":
                yield from self._table(one, depth)
            elif name == "altChunk":
                self.foreign += 1
            else:
                for inner in _inside(one, name):
                    yield from self.blocks(inner, depth + 1)

    def _paragraph(self, one: Element, depth: int) -> Iterator[Block]:
        properties = child(one, "pPr")
        style = value(child(properties, "pStyle"))
        said = _tidy("".join(self._words(one, depth)))
        boxes, self._boxes = self._boxes, []
        if child(properties, "rPr", "del") is not None:
            self._held += f"{said} " if said else ""
        else:
            said, self._held = _tidy(self._held + said), ""
            mark = self._mark(properties, style)
            if said and not self._styles.is_contents(style):
                yield _block(mark, said)
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _mark(self, properties: Element | None, style: str) -> str:
        """Count on in the list that a paragraph is in, and return what is printed before it."""
        listed = child(properties, "numPr")
        number, level = value(child(listed, "numId")), value(child(listed, "ilvl"))
        by_style, styled, namer = self._styles.numbered(style)
        number = number or by_style
        if number in ("", "0"):
            return ""
        if not level and namer and number == by_style:
            level = styled or str(self._numbering.level_of(number, namer))
        return self._numbering.mark(number, count_of(level, 0))

    def _words(self, parent: Element, depth: int) -> Iterator[str]:
        """Yield the words of a paragraph, and keep the boxes that are anchored in it."""
        _check(depth)
        for one in parent:
            name = tag(one)
            if name == "r":
                if not _is_hidden(one):
                    yield from self._words(one, depth + 1)
            elif name == "t":
                yield one.text or ""
            elif name in _BREAKS:
                yield _BREAKS[name]
            elif name == "sym":
                yield "•"
            elif name in _PICTURES:
                self._boxes += _boxes(one)
            elif name in _MATHS:
                yield "".join(leaf.text or "" for leaf in one.iter() if tag(leaf) == "m:t")
            elif name == "ruby":
                yield from self._words(one, depth + 1)
            else:
                for inner in _inside(one, name):
                    yield from self._words(inner, depth + 1)

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        for row in _members(table, "tr", depth):
            if child(row, "trPr", "del") is None:
                yield from _row(
                    [list(self._cell(one, depth)) for one in _members(row, "tc", depth)]
                )

    def _cell(self, cell: Element, depth: int) -> Iterator[Block]:
        properties = child(cell, "tcPr")
        if child(properties, "cellDel") is None:
            yield from self.blocks(cell, depth + 1)


def _check(depth: int) -> None:
    if depth > MOST_DEPTH:
        reason = f"its tables and boxes are nested more than {MOST_DEPTH} deep"
        raise Refused(reason, "save its text as .txt")


def _inside(one: Element, name: str) -> list[Element]:
    """Return what of a wrapping element is shown: of alternatives one, of a form its content."""
    if name == "mc:AlternateContent":
        return [inner for inner in one if tag(inner) in _WRAPPERS][:1]
    if name == "sdt":
        placeholder = child(one, "sdtPr", "showingPlcHdr")
        return children(one, "sdtContent") if placeholder is None else []
    return [one] if name in _WRAPPERS else []


def _boxes(picture: Element) -> list[Element]:
    """Return the text boxes of a picture, those inside another box or alternative left to it."""
    found, waiting = [], [picture]
    while waiting:
        one = waiting.pop()
        if tag(one) == "txbxContent":
            found.append(one)
        else:
            inner = _inside(one, tag(one)) if tag(one) == "mc:AlternateContent" else list(one)
            waiting += reversed(inner)
    return found


def _members(parent: Element, name: str, depth: int) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, those in content controls too."""
    for one in parent:
        if tag(one) == name:
            yield one
        else:
            for inner in _inside(one, tag(one)):
                _check(depth)
                yield from _members(inner, name, depth + 1)


def _is_hidden(run: Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and value(hidden) not in _OFF


def _tidy(words: str) -> str:
    words = _INVISIBLE.sub("", words.replace("\r", "\n"))
    return _EDGES.sub("\n", _TABS.sub("\t", _SPACES.sub(" ", words))).strip()


def _block(mark: str, words: str) -> Block:
    if not mark or (mark in _BULLETS and _MARKED.match(words)):
        return Block(ITEM if mark else PARAGRAPH, words)
    return Block(ITEM, f"{mark} {words}")


def _row(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Yield a row: its cells on one line, but a cell of several paragraphs by itself."""
    line: list[str] = []
    shown = [cell for cell in cells if cell]
    for cell in shown:
        if len(cell) == 1 and "\n" not in cell[0].text and len(shown) > 1:
            line.append(cell[0].text)
            continue
        if line:
            yield Block(ROW, "\t".join(line))
            line = []
        yield from cell
    if line:
        yield Block(ROW, "\t".join(line))


def laid(blocks: Iterable[Block]) -> str:
    r"""Return the text of blocks: items and rows on lines that follow, a blank line elsewhere.

    Example:
        >>> laid([Block("paragraph", "A"), Block("item", "1. B"), Block("item", "2. C")])
        'A\n\n1. B\n2. C\n'
    """
    found = [Block("", ""), *blocks]
    parts = []
    for before, block in pairwise(found):
        close = before.kind == block.kind != PARAGRAPH
        parts += ["\n" if close else "\n\n" if before.kind else "", block.text]
    return "".join(parts) + ("\n" if parts else "")
