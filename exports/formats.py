"""The table of formats: what a build can be written as, and by which function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..graph.document import Document
from ..graph.identity import BASE

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["FORMATS", "Build", "Format", "UnknownFormat", "written"]


@dataclass(frozen=True, slots=True)
class Build:
    """What the writers write: the documents, the graph made of them, the base of its IRIs."""

    documents: tuple[Document, ...]
    graph: nx.MultiDiGraph[str]
    base: str = BASE


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a build; what `write` gives is text or bytes."""

    suffix: str
    media_type: str
    about: str
    write: Callable[[Build], str | bytes]


class UnknownFormat(ValueError):
    """A name that no format bears."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        """Say which formats there are."""
        return f"{self.name!r} is no format: choose one of {', '.join(FORMATS)}"


def written(build: Build, name: str) -> bytes:
    """Write a build in the format of a name, as bytes.

    Raises:
        UnknownFormat: no format bears the name.
    """
    if name not in FORMATS:
        raise UnknownFormat(name)
    text = FORMATS[name].write(build)
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def _trig(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.trig(dataset.quads(build.documents, build.base))


def _nquads(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.nquads(dataset.quads(build.documents, build.base))


def _jsonld(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.jsonld(dataset.quads(build.documents, build.base, surroundings=True))


def _turtle(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.turtle(dataset.plain(build.documents, build.base))


def _ntriples(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.ntriples(dataset.plain(build.documents, build.base))


def _xml(build: Build) -> bytes:
    from . import dataset, rdf

    return rdf.xml(dataset.plain(build.documents, build.base))


def _csv(build: Build) -> str:
    from .tables import relations

    return relations(build.graph)


def _graphml(build: Build) -> str:
    from .graphml import graphml

    return graphml(build.graph)


def _gexf(build: Build) -> str:
    from .graphml import gexf

    return gexf(build.graph)


def _json(build: Build) -> str:
    from ..graph.jsonfile import as_json

    return as_json(build.graph)


def _html(build: Build) -> str:
    from .page import page

    return page(build.graph)


def _svg(build: Build) -> str:
    from .chart import chart

    return chart(build.graph)


def _ontology(_: Build) -> str:
    from .terminology.page import terminology

    return terminology()


#: The formats by the name that `export --to` takes.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "trig": Format(".trig", "application/trig", "the whole dataset, one graph a notice", _trig),
        "ttl": Format(".ttl", "text/turtle", "the plain triples, without claims", _turtle),
        "nq": Format(".nq", "application/n-quads", "the whole dataset, line by line", _nquads),
        "nt": Format(".nt", "application/n-triples", "the plain triples, line by line", _ntriples),
        "jsonld": Format(".jsonld", "application/ld+json", "the whole dataset as JSON-LD", _jsonld),
        "xml": Format(".rdf", "application/rdf+xml", "the plain triples as RDF/XML", _xml),
        "csv": Format(".csv", "text/csv", "one row an edge and piece of evidence", _csv),
        "graphml": Format(".graphml", "application/graphml+xml", "for yEd, Cytoscape", _graphml),
        "gexf": Format(".gexf", "application/gexf+xml", "for Gephi", _gexf),
        "json": Format(".json", "application/json", "networkx node-link", _json),
        "html": Format(".html", "text/html", "the page to look at", _html),
        "ontology": Format(
            ".ontology.html", "text/html", "the page of the ontology itself", _ontology
        ),
        "svg": Format(".svg", "image/svg+xml", "the reporting lines as a chart", _svg),
    }
)
