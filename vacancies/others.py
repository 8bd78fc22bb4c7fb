"""What a sentence states about others than the post: seats, agents, charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..ontology.rules import Rule
from .names import Names
from .objects import Member, members
from .phrases import Join, Phrase, listed, phrase
from .proxies import framed, matches, single
from .relations import statements
from .subjects import Subject
from .tokens import Sentence, Tag

__all__ = ["Remark", "remarks"]

_STANDING = frozenset({"role"})
_SEATED = frozenset({"role", "unit"})
_CHARGED = frozenset({"unit", "organization", "body"})
_ACTING = frozenset({"unit", "organization", "body", "role", "group"})


@dataclass(frozen=True, slots=True)
class Remark:
    """One relation between others: the subject, the rule, the object, the clause's span."""

    rule: Rule
    subject: Member
    member: Member
    start: int
    end: int
    cue: str
    section: str


def remarks(
    sentence: Sentence, words: str, section: str, names: Names, about: Subject
) -> Iterator[Remark]:
    """Yield what the sentence says of others than the post."""
    seated = _may_seat(sentence)
    for at in range(len(sentence.tokens)):
        found = phrase(sentence, at) if seated and _opens(sentence, at) else None
        if found is not None:
            yield from _seats(sentence, words, section, names, found)
        yield from _agents(sentence, section, names, at)
    yield from _charges(sentence, section, names, about)
    if not about.is_post and about.phrase is not None:
        yield from _doings(sentence, words, section, names, about)


