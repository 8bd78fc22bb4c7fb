"""The rules by which relations are read, as `rules.ttl` declares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyoxigraph import Literal

from . import HERE
from .terms import COMMENT, DL, TYPE
from .turtle import Described, names, statements, values

__all__ = ["Rule", "rules"]

RULE = DL("Rule")
READS = DL("reads")
FRAME = DL("frame")
CUE_PHRASE = DL("cuePhrase")
PARTICLE = DL("particle")
ACCEPTS = DL("accepts")
OF_POST = DL("ofPost")
PEOPLE = DL("people")
FACET = DL("facet")
EXCEPT = DL("except")
ONLY = DL("only")
TOPICAL = DL("topical")
GIVEN = DL("given")
OWN = DL("own")
BEFORE = DL("before")
STRICT = DL("strict")
MATTER = DL("matter")
KNOWN = DL("known")
LOOSE = DL("loose")
MODIFIED = DL("modified")
PASSIVE = DL("passive")
UNNAMED = DL("unnamed")
SUBJECT_KIND = DL("subjectKind")
INVERSE = DL("inverse")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of stating a relation.

    `cues` and `particles` are words by language; an empty particle means that the object follows
    at once. `accepts` are the kinds that an object may have (none: any), `subjects` those of a
    subject that is not the post. The flags say what else
    must hold, as the terms of `rules.ttl` define it.
    """

    name: str
    relation: str
    frame: str
    cues: Mapping[str, tuple[str, ...]]
    particles: Mapping[str, tuple[str, ...]]
    accepts: frozenset[str]
    reason: str
    of_post: bool = False
    people: bool = False
    own: bool = False
    strict: bool = False
    known: bool = False
    loose: bool = False
    modified: bool = False
    passive: bool = False
    given: bool = False
    topical: bool = False
    facets: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    inverse: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, by name.

    Example:
        >>> [r.relation for r in rules() if r.name == "liaise-with"]
        ['liaisesWith']
    """
    table = statements([HERE / "rules.ttl"])
    found = [_rule(iri, about) for iri, about in table.items() if RULE in names(about, TYPE)]
    return tuple(sorted(found, key=lambda rule: rule.name))


def _rule(iri: str, about: Described) -> Rule:
    return Rule(
        name=_local(iri),
        relation=_local(names(about, READS)[0].value),
        frame=_local(names(about, FRAME)[0].value),
        cues=_by_language(about, CUE_PHRASE.value),
        particles=_by_language(about, PARTICLE.value),
        accepts=frozenset(values(about, ACCEPTS)),
        reason=values(about, COMMENT)[0],
        of_post=values(about, OF_POST) == ("true",),
        people=values(about, PEOPLE) == ("true",),
        own=values(about, OWN) == ("true",),
        strict=values(about, STRICT) == ("true",),
        known=values(about, KNOWN) == ("true",),
        loose=values(about, LOOSE) == ("true",),
        modified=values(about, MODIFIED) == ("true",),
        passive=values(about, PASSIVE) == ("true",),
        given=values(about, GIVEN) == ("true",),
        topical=values(about, TOPICAL) == ("true",),
        facets=frozenset(values(about, FACET)),
        excluded=frozenset(values(about, EXCEPT)),
        only=frozenset(values(about, ONLY)),
        before=frozenset(values(about, BEFORE)),
        matter=frozenset(values(about, MATTER)),
        unnamed=frozenset(values(about, UNNAMED)),
        subjects=frozenset(values(about, SUBJECT_KIND)),
        inverse=values(about, INVERSE) == ("true",),
    )


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _by_language(about: Described, predicate: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for node in about.get(predicate, ()):
        if isinstance(node, Literal):
            found.setdefault(node.language or "", []).append(node.value)
    return MappingProxyType({code: tuple(words) for code, words in sorted(found.items())})
