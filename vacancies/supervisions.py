"""Supervision from above: "under the direct and technical supervision of X, through Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..ontology.rules import Rule
from .chains import FARTHEST, after_nouns, begins, clause_start
from .cuewords import Cue, CueWords, stops
from .phrases import Phrase, head, listed, phrase
from .tokens import Sentence, Tag

__all__ = [
    "faceted",
    "further",
    "is_under",
    "matter",
    "matters",
    "past_through",
    "providers",
    "supervisions",
    "titles",
]

_UNITS = frozenset({"body", "organization", "unit"})
_NEXT = 8  # tokens between "et" and the "de" of a second line
_FACETS = 5  # tokens before a reporting line among which its facet may stand
_TIE = 5  # tokens that may tie a name to its title: "will act as the"


def providers(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "X provides technical supervision" where nobody else is said to receive it."""
    token = sentence.tokens[at]
    rule = index.providers.get(token.verb.lemma) if token.verb is not None else None
    if rule is None or token.tag != Tag.VERB:
        return
    told = _provided(sentence, at)
    first = _subject_before(sentence, at)
    if told is None or first is None or not _is_supervision(sentence, told, index):
        return
    end = told.core
    if sentence.is_a(end, "receiver"):
        received = phrase(sentence, end + 1)
        if received is None or not _is_of_post(sentence, received):
            return
    words = (sentence.tokens[n].low for n in range(told.first, told.core))
    facets = [index.facets[word] for word in words if word in index.facets]
    for found in facets or (rule,):
        yield Cue(_lined(found, rule), first, at, first, closing=end)


def _provided(sentence: Sentence, at: int) -> Phrase | None:
    """Return what is provided: "supervision", or behind "the post with"."""
    told = phrase(sentence, at + 1)
    if told is not None and _is_of_post(sentence, told) and sentence.is_a(told.core, "companion"):
        return phrase(sentence, told.core + 1)
    return told


def _is_supervision(sentence: Sentence, told: Phrase, index: CueWords) -> bool:
    head = sentence.tokens[told.core - 1]
    direct = any("post" in t.classes for t in sentence.tokens[max(0, told.first - 3) : told.first])
    return head.low in index.supervision and (direct or "overseeing" in head.classes)


def _is_of_post(sentence: Sentence, found: Phrase) -> bool:
    return any("post" in token.classes for token in sentence.tokens[found.first : found.core])


def _subject_before(sentence: Sentence, at: int) -> int | None:
    """Return where the name begins that ends right before the verb at `at`."""
    for first in range(max(0, at - FARTHEST), at):
        found = phrase(sentence, first)
        if found is not None and at in (found.core, found.of, found.last):
            return first
    return None


