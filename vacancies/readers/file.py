"""Reading one file from disk."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from .encoding import Decoded
from .formats import APART, AS_IT_STANDS, READERS, choice
from .notice import LONGEST, Notice, Refused, Unreadable
from .process import decoded_apart

__all__ = ["LARGEST", "LONGEST", "read"]

LARGEST = 20 * 2**20
#: From this size on pages are read apart too.
_LARGE = 2 * 2**20


def read(path: Path, source: str) -> Notice:
    """Read one file into a notice that goes under the name `source`.

    Raises:
        Unreadable: the file is missing, empty, too large, no text, or in a format that is
            not read; the error says which, and what to do.
    """
    data = _bytes(path)
    denied = ""
    try:
        kind, denied = choice(path.suffix.lower(), data)
        decoded = _decoded(kind, data)
        _check(decoded.text)
    except Refused as fault:
        reason = f"{denied}: {fault.reason}" if denied else fault.reason
        raise Unreadable(path, reason, fault.remedy) from None
    digest = hashlib.sha256(data).hexdigest()
    warnings = (
        (f"{denied}, and were read as such", *decoded.warnings) if denied else decoded.warnings
    )
    return Notice(source, decoded.text, digest, decoded.encoding, warnings)


def _decoded(kind: str, data: bytes) -> Decoded:
    """Read bytes here where that is sure to end soon, else in a process of its own."""
    if kind in APART or (len(data) > _LARGE and kind not in AS_IT_STANDS):
        return decoded_apart(kind, data)
    return READERS[kind](data)


def _check(text: str) -> None:
    """Refuse a text that is none, or too long to be one notice.

    Raises:
        Refused: it is empty or has more than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        reason = f"its text is longer than {LONGEST} characters"
        raise Refused(reason, "save each notice in a file of its own")
    if not text.strip().strip("\ufeff").strip():
        raise Refused("there is no text in it", "save the notice again, as .txt or .html")


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
