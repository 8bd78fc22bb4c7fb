"""Countries, cities and regions, as `places.tsv` holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from . import HERE
from .spelling import plain

__all__ = ["Gazetteer", "Place", "gazetteer"]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a city or a region.

    `country` is the ISO 3166-1 code of a country or of a city's country; regions have none. `names`
    are all the ways to write the place, its label first, codes apart.
    """

    slug: str
    label: str
    country: str | None
    kind: str
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Gazetteer:
    """All places, and the way from a name to them."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Hold the places, sorted by slug."""
        ordered = sorted(places, key=lambda place: place.slug)
        self.places: Mapping[str, Place] = MappingProxyType({p.slug: p for p in ordered})

    def country(self, name: str) -> Place | None:
        """Find a country by any of its names, or by an ISO code in upper case.

        Example:
            >>> gazetteer().country("Congo (the)").label
            'Congo'
            >>> gazetteer().country("the Democratic Republic of the Congo").country
            'CD'
        """
        return self._codes.get(name.strip()) or self._found(self._countries, name)

    def city(self, name: str, country: str | None = None) -> Place | None:
        """Find a city by any of its names; of namesakes, the one in the country, else the first.

        Example:
            >>> gazetteer().city("Tripoli").country
            'LY'
            >>> gazetteer().city("Tripoli", "LB").country
            'LB'
        """
        namesakes = self._cities.get(plain(name), ())
        if country is None:
            return next(iter(namesakes), None)
        return next((city for city in namesakes if city.country == country), None)

    def region(self, name: str) -> Place | None:
        """Find a region by any of its names.

        Example:
            >>> gazetteer().region("Middle East and North Africa").slug
            'mena'
        """
        return self._found(self._regions, name)

    @cached_property
    def countries(self) -> tuple[Place, ...]:
        """All countries and territories, sorted by slug."""
        return self._of_kind("country")

    @cached_property
    def cities(self) -> tuple[Place, ...]:
        """All cities, sorted by slug."""
        return self._of_kind("city")

    @cached_property
    def regions(self) -> tuple[Place, ...]:
        """All regions, sorted by slug."""
        return self._of_kind("region")

    def _of_kind(self, kind: str) -> tuple[Place, ...]:
        return tuple(
            self.places[slug] for slug in sorted(self.places) if self.places[slug].kind == kind
        )

    @cached_property
    def _codes(self) -> Mapping[str, Place]:
        return {code: place for place in self.countries for code in place.codes}

    @cached_property
    def _countries(self) -> Mapping[str, tuple[Place, ...]]:
        return _by_name(self.countries)

    @cached_property
    def _cities(self) -> Mapping[str, tuple[Place, ...]]:
        return _by_name(self.cities)

    @cached_property
    def _regions(self) -> Mapping[str, tuple[Place, ...]]:
        return _by_name(self.regions)

    @staticmethod
    def _found(places: Mapping[str, tuple[Place, ...]], name: str) -> Place | None:
        return next(iter(places.get(plain(name), ())), None)


def _by_name(places: Iterable[Place]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[str, Place]] = {}
    for place in places:
        for name in place.names:
            found.setdefault(plain(name), {})[place.slug] = place
    return {name: tuple(namesakes.values()) for name, namesakes in found.items()}


@cache
def gazetteer() -> Gazetteer:
    """Read the places, once.

    Example:
        >>> gazetteer().places["cd"].label
        'DR Congo'
    """
    header, *rows = (HERE / "places.tsv").read_text("utf-8").splitlines()
    columns = header.split("\t")
    return Gazetteer(_place(dict(zip(columns, row.split("\t"), strict=True))) for row in rows)


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        slug=row["slug"],
        label=row["label"],
        country=row["country"] or None,
        kind=row["kind"],
        names=(row["label"], *_split(row["names"])),
        codes=_split(row["codes"]),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
