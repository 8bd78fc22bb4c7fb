"""Verbs and what they take: "supervise X", "report matters to X", "keep X informed"."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.rules import Rule
from .chains import FARTHEST, begins, one, past_coordination, verb_start
from .cuewords import Cue, CueWords
from .phrases import listed, phrase
from .tokens import Sentence, Tag

__all__ = ["closings", "deliveries", "verbs"]


def verbs(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read a verb whose objects follow it, or its particle."""
    token = sentence.tokens[at]
    if token.tag != Tag.VERB or token.verb is None:
        return
    if _is_urged(sentence, at):
        return
    for rule in _of_facet(sentence, at, index.verbs.get(token.verb.lemma, ())):
        particles = rule.particles.get(sentence.grammar.code, ("",))
        after = _after_verb(sentence, at + 1, particles, frozenset(index.nouns))
        if after is not None:
            yield Cue(rule, verb_start(sentence, at), at, after, particles)


def _is_urged(sentence: Sentence, at: int) -> bool:
    """Say whether another is to do it: "reminds the wardens to attend"."""
    if at < 3 or not sentence.is_a(at - 1, "verb-goal"):
        return False
    number = at - 2
    while number > 0 and sentence.tagged(number, Tag.NAME, Tag.DETERMINER, Tag.CONJUNCTION):
        number -= 1
    return sentence.tagged(number, Tag.VERB) and sentence.is_a(number, "urging")


def _of_facet(sentence: Sentence, at: int, found: tuple[Rule, ...]) -> list[Rule]:
    """Return the rules whose facet stands beside the verb, and others with other relations."""
    near = range(max(0, at - 2), min(at + 3, len(sentence.tokens)))
    beside = {sentence.tokens[n].low.removesuffix("ly") for n in near if n != at}
    led = [rule for rule in found if rule.facets & beside]
    parents = {rule.relation for rule in led}
    plain = [rule for rule in found if not rule.facets]
    return led + [rule for rule in plain if not (led and rule.people)] if parents else plain


