"""The headings that notices are cut by, and the kind of section that each opens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import LANGUAGES, table

__all__ = ["Heading", "headings"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words, the section that it opens, and whether text may be glued to it."""

    kind: str
    phrase: str
    glued: bool


@cache
def headings() -> tuple[Heading, ...]:
    """Return the headings of all languages, longest first, since notices mix languages.

    Example:
        >>> {h.kind for h in headings()} >= {"context", "duties", "requirements"}
        True
    """
    found = {
        (row["phrase"], row["kind"], bool(row["glued"]))
        for code in LANGUAGES
        for row in table(f"language/{code}/headings.tsv")
    }
    ordered = sorted(found, key=lambda row: (-len(row[0]), row))
    return tuple(Heading(kind, phrase, glued) for phrase, kind, glued in ordered)
