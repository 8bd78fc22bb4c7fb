"""Local offices of an organization: a country office, a bureau de zone, a suboficina."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...ontology.fieldwords import cues
from ...ontology.places import gazetteer
from .place import Station
from .reading import Reading

__all__ = ["office_at", "own_office"]

_TOLD = ("header", "context", "duties")
_PIECE = r"[A-ZÀ-Ý][\w'-]*+"
_BEFORE = re.compile(rf"(?:{_PIECE}\s){{1,4}}$")
_FARTHEST = 60


@cache
def _office() -> re.Pattern[str]:
    """Return the pattern of a kind of office, with the name behind it."""
    kinds = "|".join(re.escape(kind).replace(r"\ ", r"\s+") for kind in cues("unit", "kind"))
    of = "|".join(map(re.escape, cues("unit", "modifier")))
    articles = "|".join(map(re.escape, cues("unit", "article")))
    link = rf"(?:(?:{of})\s(?:(?:{articles})(?:(?<=')|\s))?)?"
    return re.compile(
        rf"(?<![\w-])(?P<kind>(?i:{kinds}))(?:\s{link}(?P<place>{_PIECE}(?:\s{_PIECE}){{0,2}}))?(?!\w)"
    )


def office_at(text: str, at: int) -> tuple[str, ...]:
    """Return the forms of an office whose name begins at a place: "oficina local de UNDSS"."""
    found = _office().match(text, at)
    return _forms(found) if found else ()


def _forms(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((" ".join(found.group().split()), found["kind"])))


def own_office(reading: Reading, station: Station) -> Iterator[tuple[str, ...]]:
    """Find the office that bears the name of the duty station or of its country.

    Where none does, it is the only kind of office that the notice speaks of.
    """
    kinds: dict[str, tuple[str, ...]] = {}
    for section in reading.sections:
        if section.kind not in _TOLD:
            continue
        for found in _office().finditer(reading.plain, section.body, section.end):
            before = _BEFORE.search(
                reading.plain, max(section.body, found.start() - _FARTHEST), found.start()
            )
            name = _named(before.group(), station) if before else None
            if name:
                yield f"{name} {found['kind']}", found["kind"]
            elif found["place"] and _is_there(found["place"], station):
                yield _forms(found)
            kinds.setdefault(" ".join(found["kind"].casefold().split()), _forms(found))
    if len(kinds) == 1:
        yield from kinds.values()


def _named(words: str, station: Station) -> str | None:
    """Return the words before an office from the first with which its place may begin."""
    said = words.split()
    for n in range(len(said)):
        name = " ".join(said[n:])
        if _is_there(name, station):
            return name
    return None


def _is_there(name: str, station: Station) -> bool:
    """Tell whether a name is that of the duty station, or of the country that it lies in."""
    if station.city and name.casefold() == station.city.casefold():
        return True
    country = gazetteer().country(name)
    return country is not None and country.country == station.country
