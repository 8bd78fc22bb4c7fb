"""Names: the label and anchor of each thing on the page of terms, and the links to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ...ontology import terms as t
from ...ontology.terms import PREFIXES
from ...ontology.turtle import Described, localized, names, values
from .tables import Tables

__all__ = ["Names", "Order", "Row", "Shown", "curie", "in_languages", "language_rank", "texts"]

_ENGLISH = "en"
_LAST = 10**3
_LANGUAGES = (_ENGLISH, "fr", "es")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LAST_PART = re.compile(r"[#/]([^#/]+)$")
_WEB = ("https://", "http://")
_TITLES = (t.PREF_LABEL, t.LABEL)
_PLAIN = {
    t.SUB_CLASS_OF.value: "parent",
    t.SUB_PROPERTY_OF.value: "parent",
    t.IN_SCHEME.value: "list",
    t.ORG_SUB_ORGANIZATION_OF.value: "part of",
}
_LOOSE = (t.GENERAL_KNOWLEDGE.value, t.SOURCE_GENERAL_KNOWLEDGE.value)
_TERMS = frozenset({t.CLASS, t.OBJECT_PROPERTY, t.DATATYPE_PROPERTY, t.ANNOTATION_PROPERTY})


class Shown(NamedTuple):
    """A text of the page: where it leads, if anywhere, its language, and the code behind it."""

    text: str
    href: str = ""
    language: str = ""
    code: str = ""

    @property
    def outside(self) -> bool:
        """Whether it leads out of the page."""
        return bool(self.href) and not self.href.startswith("#")


class Row(NamedTuple):
    """What is said of a thing by one property."""

    label: str
    values: tuple[Shown, ...]


class Order:
    """Which properties make rows: some first, others by their headings, some told elsewhere."""

    def __init__(self, *, first: Iterable[NamedNode] = (), told: Iterable[NamedNode] = ()) -> None:
        """Keep the IRIs of the properties."""
        self.first = {predicate.value: place for place, predicate in enumerate(first)}
        self.told = frozenset(predicate.value for predicate in told)


class Names:
    """The labels and anchors of all that the page tells of.

    Every thing has one anchor, and no two have the same: a term its local name, an entry or a
    source its slug, a statement the name of its graph before its own.
    """

    def __init__(self, tables: Tables) -> None:
        """Name all subjects of the tables."""
        self._labels: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self._taken: set[str] = set()
        self._codes: dict[str, str] = {}
        for graph, table in tables.reference.items():
            self._label(table)
            self._anchor(((iri, f"{graph}-{_last(iri)}") for iri, _ in tables.claims(graph)))
        for table in (tables.lexicon, tables.sources, tables.vocabulary):
            self._label(table)
        self._anchor((iri, _own_name(iri)) for iri in tables.vocabulary)
        self._anchor((iri, _last(iri)) for iri, _ in tables.entries())
        self._anchor((iri, _last(iri)) for iri in tables.sources)
        self._anchor((iri, _last(iri)) for iri in _lesser(tables))
        self._anchor((t.RULES(rule.name).value, f"rule-{rule.name}") for rule in tables.rules)
        self._anchor((query.name, f"question-{query.name}") for query in tables.queries)
        self._codes = {
            iri: curie(iri)
            for iri, about in tables.vocabulary.items()
            if not _TERMS.isdisjoint(about.get(t.TYPE.value, ()))
        }
        self._roles = dict(_roles(tables.reference.values()))
        self._links: dict[str, Shown] = {}
        works = (iri for iri, about in tables.sources.items() if _is_loose(about))
        #: What confirms nothing: a level of confidence, and the works that have no other.
        self.loose = frozenset({*_LOOSE, *works})

    def _label(self, table: Mapping[str, Described]) -> None:
        for iri, about in table.items():
            for predicate in _TITLES:
                if found := localized(about, predicate):
                    self._labels[iri] = found.get(_ENGLISH) or next(iter(found.values()))
                    break

    def _anchor(self, wanted: Iterable[tuple[str, str]]) -> None:
        for iri, name in wanted:
            while name in self._taken:
                name += "_"
            self._taken.add(name)
            self._anchors[iri] = name

    def anchor(self, iri: str) -> str:
        """Return the anchor of a thing that the page tells of.

        Raises:
            KeyError: the page does not tell of it.
        """
        return self._anchors[iri]

    def label(self, iri: str) -> str:
        """Return the English label of a thing; a thing without any has its short IRI."""
        return self._labels.get(iri) or curie(iri)

    def heading(self, predicate: str) -> str:
        """Return how a row is headed that a property gives."""
        label = self._labels.get(predicate) or _PLAIN.get(predicate)
        return label or _spaced(_last(predicate))

    def link(self, iri: str) -> Shown:
        """Name a thing, with the way to it: within the page, out of it, or none.

        A position leads to its role, and a body to its kind.
        """
        if iri not in self._links:
            self._links[iri] = self._linked(iri)
        return self._links[iri]

    def described(self, iri: str) -> str:
        """Return what the page tells of in place of a thing: its role or its kind, or itself."""
        return iri if iri in self._anchors else self._roles.get(iri, iri)

    def _linked(self, iri: str) -> Shown:
        anchor = self._anchors.get(self.described(iri))
        href = f"#{anchor}" if anchor else iri if iri.startswith(_WEB) else ""
        label, code = self.label(iri), self._codes.get(iri, "")
        return Shown(label, href, code="" if code == label else code)

    def shown(self, node: NamedNode | Literal) -> Shown:
        """Show what a statement points to."""
        if isinstance(node, NamedNode):
            return self.link(node.value)
        return _text(node)

    def links(self, about: Described, predicate: NamedNode) -> tuple[Shown, ...]:
        """Show the things that a property points to."""
        return tuple(map(self.shown, about.get(predicate.value, ())))

    def rows(self, about: Described, order: Order) -> tuple[Row, ...]:
        """Show all that is said of a thing, but what is told elsewhere."""
        found = sorted(
            (order.first.get(predicate, _LAST), self.heading(predicate), predicate)
            for predicate in about
            if predicate not in order.told
        )
        return tuple(
            Row(heading, _in_order([self.shown(node) for node in about[predicate]]))
            for _, heading, predicate in found
        )


def texts(about: Described, predicate: NamedNode) -> tuple[Shown, ...]:
    """Show the texts that a property gives, English first.

    Example:
        >>> about = {t.LABEL.value: [Literal("rôle", language="fr"), Literal("role")]}
        >>> [one.text for one in texts(about, t.LABEL)]
        ['role', 'rôle']
    """
    nodes = about.get(predicate.value, ())
    return _in_order([_text(node) for node in nodes if isinstance(node, Literal)])


def in_languages(about: Described, predicate: NamedNode) -> tuple[Shown, ...]:
    """Show the texts that a property gives in other languages than English."""
    return tuple(one for one in texts(about, predicate) if one.language)


def curie(iri: str) -> str:
    """Shorten an IRI by its prefix, if it has one.

    Example:
        >>> curie(t.REPORTS_TO.value), curie("https://example.org/a")
        ('dl:reportsTo', 'https://example.org/a')
    """
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def _lesser(tables: Tables) -> Iterator[str]:
    """Give what stands on the card of an entry: names in time, and IRIs that were given up."""
    found = {node.value for _, about in tables.entries() for node in names(about, t.DATED_NAME)}
    for iri, about in tables.lexicon.items():
        if iri in found or t.DCT_IS_REPLACED_BY.value in about:
            yield iri


def _is_loose(about: Described) -> bool:
    return values(about, t.CONFIDENCE) == (t.GENERAL_KNOWLEDGE.value,)


def _own_name(iri: str) -> str:
    return t.DL.local(iri) if iri in t.DL else curie(iri).replace(":", "-", 1)


def _last(iri: str) -> str:
    found = _LAST_PART.search(iri)
    return found[1] if found else iri


def _spaced(name: str) -> str:
    """Write the words of a name apart.

    Example:
        >>> _spaced("subOrganizationOf"), _spaced("versionIRI")
        ('sub organization of', 'version IRI')
    """
    words = _HUMP.sub(" ", name).split()
    return " ".join(word if word.isupper() else word.lower() for word in words)


def _roles(tables: Iterable[Mapping[str, Described]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for iri, about in table.items():
            for predicate in (t.ORG_ROLE, t.ORG_CLASSIFICATION):
                for role in names(about, predicate):
                    yield iri, role.value


def _text(literal: Literal) -> Shown:
    language = literal.language
    return Shown(literal.value, language="" if language in (None, _ENGLISH) else language)


def _in_order(shown: list[Shown]) -> tuple[Shown, ...]:
    """Put texts in the order of their languages, all else as it stands."""
    if len(shown) > 1 and any(one.language for one in shown):
        shown.sort(key=lambda one: language_rank(one.language or _ENGLISH))
    return tuple(shown)


def language_rank(language: str) -> tuple[int, str]:
    """Return the place of a language: English, French, Spanish, then others.

    Example:
        >>> sorted(["ar", "es", "en"], key=language_rank)
        ['en', 'es', 'ar']
    """
    known = language in _LANGUAGES
    return (_LANGUAGES.index(language) if known else len(_LANGUAGES)), language
