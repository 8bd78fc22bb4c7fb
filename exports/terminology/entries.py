"""Entries on the page: the lexicon by kind, and how firmly each stands."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph.identity import slug
from ...ontology import terms as t
from ...ontology.turtle import Described, names, values
from .names import Names, Order, Row, Shown, in_languages, texts
from .tables import Tables

__all__ = [
    "Badge",
    "DatedName",
    "Entry",
    "Level",
    "Shelf",
    "badge",
    "levels",
    "shelves",
    "validity",
]

_ROWS = Order(
    first=(
        *(t.ORGANIZATION_OF, t.ORG_UNIT_OF, t.ORG_SUB_ORGANIZATION_OF),
        *(t.SCOPE_NOTE, t.HOMONYM_OF, t.ONLY_IN_CONTEXT),
    ),
    told=(
        *(t.TYPE, t.PREF_LABEL, t.ALT_LABEL, t.NOTATION, t.SHORT_LABEL, t.DEFINITION),
        *(t.KIND_OF, t.SCOPE, t.IN_SCHEME, t.DCT_SOURCE, t.CONFIDENCE, t.DATED_NAME),
    ),
)
_BOUNDS = (
    ("began", t.STARTS_NOT_BEFORE, t.STARTS_NOT_AFTER),
    ("ended", t.ENDS_NOT_BEFORE, t.ENDS_NOT_AFTER),
)
_MARKS = re.compile(r"[^\w ]")
_UNCONFIRMED = "not confirmed"


@dataclass(frozen=True, slots=True)
class Badge:
    """What a thing rests on; what nothing but general knowledge supports is not `firm`."""

    text: str
    href: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Level:
    """A level of confidence, and how many entries and statements stand on it."""

    badge: Badge
    about: str
    entries: int
    statements: int


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that was borne for a time."""

    anchor: str
    name: str
    acronyms: tuple[str, ...]
    validity: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the page shows it; `aliases` are other names, broken spellings left out.

    `former` are IRIs that were given up for its own, with the anchors that they still have.
    """

    iri: str
    anchor: str
    former: tuple[Shown, ...]
    name: str
    acronyms: tuple[str, ...]
    labels: tuple[Shown, ...]
    aliases: tuple[Shown, ...]
    definitions: tuple[Shown, ...]
    scopes: tuple[Shown, ...]
    badge: Badge
    sources: tuple[Shown, ...]
    dated: tuple[DatedName, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries of one list, or of one kind and with names of their own."""

    anchor: str
    title: str
    about: str
    entries: tuple[Entry, ...]

    @property
    def letters(self) -> tuple[Shown, ...]:
        """Lead to the first entry of each letter."""
        first: dict[str, str] = {}
        for entry in self.entries:
            first.setdefault(_spelt(entry.name)[:1].upper(), entry.anchor)
        return tuple(Shown(letter, f"#{anchor}") for letter, anchor in first.items())


def shelves(tables: Tables, naming: Names) -> tuple[Shelf, ...]:
    """Give all entries of the lexicon, shelf by shelf, by their names."""
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    former = _former(tables, naming)
    for iri, about in tables.entries():
        kind, title, text = _shelf(about, tables, naming)
        found.setdefault(title, []).append(
            (kind, text, _entry(iri, about, former.get(iri, ()), tables, naming))
        )
    return tuple(
        Shelf(
            f"shelf-{slug(title)}",
            title,
            found[title][0][1],
            tuple(sorted((entry for _, _, entry in found[title]), key=_place)),
        )
        for title in sorted(found, key=lambda one: (min(kind for kind, *_ in found[one]), one))
    )


def badge(about: Described, naming: Names) -> Badge:
    """Say what a thing rests on, and that it is not confirmed where that is not enough.

    A thing without a level of confidence or without a source is not confirmed either.
    """
    levels, sources = values(about, t.CONFIDENCE), values(about, t.DCT_SOURCE)
    labels = [naming.label(level) for level in levels] or ["no confidence stated"]
    firm = not naming.loose.issuperset(levels) and not naming.loose.issuperset(sources)
    href = naming.link(levels[0]).href if levels else ""
    return Badge(", ".join(labels if firm else [*labels, _UNCONFIRMED]), href, firm)


