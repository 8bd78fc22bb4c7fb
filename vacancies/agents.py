"""What is done by others: "ceilings established by X", "the meeting is chaired by Y"."""

from __future__ import annotations

from collections.abc import Iterator

from .objects import Member, members
from .phrases import Join, Link, Listed, listed
from .remark import Remark, Spot, Telling, row
from .tokens import Sentence, Tag

__all__ = ["agents"]

_FARTHEST = 9


def agents(telling: Telling, spot: Spot) -> Iterator[Remark]:
    """Read "X established ... by Y": what is done, then who does it."""
    sentence = telling.sentence
    if not spot.at or not sentence.tagged(spot.at, Tag.PARTICIPLE, Tag.VERB, Tag.NAME):
        return
    by = _by(sentence, spot)
    if by is None:
        return
    done = _done(telling, spot)
    if not done.phrases or any(telling.is_post(found) for found in done.phrases):
        return
    things = members(sentence, done, telling.names, spot.rule.accepts)
    for agent in _agents(telling, spot, by) if things else ():
        for thing in things:
            if thing.modified or not spot.rule.modified:
                yield telling.remark(spot, agent, thing)


def _done(telling: Telling, spot: Spot) -> Listed:
    """Return what is done: the subject of a passive verb, else what stands before the cue."""
    sentence, about = telling.sentence, telling.about
    end = _back(sentence, spot.at)
    passive = about.verb is not None and end <= about.verb < spot.at
    if passive and about.phrase is not None and about.sentence in (None, sentence):
        return Listed((about.phrase,), (Link(Join.FIRST),), spot.at)
    return row(sentence, end, spot.rule.accepts, passive=True)


def _agents(telling: Telling, spot: Spot, by: int) -> tuple[Member, ...]:
    sentence = telling.sentence
    found = listed(sentence, by, particles=(sentence.tokens[by - 1].canonical,), clause=False)
    unnamed = "unit" if "unit" in spot.rule.subjects else None
    return members(sentence, found, telling.names, spot.rule.subjects, unnamed=unnamed)


def _by(sentence: Sentence, spot: Spot) -> int | None:
    """Return the token after "by", past what the thing is done for."""
    for number in range(spot.after, min(spot.after + _FARTHEST, len(sentence.tokens))):
        if sentence.is_a(number, "agent"):
            return number + 1
        if sentence.tagged(number, Tag.VERB, Tag.RELATIVE, Tag.AUXILIARY):
            return None
    return None


def _back(sentence: Sentence, at: int) -> int:
    """Step back over ", which is" to where what is done ends."""
    while at > 1 and sentence.tagged(at - 1, Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE):
        at -= 1
    return at - (at > 1 and sentence.tokens[at - 1].text == ",")
