"""Why two nodes of a graph are tied: the sentences, cues and rules behind each edge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ..graph.document import Document
from ..graph.identity import Mint
from ..ontology.rules import rules
from ..ontology.spelling import folded
from ..ontology.terms import DL, REPORTS_TO
from ..ontology.vocabulary import vocabulary
from ..vacancies.model import SectionSpan
from ..vacancies.passages import cue_spans, sentence_at

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Line", "Near", "Reason", "Reasons", "Said", "reasons"]

Span = tuple[int, int]
Texts = Callable[[Iterable[str]], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Said:
    """One place that states an edge: the sentence, where it stands, the cue and the rule.

    Offsets count code points of the notice's text, of which `sentence` is a part. `heading` is that
    of the section, where it has one; `reason` what the rule says of itself, None for a rule that
    there is no more.
    """

    source: str
    section: str | None
    heading: str | None
    start: int
    end: int
    sentence: str
    object_start: int
    object_end: int
    cue: str | None
    cue_spans: tuple[Span, ...]
    rule: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One edge and all that states it; `choice` names the alternatives of one phrase."""

    subject: str
    subject_label: str
    object: str
    object_label: str
    relation: str
    label: str
    line: str | None
    modality: str
    conditions: tuple[str, ...]
    via: tuple[str, ...]
    choice: tuple[str, ...]
    topics: tuple[str, ...]
    urgencies: tuple[str, ...]
    notices: int
    first: str | None
    last: str | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """An edge that is nearly the one asked for: one end bears the name of what was meant."""

    subject_label: str
    relation: str
    label: str
    object_label: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a notice says of the reporting line of a post: stated, and to whom, or not."""

    source: str
    post: str
    state: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The edges between two sets of nodes; where there is none, what comes nearest."""

    edges: tuple[Reason, ...]
    near: tuple[Near, ...] = ()
    lines: tuple[Line, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the reasons as JSON-able data."""
        return {
            "edges": [asdict(one) for one in self.edges],
            "near": [asdict(one) for one in self.near],
            "lines": [asdict(one) for one in self.lines],
        }


def reasons(
    graph: nx.MultiDiGraph[str], ones: Iterable[str], others: Iterable[str], texts: Texts
) -> Reasons:
    """Return why nodes of two sets are tied, in either direction.

    `texts` gives the documents behind the hashes of notices that it is asked for.
    """
    firsts, seconds = list(ones), list(others)
    there, back = _edges(graph, firsts, set(seconds)), _edges(graph, seconds, set(firsts))
    found = sorted({**there, **back}.values(), key=_rank)
    if not found:
        near = _near(graph, firsts, seconds)
        return Reasons((), near, tuple(_lines(graph, {*firsts, *seconds})))
    documents = _documents(graph, [edge for *_, edge in found], texts)
    return Reasons(tuple(_reason(graph, *one, documents) for one in found))


def _edges(
    graph: nx.MultiDiGraph[str], subjects: list[str], targets: set[str]
) -> dict[tuple[str, str, str], tuple[str, str, dict[str, Any]]]:
    """Return the edges from some nodes to others, by ends and key, so that each counts once."""
    return {
        (subject, target, key): (subject, target, edge)
        for subject, target, key, edge in graph.out_edges(subjects, keys=True, data=True)
        if target in targets
    }


def _rank(one: tuple[str, str, dict[str, Any]]) -> int:
    return list(vocabulary().properties).index(one[2]["relation"])


def _documents(
    graph: nx.MultiDiGraph[str], edges: Iterable[dict[str, Any]], texts: Texts
) -> dict[str, Document]:
    """Return the documents that edges rest on, by the IRI of their notice."""
    wanted = {proof["notice"] for edge in edges for proof in edge["evidence"]}
    notices = graph.graph["notices"]
    hashes = [notice["sha256"] for notice in notices if notice["id"] in wanted]
    mint = Mint(graph.graph["base"])
    return {mint.notice(document.sha256): document for document in texts(hashes)}


def _reason(
    graph: nx.MultiDiGraph[str],
    subject: str,
    target: str,
    edge: dict[str, Any],
    documents: Mapping[str, Document],
) -> Reason:
    return Reason(
        subject=subject,
        subject_label=_label(graph, subject),
        object=target,
        object_label=_label(graph, target),
        relation=edge["relation"],
        label=edge["label"],
        line=edge["line"],
        modality=edge["modality"],
        conditions=tuple(edge["conditions"]),
        via=tuple(_label(graph, iri) for iri in edge["via"]),
        choice=tuple(_alternatives(graph, subject, edge)),
        topics=tuple(edge["topics"]),
        urgencies=tuple(edge["urgencies"]),
        notices=len(edge["notices"]),
        first=edge["first"],
        last=edge["last"],
        said=tuple(_said(proof, documents.get(proof["notice"])) for proof in edge["evidence"]),
    )


def _label(graph: nx.MultiDiGraph[str], iri: str) -> str:
    return str(graph.nodes[iri]["label"]) if iri in graph else iri


def _alternatives(graph: nx.MultiDiGraph[str], subject: str, edge: dict[str, Any]) -> Iterator[str]:
    """Yield the names of which the edge's object is one, where a phrase leaves the choice."""
    chosen = set(edge["choices"])
    for _, target, other in graph.out_edges(subject, data=True):
        if chosen & set(other["choices"]) and other["relation"] == edge["relation"]:
            yield _label(graph, target)


def _said(proof: Mapping[str, Any], document: Document | None) -> Said:
    text = document.text if document is not None and document.text else ""
    section = _section(document, proof["start"])
    start, end = _sentence(text, section, proof["start"], proof["end"])
    cue = proof["cue"]
    clause = (proof["start"], max(end, proof["end"]))
    return Said(
        source=proof["source"],
        section=proof["section"],
        heading=section.heading if section else None,
        start=start,
        end=end,
        sentence=text[start:end] or proof["quote"] or "",
        object_start=proof["object_start"],
        object_end=proof["object_end"],
        cue=cue,
        cue_spans=cue_spans(text, *clause, cue) if cue and text else (),
        rule=proof["rule"],
        reason=_rule_reasons().get(proof["rule"]),
    )


@cache
def _rule_reasons() -> Mapping[str, str]:
    return {rule.name: rule.reason for rule in rules()}


def _section(document: Document | None, at: int) -> SectionSpan | None:
    if document is None:
        return None
    spans = (one for vacancy in document.extraction.vacancies for one in vacancy.sections)
    return next((one for one in spans if one.start <= at < one.end), None)


def _sentence(text: str, section: SectionSpan | None, start: int, end: int) -> Span:
    """Return the span of the whole sentence that a clause stands in, and of the clause itself."""
    found = sentence_at(text, section, start) if section is not None and text else None
    return (start, end) if found is None else (min(start, found[0]), max(end, found[1]))


def _near(graph: nx.MultiDiGraph[str], ones: list[str], others: list[str]) -> tuple[Near, ...]:
    found: dict[Near, None] = {}
    for mine, meant in ((ones, others), (others, ones)):
        named = [_names(graph, iri) for iri in meant]
        for subject, target, edge in _touching(graph, mine):
            far = target if subject in mine else subject
            if any(_names(graph, far) & names for names in named):
                one, two = (_label(graph, iri) for iri in (subject, target))
                found[Near(one, edge["relation"], edge["label"], two)] = None
    return tuple(found)


def _touching(
    graph: nx.MultiDiGraph[str], nodes: list[str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield from graph.out_edges(nodes, data=True)
    yield from graph.in_edges(nodes, data=True)


def _names(graph: nx.MultiDiGraph[str], iri: str) -> set[str]:
    """Return what tells that two nodes share a name: their role, or a spelling of theirs."""
    data = graph.nodes[iri]
    return {str(data["role"] or iri), *(folded(name) for name in (data["label"], *data["aliases"]))}


def _lines(graph: nx.MultiDiGraph[str], nodes: set[str]) -> Iterator[Line]:
    """Yield what the notices that advertise the nodes say of their reporting line."""
    for notice in graph.graph["notices"]:
        for vacancy in notice["vacancies"]:
            iri, source = vacancy["position"] or vacancy["post"], notice["source"]
            if iri in nodes:
                above = tuple(dict.fromkeys(_above(graph, iri, source)))
                yield Line(source, vacancy["label"], vacancy["line"], above)


def _above(graph: nx.MultiDiGraph[str], iri: str, source: str) -> Iterator[str]:
    for _, target, edge in graph.out_edges(iri, data=True):
        if edge["family"] == DL.local(REPORTS_TO) and source in edge["notices"]:
            yield _label(graph, target)
