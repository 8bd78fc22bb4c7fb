"""Relations of a Word document that lead nowhere, which word processors let be."""

from __future__ import annotations

import zipfile
from io import BytesIO
from posixpath import dirname
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .names import Element

__all__ = ["without_loose"]

_SUFFIX = ".rels"
_EXTERNAL = "External"


def without_loose(data: bytes) -> bytes:
    """Return a Word document without the relations to members that its archive lacks.

    A picture that was linked and lost leaves such a relation behind.
    """
    copy = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as kept:
        names = {name.casefold() for name in archive.namelist()}
        for member in archive.infolist():
            part = archive.read(member)
            if member.filename.endswith(_SUFFIX):
                part = _mended(part, dirname(dirname(member.filename)), names)
            kept.writestr(member.filename, part)
    return copy.getvalue()


def _mended(part: bytes, folder: str, names: set[str]) -> bytes:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    root = parse_xml(part)
    for relation in list(root):
        if relation.get("TargetMode") != _EXTERNAL and not _leads(relation, folder, names):
            root.remove(relation)
    return serialize_part_xml(root)


def _leads(relation: Element, folder: str, names: set[str]) -> bool:
    from docx.opc.packuri import PackURI

    return PackURI.from_rel_ref(f"/{folder}", relation.get("Target")).membername.casefold() in names
