"""The main job: notices in, a folder with the graph in every form out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..graph.document import Document
from ..graph.identity import BASE, Mint
from .folder import BadFolder, BuildFolder, names, opened, replacing, target
from .inputs import Skipped, Step
from .jsonlines import file_text
from .manifest import KEPT, manifest
from .reading import Read, documents
from .records import Record, read_record

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Built", "NothingRead", "build"]

_FILES = {
    "graph.json": "json",
    "graph.trig": "trig",
    "graph.ttl": "ttl",
    "relations.csv": "csv",
    "graph.graphml": "graphml",
    "graph.html": "html",
    "ontology.html": "ontology",
    "chart.svg": "svg",
}


class NothingRead(ValueError):
    """No file of all that were named could be used.

    Attributes:
        skipped: the files, each with its reason.
    """

    def __init__(self, skipped: tuple[Skipped, ...]) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        super().__init__(skipped)
        self.skipped = skipped

    def __str__(self) -> str:
        """Say that nothing was written, and what to do."""
        return "nothing could be read, so nothing was written; name at least one notice"


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build.

    Attributes:
        folder: where it stands.
        manifest: what build.json says.
        skipped: files that could not be used, with their paths.
    """

    folder: BuildFolder
    manifest: dict[str, Any]
    skipped: tuple[Skipped, ...]


def build(
    arguments: Sequence[Path],
    out: Path,
    *,
    base: str = BASE,
    fresh: bool = False,
    step: Step | None = None,
) -> Built:
    """Read notices and records and write the build, all of it or nothing, to the folder `out`.

    Records in `out` that a person changed since they were written stand for their notice,
    unless `fresh` says to read all anew.

    Raises:
        BadFolder: `out` is no place for a build.
        BadBase: `base` is no base for IRIs.
        NothingRead: not one file could be used.
        Unreadable: a changed record in `out` would be lost.
    """
    from ..graph.build import knowledge

    mint = Mint(base)
    place = target(out)
    read = documents(arguments, kept=() if fresh else corrections(place), step=step)
    if not read.documents:
        raise NothingRead(read.skipped)
    _tell(step, "graph")
    graph = knowledge(read.documents, base=mint.base)
    with replacing(place) as folder:
        written = _write(folder, read, graph, mint.base, step)
    return Built(BuildFolder(out), written, read.skipped)


def _write(
    folder: BuildFolder, read: Read, graph: nx.MultiDiGraph[str], base: str, step: Step | None
) -> dict[str, Any]:
    """Write every file of a build and return what build.json says."""
    from ..exports.dataset import quads
    from ..exports.formats import Build, written
    from .triplestore import load

    files = names((one.sha256, one.extraction.source) for one in read.documents)
    digests = _write_vacancies(folder, read.documents, files)
    data = manifest(read, graph, files=files, digests=digests, options={"base": base})
    _tell(step, "exports")
    whole = Build(read.documents, graph, base)
    for file, name in _FILES.items():
        (folder.path / file).write_bytes(written(whole, name))
    _tell(step, "store")
    data["counts"]["quads"] = load(quads(read.documents, base), folder.store)
    folder.manifest.write_bytes(_json(data))
    return data


def _tell(step: Step | None, what: str) -> None:
    if step is not None:
        step(what, 0, 1)


def corrections(place: Path) -> list[Record]:
    """Return the records of the build in a folder that a person changed, now or earlier.

    Raises:
        Unreadable: a record was changed into something that is none.
    """
    try:
        folder = opened(place)
        entries = folder.read_manifest()["notices"]
    except BadFolder:
        return []
    records = []
    for entry in entries:
        path = folder.vacancies / f"{entry['name']}.json"
        if path.is_file() and (entry["record"] == KEPT or _digest(path) != entry["record_sha256"]):
            extraction = read_record(path).extraction
            records.append(Record(path, extraction.model_copy(update={"sha256": entry["sha256"]})))
    return records


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _json(data: object) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "replace")


def _write_vacancies(
    folder: BuildFolder, read: Iterable[Document], files: dict[str, str]
) -> dict[str, str]:
    """Write each extraction and its text, and return the hashes of the JSON files."""
    folder.vacancies.mkdir()
    digests = {}
    for document in read:
        path = folder.vacancies / f"{files[document.sha256]}.json"
        data = file_text(document.extraction)
        path.write_bytes(data)
        path.with_suffix(".txt").write_bytes((document.text or "").encode("utf-8", "replace"))
        digests[document.sha256] = hashlib.sha256(data).hexdigest()
    return digests
