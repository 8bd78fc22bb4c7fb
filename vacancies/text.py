"""The notice's text made fit for matching, without moving a single offset."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["flatten", "view"]

_FURNITURE = re.compile(
    r"\bPage\s+\d{1,3}\s*/\s*\d{1,2}?(?=\d{1,2}[.)]\s+[A-Z])"
    r"|\bPage\s+\d{1,3}\s*(?:/|of|sur|de)\s*\d{1,3}"
    r"|(?m:^[ \t]*error code: \d+[ \t]*$)",
)
_MARKUP = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|(?m:^#{1,6}(?=\s))|<!--|-->")
_QUOTING = re.compile(r"(?m:^(?:[ ]?>)+)")
_CELLS = re.compile(r"(?m)^([^\W\d_][^\t\n:]{1,39})\t(?=[^\t\n]+$)")
_APOSTROPHE = re.compile(r"(?<=\w)[¿´`](?=s\b|\w)")
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#\d{1,5});")
_ALIKE = str.maketrans(
    {
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
    }
)


@lru_cache(maxsize=8)
def view(text: str) -> str:
    r"""Return a copy of `text`, of the same length, with page furniture and markup blanked.

    Typographic quotes, dashes and spaces become plain ones, one code point for one, so that a
    span found in the view is the same span of the text. In a row of two cells the tab is read as
    the colon behind a label.

    Example:
        >>> view("is \u201cready\u201d Page 2 / 6now")
        'is "ready"           now'
    """
    plain = _APOSTROPHE.sub("'", _CELLS.sub(r"\1:", text)).translate(_ALIKE)
    for pattern in (_FURNITURE, _MARKUP, _QUOTING, _ENTITY):
        plain = pattern.sub(_blank, plain)
    return plain


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def flatten(phrase: str) -> str:
    r"""Return `phrase` on one line, with runs of white space made one space.

    Example:
        >>> flatten("Security\n  Management Team ")
        'Security Management Team'
    """
    return " ".join(phrase.split())
