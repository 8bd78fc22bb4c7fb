"""What must not be shared: one name by two entries, one thing by two disjoint classes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Store

from ...ontology import terms as t
from .background import Background
from .facts import Term
from .faults import Fault
from .shards import Shard

__all__ = ["Classes", "shared_labels"]


def shared_labels(store: Store) -> Iterator[Fault]:
    """Give the entries of the lexicon that have the name of another, case apart.

    An entry that another one replaces keeps its name.
    """
    graph = t.VOCABULARY_GRAPH
    first: dict[tuple[str, str], str] = {}
    named = (
        (quad.subject.value, quad.object.language or "", quad.object.value.casefold())
        for quad in store.quads_for_pattern(None, t.PREF_LABEL, None, graph)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    )
    for entry, language, label in sorted(named):
        node = NamedNode(entry)
        if not any(store.quads_for_pattern(node, t.DCT_IS_REPLACED_BY, None, graph)):
            earlier = first.setdefault((language, label), entry)
            if earlier != entry:
                yield Fault(entry, "shared-label", earlier)


class Classes:
    """Gathers to which classes things belong, graph by graph, since no two graphs must clash.

    Of a candidate only the registry says what it is: notices differ.
    """

    def __init__(self, background: Background) -> None:
        """Start with nothing gathered."""
        self._background = background
        self._known: dict[NamedNode, set[Term]] = {}

    def take(self, shard: Shard) -> Iterator[Fault]:
        """Take in a part of the data, and give the clashes of what is in no other."""
        facts = shard.facts
        for subject in facts:
            kinds = set(facts.values(subject, t.TYPE))
            if shard.notice is not None and subject.value.startswith(f"{shard.notice.value}#"):
                yield from self._clashes(subject, kinds)
            elif shard.notice is None or t.CANDIDATE not in kinds:
                self._known.setdefault(subject, set()).update(kinds)

    def clashes(self) -> Iterator[Fault]:
        """Give the clashes of what several graphs share, sorted."""
        for subject in sorted(self._known, key=str):
            yield from self._clashes(subject, self._known[subject])

    def _clashes(self, subject: NamedNode, kinds: set[Term]) -> Iterator[Fault]:
        above = {
            wider
            for kind in kinds
            if isinstance(kind, NamedNode)
            for wider in self._background.classes_above(kind)
        }
        found = [pair for pair in self._pairs if above.issuperset(pair)]
        if found:
            yield Fault(subject.value, "disjoint-classes", " ".join(one.value for one in found[0]))

    @cached_property
    def _pairs(self) -> list[tuple[NamedNode, NamedNode]]:
        return sorted(self._background.disjoint, key=str)
