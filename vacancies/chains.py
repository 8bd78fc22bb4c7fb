"""What follows a cue: the chain of nouns or verbs that shares its objects, and where they begin."""

from __future__ import annotations

from .phrases import phrase
from .tokens import Sentence, Tag, Token

__all__ = [
    "FARTHEST",
    "after_nouns",
    "begins",
    "clause_start",
    "one",
    "past_coordination",
    "verb_start",
]

#: How many tokens a cue and what belongs to it may lie apart.
FARTHEST = 14


def after_nouns(
    sentence: Sentence, at: int, particles: tuple[str, ...], nouns: frozenset[str]
) -> int | None:
    """Return the token after the particle that closes a chain of nouns, or None.

    "guidance and supervision of": the chain may hold further nouns, brackets and slashes, but no
    other preposition.
    """
    started, told = at, False
    while at < len(sentence.tokens) and at - started < FARTHEST:
        token = sentence.tokens[at]
        if token.canonical in particles and not (told and sentence.is_a(at, "aim")):
            if sentence.is_a(at, "of-particle") and (
                further := _past_owner(sentence, at, particles)
            ):
                return further
            return past_coordination(sentence, at + 1)
        if (named := _past_of(sentence, at, particles)) is not None:
            at = named
            continue
        if sentence.is_a(at, "agent") and (agent := phrase(sentence, at + 1)) is not None:
            at = agent.last
            continue
        if sentence.is_a(at, "topic-particle") and (topic := phrase(sentence, at + 1)) is not None:
            at, told = topic.of, True
            continue
        compound = at == started and not sentence.grammar.head_first
        if compound and token.tag == Tag.NAME and token.low not in nouns:
            return None
        if not (_in_chain(token, nouns) or _leads_on(sentence, at, nouns, particles)):
            return None
        at += 1
    return None


def _leads_on(
    sentence: Sentence, at: int, nouns: frozenset[str], particles: tuple[str, ...]
) -> bool:
    """Say whether a further cue shares the objects.

    "Enlace en coordinación con", "actuar de enlace y coordinarse con".
    """
    ahead = (at + 1, at + 2)
    if sentence.tagged(at, Tag.VERB) and sentence.tagged(at - 1, Tag.CONJUNCTION):
        return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].canonical in particles
    if not sentence.tagged(at, Tag.PREPOSITION) or sentence.is_a(at, "of-particle"):
        return False
    return any(sentence.tagged(n, Tag.NAME) and sentence.tokens[n].low in nouns for n in ahead)


def _past_of(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Step over "de trabajo" in "relaciones de trabajo con", where the head comes first.

    "Coordination des activités avec" says of what, too, before the particle of company.
    """
    if not sentence.grammar.head_first or not sentence.is_a(at, "of-particle"):
        return None
    told = phrase(sentence, at + 1)
    if told is not None and sentence.is_a(told.of, "companion"):
        return told.of if sentence.tokens[told.of].canonical in particles else None
    article = sentence.is_a(at, "articled") or sentence.tagged(at, Tag.DETERMINER)
    return at + 2 if sentence.tagged(at + 1, Tag.NAME) and not article else None


def _past_owner(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Step over whose it is to the particle of company: "compliance of the staff with"."""
    for number in range(at + 1, min(at + FARTHEST, len(sentence.tokens))):
        token = sentence.tokens[number]
        if token.canonical in particles and sentence.is_a(number, "companion"):
            return past_coordination(sentence, number + 1)
        if token.tag not in (Tag.NAME, Tag.DETERMINER, Tag.CONJUNCTION, Tag.PARTICIPLE):
            return None
    return None


def _in_chain(token: Token, nouns: frozenset[str]) -> bool:
    if token.tag in (Tag.NAME, Tag.CONJUNCTION, Tag.ADVERB) or token.text in ",/()":
        return True
    return token.tag in (Tag.VERB, Tag.PARTICIPLE) and token.low in nouns


def past_coordination(sentence: Sentence, at: int) -> int | None:
    """Step over "and" and a second predicate that shares the objects, up to where they begin."""
    tokens = sentence.tokens
    if at < len(tokens) and (tokens[at].tag == Tag.CONJUNCTION or tokens[at].text == ","):
        for number in range(at + 1, min(at + 7, len(tokens))):
            token = tokens[number]
            if token.tag == Tag.PREPOSITION:
                number += number + 1 < len(tokens) and tokens[number + 1].text == ","
                return number + 1 if begins(sentence, number + 1) else None
            if token.tag == Tag.VERB and begins(sentence, number + 1):
                return number + 1
            if token.tag not in (Tag.NAME, Tag.VERB, Tag.ADVERB, Tag.CONJUNCTION):
                return None
        return None
    return at if begins(sentence, at) else None


def begins(sentence: Sentence, at: int) -> bool:
    """Say whether a noun phrase begins at token `at`, past adverbs."""
    while sentence.tagged(at, Tag.ADVERB):
        at += 1
    return phrase(sentence, at) is not None


def one(sentence: Sentence, word: str) -> str:
    """Return the noun in its singular, by the head nouns or by its ending."""
    known = sentence.grammar.singular(word)
    return known if known != word else sentence.grammar.made_singular(word)


def clause_start(sentence: Sentence, at: int) -> int:
    """Return the first token of the clause: the verb that governs the noun, or its preposition."""
    number = at
    while number > 0 and at - number < FARTHEST:
        before = sentence.tokens[number - 1]
        if before.tag == Tag.VERB:
            number -= 1
            while number > 0 and _verbal(sentence, number - 1):
                number -= 1
            return number
        if before.tag == Tag.PREPOSITION:
            return number - 1
        if (
            before.tag
            not in (
                Tag.NAME,
                Tag.CONJUNCTION,
                Tag.DETERMINER,
                Tag.ADVERB,
                Tag.PARTICIPLE,
            )
            and before.text not in ",/()"
        ):
            return number
        number -= 1
    return number


def _verbal(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.tag in (Tag.VERB, Tag.ADVERB):
        return True
    joins = token.tag == Tag.CONJUNCTION or token.text == ","
    return joins and at > 0 and sentence.tokens[at - 1].tag == Tag.VERB


def verb_start(sentence: Sentence, at: int) -> int:
    """Return the first token of the verbs that stand together up to `at`."""
    while at > 0 and _verbal(sentence, at - 1):
        at -= 1
    return at
