"""Word documents: their paragraphs, lists and tables as the text that a person reads."""

from __future__ import annotations

from .document import word

__all__ = ["word"]
