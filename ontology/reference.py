"""The reference that notices are laid beside: its statements, as `reference/*.ttl` holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import NamedNode, Triple

from . import HERE, terms
from .turtle import Described, statements, values
from .vocabulary import declared

__all__ = ["GRAPHS", "Statement", "Validity", "file_of", "plain", "reference"]

#: The graphs by the names of their files, in the order of their standing.
GRAPHS: Mapping[str, NamedNode] = MappingProxyType(
    {
        "policy": terms.POLICY_GRAPH,
        "published": terms.PUBLISHED_GRAPH,
        "usual": terms.USUAL_GRAPH,
    }
)
_GENERAL = terms.DL.local(terms.GENERAL_KNOWLEDGE)
_STATED = terms.DL.local(terms.STATED)


@dataclass(frozen=True, slots=True)
class Validity:
    """Between which days or years a statement began and ended to hold, as far as is known."""

    starts_not_before: str | None = None
    starts_not_after: str | None = None
    ends_not_before: str | None = None
    ends_not_after: str | None = None

    @property
    def ended(self) -> bool:
        """Whether it is known to hold no more.

        Example:
            >>> Validity(starts_not_after="2021", ends_not_before="2023").ended
            True
        """
        return self.ends_not_before is not None or self.ends_not_after is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """What the reference says of one subject, one relation and one object.

    Subject, object, `via`, `choice` and sources are IRIs, positions and bodies below the base that
    the data has unless it is told otherwise; `graph`, `relation`, `modality` and `confidence` are
    the local names of their terms. `condition` limits the statement, `note` gives its setting,
    `caveat` says why it must not be taught as a norm. Statements that share a `choice` are
    alternatives: one of them holds.
    """

    iri: str
    graph: str
    subject: str
    relation: str
    object: str
    modality: str
    confidence: str
    sources: tuple[str, ...]
    condition: str | None = None
    note: str | None = None
    caveat: str | None = None
    via: str | None = None
    choice: str | None = None
    validity: Validity = Validity()

    @property
    def confirmed(self) -> bool:
        """Whether it may stand as a fact: a source says so, plainly, and it still holds."""
        known = self.confidence != _GENERAL and self.modality == _STATED
        return known and self.caveat is None and not self.validity.ended


@cache
def reference() -> tuple[Statement, ...]:
    """Read all statements, once, sorted by graph and IRI.

    Example:
        >>> team = "https://w3id.org/dottedline/id/body/any/security-management-team"
        >>> [
        ...     one.subject.rpartition("/")[2]
        ...     for one in reference()
        ...     if (one.relation, one.object) == ("chairs", team)
        ... ]
        ['designated-official']
    """
    return tuple(one for graph in GRAPHS for one in _statements(graph))


def file_of(name: str) -> Path:
    """Return the file that holds the graph of a name.

    Example:
        >>> file_of("policy").name
        'policy.ttl'
    """
    return HERE / "reference" / f"{name}.ttl"


def plain(statement: Statement) -> tuple[Triple, ...]:
    """Give the triples that stand beside a statement: its relation and all parents, if confirmed.

    Example:
        >>> chair = next(one for one in reference() if one.relation == "chairs" and one.confirmed)
        >>> [triple.predicate.value.rpartition("#")[2] for triple in plain(chair)]
        ['chairs', 'participatesIn']
    """
    if not statement.confirmed:
        return ()
    subject, target = NamedNode(statement.subject), NamedNode(statement.object)
    return tuple(
        Triple(subject, NamedNode(relation), target)
        for relation in dict.fromkeys(_with_parents(terms.DL(statement.relation).value))
    )


def _with_parents(relation: str) -> Iterator[str]:
    yield relation
    for parent in values(declared().get(relation, {}), terms.SUB_PROPERTY_OF):
        yield from _with_parents(parent)


def _statements(graph: str) -> Iterator[Statement]:
    table = statements([file_of(graph)])
    for iri, about in sorted(table.items()):
        if terms.REFERENCE_ASSERTION in about.get(terms.TYPE.value, ()):
            yield _statement(iri, graph, about)


def _statement(iri: str, graph: str, about: Described) -> Statement:
    subject, relation, target, modality, confidence = (
        values(about, term)[0]
        for term in (terms.SUBJECT, terms.RELATION, terms.OBJECT, terms.MODALITY, terms.CONFIDENCE)
    )
    return Statement(
        iri=iri,
        graph=graph,
        subject=subject,
        relation=terms.DL.local(relation),
        object=target,
        modality=terms.DL.local(modality),
        confidence=terms.DL.local(confidence),
        sources=tuple(sorted(values(about, terms.DCT_SOURCE))),
        condition=_only(about, terms.CONDITION),
        note=_only(about, terms.NOTE),
        caveat=_only(about, terms.CAVEAT),
        via=_only(about, terms.VIA),
        choice=_only(about, terms.CHOICE),
        validity=Validity(
            starts_not_before=_only(about, terms.STARTS_NOT_BEFORE),
            starts_not_after=_only(about, terms.STARTS_NOT_AFTER),
            ends_not_before=_only(about, terms.ENDS_NOT_BEFORE),
            ends_not_after=_only(about, terms.ENDS_NOT_AFTER),
        ),
    )


def _only(about: Described, term: NamedNode) -> str | None:
    return next(iter(values(about, term)), None)
