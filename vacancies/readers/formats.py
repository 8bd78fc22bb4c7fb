"""The formats of files: which are read and how, which are not and what to do instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from .encoding import Decoded
from .jobposting import posting
from .notice import Refused, shown
from .pdf import pdf
from .plain import plain
from .webpage import webpage
from .word import word

__all__ = ["APART", "AS_IT_STANDS", "NAMES", "READERS", "UNREAD", "Reader", "choice", "told"]

Reader = Callable[[bytes], Decoded]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".docx": word,
        ".htm": webpage,
        ".html": webpage,
        ".json": posting,
        ".jsonld": posting,
        ".markdown": plain,
        ".md": plain,
        ".pdf": pdf,
        ".txt": plain,
    }
)

#: Formats whose parsers read what they are given byte by byte, in a process of their own.
APART = frozenset({".docx", ".pdf"})

#: Formats whose text is the file's own, however long.
AS_IT_STANDS = frozenset({".markdown", ".md", ".txt"})

#: What bytes are called that are not what the name of their file says.
NAMES: Mapping[str, str] = MappingProxyType(
    {".docx": "a Word document", ".html": "a web page", ".pdf": "a PDF file"}
)

_SAVE = "save it as .docx, .pdf or .txt"
_MESSAGE = "save the notice in it, or the file attached to it, by itself"
_IMAGE = ("an image", "run text recognition (OCR) on it and save that as .pdf or .txt")
_LOCKED = ".docx locked"
_SHEET = ".xls"
UNREAD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".doc": ("an old Word document", _SAVE),
        ".docm": ("a Word document with macros", _SAVE),
        ".dot": ("an old Word template", _SAVE),
        ".dotx": ("a Word template", _SAVE),
        ".odt": ("an OpenDocument text", _SAVE),
        ".pages": ("a Pages document", _SAVE),
        ".rtf": ("a rich text file", _SAVE),
        ".wpd": ("a WordPerfect document", _SAVE),
        ".eml": ("an e-mail message", _MESSAGE),
        ".msg": ("an Outlook message", _MESSAGE),
        ".mht": ("a web archive", "open it in a browser and save the page as .html"),
        ".mhtml": ("a web archive", "open it in a browser and save the page as .html"),
        ".xps": ("an XPS document", _SAVE),
        ".bmp": _IMAGE,
        ".gif": _IMAGE,
        ".jpeg": _IMAGE,
        ".jpg": _IMAGE,
        ".png": _IMAGE,
        ".tif": _IMAGE,
        ".tiff": _IMAGE,
        ".webp": _IMAGE,
    }
)
#: Formats that only their bytes tell.
_HELD: Mapping[str, tuple[str, str]] = {
    _LOCKED: ("a document locked by a password", "save a copy without one and name that"),
    _SHEET: ("an old Excel workbook", "save the notice as .docx, .pdf or .txt"),
}
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
)
_WORD = b"word/"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_STREAMS = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", ".doc"),
    ("__substg1.0_", ".msg"),
    ("Workbook", _SHEET),
)
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
_ARCHIVE = (b"MIME-Version:", b"multipart/related")
_HEAD = 4096


def told(data: bytes) -> str | None:
    """Return the suffix of the format that the first bytes tell, None where they tell none.

    Example:
        >>> told(b"%PDF-1.7"), told(b"<!DOCTYPE html><p>"), told(b"Duties")
        ('.pdf', '.html', None)
    """
    kind = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
    if kind is not None:
        return kind
    if data.startswith(_COMPOUND):
        return next((k for name, k in _STREAMS if name.encode("utf-16-le") in data), ".doc")
    head = data[:_HEAD]
    if all(mark in head for mark in _ARCHIVE):
        return ".mht"
    return ".html" if _PAGE.match(head) else None


def choice(suffix: str, data: bytes) -> tuple[str, str]:
    """Return the format to read bytes in, and what they are where their file's name denies it.

    The suffix chooses, but the bytes are believed where they tell another format.

    Raises:
        Refused: the format is known and not read, or not known.

    Example:
        >>> choice(".doc", b"<html>")
        ('.html', 'the bytes are a web page, whatever the name says')
    """
    kind = told(data)
    if kind == ".docx" and suffix in UNREAD and _WORD not in data:
        kind = None
    if kind is None or (kind in READERS and READERS[kind] is READERS.get(suffix)):
        kind = suffix
    if kind in UNREAD and kind == suffix:
        what, remedy = UNREAD[kind]
        raise Refused(f"{what} is not read", remedy)
    if kind not in READERS:
        raise _foreign(kind, suffix)
    return kind, "" if kind == suffix else f"the bytes are {NAMES[kind]}, whatever the name says"


def _foreign(kind: str, suffix: str) -> Refused:
    """Say what bytes are that no reader takes, or that their format is not known."""
    if kind != suffix:
        what, remedy = UNREAD.get(kind) or _HELD[kind]
        return Refused(f"the bytes are {what}, whatever the name says", remedy)
    known = ", ".join(sorted(READERS))
    named = f"files named {shown(suffix)} are" if suffix else "files without a suffix are"
    return Refused(f"{named} not read", f"save the notice as one of {known}")
