"""The graph as JSON, in networkx's node-link form, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

__all__ = ["NotAGraph", "as_json", "from_json"]


class NotAGraph(ValueError):
    """JSON that holds no graph of ours."""

    def __init__(self, reason: str) -> None:
        """Keep what is wrong."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Say what is wrong, and what to do."""
        return f"this is no graph.json ({self.reason}): build it again"


def as_json(graph: Graph) -> str:
    """Write a graph as node-link JSON, sorted, so that equal graphs give equal text.

    Example:
        >>> import networkx as nx
        >>> graph = nx.MultiDiGraph()
        >>> _ = graph.add_edge("a", "b", "reportsTo", count=1)
        >>> json.loads(as_json(graph))["edges"]
        [{'source': 'a', 'target': 'b', 'key': 'reportsTo', 'count': 1}]
    """
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    data = {
        "directed": True,
        "multigraph": True,
        "graph": graph.graph,
        "nodes": [{"id": iri, **graph.nodes[iri]} for iri in sorted(graph)],
        "edges": [
            {"source": start, "target": end, "key": key, **edge} for start, end, key, edge in edges
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Graph:
    """Read back what `as_json` wrote.

    Raises:
        NotAGraph: the text is no JSON, or holds something else.

    Example:
        >>> from_json("[]")
        Traceback (most recent call last):
        ...
        dottedline.graph.jsonfile.NotAGraph: this is no graph.json (no nodes): build it again
    """
    import networkx as nx

    try:
        data = json.loads(text)
    except ValueError as error:
        raise NotAGraph(str(error)) from None
    if not isinstance(data, dict) or not data.get("multigraph") or not data.get("directed"):
        raise NotAGraph("no nodes")
    return cast("Graph", nx.node_link_graph(data, edges="edges"))
