"""Posts and entities of a graph, as a numbered list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Entry", "entries", "selected"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One node of the graph as a list shows it.

    Attributes:
        stations: the duty stations of the vacancies that advertise it.
        number: its place in the list of the entire graph; the same in each command.
        lines: how many reporting lines leave it.
        named_by: how many notices name it.
    """

    number: int
    iri: str
    label: str
    kind: str
    advertised: bool
    candidate: bool
    organization: str | None
    country: str | None
    place: str | None
    stations: tuple[str, ...]
    aliases: tuple[str, ...]
    definition: str | None
    rests_on: str | None
    lines: int
    named_by: int

    def as_json(self) -> dict[str, Any]:
        """Return the entry as JSON-able data."""
        return asdict(self)


def entries(graph: nx.MultiDiGraph[str]) -> tuple[Entry, ...]:
    """Return all nodes: advertised posts first, then by kind and label, numbered from one."""
    nodes = sorted(((iri, dict(data)) for iri, data in graph.nodes(data=True)), key=_order)
    stations = _stations(graph)
    return tuple(
        _entry(number, iri, graph, stations.get(iri, ()))
        for number, (iri, _) in enumerate(nodes, 1)
    )


def _stations(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[str, ...]]:
    """Return the duty stations under which each position was advertised."""
    found: dict[str, set[str]] = {}
    for notice in graph.graph["notices"]:
        for vacancy in notice["vacancies"]:
            if vacancy["duty_station"]:
                found.setdefault(vacancy["position"], set()).add(vacancy["duty_station"])
    return {iri: tuple(sorted(names)) for iri, names in found.items()}


def _order(node: tuple[str, dict[str, Any]]) -> tuple[bool, str, str, str]:
    iri, data = node
    return (not data["advertised"], str(data["kind"]), str(data["label"]).casefold(), iri)


def _entry(number: int, iri: str, graph: nx.MultiDiGraph[str], stations: tuple[str, ...]) -> Entry:
    data = graph.nodes[iri]
    return Entry(
        number=number,
        iri=iri,
        label=data["label"],
        kind=data["kind"] or "",
        advertised=data["advertised"],
        candidate=data["candidate"],
        organization=data["organization_label"],
        country=data["country"],
        place=data["place"],
        stations=stations,
        aliases=tuple(data["aliases"]),
        definition=data["definition"],
        rests_on=data.get("rests_on"),
        lines=sum(_is_line(edge) for _, _, edge in graph.out_edges(iri, data=True)),
        named_by=len(data["notices"]),
    )


def _is_line(edge: dict[str, Any]) -> bool:
    return edge["line"] is not None and edge["line"] != "above"


def selected(
    listed: Iterable[Entry], *, kind: str | None = None, posts: bool = False
) -> tuple[Entry, ...]:
    """Keep the entries of a kind, or those that a notice advertises, numbers unchanged."""
    return tuple(
        entry
        for entry in listed
        if (kind is None or entry.kind == kind) and (entry.advertised or not posts)
    )
