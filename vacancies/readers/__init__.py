"""Files in, texts out: how a notice is read from disk."""

from __future__ import annotations

from .file import LARGEST, READERS, UNREAD, Reader, read
from .folder import Candidate, Found, find
from .notice import Notice, Unreadable, shown

__all__ = [
    "LARGEST",
    "READERS",
    "UNREAD",
    "Candidate",
    "Found",
    "Notice",
    "Reader",
    "Unreadable",
    "find",
    "read",
    "shown",
]
