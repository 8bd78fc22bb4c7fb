"""The whole dataset: one graph a notice, a registry of them, the reference, the ontology."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from pyoxigraph import Quad, Triple

from ..graph.claims import Reading, read
from ..graph.document import Document, distinct
from ..graph.identity import BASE, Mint
from ..graph.resolve import Resolver
from ..graph.settled import Settled
from ..graph.things import Thing, named_by
from ..ontology import terms as t
from .described import described, node
from .evidence import claimed, surrounded
from .ordering import in_graph, in_order
from .registered import registered
from .standing import ontology, reference

__all__ = ["plain", "quads"]


def quads(
    documents: Iterable[Document], base: str = BASE, *, surroundings: bool = False
) -> Iterator[Quad]:
    """Give all quads, graph by graph, sorted within each, without blank nodes.

    The same documents give the same quads in the same order. `surroundings` adds the words around
    each piece of evidence.

    Raises:
        BadBase: the base is no absolute IRI that ends with a slash.
    """
    mint = Mint(base)
    resolver, settled = Resolver(mint), Settled()
    registry: list[Triple] = []
    for document in distinct(documents):
        reading = read(document, resolver)
        settled.count(reading.things())
        registry.extend(registered(reading))
        told = chain(_stated(reading), _claims(reading))
        more = surrounded(reading) if surroundings else ()
        yield from in_graph(node(mint.claims(reading.iri)), chain(told, more))
    candidates = chain.from_iterable(described(thing) for thing in settled.candidates())
    yield from in_graph(node(mint.registry()), chain(registry, candidates))
    yield from reference(base)
    yield from ontology()


def plain(documents: Iterable[Document], base: str = BASE) -> list[Triple]:
    """Return the plain triples, and labels and types of what they name, sorted.

    Without claims, evidence and ontology; a candidate has the one kind that most notices give it.

    Raises:
        BadBase: the base is no absolute IRI that ends with a slash.
    """
    resolver, settled = Resolver(Mint(base)), Settled()
    readings = [read(document, resolver) for document in distinct(documents)]
    for reading in readings:
        settled.count(reading.things())
    return in_order(triple for reading in readings for triple in _stated(reading, settled.of))


def _stated(
    reading: Reading, settled: Callable[[Thing], Thing] = lambda thing: thing
) -> Iterator[Triple]:
    for posting, claims in reading.postings:
        things = [posting.post, posting.node]
        yield from _occurrence(posting.post, posting.position, posting.hirer)
        for claim in claims:
            if claim.plain and isinstance(claim.target, Thing):
                things.append(claim.target)
                for subject in {posting.post.iri, posting.node.iri}:
                    for relation in (claim.relation.iri, *claim.relation.ancestors):
                        yield Triple(node(subject), node(relation), node(claim.target.iri))
        for thing in _all(things):
            yield from described(settled(thing))


def _occurrence(post: Thing, position: Thing | None, hirer: Thing | None) -> Iterator[Triple]:
    if position is not None:
        yield Triple(node(post.iri), t.OCCURRENCE_OF, node(position.iri))
    if hirer is not None and hirer != post.organization:
        yield Triple(node(post.iri), t.CONTRACTED_BY, node(hirer.iri))


def _claims(reading: Reading) -> Iterator[Triple]:
    yield from claimed(reading)
    for thing in reading.things():
        yield from described(thing)


def _all(things: Iterable[Thing]) -> Iterator[Thing]:
    return iter(dict.fromkeys(part for thing in dict.fromkeys(things) for part in named_by(thing)))
