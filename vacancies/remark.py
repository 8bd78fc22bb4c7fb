"""One saying about others than the post, and what it is put together from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.grammar import grammar
from ..ontology.lexicon import Entry
from ..ontology.rules import Rule, rules
from .asides import ACTORS, ending
from .names import Names
from .objects import Member, members
from .phrases import Join, Link, Listed, Phrase
from .subjects import Post, Subject, is_post
from .tokens import Sentence, Tag, Token, tokenize

__all__ = ["Remark", "Spot", "Telling", "named", "row", "single", "spots", "standing"]

_FRAMES = frozenset({"SeatFrame", "AgentFrame", "ChargeFrame", "OwnerFrame"})
_JOINS = {"/": Join.SLASH, ",": Join.COMMA}


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


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a rule's cue stands: its first token, and the one after its last."""

    rule: Rule
    at: int
    after: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that may speak of others: its words, its section, the names, its subject."""

    sentence: Sentence
    words: str
    section: str
    names: Names
    about: Subject
    post: Post | None = None

    def remark(self, spot: Spot, subject: Member, member: Member) -> Remark:
        """Return what the cue states of the subject and the object, with its clause."""
        tokens = self.sentence.tokens
        first, last = tokens[spot.at], tokens[spot.after - 1]
        return Remark(
            rule=spot.rule,
            subject=subject,
            member=member,
            start=min(subject.start, member.start, first.start),
            end=max(subject.end, member.end, last.end),
            cue=self.words[first.start : last.end],
            section=self.section,
        )

    def is_post(self, found: Phrase) -> bool:
        """Say whether the phrase calls the post, as the subject or by its name."""
        called = self.about.phrase
        if self.about.is_post and called is not None and found.first == called.first:
            return True
        return self.post is not None and is_post(self.sentence, found, self.post)


_Cues = Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]


@cache
def _cued(code: str) -> _Cues:
    """Return the cues of the rules about others by their first words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Rule]]] = {}
    for rule in rules():
        for cue in rule.cues.get(code, ()) if rule.frame in _FRAMES else ():
            told = _words(cue, code)
            found.setdefault(told[0], []).append((told, rule))
    return {
        first: tuple(sorted(cues, key=lambda pair: (-len(pair[0]), pair[0], pair[1].name)))
        for first, cues in found.items()
    }


def _words(cue: str, code: str) -> tuple[str, ...]:
    """Return a cue's words as a sentence has them; the ending of a name stays whole."""
    if cue.startswith("'"):
        return (cue,)
    return tuple(token.canonical for token in tokenize(cue, 0, len(cue), grammar(code)))


def spots(sentence: Sentence) -> Iterator[Spot]:
    """Yield the places of the sentence where a cue about others stands."""
    index = _cued(sentence.grammar.code)
    for at, token in enumerate(sentence.tokens):
        if token.canonical in index:
            yield from standing(sentence, at)
        elif "'" in token.low and (ended := index.get(token.low[token.low.rindex("'") :])):
            yield Spot(ended[0][1], at, at + 1)


def standing(sentence: Sentence, at: int) -> Iterator[Spot]:
    """Yield the cues about others that begin at token `at`, the longest first."""
    for cue, rule in _cued(sentence.grammar.code).get(sentence.tokens[at].canonical, ()):
        if _stands(sentence, at, cue):
            yield Spot(rule, at, at + len(cue))


def _stands(sentence: Sentence, at: int, cue: tuple[str, ...]) -> bool:
    tokens = sentence.tokens
    return at + len(cue) <= len(tokens) and all(
        tokens[at + number].canonical == word for number, word in enumerate(cue)
    )


def named(
    tokens: Sequence[Token], words: tuple[str, ...], kind: str, entity: Entry | None
) -> Member:
    """Return the object that the tokens name as it stands."""
    return Member(
        start=tokens[0].start,
        end=tokens[-1].end,
        words=words,
        of=words,
        full=words,
        short=None,
        kind=kind,
        kinds=(kind,),
        entity=entity,
        link=Join.FIRST,
        modified=True,
    )


def single(
    sentence: Sentence, found: Phrase, names: Names, accepts: frozenset[str]
) -> Member | None:
    """Return the object that one phrase names, or None where it is of no accepted kind."""
    alone = Listed((found,), (Link(Join.FIRST),), found.last)
    return next(iter(members(sentence, alone, names, accepts)), None)


def row(
    sentence: Sentence, at: int, kinds: frozenset[str] = ACTORS, *, passive: bool = False
) -> Listed:
    """Return the phrases that stand in a row before token `at`: "professionals and associates".

    A name with an article of its own opens the row. The `kinds` are those that its names should
    be of. Before a `passive` cue, commas join too, and the cue may look like a noun.
    """
    phrases: list[Phrase] = []
    links: list[Link] = []
    end: int | None = at
    while (
        end is not None
        and (found := ending(sentence, end, kinds or ACTORS, cut=passive)) is not None
    ):
        phrases.insert(0, found)
        join = _join(sentence, found.first - 1, commas=passive)
        links.insert(0, Link(join or Join.FIRST))
        end = None if join is None else found.first - 1
    if links:
        links[0] = Link(Join.FIRST)
    return Listed(tuple(phrases), tuple(links), at)


def _join(sentence: Sentence, at: int, *, commas: bool) -> Join | None:
    """Return how the word at the token joins two names, or None."""
    if at < 1 or not (sentence.tagged(at - 1, Tag.NAME) or sentence.tokens[at - 1].text == ")"):
        return None
    if not _is_headed(sentence, at):
        return None
    if sentence.tagged(at, Tag.CONJUNCTION):
        return Join.OR if sentence.is_a(at, "alternative") else Join.AND
    text = sentence.tokens[at].text
    return _JOINS.get(text) if commas or text == "/" else None


def _is_headed(sentence: Sentence, at: int) -> bool:
    """Say whether the word before is a noun that can head a name of its own."""
    head = sentence.tokens[at - 1]
    return head.text == ")" or (bool(head.kinds) and not head.acronym)
