"""Records as JSON: one file a notice, or lines of one stream."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .folder import BadFolder, names

if TYPE_CHECKING:
    from ..graph.document import Document
    from ..vacancies.model import Extraction

__all__ = ["as_lines", "file_text", "write_file", "write_records"]


def file_text(extraction: Extraction) -> bytes:
    """Return the text of a record's own file."""
    return _encoded(json.dumps(extraction.as_json(), ensure_ascii=False, indent=1))


def _encoded(text: str) -> bytes:
    return f"{text}\n".encode("utf-8", "replace")


def as_lines(documents: Sequence[Document]) -> bytes:
    """Return one record as indented JSON, many as JSON Lines."""
    if len(documents) == 1:
        return file_text(documents[0].extraction)
    return b"".join(
        _encoded(json.dumps(one.extraction.as_json(), ensure_ascii=False)) for one in documents
    )


def write_records(folder: Path, documents: Sequence[Document]) -> int:
    """Write a JSON file for each record and return how many.

    Raises:
        BadFolder: `folder` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise BadFolder(folder, "it is a file", "name a folder with --out")
    folder.mkdir(parents=True, exist_ok=True)
    files = names((one.sha256, one.extraction.source) for one in documents)
    for one in documents:
        write_file(folder / f"{files[one.sha256]}.json", file_text(one.extraction))
    return len(documents)


def write_file(path: Path, data: bytes) -> None:
    """Write a file, all of it or nothing.

    Raises:
        BadFolder: `path` is a folder, or stands in none.
    """
    if path.is_dir():
        raise BadFolder(path, "it is a folder", "name a file with --out")
    if not path.parent.is_dir():
        raise BadFolder(path.parent, "there is no such folder", "make it, or name another")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
