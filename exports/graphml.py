"""The graph for other graph programs: GraphML and GEXF, attributes as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from ..graph.legible import printable

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

__all__ = ["gexf", "graphml"]

_GEXF = "{http://www.gexf.net/1.2draft}"
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def graphml(graph: Graph) -> str:
    r"""Write a graph as GraphML; lists become lines, evidence becomes JSON.

    Example:
        >>> import networkx as nx
        >>> graph = nx.MultiDiGraph()
        >>> graph.add_node("a", label="bad \x00 name")
        >>> "bad &#65533; name" in graphml(graph)
        True
    """
    import networkx as nx

    flat = _flat(graph)
    body = "\n".join(nx.generate_graphml(flat, edge_id_from_attribute="id", named_key_ids=True))
    return _DECLARATION + body + "\n"


def gexf(graph: Graph) -> str:
    """Write a graph as GEXF, without the date that its writer would put in."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(_flat(graph))
    root = ElementTree.fromstring(str(writer))
    for meta in [*root.findall("meta"), *root.findall(f"{_GEXF}meta")]:
        root.remove(meta)
    ElementTree.register_namespace("", _GEXF.strip("{}"))
    return _DECLARATION + ElementTree.tostring(root, encoding="unicode") + "\n"


def _flat(graph: Graph) -> Graph:
    import networkx as nx

    flat: Graph = nx.MultiDiGraph()
    for iri in sorted(graph):
        flat.add_node(iri, **dict(_texts(graph.nodes[iri])))
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (start, end, key, edge) in enumerate(edges):
        flat.add_edge(start, end, key, id=f"e{number}", **dict(_texts(edge)))
    return flat


def _texts(attributes: Mapping[str, Any]) -> Iterator[tuple[str, str | int | bool]]:
    for name, value in attributes.items():
        if isinstance(value, list):
            plain = all(isinstance(item, str) for item in value)
            text = "\n".join(value) if plain else json.dumps(value, ensure_ascii=False)
            yield name, printable(text)
        elif isinstance(value, bool | int):
            yield name, value
        else:
            yield name, printable(value or "")
