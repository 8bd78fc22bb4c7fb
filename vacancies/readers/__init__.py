"""Files in, texts out: how a notice is read from disk."""

from __future__ import annotations

from .file import LARGEST, read
from .folder import Candidate, Found, find
from .formats import READERS, UNREAD, Reader
from .notice import LONGEST, Notice, Refused, Unreadable, shown

__all__ = [
    "LARGEST",
    "LONGEST",
    "READERS",
    "UNREAD",
    "Candidate",
    "Found",
    "Notice",
    "Reader",
    "Refused",
    "Unreadable",
    "find",
    "read",
    "shown",
]
