"""Network: pyvis as the keeper of what the page draws, without the page that pyvis writes.

pyvis 0.3.2 renders without autoescape, calls two servers and lays out at random in the browser;
here it holds the nodes and edges, and lends the vis-network file out of its wheel.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]  # pyvis has no types

from .templates import environment

__all__ = ["OrgNetwork", "library"]

LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"


class OrgNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that renders our template, escaped, and writes no file.

    Example:
        >>> network = OrgNetwork()
        >>> network.add_nodes(["officer", "chief"])
        >>> network.add_edge("officer", "chief", id=0)
        >>> network.add_edge("officer", "chief", id=1)
        >>> network.num_edges()
        2
    """

    def __init__(self, page: Mapping[str, object] | None = None) -> None:
        """Take what the template shows besides nodes and edges."""
        super().__init__(directed=True, cdn_resources="in_line")  # undirected drops parallel edges
        self.templateEnv = environment()
        self.path = "page.html"
        self.page = dict(page or {})

    def generate_html(self, **_: Any) -> str:
        """Render the page; the arguments that pyvis knows have no meaning here."""
        return str(self.templateEnv.get_template(self.path).render(**self.page))


def library() -> str:
    """Read the vis-network file out of the installed pyvis.

    Raises:
        ValueError: the file would end its own script element.
    """
    text = files("pyvis").joinpath(LIBRARY).read_text("utf-8")
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"pyvis {LIBRARY} cannot stand in a page; install pyvis 0.3.2")
    lines = text.replace("\r\n", "\n").split("\n")  # its strings hold other line ends
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL"))
