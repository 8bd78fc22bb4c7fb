"""RDF in its files: TriG, N-Quads and JSON-LD of the dataset; Turtle, N-Triples, XML of the lines.

All are written in the order that they are given, so the same data gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

import pyoxigraph
from pyoxigraph import Literal, Quad, RdfFormat, Triple

from ..graph.legible import printable
from ..ontology.terms import PREFIXES

__all__ = ["jsonld", "nquads", "ntriples", "trig", "turtle", "xml"]

Statement = Quad | Triple


def trig(quads: Iterable[Quad]) -> bytes:
    """Write quads as TriG, one block a graph."""
    return _written(quads, RdfFormat.TRIG)


def nquads(quads: Iterable[Quad]) -> bytes:
    """Write quads as N-Quads.

    Example:
        >>> from pyoxigraph import NamedNode
        >>> term = NamedNode("https://example.org/a")
        >>> nquads([Quad(term, term, Literal("b"), term)]).decode().count("example")
        3
    """
    return _written(quads, RdfFormat.N_QUADS)


def jsonld(quads: Iterable[Quad]) -> bytes:
    """Write quads as JSON-LD."""
    return _written(quads, RdfFormat.JSON_LD)


def turtle(triples: Iterable[Triple]) -> bytes:
    """Write triples as Turtle."""
    return _written(triples, RdfFormat.TURTLE)


def ntriples(triples: Iterable[Triple]) -> bytes:
    """Write triples as N-Triples."""
    return _written(triples, RdfFormat.N_TRIPLES)


def xml(triples: Iterable[Triple]) -> bytes:
    """Write triples as RDF/XML; characters that XML has no way to write are replaced."""
    return _written(map(_printable, triples), RdfFormat.RDF_XML)


def _written(statements: Iterable[Statement], form: RdfFormat) -> bytes:
    write = cast("Callable[..., bytes]", pyoxigraph.serialize)
    return write(statements, format=form, prefixes=PREFIXES)


def _printable(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal):
        return triple
    text = printable(value.value)
    if text == value.value:
        return triple
    if value.language:
        return Triple(triple.subject, triple.predicate, Literal(text, language=value.language))
    return Triple(triple.subject, triple.predicate, Literal(text, datatype=value.datatype))
