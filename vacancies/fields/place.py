"""The duty station and its country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...ontology.fieldwords import any_of
from ...ontology.places import gazetteer
from .headline import Headline
from .reading import NOTICE, PORTAL, Reading

__all__ = ["Station", "station"]

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST = 60
_ACRONYM = 3


@cache
def _parts() -> re.Pattern[str]:
    """Return the pattern of what stands between two places."""
    words = any_of("duty_station", "parts").pattern
    return re.compile(rf"(?<!\s)\s*+[,;/|]\s*|(?<!\s)\s++(?:[-–]|{words})\s+")


@cache
def _name() -> re.Pattern[str]:
    """Return the pattern of a place's name."""
    piece, joint = r"[A-ZÀ-Ý][\w.'-]*+", any_of("duty_station", "joint").pattern
    return re.compile(rf"{piece}(?:[ -](?:{joint}\s)?{piece}){{0,4}}")


@dataclass(frozen=True, slots=True)
class Station:
    """A duty station as printed, and the ISO code of its country."""

    city: str | None = None
    country: str | None = None


def station(reading: Reading, headline: Headline | None) -> Station:
    """Return the duty station: labelled, in the headline, the portal's, or said of the post."""
    hint = _labelled_country(reading)
    found = list(_stations(reading, headline, hint))
    if not any(s.city for s in found):
        found += _told(reading, hint)
    if not any(s.city for s in found):
        found += _alone(reading)
    city = next((s for s in found if s.city), None)
    if city is not None:
        same = (s.country for s in found if s.city == city.city and s.country)
        rest = (s.country for s in found if s.country)
        return Station(city.city, city.country or next(same, None) or hint or next(rest, None))
    return Station(None, next((s.country for s in found if s.country), hint))


def _stations(reading: Reading, headline: Headline | None, hint: str | None) -> Iterator[Station]:
    for value in reading.values("duty_station", NOTICE):
        yield read_place(value, hint)
    if headline is not None:
        yield _behind(headline, hint)
    for value in reading.values("duty_station", PORTAL):
        yield read_place(value, hint)


def _labelled_country(reading: Reading) -> str | None:
    for rank in (NOTICE, PORTAL):
        for value in reading.values("country", rank):
            found = gazetteer().country(value)
            if found is not None:
                return found.country
    return None


def read_place(value: str, hint: str | None = None) -> Station:
    """Read "Kinshasa, Democratic Republic of the Congo" and its like.

    Example:
        >>> read_place("Tripoli, Libya")
        Station(city='Tripoli', country='LY')
        >>> read_place("Bor, South Sudan (non-family)")
        Station(city='Bor', country='SS')
        >>> read_place("NEW YORK")
        Station(city='New York', country='US')
    """
    known = gazetteer()
    bare = _BRACKETED.sub(" ", value).strip(" .,;")
    whole = known.country(bare)
    if whole is not None and known.city(bare) is None:
        return Station(None, whole.country)
    parts = [part.strip(" .") for part in _parts().split(bare) if part.strip(" .")]
    parts = _parted(parts[0]) if len(parts) == 1 else parts
    countries = [known.country(part) for part in parts]
    country = next((c.country for c in countries[1:] if c), None)
    city = next((p for p, c in zip(parts, countries, strict=True) if not c or known.city(p)), None)
    if city is None or len(city) > _LONGEST:
        return Station(None, country)
    city = city.title() if city.isupper() and len(city) > _ACRONYM else city
    return Station(city, country or _country_of(city, hint))


def _parted(place: str) -> list[str]:
    """Part "Suva Fiji" where a known city goes before a country."""
    words = place.split()
    for at in range(1, len(words)):
        city, country = " ".join(words[:at]), " ".join(words[at:])
        if gazetteer().country(country) and gazetteer().city(city):
            return [city, country]
    return [place]


def _country_of(city: str, hint: str | None) -> str | None:
    """Return the country of a known city, of namesakes the one that the notice hints at."""
    known = gazetteer()
    found = known.city(city, hint) if hint else None
    found = found or (known.city(city) if hint is None else None)
    return found.country if found else None


def _behind(headline: Headline, hint: str | None) -> Station:
    """Read the places behind a title: the last is known, the first is the station."""
    known = gazetteer()
    places = [_BRACKETED.sub("", part).strip() for part in headline.behind]
    places = [part for part in places if part and not part.isupper()]
    if not places:
        return Station()
    last = known.country(places[-1])
    if last is not None:
        city = places[-2] if len(places) > 1 else None
        return Station(city, last.country)
    first = places[0]
    known_city = any(known.city(part) for part in places)
    return Station(first, _country_of(first, hint)) if known_city else Station()


def _told(reading: Reading, hint: str | None) -> Iterator[Station]:
    """Find "the position is based in X", where X is a city that is known."""
    known = gazetteer()
    for _, end in reading.scan.cues("duty_station", "at"):
        found = _name().match(reading.plain, end + 1)
        words = found.group().split(" ") if found else []
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).rstrip(".")
            if known.city(name):
                yield Station(name, _country_of(name, hint) or _country_of(name, None))
                break


def _alone(reading: Reading) -> Iterator[Station]:
    """Find "Juba, South Sudan" on a line of its own, above the context and the duties."""
    end = next((s.start for s in reading.sections if s.kind != "header"), len(reading.text))
    for line in reading.lines:
        words = line.words.strip()
        if line.start >= end:
            return
        city, comma, country = words.partition(",")
        if (
            comma
            and len(words) <= _LONGEST
            and city[:1].isupper()
            and city.replace(" ", "").isalpha()
        ):
            known = gazetteer().country(country.strip(" ."))
            if known and gazetteer().city(city):
                yield Station(city, known.country)
