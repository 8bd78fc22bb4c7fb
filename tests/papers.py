"""PDF and Word files made for tests, the PDF files by hand so that each trap is seen."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Printed = tuple[float, float, str]


def printed(*words: Printed, size: float = 11) -> bytes:
    """Return a page's content: words at their places from the lower left corner, in points."""
    lines = (
        f"1 0 0 1 {x} {y} Tm ({text.translate(_ESCAPES)}) Tj".encode("cp1252")
        for x, y, text in words
    )
    return b"BT /F1 %g Tf\n" % size + b"\n".join(lines) + b"\nET"


_ESCAPES = {ord(letter): f"\\{letter}" for letter in "\\()"}


def pdf_file(*contents: bytes, packed: int = 0) -> bytes:
    """Return a PDF file of A4 pages with these contents, each packed so many times."""
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, len(contents)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, content in enumerate(contents):
        stream = content
        for _ in range(packed):
            stream = zlib.compress(stream, 9)
        filters = b"/FlateDecode" * packed
        objects += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (first + 2 * n + 1),
            b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(stream), filters, stream),
        ]
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for n, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, b"".join(places))
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + trailer % (len(objects) + 1, len(out))


def word_file(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """Return a Word document with this XML in its body, its lists and added to its styles."""
    document = docx.Document()
    element = document.element.body
    for one in list(element):
        element.remove(one)
    for one in parse_xml(f"<w:body {_NAMES}>{body}</w:body>"):
        element.append(one)
    lists = document.part.numbering_part.element
    for one in list(lists):
        lists.remove(one)
    for one in parse_xml(f"<w:numbering {_NAMES}>{numbering}</w:numbering>"):
        lists.append(one)
    for one in parse_xml(f"<w:styles {_NAMES}>{styles}</w:styles>"):
        document.styles.element.append(one)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_NAMES = (
    nsdecls("w", "r", "wp", "a", "m")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def paragraph(text: str, properties: str = "") -> str:
    """Return the XML of a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, number: int = 1, level: int = 0) -> str:
    """Return the XML of a paragraph in a list."""
    list_ = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:numPr>{list_}</w:numPr>")


def levels(*said: tuple[str, str], number: int = 1, more: str = "") -> str:
    """Return the XML of a list whose levels have these number formats and texts."""
    parts = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (style, text) in enumerate(said)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{parts}</w:abstractNum>'


def numbered(number: int, abstract: int = 1, more: str = "") -> str:
    """Return the XML of a number that paragraphs refer to a list by."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def archive(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """Return what a zip archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}
