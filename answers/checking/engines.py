"""Two engines that hold data against the shapes: pySHACL is the reference, the other is fast."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, cast

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from ...ontology import terms as t
from ...ontology.shapes import files
from .faults import Fault

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["ENGINES", "Engine", "NoEngine", "ready"]

Engine = Callable[[Iterable[Triple]], "set[Fault]"]
"""Returns the faults of a part of the data."""


class NoEngine(ValueError):
    """An engine that is not installed."""

    def __init__(self, name: str, remedy: str) -> None:
        """Keep the engine's name and what to do."""
        super().__init__(name, remedy)
        self.engine, self.remedy = name, remedy

    def __str__(self) -> str:
        """Say what is missing and what to do."""
        return f"the engine {self.engine!r} is not installed; {self.remedy}"


def _shapes() -> list[Triple]:
    return [
        quad.triple
        for path in files()
        for quad in pyoxigraph.parse(path=str(path), format=RdfFormat.TURTLE)
    ]


def _reference(background: Iterable[Triple]) -> Engine:
    """Make pySHACL ready: the reference by which the other engine is judged."""
    import pyshacl
    from rdflib import Graph

    shapes, beside = _graph(_shapes()), [_terms(triple) for triple in background]

    def validate(triples: Iterable[Triple]) -> set[Fault]:
        with _quiet():
            data = _graph(triples)
            for triple in beside:
                data.add(triple)
            _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
        if not isinstance(report, Graph):
            raise TypeError(f"pySHACL gave no report: {report}")
        return set(_told(report))

    return validate


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from telling of texts that are no dates or numbers: a shape does that."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _told(report: Graph) -> Iterator[Fault]:
    from rdflib import URIRef

    names = (t.SH_FOCUS_NODE, t.SH_SOURCE_SHAPE, t.SH_VALUE)
    focus, source, value = (URIRef(name.value) for name in names)
    for result in report.objects(None, URIRef(t.SH_RESULT.value)):
        found = (str(report.value(result, name) or "") for name in (focus, source, value))
        yield _fault(*found)


def _graph(triples: Iterable[Triple]) -> Graph:
    from rdflib import Graph

    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(_terms(triple))
    return graph


def _terms(triple: Triple) -> tuple[Node, Node, Node]:
    return _term(triple.subject), _term(triple.predicate), _term(triple.object)


def _term(term: object) -> Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    literal = cast("Literal", term)
    if literal.language:
        return rdflib.Literal(literal.value, lang=literal.language)
    datatype = None if literal.datatype == t.XSD_STRING else rdflib.URIRef(literal.datatype.value)
    return rdflib.Literal(literal.value, datatype=datatype, normalize=False)


def _fast(background: Iterable[Triple]) -> Engine:
    """Make the engine written in Rust ready."""
    try:
        from shacl import Shapes
    except ImportError:
        remedy = "install it with `pip install 'dottedline[shacl]'`, or leave --engine out"
        raise NoEngine("fast", remedy) from None
    shapes = Shapes.from_text(_ntriples(_shapes()), format="ntriples")
    beside = _ntriples(background)

    def validate(triples: Iterable[Triple]) -> set[Fault]:
        report = shapes.validate_text(_ntriples(triples) + beside, format="ntriples")
        return {
            _fault(_bare(one.focus_node), _bare(one.source_shape), one.value_plain)
            for one in report.results
        }

    return validate


def _ntriples(triples: Iterable[Triple]) -> str:
    return cast("bytes", pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES)).decode("utf-8")


def _bare(term: str | None) -> str:
    return (term or "").removeprefix("<").removesuffix(">")


def _fault(node: str, shape: str, value: str | None) -> Fault:
    return Fault(node, t.SHAPES.local(shape), "" if value in (None, node) else str(value))


ENGINES: Mapping[str, Callable[[Iterable[Triple]], Engine]] = {
    "fast": _fast,
    "reference": _reference,
}
"""Makes an engine ready by its name, from what stands beside each part of the data."""


def ready(name: str | None, background: Iterable[Triple]) -> tuple[str, Engine]:
    """Return an engine and its name; without a name the first that is installed.

    Raises:
        NoEngine: the engine of that name is not installed.
    """
    if name is not None:
        return name, ENGINES[name](background)
    for one, make in ENGINES.items():
        with suppress(NoEngine):
            return one, make(background)
    raise NoEngine("reference", "install dottedline again")
