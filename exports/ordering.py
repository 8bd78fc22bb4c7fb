"""The order in which triples are written, graph by graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from ..ontology import terms as t

__all__ = ["in_graph", "in_order"]

Order = tuple[str, bool, bool, str, str]


def in_graph(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Give triples as quads of a graph, in order and each once."""
    for triple in in_order(triples):
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def in_order(triples: Iterable[Triple]) -> list[Triple]:
    """Sort triples by subject, its type and label first; each stands once.

    Example:
        >>> from pyoxigraph import Literal
        >>> label = Triple(t.BODY, t.LABEL, Literal("body"))
        >>> in_order([label, Triple(t.BODY, t.TYPE, t.CLASS), label])[1] == label
        True
    """
    return sorted(set(triples), key=_order)


def _order(triple: Triple) -> Order:
    subject, predicate = triple.subject, triple.predicate
    return (
        str(subject),
        predicate != t.TYPE,
        predicate != t.LABEL,
        predicate.value,
        str(triple.object),
    )
