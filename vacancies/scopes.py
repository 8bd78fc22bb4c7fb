"""Where the object of a relation belongs, as its name and its seat tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ontology.places import gazetteer
from ..ontology.spelling import folded
from .model import Relation, Scope
from .names import Names
from .objects import Member
from .others import Remark

__all__ = ["scope", "seated", "seats"]

_OWNED = frozenset({"role", "unit"})


def scope(member: Member, names: Names) -> Scope | None:
    """Return the organisation or region that the object's own name gives it.

    "UNDSS Security Adviser" belongs to UNDSS, "MENA RFSO" to the region. Where one organisation
    holds the contract of a post in another, roles belong to that other.
    """
    if member.kind not in _OWNED:
        return None
    organization, region = None, None
    words = member.full
    for first in range(len(words)):
        for last in range(min(len(words), first + 5), first, -1):
            name = " ".join(words[first:last]).removesuffix("'s")
            region = region or _region(name)
            if first == 0 and last < len(words) and organization is None:
                organization = _organization(name, names)
    if organization is None and member.kind == "role":
        organization = names.host
    if organization is None and region is None:
        return None
    return Scope(organization=organization, region=region)


def _region(name: str) -> str | None:
    found = gazetteer().region(name)
    return None if found is None else found.label


def _organization(name: str, names: Names) -> str | None:
    entry = names.entity(name, "organization")
    return None if entry is None else name


def seats(found: Iterable[Remark]) -> Mapping[str, Scope]:
    """Return the seat of each name that the notice seats: a unit, and its place.

    A role that is based in an office has the office's place.
    """
    places: dict[str, str] = {}
    units: dict[str, str] = {}
    for remark in found:
        if "place" not in remark.rule.accepts:
            continue
        holder = folded(" ".join(remark.subject.words))
        kept = places if remark.member.kind == "place" else units
        kept.setdefault(holder, " ".join(remark.member.words))
    return {
        holder: Scope(unit=units.get(holder), place=place)
        for holder in sorted({*places, *units})
        if (place := _city(places.get(holder) or places.get(folded(units.get(holder, "")))))
    }


def _city(name: str | None) -> str | None:
    return name if name is not None and gazetteer().city(name) is not None else None


def seated(relation: Relation, seats: Mapping[str, Scope]) -> Relation:
    """Return the relation with its object's seat, where the notice tells it."""
    if relation.kind not in _OWNED:
        return relation
    found = next(
        (seats[key] for key in map(folded, (relation.target, *relation.forms)) if key in seats),
        None,
    )
    if found is None:
        return relation
    own = relation.scope or Scope()
    return relation.model_copy(
        update={"scope": own.model_copy(update={"unit": found.unit, "place": found.place})}
    )
