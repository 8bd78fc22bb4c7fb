"""The organization that the post is with, and the unit that it sits in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from ...ontology.fieldwords import any_of, cues, nouns
from ...ontology.lexicon import Entry, lexicon
from ..sections import Section
from .headline import Headline
from .offices import office_at, own_office
from .place import Station, read_place
from .reading import NOTICE, PORTAL, Reading

__all__ = ["organization", "unit"]

_DASH = re.compile(r"(?<!\s)\s++[-–]\s+")
_NO_DASH = re.compile(r"(?!)")
_NAMED = re.compile(r"^(?P<name>.{4,}?)(?<!\s)\s*+\((?P<short>[A-Z][\w&/.-]{1,12})\)")
_SHORT = r"[A-Z][\w&/-]{1,12}"
_PIECE = r"[A-ZÀ-Ý][\w&'/-]*+"
_REPRESENTATIVE = re.compile(rf"\s+(?P<name>{_PIECE})\s+")
_VERB = re.compile(r"(?:,[^.,;]{3,60},)?\s[a-z]{3,}s\s")
_BEHIND = re.compile(r"\s{0,9}[-,]\s{0,9}")
_CAPITALISED = re.compile(r"[A-ZÀ-Ý][\w'-]+")
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{1,9}(?!\w)")
_UP_TO = re.compile(r"(?:[A-ZÀ-Ý][\w&'/-]*,?\s(?:(?:and|of|for)\s)?){1,6}$")
_LONGEST = 100
_FEWEST = 2
_KIND = "organization"


def organization(reading: Reading) -> tuple[str, ...]:
    """Return every form in which the notice prints its organization.

    A labelled organization comes first; where there is none, or no more than "U.N.", the one
    that the notice names most.
    """
    for rank in (NOTICE, PORTAL):
        for value in reading.values("organization", rank):
            if value.casefold() in cues("organization", "generic") or len(value) > _LONGEST:
                continue
            return _with_printed(_forms(value, _DASH), reading)
    entry = _most_named(reading)
    return _printed(entry, reading) if entry else ()


def _forms(value: str, dash: re.Pattern[str]) -> tuple[str, ...]:
    """Return a name whole, and its long and its short form.

    Example:
        >>> _forms("African Development Bank (AfDB)", _DASH)
        ('African Development Bank', 'AfDB', 'African Development Bank (AfDB)')
    """
    named = _NAMED.match(value)
    parts = [named["name"], named["short"]] if named else dash.split(value)
    return tuple(dict.fromkeys((*parts, value)))


def _with_printed(forms: tuple[str, ...], reading: Reading) -> tuple[str, ...]:
    entries = [e for form in forms for e in lexicon().named(form, kind=_KIND)]
    printed = _printed(entries[0], reading) if entries else ()
    return tuple(dict.fromkeys((*forms, *printed)))


def _printed(entry: Entry, reading: Reading) -> tuple[str, ...]:
    """Return the labels of an organization that stand in a text, each as printed first."""
    flat, folded = reading.scan.flat, reading.scan.folded
    found = []
    for label in entry.labels:
        acronym = label.sort == "acronym"
        words, text = (label.text, flat) if acronym else (label.text.lower(), folded)
        at = _whole(text, words)
        if at >= 0:
            found.append(flat[at : at + len(words)])
    return tuple(dict.fromkeys(found))


def _whole(text: str, words: str) -> int:
    """Return where some words stand first that are no part of longer ones, or -1."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() or after.isalnum()):
            return at
        at = text.find(words, at + 1)
    return -1


@cache
def _organizations() -> tuple[tuple[AhoCorasick, tuple[str, ...]], ...]:
    """Return a matcher for all acronyms and one for all names, with the entry of each label."""
    generic = set(cues("organization", "generic"))
    acronyms: dict[str, str] = {}
    names: dict[str, str] = {}
    for slug, entry in lexicon().entries.items():
        for label in entry.labels if entry.kind == _KIND else ():
            if label.text.casefold() in generic or label.text in entry.in_context:
                continue
            if label.text.islower():
                continue
            if label.sort == "acronym":
                acronyms.setdefault(label.text, slug)
            elif len(label.text.lower()) == len(label.text):
                names.setdefault(label.text.lower(), slug)
    return tuple(
        (AhoCorasick(list(table), matchkind=MatchKind.LeftmostLongest), tuple(table.values()))
        for table in (acronyms, names)
    )


def _most_named(reading: Reading) -> Entry | None:
    """Return the organization that the text names most.

    What only duties name is likelier a partner, unless they do it again and again.
    """
    duties = [(s.body, s.end) for s in reading.sections if s.kind == "duties"]
    counts: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    earliest: dict[str, int] = {}
    told = (reading.scan.flat, reading.scan.folded)
    for (matcher, slugs), words in zip(_organizations(), told, strict=True):
        for number, start, end in matcher.find_matches_as_indexes(words):
            if words[start - 1 : start].isalnum() or words[end : end + 1].isalnum():
                continue
            at, slug = reading.scan.moved(start), slugs[number]
            counts[slug] += 1
            inside[slug] += any(first <= at < last for first, last in duties)
            earliest[slug] = min(start, earliest.get(slug, start))
    own = [slug for slug, n in counts.items() if n > min(inside[slug], 1)]
    best = min(own, key=lambda slug: (-counts[slug], earliest[slug]), default=None)
    return lexicon().entries[best] if best else None


