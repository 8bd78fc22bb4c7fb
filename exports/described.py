"""What the data says of a thing itself: its types, its label, its scope."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from ..graph.things import Thing
from ..ontology import terms as t
from ..ontology.vocabulary import vocabulary

__all__ = ["described", "node"]

_POSTS = {
    "position": (t.POSITION, t.ORG_POST),
    "generic": (t.GENERIC_POSITION, t.ORG_POST),
    "post": (t.ADVERTISED_POST, t.ORG_POST),
}
_PLACES = {"country": t.COUNTRY, "city": t.CITY, "region": t.REGION}
_ORGANIZED = frozenset({"body", "unit", "organization"})


@cache
def node(iri: str) -> NamedNode:
    """Return the term of an IRI."""
    return NamedNode(iri)


def described(thing: Thing) -> Iterator[Triple]:
    """Give the triples that describe a thing.

    Example:
        >>> unit = Thing("https://example.org/u", "Unit", "entity", "unit")
        >>> [triple.object.value for triple in described(unit)]
        ['http://www.w3.org/ns/org#OrganizationalUnit', 'Unit']
    """
    subject = node(thing.iri)
    for one in _types(thing):
        yield Triple(subject, t.TYPE, one)
    if thing.label:
        yield Triple(subject, t.LABEL, Literal(thing.label))
    yield from _setting(subject, thing)


def _types(thing: Thing) -> Iterator[NamedNode]:
    kind = thing.kind
    if thing.layer in _POSTS:
        yield from _POSTS[thing.layer]
        return
    if thing.candidate:
        yield t.CANDIDATE
    if kind == "place":
        yield t.PLACE
    elif kind in _PLACES:
        yield from (t.PLACE, _PLACES[kind])
    elif thing.layer == "concept" and kind in _ORGANIZED:
        yield t.CONCEPT
    elif kind is not None:
        yield node(vocabulary().kinds[kind].class_iri)
        if thing.layer == "body" and kind == "body":
            yield t.ORG_ORGANIZATION


def _setting(subject: NamedNode, thing: Thing) -> Iterator[Triple]:
    if thing.concept is not None:
        relation = t.ORG_CLASSIFICATION if thing.layer == "body" else t.ORG_ROLE
        yield Triple(subject, relation, node(thing.concept.iri))
    if thing.organization is not None and (thing.is_post or thing.layer == "body"):
        within = t.ORG_UNIT_OF if thing.kind == "unit" else t.ORG_SUB_ORGANIZATION_OF
        relation = t.ORG_POST_IN if thing.is_post else within
        yield Triple(subject, relation, node(thing.organization.iri))
    if thing.kind == "country" and thing.code is not None:
        yield Triple(subject, t.NOTATION, Literal(thing.code))
    if thing.country is not None:
        yield Triple(subject, t.COUNTRY_OF, node(thing.country.iri))
    if thing.place is not None:
        yield Triple(subject, t.LOCATED_IN, node(thing.place.iri))
    if thing.region is not None:
        yield Triple(subject, t.REGION_OF, node(thing.region.iri))
    if thing.stated is not None:
        yield Triple(subject, t.SCOPE_BASIS, t.STATED if thing.stated else t.FROM_DUTY_STATION)
