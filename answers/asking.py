"""Questions in SPARQL: which one is meant, and its answer in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from ..ontology.queries import ASKED_BY, Query, queries
from ..ontology.terms import DL, PREFIXES
from ..ontology.vocabulary import declared
from ..store import tokens
from ..store.folder import BuildFolder
from ..vacancies.readers import shown
from .naming import UnknownName, meant

if TYPE_CHECKING:
    from ..store.answer import Answer

__all__ = [
    "FORMS",
    "UnknownQuery",
    "UnreadableQuery",
    "answered",
    "meant_query",
    "misspelt",
    "remark",
    "shipped",
    "shown_queries",
]

FORMS: Mapping[str, Callable[[Answer], str]] = {
    "csv": lambda answer: answer.csv(),
    "json": lambda answer: answer.json(),
    "tsv": lambda answer: answer.tsv(),
    "turtle": lambda answer: answer.turtle(),
    "xml": lambda answer: answer.xml(),
}
"""The forms of an answer for a machine; a table for people is the other one."""

_LOOK = "dottedline query --list shows those that come along"
_LARGEST = 2**20
_LAST = 1000
_NARROWEST = 40
_INDENT = " " * 6
_EXPLAINED = (
    "Numbers are those of the competency questions. dottedline query DIR NAME, or its number, "
    "answers one; "
    "--list --json tells all, with the columns and what to know."
)


class UnreadableQuery(ValueError):
    """A file that holds no query.

    Attributes:
        path: the file.
        reason: what is wrong with it.
    """

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self) -> str:
        """Return one sentence: which file, what is wrong, what to do."""
        return f"{shown(str(self.path))}: {self.reason}; name a file with a SPARQL query"


class UnknownQuery(UnknownName):
    """A name or number of no query that comes along; there are too many to tell them all.

    Example:
        >>> print(UnknownQuery("31"))
        there is no query '31'; dottedline query --list shows those that come along
        >>> print(UnknownQuery("choice"))
        there is no query 'choice'; did you mean choices?
    """

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__("query", name, queries())

    def __str__(self) -> str:
        """Return one sentence: what is unknown, and what may have been meant or where to look."""
        if meant(self.name, self.known):
            return super().__str__()
        return f"there is no {self.what} '{shown(self.name)}'; {_LOOK}"


def meant_query(words: str) -> str:
    """Return the text of a query: itself, what a file holds, or a shipped one by name or number.

    Raises:
        UnreadableQuery: the file holds no text.
        UnknownQuery: it is none of these.

    Example:
        >>> meant_query("ASK { ?s ?p ?o }")
        'ASK { ?s ?p ?o }'
    """
    if query := _known(words):
        return query.text
    if "{" in words or _is_sparql(words):
        return words
    path = Path(words)
    try:
        is_file = path.is_file()
    except ValueError:
        is_file = False
    if not is_file:
        raise UnknownQuery(words)
    return _file(path)


def _known(words: str) -> Query | None:
    """Return the query that comes along by that name, or by the number of its question."""
    numbered = {str(one.number): one for one in queries().values() if one.number is not None}
    return queries().get(words) or numbered.get(words)


def _is_sparql(words: str) -> bool:
    """Say whether the text opens as SPARQL does, so that the store may refuse it by its name."""
    opening = words.split(None, 1)
    return len(opening) == 2 and opening[0].isupper() and "<" in opening[1]


def _file(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UnreadableQuery(path, "it is larger than 1 MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableQuery(path, "it is no UTF-8 text") from None


def answered(folder: BuildFolder, words: str, *, seconds: float) -> Answer:
    """Ask the store of a build; a question that takes longer than `seconds` is stopped.

    Raises:
        BadQuery: the text is no query, or one that is not allowed.
        OutOfTime: the answer takes too long.
    """
    from ..store.query import run

    return run(folder.store, meant_query(words), seconds=seconds)


def misspelt(text: str) -> list[str]:
    """Return a note for each term of our own namespace that a query uses and nothing declares.

    Example:
        >>> misspelt("ASK { ?p dl:liaiseWith ?o }")
        ['there is no term dl:liaiseWith; did you mean dl:liaisesWith?']
    """
    known = {DL.local(iri) for iri in declared() if iri in DL}
    notes = []
    for name, local in dict.fromkeys(_own(text)):
        if local not in known:
            close = [name.removesuffix(local) + one for one in meant(local, sorted(known))]
            hint = f"did you mean {' or '.join(close)}?" if close else "nothing will match it"
            notes.append(f"there is no term {shown(name)}; {hint}")
    return notes


def _own(text: str) -> Iterator[tuple[str, str]]:
    """Give the terms of our own namespace in a query, as written and by their local names."""
    prefixes = {**PREFIXES, **tokens.declared(text)}
    for prefix, local in tokens.named(text):
        if local and prefixes.get(prefix) == DL.base:
            yield f"{prefix}:{local}", local
    for token in tokens.tokens(text):
        if token.sort == "iri" and token.text[1:-1] in DL and token.text[1:-1] != DL.base:
            yield token.text[1:-1], DL.local(token.text[1:-1])


def remark(words: str) -> str | None:
    """Return what is to be known of the answer of a shipped query; None for any other.

    Example:
        >>> (remark("no-reporting-line") or "")[:13]
        '"not stated":'
    """
    query = _known(words)
    return query.note if query else None


def shipped() -> list[dict[str, Any]]:
    """Return all that the headers of the queries that come along say, in the order of lists."""
    return [
        {
            "name": one.name,
            "number": one.number,
            "title": one.title,
            "question": one.question,
            "asked_by": one.asked_by,
            "answered_from": one.answered_from,
            "columns": list(one.columns),
            "note": one.note,
            "description": one.description,
        }
        for one in _in_order()
    ]


def shown_queries(width: int) -> str:
    """Return the queries that come along as text of a width: by who asks, the numbered ones first.

    Example:
        >>> shown_queries(80).splitlines()[0]
        'Designers'
    """
    lines = []
    for group in ASKED_BY:
        listed = [one for one in _in_order() if one.asked_by == group]
        names = max((len(one.name) for one in listed), default=0)
        lines += [group.capitalize(), ""]
        for one in listed:
            lines += _entry(one, names, width)
        lines.append("")
    return "\n".join([*lines, *wrap(_EXPLAINED, max(width, _NARROWEST), break_on_hyphens=False)])


def _entry(one: Query, names: int, width: int) -> list[str]:
    number = "" if one.number is None else str(one.number)
    head = f"{number:>4}  {one.name:<{names}}  {one.title}"
    room = max(width, _NARROWEST) - len(_INDENT)
    said = wrap(one.question, room, break_on_hyphens=False)
    return [head, *(f"{_INDENT}{line}" for line in said)]


def _in_order() -> list[Query]:
    """Return the queries by who asks, numbered ones before the others."""
    return sorted(
        queries().values(),
        key=lambda one: (ASKED_BY.index(one.asked_by), one.number or _LAST, one.name),
    )
