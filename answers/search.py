"""Finding nodes by the words that people use for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ..ontology.places import gazetteer
from .listing import Entry

__all__ = ["Match", "search"]

_CLOSE = 0.8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, the name by which it was found, and how well that fits (1 is best)."""

    entry: Entry
    name: str
    score: float

    def as_json(self) -> dict[str, Any]:
        """Return the match as JSON-able data."""
        return {"score": self.score, "found_as": self.name, **self.entry.as_json()}


def search(listed: Iterable[Entry], words: str) -> tuple[Match, ...]:
    """Find entries by label, alias, acronym, organisation, place or country, best first.

    Every word must be met: as a word of a name or its beginning, or, failing all else, as a
    word spelled nearly so. Case and accents do not count.
    """
    asked = _words(words)
    if not asked:
        return ()
    found = [match for entry in listed if (match := _match(entry, asked)) is not None]
    return tuple(sorted(found, key=lambda match: (-match.score, match.entry.number)))


def _match(entry: Entry, asked: list[str]) -> Match | None:
    """Return the best name of an entry; place and organisation complete each name."""
    where = " ".join(
        filter(
            None,
            (entry.organization, entry.place, entry.country, *_named(entry), *entry.stations),
        )
    )
    best: Match | None = None
    for name in (entry.label, *entry.aliases):
        score = _score(asked, _words(name), _words(where))
        if score and (best is None or score > best.score):
            best = Match(entry, name, score)
    return best


def _named(entry: Entry) -> tuple[str, ...]:
    """Return the names of the entry's country, whose code alone nobody types."""
    country = gazetteer().country(entry.country) if entry.country else None
    return country.names if country else ()


def _score(asked: list[str], name: list[str], where: list[str]) -> float:
    if asked == name:
        return 1.0
    met = [
        max((_likeness(word, other) for other in (*name, *where)), default=0.0) for word in asked
    ]
    if not any(_likeness(word, other) for word in asked for other in name) or not all(met):
        return 0.0
    extra = len(name) / (len(name) + len(asked))
    return round(0.95 * sum(met) / len(met) - 0.1 * extra, 3)


def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if len(word) > 1 and other.startswith(word):
        return 0.8
    if len(word) < 5 or abs(len(word) - len(other)) > 2:
        return 0.0
    ratio = SequenceMatcher(None, word, other, autojunk=False).ratio()
    return 0.5 * ratio if ratio >= _CLOSE else 0.0


def _words(text: str) -> list[str]:
    """Return the words of a text, folded.

    Example:
        >>> _words("Équipe, SMT")
        ['equipe', 'smt']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
