"""Single names beside a cue, and those who stand for another: "X as represented by Y"."""

from __future__ import annotations

from functools import cache

from ..ontology.grammar import grammar
from ..ontology.rules import Rule, rules
from .names import Names
from .objects import Member, members
from .phrases import Join, Link, Listed, Phrase, phrase
from .tokens import Sentence, tokenize

__all__ = ["framed", "matches", "proxy", "single"]


@cache
def framed(frame: str, code: str) -> tuple[tuple[tuple[str, ...], Rule], ...]:
    """Return the cues of a frame's rules in a language, as words, the longest first."""
    found = [
        (tuple(t.low for t in tokenize(cue, 0, len(cue), grammar(code))), rule)
        for rule in rules()
        if rule.frame == frame
        for cue in rule.cues.get(code, ())
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0], pair[1].name)))


def matches(sentence: Sentence, at: int, cue: tuple[str, ...]) -> bool:
    """Say whether the words of the cue stand at token `at`."""
    tokens = sentence.tokens
    return all(at + n < len(tokens) and tokens[at + n].low == word for n, word in enumerate(cue))


def single(
    sentence: Sentence, found: Phrase, names: Names, accepts: frozenset[str]
) -> Member | None:
    """Return the object that one phrase names, or None where it is of no accepted kind."""
    alone = Listed((found,), (Link(Join.FIRST),), found.last)
    return next(iter(members(sentence, alone, names, accepts)), None)


def proxy(sentence: Sentence, names: Names, after: int) -> Member | None:
    """Return who stands for the name that ends at token `after`, or None."""
    if after < len(sentence.tokens) and sentence.tokens[after].text == ",":
        after += 1
    for cue, rule in framed("SeatFrame", sentence.grammar.code):
        if rule.accepts == {"role"} and matches(sentence, after, cue):
            found = phrase(sentence, after + len(cue))
            return None if found is None else single(sentence, found, names, rule.accepts)
    return None
