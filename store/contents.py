"""What a finished build holds, read back."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING

from .folder import BadFolder, BuildFolder

if TYPE_CHECKING:
    import networkx as nx

    from ..graph.document import Document

__all__ = ["documents_of", "exported", "graph_of"]

_AGAIN = "build the folder again"


def graph_of(folder: BuildFolder) -> nx.MultiDiGraph[str]:
    """Return the graph of a build.

    Raises:
        BadFolder: graph.json is missing or damaged.
    """
    from ..graph.jsonfile import NotAGraph, from_json

    try:
        return from_json(_text(folder, folder.graph))
    except (NotAGraph, RecursionError):
        raise BadFolder(folder.path, "its graph.json is damaged", _AGAIN) from None


def documents_of(folder: BuildFolder, hashes: Container[str] | None = None) -> tuple[Document, ...]:
    """Return what was read from each notice, with its text, in the order of build.json.

    With `hashes`, only notices whose bytes have one of them are read.

    Raises:
        BadFolder: a file below vacancies/ is missing or damaged.
    """
    from ..graph.document import Document
    from ..vacancies.model import Extraction

    documents = []
    for entry in folder.read_manifest()["notices"]:
        if hashes is not None and entry["sha256"] not in hashes:
            continue
        path = folder.vacancies / f"{entry['name']}.json"
        try:
            extraction = Extraction.model_validate_json(_text(folder, path))
        except ValueError as fault:
            if isinstance(fault, BadFolder):
                raise
            raise BadFolder(folder.path, f"its {path.name} is damaged", _AGAIN) from None
        text = _text(folder, path.with_suffix(".txt"))
        documents.append(Document(extraction, text, entry["sha256"]))
    return tuple(documents)


def exported(folder: BuildFolder, name: str) -> bytes:
    """Return a build in one more format.

    Raises:
        UnknownFormat: no format bears the name.
        BadFolder: a file of the build is missing or damaged.
    """
    from ..exports.formats import FORMATS, Build, UnknownFormat, written

    if name not in FORMATS:
        raise UnknownFormat(name)
    graph = graph_of(folder)
    return written(Build(documents_of(folder), graph, graph.graph["base"]), name)


def _text(folder: BuildFolder, path: Path) -> str:
    """Return a file's text, line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadFolder(folder.path, f"its {path.name} cannot be read", _AGAIN) from None