def supplies(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "provide X with information": the verb, who is given it, the particle, the matter."""
    token = sentence.tokens[at]
    if token.tag != Tag.VERB or token.verb is None:
        return
    for rule in index.supplies.get(token.verb.lemma, ()):
        particles = rule.particles.get(sentence.grammar.code, ())
        found = listed(sentence, at + 1)
        if not found.phrases:
            continue
        ends = {found.last, found.phrases[-1].of, found.phrases[-1].core}
        end = next((n for n in sorted(ends) if _is_particle(sentence, n, particles)), None)
        given = phrase(sentence, end + 1) if end is not None else None
        if given is not None and _is_of(sentence, rule.matter, given.first, given.core):
            yield Cue(rule, verb_start(sentence, at), at, at + 1)


def _is_particle(sentence: Sentence, at: int, particles: tuple[str, ...]) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].canonical in particles


def compounds(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read "report writing": the cue heads a compound, and what stands before it is the object."""
    token = sentence.tokens[at]
    found = index.compounds.get(token.low, ())
    if not found or token.tag not in (Tag.NAME, Tag.VERB):
        return
    first = _first_of_names(sentence, at)
    if first == at or sentence.tagged(at + 1, Tag.NAME):
        return
    for rule in found:
        yield Cue(rule, first, at, first, closing=at + 1)


def _first_of_names(sentence: Sentence, at: int) -> int:
    """Return where the names before `at` begin: "radio network", "MOSS and RSM"."""
    known = (start for start, end in sentence.names.items() if end == at)
    first = min(known, default=at)
    while first > 0:
        if sentence.tagged(first - 1, Tag.NAME):
            first -= 1
        elif (
            first < at
            and first > 1
            and sentence.tagged(first - 1, Tag.CONJUNCTION)
            and sentence.tagged(first - 2, Tag.NAME)
        ):
            first -= 2
        else:
            break
    return first


def _after_verb(
    sentence: Sentence, at: int, particles: tuple[str, ...], nouns: frozenset[str]
) -> int | None:
    """Return where a verb's objects begin, past adverbs and the verbs that share them."""
    for _ in range(8):
        while sentence.tagged(at, Tag.ADVERB) or sentence.is_a(at, "predicative"):
            at += 1
        if at >= len(sentence.tokens):
            return None
        token = sentence.tokens[at]
        if token.canonical in particles:
            return past_coordination(sentence, at + 1)
        if token.text == "," and sentence.is_a(at - 1, "kept-state") and "" in particles:
            return at + 1 if begins(sentence, at + 1) else None
        as_what = phrase(sentence, at + 1) if sentence.is_a(at, "role-particle") else None
        if as_what is not None:
            at = as_what.core
            continue
        aside = _past_aside(sentence, at)
        if aside is not None and "" in particles and begins(sentence, aside):
            return aside
        beyond = _past_manner(sentence, at, particles)
        if beyond is not None:
            return beyond
        if "" in particles and (inserted := _past_insertion(sentence, at)) is not None:
            return inserted
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
    if "" in particles and sentence.is_a(at, "kept-state") and begins(sentence, at + 1):
        at += sentence.tagged(at + 1, Tag.DETERMINER)
    if "" in particles and begins(sentence, at):
        return at
    return _past_object(sentence, at, particles, nouns)


def _past_aside(sentence: Sentence, at: int) -> int | None:
    """Step over ", by all available means," between the verb and its objects."""
    tokens = sentence.tokens
    if tokens[at].text != "," or not sentence.tagged(at + 1, Tag.PREPOSITION, Tag.RELATIVE):
        return None
    for number in range(at + 2, min(at + FARTHEST, len(tokens))):
        if tokens[number].text == ",":
            return number + 1
        if sentence.tagged(number, Tag.VERB, Tag.AUXILIARY):
            return None
    return None


def _past_manner(sentence: Sentence, at: int, particles: tuple[str, ...]) -> int | None:
    """Step over ", as needed," or "at country level" to the particle of company."""
    before = sentence.tokens[at - 1]
    manner = sentence.tagged(at, Tag.PREPOSITION) or sentence.tokens[at].text == ","
    if not manner and not (before.tag == Tag.ADVERB and sentence.tagged(at, Tag.CONJUNCTION)):
        return None
    for number in range(at, min(at + 7, len(sentence.tokens))):
        if sentence.is_a(number, "companion") and sentence.tokens[number].canonical in particles:
            return number + 1 if begins(sentence, number + 1) else None
        if sentence.tagged(number, Tag.VERB, Tag.AUXILIARY):
            return None
    return None


def _past_insertion(sentence: Sentence, at: int) -> int | None:
    """Step over ", after each mission," between a verb and its object."""
    if sentence.tokens[at].text != "," or not sentence.tagged(at + 1, Tag.PREPOSITION):
        return None
    for number in range(at + 2, min(at + FARTHEST, len(sentence.tokens))):
        if sentence.tokens[number].text == ",":
            return number + 1 if begins(sentence, number + 1) else None
        if sentence.tagged(number, Tag.VERB, Tag.AUXILIARY):
            return None
    return None


def _joins_verb(sentence: Sentence, at: int) -> bool:
    return sentence.tagged(at, Tag.CONJUNCTION) and sentence.tagged(at + 1, Tag.VERB)


def _past_object(
    sentence: Sentence, at: int, particles: tuple[str, ...], nouns: frozenset[str]
) -> int | None:
    """Step over a verb's own object to the particle: "coordinate activities with X"."""
    found = phrase(sentence, at)
    if found is None or one(sentence, sentence.tokens[found.core - 1].low) in nouns:
        return None
    end = found.of
    if sentence.is_a(end, "companion") and sentence.tokens[end].canonical in particles:
        return end + 1 if begins(sentence, end + 1) else None
    return None


def deliveries(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
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
            delivers = word.canonical in particles and not _is_relational(sentence, number - 1)
            objects = past_coordination(sentence, number + 1) if delivers else None
            if objects is not None:
                bare = objects == number + 1 and not _is_matter(sentence, at + 1, number)
                if bare and not _may_be_bare(sentence, at, number, index):
                    break
                if rule.matter and not _is_of(sentence, rule.matter, *_told(sentence, at, number)):
                    continue
                first = verb_start(sentence, at)
                yield Cue(rule, first, at, objects, particles, matter=(at + 1, number))


def _is_relational(sentence: Sentence, at: int) -> bool:
    """Say whether "to" belongs to the noun before it: "threats to", "access to"."""
    return sentence.is_a(at, "relational") and not sentence.tokens[at].capital


def _may_be_bare(sentence: Sentence, at: int, to: int, index: CueWords) -> bool:
    """Say whether "report to X", with no matter, informs X: a duty among verbs, no line's facet."""
    verb = sentence.tokens[at].verb
    if verb is None or verb.form == "ing" or not sentence.tagged(0, Tag.VERB):
        return False
    said = (sentence.tokens[n].low.removesuffix("ly") for n in range(at + 1, to))
    return not any(word in index.facets for word in said)


def _told(sentence: Sentence, at: int, to: int) -> tuple[int, int]:
    """Return where the matter stands: before its "to", or behind the name: "fournir à X un"."""
    told = phrase(sentence, to + 1) if to == at + 1 else None
    behind = phrase(sentence, told.last) if told is not None else None
    return (at + 1, to) if behind is None else (behind.first, behind.core)


def _is_matter(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the tokens name something that can be reported."""
    return any(sentence.tagged(n, Tag.NAME) for n in range(first, last))


def _is_of(sentence: Sentence, nouns: frozenset[str], first: int, last: int) -> bool:
    return any(
        sentence.tokens[n].low in nouns
        or one(sentence, sentence.tokens[n].low) in nouns
        or (n + 1 < last and _pair(sentence, n) in nouns)
        for n in range(first, last)
    )


def _pair(sentence: Sentence, at: int) -> str:
    """Return a word with the one behind it: "compte de", where "compte" alone says too little."""
    return f"{sentence.tokens[at].low} {sentence.tokens[at + 1].canonical}"


def _opens(sentence: Sentence, at: int) -> bool:
    """Say whether the verb at `at` opens a new clause, not a relative one."""
    before = sentence.tokens[at - 1]
    goal = sentence.is_a(at - 1, "verb-goal")
    return before.text == "," or before.tag == Tag.CONJUNCTION or goal


def closings(sentence: Sentence, at: int, index: CueWords) -> Iterator[Cue]:
    """Read cues that stand behind the objects: "X is applied", "keep X informed"."""
    low = sentence.tokens[at].low
    for words, rule in index.closings.get(low, ()):
        if _stand(sentence, at, words):
            for start in _openings(sentence, at, rule):
                yield Cue(rule, max(0, start), at, start + 1, closing=at + len(words))
    for words, rule in index.kept.get(low, ()):
        keeper = _keeper(sentence, at, rule) if _stand(sentence, at, words) else None
        if keeper is not None:
            objects = keeper + 1 + _marks_object(sentence, keeper + 1, rule)
            yield Cue(rule, keeper, at, objects, closing=at + len(words))


def _marks_object(sentence: Sentence, at: int, rule: Rule) -> bool:
    """Say whether a particle stands before a person who is an object: "mantener al Jefe"."""
    return sentence.tokens[at].canonical in rule.particles.get(sentence.grammar.code, ())


def _stand(sentence: Sentence, at: int, words: tuple[str, ...]) -> bool:
    """Say whether the words of a cue stand at `at`, one after the other."""
    tokens = sentence.tokens[at : at + len(words)]
    return [token.low for token in tokens] == list(words)


def _keeper(sentence: Sentence, at: int, rule: Rule) -> int | None:
    """Return the verb that keeps the objects as the cue says: "keep X informed"."""
    for number in range(at - 1, max(-1, at - FARTHEST), -1):
        verb = sentence.tokens[number].verb
        if verb is not None and verb.lemma in rule.before and sentence.tagged(number, Tag.VERB):
            return number
    return None


def _openings(sentence: Sentence, at: int, rule: Rule) -> Iterator[int]:
    """Yield what may stand before the objects of a cue behind them."""
    if rule.before:
        start = _opener(sentence, at, rule)
        if start is not None:
            yield start
    elif sentence.tagged(at - 1, Tag.AUXILIARY, Tag.ADVERB) and not _has_agent(sentence, at):
        commas = (n for n in range(at) if sentence.tokens[n].text == ",")
        yield from (n for n in (-1, *commas) if begins(sentence, n + 1))


def _has_agent(sentence: Sentence, at: int) -> bool:
    """Say whether "by X" follows what is done: another does it."""
    return any(sentence.is_a(n, "agent") for n in range(at + 1, min(at + 4, len(sentence.tokens))))


def _opener(sentence: Sentence, at: int, rule: Rule) -> int | None:
    """Return what opens the clause of a cue behind its objects: "ensure", or its "that"."""
    for number in range(at - 1, max(-1, at - 24), -1):
        token = sentence.tokens[number]
        if token.low in rule.before or _is_opened(sentence, number, rule):
            return number
        if token.text in ";:":
            return None
    return None


def _is_opened(sentence: Sentence, at: int, rule: Rule) -> bool:
    """Say whether "that" stands at `at`, behind "ensure" or "ensure daily"."""
    if not sentence.tagged(at, Tag.RELATIVE):
        return False
    at -= 1
    while at > 0 and (sentence.tagged(at, Tag.ADVERB) or sentence.is_a(at, "vague")):
        at -= 1
    return at >= 0 and sentence.tokens[at].low in rule.before
