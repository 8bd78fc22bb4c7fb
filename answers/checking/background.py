"""What of the ontology a part of the data needs beside it: classes, relations, cited works."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import NamedNode, Store, Triple

from ...ontology import terms as t
from .facts import Facts, named

__all__ = ["Background"]

_OF_ALL = (t.SUB_CLASS_OF, t.SUB_PROPERTY_OF, t.RANGE, t.DISJOINT_WITH)
_OF_OURS = (t.TYPE, t.IN_SCHEME)
_SCHEMES = (t.POST_RELATIONS, t.THIRD_PARTY_RELATIONS)


@dataclass(frozen=True)
class Background:
    """The classes and relations that the store's own ontology declares.

    They are taken from the store and not from the package, so that a graph is judged by the
    ontology that it was built with.
    """

    facts: Facts
    _seen: dict[tuple[NamedNode, NamedNode], list[NamedNode]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store) -> Background:
        """Take from a store what its data is judged by."""
        graph = t.VOCABULARY_GRAPH
        found: list[Triple] = []
        for predicate in (*_OF_ALL, *_OF_OURS):
            for quad in store.quads_for_pattern(None, predicate, None, graph):
                if predicate in _OF_ALL or (
                    isinstance(quad.subject, NamedNode) and quad.subject in t.DL
                ):
                    found.append(quad.triple)
        for quad in store.quads_for_pattern(None, t.TYPE, t.CITED_WORK, graph):
            about = store.quads_for_pattern(quad.subject, None, None, graph)
            found.extend(one.triple for one in about)
        return cls(Facts.of(sorted(set(found), key=str)))

    def above(self, relation: NamedNode) -> list[NamedNode]:
        """Return a relation and all that stand above it, the nearest first."""
        return self._above(relation, t.SUB_PROPERTY_OF)

    def classes_above(self, kind: NamedNode) -> list[NamedNode]:
        """Return a class and all that stand above it, the nearest first."""
        return self._above(kind, t.SUB_CLASS_OF)

    def _above(self, term: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        if (term, predicate) not in self._seen:
            found = [term]
            for one in found:
                parents = self.facts.nodes(one, predicate)
                found.extend(parent for parent in parents if parent not in found)
            self._seen[term, predicate] = found
        return self._seen[term, predicate]

    def is_line(self, relation: NamedNode) -> bool:
        """Say whether a relation is a reporting line."""
        return t.REPORTS_TO in self.above(relation)

    @cached_property
    def relations(self) -> frozenset[NamedNode]:
        """The relations that a notice may state, and all that stand above them."""
        stated = (
            subject
            for subject, predicate, scheme in named(self.facts.triples)
            if predicate == t.IN_SCHEME and scheme in _SCHEMES
        )
        return frozenset(one for relation in stated for one in self.above(relation))

    @cached_property
    def disjoint(self) -> frozenset[tuple[NamedNode, NamedNode]]:
        """The pairs of classes that can have no member in common."""
        return frozenset(
            (subject, other)
            for subject, predicate, other in named(self.facts.triples)
            if predicate == t.DISJOINT_WITH and isinstance(other, NamedNode)
        )
