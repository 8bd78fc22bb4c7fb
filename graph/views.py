"""Ways to look at the graph: by role, by post, by reporting line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..ontology.terms import DL, REPORTS_TO, SUPERVISES

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

__all__ = ["REPORTING_FAMILIES", "post_view", "reporting_view", "role_view"]

#: The families whose edges make an organisation chart.
REPORTING_FAMILIES = frozenset({DL.local(REPORTS_TO), DL.local(SUPERVISES)})

_LISTS = ("notices", "conditions", "via", "choices", "topics", "urgencies")
_FIRMNESS = ("Stated", "Inferred", "Conditional")


def reporting_view(graph: Graph) -> Graph:
    """Keep the reporting lines and what they join.

    Lines that are said from above keep their direction, supervisor to supervised, and bear the
    line "above". Posts without a line are left out.

    Example:
        >>> import networkx as nx
        >>> graph = nx.MultiDiGraph()
        >>> _ = graph.add_edge("a", "b", "reportsTo", family="reportsTo")
        >>> _ = graph.add_edge("a", "c", "informs", family="informs")
        >>> sorted(reporting_view(graph))
        ['a', 'b']
    """
    return _of_edges(graph, lambda edge: edge["family"] in REPORTING_FAMILIES)


def post_view(graph: Graph, country: str | None = None, organization: str | None = None) -> Graph:
    """Keep the edges that leave the posts of a country or an organisation, and what they reach.

    The country is an ISO code, the organisation an IRI or its short label.
    """
    chosen = {iri for iri, node in graph.nodes(data=True) if _fits(node, country, organization)}
    view = _empty(graph)
    kept = [edge for edge in graph.edges(keys=True, data=True) if edge[0] in chosen]
    for iri in sorted(chosen.union(*({edge[0], edge[1]} for edge in kept))):
        view.add_node(iri, **graph.nodes[iri])
    _add(view, kept)
    return view


def role_view(graph: Graph) -> Graph:
    """Draw positions together by role and bodies by kind: what does any such officer look like?

    Edges that become one are merged, with all their evidence.
    """
    view = _empty(graph)
    for iri in sorted(graph):
        node = graph.nodes[iri]
        concept = node["role"] or iri
        held = view.nodes[concept] if concept in view else _as_concept(graph, concept, node)
        view.add_node(concept, **_with_notices(held, node))
    for start, end, key, edge in sorted(graph.edges(keys=True, data=True), key=lambda one: one[:3]):
        subject, target = (graph.nodes[iri]["role"] or iri for iri in (start, end))
        earlier = view.get_edge_data(subject, target, key)
        view.add_edge(subject, target, key, **(_joined(earlier, edge) if earlier else dict(edge)))
    return view


def _fits(node: Mapping[str, Any], country: str | None, organization: str | None) -> bool:
    if node["layer"] not in ("position", "post"):
        return False
    owners = (None, node["organization"], node["organization_label"])
    return country in (None, node["country"]) and organization in owners


def _empty(graph: Graph) -> Graph:
    import networkx as nx

    view: Graph = nx.MultiDiGraph()
    view.graph.update(graph.graph)
    return view


def _of_edges(graph: Graph, wanted: Callable[[Mapping[str, Any]], bool]) -> Graph:
    view = _empty(graph)
    kept = [edge for edge in graph.edges(keys=True, data=True) if wanted(edge[3])]
    for iri in sorted({iri for start, end, *_ in kept for iri in (start, end)}):
        view.add_node(iri, **graph.nodes[iri])
    _add(view, kept)
    return view


def _add(view: Graph, edges: Iterable[tuple[str, str, Any, dict[str, Any]]]) -> None:
    for start, end, key, edge in sorted(edges, key=lambda one: one[:3]):
        view.add_edge(start, end, key, **edge)


def _as_concept(graph: Graph, iri: str, node: Mapping[str, Any]) -> dict[str, Any]:
    concept = graph.graph["concepts"].get(iri)
    if concept is None or node["role"] is None:
        return {**node, "notices": []}
    return {
        **node,
        "label": concept["label"],
        "layer": "concept",
        "organization": None,
        "organization_label": None,
        "country": None,
        "place": None,
        "scope_basis": None,
        "advertised": False,
        "aliases": concept["aliases"],
        "definition": concept["definition"],
        "rests_on": concept.get("rests_on"),
        "notices": [],
    }


def _with_notices(held: Mapping[str, Any], node: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **held,
        "advertised": held["advertised"] or node["advertised"],
        "notices": sorted({*held["notices"], *node["notices"]}),
    }


def _joined(one: Mapping[str, Any], two: Mapping[str, Any]) -> dict[str, Any]:
    dates = sorted(edge[end] for edge in (one, two) for end in ("first", "last") if edge[end])
    return {
        **one,
        **{name: sorted({*one[name], *two[name]}) for name in _LISTS},
        "modality": min(one["modality"], two["modality"], key=_FIRMNESS.index),
        "count": one["count"] + two["count"],
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "evidence": [*one["evidence"], *two["evidence"]],
    }
