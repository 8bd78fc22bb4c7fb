"""Turtle files of this folder, read into statements by subject."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode

__all__ = [
    "BlankNodeFound",
    "Described",
    "Statements",
    "localized",
    "names",
    "statements",
    "values",
]

_NAMED = frozenset({NamedNode, Literal})

Statements = dict[str, dict[str, list[NamedNode | Literal]]]
"""Objects by subject IRI and predicate IRI, in the order of the files."""

Described = dict[str, list[NamedNode | Literal]]
"""Objects of one subject by predicate IRI."""


class BlankNodeFound(ValueError):
    """A blank node in a file that must give every node an IRI."""

    def __init__(self, name: str, node: str) -> None:
        """Keep the facts of the fault."""
        super().__init__(name, node)
        self.name, self.node = name, node

    def __str__(self) -> str:
        """Say what is wrong, where, and what to do."""
        return f"{self.name} holds the blank node {self.node}: give it an IRI"


def statements(paths: Iterable[Path]) -> Statements:
    """Read Turtle files into one table of statements.

    Raises:
        SyntaxError: a file is no Turtle.
        BlankNodeFound: a node has no IRI.
    """
    table: Statements = {}
    for path in paths:
        _add(table, path)
    return table


def _add(table: Statements, path: Path) -> None:
    last: NamedNode | None = None
    about: Described = {}
    for subject, predicate, value, _ in pyoxigraph.parse(
        path=str(path), format=pyoxigraph.RdfFormat.TURTLE
    ):
        if type(value) not in _NAMED:
            raise BlankNodeFound(path.name, str(value))
        # statements about one subject stand together, so most need no look-up
        if subject != last:
            if type(subject) is not NamedNode:
                raise BlankNodeFound(path.name, str(subject))
            last, about = subject, table.setdefault(subject.value, {})
        about.setdefault(predicate.value, []).append(value)


def values(about: Described, predicate: NamedNode) -> tuple[str, ...]:
    """Return the texts and IRIs that a predicate points to.

    Example:
        >>> from .terms import LABEL
        >>> values({LABEL.value: [Literal("role")]}, LABEL)
        ('role',)
    """
    return tuple(node.value for node in about.get(predicate.value, ()))


def names(about: Described, predicate: NamedNode) -> tuple[NamedNode, ...]:
    """Return the IRIs that a predicate points to."""
    return tuple(n for n in about.get(predicate.value, ()) if isinstance(n, NamedNode))


def localized(about: Described, predicate: NamedNode) -> dict[str, str]:
    """Return the texts that a predicate points to, by language.

    Example:
        >>> from .terms import LABEL
        >>> localized({LABEL.value: [Literal("rôle", language="fr")]}, LABEL)
        {'fr': 'rôle'}
    """
    literals = (n for n in about.get(predicate.value, ()) if isinstance(n, Literal))
    return {literal.language or "": literal.value for literal in literals}
