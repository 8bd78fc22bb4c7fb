"""Tables: what the Turtle files, the rules and the questions say, for the page of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...ontology import HERE
from ...ontology import terms as t
from ...ontology.queries import Query, queries
from ...ontology.reference import GRAPHS, file_of
from ...ontology.rules import Rule, rules
from ...ontology.turtle import Described, Statements, statements
from ...ontology.vocabulary import declared

__all__ = ["Tables", "tables"]


@dataclass(frozen=True, slots=True)
class Tables:
    """All that the page tells of: statements by subject, rules, questions.

    `lexicon` holds entries and the nodes that they point to; `reference` has a table for each
    graph, by its name.
    """

    vocabulary: Statements
    lexicon: Statements
    sources: Statements
    reference: Mapping[str, Statements]
    rules: tuple[Rule, ...]
    queries: tuple[Query, ...]

    def entries(self) -> Iterator[tuple[str, Described]]:
        """Give the entries of the lexicon, without the nodes that only belong to one."""
        return ((iri, about) for iri, about in self.lexicon.items() if t.KIND_OF.value in about)

    def claims(self, graph: str) -> Iterator[tuple[str, Described]]:
        """Give the statements of a reference graph."""
        table = self.reference.get(graph, {})
        return ((iri, about) for iri, about in table.items() if t.RELATION.value in about)


def tables() -> Tables:
    """Read them from the package; a file that is not there holds nothing.

    Example:
        >>> t.REPORTS_TO.value in tables().vocabulary
        True
    """
    return Tables(
        vocabulary=declared(),
        lexicon=_read("lexicon/*.ttl", "mappings.ttl"),
        sources=_read("sources.ttl"),
        reference={name: statements([file_of(name)]) for name in GRAPHS},
        rules=rules(),
        queries=tuple(queries().values()),
    )


def _read(*patterns: str) -> Statements:
    return statements(path for pattern in patterns for path in sorted(HERE.glob(pattern)))
