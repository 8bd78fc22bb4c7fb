"""Reporting lines that run in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from ...ontology import terms as t
from .faults import Fault

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["circles"]


def circles(store: Store, graphs: Iterable[NamedNode]) -> Iterator[Fault]:
    """Give one fault for each circle that the reporting lines of some graphs make together.

    It stands at the first of those in it, and its value is the shortest way back to that one.
    """
    import networkx as nx

    drawn: nx.DiGraph[str] = nx.DiGraph()
    for graph in graphs:
        for quad in store.quads_for_pattern(None, t.ORG_REPORTS_TO, None, graph):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode):
                drawn.add_edge(subject.value, value.value)
    for members in nx.strongly_connected_components(drawn):
        first = min(members)
        if len(members) > 1 or drawn.has_edge(first, first):
            yield Fault(first, "reporting-cycle", " ".join(_shortest(drawn, members, first)))


def _shortest(drawn: nx.DiGraph[str], members: Iterable[str], first: str) -> list[str]:
    """Return the shortest way from a member of a circle back to itself."""
    import networkx as nx

    among: nx.DiGraph[str] = nx.DiGraph(sorted(drawn.subgraph(members).edges))
    ways = ([first, *nx.shortest_path(among, after, first)] for after in among[first])
    return min(ways, key=lambda way: (len(way), way))