def unit(
    reading: Reading,
    headline: Headline | None,
    title: str | None,
    own: tuple[str, ...],
    station: Station,
) -> tuple[str, ...]:
    """Return the forms of the unit: labelled, where the post is said to sit, or described.

    A portal's office counts where the notice is silent, and then that of the duty station. `own`
    are the forms of the organization, which is no unit of itself.
    """
    barred = set(cues("unit", "generic"))
    employer = _names(own)
    told = (
        _labelled(reading),
        _hosted(reading),
        _seated(reading),
        _described(reading),
        _beside(reading, title),
        _worked_in(reading),
    )
    for forms in chain.from_iterable(told):
        if not barred & {form.casefold() for form in forms} and not employer & _names(forms):
            return forms
    last = (
        _abbreviated(reading, headline),
        _offices(reading),
        _akin(reading, title),
        own_office(reading, station),
    )
    return next(chain.from_iterable(last), ())


def _names(forms: tuple[str, ...]) -> set[str]:
    """Return what tells whether two names are one organization's: folded words, entries."""
    entries = (e.slug for form in forms for e in lexicon().named(form, kind=_KIND))
    return {form.casefold() for form in forms} | set(entries)


def _labelled(reading: Reading) -> Iterator[tuple[str, ...]]:
    for value in reading.values("unit", NOTICE):
        if len(value) <= _LONGEST and not value.endswith(".") and not read_place(value).country:
            whole, *_ = forms = _forms(value, _NO_DASH)
            parts = [part for part in whole.split(", ") if len(part.split()) >= _FEWEST]
            yield tuple(dict.fromkeys((*forms, *parts)))


@cache
def _unit() -> re.Pattern[str]:
    """Return the pattern of what may be a unit's name, with its short form."""
    return re.compile(rf"(?P<name>{_unit_name()})(?:\s*\((?P<short>{_SHORT})\))?")


@cache
def _unit_name() -> str:
    joint = any_of("unit", "joint").pattern
    return rf"{_PIECE}(?:,?\s(?:{joint}\s){{0,2}}{_PIECE}){{0,9}}"


@cache
def _modifier() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('unit', 'modifier').pattern}\s")


@cache
def _article() -> re.Pattern[str]:
    """Return the pattern of an article that opens a sentence, elided or not."""
    articles = "|".join(re.escape(word.capitalize()) for word in cues("unit", "article"))
    return re.compile(rf"(?<!\w)(?:{articles})(?:(?<=')|\s+)")


@cache
def _small_article() -> re.Pattern[str]:
    """Return the pattern of an article within a sentence."""
    articles = "|".join(map(re.escape, cues("unit", "article")))
    return re.compile(rf"(?:{articles})(?:(?<=')|\s+)")


def _named_at(
    text: str, at: int, heads: frozenset[str] | None = None
) -> tuple[tuple[str, ...], int] | None:
    """Return the forms of a unit whose name begins at a place, and where it ends."""
    heads = heads or nouns("unit")
    found = _unit().match(text, at)
    if not found or not _is_unit(found["name"], heads):
        return None
    name = found["name"].split(", ")[0] if not found["short"] else found["name"]
    name = name if _is_unit(name, heads) else found["name"]
    whole = " ".join(found.group().split()) if found["short"] else name
    inner = _inner(name, found["short"], heads)
    forms = (inner, name) if inner else (name, found["short"], whole)
    return tuple(dict.fromkeys(form for form in forms if form)), found.end()


def _inner(name: str, short: str | None, heads: frozenset[str]) -> str | None:
    """Return the unit that a name puts before the body it is of: "Water Unit of the Mission".

    A short form behind it has to be the body's.
    """
    head, *rest = _modifier().split(name, maxsplit=1)
    said = head.split()
    if not rest or len(said) < _FEWEST or not _is_unit(head, heads):
        return None
    body = _small_article().match(rest[0])
    if said[0].lower() in cues("unit", "leads"):
        return head if rest[0].split()[0].lower() in heads else None
    if short is None:
        return head if body else None
    letters = "".join(filter(str.isupper, name))
    return head if body and not letters.startswith(short[:1]) else None


def _is_unit(name: str, heads: frozenset[str]) -> bool:
    """Tell whether a name is headed by a noun for a unit: Office of X, X Unit."""
    head = _modifier().split(name)[0].split()
    if not head:
        return False
    return head[-1].lower() in heads or (len(head) > 1 and head[0].lower() in cues("unit", "leads"))


