"""What a passage is by its own words, where no heading says so or a heading misleads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ..ontology.fieldwords import nouns
from ..ontology.headings import contents
from .acts import acts
from .items import Item
from .scan import scan
from .text import view

__all__ = ["Passage", "passages"]

_WORD = re.compile(r"[^\W\d_]+(?:['/-][^\W\d_]+)*")
_LEAST = 25
_PARAGRAPH = 60
_LONGEST_HEADING = 90
_MOST_WORDS = 10
_NEAR = 300
_OPENING = "¿¡'\""
_ASIDE = ("requirements", "boilerplate")


@dataclass(frozen=True, slots=True)
class Passage:
    """An item with what its words say: its own kind, the kind that it heads, and how it opens.

    A `brief` one is a short line of its own that could be a heading.
    """

    item: Item
    kind: str | None = None
    heads: str | None = None
    acts: bool = False
    brief: bool = False


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
    verbal = _acts(words, item)
    brief = not verbal and _is_brief(words, item)
    heads = _heads(words, item) if brief else None
    kind = None if heads else _kind(text, item, verbal=verbal)
    return Passage(item, kind, heads, verbal, brief)


def _acts(words: str, item: Item) -> bool:
    """Say whether an item is long enough for a duty and opens with a verb."""
    if item.end - item.start < _LEAST or not words[item.start].isalpha():
        return False
    return (item.marked or words[item.start].isupper()) and acts(words, item.start)


def _kind(text: str, item: Item, *, verbal: bool) -> str | None:
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
    if verbal:
        return None
    return max((k for k in _ASIDE if held.get(k, 0) > 1), key=lambda k: held[k], default=None)


def _is_brief(words: str, item: Item) -> bool:
    """Say whether an item is a short line of its own, unfinished, that a capital opens."""
    if item.end - item.start > _LONGEST_HEADING or words[item.end - 1] in ".;,":
        return False
    said = words[item.start : item.end]
    alone = words[item.end : item.end + 1] in ("", "\n", " ")
    shown = said.lstrip(_OPENING)[:1].isupper()
    return alone and shown and len(said.split()) <= _MOST_WORDS


def _heads(words: str, item: Item) -> str | None:
    """Return the kind of section that a brief line heads, by the words in it."""
    matcher, kinds = _headed()
    low = words[item.start : item.end].lower()
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
