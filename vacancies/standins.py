"""Words that stand for a name told elsewhere: "the direct supervisor" is whom a line names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..ontology.grammar import Grammar
from ..ontology.vocabulary import vocabulary
from .objects import Member
from .relations import Statement

__all__ = ["resolved"]

_SOLID = "solid"


def resolved(found: Iterable[Statement], grammar: Grammar) -> list[Statement]:
    """Return the statements, with the post's supervisor named where the notice names one.

    The direct supervisor is meant, or the only one; where there are several others, the words stay
    as they are.
    """
    told = list(found)
    named = _supervisor(told)
    if named is None:
        return told
    return [
        replace(one, member=_named(one.member, named))
        if _stands_in(one.member, grammar) and not _is_line(one)
        else one
        for one in told
    ]


def _named(member: Member, named: Member) -> Member:
    """Return the name, at the place of the words that stand for it."""
    return replace(named, start=member.start, end=member.end, link=member.link)


def _is_line(told: Statement) -> bool:
    return vocabulary().properties[told.rule.relation].line is not None and not told.rule.people


def _supervisor(told: Sequence[Statement]) -> Member | None:
    lines = [one for one in told if _is_line(one) and one.member.kind == "role"]
    solid = [one for one in lines if vocabulary().properties[one.rule.relation].line == _SOLID]
    names = {one.member.of: one.member for one in solid or lines}
    return next(iter(names.values())) if len(names) == 1 else None


def _stands_in(member: Member, grammar: Grammar) -> bool:
    """Say whether the name only says that there is a supervisor."""
    *before, head = (word.casefold() for word in member.of)
    plain = all(grammar.is_a(word, "line-word") for word in before)
    return plain and grammar.is_a(head, "nameless")
