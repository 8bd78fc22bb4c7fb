"""Where the object of a relation belongs, as its name and its seat tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..ontology.places import Place, gazetteer
from ..ontology.spelling import folded
from .model import Relation, Scope
from .names import Names
from .objects import Member
from .others import Remark

__all__ = ["scope", "seated", "seats"]

_OWNED = frozenset({"role", "unit"})
_PLACE = "place"
_SEATED = "locatedIn"
_SHORTEST = 4  # letters; shorter names are codes
_LONGEST = 5  # words in the name of a place or an organisation


def scope(member: Member, names: Names) -> Scope | None:
    """Return the organisation, unit, country or region that the object's own name gives it.

    "UNDSS Security Adviser" belongs to UNDSS, "MENA RFSO" to the region, "the Chief of Mission,
    IOM Libya" to IOM and to Libya. Where one organisation holds the contract of a post in
    another, roles belong to that other.
    """
    if member.kind not in _OWNED:
        return None
    words = member.full
    found = Scope(
        organization=_organization(words, names),
        unit=_unit(words, names) if member.kind == "role" else None,
        country=next((c.country for _, _, n in _parts(words) if (c := _country(n))), None),
        region=next((r.label for _, _, n in _parts(words) if (r := gazetteer().region(n))), None),
    )
    if found.organization is None and member.kind == "role" and names.host is not None:
        found = found.model_copy(update={"organization": names.host})
    return found if found != Scope() else None


def _parts(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a name, longest first at each word: where they begin and end."""
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST), first, -1):
            yield first, last, " ".join(words[first:last]).removesuffix("'s")


def _organization(words: Sequence[str], names: Names) -> str | None:
    """Return the organisation that opens the name, or ends it but for a country."""
    for first, last, name in _parts(words):
        whole = last - first == len(words)
        ends = first > 0 and (last == len(words) or _country(" ".join(words[last:])) is not None)
        found = names.entity(name, "organization") if not whole and (first == 0 or ends) else None
        if found is not None and not found.concept:
            return name
    return None


def _unit(words: Sequence[str], names: Names) -> str | None:
    """Return the unit that stands before a role's title: "SSU Head of Security"."""
    for last in range(min(len(words) - 1, _LONGEST), 0, -1):
        name = " ".join(words[:last]).removesuffix("'s")
        if names.entity(name, "unit") is not None or name in names.units:
            return name
    return None


def _country(name: str) -> Place | None:
    """Return the country of the name; short forms in capitals mean something else here."""
    return None if len(name) < _SHORTEST else gazetteer().country(name)


def seats(found: Iterable[Remark]) -> Mapping[str, Scope]:
    """Return the seat of each name that the notice seats: a unit, and its place or country.

    A role that is based in an office has the office's place.
    """
    places: dict[str, str] = {}
    units: dict[str, str] = {}
    for remark in found:
        if remark.rule.relation != _SEATED:
            continue
        holder = folded(" ".join(remark.subject.words))
        kept = places if remark.member.kind == _PLACE else units
        kept.setdefault(holder, " ".join(remark.member.words))
    seated = {
        holder: _seat(
            places.get(holder) or places.get(folded(units.get(holder, ""))), units.get(holder)
        )
        for holder in sorted({*places, *units})
    }
    return {holder: seat for holder, seat in seated.items() if seat is not None}


def _seat(name: str | None, unit: str | None) -> Scope | None:
    if name is None:
        return None if unit is None else Scope(unit=unit)
    country = _country(name)
    if country is not None:
        return Scope(unit=unit, country=country.country)
    return Scope(unit=unit, place=name) if gazetteer().city(name) is not None else None


def seated(relation: Relation, seats: Mapping[str, Scope]) -> Relation:
    """Return the relation with its object's seat, where the notice tells it."""
    if relation.kind not in _OWNED:
        return relation
    keys = map(folded, (relation.target, *relation.forms))
    found = next((seats[key] for key in keys if key in seats), None)
    if found is None:
        return relation
    told = found.model_dump(exclude_none=True)
    own = relation.scope or Scope()
    return relation.model_copy(update={"scope": own.model_copy(update=told)})
