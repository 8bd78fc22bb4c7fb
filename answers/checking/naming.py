"""What a person calls the nodes of a graph."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from pyoxigraph import Literal, NamedNode, Store

from ...ontology import terms as t

__all__ = ["Names"]

_NAMES = (t.PREF_LABEL, t.LABEL, t.TITLE, t.EXACT)
_ENGLISH = "en"
_LONGEST = 80


class Names:
    """Finds names in a store."""

    def __init__(self, store: Store, sources: Mapping[str, str]) -> None:
        """Take the store, and the names of the notices' files by IRI."""
        self._store, self._sources = store, sources

    def of(self, iri: str) -> str:
        """Return the name of a node: its label, its title, its words, what it claims."""
        return self._known(NamedNode(iri)) or self._nameless(iri)

    def _known(self, node: NamedNode) -> str:
        if node.value in self._sources:
            return self._sources[node.value]
        claimed = [self._first(node, part) for part in (t.SUBJECT, t.RELATION, t.OBJECT)]
        if any(claimed):
            return " ".join(self._written(part) for part in claimed)
        return self._label(node)

    def _label(self, node: NamedNode) -> str:
        found = (self._first(node, name) for name in _NAMES)
        label = next((one.value for one in found if one is not None), "")
        return shorten(label, _LONGEST, placeholder=" ...")

    def _nameless(self, iri: str) -> str:
        notice, _, part = iri.partition("#")
        source = self._sources.get(notice)
        return f"{source}, {part}" if source else iri.rpartition("/")[2]

    def _written(self, term: object) -> str:
        if isinstance(term, NamedNode):
            return self._label(term) or self._nameless(term.value)
        return term.value if isinstance(term, Literal) else "?"

    def spelt(self, value: str) -> str:
        """Return a text with a name for each IRI in it that has one."""
        return " ".join(self._spelt(word) for word in value.split(" "))

    def _spelt(self, word: str) -> str:
        try:
            known = self._known(NamedNode(word))
        except ValueError:
            return word
        return f"'{known}'" if known else word

    def _first(self, node: NamedNode, predicate: NamedNode) -> NamedNode | Literal | None:
        quads = self._store.quads_for_pattern(node, predicate, None, None)
        found = [quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal)]
        return min(found, key=_english, default=None)


def _english(term: NamedNode | Literal) -> tuple[bool, str]:
    return isinstance(term, Literal) and term.language not in (None, _ENGLISH), term.value
