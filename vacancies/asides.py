"""Relative clauses about somebody else: "the Coordinator, who in turn reports to X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .phrases import Phrase, phrase
from .subjects import Subject, head
from .tokens import Sentence, Tag

__all__ = ["ACTORS", "Aside", "asides", "ending"]

_LONGEST = 14
ACTORS = frozenset({"role", "group", "unit", "body", "organization"})


@dataclass(frozen=True, slots=True)
class Aside:
    """A relative clause: its pronoun's token, its verb's, the one after its last, its subject."""

    first: int
    verb: int
    last: int
    subject: Subject


def asides(sentence: Sentence, about: Subject) -> Iterator[Aside]:
    """Yield the relative clauses whose subject is somebody other than the sentence's."""
    for at, token in enumerate(sentence.tokens):
        if "relating" not in token.classes or not at:
            continue
        verb = _verb(sentence, at + 1)
        found = ending(sentence, at - (sentence.tokens[at - 1].text == ","))
        if verb is None or found is None or not _is_headed(sentence, found, ACTORS):
            continue
        if about.phrase is not None and about.phrase.first == found.first:
            continue
        yield Aside(at, verb, _end(sentence, at), Subject(False, True, found, verb))


def ending(
    sentence: Sentence, at: int, kinds: frozenset[str] = ACTORS, *, cut: bool = False
) -> Phrase | None:
    """Return the longest noun phrase that ends before token `at`, or None.

    One with a head of the kinds goes before "the performance of ...". With `cut`, a phrase that
    goes on ends there, too: a cue may look like a noun.
    """
    at = _before_bracket(sentence, at)
    longest: Phrase | None = None
    for first in range(max(0, at - _LONGEST), at):
        found = phrase(sentence, first) if _opens(sentence, first) else None
        ends = found is not None and (
            at in (found.core, found.of, found.last)
            or (found.of < at < found.last and sentence.tagged(at, Tag.PARTICIPLE))
        )
        if found is not None and (ends or (cut and at < found.of)):
            made = Phrase(found.first, min(found.core, at), min(found.of, at), at)
            if _is_headed(sentence, made, kinds) or (at <= made.core and longest is None):
                return made
            longest = longest or made
    return longest


def _before_bracket(sentence: Sentence, at: int) -> int:
    """Return the token before which a name ends that only a bracket explains."""
    if at < 2 or sentence.tokens[at - 1].text != ")":
        return at
    opening = (n for n in range(at - 2, max(0, at - 8), -1) if sentence.tokens[n].text == "(")
    start = next(opening, at)
    known = phrase(sentence, start - 1) if start < at and start else None
    return start if known is not None and known.core == start else at


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether a name may begin at the token."""
    return sentence.tagged(at, Tag.NAME) and not (at and sentence.tagged(at - 1, Tag.NAME))


def _verb(sentence: Sentence, at: int) -> int | None:
    """Return the finite verb that follows the pronoun, past "in turn", or None."""
    for number in range(at, min(at + 5, len(sentence.tokens))):
        token = sentence.tokens[number]
        if token.tag == Tag.AUXILIARY:
            return number
        if token.tag == Tag.VERB and token.verb is not None and token.verb.form in ("s", "base"):
            return number
        if token.tag not in (Tag.ADVERB, Tag.PREPOSITION, Tag.NAME) or token.capital:
            return None
    return None


def _is_headed(sentence: Sentence, found: Phrase, kinds: frozenset[str]) -> bool:
    """Say whether the phrase's head is of one of the kinds."""
    noun = head(sentence, found)
    return not kinds.isdisjoint(noun.kinds) or (noun.acronym and kinds == ACTORS)


def _end(sentence: Sentence, at: int) -> int:
    """Return the token after the clause: where a comma, or "and" and a verb, closes it."""
    opened = sentence.tokens[at - 1].text == ","
    for number in range(at + 2, len(sentence.tokens) - 1):
        joins = sentence.tagged(number, Tag.CONJUNCTION)
        if (
            joins
            and sentence.tagged(number + 1, Tag.VERB, Tag.AUXILIARY, Tag.ADVERB)
            and not opened
        ):
            return number
        if sentence.tokens[number].text == "," and sentence.tagged(
            number + 1, Tag.VERB, Tag.AUXILIARY, Tag.CONJUNCTION, Tag.DETERMINER, Tag.ADVERB
        ):
            return number
    return len(sentence.tokens)
