"""Letters: how wide a text is, where its lines break, which characters may be drawn.

Chart and page are laid out where no font can be asked, so widths come from the metrics that
Arial, Helvetica and Liberation Sans share, with a margin for their cousins.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

__all__ = ["drawable", "width", "wrapped"]

# Advance widths in thousandths of the type size, by character; all others are told by category.
_WIDTHS = {
    character: width
    for characters, width in (
        ("ijl'", 222),
        ("I.,:;!/\\|ft [] ", 278),
        ("()-r`", 333),
        ("ckszvxyJ", 500),
        ("TFLZ", 611),
        ("ABEKPSVXY&", 667),
        ("CDHNRUw", 722),
        ("GOQ", 778),
        ("mM%", 861),
        ("W@", 980),
    )
    for character in characters
}
_BOLD = 1.07
_MARGIN = 1.03


def drawable(text: str) -> str:
    r"""Clear text of characters that no drawing may hold, and close up its white space.

    Control characters are not allowed in XML, lone surrogates in UTF-8, and marks that turn the
    direction of writing could make one name look like another.

    Example:
        >>> drawable("Chief\x00 of\n Mission")
        'Chief of Mission'
    """
    kept = (" " if c.isspace() else c for c in text if c.isspace() or not _forbidden(c))
    return " ".join("".join(kept).split())


def _forbidden(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF"} or (
            "\u2066" <= character <= "\u2069"
        )
    return category in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate how wide text is in pixels at a type size.

    Example:
        >>> width("RSO", 14) < width("Regional Security Officer", 14)
        True
    """
    thousandths = sum(_WIDTHS.get(c) or _advance(c) for c in text)
    return thousandths / 1000 * size * _MARGIN * (_BOLD if bold else 1)


def _advance(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1000
    return 700 if character.isupper() or ord(character) > 0x24F else 556


def wrapped(text: str, room: float, size: float, *, bold: bool = False, most: int = 4) -> list[str]:
    """Break text into at most `most` lines that fit in room pixels; an ellipsis says what is cut.

    Lines break between words and after slashes and hyphens; a word that is wider than the room
    breaks where it must.

    Example:
        >>> wrapped("Field Security Officer", 100, 14)
        ['Field Security', 'Officer']
    """
    lines = [""]
    for piece in _pieces(drawable(text), room, size, bold):
        if width((lines[-1] + piece).rstrip(), size, bold=bold) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], room, size, bold)]


def _pieces(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    breaks = [i for i, c in enumerate(text, 1) if c in " /-" and i < len(text)]
    for start, end in pairwise([0, *breaks, len(text)]):
        piece = text[start:end]
        while width(piece.rstrip(), size, bold=bold) > room and len(piece) > 1:
            fits = max(1, _fitting(piece, room, size, bold))
            yield piece[:fits]
            piece = piece[fits:]
        yield piece


def _fitting(text: str, room: float, size: float, bold: bool) -> int:
    return next((n for n in range(len(text), 0, -1) if width(text[:n], size, bold=bold) <= room), 0)


def _cut(line: str, room: float, size: float, bold: bool) -> str:
    fits = _fitting(line, room - width("…", size, bold=bold), size, bold)
    return line[:fits].rstrip() + "…"
