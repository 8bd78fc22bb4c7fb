"""Statements on the page: the reference by graph, the works that it rests on, the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...ontology import terms as t
from ...ontology.queries import ASKED_BY, Query
from ...ontology.reference import GRAPHS
from ...ontology.turtle import Described, localized, names, values
from .entries import Badge, badge, validity
from .names import Names, Order, Row, Shown, texts
from .tables import Tables

__all__ = [
    "Asked",
    "Part",
    "Statement",
    "Work",
    "mentions",
    "parts",
    "questions",
    "works",
]

_ROWS = Order(
    told=(
        *(t.TYPE, t.LABEL, t.SUBJECT, t.RELATION, t.OBJECT, t.MODALITY, t.CONFIDENCE),
        *(t.DCT_SOURCE, t.CHOICE, t.CONDITION, t.CAVEAT, t.NOTE),
        *(t.STARTS_NOT_BEFORE, t.STARTS_NOT_AFTER, t.ENDS_NOT_BEFORE, t.ENDS_NOT_AFTER),
    )
)
_ENDS = (t.SUBJECT, t.OBJECT)
_GUARDED = frozenset({t.INFERRED, t.ASSUMED})
_NAMES = (t.PREF_LABEL, t.ALT_LABEL, t.NOTATION)
_ROWS_OF_WORK = Order(told=(t.TYPE, t.LABEL))


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the reference as the page shows it.

    `ends` are the IRIs of subject and object, `words` what both are called, acronyms too. One that
    is `guarded` has a caveat, or is inferred or assumed, however well its source is known.
    """

    iri: str
    anchor: str
    subject: Shown
    relation: Shown
    object: Shown
    ends: tuple[str, ...]
    words: tuple[str, ...]
    modalities: tuple[Shown, ...]
    guarded: bool
    badge: Badge
    sources: tuple[Shown, ...]
    choices: tuple[str, ...]
    conditions: tuple[Shown, ...]
    caveats: tuple[Shown, ...]
    notes: tuple[Shown, ...]
    validity: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The statements of one graph."""

    name: str
    iri: str
    title: str
    about: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work that entries and statements rest on, and how many of each."""

    iri: str
    anchor: str
    name: str
    firm: bool
    entries: int
    statements: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of those who ask them, each with its anchor."""

    by: str
    questions: tuple[tuple[str, Query], ...]


def parts(tables: Tables, naming: Names) -> tuple[Part, ...]:
    """Give the statements of each graph of the reference, by subject."""
    return tuple(
        Part(
            name,
            graph.value,
            *_headed(tables.reference.get(name, {}).get(graph.value, {}), name),
            tuple(
                sorted(
                    (_statement(iri, about, tables, naming) for iri, about in tables.claims(name)),
                    key=_place,
                )
            ),
        )
        for name, graph in GRAPHS.items()
    )


def _headed(about: Described, name: str) -> tuple[str, str]:
    """Return what a graph calls itself, and what it says of itself."""
    title = localized(about, t.LABEL).get("en", name)
    return f"{title[:1].upper()}{title[1:]}", localized(about, t.DEFINITION).get("en", "")


def mentions(parts: Iterable[Part], naming: Names) -> dict[str, tuple[Statement, ...]]:
    """Give the statements about each entry: about itself, a position of it, or a body of it."""
    found: dict[str, list[Statement]] = {}
    for part in parts:
        for told in part.statements:
            for end in dict.fromkeys(map(naming.described, told.ends)):
                found.setdefault(end, []).append(told)
    return {iri: tuple(all_told) for iri, all_told in found.items()}


def _statement(iri: str, about: Described, tables: Tables, naming: Names) -> Statement:
    subject, relation, target = (
        next(iter(naming.links(about, one)), Shown("?"))
        for one in (t.SUBJECT, t.RELATION, t.OBJECT)
    )
    modalities = names(about, t.MODALITY)
    ends = tuple(node.value for one in _ENDS for node in names(about, one))
    return Statement(
        iri=iri,
        anchor=naming.anchor(iri),
        subject=subject,
        relation=relation._replace(code=""),
        object=target,
        ends=ends,
        words=tuple(_words(map(naming.described, ends), tables)),
        modalities=tuple(naming.link(one.value) for one in modalities if one != t.STATED),
        guarded=t.CAVEAT.value in about or not _GUARDED.isdisjoint(modalities),
        badge=badge(about, naming),
        sources=naming.links(about, t.DCT_SOURCE),
        choices=tuple(map(naming.label, values(about, t.CHOICE))),
        conditions=texts(about, t.CONDITION),
        caveats=texts(about, t.CAVEAT),
        notes=texts(about, t.NOTE),
        validity=validity(about),
        rows=naming.rows(about, _ROWS),
    )


def _words(iris: Iterable[str], tables: Tables) -> dict[str, None]:
    entries = [tables.lexicon.get(iri, {}) for iri in iris]
    return dict.fromkeys(word for about in entries for one in _NAMES for word in values(about, one))


def _place(told: Statement) -> tuple[str, ...]:
    sentence = (told.subject.text, told.relation.text, told.object.text)
    return (*(part.casefold() for part in sentence), told.iri)


def works(tables: Tables, naming: Names) -> tuple[Work, ...]:
    """Give the cited works by name, and how much rests on each."""
    entries = Counter(_cited(about for _, about in tables.entries()))
    claims = Counter(_cited(about for name in GRAPHS for _, about in tables.claims(name)))
    found = (
        Work(
            iri=iri,
            anchor=naming.anchor(iri),
            name=naming.label(iri),
            firm=iri not in naming.loose,
            entries=entries[iri],
            statements=claims[iri],
            rows=naming.rows(about, _ROWS_OF_WORK),
        )
        for iri, about in tables.sources.items()
    )
    return tuple(sorted(found, key=lambda work: (work.name.casefold(), work.iri)))


def _cited(described: Iterable[Described]) -> Iterator[str]:
    return (source for about in described for source in set(values(about, t.DCT_SOURCE)))


def questions(tables: Tables, naming: Names) -> tuple[Asked, ...]:
    """Give the questions that come along by who asks, those with a number first."""
    found: dict[str, list[Query]] = {}
    for query in sorted(tables.queries, key=_number):
        found.setdefault(query.asked_by, []).append(query)
    return tuple(
        Asked(by, tuple((naming.anchor(query.name), query) for query in asked))
        for by, asked in sorted(found.items(), key=lambda one: _standing(one[0]))
    )


def _standing(by: str) -> tuple[int, str]:
    return (ASKED_BY.index(by) if by in ASKED_BY else len(ASKED_BY)), by


def _number(query: Query) -> tuple[bool, int, str]:
    return query.number is None, query.number or 0, query.name
