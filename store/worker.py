"""The process that answers one question: the store's folder as argument, the query on stdin.

It writes the sort of answer on a line, then the answer: SPARQL JSON for tables and yes or no,
N-Triples for triples. A query that fails gives one line on stderr and exit code 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph

from ..ontology.terms import PREFIXES
from .triplestore import opened

__all__ = ["answer", "main"]


def answer(store: pyoxigraph.Store, question: str) -> tuple[str, bytes]:
    """Ask a store and return the sort of answer and its bytes.

    Raises:
        SyntaxError: the question is no query.

    Example:
        >>> answer(pyoxigraph.Store(), "ASK { ?s ?p ?o }")
        ('truth', b'{"head":{},"boolean":false}')
    """
    result = store.query(question, prefixes=PREFIXES, use_default_graph_as_union=True)
    if isinstance(result, pyoxigraph.QueryTriples):
        lines = {f"{triple} .\n" for triple in result}
        return "triples", "".join(sorted(lines)).encode("utf-8")
    sort = "truth" if isinstance(result, pyoxigraph.QueryBoolean) else "table"
    return sort, result.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""


def main() -> int:
    """Answer the question on stdin and return the exit code."""
    question = sys.stdin.buffer.read().decode("utf-8")
    try:
        sort, data = answer(opened(Path(sys.argv[1])), question)
    except (SyntaxError, OSError, RuntimeError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.buffer.write(sort.encode() + b"\n" + data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
