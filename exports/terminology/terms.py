"""Terms on the page: classes and properties with their hierarchies, lists, named values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ...ontology import terms as t
from ...ontology.rules import Rule
from ...ontology.turtle import Described, Statements, names, values
from ..strokes import Stroke, stroke
from .names import Names, Order, Row, Shown, curie, in_languages, language_rank, texts
from .tables import Tables

__all__ = ["Branch", "Cue", "Group", "Term", "Terms"]

_KINDS_OF_PROPERTY = {
    t.OBJECT_PROPERTY: "other relations between things",
    t.DATATYPE_PROPERTY: "properties with a text, a number or a date",
    t.ANNOTATION_PROPERTY: "annotations",
}
_OWN_CLASSES = "of this ontology"
_OTHERS = (
    9,
    "of other vocabularies",
    "Their owners say what they mean; here stands how ours are tied to them.",
)
_PARENTS = (t.SUB_CLASS_OF, t.SUB_PROPERTY_OF)
_ROWS = Order(
    first=(
        *(t.SUB_CLASS_OF, t.SUB_PROPERTY_OF, t.DOMAIN, t.RANGE),
        *(t.OBJECT_KIND, t.INVERSE_LABEL, t.IN_SCHEME),
    ),
    told=(
        *(t.TYPE, t.LABEL, t.DEFINITION, t.COMMENT, t.EXAMPLE),
        *(t.INVERSE_OF, t.LINE, t.RANK),
    ),
)
_UNRANKED = 10**6

Beneath = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """How a rule reads a property: where its objects stand, the words by language, why."""

    name: str
    anchor: str
    frame: Shown
    reason: str
    words: tuple[Row, ...]
    particles: tuple[Row, ...]
    accepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term as its card shows it; `stroke` is how its line is drawn, for a reporting line."""

    iri: str
    name: Shown
    code: str
    sorts: tuple[Shown, ...]
    labels: tuple[Shown, ...]
    definitions: tuple[Shown, ...]
    comments: tuple[Shown, ...]
    examples: tuple[Shown, ...]
    rows: tuple[Row, ...]
    stroke: Stroke | None
    words: tuple[Row, ...]
    cues: tuple[Cue, ...]

    @property
    def anchor(self) -> str:
        """Where its card stands."""
        return self.name.href.removeprefix("#")


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that stand beneath one heading."""

    title: str
    about: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A term in the hierarchy, and those beneath it."""

    name: Shown
    below: tuple[Branch, ...]


