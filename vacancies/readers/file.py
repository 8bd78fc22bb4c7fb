"""Reading one file from disk."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from .encoding import Binary, Decoded
from .html import NoNotice, TooDeep, page
from .notice import Notice, Unreadable, shown
from .plain import plain

__all__ = ["LARGEST", "READERS", "UNREAD", "Reader", "read"]

Reader = Callable[[bytes], Decoded]

LARGEST = 20 * 2**20
#: The most characters that the text of one notice may have.
LONGEST = 1_000_000

READERS: Mapping[str, Reader] = {
    ".htm": page,
    ".html": page,
    ".markdown": plain,
    ".md": plain,
    ".txt": plain,
}

_LATER = "is read by a later version; save the notice as .txt or .html"
_IMAGE = ("an image", "holds no text; run text recognition on it and save that as .txt")
UNREAD: Mapping[str, tuple[str, str]] = {
    ".pdf": ("a PDF file", _LATER),
    ".docx": ("a Word document", _LATER),
    ".doc": ("an old Word document", "is not read; save it as .txt or .html"),
    ".odt": ("an OpenDocument text", "is not read; save it as .txt or .html"),
    ".rtf": ("a rich text file", "is not read; save it as .txt or .html"),
    ".eml": ("an e-mail message", "is not read; save the notice in it as .txt or .html"),
    ".msg": ("an Outlook message", "is not read; save the notice in it as .txt or .html"),
    ".mht": ("a web archive", "is not read; save the page as .html"),
    ".mhtml": ("a web archive", "is not read; save the page as .html"),
    ".bmp": _IMAGE,
    ".gif": _IMAGE,
    ".jpeg": _IMAGE,
    ".jpg": _IMAGE,
    ".png": _IMAGE,
    ".tif": _IMAGE,
    ".tiff": _IMAGE,
    ".webp": _IMAGE,
}
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
)


def read(path: Path, source: str) -> Notice:
    """Read one file into a notice that goes under the name `source`.

    Raises:
        Unreadable: the file is missing, empty, too large, no text, or in a format that is
            not read; the error says which, and what to do.
    """
    data = _bytes(path)
    reader = _reader(path, data)
    try:
        decoded = reader(data)
    except Binary as fault:
        raise Unreadable(path, f"it is no text, {fault}", "save the notice as UTF-8 text") from None
    except NoNotice as fault:
        remedy = "save the page of the notice itself, or its text as .txt"
        raise Unreadable(path, str(fault), remedy) from None
    except TooDeep as fault:
        raise Unreadable(path, f"the page is no notice, {fault}", "save its text as .txt") from None
    text = decoded.text
    if len(text) > LONGEST:
        raise Unreadable(
            path,
            f"its text is longer than {LONGEST} characters",
            "save each notice in a file of its own",
        )
    if not text.strip().strip("\ufeff").strip():
        raise Unreadable(path, "there is no text in it", "save the notice again, as .txt or .html")
    return Notice(
        source, text, hashlib.sha256(data).hexdigest(), decoded.encoding, decoded.warnings
    )


def _bytes(path: Path) -> bytes:
    """Return the bytes of a regular file of sensible size."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(path, "it is a folder", "name the notices in it, or search it first")
        if not stat.S_ISREG(mode):
            raise Unreadable(path, "it is no regular file", "save the notice as a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(path, "there is no such file", "check the path") from None
    except OSError as fault:
        reason = f"the system refuses it ({fault.strerror or 'unknown fault'})"
        raise Unreadable(path, reason, "check the path and its permissions") from None
    except ValueError as fault:
        if isinstance(fault, Unreadable):
            raise
        raise Unreadable(path, "the path is not valid", "check the path") from None
    if len(data) > LARGEST:
        reason = f"it is larger than {LARGEST // 2**20} MB"
        raise Unreadable(path, reason, "save the text of the notice alone")
    if not data:
        raise Unreadable(path, "the file is empty", "save the notice again")
    return data


def _reader(path: Path, data: bytes) -> Reader:
    """Choose by suffix, but believe the first bytes where they deny it."""
    suffix = path.suffix.lower()
    told = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
    if suffix in UNREAD:
        what, remedy = UNREAD[suffix]
        raise Unreadable(path, f"{what} {remedy.split('; ')[0]}", remedy.split("; ")[1])
    if suffix not in READERS:
        known = ", ".join(sorted(READERS))
        named = f"files named {shown(suffix)} are" if suffix else "files without a suffix are"
        raise Unreadable(path, f"{named} not read", f"save the notice as one of {known}")
    if told is not None:
        reason = f"the bytes are {UNREAD[told][0]}, whatever the name says"
        raise Unreadable(path, reason, "save the notice as .txt or .html")
    return READERS[suffix]
