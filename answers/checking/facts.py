"""A part of a graph that is small enough to look at whole, by subject and predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ...ontology import terms as t

__all__ = ["Facts", "Term", "named"]

Term = NamedNode | Literal


@dataclass(slots=True)
class Facts:
    """Triples by subject and predicate, and the subjects of each class.

    Example:
        >>> label = Triple(t.BODY, t.LABEL, Literal("body"))
        >>> facts = Facts.of([Triple(t.BODY, t.TYPE, t.CLASS), label])
        >>> facts.texts(t.BODY, t.LABEL)
        ['body']
        >>> facts.members(t.CLASS) == [t.BODY]
        True
    """

    triples: list[Triple] = field(default_factory=list)
    _about: dict[NamedNode, dict[NamedNode, list[Term]]] = field(default_factory=dict)
    _members: dict[Term, list[NamedNode]] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Triple | Quad]) -> Facts:
        """Take in triples, or the triples of quads, each once."""
        facts = cls()
        for one in found:
            facts._add(one if isinstance(one, Triple) else one.triple)
        return facts

    def _add(self, triple: Triple) -> None:
        subject, value = triple.subject, triple.object
        self.triples.append(triple)
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            about = self._about.setdefault(subject, {})
            about.setdefault(triple.predicate, []).append(value)
            if triple.predicate == t.TYPE:
                self._members.setdefault(value, []).append(subject)

    def __contains__(self, subject: object) -> bool:
        """Say whether something is told of a subject."""
        return subject in self._about

    def __iter__(self) -> Iterator[NamedNode]:
        """Give the subjects of which something is told, in the order in which they came."""
        return iter(self._about)

    def members(self, kind: NamedNode) -> list[NamedNode]:
        """Return the subjects that belong to a class as it is written, sorted."""
        return sorted(self._members.get(kind, ()), key=str)

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        """Return what a predicate of a subject points to, sorted."""
        return sorted(self._about.get(subject, {}).get(predicate, ()), key=str)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Return the nodes, no texts, that a predicate of a subject points to, sorted."""
        return [one for one in self.values(subject, predicate) if isinstance(one, NamedNode)]

    def texts(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """Return the texts that a predicate of a subject points to, sorted."""
        return [one.value for one in self.values(subject, predicate) if isinstance(one, Literal)]

    def holds(self, subject: NamedNode, predicate: NamedNode, value: Term) -> bool:
        """Say whether a triple is there."""
        return value in self._about.get(subject, {}).get(predicate, ())

    def is_a(self, subject: object, kind: NamedNode) -> bool:
        """Say whether a node belongs to a class as it is written."""
        return isinstance(subject, NamedNode) and self.holds(subject, t.TYPE, kind)


def named(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    """Give the parts of triples whose ends are no blank nodes."""
    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            yield subject, triple.predicate, value
