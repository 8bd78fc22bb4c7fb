"""What a notice says that its post has not: "Supervisory responsibilities: None"."""

from __future__ import annotations

from functools import cache

from ..ontology.grammar import grammar
from ..ontology.tables import LANGUAGES, table
from .sections import lines
from .text import flatten

__all__ = ["none_stated"]

_LONGEST = 100
_TRIMMED = " \t.:*-•_#>"


@cache
def _labels() -> dict[str, str]:
    return {
        row["label"]: row["relation"]
        for code in LANGUAGES
        for row in table(f"language/{code}/denials.tsv")
    }


def none_stated(text: str) -> tuple[str, ...]:
    """Return the relations of which the notice says that the post has none.

    Example:
        >>> none_stated("Supervisory responsibilities: None")
        ('supervises',)
    """
    found: dict[str, None] = {}
    for line in lines(text):
        label, colon, value = line.words.strip().partition(":")
        if not colon or len(label) + len(value) > _LONGEST:
            continue
        relation = _labels().get(flatten(label.strip(_TRIMMED)).casefold())
        if relation and _denies(flatten(value.strip(_TRIMMED)).casefold()):
            found[relation] = None
    return tuple(found)


def _denies(value: str) -> bool:
    return any(grammar(code).is_a(value, "denial") for code in LANGUAGES)
