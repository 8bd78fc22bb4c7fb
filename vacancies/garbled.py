"""Characters that a wrong decoding or an escape has turned into several, read as the one meant."""

from __future__ import annotations

import html
import re
from functools import cache

__all__ = ["FILLER", "mended"]

#: Stands for what a mended word has too many, so that no offset moves: `\w` matches it, words and
#: names drop it.
FILLER = "\N{HANGUL FILLER}"

_LETTERS = range(0xA0, 0x180)
_MARKS = (
    "\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u2030\u2039\u203a\u20ac"
    "\u2122\u00a0\u202f\u200b\u2010\u2011\u2212\ufeff"
)
_QUOTES = ("'", "\u2018", "\u2019")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_TRACES = ("Ã", "Â", "â", "Å", "Ä", "ï", "Ë")
_APOSTROPHE = re.compile(r"[¿´`](?<=\w[¿´`])(?=\w)|[?\ufffd](?<=\w[?\ufffd])(?=s\b)")
_FOR_APOSTROPHE = ("¿", "´", "`", "\ufffd", "?s")
_A_GRAVE = re.compile(r"Ã (?=[\w ])")


def mended(text: str) -> str:
    r"""Return `text` with each garbled character mended, in as many code points.

    "â€™" is read as an apostrophe, "Ã©" as é, "&rsquo;" as what it escapes, and "UNHCR¿s" as
    "UNHCR's". Letters stand first and are followed by fillers; marks between words are set apart
    with blanks.

    Example:
        >>> mended("Nâ€™Djamena").replace(FILLER, "")
        'N’Djamena'
        >>> len(mended("dÃ©lÃ©guÃ©"))
        10
    """
    if FILLER in text:
        text = text.replace(FILLER, " ")
    if any(trace in text for trace in _TRACES):
        text = _A_GRAVE.sub("à ", _garbled().sub(_meant, text))
    if any(trace in text for trace in _FOR_APOSTROPHE):
        text = _APOSTROPHE.sub("'", text)
    return _ENTITY.sub(_unescaped, text) if "&" in text else text


@cache
def _readings() -> dict[str, str]:
    """Return what each garbled sequence means: UTF-8 read as cp1252, or as Latin-1."""
    found: dict[str, str] = {}
    for char in (*map(chr, _LETTERS), *_MARKS):
        for wrong in ("cp1252", "latin-1"):
            garbled = _read_as(char.encode(), wrong)
            found.setdefault(garbled, char)
    return {garbled: char for garbled, char in found.items() if len(garbled) > 1}


def _read_as(data: bytes, encoding: str) -> str:
    """Decode as browsers do: a byte without a meaning is the control of its number."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data)


@cache
def _garbled() -> re.Pattern[str]:
    ordered = sorted(_readings(), key=lambda text: (-len(text), text))
    return re.compile("|".join(map(re.escape, ordered)))


def _meant(match: re.Match[str]) -> str:
    return _spread(_readings()[match.group()], match)


def _unescaped(match: re.Match[str]) -> str:
    meant = html.unescape(match.group())
    return _spread(meant, match) if len(meant) == 1 else match.group()


def _spread(char: str, match: re.Match[str]) -> str:
    """Return `char` in as many code points as the match has."""
    text, extra = match.string, len(match.group()) - 1
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if char.isspace() or not char.isprintable():
        return " " * (extra + 1)
    if char.isalnum():
        return char + FILLER * extra
    if char in _QUOTES and after.isalnum() and before.isalnum():
        return char + FILLER * extra
    if char in _QUOTES and before.isalnum():
        return FILLER * extra + char
    if after.isalnum() and not before.isalnum():
        return " " * extra + char
    return char + " " * extra
