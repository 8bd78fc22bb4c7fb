"""The head of the page of terms: what the ontology says of itself, and how to cite it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from ...ontology import terms as t
from ...ontology.terms import PREFIXES
from ...ontology.turtle import Described, values
from .names import Names, Order, Row, Shown, in_languages, texts
from .tables import Tables

__all__ = ["Head", "head"]

_ROWS = Order(
    first=(
        *(t.VERSION_INFO, t.VERSION_IRI, t.DCT_CREATOR),
        *(t.DCT_MODIFIED, t.DCT_ISSUED, t.DCT_LICENSE),
    ),
    told=(
        *(t.TYPE, t.LABEL, t.DCT_TITLE, t.DCT_DESCRIPTION, t.DCT_CITATION),
        *(t.COMMENT, t.CHANGE_NOTE),
    ),
)
_DATES = (t.DCT_MODIFIED, t.DCT_ISSUED)
_TEX = {ord(one): f"\\{one}" for one in "&%$#_"} | dict.fromkeys(map(ord, "\\{}~^"))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the terms; `entry` are the fields of a BibTeX record."""

    iri: str
    title: str
    labels: tuple[Shown, ...]
    descriptions: tuple[Shown, ...]
    comments: tuple[Shown, ...]
    changes: tuple[Shown, ...]
    rows: tuple[Row, ...]
    citation: str
    entry: tuple[tuple[str, str], ...]
    prefixes: tuple[tuple[str, str], ...]


def head(tables: Tables, naming: Names) -> Head:
    """Read it from the description of the ontology; what that does not say is left out."""
    iri = t.VOCABULARY_GRAPH.value
    about = tables.vocabulary.get(iri, {})
    title = _text(about, t.DCT_TITLE) or _text(about, t.LABEL) or iri
    fields = _fields(about, iri, title)
    return Head(
        iri=iri,
        title=title,
        labels=in_languages(about, t.LABEL),
        descriptions=texts(about, t.DCT_DESCRIPTION),
        comments=texts(about, t.COMMENT),
        changes=tuple(sorted(texts(about, t.CHANGE_NOTE), key=lambda one: one.text, reverse=True)),
        rows=naming.rows(about, _ROWS),
        citation=_text(about, t.DCT_CITATION) or ", ".join(fields.values()),
        entry=tuple((name, text.translate(_TEX)) for name, text in fields.items()),
        prefixes=tuple(PREFIXES.items()),
    )


def _fields(about: Described, iri: str, title: str) -> dict[str, str]:
    """Return what a citation says, in the order in which it says so."""
    day = next((text for one in _DATES if (text := _text(about, one))), "")
    fields = {
        "author": " and ".join(values(about, t.DCT_CREATOR)),
        "title": title,
        "version": _text(about, t.VERSION_INFO),
        "year": day[:4],
        "url": _text(about, t.VERSION_IRI) or iri,
    }
    return {name: text for name, text in fields.items() if text}


def _text(about: Described, predicate: NamedNode) -> str:
    return next(iter(values(about, predicate)), "")
