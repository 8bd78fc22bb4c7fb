"""What the sentences of a notice state, one statement a cue and object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..ontology.grammar import Grammar
from ..ontology.holdbacks import Holdback
from ..ontology.rules import Rule
from ..ontology.spelling import folded
from .asides import asides
from .conditions import Condition, condition, conditions
from .cues import cues
from .cuewords import Cue, stops
from .holding import held, misread
from .names import Names
from .objects import Member, members
from .phrases import Join, Listed, head, listed, phrase
from .proxies import proxy
from .subjects import Subject
from .text import flatten
from .tokens import Sentence, Tag
from .wishes import is_wish

__all__ = ["Held", "Statement", "readings", "statements"]

#: Frames whose cue stands behind the object and is no part of it.
_HEADED = frozenset({"CompoundFrame", "ProviderFrame", "TitleFrame"})
_THINGS = frozenset({"instrument", "product", "system"})
_LONGEST_CLAUSE = 800
_LONGEST_OBJECT = 250


@dataclass(frozen=True, slots=True)
class Statement:
    """One relation as one place states it: the rule, the object, and the clause's span."""

    rule: Rule
    member: Member
    start: int
    end: int
    cue: str
    section: str
    choice: str | None = None
    via: Member | None = None
    topic: str | None = None
    urgency: str | None = None
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A cue that stands in the sentence and was not read: its rule, its span, and why not."""

    rule: Rule
    start: int
    end: int
    why: Holdback


def statements(
    sentence: Sentence, words: str, section: str, names: Names, about: Subject
) -> Iterator[Statement]:
    """Yield what the sentence states about its subject, rule by rule."""
    for told in readings(sentence, words, section, names, about):
        if isinstance(told, Statement):
            yield told


def readings(
    sentence: Sentence, words: str, section: str, names: Names, about: Subject
) -> Iterator[Statement | Held]:
    """Yield what each cue of the sentence states, or why it was held back."""
    settled: set[tuple[str, int]] = set()
    taken: dict[tuple[int, int], Rule] = {}
    under = conditions(sentence, words)
    wish = is_wish(sentence)
    others = tuple(asides(sentence, about)) if about.is_post else ()
    for cue in cues(sentence):
        why = Holdback.A_WISH if wish else held(sentence, cue, section, about)
        if why is None and any(aside.first < cue.at < aside.last for aside in others):
            why = Holdback.OF_ANOTHER
        delivery = cue.matter is not None
        if why is None and delivery and (cue.rule.name, cue.at) in settled:
            continue
        stated = _stated(sentence, words, section, names, cue, under) if why is None else why
        if isinstance(stated, Holdback):
            span = sentence.tokens[cue.first].start, sentence.tokens[cue.at].end
            yield Held(cue.rule, *span, stated)
            continue
        if delivery:
            settled.add((cue.rule.name, cue.at))
        for told in stated:
            first = taken.setdefault((cue.at, told.member.start), cue.rule)
            if cue.rule.before or not first.before:
                yield told


def _stated(
    sentence: Sentence,
    words: str,
    section: str,
    names: Names,
    cue: Cue,
    under: Sequence[Condition],
) -> list[Statement] | Holdback:
    """Return what the cue states of each of its objects, or why it states nothing."""
    at, whole = _through(sentence, cue), sentence
    sentence = _up_to(sentence, cue)
    found = listed(
        sentence,
        at,
        particles=_particles(sentence, cue, at),
        stops=frozenset() if _is_of_things(cue.rule) else stops(sentence.grammar.code),
        clause=cue.closing is None,
    )
    accepted = _accepted(sentence, found, names, cue)
    if isinstance(accepted, Holdback):
        return accepted
    choices = _choices(accepted)
    via = proxy(sentence, names, found.last) if cue.rule.frame == "SupervisionFrame" else None
    topic, urgency = _matter(sentence, words, cue)
    return [
        Statement(
            rule=cue.rule,
            member=member,
            start=start,
            end=end,
            cue=_cue_words(whole, words, cue, at),
            section=section,
            choice=choices.get(number),
            via=via if member is accepted[-1] else None,
            topic=topic,
            urgency=urgency,
            condition=condition(under, sentence, (start, end), member.start),
        )
        for number, (member, start, end) in enumerate(_clauses(whole, cue, accepted))
    ]


def _particles(sentence: Sentence, cue: Cue, at: int) -> tuple[str, ...]:
    """Return what may stand again before later objects: "the work of A and of B"."""
    if at == cue.objects:
        return cue.particles
    return (*cue.particles, sentence.tokens[at - 1].canonical)


def _up_to(sentence: Sentence, cue: Cue) -> Sentence:
    """Cut the sentence behind a cue that follows its objects."""
    if cue.closing is None:
        return sentence
    names = {first: end for first, end in sentence.names.items() if end <= cue.at}
    return replace(sentence, tokens=sentence.tokens[: cue.at], names=names)


def _accepted(sentence: Sentence, found: Listed, names: Names, cue: Cue) -> list[Member] | Holdback:
    """Return the members of the list that are objects of the cue, or why none is."""
    rule = cue.rule
    if not found.phrases or (cue.closing is not None and not _closes(sentence, found, cue)):
        return Holdback.NO_OBJECT
    made = members(
        sentence,
        found,
        names,
        rule.accepts,
        unnamed=next(iter(rule.unnamed), None),
        loose=rule.loose,
    )
    if not made:
        return Holdback.OTHER_KIND
    if _is_of_deed(sentence, found, rule):
        made = tuple(member for member in made if member.link is Join.FIRST)
    accepted = [member for member in made if _fits(member, cue, names)]
    if not accepted:
        return Holdback.SAYS_TOO_LITTLE
    if rule.frame == "ThroughFrame":
        accepted = accepted[:1]
    if rule.topical:
        accepted = _before_topic(sentence, accepted)
    if rule.of_post or rule.frame == "SupervisionFrame":
        accepted = _without_seats(_one_person(sentence, _of_one_kind(sentence, accepted)))
        accepted = [member for member in accepted if not _is_nameless(member, sentence)]
    if "role" in rule.unnamed:
        accepted = [m for m in accepted if m.link is Join.FIRST or m.certain or m.beside]
    if not accepted:
        return Holdback.OTHER_KIND
    if why := misread(sentence, found, cue, accepted):
        return why
    if not accepted:
        return Holdback.SAYS_TOO_LITTLE
    return [one for one in accepted if one.end - one.start <= _LONGEST_OBJECT] or Holdback.TOO_LONG


def _one_person(sentence: Sentence, accepted: list[Member]) -> list[Member]:
    """Keep the first of two titles under one article: "the Head of X and Manager of Y"."""
    titles = [m for m in accepted if m.kind == "role" and m.of != m.words]
    if len(accepted) != 2 or len(titles) != 2 or accepted[1].link is not Join.AND:
        return accepted
    determined = [sentence.tagged(_token_before(sentence, m), Tag.DETERMINER) for m in accepted]
    return accepted[:1] if determined == [True, False] else accepted


def _of_one_kind(sentence: Sentence, accepted: list[Member]) -> list[Member]:
    """Leave out what opens a clause, whose name is not told, and a title's first gender of both.

    "Sous l'autorité du Chef de base, le Spécialiste veille", "de su delegado",
    "del Director/de la Directora".
    """
    if not sentence.grammar.head_first:
        return accepted
    tokens = sentence.tokens
    kept: list[Member] = []
    for member in accepted:
        at = _token_before(sentence, member)
        article = sentence.tagged(at, Tag.DETERMINER) and tokens[at - 1].text == ","
        if member.link is Join.COMMA and (article or _is_bare(sentence, member, at)):
            break
        possessed = any(sentence.is_a(n, "possessive") for n in (at, at + 1))
        if possessed and (kept or len(member.of) == 1):
            continue
        if kept and member.link in (Join.SLASH, Join.OR) and _is_other_gender(kept[-1], member):
            kept.pop()
        kept.append(member)
    return kept


def _is_bare(sentence: Sentence, member: Member, at: int) -> bool:
    """Say whether a small word opens the name, right behind a comma: "..., compte dix agents"."""
    return sentence.tokens[at].text == "," and member.words[0].islower()


def _is_other_gender(short: Member, whole: Member) -> bool:
    """Say whether one title stands in both genders: "Directeur", "Directrice de la flotte"."""
    first, second = short.words[0].casefold(), whole.words[0].casefold()
    return len(short.of) == 1 and (folded(first) == folded(second) or first in second)


def _without_seats(accepted: list[Member]) -> list[Member]:
    """Leave out where a supervisor sits: "the Security Officer, Field Office"."""
    if not accepted or accepted[0].kind != "role":
        return accepted
    return [m for m in accepted if m.kind == "role" or m.link is not Join.COMMA]


def _token_before(sentence: Sentence, member: Member) -> int:
    return sum(token.end <= member.start for token in sentence.tokens) - 1


def _before_topic(sentence: Sentence, accepted: list[Member]) -> list[Member]:
    """End the list where "of delays" opens what the others are told."""
    for number, member in enumerate(accepted):
        tail = member.of[len(member.words) :]
        first = next((w for w in tail[1:] if not sentence.grammar.is_a(w, "determiner")), "")
        leading = sentence.grammar.is_a(member.words[0].casefold(), "leading")
        behind = (t for t in sentence.tokens if t.start > member.start and t.text == tail[0])
        of = next(behind, None) if first.islower() and not leading else None
        if of is not None and member.entity is None:
            end = max(t.end for t in sentence.tokens if t.end <= of.start)
            told = replace(member, end=end, of=member.words, full=member.words)
            return [*accepted[:number], told]
    return accepted


def _clauses(
    sentence: Sentence, cue: Cue, accepted: list[Member]
) -> Iterator[tuple[Member, int, int]]:
    """Yield each object with the clause that states it; a long list's clause begins within it."""
    start = sentence.tokens[cue.first].start
    least = sentence.tokens[cue.closing - 1].end if cue.closing is not None else 0
    before: Member | None = None
    for member in accepted:
        end = max(member.end, least)
        if end - start > _LONGEST_CLAUSE:
            start = member.start if before is None else before.start
        yield member, min(start, member.start), end
        before = member