def _may_seat(sentence: Sentence) -> bool:
    """Say whether a word of the sentence opens a cue of a seat."""
    opening = {cue[0] for cue, _ in framed("SeatFrame", sentence.grammar.code)}
    return any(token.low in opening for token in sentence.tokens)


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether a name may begin at the token."""
    if not sentence.tagged(at, Tag.NAME):
        return False
    before = sentence.tokens[at - 1] if at else None
    return before is None or before.tag != Tag.NAME


def _core(found: Phrase, of: int) -> Phrase:
    return Phrase(found.first, found.core, of, of)


def _seats(
    sentence: Sentence, words: str, section: str, names: Names, found: Phrase
) -> Iterator[Remark]:
    """Read "the officer based in the office": the name, the cue, the seat."""
    settled: set[str] = set()
    for end in dict.fromkeys((found.of, found.core)):
        low = sentence.tokens[end].low if end < len(sentence.tokens) else ""
        for cue, rule in framed("SeatFrame", sentence.grammar.code):
            if cue[0] != low or rule.relation in settled or not matches(sentence, end, cue):
                continue
            if len(cue) == 1 and rule.accepts != _STANDING and not _is_named(sentence, found):
                continue
            remark = _seat(sentence, words, section, names, (_core(found, end), end, cue, rule))
            if remark is not None:
                settled.add(rule.relation)
                yield remark


def _is_named(sentence: Sentence, found: Phrase) -> bool:
    """Say whether the name may be a proper one, as short cues ("in", "of") want it."""
    return any(token.capital for token in sentence.tokens[found.first : found.core])


def _seat(
    sentence: Sentence,
    words: str,
    section: str,
    names: Names,
    told: tuple[Phrase, int, tuple[str, ...], Rule],
) -> Remark | None:
    found, end, cue, rule = told
    seat = phrase(sentence, end + len(cue))
    holder = single(sentence, found, names, _SEATED)
    if seat is None or holder is None:
        return None
    place = _place(sentence, seat, names) if "place" in rule.accepts else None
    member = place or single(sentence, _core(seat, seat.of), names, rule.accepts - {"place"})
    if member is None or not _sits(sentence, rule, holder, member, cue):
        return None
    return Remark(
        rule, holder, member, holder.start, member.end, _said(words, sentence, end, cue), section
    )


def _sits(
    sentence: Sentence, rule: Rule, holder: Member, member: Member, cue: tuple[str, ...]
) -> bool:
    """Hold short cues ("in", "of", a comma) to names that are certain."""
    named = member.words[0][:1].isupper() and holder.words[0][:1].isupper()
    if "place" in rule.accepts:
        return len(cue) > 1 or (named and holder.kind == "unit")
    if rule.accepts == {"role"}:
        return True
    grammar = sentence.grammar
    headed = "unit" in grammar.kinds(holder.words[-1].casefold()) or holder.short is not None
    vague = grammar.is_a(cue[0], "place-particle") and member.entity is None and len(cue) == 1
    under = grammar.is_a(cue[0], "under")
    return named and headed and holder.words != member.words and (under or not vague)


def _place(sentence: Sentence, seat: Phrase, names: Names) -> Member | None:
    tokens = sentence.tokens[seat.first : seat.core]
    name = " ".join(token.text for token in tokens if token.tag == Tag.NAME)
    if not names.is_place(name):
        return None
    told = tuple(name.split())
    return Member(
        tokens[0].start,
        tokens[-1].end,
        told,
        told,
        told,
        None,
        "place",
        ("place",),
        None,
        Join.FIRST,
        True,
    )


def _said(words: str, sentence: Sentence, at: int, cue: tuple[str, ...]) -> str:
    return words[sentence.tokens[at].start : sentence.tokens[at + len(cue) - 1].end]


def _agents(sentence: Sentence, section: str, names: Names, at: int) -> Iterator[Remark]:
    """Read "X established ... by Y": what stands before, then the agent."""
    if not sentence.tagged(at, Tag.PARTICIPLE):
        return
    low = sentence.tokens[at].low
    rule = next(
        (r for cue, r in framed("AgentFrame", sentence.grammar.code) if cue == (low,)), None
    )
    by = _agent(sentence, at + 1) if rule is not None else None
    before = _phrase_before(sentence, at)
    if rule is None or by is None or before is None:
        return
    done = single(sentence, before, names, frozenset())
    found = listed(sentence, by, particles=(sentence.tokens[by - 1].low,))
    if done is None:
        return
    for agent in members(sentence, found, names, rule.accepts):
        start, end = min(done.start, agent.start), max(done.end, agent.end)
        yield Remark(rule, agent, done, start, end, f"{low} {sentence.tokens[by - 1].low}", section)


def _agent(sentence: Sentence, at: int) -> int | None:
    """Return the token after "by", past what the thing is done for."""
    for number in range(at, min(at + 9, len(sentence.tokens))):
        if sentence.is_a(number, "agent"):
            return number + 1
        if sentence.tokens[number].tag in (Tag.VERB, Tag.RELATIVE, Tag.AUXILIARY):
            return None
    return None


def _phrase_before(sentence: Sentence, at: int) -> Phrase | None:
    for first in range(max(0, at - 10), at):
        found = phrase(sentence, first) if _opens(sentence, first) else None
        whole = found is not None and found.of == at and sentence.grammar.head_first
        if found is not None and (found.core == at or whole):
            return Phrase(found.first, found.core, at, at)
        if found is not None and sentence.tokens[at - 1].text == ")" and found.last >= at - 5:
            closing = next(
                (n for n in range(found.core, at) if sentence.tokens[n].text == "("), None
            )
            if closing == found.core:
                return Phrase(found.first, found.core, found.core, found.core)
    return None


def _charges(sentence: Sentence, section: str, names: Names, about: Subject) -> Iterator[Remark]:
    """Read "X is responsible for A, B and C"."""
    if about.is_post or about.phrase is None or about.verb is None:
        return
    subject = single(sentence, _core(about.phrase, about.phrase.of), names, _CHARGED)
    for cue, rule in framed("ChargeFrame", sentence.grammar.code):
        if subject is None or not matches(sentence, about.verb, cue):
            continue
        at = about.verb + len(cue)
        while sentence.tagged(at, Tag.VERB, Tag.DETERMINER, Tag.ADVERB):
            at += 1
        told = [
            member
            for part in _whole(list(_charge_list(sentence, at)))
            if (member := single(sentence, part, names, frozenset())) is not None
        ]
        for member in _with_shared_end(told):
            yield Remark(rule, subject, member, subject.start, member.end, " ".join(cue), section)
        return


def _whole(parts: list[Phrase]) -> list[Phrase]:
    """Keep one charge whole where a part before the last has its own "of ...": no cut is sure."""
    if any(part.of > part.core for part in parts[:-1]):
        first, last = parts[0], parts[-1]
        return [Phrase(first.first, first.core, last.last, last.last)]
    return parts


def _with_shared_end(told: list[Member]) -> list[Member]:
    """Give "leadership, support and oversight of X" its "of X" each."""
    tail = told[-1].of[len(told[-1].words) :] if told else ()
    return [
        replace(one, of=one.words + tail, full=one.words + tail) if one.of == one.words else one
        for one in told
    ]


def _charge_list(sentence: Sentence, at: int) -> Iterator[Phrase]:
    """Yield the charges of a list, each with all that its prepositions add."""
    while (found := phrase(sentence, at)) is not None:
        end = found.last
        while sentence.tagged(end, Tag.PREPOSITION) and not sentence.is_a(end, "inclusion"):
            further = phrase(sentence, end + 1)
            if further is None:
                break
            end = further.last
        yield Phrase(found.first, found.core, end, end)
        joined = end < len(sentence.tokens) and (
            sentence.tokens[end].text == "," or sentence.tagged(end, Tag.CONJUNCTION)
        )
        if not joined:
            return
        at = end + 1
        while sentence.tagged(at, Tag.CONJUNCTION):
            at += 1


def _doings(
    sentence: Sentence, words: str, section: str, names: Names, about: Subject
) -> Iterator[Remark]:
    """Read what another subject does, by the rules for the post."""
    if about.phrase is None or about.verb is None:
        return
    subject = single(sentence, _core(about.phrase, about.phrase.of), names, _ACTING)
    if subject is None:
        return
    for told in statements(sentence, words, section, names, about):
        if told.rule.unnamed:
            start, end = min(subject.start, told.start), max(subject.end, told.end)
            yield Remark(told.rule, subject, told.member, start, end, told.cue, section)
