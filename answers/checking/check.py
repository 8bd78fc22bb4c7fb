"""The check of a build: every part against the shapes, then what shapes cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from pyoxigraph import NamedNode, Store

from ...graph.identity import Mint
from ...ontology import terms as t
from ...ontology.shapes import rule
from ...store.folder import BuildFolder
from ...store.inputs import Step
from ...store.triplestore import opened
from ..reasoner import Verdict, judged, settled
from .background import Background
from .clashes import Classes, shared_labels
from .engines import ready
from .faults import Fault
from .inventory import Inventory
from .lines import circles
from .naming import Names
from .plain import unpaired
from .report import Finding, Report
from .shards import REFERENCE, Shard, Shards
from .words import altered, unexplained

__all__ = ["check"]

Found = tuple[str, Fault]

_LONGEST = 200


def check(
    folder: BuildFolder,
    *,
    engine: str | None = None,
    reasoner: bool = False,
    step: Step | None = None,
) -> Report:
    """Hold a build against the rules.

    What the store says is checked, notice by notice, since that is what queries see; quotes are
    compared with the texts in vacancies/. `engine` is a name of `ENGINES`. With `reasoner` HermiT
    reads the whole, too, which takes Java and, beyond some hundred notices, patience.

    Raises:
        BadFolder: build.json cannot be read.
        NoStore: the folder holds no store.
        NoEngine: the engine is not installed.
        ReasonerMissing: Java or a package of the reasoner is not installed.
        ReasonerFailed: the reasoner gave no verdict.
    """
    inventory = Inventory(folder)
    store = opened(folder.store)
    background = Background.of(store)
    name, validate = ready(engine, background.facts.triples)
    shards = Shards(store, inventory.base)
    classes = Classes(background)
    found: set[Found] = set()
    for number, shard in enumerate(shards):
        if step is not None:
            step("check", min(number, len(shards)), len(shards))
        faults = {one for one in validate(shard.facts.triples) if _of(one, shard)}
        faults.update(classes.take(shard), _unseen(shard, inventory, background))
        found.update((shard.graph.value, fault) for fault in faults)
    found.update(_between(store, shards, inventory, classes))
    verdict = _reasoned(store, inventory.base, step) if reasoner else None
    found.update(_judged(verdict))
    sources = {iri: str(entry["source"]) for iri, entry in inventory.entries.items()}
    names = Names(store, sources)
    findings = sorted((_finding(one, names) for one in found), key=lambda one: one.place)
    return Report(name, len(shards.notices), len(store), tuple(findings), verdict)


def _of(fault: Fault, shard: Shard) -> bool:
    """Say whether a fault is of the shard, and not of what stands beside it."""
    return NamedNode(fault.node) in shard.facts


def _unseen(shard: Shard, inventory: Inventory, background: Background) -> Iterator[Fault]:
    """Give the faults of a part that no shape can see."""
    if shard.claims:
        yield from unpaired(shard.facts, background)
    if shard.notice is not None and shard.notice.value in inventory.entries:
        text = inventory.text(shard.notice.value)
        if text is None:
            yield Fault(shard.notice.value, "text-missing")
        else:
            yield from altered(shard.facts, shard.notice, text)
        if inventory.is_read(shard.notice.value):
            yield from unexplained(shard.facts)


def _between(
    store: Store, shards: Shards, inventory: Inventory, classes: Classes
) -> Iterator[Found]:
    """Give the faults that lie between the parts."""
    registry, ontology = Mint(inventory.base).registry(), t.VOCABULARY_GRAPH.value
    listed = store.quads_for_pattern(None, t.TYPE, t.NOTICE, NamedNode(registry))
    noted = [one.subject.value for one in listed if isinstance(one.subject, NamedNode)]
    for fault in inventory.faults(noted, shards.notices):
        yield registry, fault
    for fault in classes.clashes():
        yield registry, fault
    for fault in shared_labels(store):
        yield ontology, fault
    for fault in circles(store, [NamedNode(Mint.claims(notice)) for notice in shards.notices]):
        yield registry, fault
    for graph in REFERENCE:
        for fault in circles(store, [graph]):
            yield graph.value, fault


def _reasoned(store: Store, base: str, step: Step | None) -> Verdict:
    """Return what the reasoner says of all graphs together."""
    if step is not None:
        step("reason", 0, 1)
    return judged(settled(store, NamedNode(Mint(base).registry())))


def _judged(verdict: Verdict | None) -> Iterator[Found]:
    """Give the faults that the reasoner names."""
    ontology = t.VOCABULARY_GRAPH.value
    if verdict is None:
        return
    if not verdict.consistent:
        yield ontology, Fault(ontology, "inconsistent")
    for violation in verdict.violations:
        yield ontology, Fault(ontology, "outside-owl-dl", violation)


def _finding(found: Found, names: Names) -> Finding:
    graph, fault = found
    value = shorten(names.spelt(fault.value), _LONGEST, placeholder=" ...")
    return Finding(rule(fault.rule), fault.node, names.of(fault.node), graph, value)
