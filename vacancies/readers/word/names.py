"""The names of WordprocessingML's elements, and the few ways in which they are asked for.

Source: ECMA-376, "Office Open XML file formats", part 1, section 17.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
else:
    Element: TypeAlias = object

__all__ = ["Element", "child", "children", "count_of", "tag", "value"]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OTHERS = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
}


def tag(one: Element) -> str:
    """Return an element's name without its namespace where it is Word's own, else with a prefix.

    Comments and processing instructions have none.
    """
    name = one.tag
    if not isinstance(name, str):
        return ""
    space, _, local = name.rpartition("}")
    space = space.lstrip("{")
    return local if space == _MAIN else f"{_OTHERS.get(space, '?:')}{local}"


def children(one: Element | None, name: str) -> list[Element]:
    """Return the children of one name."""
    return [] if one is None else list(one.iterchildren(f"{{{_MAIN}}}{name}"))


def child(one: Element | None, *names: str) -> Element | None:
    """Return the first descendant on a path of names."""
    for name in names:
        one = next(iter(children(one, name)), None)
    return one


def value(one: Element | None, name: str = "val") -> str:
    """Return an attribute of an element, empty where there is none."""
    return "" if one is None else str(one.get(f"{{{_MAIN}}}{name}", ""))


def count_of(text: str, otherwise: int) -> int:
    """Return a small number that an attribute gives, else what stands for it."""
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
