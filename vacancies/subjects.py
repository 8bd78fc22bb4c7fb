"""Who a sentence speaks about: the advertised post, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..ontology.grammar import Grammar
from .phrases import Phrase, phrase
from .tokens import Sentence, Tag

__all__ = ["Post", "Subject", "subject"]


@dataclass(frozen=True, slots=True)
class Post:
    """The words by which a notice calls the post itself: its title's, and short forms of it."""

    words: frozenset[str]

    @classmethod
    def called(cls, titles: Iterable[str], grammar: Grammar) -> Post:
        """Return the post that bears one of the titles."""
        found = {word.casefold() for title in titles for word in title.split() if len(word) > 2}
        return cls(frozenset(grammar.singular(word.strip("(),/-")) for word in found))


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a sentence: the post (stated or left unsaid), or another, by its phrase."""

    is_post: bool
    stated: bool
    phrase: Phrase | None = None
    verb: int | None = None


def subject(sentence: Sentence, post: Post, before: Subject | None) -> Subject:
    """Return whom the sentence is about.

    A sentence that opens with a verb or a preposition is about the post unless its main clause
    names another. A pronoun takes up the subject of the sentence before.
    """
    at = _main_clause(sentence)
    if at is None:
        return Subject(is_post=True, stated=False)
    first = sentence.tokens[at]
    if first.tag == Tag.PRONOUN:
        personal = first.low not in ("it", "they", "we", "you", "who")
        if personal or before is None:
            return Subject(is_post=first.low not in ("we", "you"), stated=True)
        return Subject(before.is_post, True, before.phrase)
    found = phrase(sentence, at)
    verb = _finite(sentence, found) if found is not None else None
    if found is None or verb is None:
        return Subject(is_post=True, stated=False)
    return Subject(_is_post(sentence, found, post), True, found, verb)


def _main_clause(sentence: Sentence) -> int | None:
    """Return the token at which the main clause may begin, or None where a verb opens it."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens) and (tokens[at].tag == Tag.ADVERB or tokens[at].text in ",'\"-("):
        at += 1
    if at >= len(tokens) or tokens[at].tag == Tag.VERB:
        return None
    if tokens[at].tag in (Tag.PREPOSITION, Tag.RELATIVE):
        return _after_comma(sentence, at)
    return at


def _after_comma(sentence: Sentence, at: int) -> int | None:
    """Return the phrase after an opening "Under ..., " that has a finite verb of its own."""
    for number in range(at + 1, len(sentence.tokens) - 1):
        before = sentence.tokens[number - 1]
        if before.text != "," and before.text != ")":
            continue
        if sentence.tagged(number, Tag.PRONOUN):
            return number
        found = phrase(sentence, number)
        if found is not None and found.first <= number + 3 and _finite(sentence, found) is not None:
            return number
    return _trailing_subject(sentence, at)


def _trailing_subject(sentence: Sentence, at: int) -> int | None:
    """Find "... the incumbent will" without a comma before it."""
    for number in range(at + 2, len(sentence.tokens) - 1):
        if sentence.tokens[number].low == "the" and sentence.is_a(number + 1, "post"):
            return number
    return None


def _finite(sentence: Sentence, found: Phrase) -> int | None:
    for end in dict.fromkeys((found.last, found.of, found.core)):
        at = end
        while at < len(sentence.tokens) and (
            sentence.tokens[at].tag == Tag.ADVERB or sentence.tokens[at].low in ("that", "who")
        ):
            at += 1
        if at < len(sentence.tokens) and sentence.tokens[at].text == ",":
            continue
        if sentence.tagged(at, Tag.AUXILIARY):
            return at
        if sentence.tagged(at, Tag.VERB):
            verb = sentence.tokens[at].verb
            if verb is not None and verb.form in ("s", "base"):
                return at
    return None


def _is_post(sentence: Sentence, found: Phrase, post: Post) -> bool:
    """Say whether the phrase calls the post: "the incumbent", or words of its title."""
    words = [t.low for t in sentence.tokens[found.first : found.core] if t.tag == Tag.NAME]
    grammar = sentence.grammar
    singular = [grammar.singular(word) for word in words]
    if any(grammar.is_a(word, "post") for word in singular):
        return True
    known = [word for word in singular if word in post.words]
    short = len(words) == 1 and words[0] in post.words
    return short or len(known) >= max(2, (len(words) + 1) // 2)
