"""Claims and the words that bear them out, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from ..graph.claims import Claim, Proof, Reading
from ..graph.things import Thing
from ..ontology import terms as t
from ..ontology.vocabulary import declared
from .described import node

__all__ = ["claimed", "section_named", "surrounded"]

_MODALITIES = {"Stated": t.STATED, "Conditional": t.CONDITIONAL, "Inferred": t.INFERRED}
_NAMELESS = "other"
_AROUND = 32


@cache
def _sections() -> dict[str, NamedNode]:
    return {
        notation.value: node(iri)
        for iri, about in declared().items()
        if t.SECTION_CLASS in about.get(t.TYPE.value, ())
        for notation in about.get(t.NOTATION.value, ())
    }


def section_named(name: str) -> NamedNode:
    """Return the section of the vocabulary that bears a name, or the one for all others."""
    return _sections().get(name, _sections()[_NAMELESS])


def claimed(reading: Reading) -> Iterator[Triple]:
    """Give the triples of all claims of a notice, with choices and evidence."""
    for claim in reading.claims:
        yield from _claim(claim)
        for proof in claim.proofs:
            yield from _proof(reading.iri, proof)


def _claim(claim: Claim) -> Iterator[Triple]:
    subject = node(claim.iri)
    yield Triple(subject, t.TYPE, t.ASSERTION)
    yield Triple(subject, t.TYPE, t.ENTITY)
    if claim.third_party:
        yield Triple(subject, t.TYPE, t.THIRD_PARTY_ASSERTION)
    yield Triple(subject, t.SUBJECT, node(claim.subject.iri))
    yield Triple(subject, t.RELATION, node(claim.relation.iri))
    target = claim.target
    object_ = node(target.iri) if isinstance(target, Thing) else Literal(target)
    yield Triple(subject, t.OBJECT, object_)
    yield Triple(subject, t.MODALITY, _MODALITIES[claim.modality])
    yield from _remarks(subject, claim)
    for proof in claim.proofs:
        yield Triple(subject, t.WAS_DERIVED_FROM, node(proof.iri))


def _remarks(subject: NamedNode, claim: Claim) -> Iterator[Triple]:
    texts = (
        (t.CONDITION, claim.conditions),
        (t.TOPIC, claim.topics),
        (t.URGENCY, claim.urgencies),
        (t.SURFACE_FORM, sorted({proof.mention for proof in claim.proofs if proof.mention})),
    )
    for relation, values in texts:
        for value in values:
            yield Triple(subject, relation, Literal(value))
    for via in claim.via:
        yield Triple(subject, t.VIA, node(via.iri))
    for choice in claim.choices:
        yield Triple(subject, t.CHOICE, node(choice.iri))
        yield Triple(node(choice.iri), t.TYPE, t.CHOICE_CLASS)
        if choice.label:
            yield Triple(node(choice.iri), t.LABEL, Literal(choice.label))


def _proof(notice: str, proof: Proof) -> Iterator[Triple]:
    subject = node(proof.iri)
    yield Triple(subject, t.TYPE, t.SPECIFIC_RESOURCE)
    yield Triple(subject, t.TYPE, t.TEXT_POSITION_SELECTOR)
    yield Triple(subject, t.TYPE, t.ENTITY)
    yield Triple(subject, t.HAS_SOURCE, node(notice))
    offsets = (
        (t.START, proof.start),
        (t.END, proof.end),
        (t.OBJECT_START, proof.object_start),
        (t.OBJECT_END, proof.object_end),
    )
    for relation, offset in offsets:
        yield Triple(subject, relation, Literal(str(offset), datatype=t.NON_NEGATIVE_INTEGER))
    if proof.quote is not None:
        yield Triple(subject, t.TYPE, t.TEXT_QUOTE_SELECTOR)
        yield Triple(subject, t.EXACT, Literal(proof.quote))
    for relation, text in ((t.CUE, proof.cue), (t.RULE, proof.rule)):
        if text:
            yield Triple(subject, relation, Literal(text))
    if proof.section:
        yield Triple(subject, t.SECTION, section_named(proof.section))


def surrounded(reading: Reading) -> Iterator[Triple]:
    """Give the words before and after each piece of evidence, where the text is at hand."""
    for claim in reading.claims:
        for proof in claim.proofs:
            before = reading.document.passage(max(0, proof.start - _AROUND), proof.start)
            after = (reading.document.text or "")[proof.end : proof.end + _AROUND]
            if before:
                yield Triple(node(proof.iri), t.OA("prefix"), Literal(before))
            if after:
                yield Triple(node(proof.iri), t.OA("suffix"), Literal(after))
