"""Statements made one relation a target: names brought together, forms and evidence kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from ..ontology.grammar import Grammar
from ..ontology.spelling import folded
from ..ontology.vocabulary import vocabulary
from .conditions import Condition
from .model import Evidence, Relation, ThirdParty
from .names import Names
from .objects import Member
from .others import Remark
from .relations import Statement
from .scopes import scope
from .text import flatten

__all__ = ["forms", "relations", "target", "third_party"]

_MOST_FORMS = 12
_ELIDED = re.compile(r"(?<=\b[cdjlmnstCDJLMNST]') ")
_GROUPS = frozenset({"group", "organization"})


def relations(found: Iterable[Statement], text: str, names: Names) -> tuple[Relation, ...]:
    """Merge statements of one relation and target, in the order in which the text makes them."""
    made: list[_Group] = []
    by_key: dict[tuple[str, str], _Group] = {}
    for statement in sorted(found, key=lambda s: (s.start, s.end, s.member.start, s.rule.name)):
        name = statement.rule.relation
        keys = sorted(_keys(statement.member, names))
        group = next((by_key[name, key] for key in keys if (name, key) in by_key), None)
        if group is None:
            group = _Group(name)
            made.append(group)
        group.statements.append(statement)
        for key in keys:
            by_key.setdefault((name, key), group)
    made.sort(key=lambda group: (group.statements[0].start, group.statements[0].member.start))
    return tuple(group.relation(text, names) for group in made)


def third_party(found: Iterable[Remark], text: str, names: Names) -> tuple[ThirdParty, ...]:
    """Merge remarks of one subject, relation and target, in the order of the text."""
    groups: dict[tuple[str, str, str], list[Remark]] = {}
    for remark in sorted(found, key=lambda r: (r.start, r.end, r.member.start, r.rule.name)):
        key = (
            min(_keys(remark.subject, names)),
            remark.rule.relation,
            min(_keys(remark.member, names)),
        )
        groups.setdefault(key, []).append(remark)
    return tuple(
        ThirdParty(
            subject=_subject(told[0].subject, names, text),
            relation=told[0].rule.relation,
            target=target(told[0].member, names, text),
            forms=forms(told[0].member, text, names)[:_MOST_FORMS],
            kind=told[0].member.kind if told[0].member.kind in vocabulary().kinds else None,
            evidence=_evidence(told, text),
            modality="stated",
        )
        for told in groups.values()
    )


class _Group:
    """The statements of one relation with one target."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.statements: list[Statement] = []

    def relation(self, text: str, names: Names) -> Relation:
        first = self.statements[0]
        condition = _common(self.statements)
        written = dict.fromkeys(
            form for s in self.statements for form in forms(s.member, text, names)
        )
        name = target(first.member, names, text)
        return Relation(
            relation=self.name,
            target=name,
            forms=tuple(form for form in written if form)[:_MOST_FORMS],
            kind=first.member.kind,
            scope=next(filter(None, (scope(s.member, names) for s in self.statements)), None),
            evidence=_evidence(self.statements, text),
            choice=next((s.choice for s in self.statements if s.choice), None),
            via=next((target(s.via, names, text) for s in self.statements if s.via), None),
            topic=next((s.topic for s in self.statements if s.topic), None),
            urgency=next((s.urgency for s in self.statements if s.urgency), None),
            condition=None if condition is None else condition.words,
            modality="conditional" if condition is not None and condition.replaces else "stated",
        )


def _common(found: Sequence[Statement]) -> Condition | None:
    """Return the condition where every statement stands under one, else None."""
    first = found[0].condition
    return first if all(told.condition is not None for told in found) else None


def _evidence(found: Sequence[Statement | Remark], text: str) -> tuple[Evidence, ...]:
    spans: dict[tuple[int, int, int, int], Evidence] = {}
    for one in found:
        start, end = min(one.start, one.member.start), max(one.end, one.member.end)
        key = (start, end, one.member.start, one.member.end)
        spans.setdefault(
            key,
            Evidence(
                start=start,
                end=end,
                object_start=one.member.start,
                object_end=one.member.end,
                quote=text[start:end],
                cue=one.cue,
                rule=one.rule.name,
                section=one.section,
            ),
        )
    return tuple(spans.values())


def _keys(member: Member, names: Names) -> set[str]:
    if member.entity is not None:
        return {member.entity.slug}
    keys = {folded(" ".join(member.full if _is_bare_group(member, names.grammar) else member.of))}
    trimmed = _without_owner(member, names)
    if trimmed and member.kind in ("product", "role"):
        keys = {folded(trimmed)}
    if member.short:
        keys.add(folded(member.short))
    long = names.long(" ".join(member.words))
    return keys | ({folded(long)} if long else set())


