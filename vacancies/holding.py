"""Why a cue that stands in a sentence is not to be read."""

from __future__ import annotations

from collections.abc import Sequence

from ..ontology.holdbacks import Holdback
from .cuewords import Cue
from .objects import Member
from .phrases import Join, Listed, head, listed, phrase
from .subjects import Subject
from .tokens import Sentence, Tag

__all__ = ["held", "misread"]

_DENIAL = 9
_PEOPLE = frozenset({"group", "role", "unit", "organization"})


def held(sentence: Sentence, cue: Cue, section: str, about: Subject) -> Holdback | None:
    """Return why the cue is not to be read here, or None."""
    if _is_denied(sentence, cue):
        return Holdback.DENIED
    if _is_wished(sentence, cue):
        return Holdback.A_WISH
    if _is_anothers(sentence, cue):
        return Holdback.OF_ANOTHER
    if not cue.rule.of_post:
        return None
    if cue.rule.frame == "ProviderFrame" and about.is_post and about.verb == cue.at:
        return Holdback.OF_ANOTHER
    if not about.is_post and not _covers_subject(cue, about):
        return Holdback.OF_ANOTHER
    if _is_relative(sentence, cue, about):
        return Holdback.OF_ANOTHER
    if section == "duties" and not about.stated and _is_a_duty(sentence, cue):
        return Holdback.A_DUTY
    return None


def _is_anothers(sentence: Sentence, cue: Cue) -> bool:
    """Say whether a clause on people tells it: "patients who come for a consultation with"."""
    for at in range(cue.first - 1, 0, -1):
        if sentence.tokens[at].text in ",;:" or sentence.tagged(at, Tag.CONJUNCTION):
            return False
        if sentence.is_a(at, "person-relative"):
            return "post" not in sentence.tokens[at - 1].classes
    return False


def _is_wished(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the cue tells what a candidate can do: "and the ability to work with"."""
    at = cue.first - 1
    goal = at > 0 and "wish-particle" in sentence.tokens[at].classes
    return goal and "skill" in sentence.tokens[at - 1].classes


def _is_relative(sentence: Sentence, cue: Cue, about: Subject) -> bool:
    """Say whether a relative clause tells it of the name before: "the ASC, who reports to"."""
    at = cue.at - 1
    while at >= 0 and (sentence.tagged(at, Tag.AUXILIARY, Tag.ADVERB) or _in_turn(sentence, at)):
        at -= 1
    if at < 1 or not sentence.is_a(at, "who"):
        return False
    named = at - 1 - (sentence.tokens[at - 1].text == ",")
    if about.phrase is not None and about.phrase.first <= named < about.phrase.last:
        return False
    return "post" not in sentence.tokens[named].classes


def _in_turn(sentence: Sentence, at: int) -> bool:
    return sentence.is_a(at, "in-turn")


def _covers_subject(cue: Cue, about: Subject) -> bool:
    """Say whether the cue holds the subject itself: "the supervisor of the post is X"."""
    titled = cue.rule.frame in ("TitleFrame", "ProviderFrame")
    return titled or (about.verb is not None and cue.at < about.verb < cue.objects)


def _is_a_duty(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the cue is a verb among duties: "follows up and reports to X" informs X."""
    opening = sentence.tokens[cue.at].verb is not None
    plain = not any(token.tag == Tag.ADVERB for token in sentence.tokens[cue.at : cue.objects])
    return opening and (plain or _has_topic(sentence, cue))


def _has_topic(sentence: Sentence, cue: Cue) -> bool:
    after = listed(sentence, cue.objects).last
    return sentence.is_a(after, "topic-particle")


def _is_denied(sentence: Sentence, cue: Cue) -> bool:
    """Say whether a "not" or "no longer" stands before the cue, in its own clause.

    What stands in brackets is of another clause: "the Unit (formerly the Cell) reports to".
    """
    aside = 0
    for at in range(cue.at - 1, max(-1, cue.at - _DENIAL), -1):
        aside += (sentence.tokens[at].text == ")") - (sentence.tokens[at].text == "(")
        if aside > 0:
            continue
        if sentence.is_a(at, "negation"):
            return True
        if sentence.tokens[at].text in ",;:" or sentence.tagged(at, Tag.CONJUNCTION, Tag.RELATIVE):
            return False
    return False


def misread(
    sentence: Sentence, found: Listed, cue: Cue, accepted: Sequence[Member]
) -> Holdback | None:
    """Return why the list is not the cue's: its first name is no object, or has an author."""
    first = sentence.tokens[found.phrases[0].first].start
    if "role" in cue.rule.accepts and not cue.rule.unnamed and accepted[0].start > first:
        return None if accepted[0].link is Join.INCLUDING else Holdback.OTHER_KIND
    if cue.first == 0 and cue.rule.frame == "NounFrame" and (why := _denied(sentence, found)):
        return why
    if cue.rule.passive and _is_done_by_another(sentence, found.last):
        return Holdback.OTHER_AUTHOR
    if cue.rule.modified and found.links[-1].word is not Join.INCLUDING:
        made = sentence.tagged(found.last, Tag.PARTICIPLE) and _agrees(sentence, found)
        return Holdback.OTHER_AUTHOR if made and sentence.is_a(found.last + 1, "agent") else None
    return None


def _agrees(sentence: Sentence, found: Listed) -> bool:
    """Say whether the participle behind the list may be said of its head, by their number."""
    noun = head(sentence, found.phrases[-1])
    said = sentence.tokens[found.last].low
    return not sentence.grammar.head_first or noun.low.endswith("s") == said.endswith("s")


def _is_done_by_another(sentence: Sentence, at: int) -> bool:
    """Say whether "by residents" tells who does it."""
    agent = phrase(sentence, at + 1) if sentence.is_a(at, "agent") else None
    return agent is not None and bool(_PEOPLE & set(sentence.tokens[agent.core - 1].kinds))


def _denied(sentence: Sentence, found: Listed) -> Holdback | None:
    """Return why a noun that is the subject states nothing: "liaison with X is not part of"."""
    at = found.last
    if not sentence.tagged(at, Tag.AUXILIARY):
        return None
    if sentence.is_a(at + 1, "negation"):
        return Holdback.DENIED
    while sentence.tagged(at, Tag.AUXILIARY, Tag.ADVERB):
        at += 1
    by = sentence.is_a(at + 1, "agent") or sentence.is_a(at, "leaving")
    return Holdback.OTHER_AUTHOR if sentence.tagged(at, Tag.PARTICIPLE) and by else None
