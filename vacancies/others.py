"""What a sentence states about others than the post: seats, agents, charges, doings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from .agents import agents
from .asides import Aside, asides
from .charges import charges
from .doings import doings
from .names import Names
from .owners import owners
from .remark import Remark, Spot, Telling, spots
from .seats import seats
from .subjects import Post, Subject
from .tokens import Sentence, Tag

__all__ = ["Remark", "is_history", "remarks"]

_READ: Mapping[str, Callable[[Telling, Spot], Iterator[Remark]]] = MappingProxyType(
    {"SeatFrame": seats, "AgentFrame": agents, "ChargeFrame": charges, "OwnerFrame": owners}
)


def remarks(
    sentence: Sentence,
    words: str,
    section: str,
    names: Names,
    about: Subject,
    post: Post | None = None,
) -> Iterator[Remark]:
    """Yield what the sentence says of others than the post; nothing of times past."""
    if about.past:
        return
    telling = Telling(sentence, words, section, names, about, post)
    told: set[int] = set()
    for spot in spots(sentence):
        for remark in _READ[spot.rule.frame](telling, spot):
            told.add(remark.member.start)
            yield remark
    whole = Aside(0, about.verb or 0, len(sentence.tokens), about)
    for clause in (whole, *asides(sentence, about)):
        yield from (one for one in doings(telling, clause) if one.member.start not in told)


def is_history(sentence: Sentence) -> bool:
    """Say whether a paragraph opens with the year of a founding: it tells of times past."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.tag != Tag.MARK), 0)
    year = any(sentence.tagged(n, Tag.NUMBER) for n in range(at + 1, at + 4))
    return year and sentence.is_a(at, "founding")
