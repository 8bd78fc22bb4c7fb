"""A build of one sample notice, small enough to be broken in many ways and checked each time."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dottedline.graph.identity import BASE, Mint
from dottedline.ontology import terms as t
from dottedline.store.folder import BuildFolder, opened
from dottedline.store.pipeline import build
from dottedline.store.triplestore import load
from dottedline.store.triplestore import opened as opened_store
from places import SAMPLES
from pyoxigraph import Literal, NamedNode, Quad

NOTICE = SAMPLES / "iom_field_security_officer_ndjamena_2026.html"
REGISTRY = NamedNode(Mint(BASE).registry())
ENTRIES = ("chief-of-mission", "iom", "iom-oss", "security-management-team")

Term = NamedNode | Literal


class NothingSaid(LookupError):
    """There is nothing to take out."""


@dataclass
class Data:
    """Statements of a build that a seed may change, with names for some of its nodes.

    Attributes:
        quads: the statements.
        files: what is written over files of the build, by their place in it; None takes one away.
    """

    quads: set[Quad]
    files: dict[str, bytes | None] = field(default_factory=dict)

    def about(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        """Return what is said of a subject, sorted."""
        found = {q.object for q in self.quads if q.subject == subject and q.predicate == predicate}
        return sorted((one for one in found if isinstance(one, NamedNode | Literal)), key=str)

    def one(self, subject: NamedNode, predicate: NamedNode) -> NamedNode:
        """Return the node that a predicate of a subject points to."""
        nodes = (one for one in self.about(subject, predicate) if isinstance(one, NamedNode))
        for node in nodes:
            return node
        raise NothingSaid(f"of {subject} by {predicate}")

    def members(self, kind: NamedNode, **about: Term) -> list[NamedNode]:
        """Return the members of a class of which something is said, sorted."""
        wanted = {t.DL(name): value for name, value in about.items()}
        found = {q.subject for q in self.quads if q.predicate == t.TYPE and q.object == kind}
        nodes = sorted((one for one in found if isinstance(one, NamedNode)), key=str)
        return [
            node
            for node in nodes
            if all(value in self.about(node, name) for name, value in wanted.items())
        ]

    def drop(
        self, subject: NamedNode, predicate: NamedNode | None = None, value: Term | None = None
    ) -> None:
        """Take statements out."""
        gone = {
            q
            for q in self.quads
            if q.subject == subject
            and predicate in (None, q.predicate)
            and value in (None, q.object)
        }
        if not gone:
            raise NothingSaid(f"of {subject} by {predicate}")
        self.quads -= gone

    def add(
        self, subject: NamedNode, predicate: NamedNode, value: Term, graph: NamedNode | None = None
    ) -> None:
        """Add a statement, to the graph that speaks of the subject unless one is named."""
        self.quads.add(Quad(subject, predicate, value, graph or self.graph_of(subject)))

    def swap(self, subject: NamedNode, predicate: NamedNode, *values: Term) -> None:
        """Say something else of a subject, or nothing, in the graph that said it."""
        told = {q for q in self.quads if q.subject == subject and q.predicate == predicate}
        graphs = sorted((q.graph_name for q in told), key=str)
        graph = graphs[0] if graphs else self.graph_of(subject)
        assert isinstance(graph, NamedNode)
        self.quads -= told
        for value in values:
            self.add(subject, predicate, value, graph)

    def graph_of(self, subject: NamedNode) -> NamedNode:
        """Return the graph of the notice if it speaks of a subject, else the first that does."""
        graphs = {q.graph_name for q in self.quads if q.subject == subject}
        if self.claims in graphs:
            return self.claims
        first = min(graphs, key=str)
        assert isinstance(first, NamedNode)
        return first

    @property
    def notice(self) -> NamedNode:
        """The notice."""
        return self.members(t.NOTICE)[0]

    @property
    def claims(self) -> NamedNode:
        """The graph of its claims."""
        (notice,) = {
            q.subject for q in self.quads if q.predicate == t.TYPE and q.object == t.NOTICE
        }
        assert isinstance(notice, NamedNode)
        return NamedNode(Mint.claims(notice.value))

    @property
    def posting(self) -> NamedNode:
        """The posting."""
        return self.members(t.JOB_POSTING)[0]

    @property
    def post(self) -> NamedNode:
        """The advertised post."""
        return self.members(t.ADVERTISED_POST)[0]

    @property
    def position(self) -> NamedNode:
        """The position that the post fills."""
        return self.one(self.post, t.OCCURRENCE_OF)

    @property
    def line(self) -> NamedNode:
        """The claim that states the direct line."""
        return self.members(t.ASSERTION, relation=t.REPORTS_DIRECTLY_TO, modality=t.STATED)[0]

    @property
    def aside(self) -> NamedNode:
        """A claim about others."""
        return self.members(t.THIRD_PARTY_ASSERTION)[0]

    @property
    def evidence(self) -> NamedNode:
        """The evidence of the direct line."""
        return self.one(self.line, t.WAS_DERIVED_FROM)

    @property
    def statement(self) -> NamedNode:
        """A reference statement that has its plain triple."""
        found = self.members(t.REFERENCE_ASSERTION, modality=t.STATED)
        return next(
            one
            for one in found
            if not self.about(one, t.CAVEAT) and self.one(one, t.CONFIDENCE) != t.GENERAL_KNOWLEDGE
        )

    def plain(self, claim: NamedNode) -> tuple[NamedNode, NamedNode, Term]:
        """Return the plain triple of a claim."""
        (value,) = self.about(claim, t.OBJECT)
        return self.one(claim, t.SUBJECT), self.one(claim, t.RELATION), value

    def written(self, whole: BuildFolder, folder: Path) -> BuildFolder:
        """Write the data as a build, its other files as they are in the whole one."""
        shutil.copytree(whole.path, folder, ignore=shutil.ignore_patterns("store"))
        for name, data in self.files.items():
            (folder / name).unlink() if data is None else (folder / name).write_bytes(data)
        load(sorted(self.quads, key=str), folder / "store")
        return opened(folder)


def whole(folder: Path, notices: Iterable[Path] = (NOTICE,)) -> tuple[BuildFolder, frozenset[Quad]]:
    """Build notices, and return the build with its statements, but for most of the lexicon."""
    built = build(list(notices), folder).folder
    quads = frozenset(opened_store(built.store))
    return built, frozenset(quad for quad in quads if _kept(quad))


def _kept(quad: Quad) -> bool:
    subject = str(quad.subject).strip("<>")
    if quad.graph_name in (t.POLICY_GRAPH, t.PUBLISHED_GRAPH) or subject in t.RULES:
        return False
    if quad.graph_name != t.VOCABULARY_GRAPH or subject not in t.REF:
        return True
    slug = t.REF.local(subject)
    return slug in ENTRIES or slug.startswith("source-")
