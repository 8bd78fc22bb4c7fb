"""What stands in every dataset: the ontology, and the reference that notices are laid beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import NamedNode, Quad, Triple

from ..graph.identity import BASE, Mint
from ..ontology import HERE
from ..ontology import terms as t
from ..ontology.reference import GRAPHS, file_of
from .described import node
from .ordering import in_graph

__all__ = ["ontology", "reference"]

Term = Any
_ONTOLOGY = ("vocabulary/*.ttl", "lexicon/*.ttl", "rules.ttl", "sources.ttl", "mappings.ttl")


def ontology() -> Iterator[Quad]:
    """Give vocabulary, lexicon, rules, sources and mappings as quads of one graph, sorted."""
    files = sorted(path for pattern in _ONTOLOGY for path in HERE.glob(pattern))
    yield from in_graph(t.VOCABULARY_GRAPH, (triple for path in files for triple in _read(path)))


def reference(base: str = BASE) -> Iterator[Quad]:
    """Give policy, published facts and common practice as quads of a graph each, sorted.

    Positions and bodies stand below `base`, as those of notices do, so that both name the same.

    Raises:
        BadBase: the base is no absolute IRI that ends with a slash.
    """
    old, new = (Mint(one).base for one in (BASE, base))
    for name, graph in GRAPHS.items():
        triples = _read(file_of(name))
        yield from in_graph(graph, triples if old == new else _moved(triples, old, new))


@cache
def _read(path: Path) -> tuple[Triple, ...]:
    parsed = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return tuple(quad.triple for quad in parsed)


def _moved(triples: Iterable[Triple], old: str, new: str) -> Iterator[Triple]:
    def moved(term: Term) -> Term:
        if isinstance(term, NamedNode) and term.value.startswith(f"{old}id/"):
            return node(new + term.value.removeprefix(old))
        return term

    for triple in triples:
        yield Triple(moved(triple.subject), triple.predicate, moved(triple.object))
