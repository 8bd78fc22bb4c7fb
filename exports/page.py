"""Page: the graph as one HTML file that explains itself and asks nothing of any network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .chart import LOOKS, TITLE, drawing, summary
from .layout import layout
from .policy import policy
from .strokes import strokes
from .templates import environment, source

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["SCRIPTS", "as_data", "page"]

SCRIPTS = ("data.js", "ego.js", "stage.js", "panel.js", "search.js", "page.js")

# What could end a script element, or a line of JavaScript in older browsers.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def page(graph: nx.MultiDiGraph[str]) -> str:
    """Write a graph as an interactive page: chart, search, quotes, lists and table.

    Every string of a notice is escaped as text or as data; the page's own policy lets nothing run
    but its two scripts, and lets nothing be fetched.
    """
    from markupsafe import Markup

    from .network import OrgNetwork, library
    from .page_data import Contents

    plan = layout(graph)
    contents = Contents(graph, plan)
    network = OrgNetwork()
    for node in contents.nodes():
        network.add_node(node.pop("id"), **node)
    for edge in contents.edges():
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    script, style, vis = _script(), _style(), library()
    network.page = {
        "title": TITLE,
        "summary": summary(graph, plan),
        "policy": policy(scripts=(vis, script), style=style),
        "style": Markup(style),  # ours, and vis-network's: neither holds a word of a notice
        "script": Markup(script),
        "library": Markup(vis),
        "drawing": drawing(graph, plan),
        "data": Markup(as_data(_data(network, contents))),  # escaped by as_data
        "relations": contents.relations,
        "looks": [look.words for look in LOOKS],
        "lists": contents.lists(),
        "rows": contents.rows(),
    }
    return network.generate_html()


def as_data(value: object) -> str:
    r"""Write a value as JSON that can stand in a script element.

    Example:
        >>> as_data("</script>")
        '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES)


def _data(network: Any, contents: Any) -> dict[str, object]:
    unused = ("label", "shape", "font", "color", "arrows")  # pyvis adds them; the page draws itself
    return {
        "nodes": [{k: v for k, v in node.items() if k not in unused} for node in network.nodes],
        "edges": [{k: v for k, v in edge.items() if k not in unused} for edge in network.edges],
        "relations": [
            {"label": r.label, "inverse": r.inverse, "stroke": r.stroke.name, "line": r.line}
            for r in contents.relations
        ],
        "strokes": {
            s.name: {
                "width": s.width,
                "dash": [float(n) for n in s.dash.split()],
                "round": s.round,
            }
            for s in strokes().values()
        },
    }


def _script() -> str:
    return "(() => {\n'use strict';\n" + "\n".join(map(source, SCRIPTS)) + "})();\n"


def _style() -> str:
    return environment().get_template("page.css").render(strokes=list(strokes().values()))