def _seated(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Find "the post is located in the Water Unit (WU)"."""
    for section in reading.sections:
        if section.kind in ("header", "context"):
            for _, end in reading.scan.cues_between("unit", "in", section.body, section.end):
                at = end + 1
                article = _small_article().match(reading.plain, at)
                at = article.end() if article else at
                found = _named_at(reading.plain, at)
                forms = found[0] if found else office_at(reading.plain, at)
                if forms:
                    yield forms


def _hosted(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Find the organization for which another one hosts the post."""
    for _, end in reading.scan.cues("unit", "hosted for"):
        short = _ACRONYM.match(reading.plain, end + 1)
        entries = lexicon().named(short.group(), kind=_KIND) if short else ()
        if entries:
            yield _printed(entries[0], reading)


def _described(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Find "The Office of Winter Affairs (OWA) is responsible for"."""
    for text in reading.of_kinds("context"):
        for the in _article().finditer(text):
            found = _named_at(text, the.end())
            acts = found and any_of("unit", "is").match(text, found[1] + 1)
            spelt = found and len(found[0]) > 1 and _VERB.match(text, found[1])
            if found and (acts or spelt) and not _is_afar(text, found[1]):
                yield found[0]


def _is_afar(text: str, at: int) -> bool:
    """Say whether a unit is told to be elsewhere: "The Water Unit at Headquarters"."""
    return any_of("unit", "elsewhere").match(text, at + 1) is not None


def _beside(reading: Reading, title: str | None) -> Iterator[tuple[str, ...]]:
    """Find "the Programme Assistant - Migrant Protection Division (MPD)"."""
    at = reading.plain.find(title) if title else -1
    while title and at >= 0:
        behind = _BEHIND.match(reading.plain, at + len(title))
        named = _named_at(reading.plain, behind.end()) if behind else None
        if named:
            yield named[0]
        at = reading.plain.find(title, at + 1)


def _worked_in(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Find "as the OSS representative", and "overseeing the work of the Water Unit"."""
    for _, end in reading.scan.cues("unit", "stands as"):
        found = _REPRESENTATIVE.match(reading.plain, end)
        if found and any_of("unit", "as").match(reading.plain, found.end()):
            yield (found["name"],)
    for _, end in reading.scan.cues("unit", "work"):
        named = _named_at(reading.plain, end + 1)
        if named:
            yield named[0]
            continue
        short = _ACRONYM.match(reading.plain, end + 1)
        spelt = _spelt(reading, short.group()) if short else None
        if spelt and _is_unit(spelt[0], nouns("unit")):
            yield spelt


def _akin(reading: Reading, title: str | None) -> Iterator[tuple[str, ...]]:
    """Find the unit that is named by words of the title: the Access Unit of an Access Adviser.

    A team has to have a short form.
    """
    words = _told_words(title or "")
    for section in reading.sections if words else ():
        for noun in _unit_noun().finditer(reading.plain, *_range(section)):
            before = reading.plain[max(section.body, noun.start() - _LONGEST) : noun.start()]
            name = _UP_TO.search(before)
            at = noun.start() - len(name[0]) if name else noun.start()
            article = _article().match(reading.plain, at)
            named = _named_at(reading.plain, article.end() if article else at, _heads())
            if named is None or _is_afar(reading.plain, named[1]):
                continue
            if any(e.kind == "body" for e in lexicon().named(named[0][0])):
                continue
            own = _told_words(named[0][0])
            team = noun.group().lower() not in nouns("unit")
            if own and own <= words and (not team or named[0][1:]):
                yield named[0]


def _range(section: Section) -> tuple[int, int]:
    read = section.kind in ("context", "duties", "header")
    return (section.body, section.end if read else section.body)


def _told_words(name: str) -> set[str]:
    """Return the words of a name that tell what it is about."""
    found = {word.casefold() for word in _CAPITALISED.findall(name)}
    return found - nouns("role") - _heads()


@cache
def _heads() -> frozenset[str]:
    return nouns("unit") | frozenset(cues("unit", "team"))


@cache
def _unit_noun() -> re.Pattern[str]:
    names = sorted(noun.capitalize() for noun in _heads() if noun.isalpha())
    return re.compile(rf"(?<=\s)(?:{'|'.join(names)})(?!\w)")


def _abbreviated(reading: Reading, headline: Headline | None) -> Iterator[tuple[str, ...]]:
    """Find the unit whose acronym stands behind the title, and which the text spells out."""
    for part in headline.behind if headline else ():
        if part.isupper() and part.isalpha():
            yield _spelt(reading, part) or (part,)


def _spelt(reading: Reading, short: str) -> tuple[str, ...] | None:
    """Return the name that the text gives a short form, and the short form."""
    spelt = re.compile(rf"(?<![\w&'/-])(?P<name>{_unit_name()})\s*\({re.escape(short)}\)")
    found = spelt.search(reading.plain)
    return (found["name"], short) if found else None


def _offices(reading: Reading) -> Iterator[tuple[str, ...]]:
    for value in reading.values("unit", PORTAL):
        if len(value) <= _LONGEST:
            yield tuple(dict.fromkeys((value.split(", ")[0], value)))
