"""How a notice is laid out: marks before duties, headings, wrapped lines, feet of pages."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from .wording import FORMS

__all__ = ["Style", "laid_out", "marked", "style"]

PORTALS = ("form", "form", "board", "board", "aggregator", "table", "letter")
DUTIES = ("numbered", "numbered", "bulleted", "lines", "run-on", "grouped")
NUMBERS = ("{}. ", "{}) ", "{}.) ", "{}- ", "{}.\t", "({}) ")
BULLETS = ("• ", "- ", "* ", "· ", "– ", "o ")
HEADS = ("{}", "{}", "{}:", "{}:", "{}::", "upper", "numbered")
# the last is what a typographic one becomes when it is read in a wrong encoding
APOSTROPHES = ("'", "'", "'", "’", "’", "’", "â€™")
PAGES = ("Page {} / {}", "Page {} of {}", "Page {}/{}")


@dataclass(frozen=True, slots=True)
class Style:
    """How one notice looks; `width` is where its lines break, `page` the lines of a page."""

    portal: str
    duties: str
    form: str
    number: str
    bullet: str
    head: str
    end: str
    gap: str
    width: int | None
    page: int | None
    foot: str
    glued: bool
    apostrophe: str
    dash: str


def style(chance: Random) -> Style:
    """Draw a style by chance."""
    width = chance.randrange(66, 112) if chance.random() < 0.35 else None
    paged = chance.random() < 0.3
    return Style(
        portal=chance.choice(PORTALS),
        duties=chance.choice(DUTIES),
        form=chance.choice(FORMS),
        number=chance.choice(NUMBERS),
        bullet=chance.choice(BULLETS),
        head=chance.choice(HEADS),
        end=chance.choice((".", ".", ".", ";", "")),
        gap=chance.choice(("\n", "\n\n")),
        width=width,
        page=chance.randrange(36, 60) // (1 if width else 4) if paged else None,
        foot=chance.choice(PAGES),
        glued=chance.random() < 0.3,
        apostrophe=chance.choice(APOSTROPHES),
        dash=chance.choice((" - ", " – ")),
    )


def marked(duties: Iterable[str], groups: Iterator[str], look: Style) -> Iterator[str]:
    """Yield the lines of a list of duties; run-on duties are one line, grouped ones have titles."""
    if look.duties == "grouped":
        yield from _grouped(duties, groups, look)
    elif look.duties == "run-on":
        dashed = look.bullet == "- "
        marks = (look.bullet if dashed else f"{n}. " for n in range(1, 1000))
        yield " ".join(f"{mark}{duty}." for mark, duty in zip(marks, duties, strict=False))
    else:
        for n, duty in enumerate(duties, 1):
            yield f"{_mark(n, look)}{duty}{look.end}"


def _mark(n: int, look: Style) -> str:
    if look.duties == "lines":
        return ""
    return look.number.format(n) if look.duties == "numbered" else look.bullet


def _grouped(duties: Iterable[str], groups: Iterator[str], look: Style) -> Iterator[str]:
    """Yield duties on two levels: a title every few duties, numbered or not, and its duties."""
    for n, duty in enumerate(duties):
        group, place = n // 4 + 1, n % 4 + 1
        if place == 1:
            yield f"{look.number.format(group)}{next(groups)}:"
        dotted = look.number.startswith("{}.")
        yield f"{f'{group}.{place} ' if dotted else look.bullet}{duty}{look.end}"


def laid_out(lines: list[str], look: Style) -> str:
    """Return the text of a notice: its lines wrapped, cut into pages, and put together."""
    if look.width is not None:
        lines = [piece for line in lines for piece in textwrap.wrap(line, look.width)]
    if look.page is not None:
        lines = list(_paged(lines, look.page, look))
    text = ("\n" if look.width else look.gap).join(lines)
    return text.replace("'", look.apostrophe).replace(" - ", look.dash)


def _paged(lines: list[str], length: int, look: Style) -> Iterator[str]:
    """Yield lines with the foot of a page after every few, alone or glued to what follows."""
    pages = len(lines) // length + 1
    foot = ""
    for n, line in enumerate(lines, 1):
        yield f"{foot}{line}"
        foot = look.foot.format(n // length, pages) if n % length == 0 else ""
        if foot and not look.glued:
            yield foot
            foot = ""
