"""The places in a sentence where a rule's cue stands, and where its objects begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..ontology.rules import Rule, rules
from .phrases import listed, phrase
from .tokens import Sentence, Tag

__all__ = ["Cue", "cues", "stops"]

_FARTHEST = 14


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule's cue: the clause's first token, the cue's own, and where the objects begin.

    `matter` is what is reported or kept from the cue to its particle; `closing` the token after
    the cue where that stands behind the objects.
    """

    rule: Rule
    first: int
    at: int
    objects: int
    particles: tuple[str, ...] = ()
    matter: tuple[int, int] | None = None
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class _Index:
    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, tuple[Rule, ...]]
    deliveries: Mapping[str, tuple[Rule, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    closings: Mapping[str, tuple[Rule, ...]]
    kept: Mapping[str, Rule]
    facets: Mapping[str, Rule]
    supervision: Mapping[str, Rule]
    through: Mapping[str, Rule]


@cache
def _index(code: str) -> _Index:
    def by_cue(frame: str) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in rules():
            for cue in rule.cues.get(code, ()) if rule.frame == frame else ():
                found[cue] = (*found.get(cue, ()), rule)
        return found

    phrases: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]] = {}
    for cue, found in by_cue("PhraseFrame").items():
        words = _words(cue)
        for rule in found:
            phrases[words[0]] = (*phrases.get(words[0], ()), (words, rule))
    longest_first = {
        word: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for word, found in phrases.items()
    }
    return _Index(
        verbs=by_cue("VerbFrame"),
        nouns=by_cue("NounFrame"),
        deliveries=by_cue("DeliveryFrame"),
        phrases=longest_first,
        closings=by_cue("PassiveFrame"),
        kept={cue: found[0] for cue, found in by_cue("KeptFrame").items()},
        facets={cue: found[0] for cue, found in by_cue("FacetFrame").items()},
        supervision={cue: found[0] for cue, found in by_cue("SupervisionFrame").items()},
        through={cue: found[0] for cue, found in by_cue("ThroughFrame").items()},
    )


def _words(cue: str) -> tuple[str, ...]:
    return tuple(cue.casefold().replace(":", " :").replace("'", "' ").split())


def cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a sentence, in its order."""
    index = _index(sentence.grammar.code)
    for at in range(len(sentence.tokens)):
        yield from _supervisions(sentence, at, index)
        yield from _phrases(sentence, at, index)
        yield from _nouns(sentence, at, index)
        yield from _verbs(sentence, at, index)
        yield from _deliveries(sentence, at, index)
        yield from _closings(sentence, at, index)


def _supervisions(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    """Read "under the direct and technical supervision of": facets, then nouns, then "of"."""
    rule = index.supervision.get(sentence.tokens[at].low)
    if rule is None:
        return
    particles = rule.particles.get(sentence.grammar.code, ())
    after = _after_nouns(sentence, at + 1, particles, frozenset(index.supervision))
    if after is None:
        return
    first, facets, under = _facets(sentence, at, index)
    earlier = _is_under(sentence, at)
    source = sentence.tokens[after - 1].low != "of"
    if not (
        under or (earlier and (facets or _previous_supervision(sentence, at, index))) or source
    ):
        return
    if source and not (under or facets or earlier):
        return
    for found in facets or (rule,):
        yield Cue(_lined(found, rule), first, at, after, particles)
    through = _through(sentence, after, particles, index)
    if through is not None:
        yield through


def _through(
    sentence: Sentence, objects: int, particles: tuple[str, ...], index: _Index
) -> Cue | None:
    """Read ", through Y" behind the objects of a supervision."""
    found = listed(sentence, objects, particles=particles)
    at = found.last
    while at < len(sentence.tokens) and sentence.tokens[at].text == ",":
        at += 1
    if not found.phrases or at >= len(sentence.tokens):
        return None
    rule = index.through.get(sentence.tokens[at].low)
    if rule is None or not _begins(sentence, at + 1):
        return None
    return Cue(rule, at, at, at + 1)


def _is_under(sentence: Sentence, at: int) -> bool:
    return any(sentence.is_a(n, "under") for n in range(at))


def stops(code: str) -> frozenset[str]:
    """Return the nouns at which a list of objects ends, since they open a relation of their own."""
    return frozenset(_index(code).supervision)


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


def _facets(sentence: Sentence, at: int, index: _Index) -> tuple[int, tuple[Rule, ...], bool]:
    """Return where the supervision phrase begins, its facets, and whether "under" opens it."""
    found: dict[str, Rule] = {}
    first = at
    for number in range(at - 1, max(-1, at - _FARTHEST), -1):
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


def _previous_supervision(sentence: Sentence, at: int, index: _Index) -> bool:
    return any(sentence.tokens[n].low in index.supervision for n in range(at))


def _after_nouns(
    sentence: Sentence, at: int, particles: tuple[str, ...], nouns: frozenset[str]
) -> int | None:
    """Return the token after the particle that closes a chain of nouns, or None.

    "guidance and supervision of": the chain may hold further nouns, brackets and slashes, but no
    other preposition.
    """
    started = at
    while at < len(sentence.tokens) and at - started < _FARTHEST:
        token = sentence.tokens[at]
        if token.low in particles:
            return _past_coordination(sentence, at + 1)
        if sentence.is_a(at, "agent") and (agent := phrase(sentence, at + 1)) is not None:
            at = agent.last
            continue
        if at == started and token.tag == Tag.NAME and token.low not in nouns:
            return None
        if token.tag not in (Tag.NAME, Tag.CONJUNCTION, Tag.ADVERB) and token.text not in ",/()":
            if not (token.tag in (Tag.VERB, Tag.PARTICIPLE) and token.low in nouns):
                return None
        at += 1
    return None


def _past_coordination(sentence: Sentence, at: int) -> int | None:
    """Step over "and" and a second predicate that shares the objects, up to where they begin."""
    tokens = sentence.tokens
    if at < len(tokens) and (tokens[at].tag == Tag.CONJUNCTION or tokens[at].text == ","):
        for number in range(at + 1, min(at + 7, len(tokens))):
            token = tokens[number]
            if token.tag == Tag.PREPOSITION:
                return number + 1 if _begins(sentence, number + 1) else None
            if token.tag == Tag.VERB and _begins(sentence, number + 1):
                return number + 1
            if token.tag not in (Tag.NAME, Tag.VERB, Tag.ADVERB, Tag.CONJUNCTION):
                return None
        return None
    return at if _begins(sentence, at) else None


def _begins(sentence: Sentence, at: int) -> bool:
    while sentence.tagged(at, Tag.ADVERB):
        at += 1
    return phrase(sentence, at) is not None


def _phrases(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    for words, rule in index.phrases.get(_canonical(sentence, at), ()):
        after = _matched(sentence, at, words)
        if after is not None:
            while sentence.tagged(after, Tag.ADVERB):
                after += 1
            if _begins(sentence, after):
                yield Cue(rule, at, at, after, (sentence.tokens[after - 1].low,))
                return


def _matched(sentence: Sentence, at: int, words: tuple[str, ...]) -> int | None:
    """Return the token after the words of a cue, which adverbs may stand among, or None."""
    for number, word in enumerate(words):
        while number and sentence.tagged(at, Tag.ADVERB) and sentence.tokens[at].low != word:
            at += 1
        if at >= len(sentence.tokens) or _canonical(sentence, at) != word:
            return None
        at += 1
    return at


def _canonical(sentence: Sentence, at: int) -> str:
    """Return the token's word, with a contraction (du, al) read as its preposition."""
    low = sentence.tokens[at].low
    for name in sentence.grammar.classes.get(low, ()):
        if name.startswith("contraction:"):
            return name.removeprefix("contraction:")
    return low


