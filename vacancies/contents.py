"""What a passage is by its own words, where no heading says so or a heading misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ..ontology.fieldwords import nouns
from ..ontology.grammar import grammar
from ..ontology.headings import contents
from ..ontology.tables import LANGUAGES
from .items import Item
from .scan import scan
from .text import view

__all__ = ["Passage", "passages"]

_WORD = re.compile(r"[^\W\d_]+(?:['/-][^\W\d_]+)*")
_FORMS = ("base", "s", "ing", "infinitive")
_LEAST = 25
_PARAGRAPH = 60
_LONGEST_HEADING = 90
_MOST_WORDS = 10
_NEAR = 300
_ASIDE = ("requirements", "boilerplate")


@dataclass(frozen=True, slots=True)
class Passage:
    """An item with what its words say: its own kind, the kind that it heads, and how it opens."""

    item: Item
    kind: str | None = None
    heads: str | None = None
    acts: bool = False


def passages(text: str, found: Sequence[Item]) -> list[Passage]:
    """Return what each item says of itself.

    Example:
        >>> text = "Under the supervision of the Chief Cook, the Cook serves the crews of boats."
        >>> [p.kind for p in passages(text, [Item(0, len(text), False)])]
        ['context']
    """
    words = view(text)
    return [_passage(text, words, item) for item in found]


def _passage(text: str, words: str, item: Item) -> Passage:
    acts = _acts(words, item)
    heads = None if acts else _heads(words, item)
    return Passage(item, None if heads else _kind(text, words, item, acts=acts), heads, acts)


def _acts(words: str, item: Item) -> bool:
    """Say whether an item is long enough for a duty and opens with a verb."""
    if item.end - item.start < _LEAST or not words[item.start].isalpha():
        return False
    first = _WORD.match(words, item.start)
    if first is None:
        return False
    low = first.group().casefold()
    if low.endswith("ly"):
        second = _WORD.match(words, first.end() + 1)
        low = second.group().casefold() if second else low
    return low.partition("/")[0] in _verbs() and (item.marked or first.group()[0].isupper())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(
        word
        for code in LANGUAGES
        for word, verb in grammar(code).verbs.items()
        if verb.form in _FORMS and not (verb.listed and verb.noun)
    )


def _kind(text: str, words: str, item: Item, *, acts: bool) -> str | None:
    """Return what an item is by the words that open it, and by those that stand in it."""
    found = scan(text).contents_between(item.start, item.end)
    held: dict[str, int] = {}
    for hit in found:
        kind, place = hit.meant.kind, getattr(hit.meant, "place", "")
        if place == "opens" and hit.start <= item.start + 2:
            if kind == "context" and item.end - item.start < _PARAGRAPH:
                continue
            return kind
        if place == "holds" and (kind != "context" or hit.start < item.start + _NEAR):
            held[kind] = held.get(kind, 0) + 1
    if "context" in held and item.end - item.start >= _PARAGRAPH and held.keys() == {"context"}:
        return "context"
    if acts:
        return None
    return max((k for k in _ASIDE if held.get(k, 0) > 1), key=lambda k: held[k], default=None)


def _heads(words: str, item: Item) -> str | None:
    """Return the kind of section that a short line of its own heads, by the words in it."""
    if item.end - item.start > _LONGEST_HEADING or words[item.end - 1] in ".;,":
        return None
    whole = words[item.end : item.end + 1] in ("", "\n", " ")
    said = words[item.start : item.end]
    if not whole or len(said.split()) > _MOST_WORDS or not said[0].isupper():
        return None
    matcher, kinds = _headed()
    low = said.lower()
    best: tuple[int, str] | None = None
    for number, start, end in matcher.find_matches_as_indexes(low, overlapping=True):
        if low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
            continue
        if best is None or end - start > best[0]:
            best = (end - start, kinds[number])
    if best is None or any(word in nouns("role") for word in _WORD.findall(low)):
        return None
    return best[1]


@cache
def _headed() -> tuple[AhoCorasick, tuple[str, ...]]:
    found = {c.phrase.lower(): c.kind for c in contents() if c.place == "headed"}
    return AhoCorasick(list(found)), tuple(found.values())