def titles(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "X is the second reporting officer": the name, a form of to be, the title."""
    for words, rule in index.titles.get(sentence.tokens[at].low, ()):
        end = at + len(words)
        if tuple(token.low for token in sentence.tokens[at:end]) != words:
            continue
        first = _named_before(sentence, at)
        if first is not None:
            yield Cue(rule, first, at, first, closing=end)
        return


def _named_before(sentence: Sentence, at: int) -> int | None:
    """Return where the name begins that "is the", "acts as" tie to the title at `at`."""
    end, tied = at, False
    while end > 0 and at - end < _TIE:
        before = sentence.tokens[end - 1]
        if before.tag == Tag.AUXILIARY or "bearing" in before.classes:
            tied = True
        elif before.tag != Tag.DETERMINER and "role-particle" not in before.classes:
            break
        end -= 1
    if not tied:
        return None
    for first in range(max(0, end - FARTHEST), end):
        found = phrase(sentence, first)
        if found is not None and end in (found.core, found.of, found.last):
            return first
    return None


def faceted(
    sentence: Sentence, at: int, after: int, rule: Rule, index: CueWords
) -> tuple[Rule, ...]:
    """Return the rules of the facets beside a plain reporting line: "technically reports to".

    A facet stands among the cue's words, before it, or behind the name with the matters that it
    is about: "reports to X on technical matters".
    """
    plain = {found.relation for found in index.supervision.values()}
    if not rule.of_post or rule.relation not in plain:
        return (rule,)
    told = [sentence.tokens[n].low for n in range(_facets_from(sentence, at), after)]
    told += _matters(sentence, after, index) or _opening_matters(sentence)
    found = {name: index.facets[name] for name in map(_adjective, told) if name in index.facets}
    return tuple(_lined(facet, rule) for facet in found.values()) or (rule,)


def _facets_from(sentence: Sentence, at: int) -> int:
    """Return the first token of the words that stand before a line's cue without a break."""
    first = at
    while first > max(0, at - _FACETS) and (
        sentence.tagged(first - 1, Tag.NAME, Tag.ADVERB) or sentence.tokens[first - 1].text in "()"
    ):
        first -= 1
    return first


def _adjective(word: str) -> str:
    return word.removesuffix("ly")


def _opening_matters(sentence: Sentence) -> list[str]:
    """Return the facet that opens the sentence: "For administrative matters, ..."."""
    told = matter(sentence, 0)
    return [] if told is None else [sentence.tokens[told].low]


def _matters(sentence: Sentence, objects: int, index: CueWords) -> list[str]:
    """Return the facet behind the name: "on technical matters", "en los asuntos técnicos"."""
    told = matter(sentence, listed(sentence, objects).last)
    return [] if told is None else [sentence.tokens[told].low]


def matter(sentence: Sentence, at: int) -> int | None:
    """Return the token that tells which matters the words from `at` on are about, or None."""
    if not sentence.tagged(at, Tag.PREPOSITION):
        return None
    at += 1
    if not sentence.grammar.head_first:
        return at if sentence.is_a(at + 1, "matter") else None
    while sentence.tagged(at, Tag.DETERMINER) and not sentence.is_a(at, "matter"):
        at += 1
    return at + 1 if sentence.is_a(at, "matter") else None


def matters(
    sentence: Sentence, objects: int, particles: tuple[str, ...], rule: Rule, index: CueWords
) -> Iterator[Cue]:
    """Read a second line by its matters: "a X en lo administrativo y a Y en lo técnico"."""
    if not sentence.grammar.head_first:
        return
    told = matter(sentence, listed(sentence, objects).last)
    if told is None or not sentence.tagged(told + 1, Tag.CONJUNCTION):
        return
    at = told + 2
    if _ends_in(sentence, at, particles) and begins(sentence, at + 1):
        for word in _matters(sentence, at + 1, index):
            facet = index.facets.get(word, rule)
            yield Cue(_lined(facet, rule), at, at, at + 1, particles)


def supervisions(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "under the direct and technical supervision of": facets, then nouns, then "of"."""
    rule = index.supervision.get(sentence.tokens[at].low)
    if rule is None:
        return
    particles = rule.particles.get(sentence.grammar.code, ())
    after = after_nouns(sentence, at + 1, particles, frozenset(index.supervision))
    given = _given(sentence, at + 1, particles) if after is None else None
    after = after if given is None else given
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
    if source and not (under or facets or earlier or given):
        return
    for found in facets or (rule,):
        yield Cue(_lined(found, rule), first, at, after, particles)
    through = past_through(sentence, after, particles, index)
    if through is not None:
        yield through
    yield from further(sentence, after, particles, rule, index)


def _facets_behind(sentence: Sentence, first: int, last: int, index: CueWords) -> tuple[Rule, ...]:
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


def _given(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Step over "is provided" or "comes" to "by X" and "from X"."""
    started = at
    while sentence.tagged(at, Tag.AUXILIARY, Tag.ADVERB):
        at += 1
    reduced = at == started and sentence.tagged(at, Tag.PARTICIPLE)
    if reduced or not sentence.is_a(at, "giving") or sentence.is_a(at + 1, "of-particle"):
        return None
    after = at + 2
    return after if _ends_in(sentence, at + 1, particles) and begins(sentence, after) else None


def _ends_in(sentence: Sentence, at: int, particles: tuple[str, ...]) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].canonical in particles


def _lined(facet: Rule, rule: Rule) -> Rule:
    """Return the facet's rule with the kinds that supervision accepts."""
    if facet is rule:
        return rule
    return replace(
        rule, name=facet.name, relation=facet.relation, cues=facet.cues, reason=facet.reason
    )


def _facets(sentence: Sentence, at: int, index: CueWords) -> tuple[int, tuple[Rule, ...], bool]:
    """Return where the supervision phrase begins, its facets, and whether "under" opens it."""
    found: dict[str, Rule] = {}
    first = at
    for number in range(at - 1, max(-1, at - FARTHEST), -1):
        token = sentence.tokens[number]
        if _opens(sentence, number):
            held = _is_of_thing(sentence, number)
            return number, () if held else tuple(reversed(found.values())), not held
        if token.low in index.facets:
            found.setdefault(token.low, index.facets[token.low])
        elif token.low in index.supervision:
            pass_on = _shares_object(sentence, number, at)
            if not pass_on:
                break
        elif not (
            token.tag in (Tag.DETERMINER, Tag.CONJUNCTION, Tag.ADVERB)
            or token.text in ",/()"
            or (sentence.grammar.head_first and "degree" in token.classes)
        ):
            break
        first = number if token.tag not in (Tag.CONJUNCTION,) and token.text != "," else first
    return first, tuple(reversed(found.values())), False


def _is_of_thing(sentence: Sentence, under: int) -> bool:
    """Say whether a thing is under it, not the post: "repairs that fall under", "stores under"."""
    if _is_of_unit(sentence, under):
        return True
    at = under - 1
    while sentence.tagged(at, Tag.VERB, Tag.AUXILIARY) and at > 0:
        at -= 1
    if at < under - 1:
        return sentence.tagged(at, Tag.RELATIVE)
    if at > 0 and sentence.tagged(at - 1, Tag.RELATIVE):
        return True
    before = sentence.tokens[:under]
    told = any(t.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MARK) or "post" in t.classes for t in before)
    return bool(before) and before[-1].tag == Tag.NAME and not told


def _is_of_unit(sentence: Sentence, under: int) -> bool:
    """Tell "Le bureau, placé sous la direction de" from "L'assistante, placée sous"."""
    if not sentence.grammar.head_first or not sentence.tagged(under - 1, Tag.PARTICIPLE):
        return False
    found = phrase(sentence, 0) if sentence.tokens[under - 2].text == "," else None
    if found is None or found.last != under - 2 or _is_of_post(sentence, found):
        return False
    return not _UNITS.isdisjoint(head(sentence, found).kinds)


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
