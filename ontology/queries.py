"""The SPARQL queries that come with the project, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from . import HERE

__all__ = ["HeaderMissing", "Query", "queries"]


@dataclass(frozen=True, slots=True)
class Query:
    """A query, the short title that lists show, and the question that it answers."""

    name: str
    title: str
    text: str
    question: str


class HeaderMissing(ValueError):
    """A query file whose leading comments lack a line that they must have."""

    def __init__(self, path: Path, header: str) -> None:
        """Keep the facts of the fault."""
        super().__init__(path, header)
        self.path, self.header = path, header

    def __str__(self) -> str:
        """Say what is wrong, where, and what to do."""
        return f"{self.path.name} has no '# {self.header}: ...' line: add it above the query"


@cache
def queries() -> Mapping[str, Query]:
    """Read the queries of this folder, once, sorted by name.

    The name is the file's; title and question stand in comments above the query.

    Raises:
        HeaderMissing: a file lacks its title or its question.
    """
    paths = sorted((HERE / "queries").glob("*.rq"))
    return MappingProxyType({path.stem: read(path) for path in paths})


def read(path: Path) -> Query:
    """Read one query file.

    Raises:
        HeaderMissing: the file lacks its title or its question.
    """
    text = path.read_text("utf-8")
    headers = _headers(text)
    for header in ("title", "question"):
        if not headers.get(header):
            raise HeaderMissing(path, header)
    return Query(path.stem, headers["title"], text, headers["question"])


def _headers(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        name, colon, value = line.removeprefix("#").partition(":")
        if colon:
            found.setdefault(name.strip(), value.strip())
    return found
