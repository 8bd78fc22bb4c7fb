"""Tables of words: tab-separated files with a header line, one row a fact."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from . import HERE

__all__ = ["LANGUAGES", "MalformedTable", "table"]

#: Languages that the tables under language/ are kept in, by ISO 639-1 code.
LANGUAGES = ("en", "es", "fr")

Row = dict[str, str]


class MalformedTable(ValueError):
    """A row with more or fewer cells than its table's header."""

    def __init__(self, name: str, line: int) -> None:
        """Keep the table's name and the line's number."""
        super().__init__(name, line)
        self.name, self.line = name, line

    def __str__(self) -> str:
        """Say which line to mend."""
        return f"ontology/{self.name}:{self.line}: give the row as many cells as the header has"


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of the table `name`, a path below ontology/; blank and # lines are skipped.

    Raises:
        MalformedTable: a row and the header differ in length.

    Example:
        >>> table("language/en/headings.tsv")[0]["kind"]
        'context'
    """
    path: Traversable = HERE
    for part in name.split("/"):
        path = path / part
    lines = path.read_text("utf-8").splitlines()
    header = lines[0].split("\t")
    return tuple(_rows(name, header, lines))


def _rows(name: str, header: list[str], lines: list[str]) -> list[Row]:
    found = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise MalformedTable(name, number)
        found.append(dict(zip(header, cells, strict=True)))
    return found
