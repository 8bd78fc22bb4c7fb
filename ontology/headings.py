"""The headings that notices are cut by, and the words by which a passage without one is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .tables import LANGUAGES, table

__all__ = ["Content", "Heading", "contents", "headings"]

_SWAPS = ((" & ", " and "), (" and ", " & "), (" / ", "/"), ("/", " / "))
_SHOWN = " :;,.*_-|?#"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words, the section that it opens, and whether text may be glued to it."""

    kind: str
    phrase: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Words that tell what a passage is: they open it, stand in it, or in a heading above it."""

    kind: str
    place: str
    phrase: str


@cache
def headings() -> tuple[Heading, ...]:
    """Return the headings of all languages, longest first, since notices mix languages.

    Each stands for its spellings with "&" or "and", and with or without blanks around a slash.

    Example:
        >>> {h.kind for h in headings()} >= {"context", "duties", "requirements"}
        True
    """
    found = {
        (phrase, row["kind"], bool(row["glued"]))
        for code in LANGUAGES
        for row in table(f"language/{code}/headings.tsv")
        for phrase in _spellings(row["phrase"].strip(_SHOWN))
    }
    ordered = sorted(found, key=lambda row: (-len(row[0]), row))
    return tuple(Heading(kind, phrase, glued) for phrase, kind, glued in ordered)


def _spellings(phrase: str) -> Iterator[str]:
    yield phrase
    for written, other in _SWAPS:
        if written in phrase and (written != "/" or " / " not in phrase):
            yield phrase.replace(written, other)


@cache
def contents() -> tuple[Content, ...]:
    """Return the words that tell what a passage is, of all languages.

    Example:
        >>> {c.place for c in contents()} == {"opens", "holds", "headed"}
        True
    """
    found = {
        (row["kind"], row["place"], row["phrase"])
        for code in LANGUAGES
        for row in table(f"language/{code}/contents.tsv")
    }
    return tuple(Content(*row) for row in sorted(found))
