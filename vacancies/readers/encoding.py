"""Bytes to text without touching a single code point."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from .notice import Refused

__all__ = ["Binary", "Decoded", "decode"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LAST = "cp1252"
# as the WHATWG encoding standard has it: Latin-1 and ASCII labels mean windows-1252, and a
# declaration that could be read at all cannot be UTF-16
_MEANT = {"iso8859-1": _LAST, "ascii": _LAST, "utf-16": "utf-8", "utf-16-le": "utf-8"}
_ALLOWED = _set(
    """
    utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 iso8859-2
    iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13
    iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman gb2312 gbk gb18030 big5 euc_jp
    shift_jis iso2022_jp euc_kr
    """
)
_SPACING = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
_MOST_CONTROLS = 0.01


class Binary(Refused):
    """Bytes that are no text in any encoding."""

    def __init__(self) -> None:
        """Say what was seen."""
        super().__init__(
            "it is no text, the bytes hold control characters where words should be",
            "save the notice as UTF-8 text",
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it came in, and what a person should know of the decoding."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    r"""Decode by byte-order mark, declared charset, UTF-8, or else cp1252.

    Newlines are left as they are, and a byte-order mark stays as the first code point.

    Raises:
        Binary: the bytes are no text.

    Example:
        >>> decode(b"caf\xe9\r\n").text
        'café\r\n'
        >>> decode(b"caf\xe9").encoding
        'cp1252'
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    charset = _charset(declared)
    for name in (marked, charset, "utf-8"):
        text = _strict(data, name) if name else None
        if name and text is not None:
            return _told(text, name, declared, followed=name in (marked, charset))
    return _told(data.decode(_LAST, "replace"), _LAST, declared, followed=False)


def _charset(declared: str | None) -> str | None:
    """Return the codec that a declaration means, None where it is unknown or unsafe."""
    try:
        name = codecs.lookup((declared or "").strip().encode("ascii").decode()).name
    except (LookupError, UnicodeError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if name in _ALLOWED else None


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _told(text: str, name: str, declared: str | None, *, followed: bool) -> Decoded:
    controls = sum(map(text.count, _CONTROLS))
    if "\0" in text or controls > _MOST_CONTROLS * len(text):
        raise Binary
    warnings = []
    if name == _LAST and not followed:
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        unknown = f"; {lost} bytes have no meaning in it" if lost else ""
        warnings.append(f"decoded as {name}, since the bytes are not valid UTF-8{unknown}")
    elif name != "utf-8":
        warnings.append(f"decoded as {name}, as the file says")
    if declared is not None and not followed:
        warnings.append("the charset that the file declares was not followed: it does not fit")
    return Decoded(text, name, tuple(warnings))


_CONTROLS = tuple(chr(c) for c in (*range(32), 127) if chr(c) not in _SPACING)
