"""The parts in which a store is checked, so that memory stays bounded: a notice at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import NamedNode, Quad, Store, Triple

from ...graph.identity import Mint
from ...ontology import terms as t
from ...ontology.reference import GRAPHS
from .facts import Facts

__all__ = ["REFERENCE", "Shard", "Shards"]

_BATCH = 5000
_STEPS = 4
REFERENCE = tuple(GRAPHS.values())


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the store that can be checked by itself.

    Attributes:
        graph: the graph that it is, or is part of.
        notice: the notice whose claims it holds, where it is one's.
        facts: its triples; those of a notice with what the registry says of it.
        claims: whether it holds claims, of a notice or of the reference.
    """

    graph: NamedNode
    notice: NamedNode | None
    facts: Facts
    claims: bool


class Shards:
    """A store, cut into its shards."""

    def __init__(self, store: Store, base: str) -> None:
        """Look which graphs there are; `base` is where the data's IRIs begin."""
        self._store = store
        self._registry = NamedNode(Mint(base).registry())
        graphs = sorted(g.value for g in store.named_graphs() if isinstance(g, NamedNode))
        ending = Mint.claims("")
        self.notices = [one.removesuffix(ending) for one in graphs if one.endswith(ending)]
        claimed = {Mint.claims(notice) for notice in self.notices}
        self._others = [NamedNode(one) for one in graphs if one not in claimed]

    def __len__(self) -> int:
        """Count the graphs."""
        return len(self.notices) + len(self._others)

    def __iter__(self) -> Iterator[Shard]:
        """Give the notices, then the other graphs, then what is left of the registry."""
        for notice in self.notices:
            yield self._of_notice(NamedNode(notice))
        for graph in self._others:
            if graph == self._registry:
                yield from self._left(frozenset(self.notices))
            else:
                quads = self._store.quads_for_pattern(None, None, None, graph)
                yield Shard(graph, None, Facts.of(quads), graph in REFERENCE)

    def _of_notice(self, notice: NamedNode) -> Shard:
        graph = NamedNode(Mint.claims(notice.value))
        told = [quad.triple for quad in self._store.quads_for_pattern(None, None, None, graph)]
        for subject in self._registered(notice, graph, told):
            told += [quad.triple for quad in self._in_registry(subject)]
        return Shard(graph, notice, Facts.of(told), claims=True)

    def _registered(
        self, notice: NamedNode, graph: NamedNode, told: Iterable[Triple]
    ) -> list[NamedNode]:
        """Return whom the registry speaks of in a notice, by what each was derived from."""
        found = [notice, graph]
        posts = (one.subject for one in told if one.object == t.ADVERTISED_POST)
        for post in posts:
            found.extend(self._linked(t.ADVERTISES, post))
        for one in found:
            derived = self._linked(t.WAS_DERIVED_FROM, one)
            found.extend(other for other in derived if other not in found)
        return sorted(set(found), key=str)

    def _linked(self, link: NamedNode, value: object) -> list[NamedNode]:
        if not isinstance(value, NamedNode):
            return []
        quads = self._store.quads_for_pattern(None, link, value, self._registry)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def _in_registry(self, subject: NamedNode) -> Iterator[Quad]:
        return self._store.quads_for_pattern(subject, None, None, self._registry)

    def _left(self, notices: frozenset[str]) -> Iterator[Shard]:
        """Give what the registry says of others than these notices, in batches."""
        batch: list[Quad] = []
        quads = self._store.quads_for_pattern(None, None, None, self._registry)
        for subject, about in groupby(quads, key=lambda quad: quad.subject):
            if isinstance(subject, NamedNode) and not self._belongs(subject, notices):
                batch.extend(about)
            if len(batch) >= _BATCH:
                yield Shard(self._registry, None, Facts.of(batch), claims=False)
                batch = []
        if batch:
            yield Shard(self._registry, None, Facts.of(batch), claims=False)

    def _belongs(self, subject: NamedNode, notices: frozenset[str], steps: int = _STEPS) -> bool:
        """Say whether the shard of a notice holds what the registry says of a subject."""
        owner = subject.value.partition("#")[0]
        if owner not in notices:
            return False
        graph = NamedNode(Mint.claims(owner))
        if subject.value in (owner, graph.value):
            return True
        for post in self._pointed(subject, t.ADVERTISES):
            if Quad(post, t.TYPE, t.ADVERTISED_POST, graph) in self._store:
                return True
        above = self._pointed(subject, t.WAS_DERIVED_FROM) if steps else ()
        return any(self._belongs(one, notices, steps - 1) for one in above)

    def _pointed(self, subject: NamedNode, link: NamedNode) -> list[NamedNode]:
        quads = self._store.quads_for_pattern(subject, link, None, self._registry)
        return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]
