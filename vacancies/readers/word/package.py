"""The zip archive that a Word document is: what it really is, and whether it is safe to open."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ..notice import Refused
from .relations import without_loose

if TYPE_CHECKING:
    from docx.document import Document

    from .names import Element

__all__ = ["MOST_BYTES", "MOST_MEMBERS", "MOST_OF_A_PART", "Parts", "opened"]

MOST_MEMBERS = 2000
MOST_BYTES = 200 * 2**20
MOST_OF_A_PART = 20 * 2**20
_LOCKED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CONTENTS = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_MIMETYPE = "mimetype"
_WORD = b"wordprocessingml"
_KINDS = (
    (b"word.document.macroEnabled.main+xml", "a Word document with macros"),
    (b"wordprocessingml.template.main+xml", "a Word template"),
    (b"word.template.macroEnabled", "a Word template with macros"),
    (b"spreadsheetml", "an Excel workbook"),
    (b"presentationml", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an electronic book"),
)
_MAIN = b"wordprocessingml.document.main+xml"
_STRICT = b"purl.oclc.org/ooxml"
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_XML = (".xml", ".rels")
_SAVE = "save the notice as .docx, .pdf or .txt"
_AGAIN = "open it in a word processor and save it anew as .docx"
_BROKEN = "the Word document is broken"
#: What zipfile raises on archives that are none.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a Word document is read.

    Attributes:
        body: its text.
        styles: its styles, where it has any.
        numbering: its lists, where it has any.
    """

    body: Element
    styles: Element | None
    numbering: Element | None


def opened(data: bytes) -> Parts:
    """Open a Word document within limits.

    Raises:
        Refused: it is broken, locked, too large when unpacked, or no Word document at all.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE

    _check(data)
    document = _document(data)
    body = getattr(document.element, "body", None)
    if body is None:
        raise Refused(f"{_BROKEN}: it has no body", _AGAIN)
    return Parts(
        body,
        _related(document, RELATIONSHIP_TYPE.STYLES),
        _related(document, RELATIONSHIP_TYPE.NUMBERING),
    )


def _document(data: bytes) -> Document:
    """Open a document; where a relation leads nowhere, without it.

    Raises:
        Refused: it is broken.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError

    faults = (*_FAULTS, OpcError, SyntaxError, AttributeError, TypeError)
    try:
        try:
            return Document(BytesIO(data))
        except KeyError:
            return Document(BytesIO(without_loose(data)))
    except (*faults, KeyError):
        raise Refused(_BROKEN, _AGAIN) from None


def _related(document: Document, kind: str) -> Element | None:
    """Return the root of a part that the document refers to."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _check(data: bytes) -> None:
    """Look at the archive before anything is unpacked at length.

    Raises:
        Refused: see `opened`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _measure(archive)
            _identify(archive)
            for member in archive.infolist():
                if member.filename.lower().endswith(_XML):
                    _inspect(archive.read(member))
    except Refused:
        raise
    except _FAULTS:
        raise Refused(_BROKEN, f"fetch it again, or {_AGAIN}") from None


def _measure(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Refused(f"it holds more than {MOST_MEMBERS} files", _SAVE)
    if any(member.flag_bits & _LOCKED for member in members):
        raise Refused("the archive is locked by a password", "save a copy without one")
    if any(member.compress_type not in _PACKED for member in members):
        raise Refused("it is packed in a way that Word documents are not", _AGAIN)
    of_parts = [m.file_size for m in members if m.filename.lower().endswith(_XML)]
    largest = max(of_parts, default=0)
    if sum(m.file_size for m in members) > MOST_BYTES or largest > MOST_OF_A_PART:
        raise Refused("unpacked it is larger than a notice needs to be", _SAVE)


def _identify(archive: zipfile.ZipFile) -> None:
    """Refuse archives that are something else, and say what."""
    names = set(archive.namelist())
    said = b"".join(_start(archive, name) for name in (_MIMETYPE, _CONTENTS) if name in names)
    if _MAIN not in said:
        what = next((what for mark, what in _KINDS if mark in said), None)
        if what is None and _CONTENTS not in names:
            raise Refused("it is a zip archive and no Word document", f"unpack it and {_SAVE}")
        raise Refused(f"it is {what or 'no Word document'}", _SAVE)
    if _RELATIONS in names and _STRICT in _start(archive, _RELATIONS):
        raise Refused("it is a Word document of the strict kind", _AGAIN)


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(2**20)


def _inspect(part: bytes) -> None:
    """Refuse XML that declares entities of its own: no word processor writes any."""
    if any(mark in part for mark in _DOCTYPES):
        raise Refused("its XML declares entities, as no Word document does", _AGAIN)