def target(member: Member, names: Names, text: str) -> str:
    """Return the name that the relation's object goes by.

    A known entity has its label where the notice spells it out, else the notice's short form.
    Roles and products are singular; groups stay as printed.
    """
    printed = _name(member.of)
    if member.entity is not None:
        spelled = [label.text for label in member.entity.free_labels if label.sort != "acronym"]
        lowered = _lowered(text)
        written = {folded(_name(words)) for words in (member.of, member.words)}
        found = (s for s in spelled if s.casefold() in lowered or folded(s) in written)
        return next(found, _name(member.words))
    long = names.long(printed)
    if long is not None:
        return long
    if member.kind == "body" and _is_named_meeting(member.of, names.grammar):
        return _name(member.of[:-1])
    if member.kind in ("role", "product"):
        return _singular_name(member, names.grammar)
    return printed


def _subject(member: Member, names: Names, text: str) -> str:
    """Return the name of who does something: as printed, a lone short form spelled out.

    The post's own organisation goes by the form that the notice prints.
    """
    own = member.kind == "organization" and member.words[0] in names.own
    if len(member.words) == 1 and not own:
        return target(member, names, text)
    return _singular_name(member, names.grammar) if member.kind == "role" else _name(member.of)


def _is_bare_group(member: Member, language: Grammar) -> bool:
    """Say whether only the place tells the group from others: "authorities at state level"."""
    if len(member.words) > 1 or member.kind not in _GROUPS or member.entity is not None:
        return False
    behind = member.full[len(member.of) :]
    return bool(behind) and not language.is_a(behind[0].casefold(), "purpose")


def _is_open(member: Member, language: Grammar) -> bool:
    """Say whether the name means nothing without its "of ...": a Head, a Chief."""
    leading = language.is_a(member.words[0].casefold(), "leading")
    return len(member.words) == 1 and leading and member.words != member.of


def _is_named_meeting(words: Sequence[str], language: Grammar) -> bool:
    """Say whether the words are a body's name and "meetings": the body is meant."""
    meets = language.is_a(words[-1].casefold(), "meeting")
    return meets and len(words) > 1 and words[-2][:1].isupper()


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    return flatten(text).casefold()


def _name(words: Sequence[str]) -> str:
    """Join the words of a name as print would."""
    return _ELIDED.sub("", " ".join(words).replace(" / ", "/"))


def _singular_name(member: Member, language: Grammar) -> str:
    """Return the name in the singular: its head, and the adjectives behind a head that is first."""
    words, core = member.of, len(member.words)
    if language.is_a(words[0].casefold(), "leading"):
        return _name(words)
    first = 0 if language.head_first else core - 1
    last = next((n for n in range(first, core) if language.is_a(words[n], "of-particle")), core)
    named = (_singular(word, language) for word in words[first:last])
    return _name((*words[:first], *named, *words[last:]))


def _singular(word: str, language: Grammar) -> str:
    """Return the word in the singular, its capitals kept."""
    low = word.lower()
    one = language.made_singular(low)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(low, one, strict=False)))
    return word if one == low else word[:kept] + one[kept:]


def forms(member: Member, text: str, names: Names) -> tuple[str, ...]:
    """Return the ways in which the notice and the lexicon write the object's name."""
    printed = flatten(text[member.start : member.end])
    found = [
        target(member, names, text),
        _name(member.of),
        *([] if _is_open(member, names.grammar) else [_name(member.words)]),
        printed,
        _name(member.full),
    ]
    if member.short:
        found.append(member.short)
    long = names.long(" ".join(member.words))
    if long:
        found.append(long)
    short = names.short(" ".join(member.of))
    if short:
        found.append(short)
    if member.entity is not None:
        found.append(member.entity.label)
        found += [label.text for label in member.entity.labels if label.sort == "acronym"][:3]
    trimmed = _without_owner(member, names)
    if trimmed:
        found.append(trimmed)
    if member.kind in ("instrument", "product", "system"):
        found.append(_without_praise(member.of, names.grammar))
    return tuple(dict.fromkeys(flatten(form) for form in found if form.strip()))


def _without_praise(words: Sequence[str], language: Grammar) -> str:
    """Leave out the words beside a head that tell nothing: "regular security report"."""
    heading, classes = int(language.head_first), language.classes
    first, small = heading, {"vague", "joining"}
    while first < len(words) - 2 and small & classes.get(words[first].casefold(), frozenset()):
        first += 1
    return _name((*words[:heading], *words[first:]))


def _without_owner(member: Member, names: Names) -> str | None:
    for number in range(1, len(member.of)):
        lead = " ".join(member.of[:number]).removesuffix("'s")
        if lead in names.own and len(member.of) - number > 1:
            return _name(member.of[number:])
    return None
