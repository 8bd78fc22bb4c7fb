"""The names that a notice may use: the lexicon's, and the short forms that it defines itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ..ontology.grammar import Grammar, grammar
from ..ontology.lexicon import Entry, lexicon
from ..ontology.places import gazetteer
from ..ontology.tables import LANGUAGES
from .garbled import FILLER
from .tokens import Token

__all__ = ["Names"]

_ENGLISH = "en"
#: Spellings whose meaning is remembered from notice to notice.
_MOST_NAMES = 16_384
#: Kinds whose short forms are used by other organizations, too: everybody files in TRIP.
_COMMON = frozenset({"organization", "system"})


@cache
def _linking() -> tuple[str, ...]:
    """Return the small words that stand inside names, each between spaces."""
    words = {
        w for code in LANGUAGES for w in grammar(code).classes if grammar(code).is_a(w, "linking")
    }
    return tuple(sorted(f" {word}" if word.endswith("'") else f" {word} " for word in words))


@cache
def _compound() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return a matcher of the labels that hold a small word, so that none is cut in two."""
    labels = {
        label.text.lower()
        for entry in lexicon().entries.values()
        for label in entry.free_labels
        if any(link in label.text for link in _linking())
        and len(label.text.lower()) == len(label.text)
    }
    labels |= {
        entry_label.text.lower()
        for entry in lexicon().entries.values()
        if entry.kind == "organization"
        for entry_label in entry.free_labels
        if " " in entry_label.text and len(entry_label.text.lower()) == len(entry_label.text)
    }
    labels |= {
        name.lower()
        for place in (*gazetteer().countries, *gazetteer().regions)
        for name in place.names
        if any(link in name for link in _linking()) and len(name.lower()) == len(name)
    }
    ordered = tuple(sorted(labels))
    return AhoCorasick(ordered, matchkind=MatchKind.LeftmostLongest), ordered


def _host(units: Sequence[str], organization: str | None) -> str | None:
    """Return the unit that is no part of the organisation, as printed: UNDSS, in a UNDP notice."""
    for unit in units:
        found = lexicon().named(unit)
        if (
            found
            and found[0].organization not in (None, organization)
            and found[0].slug != organization
        ):
            return unit
    return None


def _laid(tokens: Sequence[Token], words: str) -> tuple[str, dict[int, int], dict[int, int]]:
    """Return the words of a sentence in lower case, and where its tokens begin and end in them.

    A line's end, and what stands there besides, is one blank.
    """
    base, end = tokens[0].start, tokens[-1].end
    lowered = words[base:end].replace("\n", " ").lower()
    if "  " not in lowered and FILLER not in lowered and len(lowered) == end - base:
        firsts = {token.start - base: number for number, token in enumerate(tokens)}
        return lowered, firsts, {token.end - base: n + 1 for n, token in enumerate(tokens)}
    firsts, lasts = dict[int, int](), dict[int, int]()
    pieces: list[str] = []
    at, last = 0, base
    for number, token in enumerate(tokens):
        gap = " " if token.start > last else ""
        word = " ".join(token.text.lower().split())
        pieces += (gap, word)
        firsts[at + len(gap)] = number
        at += len(gap) + len(word)
        lasts[at], last = number + 1, token.end
    return "".join(pieces), firsts, lasts


@lru_cache(maxsize=_MOST_NAMES)
def _free(spelling: str, kind: str | None, organization: str | None) -> tuple[Entry, ...]:
    """Return the entries that a spelling may mean in the notices of an organisation."""
    found = lexicon().named(spelling, kind=kind, organization=organization)
    return tuple(entry for entry in found if _is_free(entry, spelling, organization))


def _is_free(entry: Entry, spelling: str, organization: str | None) -> bool:
    if spelling in entry.in_context or spelling.casefold() in map(str.casefold, entry.in_context):
        return entry.organization is not None and entry.organization == organization
    free = entry.kind in _COMMON or entry.organization in (None, organization)
    return free or spelling not in (label.text for label in entry.labels if label.sort == "acronym")


@lru_cache(maxsize=_MOST_NAMES)
def _is_place(name: str) -> bool:
    places = gazetteer()
    return places.country(name) is not None or places.city(name) is not None


class Names:
    """The names of one notice: what a short form stands for, and which entity a name means."""

    def __init__(
        self,
        longs: Mapping[str, str],
        *,
        organization: str | None,
        own: Sequence[str] = (),
        units: Sequence[str] = (),
        language: Grammar | None = None,
    ) -> None:
        """Hold the notice's own short forms, its organisation's slug and its spellings."""
        self.grammar = language or grammar(_ENGLISH)
        self.host = _host(units, organization)
        self._longs = dict(longs)
        self._organization = organization
        self.own = frozenset(own)
        self.units = frozenset(units)
        self.employer = own[0] if own else None
        linked = (name for name in self._longs.values() if any(k in name for k in _linking()))
        self._linked = tuple(dict.fromkeys(name.lower() for name in linked))
        self._shorts = {name.casefold(): short for short, name in self._longs.items()}
        self._found: dict[tuple[str, str | None], Entry | None] = {}

    def long(self, short: str) -> str | None:
        """Return what the notice says the short form stands for, or None."""
        return self._longs.get(short) or self._longs.get(short.removesuffix("s"))

    def short(self, long: str) -> str | None:
        """Return the short form that the notice gives a name, or None."""
        return self._shorts.get(long.casefold())

    def entity(self, name: str, kind: str | None = None) -> Entry | None:
        """Return the lexicon's entry that `name` means here, or None where none does."""
        key = (name, kind)
        if key not in self._found:
            self._found[key] = self._look_up(name, kind)
        return self._found[key]

    def _look_up(self, name: str, kind: str | None) -> Entry | None:
        long = self.long(name)
        for spelling in filter(None, (long, name)):
            free = _free(spelling, kind, self._organization)
            if free and (long is None or spelling == long or len(free) == 1):
                return free[0]
        return None

    def called(self, word: str) -> str | None:
        """Return the own unit's name that "the Unit" or "the Division" stands for, or None."""
        names = (*self._longs.values(), *sorted(self.own, key=len, reverse=True))
        return next((n for n in names if word in n.split() and " " in n), None)

    def is_place(self, name: str) -> bool:
        """Say whether `name` is a country or a city."""
        return _is_place(name)

    def guarded(self, short: str) -> tuple[str, ...]:
        """Return the kinds of what a short form means in some contexts only: CO, HQ."""
        found = lexicon().named(short)
        return tuple(dict.fromkeys(e.kind for e in found if short in e.in_context))

    def is_owner(self, name: str) -> bool:
        """Say whether `name`, before a role's title, only says whose or where the role is."""
        entry = self.entity(name)
        if entry is not None:
            return entry.kind in ("organization", "unit")
        return self.is_place(name) or gazetteer().region(name) is not None

    def spans(self, tokens: Sequence[Token], words: str) -> dict[int, int]:
        """Return the known names that hold small words: first token to the one after the last."""
        if not tokens:
            return {}
        lowered, firsts, lasts = _laid(tokens, words)
        matcher, _ = _compound()
        found = {}
        for _, start, stop in matcher.find_matches_as_indexes(lowered):
            if start in firsts and stop in lasts:
                found[firsts[start]] = lasts[stop]
        for long in self._linked:
            start = lowered.find(long)
            while start >= 0:
                stop = start + len(long)
                if start in firsts and stop in lasts:
                    found[firsts[start]] = max(lasts[stop], found.get(firsts[start], 0))
                start = lowered.find(long, stop)
        return found