def _nouns(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    token = sentence.tokens[at]
    if token.tag not in (Tag.NAME, Tag.VERB):
        return
    found = index.nouns.get(token.low) or index.nouns.get(_one(sentence, token.low), ())
    width = 1
    if not found and at + 1 < len(sentence.tokens):
        pair = f"{token.low} {_one(sentence, sentence.tokens[at + 1].low)}"
        found, width = index.nouns.get(pair, ()), 2
    faceted = [r for r in found if r.facet is not None and _has_facet(sentence, at, r.facet)]
    for rule in faceted or [rule for rule in found if rule.facet is None]:
        if "supervision" in rule.cues.get(sentence.grammar.code, ()) and _is_under(sentence, at):
            continue
        particles = rule.particles.get(sentence.grammar.code, ())
        if _is_owned(sentence, at):
            continue
        after = _after_nouns(sentence, at + width, particles, frozenset(index.nouns))
        if after is not None and after > at + width:
            yield Cue(rule, _clause_start(sentence, at), at, after, particles)


def _is_owned(sentence: Sentence, at: int) -> bool:
    """Say whether the noun is somebody else's: "UNHCR's support to"."""
    while at > 0 and sentence.tagged(at - 1, Tag.NAME, Tag.PARTICIPLE):
        at -= 1
        if sentence.tokens[at].low.endswith("'s"):
            return True
    return False


def _one(sentence: Sentence, word: str) -> str:
    singular = sentence.grammar.singular(word)
    return singular if singular != word else word.removesuffix("s")


def _has_facet(sentence: Sentence, at: int, facet: str) -> bool:
    return any(sentence.tokens[n].low == facet for n in range(max(0, at - 4), at))


def _clause_start(sentence: Sentence, at: int) -> int:
    """Return the first token of the clause: the verb that governs the noun, or its preposition."""
    number = at
    while number > 0 and at - number < _FARTHEST:
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


def _verbs(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    token = sentence.tokens[at]
    if token.tag != Tag.VERB or token.verb is None:
        return
    for rule in index.verbs.get(token.verb.lemma, ()):
        particles = rule.particles.get(sentence.grammar.code, ("",))
        after = _after_verb(sentence, at + 1, particles)
        if after is not None:
            yield Cue(rule, _clause_start_of_verb(sentence, at), at, after, particles)


def _clause_start_of_verb(sentence: Sentence, at: int) -> int:
    while at > 0 and _verbal(sentence, at - 1):
        at -= 1
    return at


def _after_verb(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Return where a verb's objects begin, past adverbs and the verbs that share them."""
    for _ in range(8):
        while sentence.tagged(at, Tag.ADVERB):
            at += 1
        if at >= len(sentence.tokens):
            return None
        token = sentence.tokens[at]
        if token.low in particles:
            at = _past_particle(sentence, at + 1)
            return _past_coordination(sentence, at)
        if (
            token.tag == Tag.CONJUNCTION
            or token.text in ",/"
            or (token.tag == Tag.PREPOSITION and _joins_verb(sentence, at + 1))
        ):
            at += 1
            while sentence.tagged(at, Tag.ADVERB, Tag.CONJUNCTION) or (
                at < len(sentence.tokens) and sentence.tokens[at].text == ","
            ):
                at += 1
            if not sentence.tagged(at, Tag.VERB):
                return None
            at += 1
            continue
        break
    if "" in particles and _begins(sentence, at):
        return at
    return _past_object(sentence, at, particles)


def _past_particle(sentence: Sentence, at: int) -> int:
    return at


def _joins_verb(sentence: Sentence, at: int) -> bool:
    return sentence.tagged(at, Tag.CONJUNCTION) and sentence.tagged(at + 1, Tag.VERB)


def _past_object(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Step over a verb's own object to the particle: "coordinate activities with X"."""
    if "with" not in particles:
        return None
    found = phrase(sentence, at)
    if found is None:
        return None
    end = found.of
    if end < len(sentence.tokens) and sentence.tokens[end].low == "with":
        return end + 1 if _begins(sentence, end + 1) else None
    return None


def _deliveries(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    """Read "report incidents ... to X": the last "to" before the clause ends, with an actor."""
    token = sentence.tokens[at]
    if token.tag != Tag.VERB or token.verb is None:
        return
    for rule in index.deliveries.get(token.verb.lemma, ()):
        particles = rule.particles.get(sentence.grammar.code, ())
        for number in range(at + 1, min(at + 40, len(sentence.tokens))):
            word = sentence.tokens[number]
            if word.text in ";:" or (
                word.tag == Tag.VERB and number > at + 1 and _opens(sentence, number)
            ):
                break
            if word.low in particles and _begins(sentence, number + 1):
                if number == at + 1 and token.verb.form == "ing":
                    break
                if rule.matter and not _is_of(sentence, rule.matter, at + 1, number):
                    continue
                first = _clause_start_of_verb(sentence, at)
                yield Cue(rule, first, at, number + 1, particles, matter=(at + 1, number))


def _is_of(sentence: Sentence, nouns: frozenset[str], first: int, last: int) -> bool:
    return any(
        sentence.tokens[n].low in nouns or _one(sentence, sentence.tokens[n].low) in nouns
        for n in range(first, last)
    )


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether the verb at `at` opens a new clause, not a relative one."""
    before = sentence.tokens[at - 1]
    return before.text == "," or before.tag == Tag.CONJUNCTION or before.low == "to"


def _closings(sentence: Sentence, at: int, index: _Index) -> Iterator[Cue]:
    """Read cues that stand behind the objects: "X is applied", "keep X informed"."""
    token = sentence.tokens[at]
    for rule in index.closings.get(token.low, ()):
        start = _opener(sentence, at, rule)
        if start is not None:
            yield Cue(rule, start, at, start + 1, closing=at + 1)
    kept = index.kept.get(token.low)
    if kept is not None:
        for number in range(at - 1, max(-1, at - _FARTHEST), -1):
            verb = sentence.tokens[number].verb
            if verb is not None and verb.lemma == "keep" and sentence.tagged(number, Tag.VERB):
                yield Cue(kept, number, at, number + 1, closing=at + 1)
                return


def _opener(sentence: Sentence, at: int, rule: Rule) -> int | None:
    for number in range(at - 1, max(-1, at - 24), -1):
        token = sentence.tokens[number]
        if token.low in rule.before or (
            token.low == "that" and number > 0 and sentence.tokens[number - 1].low in rule.before
        ):
            return number
        if token.text in ";:":
            return None
    return None
