"""Who a sentence speaks about: the advertised post, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..ontology.grammar import Grammar
from ..ontology.spelling import folded
from .phrases import Phrase, head, phrase
from .tokens import Sentence, Tag

__all__ = ["Post", "Subject", "named", "subject"]


@dataclass(frozen=True, slots=True)
class Post:
    """The words by which a notice calls the post itself: its title's, and short forms of it."""

    words: frozenset[str]
    names: frozenset[str] = frozenset()

    @classmethod
    def called(cls, titles: Iterable[str], grammar: Grammar) -> Post:
        """Return the post that bears one of the titles, and goes by their initials too.

        Example:
            >>> from dottedline.ontology.grammar import grammar
            >>> sorted(Post.called(["Field Security Officer"], grammar("en")).names)
            ['fso']
        """
        found, initials = set(), set()
        for title in titles:
            plain = title.split("(")[0].split(",")[0]
            words = [word for word in plain.replace("-", " ").split() if word[:1].isalpha()]
            initials.add("".join(word[0] for word in words if word[0].isupper()).casefold())
            one = {grammar.singular(w.casefold().strip("(),/-")) for w in title.split()}
            found |= one | {folded(word) for word in one if grammar.head_first}
        return cls(
            frozenset(word for word in found if len(word) > 2),
            frozenset(name for name in initials if len(name) > 1),
        )

    def also(self, names: Iterable[str]) -> Post:
        """Return the post with further names that the notice calls it by."""
        return Post(self.words, self.names | frozenset(names))


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a sentence: the post (stated or left unsaid), or another, by its phrase."""

    is_post: bool
    stated: bool
    phrase: Phrase | None = None
    verb: int | None = None


_ACTORS = frozenset({"role", "group", "unit", "body", "organization"})


def supervised(sentence: Sentence) -> str | None:
    """Return the role that stands behind "Under the supervision of X, ...": the post's own name."""
    if not sentence.is_a(0, "under"):
        return None
    at = _main_clause(sentence)
    found = phrase(sentence, at) if at is not None else None
    if found is None or at is None or _finite(sentence, found) is None:
        return None
    noun = head(sentence, found)
    of = sentence.tokens[found.first : found.of]
    kinds = sentence.grammar.kinds(noun.low)
    plural = noun.low != sentence.grammar.singular(noun.low)
    return " ".join(t.low for t in of) if kinds[:1] == ("role",) and not plural else None


def subject(
    sentence: Sentence, post: Post, before: Subject | None, *, duty: bool = False
) -> Subject:
    """Return whom the sentence is about.

    A sentence that opens with a verb or a preposition is about the post unless its main clause
    names another. A pronoun takes up the subject of the sentence before. Among the duties, a
    sentence about a thing ("assessments should be made") is about the post's work.
    """
    at = _main_clause(sentence)
    if at is None:
        return Subject(is_post=True, stated=False)
    first = sentence.tokens[at]
    if first.tag == Tag.PRONOUN:
        personal = not sentence.is_a(at, "impersonal")
        if personal or before is None:
            return Subject(is_post=not sentence.is_a(at, "outsider"), stated=True)
        return Subject(before.is_post, True, before.phrase)
    found = phrase(sentence, at)
    verb = _finite(sentence, found) if found is not None else None
    if found is None or verb is None:
        return Subject(is_post=True, stated=False)
    if _is_post(sentence, found, post):
        return Subject(True, True, found, verb)
    return Subject(duty and not _acts(sentence, found), False, found, verb)


def _acts(sentence: Sentence, found: Phrase) -> bool:
    """Say whether the phrase names somebody who can act."""
    noun = head(sentence, found)
    return bool(_ACTORS & set(sentence.grammar.kinds(noun.low))) or noun.acronym


def _main_clause(sentence: Sentence) -> int | None:
    """Return the token at which the main clause may begin, or None where a verb opens it."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens) and (tokens[at].tag == Tag.ADVERB or tokens[at].text in ",'\"-("):
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].tag == Tag.VERB:
        verb = tokens[at].verb
        return _after_comma(sentence, at) if verb is not None and verb.form == "ing" else None
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
        if sentence.tagged(number, Tag.DETERMINER) and sentence.is_a(number + 1, "post"):
            return number
    return None


def _finite(sentence: Sentence, found: Phrase) -> int | None:
    for end in dict.fromkeys((found.last, found.of, found.core)):
        at = _past_bracket(sentence, end)
        while at < len(sentence.tokens) and (sentence.tokens[at].tag in (Tag.ADVERB, Tag.RELATIVE)):
            at += 1
        if at < len(sentence.tokens) and sentence.tokens[at].text == ",":
            at = _past_insertion(sentence, at)
        if sentence.tagged(at, Tag.AUXILIARY):
            return at
        if sentence.tagged(at, Tag.VERB):
            verb = sentence.tokens[at].verb
            if verb is not None and verb.form in ("s", "base"):
                return at
    return None


def named(sentence: Sentence, found: Phrase) -> str:
    """Return the phrase's words in lower case, as a name to know it again by."""
    return " ".join(t.low for t in sentence.tokens[found.first : found.of])


def _past_bracket(sentence: Sentence, at: int) -> int:
    """Return the token after the bracket that opens at `at`, or `at` where none does."""
    if at >= len(sentence.tokens) or sentence.tokens[at].text != "(":
        return at
    depth = 0
    for number in range(at, len(sentence.tokens)):
        depth += (sentence.tokens[number].text == "(") - (sentence.tokens[number].text == ")")
        if not depth:
            return number + 1
    return at


def _past_insertion(sentence: Sentence, at: int) -> int:
    """Return the token after ", in coordination with X," where such words are inserted."""
    if not sentence.tagged(at + 1, Tag.PREPOSITION, Tag.PARTICIPLE):
        return len(sentence.tokens)
    for number in range(at + 2, min(at + 18, len(sentence.tokens))):
        if sentence.tokens[number].text == "," and sentence.tagged(
            number + 1, Tag.AUXILIARY, Tag.VERB
        ):
            return number + 1
    return len(sentence.tokens)


def _is_same(word: str, post: Post, grammar: Grammar) -> bool:
    """Say whether a word is one of the title's in the other gender: "la Coordonnatrice"."""
    single = grammar.head_first and grammar.made_singular(word) == word
    return single and folded(word) in post.words


def _is_post(sentence: Sentence, found: Phrase, post: Post) -> bool:
    """Say whether the phrase calls the post: "the incumbent", or words of its title."""
    words = [t.low for t in sentence.tokens[found.first : found.core] if t.tag == Tag.NAME]
    grammar = sentence.grammar
    if named(sentence, found) in post.names or (words and words[-1] in post.names):
        return True
    singular = [grammar.singular(word) for word in words]
    if any(grammar.is_a(word, "post") for word in words):
        return True
    known = [word for word in singular if word in post.words or folded(word) in post.words]
    short = len(words) == 1 and (words[0] in post.words or _is_same(words[0], post, grammar))
    return short or len(known) >= max(2, (len(words) + 1) // 2)
