"""Questions to the store: one process a question, which is ended when its time is up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import shorten

from ..ontology.terms import PREFIXES
from .answer import Answer
from .tokens import Unreadable, declared, named, plain, tokens
from .triplestore import NoStore, is_store

__all__ = ["SECONDS", "BadQuery", "OutOfTime", "Refused", "run"]

#: How long a question may take unless told otherwise.
SECONDS = 60.0

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_FORBIDDEN = frozenset(
    {"SERVICE", "LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
)
_PLACE = re.compile(r"error at 1:(\d+)")
_AROUND = 30
_LONGEST = 120


class BadQuery(ValueError):
    """A text that is no SPARQL query.

    BadQuery
      Refused   a query that would change data or reach out
    """

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Say what is wrong."""
        return f"this is no query that can be answered: {self.reason}"


class Refused(BadQuery):
    """A query with a word that changes data or fetches it from elsewhere."""

    def __init__(self, word: str) -> None:
        """Keep the word."""
        super().__init__(f"{word} is not allowed here, only {', '.join(sorted(_FORMS))}")
        self.word = word


class OutOfTime(TimeoutError):
    """A query that took longer than it may."""

    def __init__(self, seconds: float) -> None:
        """Keep the limit."""
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        """Say how long it ran, and what helps."""
        return (
            f"the query was stopped after {self.seconds:g} s: "
            "name a post or a relation in it, or give it more with --time-limit"
        )


def run(folder: Path, text: str, *, seconds: float = SECONDS) -> Answer:
    """Ask the store of a folder a SPARQL question over the union of all graphs.

    Terms may be written with the usual prefixes (dl, ref, org, prov, oa ...) undeclared.

    Raises:
        NoStore: the folder holds no store.
        BadQuery: the text is no query, or is refused because it changes data or reaches out.
        OutOfTime: the answer was not there in time.
    """
    question = checked(text)
    if not is_store(folder):
        raise NoStore(folder)
    command = [sys.executable, "-P", "-m", f"{__package__}.worker", str(folder)]
    try:
        done = subprocess.run(
            command, input=question.encode("utf-8"), capture_output=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise OutOfTime(seconds) from None
    if done.returncode:
        raise BadQuery(_reason(done.stderr.decode("utf-8", "replace"), question))
    form, _, data = done.stdout.partition(b"\n")
    return Answer(form.decode(), data)


def checked(text: str) -> str:
    """Return a query as it may be run: on one line, and sure to read the store only.

    Raises:
        BadQuery: the text is no query.
        Refused: the query would change data or fetch it from elsewhere.

    Example:
        >>> checked("ASK { ?s ?p 'SERVICE' } # LOAD")
        "ASK { ?s ?p 'SERVICE' }"
        >>> checked("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
        Traceback (most recent call last):
        ...
        dottedline.store.query.Refused: this is no query that can be answered: SERVICE is not \
allowed here, only ASK, CONSTRUCT, DESCRIBE, SELECT
    """
    try:
        question = plain(text).encode("utf-8").decode("utf-8")
    except Unreadable as error:
        raise BadQuery(str(error)) from None
    except UnicodeEncodeError:
        raise BadQuery("it holds half a character") from None
    words = [token.text.upper() for token in tokens(question) if token.sort == "word"]
    for word in words:
        if word in _FORBIDDEN:
            raise Refused(word)
    if not _FORMS.intersection(words):
        raise BadQuery(f"it asks nothing, start with {', '.join(sorted(_FORMS))}")
    return question


def _reason(message: str, question: str) -> str:
    """Say in words what the engine, which lists what its grammar would take, complains of."""
    known = {**PREFIXES, **declared(question)}
    for prefix, _ in named(question):
        if prefix not in known:
            return f"unknown prefix {prefix!r}: known are {', '.join(known)}"
    reason = " ".join(message.split()) or "the engine gave up"
    place = _PLACE.search(reason)
    if place is None:
        return shorten(reason, _LONGEST)
    at = int(place[1]) - 1
    if not question[at:].strip():
        return f"after {question[-_AROUND:]!r} it ends too early, or names what it never binds"
    near = question[max(0, at - _AROUND) : at + _AROUND]
    return f"near {near!r} something unexpected stands"
