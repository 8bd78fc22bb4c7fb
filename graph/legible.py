"""Text that every writer can carry: what has no encoding, or no place in XML, is replaced."""

from __future__ import annotations

import re

__all__ = ["encodable", "printable", "replaced", "spaced"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def encodable(text: str) -> str:
    r"""Replace lone surrogates, which no encoding carries, one for one.

    Example:
        >>> encodable("a\ud800b")
        'a�b'
    """
    return _SURROGATE.sub(_REPLACEMENT, text)


def printable(text: str) -> str:
    r"""Replace what XML 1.0 has no way to write: control characters, surrogates, noncharacters.

    Example:
        >>> printable("page\x0cbreak")
        'page�break'

    Source: https://www.w3.org/TR/xml/#charsets
    """
    return _NOT_XML.sub(_REPLACEMENT, text)


def replaced(text: str) -> int:
    r"""Count the characters that `printable` replaces.

    Example:
        >>> replaced("page\x0cbreak\x00")
        2
    """
    return len(_NOT_XML.findall(text))


def spaced(text: str) -> str:
    r"""Make one line of a text, with single spaces.

    Example:
        >>> spaced(" COM/\n  HoO ")
        'COM/ HoO'
    """
    return " ".join(text.split())
