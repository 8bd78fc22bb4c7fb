"""What others do, read by the rules for the post: "the Unit liaises with X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .asides import Aside
from .charges import who
from .relations import Statement, statements
from .remark import Remark, Telling
from .subjects import Subject, head
from .tokens import Sentence

__all__ = ["doings"]

_ACTING = frozenset({"unit", "organization", "body", "role", "group"})
_FARTHEST = 22  # tokens between a verb and what is still its own


def doings(telling: Telling, clause: Aside) -> Iterator[Remark]:
    """Yield what a clause says that its subject does; none where the post is the subject."""
    subject = who(telling, clause.subject, _ACTING)
    if subject is None or _is_reader(telling, clause.subject):
        return
    about = clause.subject
    here = about.sentence in (None, telling.sentence)
    for told in _stated(telling, clause):
        if _is_near(telling, clause, told) and _is_sure(telling, clause, told):
            yield Remark(
                rule=told.rule,
                subject=subject,
                member=told.member,
                start=min(subject.start, told.start) if here else told.start,
                end=max(subject.end, told.end) if here else told.end,
                cue=told.cue,
                section=telling.section,
            )


def _stated(telling: Telling, clause: Aside) -> Iterator[Statement]:
    """Read the clause as if its subject were the post; a relative clause by itself."""
    sentence, about = telling.sentence, replace(clause.subject, is_post=True)
    if clause.first:
        sentence = _cut(sentence, clause.first + 1, clause.last)
        about = Subject(True, True)
    yield from statements(sentence, telling.words, telling.section, telling.names, about)


def _cut(sentence: Sentence, first: int, last: int) -> Sentence:
    """Return the tokens from `first` to `last` as a sentence of their own."""
    names = {
        start - first: end - first
        for start, end in sentence.names.items()
        if start >= first and end <= last
    }
    return Sentence(sentence.tokens[first:last], sentence.grammar, names)


def _is_reader(telling: Telling, about: Subject) -> bool:
    """Say whether the subject is who reads the notice: the candidates, the applicants."""
    sentence, found = about.sentence or telling.sentence, about.phrase
    if found is None:
        return False
    noun, grammar = head(sentence, found).low, sentence.grammar
    return any(grammar.is_a(word, "post") for word in (noun, grammar.singular(noun)))


def _is_near(telling: Telling, clause: Aside, told: Statement) -> bool:
    """Say whether the statement follows the clause's verb closely, or stands before it."""
    tokens = telling.sentence.tokens[clause.verb :]
    return sum(token.start < told.start for token in tokens) < _FARTHEST


def _is_sure(telling: Telling, clause: Aside, told: Statement) -> bool:
    """Say whether the object is somebody or something by its name, and not the post."""
    grammar, verb = telling.sentence.grammar, telling.sentence.tokens[clause.verb]
    titled = told.rule.of_post and told.start < verb.start
    if titled or grammar.is_a(told.member.words[-1].casefold(), "post"):
        return False
    return told.member.certain or (bool(told.rule.unnamed) and not told.rule.loose)
