"""What a notice claims, with every name resolved: the ground that graph and dataset stand on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ..ontology.terms import DL, REPORTS_TO
from ..ontology.vocabulary import Property, vocabulary
from ..vacancies.model import Evidence, Relation, ThirdParty, Vacancy
from .document import Document
from .identity import Mint
from .legible import encodable, spaced
from .names import Names
from .posting import Posting, posting
from .resolve import Resolver
from .things import Thing, named_by

__all__ = ["Choice", "Claim", "Proof", "Reading", "UnknownModality", "read"]

_REPORTING = DL.local(REPORTS_TO)
_MODALITIES = ("Stated", "Inferred", "Conditional")


class UnknownModality(ValueError):
    """A modality that claims do not have."""

    def __init__(self, relation: str, target: str, modality: str) -> None:
        """Keep the statement and its modality."""
        super().__init__(relation, target, modality)
        self.relation, self.target, self.modality = relation, target, modality

    def __str__(self) -> str:
        """Say which modalities there are."""
        known = ", ".join(_MODALITIES)
        return f"{self.relation} {self.target!r}: {self.modality!r} is no modality, use {known}"


@dataclass(frozen=True, slots=True)
class Proof:
    """A clause that states a claim, and the object's mention in it."""

    iri: str
    start: int
    end: int
    object_start: int
    object_end: int
    quote: str | None
    mention: str | None
    cue: str | None
    rule: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives of one phrase: one of them, not two."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One (subject, relation, object) of a notice, however often the notice says it.

    `plain` tells whether it may stand as a plain triple: a line that only replaces another one, and
    what is said of others, may not.
    """

    iri: str
    subject: Thing
    relation: Property
    target: Thing | str
    modality: str
    plain: bool
    third_party: bool
    proofs: tuple[Proof, ...]
    forms: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    via: tuple[Thing, ...] = ()
    topics: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice with its postings, and what each of them claims."""

    iri: str
    document: Document
    postings: tuple[tuple[Posting, tuple[Claim, ...]], ...]

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims, posting by posting."""
        return chain.from_iterable(claims for _, claims in self.postings)

    def things(self) -> list[Thing]:
        """All that the notice names, and all that these are described by, each once."""
        named: list[Thing | str | None] = []
        for one, claims in self.postings:
            named += [one.post, one.node, one.hirer, one.unit]
            for claim in claims:
                named += [claim.subject, claim.target, *claim.via]
        found = (named_by(thing) for thing in named if isinstance(thing, Thing))
        return list(dict.fromkeys(chain.from_iterable(found)))


def read(document: Document, resolver: Resolver) -> Reading:
    """Resolve all that a notice claims.

    Example:
        >>> from dottedline.vacancies.model import Extraction, Vacancy
        >>> told = Extraction(source="a.txt", vacancies=(Vacancy(title="Guard"),))
        >>> reading = read(Document.of(told, b"Guard"), Resolver(Mint()))
        >>> reading.postings[0][0].post.label
        'Guard'
    """
    iri = resolver.mint.notice(document.sha256)
    postings = tuple(
        _read(document, vacancy, posting(vacancy, iri, number, resolver), resolver)
        for number, vacancy in enumerate(document.extraction.vacancies, start=1)
    )
    return Reading(iri, document, postings)


def _read(
    document: Document, vacancy: Vacancy, posting: Posting, resolver: Resolver
) -> tuple[Posting, tuple[Claim, ...]]:
    names = Names(vacancy, posting.setting, resolver)
    choices = _choices(document, vacancy, posting.notice)
    told = chain(
        (_claim(document, posting, one, names, choices) for one in vacancy.relations),
        (_aside(document, posting, one, names) for one in vacancy.third_party),
    )
    return posting, tuple(_merged(told))


def _claim(
    document: Document,
    posting: Posting,
    told: Relation,
    names: Names,
    choices: dict[str, Choice],
) -> Claim:
    relation = vocabulary().properties[told.relation]
    target = names.target(told)
    modality = _modality(told)
    replaces = modality == "Conditional" and relation.family == _REPORTING
    return Claim(
        iri=Mint.claim(posting.notice, posting.post.iri, relation.name, target.iri),
        subject=posting.post,
        relation=relation,
        target=target,
        modality=modality,
        plain=not replaces,
        third_party=False,
        proofs=_proofs(document, posting.notice, told.evidence),
        forms=_texts(*told.forms),
        conditions=_texts(told.condition),
        choices=(choices[told.choice],) if told.choice in choices else (),
        via=(names.actor(told.via),) if told.via else (),
        topics=_texts(told.topic),
        urgencies=_texts(told.urgency),
    )


def _aside(document: Document, posting: Posting, told: ThirdParty, names: Names) -> Claim:
    relation = vocabulary().properties[told.relation]
    subject = names.actor(told.subject)
    target = names.aside(told, relation)
    object_name = target if isinstance(target, str) else target.iri
    return Claim(
        iri=Mint.claim(posting.notice, subject.iri, relation.name, object_name),
        subject=subject,
        relation=relation,
        target=target,
        modality=_modality(told),
        plain=False,
        third_party=True,
        proofs=_proofs(document, posting.notice, told.evidence),
        forms=_texts(*told.forms),
        conditions=_texts(told.condition),
    )


def _modality(told: Relation | ThirdParty) -> str:
    modality = (told.modality or _MODALITIES[0]).strip().capitalize()
    if modality not in _MODALITIES:
        raise UnknownModality(told.relation, told.target, modality)
    return modality


def _texts(*texts: str | None) -> tuple[str, ...]:
    return tuple(sorted({spaced(encodable(text)) for text in texts if text and text.strip()}))


def _proofs(document: Document, notice: str, told: Iterable[Evidence]) -> tuple[Proof, ...]:
    found = {}
    for one in told:
        offsets = (one.start, one.end, one.object_start, one.object_end)
        found[offsets] = Proof(
            Mint.evidence(notice, *offsets),
            *offsets,
            quote=document.quote(one),
            mention=_mention(document, one),
            cue=encodable(one.cue) if one.cue else None,
            rule=encodable(one.rule) if one.rule else None,
            section=one.section,
        )
    return tuple(found[offsets] for offsets in sorted(found))


def _mention(document: Document, told: Evidence) -> str | None:
    quote = document.quote(told)
    if quote is None:
        return None
    return spaced(quote[told.object_start - told.start : told.object_end - told.start])


def _choices(document: Document, vacancy: Vacancy, notice: str) -> dict[str, Choice]:
    members: dict[str, list[Evidence]] = {}
    for told in vacancy.relations:
        if told.choice and told.evidence:
            members.setdefault(told.choice, []).extend(told.evidence)
    return {key: _choice(document, notice, found) for key, found in sorted(members.items())}


def _choice(document: Document, notice: str, members: Sequence[Evidence]) -> Choice:
    first = min(members, key=lambda one: (one.object_start, one.object_end))
    start = first.object_start
    end = max(one.object_end for one in members if one.start == first.start)
    label = document.passage(start, end)
    return Choice(Mint.choice(notice, start), spaced(label) if label else "")


def _merged(claims: Iterable[Claim]) -> Iterator[Claim]:
    kept: dict[str, Claim] = {}
    for claim in claims:
        earlier = kept.get(claim.iri)
        kept[claim.iri] = _joined(earlier, claim) if earlier else claim
    return iter(sorted(kept.values(), key=lambda claim: claim.iri))


def _joined(one: Claim, two: Claim) -> Claim:
    proofs = {proof.iri: proof for proof in (*two.proofs, *one.proofs)}
    return replace(
        one,
        modality=min(one.modality, two.modality, key=_firmness),
        plain=one.plain or two.plain,
        proofs=tuple(sorted(proofs.values(), key=_place)),
        forms=_texts(*one.forms, *two.forms),
        conditions=_texts(*one.conditions, *two.conditions),
        choices=tuple({choice.iri: choice for choice in (*one.choices, *two.choices)}.values()),
        via=tuple({thing.iri: thing for thing in (*one.via, *two.via)}.values()),
        topics=_texts(*one.topics, *two.topics),
        urgencies=_texts(*one.urgencies, *two.urgencies),
    )


def _firmness(modality: str) -> int:
    return _MODALITIES.index(modality)


def _place(proof: Proof) -> tuple[int, int, int, int]:
    return (proof.start, proof.end, proof.object_start, proof.object_end)
