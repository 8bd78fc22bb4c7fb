"""A Word document read as the text that it prints."""

from __future__ import annotations

from ..encoding import Decoded
from ..notice import Refused
from .body import Body, laid
from .numbering import Numbering
from .package import opened
from .styles import Styles

__all__ = ["word"]


def word(data: bytes) -> Decoded:
    """Return the text of a Word document (.docx): paragraphs, lists with their numbers, tables.

    Cells of a row are parted by a tab. Tracked insertions are shown, deletions are not; headers,
    footers, notes and comments are left out.

    Raises:
        Refused: the file is broken, locked, too large, or no Word document; or it has no text.
    """
    parts = opened(data)
    body = Body(Styles(parts.styles), Numbering(parts.numbering))
    text = laid(body.blocks(parts.body))
    warnings: tuple[str, ...] = ()
    if body.foreign:
        told = "parts of it are documents of another kind set into it"
        if not text:
            raise Refused(told, "open it in a word processor and save it anew as .docx")
        warnings = (f"{told}, which were not read",)
    return Decoded(text, "docx", warnings)
