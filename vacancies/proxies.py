"""Those who stand for another: "X as represented by Y"."""

from __future__ import annotations

from .names import Names
from .objects import Member
from .phrases import phrase
from .remark import single, standing
from .tokens import Sentence

__all__ = ["proxy"]

_PROXY = frozenset({"role"})


def proxy(sentence: Sentence, names: Names, after: int) -> Member | None:
    """Return who stands for the name that ends at token `after`, or None."""
    if after < len(sentence.tokens) and sentence.tokens[after].text == ",":
        after += 1
    if after >= len(sentence.tokens):
        return None
    for spot in standing(sentence, after):
        if spot.rule.frame == "SeatFrame" and spot.rule.accepts == _PROXY:
            found = phrase(sentence, spot.after)
            return None if found is None else single(sentence, found, names, spot.rule.accepts)
    return None
