"""Whether each claim has its plain triples, and each plain triple a claim that bears it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ...ontology import terms as t
from .background import Background
from .facts import Facts, Term, named
from .faults import Fault

__all__ = ["unpaired"]

Line = tuple[NamedNode, NamedNode, Term]

_ENDINGS = (t.ENDS_NOT_BEFORE, t.ENDS_NOT_AFTER)


@dataclass(frozen=True, slots=True)
class _Claim:
    node: NamedNode
    subject: NamedNode
    relation: NamedNode
    object: Term
    firm: bool


def unpaired(facts: Facts, background: Background) -> Iterator[Fault]:
    """Give the claims of a graph without plain triples, and plain triples without a claim.

    With each claim stand its relation and all above it, for the post and for its position alike.
    What is said of others, replaces another line, has ended, is doubted or is general knowledge
    stands as claim only.
    """
    claims = list(_claims(facts, background))
    firm = {line: one for one in claims if one.firm for line in _lines(one, facts, background)}
    loose = {line: one for one in claims if not one.firm for line in _lines(one, facts, background)}
    yield from _missing(firm, facts)
    relations = background.relations.union(
        *(background.above(one) for one in {claim.relation for claim in claims})
    )
    alone = {line for line in _plain(facts, relations) if line not in firm}
    for line in sorted(_foremost(alone, facts, background), key=str):
        if line in loose:
            yield Fault(loose[line].node.value, "plain-unsupported", _written(line))
        else:
            yield Fault(line[0].value, "plain-unclaimed", _written(line))
    yield from _states(facts, claims, background)


def _claims(facts: Facts, background: Background) -> Iterator[_Claim]:
    for claim in facts.members(t.ASSERTION):
        for subject in facts.nodes(claim, t.SUBJECT)[:1]:
            for relation in facts.nodes(claim, t.RELATION)[:1]:
                firm = _firm(facts, claim, background.is_line(relation))
                for target in facts.values(claim, t.OBJECT)[:1]:
                    yield _Claim(claim, subject, relation, target, firm)


def _firm(facts: Facts, claim: NamedNode, is_line: bool) -> bool:
    modalities = facts.nodes(claim, t.MODALITY)
    if facts.is_a(claim, t.REFERENCE_ASSERTION):
        doubted = facts.values(claim, t.CAVEAT)
        ended = any(facts.values(claim, ending) for ending in _ENDINGS)
        general = facts.holds(claim, t.CONFIDENCE, t.GENERAL_KNOWLEDGE)
        return modalities == [t.STATED] and not (doubted or ended or general)
    replaces = is_line and t.CONDITIONAL in modalities
    return not facts.is_a(claim, t.THIRD_PARTY_ASSERTION) and not replaces


def _lines(claim: _Claim, facts: Facts, background: Background) -> Iterator[Line]:
    for subject in (claim.subject, *facts.nodes(claim.subject, t.OCCURRENCE_OF)):
        for relation in background.above(claim.relation):
            yield subject, relation, claim.object


def _missing(firm: dict[Line, _Claim], facts: Facts) -> Iterator[Fault]:
    lacking: dict[NamedNode, list[Line]] = {}
    for line, claim in firm.items():
        if not facts.holds(*line):
            lacking.setdefault(claim.node, []).append(line)
    for node, lines in sorted(lacking.items(), key=str):
        yield Fault(node.value, "plain-missing", _written(min(lines, key=str)))


def _plain(facts: Facts, relations: Iterable[NamedNode]) -> Iterator[Line]:
    known = frozenset(relations)
    for line in named(facts.triples):
        # where a thing is, as its description says, is no claim
        described = line[1] == t.LOCATED_IN and facts.is_a(line[2], t.PLACE)
        if line[1] in known and not described:
            yield line


def _foremost(lines: set[Line], facts: Facts, background: Background) -> Iterator[Line]:
    """Give one line of those that one claim would bear out: of the post, the narrowest relation."""
    implied = {
        (subject, wider, value)
        for subject, relation, value in lines
        for wider in background.above(relation)[1:]
    }
    left = lines - implied
    of_positions = {
        (position, relation, value)
        for subject, relation, value in left
        for position in facts.nodes(subject, t.OCCURRENCE_OF)
    }
    yield from left - of_positions


def _states(facts: Facts, claims: Iterable[_Claim], background: Background) -> Iterator[Fault]:
    """Give the postings that say other things of their reporting line than their claims do."""
    lined = {
        claim.subject
        for claim in claims
        if background.is_line(claim.relation)
        and not facts.is_a(claim.node, t.THIRD_PARTY_ASSERTION)
    }
    for posting in facts.members(t.JOB_POSTING):
        for post in facts.nodes(posting, t.ADVERTISES)[:1]:
            for state in facts.nodes(posting, t.REPORTING_LINE)[:1]:
                if (state == t.LINE_STATED) != (post in lined):
                    yield Fault(posting.value, "line-state", state.value)


def _written(line: Line) -> str:
    return " ".join(term.value for term in line)
