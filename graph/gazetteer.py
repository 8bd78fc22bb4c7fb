"""Places as things: countries, cities and regions, by the names that notices give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..ontology.places import Place, gazetteer
from ..ontology.terms import REF
from .identity import Mint, slug
from .legible import encodable, spaced
from .things import Thing

__all__ = ["Places"]

_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_TAIL = re.compile(r"(?:\s*[,;|/]\s*|\s+[-–—]+\s+)(?P<tail>[^,;|/]+)$")
_LONGEST_NAME = 6


class Places:
    """Finds places in the gazetteer, or mints candidates below a base.

    Example:
        >>> Places(Mint()).country("CD").label
        'DR Congo'
    """

    def __init__(self, mint: Mint) -> None:
        """Take the base from a mint."""
        self._mint = mint

    def country(self, name: str) -> Thing | None:
        """Find a country by name or code."""
        found = gazetteer().country(spaced(name))
        return _thing(found) if found else None

    def place(self, name: str, country: Thing | None = None) -> Thing:
        """Find a city; a name that the gazetteer lacks becomes a candidate."""
        name = spaced(encodable(name))
        found = gazetteer().city(name, country.code if country else None) or gazetteer().city(name)
        if found is None:
            return self._candidate(name)
        home = country or (self.country(found.country) if found.country else None)
        return _thing(found, home)

    def region(self, name: str) -> Thing:
        """Find a region, also by the name or the short form in its parenthesis."""
        name = spaced(encodable(name))
        inside = re.search(r"\(([^()]+)\)", name)
        for part in (name, _PARENTHESIS.sub("", name), inside[1] if inside else ""):
            found = gazetteer().region(part) if part else None
            if found is not None:
                return _thing(found)
        return self._candidate(_PARENTHESIS.sub("", name) or name)

    def anywhere(self, name: str) -> Thing | None:
        """Find a country, city or region of exactly this name, or None."""
        name = spaced(name)
        book = gazetteer()
        found = book.country(name) or book.city(name) or book.region(name)
        return _thing(found) if found else None

    def without_place(self, title: str) -> Iterator[str]:
        """Give a title, then what is left as parentheses and places fall off its end.

        Example:
            >>> list(Places(Mint()).without_place("Guard (Night shift), Kinshasa"))
            ['Guard (Night shift), Kinshasa', 'Guard (Night shift)', 'Guard']
        """
        while title:
            yield title
            title = self._shorter(title)

    def _shorter(self, title: str) -> str:
        bare = _PARENTHESIS.sub("", title)
        if bare and bare != title:
            return bare
        tail = _TAIL.search(title)
        if tail and self.anywhere(tail["tail"]) is not None:
            return title[: tail.start()].rstrip()
        return ""

    def names_country(self, forms: Sequence[str], country: Thing) -> bool:
        """Say whether one of several wordings names a country."""
        return any(country.slug in _countries(form) for form in forms)

    def _candidate(self, name: str) -> Thing:
        return Thing(
            iri=self._mint.candidate(name),
            label=name,
            layer="place",
            kind="place",
            short=name,
            slug=slug(name),
            candidate=True,
        )


def _thing(place: Place, country: Thing | None = None) -> Thing:
    return Thing(
        iri=REF(place.slug).value,
        label=place.label,
        layer="place",
        kind=place.kind,
        short=place.label,
        slug=place.slug,
        country=country,
        code=place.country,
    )


@lru_cache(maxsize=4096)
def _countries(form: str) -> frozenset[str]:
    words = [word.strip("(),;:.") for word in form.split()]
    found = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            name = " ".join(words[start:end])
            place = None if _is_short(name) else gazetteer().country(name)
            if place is not None:
                found.add(place.slug)
    return frozenset(found)


def _is_short(name: str) -> bool:
    # DO and CO are officials and offices here, not the Dominican Republic and Colombia
    return len(name) < 4 and name.isupper()
