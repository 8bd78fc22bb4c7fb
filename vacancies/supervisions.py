"""Supervision from above: "under the direct and technical supervision of X, through Y"."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.rules import Rule
from .chains import FARTHEST, after_nouns, begins
from .cuewords import Cue, CueWords
from .phrases import listed
from .tokens import Sentence, Tag

__all__ = ["is_under", "past_through", "supervisions"]


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
        if sentence.is_a(number, "under"):
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
    rule = index.through.get(sentence.tokens[at].low)
    if rule is None or not begins(sentence, at + 1):
        return None
    return Cue(rule, at, at, at + 1)


def is_under(sentence: Sentence, at: int) -> bool:
    """Say whether the sentence says "under" before token `at`."""
    return any(sentence.is_a(n, "under") for n in range(at))
