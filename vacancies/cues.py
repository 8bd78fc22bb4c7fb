"""The places in a sentence where a rule's cue stands, and where its objects begin."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.rules import Rule
from ..ontology.vocabulary import vocabulary
from .chains import after_nouns, begins, clause_start, one
from .cuewords import Cue, CueWords, cue_words
from .predicates import closings, compounds, deliveries, supplies, verbs
from .supervisions import (
    faceted,
    further,
    is_under,
    matter,
    matters,
    past_through,
    providers,
    supervisions,
    titles,
)
from .tokens import Sentence, Tag

__all__ = ["cues"]

#: Within how many tokens the second word of a cue follows, adverbs between.
_NEAR = 8


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
        yield from supplies(sentence, at, index)
        yield from compounds(sentence, at, index)
        yield from titles(sentence, at, index)
        yield from providers(sentence, at, index)


def _phrases(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    found = index.phrases.get(sentence.tokens[at].canonical, ())
    near = {token.canonical for token in sentence.tokens[at + 1 : at + _NEAR]} if found else set()
    read: tuple[str, ...] | None = None
    for words, rule in found:
        if read not in (None, words):
            return
        if len(words) > 1 and words[1] not in near:
            continue
        after = _matched(sentence, at, words)
        labelled = words[-1] == ":"
        if after is not None and _is_sound(sentence, at, rule, labelled=labelled):
            while sentence.tagged(after, Tag.ADVERB):
                after += 1
            if begins(sentence, after):
                particles = (sentence.tokens[after - 1].canonical,)
                for lined in faceted(sentence, at, after, rule, index):
                    yield Cue(lined, at, at, after, particles)
                through = past_through(sentence, after, particles, index)
                if rule.of_post and through is not None:
                    yield through
                if rule.of_post:
                    yield from further(sentence, after, particles, rule, index)
                    yield from matters(sentence, after, particles, rule, index)
                read = words


def _is_sound(sentence: Sentence, at: int, rule: Rule, *, labelled: bool = False) -> bool:
    """Say whether the cue's first word is used as the rule has it."""
    if rule.before and not any(sentence.tokens[n].low in rule.before for n in range(at)):
        return False
    if rule.passive:
        passive = any(sentence.tagged(n, Tag.AUXILIARY) for n in range(max(0, at - 4), at))
        return passive and (not rule.matter or _has_matter(sentence, at, rule))
    if labelled:
        return True
    return not (rule.of_post and (_is_noun(sentence, at) or _is_of_thing(sentence, at)))


def _has_matter(sentence: Sentence, at: int, rule: Rule) -> bool:
    """Say whether what is handed over stands before the cue: "alerts are sent to X"."""
    return any(
        {sentence.tokens[n].low, one(sentence, sentence.tokens[n].low)} & rule.matter
        for n in range(at)
    )


def _is_of_thing(sentence: Sentence, at: int) -> bool:
    """Say whether the cue only tells which thing is meant: "projects managed by X"."""
    if not sentence.tagged(at, Tag.PARTICIPLE) or at == 0:
        return False
    before = sentence.tokens[at - 1]
    return before.tag == Tag.NAME and "post" not in before.classes


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Say whether a word that could be a verb is a noun here: "monthly reports to X".

    Before another noun, "the reporting officer", it is none that a line could mistake.
    """
    token = sentence.tokens[at]
    alone = token.tag == Tag.NAME and not sentence.tagged(at + 1, Tag.NAME)
    return alone and token.low in sentence.grammar.verbs


def _matched(sentence: Sentence, at: int, words: tuple[str, ...]) -> int | None:
    """Return the token after the words of a cue, which adverbs may stand among, or None."""
    for number, word in enumerate(words):
        while number and _stands_among(sentence, at) and sentence.tokens[at].low != word:
            at += 1
        inserted = matter(sentence, at) if number and sentence.grammar.head_first else None
        if inserted is not None:
            at = inserted + 1
        if at >= len(sentence.tokens) or sentence.tokens[at].canonical != word:
            return None
        at += 1
    return at


def _stands_among(sentence: Sentence, at: int) -> bool:
    """Say whether an adverb or a degree may stand at `at` inside a cue: "in strict accordance"."""
    return sentence.tagged(at, Tag.ADVERB) or sentence.is_a(at, "degree")


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
    for rule in _of_facet(sentence, at, found):
        line = vocabulary().properties[rule.relation].line
        if line is not None and is_under(sentence, at):
            continue
        particles = rule.particles.get(sentence.grammar.code, ())
        if _is_owned(sentence, at) or not _is_led(sentence, at, rule):
            continue
        if _is_none(sentence, at) or (rule.given and _is_not_given(sentence, at)):
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
        if sentence.tokens[at].low.endswith(("'s", "s'")):
            return True
    return False


def _is_none(sentence: Sentence, at: int) -> bool:
    """Say whether the noun is denied: "no supervisory responsibility for"."""
    while at > 0 and sentence.tagged(at - 1, Tag.NAME, Tag.PARTICIPLE):
        at -= 1
    return at > 0 and sentence.is_a(at - 1, "nought")


def _is_not_given(sentence: Sentence, at: int) -> bool:
    """Say whether the noun is another's, or taken: "its support to", "receives advice for"."""
    if _is_possessed(sentence, at):
        return True
    while at > 0 and sentence.tagged(at - 1, Tag.NAME, Tag.PARTICIPLE, Tag.DETERMINER):
        at -= 1
    return at > 0 and sentence.is_a(at - 1, "receiving")


def _is_possessed(sentence: Sentence, at: int) -> bool:
    while at > 0 and sentence.tagged(at - 1, Tag.NAME, Tag.PARTICIPLE):
        at -= 1
    return at > 0 and sentence.is_a(at - 1, "possessive")


def _of_facet(sentence: Sentence, at: int, found: tuple[Rule, ...]) -> list[Rule]:
    """Return the rules whose facet stands before, and those of other families that ask for none."""
    before = set()
    for number in range(at - 1, max(-1, at - 5), -1):
        if sentence.tokens[number].text == ",":
            break
        before.add(sentence.tokens[number].low.removesuffix("ly"))
    if sentence.grammar.head_first:
        before |= {token.low for token in sentence.tokens[at + 1 : at + 3]}
    led = [rule for rule in found if rule.facets & before]
    families = {vocabulary().properties[rule.relation].family for rule in led}
    plain = (rule for rule in found if not rule.facets)
    led += [r for r in plain if vocabulary().properties[r.relation].family not in families]
    return sorted(led, key=lambda rule: not rule.before)
