"""Whether evidence stands in the text of its notice, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from ...graph.legible import encodable
from ...ontology import terms as t
from .facts import Facts
from .faults import Fault

__all__ = ["altered", "unexplained"]

_OFFSETS = (t.START, t.END, t.OBJECT_START, t.OBJECT_END)
_EXPLANATIONS = (t.RULE, t.CUE, t.SECTION)
_AROUND = 60


def altered(facts: Facts, notice: NamedNode, text: str) -> Iterator[Fault]:
    """Give the evidence of a notice that lies outside its text, or is other words, or unused."""
    for length in facts.texts(notice, t.CHARACTERS):
        if length != str(len(text)):
            yield Fault(notice.value, "text-length", f"{length} code points read, {len(text)} kept")
    used = {
        evidence
        for claim in facts.members(t.ASSERTION)
        for evidence in facts.nodes(claim, t.WAS_DERIVED_FROM)
    }
    for evidence in facts.members(t.SPECIFIC_RESOURCE):
        if evidence not in used:
            yield Fault(evidence.value, "evidence-unused")
        yield from _altered(facts, evidence, text)


def unexplained(facts: Facts) -> Iterator[Fault]:
    """Give the evidence of which nobody can follow how it was read."""
    for evidence in facts.members(t.SPECIFIC_RESOURCE):
        for part in _EXPLANATIONS:
            if not facts.values(evidence, part):
                yield Fault(evidence.value, "evidence-unexplained", part.value)


def _altered(facts: Facts, evidence: NamedNode, text: str) -> Iterator[Fault]:
    offsets = [_number(one) for name in _OFFSETS for one in facts.texts(evidence, name)[:1]]
    if any(one is not None and one > len(text) for one in offsets):
        yield Fault(evidence.value, "evidence-outside", f"the text has {len(text)} code points")
    elif len(offsets) == len(_OFFSETS) and None not in offsets:
        words = encodable(text[slice(*offsets[:2])])
        for quote in facts.texts(evidence, t.EXACT):
            if quote != words:
                yield Fault(evidence.value, "quote-altered", f"the text says: {words[:_AROUND]}")


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