class Terms:
    """The terms of the vocabulary: each on one card, in one group of one section."""

    def __init__(self, tables: Tables, naming: Names) -> None:
        """Take the tables, and the names of all that the page tells of."""
        self._names = naming
        self._table: Statements = {
            iri: about
            for iri, about in tables.vocabulary.items()
            if t.ONTOLOGY not in about.get(t.TYPE.value, ())
        }
        self._rules: dict[str, list[Rule]] = {}
        for rule in tables.rules:
            self._rules.setdefault(t.DL(rule.relation).value, []).append(rule)
        self._below = {one: _reversed(self._table, one) for one in (*_PARENTS, t.INVERSE_OF)}

    def classes(self) -> tuple[Group, ...]:
        """Give the classes, those of other vocabularies behind."""
        return self._groups("class", lambda iri, about: (1, _OWN_CLASSES, ""))

    def properties(self) -> tuple[Group, ...]:
        """Give the properties: by list, then by sort, those of other vocabularies behind."""
        return self._groups("property", self._list)

    def schemes(self) -> tuple[Group, ...]:
        """Give the lists to which concepts and relations belong."""
        return self._groups("scheme", lambda iri, about: (1, "concept schemes", ""))

    def values(self) -> tuple[Group, ...]:
        """Give the named values by their class, and whatever else is declared."""
        return self._groups("value", self._class)

    def hierarchy(self, parent: NamedNode) -> tuple[Branch, ...]:
        """Give all classes, or all properties, as a tree; one with two parents stands twice."""
        sort = "class" if parent == t.SUB_CLASS_OF else "property"
        kept = [iri for iri, about in self._table.items() if _sort(about) == sort]
        beneath = self._below[parent]
        above = {child for children in beneath.values() for child in children}
        roots = [iri for iri in dict.fromkeys((*kept, *beneath)) if iri not in above]
        reached: set[str] = set()
        tree = [self._branch(iri, beneath, (), reached) for iri in self._in_order(roots)]
        # what was not reached stands in a circle
        tree += [self._branch(i, beneath, (), reached) for i in kept if i not in reached]
        return tuple(tree)

    def _branch(
        self, iri: str, beneath: Beneath, path: tuple[str, ...], reached: set[str]
    ) -> Branch:
        reached.add(iri)
        path = (*path, iri)
        below = self._in_order(one for one in beneath.get(iri, ()) if one not in path)
        return Branch(
            self._names.link(iri),
            tuple(self._branch(one, beneath, path, reached) for one in below),
        )

    def _in_order(self, iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=self._place)

    def _place(self, iri: str) -> tuple[bool, int, str, str]:
        rank = values(self._table.get(iri, {}), t.RANK)
        number = int(rank[0]) if rank and rank[0].isdecimal() else _UNRANKED
        return iri not in t.DL, number, self._names.label(iri).casefold(), iri

    def _groups(
        self, sort: str, heading: Callable[[str, Described], tuple[int, str, str]]
    ) -> tuple[Group, ...]:
        found: dict[tuple[int, str, str], list[str]] = {}
        for iri, about in self._table.items():
            if _sort(about) == sort:
                key = heading(iri, about) if iri in t.DL else _OTHERS
                found.setdefault(key, []).append(iri)
        return tuple(
            Group(title, about, tuple(self._term(iri) for iri in self._in_order(found[key])))
            for key in sorted(found)
            for _, title, about in (key,)
        )

    def _list(self, iri: str, about: Described) -> tuple[int, str, str]:
        for scheme in values(about, t.IN_SCHEME):
            return 0, self._names.label(scheme), self._definition(scheme)
        types = about.get(t.TYPE.value, ())
        place = next(n for n, one in enumerate(_KINDS_OF_PROPERTY) if one in types)
        return 1 + place, list(_KINDS_OF_PROPERTY.values())[place], ""

    def _class(self, iri: str, about: Described) -> tuple[int, str, str]:
        for sort in values(about, t.TYPE):
            return 0, self._names.label(sort), self._definition(sort)
        return 1, "without a class", ""

    def _definition(self, iri: str) -> str:
        return next(iter(values(self._table.get(iri, {}), t.DEFINITION)), "")

    def _term(self, iri: str) -> Term:
        about, naming = self._table[iri], self._names
        rules = self._rules.get(iri, ())
        line = next(iter(values(about, t.LINE)), None)
        return Term(
            iri=iri,
            name=Shown(naming.label(iri), f"#{naming.anchor(iri)}"),
            code=curie(iri),
            sorts=tuple(self._sorted_as(one) for one in values(about, t.TYPE)),
            labels=in_languages(about, t.LABEL),
            definitions=texts(about, t.DEFINITION),
            comments=texts(about, t.COMMENT),
            examples=texts(about, t.EXAMPLE),
            rows=(*naming.rows(about, _ROWS), *self._ties(iri, about)),
            stroke=stroke(line, iri.removeprefix(t.DL.base)) if line else None,
            words=_together(rule.cues for rule in rules),
            cues=tuple(self._cue(rule) for rule in rules),
        )

    def _sorted_as(self, sort: str) -> Shown:
        found = self._names.link(sort)
        return Shown(self._names.heading(sort), "" if found.outside else found.href)

    def _ties(self, iri: str, about: Described) -> Iterator[Row]:
        """Give what other terms say of this one: those beneath it, and its inverse."""
        for heading, found in (
            ("children", [one for parent in _PARENTS for one in self._below[parent].get(iri, ())]),
            ("inverse", [*values(about, t.INVERSE_OF), *self._below[t.INVERSE_OF].get(iri, ())]),
        ):
            if found:
                ordered = self._in_order(set(found))
                yield Row(heading, tuple(self._names.link(one) for one in ordered))

    def _cue(self, rule: Rule) -> Cue:
        return Cue(
            name=rule.name,
            anchor=self._names.anchor(t.RULES(rule.name).value),
            frame=self._names.link(t.DL(rule.frame).value),
            reason=rule.reason,
            words=_together([rule.cues]),
            particles=_together([rule.particles]),
            accepts=tuple(sorted(rule.accepts)),
        )


def _sort(about: Described) -> str:
    types = about.get(t.TYPE.value, ())
    if t.CLASS in types:
        return "class"
    if not _KINDS_OF_PROPERTY.keys().isdisjoint(types):
        return "property"
    return "scheme" if t.CONCEPT_SCHEME in types else "value"


def _reversed(table: Statements, predicate: NamedNode) -> Beneath:
    found: dict[str, list[str]] = {}
    for iri, about in table.items():
        for node in names(about, predicate):
            found.setdefault(node.value, []).append(iri)
    return found


def _together(cues: Iterable[Mapping[str, tuple[str, ...]]]) -> tuple[Row, ...]:
    """Put words together by language, each once, English first."""
    found: dict[str, dict[str, None]] = {}
    for one in cues:
        for language, words in one.items():
            found.setdefault(language, {}).update(dict.fromkeys(word for word in words if word))
    return tuple(
        Row(language, tuple(Shown(word, language=language) for word in sorted(found[language])))
        for language in sorted(found, key=language_rank)
        if found[language]
    )
