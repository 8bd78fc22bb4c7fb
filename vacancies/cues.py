"""The places in a sentence where a rule's cue stands, and where its objects begin."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.rules import Rule
from ..ontology.vocabulary import vocabulary
from .chains import after_nouns, begins, clause_start, one
from .cuewords import Cue, CueWords, cue_words
from .predicates import closings, deliveries, verbs
from .supervisions import further, is_under, lined, past_through, supervisions
from .tokens import Sentence, Tag

__all__ = ["cues"]


def cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a sentence, in its order."""
    index = cue_words(sentence.grammar.code)
    covered = 0
    for at in range(len(sentence.tokens)):
        if not index.opens(sentence.tokens[at]):
            continue
        yield from supervisions(sentence, at, index)
        for cue in _phrases(sentence, at, index) if at >= covered else ():
            covered = max(covered, cue.objects) if cue.at == at else covered
            yield cue
        yield from _nouns(sentence, at, index)
        yield from verbs(sentence, at, index)
        yield from deliveries(sentence, at, index)
        yield from closings(sentence, at, index)


def _phrases(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    for words, rule in index.phrases.get(sentence.tokens[at].canonical, ()):
        after = _matched(sentence, at, words)
        if after is not None and _is_sound(sentence, at, rule):
            while sentence.tagged(after, Tag.ADVERB):
                after += 1
            if begins(sentence, after):
                particles = (sentence.tokens[after - 1].canonical,)
                for found in lined(sentence, at, after, rule, index):
                    yield Cue(found, at, at, after, particles)
                through = past_through(sentence, after, particles, index)
                if rule.of_post and through is not None:
                    yield through
                if rule.of_post:
                    yield from further(sentence, after, particles, rule, index)
                return


def _is_sound(sentence: Sentence, at: int, rule: Rule) -> bool:
    """Say whether the cue's first word is used as the rule has it."""
    if rule.passive:
        return any(sentence.tagged(n, Tag.AUXILIARY) for n in range(max(0, at - 4), at))
    return not (rule.of_post and _is_noun(sentence, at))


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Say whether a word that could be a verb is a noun here: "monthly reports to X"."""
    token = sentence.tokens[at]
    return token.tag == Tag.NAME and token.low in sentence.grammar.verbs


def _matched(sentence: Sentence, at: int, words: tuple[str, ...]) -> int | None:
    """Return the token after the words of a cue, which adverbs may stand among, or None."""
    for number, word in enumerate(words):
        while number and sentence.tagged(at, Tag.ADVERB) and sentence.tokens[at].low != word:
            at += 1
        if at >= len(sentence.tokens) or sentence.tokens[at].canonical != word:
            return None
        at += 1
    return at


def _nouns(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    token = sentence.tokens[at]
    if token.tag not in (Tag.NAME, Tag.VERB):
        return
    if token.tag == Tag.VERB and sentence.tagged(at + 1, Tag.NAME):
        return
    found = index.nouns.get(token.low) or index.nouns.get(one(sentence, token.low), ())
    width = 1
    if not found and at + 1 < len(sentence.tokens):
        pair = f"{token.low} {one(sentence, sentence.tokens[at + 1].low)}"
        found, width = index.nouns.get(pair, ()), 2
    faceted = [r for r in found if r.facet is not None and _has_facet(sentence, at, r.facet, index)]
    for rule in faceted or [rule for rule in found if rule.facet is None]:
        line = vocabulary().properties[rule.relation].line
        if line is not None and is_under(sentence, at):
            continue
        particles = rule.particles.get(sentence.grammar.code, ())
        if _is_owned(sentence, at) or not _is_led(sentence, at, rule):
            continue
        after = after_nouns(sentence, at + width, particles, frozenset(index.nouns))
        if after is not None and after > at + width:
            yield Cue(rule, clause_start(sentence, at), at, after, particles)


def _is_led(sentence: Sentence, at: int, rule: Rule) -> bool:
    """Say whether a word that the rule wants before its cue stands close before it."""
    if not rule.before:
        return True
    return any(sentence.tokens[n].low in rule.before for n in range(max(0, at - 5), at))


def _is_owned(sentence: Sentence, at: int) -> bool:
    """Say whether the noun is somebody else's: "UNHCR's support to"."""
    while at > 0 and sentence.tagged(at - 1, Tag.NAME, Tag.PARTICIPLE):
        at -= 1
        if sentence.tokens[at].low.endswith("'s"):
            return True
    return False


def _has_facet(sentence: Sentence, at: int, facet: str, index: CueWords) -> bool:
    """Say whether a word of the facet stands beside the noun: "technical", "technique"."""
    reach = at + 3 if sentence.grammar.head_first else at
    near = sentence.tokens[max(0, at - 4) : reach]
    return any(token.low in index.facets and index.facets[token.low].name == facet for token in near)