def _matter(sentence: Sentence, words: str, cue: Cue) -> tuple[str | None, str | None]:
    """Return what is reported, and how soon: "security matters", "immediately"."""
    if cue.matter is None or cue.rule.matter:
        return None, None
    first, last = cue.matter
    found = phrase(sentence, first)
    topic = None
    if found is not None and found.core <= last:
        tokens = sentence.tokens
        topic = flatten(words[tokens[found.first].start : tokens[found.core - 1].end])
    haste = next((n for n in range(first, last) if sentence.is_a(n, "urgency")), None)
    return topic, None if haste is None else sentence.tokens[haste].low


def _through(sentence: Sentence, cue: Cue) -> int:
    """Look through "the performance of X" to X, where the relation is with people."""
    found = phrase(sentence, cue.objects)
    if found is None or found.of == found.core:
        return cue.objects
    through = "transparent" if cue.rule.people else "instrumental"
    if cue.rule.accepts == {"body"}:
        through = "meeting"
    noun = head(sentence, found)
    if through in noun.classes and sentence.is_a(found.core, "of-particle"):
        if _is_of_place(sentence, cue, found.core + 1):
            return cue.objects
        return found.core + 1
    return cue.objects


def _is_of_place(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Tell "el personal de la base" from "le personnel des agences": where, and of whom."""
    inner = phrase(sentence, at) if sentence.grammar.head_first and cue.rule.people else None
    return inner is not None and not cue.rule.accepts.intersection(head(sentence, inner).kinds)


def _particle(sentence: Sentence, at: int) -> str:
    """Return the "of" that was looked through, since the rest of the list may repeat it."""
    return sentence.tokens[at - 1].canonical


def _closes(sentence: Sentence, found: Listed, cue: Cue) -> bool:
    """Say whether the cue behind the objects follows them at once."""
    if cue.rule.frame in _HEADED:
        return found.last <= cue.at
    between = sentence.tokens[found.last : cue.at]
    return len(between) <= 4 and all(
        token.tag in (Tag.AUXILIARY, Tag.ADVERB, Tag.CONJUNCTION, Tag.PARTICIPLE)
        or token.text == ","
        for token in between
    )


def _fits(member: Member, cue: Cue, names: Names) -> bool:
    rule = cue.rule
    if rule.own and not _is_own(member, names):
        return False
    if rule.known and member.entity is None:
        return False
    if rule.only and not _ends_in(member, rule.only, names.grammar):
        return False
    common = member.entity is None or _is_of_things(rule)
    if common and _ends_in(member, rule.excluded, names.grammar):
        return False
    if rule.strict and (member.link is Join.INCLUDING or not member.modified):
        return False
    return member.modified or not rule.modified


def _is_nameless(member: Member, sentence: Sentence) -> bool:
    """Say whether the object only says that there is one: "the supervisor"."""
    word = member.words[0].casefold()
    return len(member.of) == 1 and sentence.grammar.is_a(word, "nameless")


def _head_word(member: Member, language: Grammar) -> str:
    """Return the noun that heads a name, in the singular, by the order of the language."""
    noun = member.words[0 if language.head_first else -1]
    return language.made_singular(noun.casefold())


def _ends_in(member: Member, words: frozenset[str], language: Grammar) -> bool:
    """Say whether the name's head, or its last two words, are among the words."""
    noun = _head_word(member, language)
    printed = member.words[0 if language.head_first else -1].casefold()
    before = member.words[-2].casefold() if len(member.words) > 1 else ""
    return not words.isdisjoint((noun, printed, f"{before} {noun}"))


def _is_of_things(rule: Rule) -> bool:
    return bool(rule.accepts) and rule.accepts <= _THINGS


def _is_of_deed(sentence: Sentence, found: Listed, rule: Rule) -> bool:
    """Say whether the list is of what is done, not of the cue: "support drafting of A and B"."""
    first = found.phrases[0]
    deed = first.of > first.core and sentence.is_a(first.core - 1, "deed")
    return deed and rule.frame == "VerbFrame" and bool(rule.accepts & _THINGS)


def _is_own(member: Member, names: Names) -> bool:
    spellings = {" ".join(member.words), *(member.words[:1] if member.entity else ())}
    return bool(spellings & names.own)


def _choices(found: list[Member]) -> dict[int, str]:
    """Give the members of an "or" or a slash one name: where the first of them stands."""
    chosen: dict[int, str] = {}
    for number, member in enumerate(found):
        if number and member.link in (Join.OR, Join.SLASH):
            name = chosen.get(number - 1) or str(found[number - 1].start)
            chosen[number - 1] = chosen[number] = name
    return chosen


def _cue_words(sentence: Sentence, words: str, cue: Cue, at: int) -> str:
    tokens = sentence.tokens
    if cue.closing is not None:
        return flatten(words[tokens[cue.at].start : tokens[cue.closing - 1].end])
    if cue.matter is not None:
        told = phrase(sentence, cue.matter[0])
        stop = told.core if told is not None and told.core <= cue.matter[1] else cue.at + 1
        lead = words[tokens[cue.first].start : tokens[stop - 1].end]
        return flatten(f"{lead} ... {tokens[cue.matter[1]].text}")
    last = max(cue.first, at - 1)
    return flatten(words[tokens[cue.first].start : tokens[last].end])
