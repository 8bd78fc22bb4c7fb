"""Records as JSON: one file a notice, or lines of one stream."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .folder import BadFolder, names, unwritable

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
        BadFolder: `folder` is a file, or cannot be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise BadFolder(folder, "it is a file", "name a folder with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise unwritable(folder, fault) from None
    files = names((one.sha256, one.extraction.source) for one in documents)
    for one in documents:
        write_file(folder / f"{files[one.sha256]}.json", file_text(one.extraction))
    return len(documents)


def write_file(path: Path, data: bytes) -> None:
    """Write a file, all of it or nothing; a device or a pipe takes the bytes as they come.

    Raises:
        BadFolder: `path` is a folder, stands in none, or cannot be written to.
    """
    if path.is_dir():
        raise BadFolder(path, "it is a folder", "name a file with --out")
    if not path.parent.is_dir():
        raise BadFolder(path.parent, "there is no such folder", "make it, or name another")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as fault:
        raise unwritable(path, fault, what="file") from None


def _replace(path: Path, data: bytes) -> None:
    # a folder of our own: nobody can plant a link in it, and the file gets the usual rights
    with TemporaryDirectory(dir=path.parent, prefix=".dottedline-") as beside:
        part = Path(beside) / "part"
        part.write_bytes(data)
        part.replace(path)
