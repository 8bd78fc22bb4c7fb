"""The notice's text made fit for matching, without moving a single offset."""

from __future__ import annotations

import re
from functools import lru_cache

from .garbled import FILLER, mended

__all__ = ["flatten", "view"]

_PAGE = re.compile(
    r"(?<![A-Z])Page\s+\d{1,3}\s*/\s*\d{1,2}?(?=\d{1,2}[.)]\s+[A-Z])"
    r"|(?<![A-Z])Page\s+\d{1,3}\s*(?:/|of|sur|de)\s*\d{1,3}"
    r"|\bPage\s?\|?\s?\d{1,3}(?=[^\S\n]*(?:\n|$))"
)
_FOLIO = re.compile(r"\n[^\S\n]*(?:-\s?\d{1,3}\s?-|\d{1,3}\s?\|\s?P\s?a\s?g\s?e)[^\S\n]*(?=\n|$)")
_SHOWN = re.compile(r"[^\n]")
_ERROR = re.compile(r"error code: \d+[ \t]*(?=\n|$)")
_EMPHASIS = re.compile(r"_{1,2}(?:(?<!\w_)(?<!\w__)(?=\w)|(?!\w))")
_HASHES = re.compile(r"(?m)^#{1,6}(?=\s)")
_COMMENT = re.compile(r"<!--|-->")
_QUOTING = re.compile(r"(?m)^(?:[ ]?>)+")
_STARRED = re.compile(r"(?m)^([^\S\n]*)\*(?=[^\S\n]+[^\s*])")
_COUNTED = re.compile(r"(?m)^([^\S\n]*\d{1,2})\t(?=[A-ZÀ-Ý])")
_PIPED = re.compile(r"(?m)^([^\W\d_][^|\t\n:\d]{1,39}) \|( )(?=[^|\t\n]+$)")
_CELLS = re.compile(r"(?m)^([^\W\d_][^\t\n:]{1,39})\t(?=[^\t\n]+$)")
_ALIKE = {
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u200b": " ",
    "\u200e": " ",
    "\u200f": " ",
    "\u00ad": " ",
    "\ufeff": " ",
    "\t": " ",
    "\r": " ",
    "\f": "\n",
    "\v": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u0091": "'",
    "\u0092": "'",
    "\u0093": '"',
    "\u0094": '"',
    "\u0095": "\u2022",
    "\u0096": "-",
    "\u0097": "-",
    "\uf0b7": "\u2022",
    "\uf0a7": "\u2022",
    "\uf0d8": "\u2022",
    "\u2023": "\u2022",
    "\u25ba": "\u2022",
    "\u25b8": "\u2022",
    "\u25fe": "\u2022",
    "\u25a0": "\u2022",
    "\u25a1": "\u2022",
    "\u2219": "\u2022",
    "\u2043": "\u2022",
    "\u2713": "\u2022",
    "\u2714": "\u2022",
}


@lru_cache(maxsize=8)
def view(text: str) -> str:
    r"""Return a copy of `text`, of the same length, with page furniture and markup blanked.

    Typographic quotes, dashes and spaces become plain ones, one code point for one, so that a
    span found in the view is the same span of the text. Garbled characters are mended in place.
    In a row of two cells the tab is read as the colon behind a label, or the bracket behind a
    number.

    Example:
        >>> view("is \u201cready\u201d Page 2 / 6now")
        'is "ready"           now'
    """
    plain = text
    if "\t" in text:
        plain = _COUNTED.sub(r"\1)", _CELLS.sub(r"\1:", text))
    if " | " in plain:
        plain = _PIPED.sub(r"\1: \2", plain)
    plain = mended(plain)
    for char in _ALIKE.keys() & set(plain):
        plain = plain.replace(char, _ALIKE[char])
    for trace, pattern in _BLANKED:
        if trace in plain:
            plain = pattern.sub(_blank, plain)
    if "*" in plain:
        plain = _STARRED.sub("\\1\u2022", plain).replace("*", " ")
    return plain


#: What is blanked, behind a trace that any of it has.
_BLANKED = (
    (">", _QUOTING),
    ("Page", _PAGE),
    ("\n", _FOLIO),
    ("error code", _ERROR),
    ("_", _EMPHASIS),
    ("#", _HASHES),
    ("--", _COMMENT),
)


def _blank(match: re.Match[str]) -> str:
    """Return blanks for what is taken out, or fillers where it stands inside a word."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    inside = before.isalpha() and after.islower() and "\n" not in match.group()
    return FILLER * (end - start) if inside else _SHOWN.sub(" ", match.group())


def flatten(phrase: str) -> str:
    r"""Return `phrase` on one line: runs of white space are one space, fillers are dropped.

    Example:
        >>> flatten("Security\n  Management Team ")
        'Security Management Team'
    """
    return " ".join(phrase.split()).replace(FILLER, "")
