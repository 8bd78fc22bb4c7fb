"""A PDF file opened and read page by page, within limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..encoding import Decoded
from ..notice import LONGEST, Refused
from .blocks import Block, blocks, in_order
from .furniture import without_furniture
from .lines import lines
from .paragraphs import text_of
from .words import Sheet, sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["MOST_PAGES", "pdf"]

MOST_PAGES = 100
_RECOGNISE = "run text recognition (OCR) on it and name the result"
_CUT_SHORT = "the file ends before its end mark: some of it may be missing"
_END = b"%%EOF"
_TAIL = 4096
_FEWEST = 20
_MOST_UNKNOWN = 0.3


def pdf(data: bytes) -> Decoded:
    """Return the text of a PDF file: a line for each paragraph, item and row of a table.

    Lines that were broken for want of room are joined, cells of a row parted by a tab, and what
    recurs at the head or foot of the pages is said once.

    Raises:
        Refused: the file is broken, locked by a password or too long, or its pages are pictures.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(data) as document:
            decoded = _read(document)
    except PdfiumError as fault:
        raise _refusal(fault.err_code) from None
    if _END in data[-_TAIL:]:
        return decoded
    return replace(decoded, warnings=(*decoded.warnings, _CUT_SHORT))


def _refusal(code: int | None) -> Refused:
    from pypdfium2 import raw

    if code == raw.FPDF_ERR_PASSWORD:
        return Refused("the PDF is locked by a password", "save a copy without one and name that")
    if code == raw.FPDF_ERR_SECURITY:
        remedy = "print it to a new PDF and name that"
        return Refused("the PDF is locked in a way that is not read", remedy)
    return Refused("the PDF is broken", "fetch it again, or print it to a new PDF")


def _read(document: PdfDocument) -> Decoded:
    count = len(document)
    if count > MOST_PAGES:
        reason = f"its {count} pages are more than the {MOST_PAGES} that a notice may have"
        raise Refused(reason, "save the pages of the notice alone")
    sheets, letters = [], 0
    for n in range(count):
        page = document[n]
        one = sheet(page, LONGEST - letters)
        page.close()
        if one is None:
            reason = f"its text is longer than {LONGEST} characters"
            raise Refused(reason, "save each notice in a file of its own")
        letters += sum(len(word.text) for word in one.words)
        sheets.append(one)
    bare = [n for n, one in enumerate(sheets, 1) if _is_bare(one)]
    _check(sheets, bare)
    pages = [(one, in_order(blocks(list(lines(one.words))))) for one in sheets]
    kept, feet = without_furniture(pages)
    laid: list[tuple[Sheet, list[Block]]] = list(zip(sheets, kept, strict=True))
    return Decoded(text_of(laid, feet) + "\n", "pdf", _told(bare, count))


def _is_bare(one: Sheet) -> bool:
    """Tell whether a page shows a picture and next to no text."""
    return one.pictured and sum(len(word.text) for word in one.words) < _FEWEST


def _check(sheets: Sequence[Sheet], bare: Sequence[int]) -> None:
    """Refuse a document without text.

    Raises:
        Refused: the pages are pictures or empty, or their letters have no meaning.
    """
    count = len(sheets)
    letters = sum(len(word.text) for one in sheets for word in one.words)
    if letters == 0 or len(bare) == count:
        pages = "1 page" if count == 1 else f"{count} pages"
        if not bare:
            raise Refused(f"there is no text in it: {pages}", "save the notice again")
        raise Refused(f"no text layer: {pages}", _RECOGNISE)
    if sum(one.unknown for one in sheets) > _MOST_UNKNOWN * letters:
        raise Refused("its fonts do not say which letters they print", _RECOGNISE)


def _told(bare: Sequence[int], count: int) -> tuple[str, ...]:
    if not bare:
        return ()
    named = ", ".join(map(str, bare))
    pages = f"page {named}" if len(bare) == 1 else f"pages {named}"
    return (f"no text layer on {pages} of {count}: what is printed there was not read",)
