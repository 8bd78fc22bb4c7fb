"""The agreed example of one notice in RDF, and what of it a build lacks."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph
from dottedline.ontology import terms as t
from places import SHARED
from pyoxigraph import Quad, RdfFormat, Triple

EXAMPLE = SHARED / "design" / "example_003.ttl"
NOTICE = SHARED / "notices" / "003_2b19b7eec473ac13.txt"

#: What annotators need not write down, so that a build from annotations may lack it.
OPTIONAL = frozenset({t.VIA, t.CHOICE, t.TOPIC, t.URGENCY, t.CUE, t.SECTION})


def example() -> frozenset[Triple]:
    """Return the triples of the example."""
    return frozenset(
        quad.triple for quad in pyoxigraph.parse(path=str(EXAMPLE), format=RdfFormat.TURTLE)
    )


def missing(built: Iterable[Quad], *, without: Iterable[object] = ()) -> list[str]:
    """Return the example's triples that a build lacks, sorted; `without` names predicates to skip.

    The nodes of choices go with their predicate.
    """
    skipped = set(without)
    have = {quad.triple for quad in built}
    choices = {quad for quad in example() if t.CHOICE in skipped and quad.object == t.CHOICE_CLASS}
    gone = {triple.subject for triple in choices}
    lacking = (
        triple
        for triple in example() - have
        if triple.predicate not in skipped and triple.subject not in gone
    )
    return sorted(str(triple) for triple in lacking)
