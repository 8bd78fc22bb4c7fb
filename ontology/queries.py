"""The SPARQL queries that come with the project, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from . import HERE

__all__ = ["ANSWERED_FROM", "ASKED_BY", "HeaderMissing", "HeaderUnknown", "Query", "queries"]

#: Who asks, in the order of lists.
ASKED_BY = ("designers", "trainers", "analysts")

#: Which graphs of the store an answer rests on.
ANSWERED_FROM = ("notices", "reference", "notices and reference", "vocabulary")

_NEEDED = ("title", "question", "asked by", "answered from", "columns")
_HEADERS = frozenset((*_NEEDED, "number", "note"))
_CONTINUED = "  "


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and what the comments above it say of it.

    `title` is what lists show, `description` who needs it, `columns` what it selects. A
    competency question has a `number`; `note` says what must be known to read the answer.
    """

    name: str
    title: str
    text: str
    question: str
    asked_by: str
    answered_from: str
    columns: tuple[str, ...]
    description: str
    number: int | None = None
    note: str | None = None


class HeaderMissing(ValueError):
    """A query file whose leading comments lack a line that they must have."""

    def __init__(self, path: Path, header: str) -> None:
        """Keep the facts of the fault."""
        super().__init__(path, header)
        self.path, self.header = path, header

    def __str__(self) -> str:
        """Say what is wrong, where, and what to do."""
        return f"{self.path.name} has no '# {self.header}: ...' line: add it above the query"


class HeaderUnknown(ValueError):
    """A query file with a line among its leading comments that says what cannot be."""

    def __init__(self, path: Path, header: str, value: str, known: str) -> None:
        """Keep the facts of the fault."""
        super().__init__(path, header, value, known)
        self.path, self.header, self.value, self.known = path, header, value, known

    def __str__(self) -> str:
        """Say what is wrong, where, and what to do."""
        return f"{self.path.name}: '# {self.header}: {self.value}' is not known, write {self.known}"


@cache
def queries() -> Mapping[str, Query]:
    """Read the queries of this folder, once, sorted by name.

    The name is the file's; what else there is to say stands in comments above the query.

    Raises:
        HeaderMissing: a file lacks a line that it must have.
        HeaderUnknown: a line names a group, a graph or a number that there is not.
    """
    paths = sorted((HERE / "queries").glob("*.rq"))
    return MappingProxyType({path.stem: read(path) for path in paths})


def read(path: Path) -> Query:
    """Read one query file.

    Comments above the query are lines `# name: value`, continued by lines that begin with more
    than one space, and free words, which describe who needs it.

    Raises:
        HeaderMissing: the file lacks a line that it must have.
        HeaderUnknown: a line names a group, a graph or a number that there is not.
    """
    text = path.read_text("utf-8")
    headers, description = _headers(text)
    for header in _NEEDED:
        if not headers.get(header):
            raise HeaderMissing(path, header)
    return Query(
        name=path.stem,
        title=headers["title"],
        text=text,
        question=headers["question"],
        asked_by=_one_of(path, "asked by", headers, ASKED_BY),
        answered_from=_one_of(path, "answered from", headers, ANSWERED_FROM),
        columns=tuple(name.strip() for name in headers["columns"].split(",")),
        description=description,
        number=_number(path, headers),
        note=headers.get("note"),
    )


def _one_of(path: Path, header: str, headers: Mapping[str, str], known: tuple[str, ...]) -> str:
    if headers[header] not in known:
        raise HeaderUnknown(path, header, headers[header], " or ".join(known))
    return headers[header]


def _number(path: Path, headers: Mapping[str, str]) -> int | None:
    told = headers.get("number")
    if told is None:
        return None
    if not (told.isascii() and told.isdigit() and int(told)):
        raise HeaderUnknown(path, "number", told, "a whole number from 1")
    return int(told)


def _headers(text: str) -> tuple[dict[str, str], str]:
    found: dict[str, str] = {}
    described: list[str] = []
    last = ""
    for words in _comments(text):
        name, colon, value = words.partition(":")
        if words.startswith(_CONTINUED) and last:
            found[last] = f"{found[last]} {words.strip()}".strip()
        elif colon and name.strip() in _HEADERS and name.strip() not in found:
            last = name.strip()
            found[last] = value.strip()
        else:
            last = ""
            described.append(words.strip())
    return found, " ".join(filter(None, described))


def _comments(text: str) -> Iterator[str]:
    lines = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return (line.removeprefix("#") for line in lines)
