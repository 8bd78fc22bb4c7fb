"""What build.json says: inputs, counts, what was left out, versions and options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..graph.document import Document
from ..ontology.vocabulary import vocabulary
from .reading import Read
from .versions import versions

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["KEPT", "manifest"]

KEPT = "kept"
"""Marks a record that a person changed in the folder of a build."""


def manifest(
    read: Read,
    graph: nx.MultiDiGraph[str],
    *,
    files: Mapping[str, str],
    digests: Mapping[str, str],
    options: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the record of a build: no clock, no path of the machine.

    `files` names each notice's files below vacancies/, `digests` are the hashes of its JSON
    file as it was written, both by hash of the notice.
    """
    return {
        "versions": versions(),
        "options": dict(options),
        "counts": _counts(read, graph),
        "notices": [_notice(one, read, files, digests) for one in read.documents],
        "skipped": sorted(
            (skipped.as_json() for skipped in read.skipped),
            key=lambda entry: (entry["source"], entry["reason"]),
        ),
        "passed_over": dict(sorted(read.passed.items())),
    }


def _notice(
    document: Document, read: Read, files: Mapping[str, str], digests: Mapping[str, str]
) -> dict[str, Any]:
    sha256 = document.sha256
    return {
        "source": document.source,
        "sha256": sha256,
        "name": files[sha256],
        "vacancies": len(document.extraction.vacancies),
        "record": "given" if sha256 in read.given else KEPT if sha256 in read.kept else "read",
        "record_sha256": digests[sha256],
        "warnings": sorted({*read.warnings.get(sha256, ()), *document.extraction.warnings}),
    }


def _counts(read: Read, graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    vacancies = [one for document in read.documents for one in document.extraction.vacancies]
    return {
        "notices": len(read.documents),
        "vacancies": len(vacancies),
        "relations": sum(len(one.relations) for one in vacancies),
        "relations_by_family": _families(
            relation.relation for one in vacancies for relation in one.relations
        ),
        "relations_of_others": sum(len(one.third_party) for one in vacancies),
        "evidence": sum(len(relation.evidence) for one in vacancies for relation in one.relations),
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "kept": len(read.kept),
        "skipped": len(read.skipped),
    }


def _families(relations: Iterable[str]) -> dict[str, int]:
    properties = vocabulary().properties
    counted = Counter(properties[relation].family for relation in relations)
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
