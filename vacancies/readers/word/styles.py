"""What the styles of a Word document say of its paragraphs: their lists, and tables of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .names import child, children, value

if TYPE_CHECKING:
    from .names import Element

__all__ = ["Styles"]

_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)
_PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    number: str
    level: str


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        """Read `w:styles`."""
        self._known: dict[str, _Style] = {}
        self._usual = ""
        for one in children(root, "style"):
            if value(one, "type") != _PARAGRAPH:
                continue
            name = value(one, "styleId")
            listed = child(one, "pPr", "numPr")
            self._known[name] = _Style(
                value(child(one, "name")),
                value(child(one, "basedOn")),
                value(child(listed, "numId")),
                value(child(listed, "ilvl")),
            )
            if value(one, "default") in ("1", "true", "on"):
                self._usual = name

    def is_contents(self, style: str) -> bool:
        """Tell whether paragraphs of a style are the lines of a table of contents."""
        known = self._known.get(style)
        return known is not None and _CONTENTS.fullmatch(known.name) is not None

    def numbered(self, style: str) -> tuple[str, str, str]:
        """Return number and level of the list that a style puts paragraphs in, and who says so.

        All are empty where it puts them in none.
        """
        name, seen = style or self._usual, set[str]()
        while name in self._known and name not in seen:
            seen.add(name)
            one = self._known[name]
            if one.number:
                return one.number, one.level, name
            name = one.parent
        return "", "", ""
