"""Documents in, one graph out: who reports to whom, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .claims import Claim, Proof, Reading, read
from .document import Document, distinct
from .identity import BASE, Mint
from .legible import replaced
from .posting import Posting
from .resolve import Resolver
from .settled import Settled
from .things import Thing, named_by

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["CONDITIONAL_KEY", "knowledge"]

#: What the key of an edge ends with when the line holds only in place of another one.
CONDITIONAL_KEY = ":conditional"

_CONCEPT_LAYERS = frozenset({"concept", "candidate", "entity"})


def knowledge(documents: Iterable[Document], *, base: str = BASE) -> nx.MultiDiGraph[str]:
    """Build the graph of positions, bodies and artefacts that notices speak of.

    Nodes and edges bear JSON-able attributes only. Two notices that say the same make one edge with
    two pieces of evidence. The order of the documents does not matter.

    Raises:
        BadBase: the base is no absolute IRI that ends with a slash.

    Example:
        >>> from dottedline.vacancies.model import Extraction, Relation, Vacancy
        >>> boss = Relation(relation="reportsTo", target="Chief of Mission", kind="role")
        >>> post = Vacancy(title="Guard", organization=("IOM",), country="CD", relations=(boss,))
        >>> told = Document.of(Extraction(source="a.txt", vacancies=(post,)), b"")
        >>> [edge["label"] for *_, edge in knowledge([told]).edges(data=True)]
        ['reports to']
    """
    import networkx as nx

    resolver = Resolver(Mint(base))
    gathered = _Gathered()
    for document in distinct(documents):
        gathered.add(read(document, resolver))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(
        base=base,
        notices=sorted(gathered.notices, key=lambda notice: (notice["source"], notice["id"])),
        concepts=gathered.concepts(),
    )
    graph.add_nodes_from(gathered.nodes())
    for subject, target, key, edge in gathered.edges():
        graph.add_edge(subject, target, key, **edge)
    return graph


class _Gathered:
    """What the notices have said so far."""

    def __init__(self) -> None:
        self.notices: list[dict[str, Any]] = []
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._sources: dict[str, set[str]] = defaultdict(set)
        self._settled = Settled()
        self._nodes: set[str] = set()
        self._advertised: set[str] = set()
        self._claims: dict[tuple[str, str, str], list[tuple[Reading, Posting, Claim]]]
        self._claims = defaultdict(list)

    def add(self, reading: Reading) -> None:
        """Take in one notice."""
        source = reading.document.source
        self._settled.count(reading.things())
        for posting, claims in reading.postings:
            self._name(posting.node, source)
            self._advertised.add(posting.node.iri)
            for claim in claims:
                if not claim.third_party and isinstance(claim.target, Thing):
                    self._tell(reading, posting, claim, claim.target)
        self.notices.append(_notice(reading))

    def _tell(self, reading: Reading, posting: Posting, claim: Claim, target: Thing) -> None:
        source = reading.document.source
        self._name(target, source)
        self._forms[target.iri].update(claim.forms)
        for via in claim.via:
            self._name(via, source)
        key = claim.relation.name + ("" if claim.plain else CONDITIONAL_KEY)
        self._claims[posting.node.iri, target.iri, key].append((reading, posting, claim))

    def _name(self, thing: Thing, source: str) -> None:
        for one in named_by(thing):
            self._sources[one.iri].add(source)
        self._nodes.add(thing.iri)

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give each node with its attributes, sorted."""
        for thing in self._settled:
            if thing.iri in self._nodes:
                yield thing.iri, self._node(thing)

    def _node(self, thing: Thing) -> dict[str, Any]:
        iri = thing.iri
        aliases = {*thing.aliases, *self._forms[iri]} - {thing.label}
        owner, country = thing.organization, thing.country
        return {
            "label": thing.label,
            "kind": thing.kind,
            "layer": thing.layer,
            "role": thing.concept.iri if thing.concept else None,
            "organization": owner.iri if owner else None,
            "organization_label": owner.short if owner else None,
            "country": country.code if country else None,
            "place": _place(thing),
            "scope_basis": _basis(thing),
            "candidate": thing.candidate,
            "advertised": iri in self._advertised,
            "aliases": sorted(aliases),
            "definition": thing.definition,
            "rests_on": thing.rests_on,
            "notices": sorted(self._sources[iri]),
        }

    def edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Give each edge with its key and attributes, sorted."""
        for (subject, target, key), told in sorted(self._claims.items(), key=lambda item: item[0]):
            yield subject, target, key, _edge(told)

    def concepts(self) -> dict[str, dict[str, Any]]:
        """Give the roles, kinds of body and organisations behind the nodes, by IRI."""
        found = {}
        for thing in self._settled:
            if thing.layer in _CONCEPT_LAYERS:
                found[thing.iri] = {
                    "label": thing.label,
                    "kind": thing.kind,
                    "definition": thing.definition,
                    "rests_on": thing.rests_on,
                    "aliases": list(thing.aliases),
                    "scope": thing.scope,
                    "candidate": thing.candidate,
                }
        return found


def _place(thing: Thing) -> str | None:
    where = thing.place or thing.region
    return where.label if where else None


def _basis(thing: Thing) -> str | None:
    return None if thing.stated is None else "stated" if thing.stated else "duty station"


def _edge(told: list[tuple[Reading, Posting, Claim]]) -> dict[str, Any]:
    claims = [claim for _, _, claim in told]
    relation = claims[0].relation
    evidence = sorted(
        (
            _evidence(reading, posting, proof)
            for reading, posting, claim in told
            for proof in claim.proofs
        ),
        key=lambda one: (one["source"], one["post"], one["start"], one["end"], one["object_start"]),
    )
    dates = sorted(
        posting.vacancy.closing_date.isoformat()
        for _, posting, _ in told
        if posting.vacancy.closing_date
    )
    return {
        "relation": relation.name,
        "family": relation.family,
        "label": relation.labels["en"],
        "line": relation.line,
        "modality": _firmest(claims),
        "count": len(evidence),
        "notices": sorted({reading.document.source for reading, _, _ in told}),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "conditions": sorted({text for claim in claims for text in claim.conditions}),
        "via": sorted({thing.iri for claim in claims for thing in claim.via}),
        "choices": sorted({choice.iri for claim in claims for choice in claim.choices}),
        "topics": sorted({text for claim in claims for text in claim.topics}),
        "urgencies": sorted({text for claim in claims for text in claim.urgencies}),
        "evidence": evidence,
    }


def _firmest(claims: list[Claim]) -> str:
    found = {claim.modality for claim in claims}
    return next(modality for modality in ("Stated", "Inferred", "Conditional") if modality in found)


def _evidence(reading: Reading, posting: Posting, proof: Proof) -> dict[str, Any]:
    return {
        "notice": reading.iri,
        "source": reading.document.source,
        "post": posting.post.iri,
        "start": proof.start,
        "end": proof.end,
        "object_start": proof.object_start,
        "object_end": proof.object_end,
        "quote": proof.quote,
        "section": proof.section,
        "cue": proof.cue,
        "rule": proof.rule,
    }


def _notice(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "id": reading.iri,
        "source": document.source,
        "sha256": document.sha256,
        "language": document.language,
        "replaced": replaced(document.text or ""),
        "vacancies": [_vacancy(posting) for posting, _ in reading.postings],
    }


def _vacancy(posting: Posting) -> dict[str, Any]:
    told, owner = posting.vacancy, posting.setting.organization
    country = posting.setting.country
    return {
        "post": posting.post.iri,
        "label": posting.post.label,
        "position": posting.position.iri if posting.position else None,
        "title": told.title,
        "organization": owner.short if owner else None,
        "unit": posting.unit.label if posting.unit else None,
        "grade": told.grade,
        "duty_station": told.duty_station,
        "country": country.code if country else None,
        "closing_date": told.closing_date.isoformat() if told.closing_date else None,
        "line": posting.line,
        "none_stated": sorted(told.none_stated),
    }