def levels(tables: Tables, naming: Names) -> tuple[Level, ...]:
    """Give the levels of confidence that are met with, the firm ones and the frequent first."""
    claims = [about for graph in tables.reference for _, about in tables.claims(graph)]
    entries = Counter(one for _, about in tables.entries() for one in names(about, t.CONFIDENCE))
    statements = Counter(one for about in claims for one in names(about, t.CONFIDENCE))
    found = [
        Level(
            badge({t.CONFIDENCE.value: [one], t.DCT_SOURCE.value: [one]}, naming),
            _definition(tables, one.value),
            entries[one],
            statements[one],
        )
        for one in entries | statements
    ]
    return tuple(sorted(found, key=lambda one: (not one.badge.firm, -one.entries, one.badge.text)))


def validity(about: Described) -> str:
    """Say when a name or a state began and ended, as far as that is known.

    Example:
        >>> from pyoxigraph import Literal
        >>> validity({t.STARTS_NOT_AFTER.value: [Literal("2019")]})
        'began 2019 or earlier'
    """
    parts = []
    for verb, earliest, latest in _BOUNDS:
        low, high = (next(iter(values(about, one)), "") for one in (earliest, latest))
        if low and high:
            parts.append(f"{verb} {low}" if low == high else f"{verb} between {low} and {high}")
        elif low or high:
            parts.append(f"{verb} {low or high} or {'later' if low else 'earlier'}")
    return ", ".join(parts)


def _shelf(about: Described, tables: Tables, naming: Names) -> tuple[str, str, str]:
    """Return the kind of an entry, and the title and meaning of its shelf."""
    kind = values(about, t.KIND_OF)[0]
    label = naming.label(kind)
    for scheme in values(about, t.IN_SCHEME):
        return label, naming.label(scheme), _definition(tables, scheme)
    own = "kinds" if t.CONCEPT in about.get(t.TYPE.value, ()) else "by name"
    return label, f"{label}: {own}", _definition(tables, kind)


def _definition(tables: Tables, iri: str) -> str:
    return next(iter(values(tables.vocabulary.get(iri, {}), t.DEFINITION)), "")


def _former(tables: Tables, naming: Names) -> dict[str, list[Shown]]:
    found: dict[str, list[Shown]] = {}
    for iri, about in tables.lexicon.items():
        for heir in values(about, t.DCT_IS_REPLACED_BY):
            found.setdefault(heir, []).append(Shown(iri, naming.anchor(iri)))
    return found


def _entry(
    iri: str, about: Described, former: Iterable[Shown], tables: Tables, naming: Names
) -> Entry:
    usual = values(about, t.SHORT_LABEL)
    acronyms = sorted(values(about, t.NOTATION), key=lambda text: (text not in usual, text))
    return Entry(
        iri=iri,
        anchor=naming.anchor(iri),
        former=tuple(former),
        name=naming.label(iri),
        acronyms=tuple(acronyms),
        labels=in_languages(about, t.PREF_LABEL),
        aliases=texts(about, t.ALT_LABEL),
        definitions=texts(about, t.DEFINITION),
        scopes=naming.links(about, t.SCOPE),
        badge=badge(about, naming),
        sources=naming.links(about, t.DCT_SOURCE),
        dated=tuple(_dated(about, tables, naming)),
        rows=naming.rows(about, _ROWS),
    )


def _dated(about: Described, tables: Tables, naming: Names) -> Iterator[DatedName]:
    for node in values(about, t.DATED_NAME):
        own = tables.lexicon.get(node, {})
        acronyms = values(own, t.NOTATION)
        name, when = naming.label(node), validity(own)
        yield DatedName(naming.anchor(node), name, acronyms, when, badge(own, naming))


def _place(entry: Entry) -> tuple[str, str]:
    return _spelt(entry.name), entry.iri


def _spelt(name: str) -> str:
    """Return a name as it is sorted: without case and accents."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", name)).casefold()
