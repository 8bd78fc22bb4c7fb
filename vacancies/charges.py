"""What others have in their charge, and what they are part of: a subject, a cue, then what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .asides import asides
from .names import Names
from .objects import Member, members
from .phrases import Phrase, listed, phrase
from .remark import Remark, Spot, Telling, named, single
from .subjects import Subject
from .tokens import Sentence, Tag

__all__ = ["charges", "who", "with_shared_end"]


def charges(telling: Telling, spot: Spot) -> Iterator[Remark]:
    """Read "X is responsible for A, B and C", "X is part of Y"."""
    about = _about(telling, spot)
    subject = who(telling, about, spot.rule.subjects) if about is not None else None
    if subject is None:
        return
    for member in _told(telling, spot):
        if spot.rule.inverse:
            yield telling.remark(spot, member, subject)
        else:
            yield telling.remark(spot, subject, member)


def who(telling: Telling, about: Subject, accepts: frozenset[str]) -> Member | None:
    """Return the other whom a clause is about, or None where the kind is not accepted."""
    if about.is_post or about.phrase is None:
        return None
    found, names = about.phrase, telling.names
    sentence = about.sentence or telling.sentence
    core = Phrase(found.first, found.core, found.of, found.of)
    return single(sentence, core, names, accepts) or _branch(sentence, found, names, accepts)


def _branch(
    sentence: Sentence, found: Phrase, names: Names, accepts: frozenset[str]
) -> Member | None:
    """Return an organisation in a country: its name, then the country's."""
    tokens = sentence.tokens[found.first : found.core]
    words = tuple(token.text for token in tokens)
    for number in range(1, len(words)):
        owner = names.entity(" ".join(words[:number]))
        if owner is not None and owner.kind in accepts and names.is_place(" ".join(words[number:])):
            return named(tokens, words, owner.kind, None)
    return None


def _about(telling: Telling, spot: Spot) -> Subject | None:
    """Return the subject of the clause that the cue is the verb of, or None."""
    sentence = telling.sentence
    for aside in asides(sentence, telling.about):
        if aside.first < spot.at < aside.last:
            return aside.subject if spot.at <= aside.verb else None
    about = telling.about
    if about.verb is not None and spot.at <= about.verb < spot.after:
        return about
    joined = sentence.tagged(spot.at - 1, Tag.CONJUNCTION, Tag.PRONOUN) and spot.at > 1
    return about if joined or (spot.at == 1 and about.stated) else None


def _told(telling: Telling, spot: Spot) -> list[Member]:
    sentence, rule, at = telling.sentence, spot.rule, spot.after
    while sentence.tagged(at, Tag.VERB, Tag.DETERMINER, Tag.ADVERB):
        at += 1
    if rule.accepts:
        return list(members(sentence, listed(sentence, at), telling.names, rule.accepts))
    parts = _whole(list(_list(sentence, _past_amount(sentence, at))))
    found = (single(sentence, part, telling.names, frozenset()) for part in parts)
    return with_shared_end([member for member in found if member is not None])


def _past_amount(sentence: Sentence, at: int) -> int:
    """Look through "the growing number of" to what is counted."""
    found = phrase(sentence, at)
    if found is None or not sentence.is_a(found.core - 1, "amount"):
        return at
    return found.core + 1 if sentence.is_a(found.core, "of-particle") else at


def _whole(parts: list[Phrase]) -> list[Phrase]:
    """Keep one charge whole where behind a part with its own "of ..." only a word follows."""
    for number, part in enumerate(parts[:-1]):
        after = parts[number + 1]
        if part.of > part.core and after.core - after.first == 1:
            first, last = parts[0], parts[-1]
            return [Phrase(first.first, first.core, last.last, last.last)]
    return parts


def with_shared_end(told: list[Member]) -> list[Member]:
    """Give "leadership, support and oversight of X" its "of X" each."""
    tail = told[-1].of[len(told[-1].words) :] if told else ()
    if any(one.of != one.words for one in told[:-1]):
        return told
    return [
        replace(one, of=one.words + tail, full=one.words + tail) if one.of == one.words else one
        for one in told
    ]


def _list(sentence: Sentence, at: int) -> Iterator[Phrase]:
    """Yield the charges of a list, each with all that its prepositions add."""
    while (found := phrase(sentence, at)) is not None:
        end = _tail(sentence, found)
        yield Phrase(found.first, found.core, end, end)
        joined = end < len(sentence.tokens) and (
            sentence.tokens[end].text == "," or sentence.tagged(end, Tag.CONJUNCTION)
        )
        if not joined:
            return
        at = end + 1
        while sentence.tagged(at, Tag.CONJUNCTION):
            at += 1


def _tail(sentence: Sentence, found: Phrase) -> int:
    """Return the token after all that prepositions add; "in a good manner" adds nothing."""
    end = found.of
    while sentence.tagged(end, Tag.PREPOSITION) and not sentence.is_a(end, "inclusion"):
        further = phrase(sentence, end + 1)
        if further is None or sentence.is_a(end + 1, "indefinite"):
            break
        end = further.of
    return end
