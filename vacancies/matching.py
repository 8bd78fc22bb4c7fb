"""Which read relation is which annotated one: names alike, or spans that overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..ontology.vocabulary import vocabulary
from .model import Evidence, Relation, ThirdParty

__all__ = ["LEVELS", "Claim", "claims", "collapsed", "matched", "normal"]

LEVELS = ("exact", "family", "pair")

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "s"})
_NAMES = 13
_SPANS = 6


def normal(name: str) -> str:
    """Fold case, articles, punctuation and plurals, as the scorer of the annotations does.

    Example:
        >>> normal("The Heads of Sub-Offices")
        'head sub office'
    """
    words = [word for word in _WORD.findall(name.casefold()) if word not in _SMALL]
    return " ".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation as it is compared: its name, the names of its object, its evidence."""

    relation: str
    forms: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    kind: str | None
    subject: str = ""

    @property
    def target(self) -> str:
        """The object's preferred name."""
        return self.forms[0]

    @property
    def names(self) -> frozenset[str]:
        """The object's first names, folded."""
        return frozenset(map(normal, self.forms[:_NAMES])) - {""}

    def level(self, level: str) -> str:
        """Return what must be equal at a level of strictness."""
        if level == "pair":
            return ""
        parent = vocabulary().properties[self.relation].parent
        return (parent or self.relation) if level == "family" else self.relation

    def same_object(self, other: Claim) -> bool:
        """Tell whether two claims name one object: a name in common, or spans that overlap."""
        if self.names & other.names:
            return True
        return any(_overlap(a, b) for a in self.evidence[:_SPANS] for b in other.evidence[:_SPANS])

    def same_subject(self, other: Claim) -> bool:
        """Tell whether the words of one subject are among the other's."""
        mine, theirs = set(normal(self.subject).split()), set(normal(other.subject).split())
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _overlap(a: Evidence, b: Evidence) -> bool:
    shared = min(a.object_end, b.object_end) - max(a.object_start, b.object_start)
    longest = max(a.object_end - a.object_start, b.object_end - b.object_start)
    return shared > 0 and shared >= 0.5 * longest


def claims(relations: Iterable[Relation | ThirdParty]) -> list[Claim]:
    """Return relations in the form in which they are compared."""
    return [
        Claim(
            relation=r.relation,
            forms=(r.target, *r.forms),
            evidence=r.evidence,
            kind=r.kind,
            subject=r.subject if isinstance(r, ThirdParty) else "",
        )
        for r in relations
    ]


def collapsed(found: Sequence[Claim], level: str) -> list[Claim]:
    """Return claims with one entry for each object, where a level tells relations less apart."""
    if level == "exact":
        return list(found)
    kept: list[Claim] = []
    for claim in found:
        at = next((n for n, k in enumerate(kept) if _one(k, claim, level)), None)
        if at is None:
            kept.append(claim)
        else:
            forms, evidence = kept[at].forms + claim.forms, kept[at].evidence + claim.evidence
            kept[at] = replace(kept[at], forms=forms, evidence=evidence)
    return kept


def _one(a: Claim, b: Claim, level: str) -> bool:
    return a.level(level) == b.level(level) and a.same_object(b)


def matched(
    gold: Sequence[Claim],
    read: Sequence[Claim],
    level: str,
    also: Callable[[Claim, Claim], bool] = lambda a, b: True,
) -> dict[int, int]:
    """Return the largest matching of annotated claims to read ones, by their numbers.

    Claims that share a name are matched first, then those whose spans overlap.
    """
    edges = [[j for j, r in enumerate(read) if _one(g, r, level) and also(g, r)] for g in gold]
    named = [[j for j in js if gold[i].names & read[j].names] for i, js in enumerate(edges)]
    owner: dict[int, int] = {}
    for i in range(len(gold)):
        _augment(i, named, owner, set())
    for i in sorted(set(range(len(gold))) - set(owner.values())):
        _augment(i, edges, owner, set())
    return {i: j for j, i in owner.items()}


def _augment(i: int, edges: Sequence[Sequence[int]], owner: dict[int, int], seen: set[int]) -> bool:
    """Find a partner for a claim, moving others to theirs where need be."""
    for j in edges[i]:
        if j not in seen:
            seen.add(j)
            if j not in owner or _augment(owner[j], edges, owner, seen):
                owner[j] = i
                return True
    return False
