"""Questions in SPARQL: which one is meant, and its answer in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..ontology.queries import queries
from ..ontology.terms import DL, PREFIXES
from ..ontology.vocabulary import declared
from ..store import tokens
from ..store.folder import BuildFolder
from ..vacancies.readers import shown
from .naming import UnknownName, meant

if TYPE_CHECKING:
    from ..store.answer import Answer

__all__ = ["FORMS", "UnreadableQuery", "answered", "meant_query", "misspelt", "shipped"]

FORMS: Mapping[str, Callable[[Answer], str]] = {
    "csv": lambda answer: answer.csv(),
    "json": lambda answer: answer.json(),
    "tsv": lambda answer: answer.tsv(),
    "turtle": lambda answer: answer.turtle(),
    "xml": lambda answer: answer.xml(),
}
"""The forms of an answer for a machine; a table for people is the other one."""

_LARGEST = 2**20


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


def meant_query(words: str) -> str:
    """Return the text of a query that is given as itself, as a file, or by a shipped name.

    Raises:
        UnreadableQuery: the file holds no text.
        UnknownName: it is none of the three.

    Example:
        >>> meant_query("ASK { ?s ?p ?o }")
        'ASK { ?s ?p ?o }'
    """
    if words in queries():
        return queries()[words].text
    if "{" in words or _is_sparql(words):
        return words
    path = Path(words)
    try:
        is_file = path.is_file()
    except ValueError:
        is_file = False
    if not is_file:
        raise UnknownName("query", words, queries())
    return _file(path)


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
        >>> misspelt("ASK { ?p dl:informes ?o }")
        ['there is no term dl:informes; did you mean dl:informs?']
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


def shipped() -> list[dict[str, str]]:
    """Return name, title and question of the queries that come along."""
    return [
        {"name": one.name, "title": one.title, "question": one.question}
        for one in queries().values()
    ]
