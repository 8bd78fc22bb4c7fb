"""Where others belong: a name, a cue, and the place or unit behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..ontology.rules import Rule
from .asides import ACTORS, ending
from .charges import with_shared_end
from .names import Names
from .objects import Member, members
from .phrases import Join, Listed, Phrase, listed, phrase
from .remark import Remark, Spot, Telling, named, row, single
from .subjects import head
from .tokens import Sentence, Tag, Token

__all__ = ["seats"]

_PLACE = "place"
_SHORTEST = 3
_NEAR = 14
_OPENINGS = (Tag.NAME, Tag.DETERMINER, Tag.NUMBER, Tag.PARTICIPLE)
_THING = "product"
_UNDER = frozenset({"organization"})
_BESIDE = frozenset({Join.AND, Join.OR, Join.SLASH})
_LISTED = _BESIDE | {Join.FIRST, Join.COMMA}


def seats(telling: Telling, spot: Spot) -> Iterator[Remark]:
    """Read "the officer based in the office": the names, the cue, the seats."""
    sentence = telling.sentence
    if not _may_stand(sentence, spot):
        return
    kinds = spot.rule.subjects
    if spot.rule.accepts == {_PLACE} and not _opens_place(telling, spot):
        return
    holders = row(sentence, _before(sentence, spot), kinds if _THING in kinds else ACTORS)
    if not holders.phrases or telling.is_post(holders.phrases[0]):
        return
    if spot.rule.before and not _is_led(sentence, holders.phrases[0], spot.rule):
        return
    found = members(sentence, holders, telling.names, spot.rule.subjects)
    led = _opener(sentence, holders.phrases[0])
    for seat in _seats(telling, spot) if found else ():
        for holder in found:
            if _sits(telling, spot, led, holder, seat):
                yield telling.remark(spot, holder, seat)


def _may_stand(sentence: Sentence, spot: Spot) -> bool:
    """Say cheaply whether a name may end before the cue, and one begin behind it."""
    if not spot.at or not sentence.tagged(spot.after, *_OPENINGS):
        return False
    if spot.rule.before:
        first = max(0, spot.at - _NEAR)
        return any(token.low in spot.rule.before for token in sentence.tokens[first : spot.at])
    before = sentence.tokens[_before(sentence, spot) - 1]
    if before.text != ")" and (before.tag != Tag.NAME or not _may_hold(sentence, before, spot)):
        return False
    return spot.after - spot.at > 1 or _may_seat(sentence, spot)


def _may_hold(sentence: Sentence, last: Token, spot: Spot) -> bool:
    """Say whether the word may end a name of the kinds: by its own kind, or as a proper name.

    Where heads stand first, "le conseiller en santé", the last word tells nothing.
    """
    if last.capital or sentence.grammar.head_first:
        return True
    return not spot.rule.subjects.isdisjoint(last.kinds)


def _may_seat(sentence: Sentence, spot: Spot) -> bool:
    at = spot.after
    while sentence.tagged(at, Tag.DETERMINER):
        at += 1
    return sentence.tagged(at, Tag.NAME) and sentence.tokens[at].capital


def _before(sentence: Sentence, spot: Spot) -> int:
    return spot.at - (sentence.tokens[spot.at - 1].text == ",")


def _is_led(sentence: Sentence, holder: Phrase, rule: Rule) -> bool:
    """Say whether a word that the rule wants stands before the holder: "liaison of X with"."""
    at = _opener(sentence, holder)
    return (
        at > 0 and sentence.is_a(at, "of-particle") and sentence.tokens[at - 1].low in rule.before
    )


def _seats(telling: Telling, spot: Spot) -> list[Member]:
    sentence, rule = telling.sentence, spot.rule
    found = listed(sentence, spot.after, particles=(sentence.tokens[spot.after - 1].low,))
    if not found.phrases:
        return []
    if _PLACE in rule.accepts and (places := _places(sentence, found, telling.names)):
        return places
    kinds = rule.accepts - {_PLACE}
    if not kinds:
        return []
    if spot.after - spot.at > 1 or rule.before:
        made = members(sentence, _bare(found), telling.names, kinds)
        return with_shared_end([member for member in made if member.link in _LISTED])
    first = found.phrases[0]
    one = single(
        sentence, Phrase(first.first, first.core, first.of, first.of), telling.names, kinds
    )
    return [one] if one is not None else []


def _bare(found: Listed) -> Listed:
    """Leave the places behind the names out: they tell where somebody is, not who."""
    return Listed(
        tuple(replace(part, last=part.of) for part in found.phrases), found.links, found.last
    )


def _places(sentence: Sentence, found: Listed, names: Names) -> list[Member]:
    """Return the places of a list, "in Goma and Bukavu"; none where it opens with no place."""
    made: list[Member] = []
    for part, link in zip(found.phrases, found.links, strict=True):
        place = _place(sentence, part, names) if not made or link.word in _BESIDE else None
        if place is None:
            break
        made.append(place)
    return made


def _opens_place(telling: Telling, spot: Spot) -> bool:
    """Say whether the words behind the cue name a place."""
    found = phrase(telling.sentence, spot.after)
    return found is not None and _place(telling.sentence, found, telling.names) is not None


def _place(sentence: Sentence, seat: Phrase, names: Names) -> Member | None:
    """Return the place that the phrase names, or the site named after one: "Lyon Supply Hub"."""
    tokens = sentence.tokens[seat.first : seat.core]
    bracket = next((n for n, token in enumerate(tokens) if token.text == "("), len(tokens))
    tokens = [token for token in tokens[:bracket] if token.tag == Tag.NAME]
    words = tuple(token.text for token in tokens)
    name = " ".join(words)
    if not words or not words[0][0].isupper() or len(name) < _SHORTEST:
        return None
    site = len(words) > 1 and "unit" in tokens[-1].kinds and names.is_place(words[0])
    if not site and not names.is_place(name):
        return None
    return named(tokens, words, "unit" if site else _PLACE, None)


def _sits(telling: Telling, spot: Spot, led: int, holder: Member, seat: Member) -> bool:
    """Hold short cues ("in", "of", a comma) to names that are certain."""
    if holder.words == seat.words:
        return False
    if spot.after - spot.at > 1 or spot.rule.before:
        return True
    if not seat.words[0][:1].isupper():
        return False
    if _UNDER & spot.rule.accepts:
        return holder.words[0][:1].isupper() and _is_part(telling, spot, led, holder, seat)
    return seat.kind != _PLACE or (holder.certain and _is_proper(holder))


def _is_proper(holder: Member) -> bool:
    """Say whether the words are a name, not "the office" or "migrants"."""
    capitals = [word[:1].isupper() for word in holder.words]
    if holder.kind == "role":
        return capitals[0]
    return len(capitals) > 1 and capitals[0] and capitals[-1]


def _is_part(telling: Telling, spot: Spot, led: int, holder: Member, seat: Member) -> bool:
    """Say whether a unit's name goes on to what it is a part of: "the Cell, Field Division"."""
    sentence = telling.sentence
    if not (holder.certain or holder.short):
        return False
    if sentence.tokens[spot.at].text == ",":
        return _is_chained(sentence, spot, led)
    if sentence.is_a(spot.at, "of-particle"):
        known = seat.entity is not None and seat.kind == "organization"
        told = len(holder.words) > 1 and sentence.tagged(spot.after, Tag.DETERMINER)
        return known or (told and seat.certain)
    return not telling.names.is_place(seat.words[0])


def _is_chained(sentence: Sentence, spot: Spot, led: int) -> bool:
    """Say whether units apart by commas are a chain, "the Cell, Field Division", and no list."""
    found = listed(sentence, spot.after)
    if sentence.tagged(spot.after, Tag.DETERMINER):
        return False
    if any(link.word in _BESIDE for link in found.links):
        return False
    while led > 0 and sentence.tokens[led].text == ",":
        before = ending(sentence, led)
        led = -1 if before is None else _opener(sentence, before)
    kinds = (head(sentence, part).kinds for part in found.phrases[1:])
    alone = all(map(ACTORS.isdisjoint, kinds)) and sentence.tagged(led, Tag.PREPOSITION)
    return led >= 0 and (alone or sentence.is_a(led, "place-particle"))


def _opener(sentence: Sentence, found: Phrase) -> int:
    """Return the token before the phrase and its article."""
    at = found.first - 1
    while at > 0 and sentence.tagged(at, Tag.DETERMINER):
        at -= 1
    return at
