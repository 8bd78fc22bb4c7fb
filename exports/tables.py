"""The graph as a table for spreadsheets: one row an edge and piece of evidence."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..graph.legible import printable

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["COLUMNS", "neutral", "relations"]

COLUMNS = ("subject", "relation", "object", "source", "start", "end", "quote")

# Excel takes a file without this mark for one in the local code page
_MARK = "\ufeff"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf"})


def relations(graph: nx.MultiDiGraph[str]) -> str:
    r"""Write each edge with each of its pieces of evidence, sorted; the relation is the edge's key.

    Example:
        >>> import networkx as nx
        >>> relations(nx.MultiDiGraph()).lstrip(_MARK)
        'subject,relation,object,source,start,end,quote\r\n'
    """
    text = io.StringIO(newline="")
    text.write(_MARK)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in sorted(_rows(graph)):
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def neutral(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula, spaces of any sort before it or not.

    Example:
        >>> neutral("=1+1")
        "'=1+1"
        >>> neutral("SMT")
        'SMT'
    """
    text = printable(cell)
    first = next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "")
    return f"'{text}" if first in _STARTS_A_FORMULA else text


def _rows(
    graph: nx.MultiDiGraph[str],
) -> Iterator[tuple[str, str, str, str, int, int, str]]:
    for start, end, key, edge in graph.edges(keys=True, data=True):
        subject, target = graph.nodes[start]["label"], graph.nodes[end]["label"]
        for one in edge["evidence"]:
            quote = one["quote"] or ""
            yield subject, key, target, one["source"], one["start"], one["end"], quote
