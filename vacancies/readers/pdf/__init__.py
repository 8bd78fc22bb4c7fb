"""PDF files: their printed words laid out as the text that a person reads."""

from __future__ import annotations

from .document import pdf

__all__ = ["pdf"]
