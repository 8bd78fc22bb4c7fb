"""Units named by their owner: "the Bureau's Operations Cell", "its Field Office"."""

from __future__ import annotations

from collections.abc import Iterator

from .charges import who
from .names import Names
from .objects import Member
from .phrases import Phrase, phrase
from .remark import Remark, Spot, Telling, named, single
from .tokens import Sentence, Tag

__all__ = ["owners"]


def owners(telling: Telling, spot: Spot) -> Iterator[Remark]:
    """Read a unit behind the name of what it is a part of, or behind "its"."""
    sentence = telling.sentence
    found = phrase(sentence, spot.after)
    if found is None or not sentence.tokens[found.first].capital:
        return
    core = Phrase(found.first, found.core, found.core, found.core)
    unit = single(sentence, core, telling.names, spot.rule.subjects)
    if unit is None or not unit.certain or len(unit.words) < 2:
        return
    owner = _owner(telling, spot)
    if owner is not None and owner.words != unit.words:
        yield telling.remark(spot, unit, owner)


def _owner(telling: Telling, spot: Spot) -> Member | None:
    """Return whose the unit is: the name that ends at the cue, or the clause's subject."""
    sentence, names, accepts = telling.sentence, telling.names, spot.rule.accepts
    if sentence.is_a(spot.at, "possessive"):
        return who(telling, telling.about, accepts)
    first = spot.at
    while first > 0 and sentence.tagged(first - 1, Tag.NAME):
        first -= 1
    tokens = sentence.tokens[first : spot.after]
    words = tuple(token.text.removesuffix("s").removesuffix("'") for token in tokens[-1:])
    words = (*(token.text for token in tokens[:-1]), *words)
    entity = names.entity(" ".join(words))
    kind = entity.kind if entity is not None else _kind(sentence, names, " ".join(words))
    if kind not in accepts:
        return None
    return named(tokens, words, kind, entity)


def _kind(sentence: Sentence, names: Names, name: str) -> str:
    """Return the kind of an owner that the notice itself names, as its head noun tells."""
    long = names.long(name) or name
    kinds = sentence.grammar.kinds(long.split()[-1].casefold())
    return next(iter(kinds), "")
