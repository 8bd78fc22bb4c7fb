"""The words by which a notice's fields are known: labels, cues, months, numbers, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from . import HERE
from .spelling import plain
from .tables import LANGUAGES, Row, table

__all__ = [
    "FieldLabel",
    "any_of",
    "cue_uses",
    "cues",
    "degrees",
    "furniture",
    "labels",
    "months",
    "nouns",
    "numbers",
    "small_labels",
    "stopwords",
    "tongues",
]


_JOINING = (
    ("closing_date", "of"),
    ("duty_station", "joint"),
    ("duty_station", "parts"),
    ("experience", "to"),
    ("label", "small"),
    ("requisition", "number"),
    ("title", "joint"),
    ("title", "pre"),
    ("unit", "article"),
    ("unit", "joint"),
    ("unit", "modifier"),
    ("unit", "team"),
    ("void", ""),
)


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """What a label announces, and whether the notice speaks or the portal that shows it."""

    field: str
    rank: str


def _rows(name: str, language: str | None = None) -> Iterator[Row]:
    for code in (language,) if language in LANGUAGES else LANGUAGES:
        if (HERE / "language" / code / f"{name}.tsv").is_file():
            yield from table(f"language/{code}/{name}.tsv")


@cache
def labels() -> Mapping[str, FieldLabel]:
    """Return the field labels of all languages, by their folded words.

    Example:
        >>> labels()["closing date"].field
        'closing_date'
    """
    found: dict[str, FieldLabel] = {}
    for row in _rows("field_labels"):
        found.setdefault(plain(row["label"]), FieldLabel(row["field"], row["rank"]))
    return MappingProxyType(found)


@cache
def small_labels() -> frozenset[str]:
    """Return the labels that portals print in small letters, on lines of their own.

    Example:
        >>> "time left to apply" in small_labels()
        True
    """
    return frozenset(cues("label", "small"))


@cache
def cues(field: str, use: str = "", language: str | None = None) -> tuple[str, ...]:
    """Return the cue phrases that have one use for one field, longest first.

    They are those of one language where it is named and has tables, else those of all.

    Example:
        >>> "an asset" in cues("languages", "desirable")
        True
    """
    found = _rows("field_cues", language)
    rows = (row for row in found if (row["field"], row["use"]) == (field, use))
    return tuple(sorted({row["phrase"] for row in rows}, key=lambda text: (-len(text), text)))


@cache
def cue_uses() -> tuple[tuple[str, str], ...]:
    """Return the fields and uses whose cue phrases stand for themselves in a text.

    Small words that only join the parts of a name are left out: those are parts of patterns.

    Example:
        >>> ("languages", "desirable") in cue_uses(), ("title", "joint") in cue_uses()
        (True, False)
    """
    uses = {(row["field"], row["use"]) for row in _rows("field_cues")}
    return tuple(sorted(uses - set(_JOINING)))


@cache
def any_of(field: str, use: str = "") -> re.Pattern[str]:
    """Return a pattern that finds any of the cue phrases, as whole words in any case.

    Example:
        >>> bool(any_of("languages", "desirable").search("Arabic is an asset."))
        True
    """
    return _pattern(cues(field, use))


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    body = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


@cache
def degrees() -> Mapping[int, re.Pattern[str]]:
    """Return a pattern for each level of education, 1 for school to 4 for a doctorate."""
    return MappingProxyType({n: any_of("degree", str(n)) for n in (1, 2, 3, 4)})


@cache
def months() -> Mapping[str, int]:
    """Return the months by name, in lower case.

    Example:
        >>> months()["août"]
        8
    """
    return MappingProxyType({row["name"]: int(row["month"]) for row in _rows("months")})


@cache
def numbers() -> Mapping[str, int]:
    """Return the small numbers by word, in lower case.

    Example:
        >>> numbers()["siete"]
        7
    """
    return MappingProxyType({row["word"]: int(row["number"]) for row in _rows("numbers")})


@cache
def tongues() -> Mapping[str, str]:
    """Return the codes of languages by name, in lower case.

    Example:
        >>> tongues()["espagnol"]
        'es'
    """
    return MappingProxyType({row["name"].lower(): row["code"] for row in _rows("tongues")})


@cache
def furniture() -> frozenset[str]:
    """Return what portals print around a notice, folded.

    Example:
        >>> "toggle navigation" in furniture()
        True
    """
    return frozenset(plain(row["phrase"]) for row in _rows("furniture"))


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return the nouns that head names of one kind, in lower case: officer, unit, agente.

    Example:
        >>> {"officer", "driver"} <= nouns("role")
        True
    """
    heads = {row["noun"] for row in _rows("heads") if row["kind"] == kind}
    return frozenset(
        heads | ({row["noun"] for row in _rows("trades")} if kind == "role" else set())
    )


@cache
def stopwords() -> Mapping[str, frozenset[str]]:
    """Return the commonest words of each language that a text may be in, by its code.

    Example:
        >>> "the" in stopwords()["en"]
        True
    """
    files = sorted((HERE / "language").glob("*/stopwords.tsv"))
    return MappingProxyType(
        {
            file.parent.name: frozenset(
                row["word"] for row in table(f"language/{file.parent.name}/stopwords.tsv")
            )
            for file in files
        }
    )
