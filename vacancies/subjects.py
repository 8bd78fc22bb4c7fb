"""Who a sentence speaks about: the advertised post, or somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..ontology.grammar import Grammar
from ..ontology.spelling import folded
from .phrases import Phrase, phrase
from .tokens import Sentence, Tag, Token

__all__ = ["Post", "Subject", "head", "is_post", "named", "subject"]


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
            bare = (word.casefold().strip("(),/-").split("(")[0] for word in title.split())
            one = {grammar.singular(word) for word in bare}
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
    """The subject of a sentence: the post (stated or left unsaid), or another, by its phrase.

    `sentence` is the one that names it, which a pronoun may take up; `past` that the paragraph
    tells of times past.
    """

    is_post: bool
    stated: bool
    phrase: Phrase | None = None
    verb: int | None = None
    sentence: Sentence | None = None
    past: bool = False


_HOLDERS = frozenset({"role", "group"})
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
    plural = noun.low != sentence.grammar.singular(noun.low)
    return " ".join(t.low for t in of) if noun.kinds[:1] == ("role",) and not plural else None


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
        outside = sentence.is_a(at, "outsider")
        if outside or before is None or not sentence.is_a(at, "impersonal"):
            return Subject(is_post=not outside, stated=True)
        return Subject(before.is_post, True, before.phrase, at + 1, before.sentence)
    found = phrase(sentence, at)
    verb = _finite(sentence, found) if found is not None else None
    if found is not None and verb is None and (joint := _joint(sentence, found)) is not None:
        found, verb = joint, _finite(sentence, joint)
    if found is None or verb is None:
        return Subject(is_post=True, stated=False)
    if is_post(sentence, found, post):
        return Subject(True, True, found, verb, sentence)
    return Subject(duty and not _acts(sentence, found), False, found, verb, sentence)


def _joint(sentence: Sentence, found: Phrase) -> Phrase | None:
    """Return the name that an "and" holds together: "the Transport and Fuel Unit keeps"."""
    head = sentence.tokens[found.core - 1]
    if found.last != found.core or not sentence.tagged(found.core, Tag.CONJUNCTION):
        return None
    if not (head.capital and sentence.tagged(found.core + 1, Tag.NAME)):
        return None
    rest = phrase(sentence, found.core + 1)
    capital = sentence.tokens[found.core + 1].capital
    if rest is None or not capital or rest.core - rest.first < 2:
        return None
    return Phrase(found.first, rest.core, rest.of, rest.last)


def _acts(sentence: Sentence, found: Phrase) -> bool:
    """Say whether the phrase names somebody who can act."""
    noun = head(sentence, found)
    if not noun.kinds and (found.first in sentence.names or _is_proper(sentence, found)):
        return True
    return not _ACTORS.isdisjoint(noun.kinds) or noun.acronym


def _is_proper(sentence: Sentence, found: Phrase) -> bool:
    """Say whether the phrase is a name behind an article, as "the Red Cross" is."""
    words = sentence.tokens[found.first : found.core]
    told = found.first > 0 and sentence.tagged(found.first - 1, Tag.DETERMINER)
    return told and len(words) > 1 and all(word.capital for word in words)


def head(sentence: Sentence, found: Phrase) -> Token:
    """Return the phrase's head noun: the last before an "of" or a bracket, or the first."""
    core = sentence.tokens[found.first : found.core]
    ends = (n for n, t in enumerate(core) if n and ("of-particle" in t.classes or t.text == "("))
    names = [token for token in core[: next(ends, len(core))] if token.tag == Tag.NAME] or core
    if sentence.grammar.head_first:
        return next((token for token in names if token.kinds), names[0])
    return names[-1]


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
    founded = sentence.is_a(at, "founding") and sentence.tagged(at + 1, Tag.PREPOSITION)
    if founded or tokens[at].tag in (Tag.PREPOSITION, Tag.RELATIVE, Tag.PARTICIPLE):
        return _after_comma(sentence, at)
    return at


def _after_comma(sentence: Sentence, at: int) -> int | None:
    """Return the phrase after an opening "Under ..., " that has a finite verb of its own."""
    for number in range(at + 1, len(sentence.tokens) - 1):
        before = sentence.tokens[number - 1]
        if before.text != "," and before.text != ")":
            continue
        if sentence.tagged(number, Tag.PRONOUN) and not sentence.is_a(number, "relating"):
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


def is_post(sentence: Sentence, found: Phrase, post: Post) -> bool:
    """Say whether the phrase calls the post: "the incumbent", or words of its title."""
    words = [t.low for t in sentence.tokens[found.first : found.core] if t.tag == Tag.NAME]
    grammar = sentence.grammar
    if named(sentence, found) in post.names or (words and words[-1] in post.names):
        return True
    singular = [grammar.singular(word) for word in words]
    if words and grammar.is_a(words[-1], "post-work") and found.of > found.core:
        words += [t.low for t in sentence.tokens[found.core : found.of]]
    if any(grammar.is_a(word, "post") for word in words):
        return True
    if not _may_hold(sentence, found):
        return False
    short = len(words) == 1 and (words[0] in post.words or _is_same(words[0], post, grammar))
    known = [word for word in singular if word in post.words or _is_same(word, post, grammar)]
    graded = any(grammar.is_a(word, "grading") and word not in post.words for word in words)
    if graded and not _is_short_for(sentence, found, post):
        return False
    return short or len(known) >= max(2, (len(words) + 1) // 2)


def _is_short_for(sentence: Sentence, found: Phrase, post: Post) -> bool:
    """Say whether a bracket behind the name gives a short form that the title holds."""
    core = range(found.first + 1, found.core)
    brackets = (n for n in core if sentence.tokens[n - 1].text == "(")
    return any(sentence.tokens[n].low in post.words for n in brackets)


def _may_hold(sentence: Sentence, found: Phrase) -> bool:
    """Say whether the phrase may name who holds a post, as "the Operations Centre" may not."""
    kinds = head(sentence, found).kinds
    return not kinds or not _HOLDERS.isdisjoint(kinds)
