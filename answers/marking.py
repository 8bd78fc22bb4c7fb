"""How well notices are read: what was read beside what people annotated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.vocabulary import vocabulary
from ..store.records import read_record
from ..vacancies.readers import Unreadable, find
from ..vacancies.score import score

if TYPE_CHECKING:
    from ..graph.document import Document
    from ..vacancies.model import Extraction

__all__ = ["annotated", "lines", "mark"]

_LEVELS = {
    "exact": "the same relation to the same object",
    "actors": "without plans and standards",
    "family": "a relation of the same family",
    "pair": "the same object",
    "third_party": "said of others",
}


def annotated(path: Path) -> list[Extraction]:
    """Read the annotated records of a file or folder.

    Raises:
        Unreadable: there is none, or one cannot be read.
    """
    records = [read_record(found.path).extraction for found in find([path]).extractions]
    if not records:
        raise Unreadable(path, "it holds no annotated record", "name a folder of JSON records")
    return records


def mark(gold: Iterable[Extraction], read: Iterable[Document]) -> dict[str, Any]:
    """Return the figures of the shared scorer: precision, recall, F1, fields, evidence."""
    held, wanted = list(read), list(gold)
    by_name = {Path(one.extraction.source).name: one.text or "" for one in held}
    texts = {one.source: by_name.get(one.source, "") for one in wanted}
    return score(wanted, (one.extraction for one in held), texts).as_json()


def lines(marks: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield the figures as rows: name, precision, recall, F1, annotated, read, what it means."""
    for level, meaning in _LEVELS.items():
        yield _row(level, marks[level], meaning)
    for relation, tally in marks["by_relation"].items():
        yield _row(f"  {relation}", tally, vocabulary().properties[relation].labels["en"])
    for name, share in marks["fields"].items():
        yield (f"  field {name}", "", "", f"{share:.3f}", "", "", "")
    faithful = marks["evidence_faithful"]
    for name, value, meaning in (
        ("fields", marks["fields_mean"], "mean of the fields"),
        ("named", marks["named"], "exact matches with a name in common"),
        ("kind", marks["kind"], "exact matches of the same kind"),
        ("at", marks["at"], "exact matches in the same place"),
        ("evidence", faithful, "quotes that are the text"),
    ):
        yield (name, "", "", "" if value is None else f"{value:.3f}", "", "", meaning)
    missing = marks["documents_missing"]
    yield ("documents", "", "", "", str(marks["documents"]), "", f"{missing} of them not read")


def _row(name: str, tally: Mapping[str, float], meaning: str) -> tuple[str, ...]:
    figures = (f"{tally[key]:.3f}" for key in ("p", "r", "f1"))
    return (name, *figures, str(tally["gold"]), str(tally["pred"]), meaning)
