"""The relations and the kinds, as the files of `vocabulary/` declare them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from . import HERE, terms
from .turtle import Described, Statements, localized, names, statements, values

__all__ = ["Kind", "Property", "Vocabulary", "confidences", "declared", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of thing, by the name that the annotation guidelines give it."""

    name: str
    class_iri: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Property:
    """One relation that a notice can state.

    `ancestors` are the properties to be written beside it, since the store infers nothing. `line`
    says how a reporting line is drawn and is None for other relations. `ranges` are the kinds that
    the object may have. `third_party` relations are never stated of the advertised post.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    parent: str | None
    family: str
    ancestors: tuple[str, ...]
    line: str | None
    ranges: tuple[str, ...]
    third_party: bool
    definition: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All relations and kinds, by name, in the order of their ranks."""

    properties: Mapping[str, Property]
    kinds: Mapping[str, Kind]


@cache
def declared() -> Statements:
    """Read all that `vocabulary/` says, once: objects by subject IRI and predicate IRI."""
    return statements(sorted((HERE / "vocabulary").glob("*.ttl")))


@cache
def vocabulary() -> Vocabulary:
    """Read the relations and kinds, once.

    Example:
        >>> vocabulary().properties["reportsTechnicallyTo"].labels["en"]
        'technical supervisor (dotted line)'
        >>> vocabulary().properties["liaisesWith"].family
        'coordinatesWith'
        >>> vocabulary().kinds["unit"].class_iri
        'http://www.w3.org/ns/org#OrganizationalUnit'
    """
    table = declared()
    return Vocabulary(
        properties=MappingProxyType({p.name: p for p in _properties(table)}),
        kinds=MappingProxyType({k.name: k for k in _kinds(table)}),
    )


@cache
def confidences() -> Mapping[str, str]:
    """Read what each level of confidence says, in a sentence, by the name of the level.

    Example:
        >>> confidences()["general knowledge"]
        'General knowledge: commonly known, not checked against a source.'
    """
    levels = (a for a in declared().values() if terms.CONFIDENCE_CLASS in a[terms.TYPE.value])
    return MappingProxyType({values(one, terms.NOTATION)[0]: _sentence(one) for one in levels})


def _sentence(about: Described) -> str:
    label, told = localized(about, terms.LABEL)["en"], localized(about, terms.DEFINITION)["en"]
    return f"{label[0].upper()}{label[1:]}: {told[0].lower()}{told[1:]}"


def _kinds(table: Statements) -> Iterator[Kind]:
    for _, about in _ranked(table):
        if terms.KIND in about[terms.TYPE.value]:
            yield Kind(
                name=values(about, terms.NOTATION)[0],
                class_iri=values(about, terms.KIND_CLASS)[0],
                labels=MappingProxyType(localized(about, terms.LABEL)),
            )


def _properties(table: Statements) -> Iterator[Property]:
    schemes = {terms.POST_RELATIONS: False, terms.THIRD_PARTY_RELATIONS: True}
    for iri, about in _ranked(table):
        for scheme in names(about, terms.IN_SCHEME):
            yield _property(table, iri, about, third_party=schemes[scheme])


def _ranked(table: Statements) -> list[tuple[str, Described]]:
    """Return the terms that have a place in lists for people, in that order."""
    ranked = [(iri, about) for iri, about in table.items() if terms.RANK.value in about]
    return sorted(ranked, key=lambda item: int(values(item[1], terms.RANK)[0]))


def _property(table: Statements, iri: str, about: Described, *, third_party: bool) -> Property:
    ancestors = tuple(_ancestors(table, iri))
    relations = [terms.DL.local(a) for a in ancestors if _is_relation(table, a)]
    name = terms.DL.local(iri)
    return Property(
        name=name,
        iri=iri,
        labels=MappingProxyType(localized(about, terms.LABEL)),
        parent=relations[0] if relations else None,
        family=relations[-1] if relations else name,
        ancestors=ancestors,
        line=next(iter(values(about, terms.LINE)), None),
        ranges=tuple(_kind_name(table, kind) for kind in values(about, terms.OBJECT_KIND)),
        third_party=third_party,
        definition=values(about, terms.DEFINITION)[0],
    )


def _ancestors(table: Statements, iri: str) -> Iterator[str]:
    for parent in values(table.get(iri, {}), terms.SUB_PROPERTY_OF):
        yield parent
        yield from _ancestors(table, parent)


def _is_relation(table: Statements, iri: str) -> bool:
    return terms.IN_SCHEME.value in table.get(iri, {})


def _kind_name(table: Statements, iri: str) -> str:
    return values(table[iri], terms.NOTATION)[0]
