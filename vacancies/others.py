"""What a sentence states about others than the post: seats, agents, charges, doings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from .agents import agents
from .asides import Aside, asides
from .charges import charges, who
from .names import Names
from .owners import owners
from .relations import Statement, statements
from .remark import Remark, Spot, Telling, spots
from .seats import seats
from .subjects import Post, Subject
from .tokens import Sentence, Tag

__all__ = ["Remark", "is_history", "remarks"]

_ACTING = frozenset({"unit", "organization", "body", "role", "group"})
_FARTHEST = 22
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
    """Yield what the sentence says of others than the post."""
    if about.past:
        return
    telling = Telling(sentence, words, section, names, about, post)
    charged: set[int] = set()
    for spot in spots(sentence):
        for remark in _READ[spot.rule.frame](telling, spot):
            charged.add(remark.member.start)
            yield remark
    clauses = [Aside(0, about.verb or 0, len(sentence.tokens), about), *asides(sentence, about)]
    for clause in clauses:
        for remark in _doings(telling, clause):
            if remark.member.start not in charged:
                yield remark


def is_history(sentence: Sentence) -> bool:
    """Say whether a paragraph opens with the year of a founding: it tells of times past."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.tag != Tag.MARK), 0)
    year = any(sentence.tagged(n, Tag.NUMBER) for n in range(at + 1, at + 4))
    return year and sentence.is_a(at, "founding")


def _doings(telling: Telling, clause: Aside) -> Iterator[Remark]:
    """Read what another subject does in its clause, by the rules for the post."""
    about, first, last = clause.subject, clause.first, clause.last
    subject = who(telling, about, _ACTING)
    if subject is None or _is_reader(telling, about):
        return
    tokens = telling.sentence.tokens
    here = about.sentence in (None, telling.sentence)
    start, end = tokens[first].start, tokens[last - 1].end
    spoken = replace(about, is_post=True)
    for told in statements(telling.sentence, telling.words, telling.section, telling.names, spoken):
        if not (start <= told.member.start and told.member.end <= end):
            continue
        if _is_near(telling, clause, told) and _is_sure(telling, clause, told):
            yield Remark(
                told.rule,
                subject,
                told.member,
                told.start if not here else min(subject.start, told.start),
                told.end if not here else max(subject.end, told.end),
                told.cue,
                telling.section,
            )


def _is_reader(telling: Telling, about: Subject) -> bool:
    """Say whether the subject is who reads the notice: the candidates, the applicants."""
    sentence = about.sentence or telling.sentence
    assert about.phrase is not None
    head = sentence.tokens[about.phrase.core - 1].low
    grammar = sentence.grammar
    return any(grammar.is_a(w, "post") for w in (head, grammar.singular(head)))


def _is_near(telling: Telling, clause: Aside, told: Statement) -> bool:
    """Say whether the statement follows the clause's verb closely, or stands before it."""
    tokens = telling.sentence.tokens[clause.verb :]
    return sum(token.start < told.start for token in tokens) < _FARTHEST


def _is_sure(telling: Telling, clause: Aside, told: Statement) -> bool:
    """Say whether the object is somebody or something by its name, and not the post."""
    grammar, verb = telling.sentence.grammar, clause.verb
    titled = told.rule.of_post and told.start < telling.sentence.tokens[verb].start
    if titled or grammar.is_a(told.member.words[-1].casefold(), "post"):
        return False
    return told.member.certain or (bool(told.rule.unnamed) and not told.rule.loose)
