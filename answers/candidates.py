"""Names that notices use and the lexicon lacks: how often, in which words, in which sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ..graph.claims import Claim, Proof, read
from ..graph.document import Document
from ..graph.identity import Mint
from ..graph.legible import encodable, spaced
from ..graph.posting import Posting
from ..graph.resolve import Resolver
from ..graph.things import Thing
from ..ontology.spelling import folded
from ..ontology.vocabulary import vocabulary
from ..vacancies.acronyms import short_for
from ..vacancies.passages import sentence_at
from ..vacancies.text import flatten

__all__ = ["Candidate", "Use", "candidates"]

_MOST_SENTENCES = 3
_DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Use:
    """One sentence that names a candidate, on one line, and where it begins in its notice."""

    source: str
    start: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that the lexicon lacks, of one kind.

    Attributes:
        name: the spelling met most often.
        kind: what it seems to be, None where nothing tells.
        count: how many clauses name it.
        notices: in how many notices.
        language: the language of most of them.
        forms: the ways in which it is written, the commonest first.
        acronyms: short forms that notices define for it.
        relations: what is stated with it, the commonest first.
        uses: the first sentences that name it.
    """

    name: str
    kind: str | None
    count: int
    notices: int
    language: str
    forms: tuple[str, ...]
    acronyms: tuple[str, ...]
    relations: tuple[str, ...]
    uses: tuple[Use, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the candidate as JSON-able data."""
        return asdict(self)


def candidates(documents: Iterable[Document]) -> tuple[Candidate, ...]:
    """Return the candidates among the names that relations and remarks use, commonest first.

    Names count as one where they are of one kind and differ in case, accents, article or number
    only. What the graph takes for known is no candidate.

    Example:
        >>> from dottedline.vacancies.model import Extraction, Relation, Vacancy
        >>> cell = Relation(relation="liaisesWith", target="Otter Watch Cell", kind="unit")
        >>> told = Extraction(source="a.txt", vacancies=(Vacancy(relations=(cell,)),))
        >>> [(one.name, one.kind) for one in candidates([Document.of(told, b"")])]
        [('Otter Watch Cell', 'unit')]
    """
    resolver = Resolver(Mint())
    gathered: dict[tuple[str, str], _Gathered] = {}
    for document in documents:
        for posting, claims in read(document, resolver).postings:
            for claim in claims:
                for thing, forms in _lacking(claim):
                    name = _spelled(thing.label, posting)
                    key = (folded(name), thing.kind or "")
                    one = gathered.setdefault(key, _Gathered(thing.kind))
                    one.add(document, posting, claim, name, forms)
    found = (one.candidate() for one in gathered.values())
    return tuple(sorted(found, key=lambda one: (-one.count, -one.notices, *_name(one))))


def _name(one: Candidate) -> tuple[str, str, str]:
    return one.name.casefold(), one.name, one.kind or ""


def _lacking(claim: Claim) -> Iterator[tuple[Thing, tuple[str, ...]]]:
    """Yield the candidates that a claim names, with the forms that it gives them."""
    named = [(claim.target, claim.forms), *((via, ()) for via in claim.via)]
    if claim.third_party:
        named.append((claim.subject, ()))
    for thing, forms in named:
        if isinstance(thing, Thing) and thing.candidate:
            bare = thing.concept or thing
            if bare.kind is None or bare.kind in vocabulary().kinds:
                yield bare, forms


def _spelled(name: str, posting: Posting) -> str:
    """Return what the notice says that a short form stands for, or the name itself."""
    longs = short_for(posting.vacancy.acronyms)
    return spaced(encodable(longs.get(name, longs.get(name.removesuffix("s"), name))))


class _Gathered:
    """What notices say of one candidate."""

    def __init__(self, kind: str | None) -> None:
        self.kind = kind
        self.names: Counter[str] = Counter()
        self.forms: Counter[str] = Counter()
        self.acronyms: Counter[str] = Counter()
        self.languages: dict[str, str] = {}
        self.relations: Counter[str] = Counter()
        self.proofs: dict[str, None] = {}
        self.uses: dict[tuple[str, int], Use] = {}

    def add(
        self,
        document: Document,
        posting: Posting,
        claim: Claim,
        name: str,
        forms: tuple[str, ...],
    ) -> None:
        """Take in one claim that names it."""
        proofs = [proof for proof in claim.proofs if proof.iri not in self.proofs]
        self.proofs.update(dict.fromkeys(proof.iri for proof in proofs))
        self.names[name] += len(proofs) or 1
        self.forms.update((name, *forms))
        self.relations[claim.relation.name] += len(proofs) or 1
        self.languages[document.sha256] = document.language or _DEFAULT
        self.acronyms.update(_defined(posting, name))
        for proof in proofs:
            use = _use(document, posting, proof)
            self.uses.setdefault((use.source, use.start), use)

    def candidate(self) -> Candidate:
        """Return what was gathered."""
        uses = sorted(self.uses.values(), key=lambda use: (use.source, use.start))
        return Candidate(
            name=_common(self.names)[0],
            kind=self.kind,
            count=len(self.proofs) or sum(self.names.values()),
            notices=len(self.languages),
            language=_common(Counter(self.languages.values()))[0],
            forms=_common(self.forms),
            acronyms=_common(self.acronyms),
            relations=_common(self.relations),
            uses=tuple(uses[:_MOST_SENTENCES]),
        )


def _common(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda text: (-counted[text], text)))


def _defined(posting: Posting, name: str) -> Iterator[str]:
    """Yield the short forms that the notice defines for a name."""
    for acronym in posting.vacancy.acronyms:
        if folded(acronym.long) == folded(name):
            yield encodable(acronym.short)


def _use(document: Document, posting: Posting, proof: Proof) -> Use:
    text = document.text or ""
    sections = posting.vacancy.sections
    section = next((one for one in sections if one.start <= proof.start < one.end), None)
    span = sentence_at(text, section, proof.start) if section is not None else None
    start, end = span or (proof.start, proof.end)
    words = text[min(start, proof.start) : max(end, proof.end)] or proof.quote or ""
    return Use(document.source, min(start, proof.start), encodable(flatten(words)))
