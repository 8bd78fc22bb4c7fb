"""Supervision from above: "under the direct and technical supervision of X, through Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.rules import Rule
from .chains import FARTHEST, after_nouns, begins, clause_start
from .cuewords import Cue, CueWords, stops
from .phrases import listed
from .tokens import Sentence, Tag

__all__ = ["further", "is_under", "lined", "past_through", "supervisions"]

_NEXT = 8  # tokens between "et" and the "de" of a second line


def supervisions(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "under the direct and technical supervision of": facets, then nouns, then "of"."""
    rule = index.supervision.get(sentence.tokens[at].low)
    if rule is None:
        return
    particles = rule.particles.get(sentence.grammar.code, ())
    after = after_nouns(sentence, at + 1, particles, frozenset(index.supervision))
    if after is None:
        return
    first, facets, under = _facets(sentence, at, index)
    if sentence.grammar.head_first:
        facets = (*facets, *_facets_behind(sentence, at + 1, after, index))
    earlier = is_under(sentence, at)
    source = not sentence.is_a(after - 1, "of-particle")
    if not (
        under or (earlier and (facets or _previous_supervision(sentence, at, index))) or source
    ):
        return
    if source and not (under or facets or earlier):
        return
    for found in facets or (rule,):
        yield Cue(_lined(found, rule), first, at, after, particles)
    through = past_through(sentence, after, particles, index)
    if through is not None:
        yield through
    yield from further(sentence, after, particles, rule, index)


def lined(
    sentence: Sentence, first: int, last: int, rule: Rule, index: CueWords
) -> tuple[Rule, ...]:
    """Return the rules of the facets among the words of a plain line's cue, else its own rule.

    "Rend compte techniquement à" is the technical line.
    """
    plain = index.plain.get(rule.relation)
    if not rule.of_post or plain is None:
        return (rule,)
    found = _facets_behind(sentence, first, last, index)
    return tuple(_lined(facet, plain) for facet in found) or (rule,)


def _facets_behind(
    sentence: Sentence, first: int, last: int, index: CueWords
) -> tuple[Rule, ...]:
    """Return the facets among the words from `first` to `last`: "supervision directe et ..."."""
    words = (token.low for token in sentence.tokens[first:last])
    found = {index.facets[word].name: index.facets[word] for word in words if word in index.facets}
    return tuple(found.values())


def further(
    sentence: Sentence, objects: int, particles: tuple[str, ...], rule: Rule, index: CueWords
) -> Iterator[Cue]:
    """Read a second line that shares its noun: "directe de X et, sur le plan technique, de Y"."""
    if not sentence.grammar.head_first:
        return
    ends = stops(sentence.grammar.code)
    at = listed(sentence, objects, particles=particles, stops=ends).last
    joined = at
    while joined < len(sentence.tokens) and (
        sentence.tagged(joined, Tag.CONJUNCTION) or sentence.tokens[joined].text == ","
    ):
        joined += 1
    ahead = range(joined, min(joined + _NEXT, len(sentence.tokens)))
    stop = next((n for n in ahead if sentence.tokens[n].canonical in particles), None)
    if stop is None or joined == at or not begins(sentence, stop + 1):
        return
    between = sentence.tokens[joined:stop]
    if any(token.verb is not None or token.low in index.supervision for token in between):
        return
    for facet in _facets_behind(sentence, joined, stop, index):
        yield Cue(_lined(facet, rule), joined, joined, stop + 1, particles)


def _lined(facet: Rule, rule: Rule) -> Rule:
    """Return the facet's rule with the kinds that supervision accepts."""
    if facet is rule:
        return rule
    return Rule(
        name=facet.name,
        relation=facet.relation,
        frame=rule.frame,
        cues=facet.cues,
        particles=rule.particles,
        accepts=rule.accepts,
        reason=facet.reason,
        unnamed=rule.unnamed,
    )


def _facets(sentence: Sentence, at: int, index: CueWords) -> tuple[int, tuple[Rule, ...], bool]:
    """Return where the supervision phrase begins, its facets, and whether "under" opens it."""
    found: dict[str, Rule] = {}
    first = at
    for number in range(at - 1, max(-1, at - FARTHEST), -1):
        token = sentence.tokens[number]
        if _opens(sentence, number):
            return number, tuple(reversed(found.values())), True
        if token.low in index.facets:
            found.setdefault(token.low, index.facets[token.low])
        elif token.low in index.supervision:
            pass_on = _shares_object(sentence, number, at)
            if not pass_on:
                break
        elif not (
            token.tag in (Tag.DETERMINER, Tag.CONJUNCTION, Tag.ADVERB) or token.text in ",/()"
        ):
            break
        first = number if token.tag not in (Tag.CONJUNCTION,) and token.text != "," else first
    return first, tuple(reversed(found.values())), False


def _shares_object(sentence: Sentence, earlier: int, at: int) -> bool:
    return all(
        sentence.tokens[n].tag in (Tag.CONJUNCTION, Tag.DETERMINER, Tag.NAME, Tag.VERB)
        or sentence.tokens[n].text in ",/"
        for n in range(earlier + 1, at)
    )


def _previous_supervision(sentence: Sentence, at: int, index: CueWords) -> bool:
    return any(sentence.tokens[n].low in index.supervision for n in range(at))


def past_through(
    sentence: Sentence, objects: int, particles: tuple[str, ...], index: CueWords
) -> Cue | None:
    """Read ", through Y" behind the objects of a supervision."""
    found = listed(sentence, objects, particles=particles)
    at = found.last
    while at < len(sentence.tokens) and sentence.tokens[at].text == ",":
        at += 1
    if not found.phrases or at >= len(sentence.tokens):
        return None
    rule = index.through.get(sentence.tokens[at].canonical)
    if rule is None or not begins(sentence, at + 1):
        return None
    return Cue(rule, at, at, at + 1)


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether a supervision from above opens at the token: "under", "reçoit"."""
    return sentence.is_a(at, "under") or sentence.is_a(at, "receiving")


def is_under(sentence: Sentence, at: int) -> bool:
    """Say whether "under" stands before the noun at `at`, and no verb gives the supervision.

    "Under the guidance of X, provides technical supervision" is given by the post.
    """
    opener = next((n for n in range(at - 1, -1, -1) if _opens(sentence, n)), None)
    if opener is None:
        return False
    governor = clause_start(sentence, at)
    return not (governor > opener and sentence.tagged(governor, Tag.VERB))
