"""Extractions that a person corrected or made: read, paired with their text, made complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..vacancies.model import Evidence, Extraction, Relation, ThirdParty
from ..vacancies.readers import Notice, Unreadable, read

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["Record", "complete", "read_record", "text_of", "twin"]

_Statement = TypeVar("_Statement", Relation, ThirdParty)
_REMEDY = "correct the record, or leave it out to have the notice read"


@dataclass(frozen=True, slots=True)
class Record:
    """An extraction that comes as a file of its own.

    Attributes:
        path: the JSON file.
        extraction: what it says.
    """

    path: Path
    extraction: Extraction


def twin(path: Path) -> Path:
    """Return where the text of an extraction stands when it stands beside it.

    Example:
        >>> twin(Path("vacancies/a.json")).name
        'a.txt'
    """
    return path.with_suffix(".txt")


def read_record(path: Path) -> Record:
    """Read an extraction from a JSON file.

    Raises:
        Unreadable: the file cannot be read, or is no extraction; the first fault is named.
    """
    from pydantic import ValidationError

    try:
        return Record(path, Extraction.model_validate_json(path.read_bytes()))
    except OSError as fault:
        reason = f"the system refuses it ({fault.strerror or 'unknown fault'})"
        raise Unreadable(path, reason, "check the path and its permissions") from None
    except ValidationError as fault:
        raise Unreadable(path, f"it is no extraction ({_first(fault)})", _REMEDY) from None


def _first(fault: ValidationError) -> str:
    error = fault.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in error["loc"])
    message = " ".join(str(error["msg"]).split())
    return f"at {place}: {message}" if place else message


def text_of(record: Record, notices: Iterable[Notice]) -> Notice:
    """Return the notice that a record speaks of.

    It is the notice of the same bytes; else one of the same source name, when the record does
    not say other bytes; else the text beside the JSON file.

    Raises:
        Unreadable: the text is nowhere, or only a changed notice is there.
    """
    said, source = record.extraction.sha256, record.extraction.source
    known = list(notices)
    same = [notice for notice in known if notice.sha256 == said]
    named = [notice for notice in known if notice.source == source]
    if same or (named and said is None):
        return (same or named)[0]
    beside = twin(record.path)
    if beside.is_file():
        notice = read(beside, source)
        return Notice(source, notice.text, said or notice.sha256, notice.encoding)
    if named:
        raise Unreadable(record.path, f"the notice {source} has changed since it was made", _REMEDY)
    raise Unreadable(
        record.path,
        f"the text of {source} is nowhere",
        f"name the notice too, or put its text beside the record as {beside.name}",
    )


def complete(record: Record, notice: Notice) -> Extraction:
    """Return the record's extraction with the notice's digest and each quote filled in.

    Raises:
        Unreadable: a piece of evidence lies outside the text, or its quote is other words.
    """
    vacancies = tuple(
        vacancy.model_copy(
            update={
                "relations": _quoted(vacancy.relations, record.path, notice.text),
                "third_party": _quoted(vacancy.third_party, record.path, notice.text),
            }
        )
        for vacancy in record.extraction.vacancies
    )
    update: Mapping[str, object] = {
        "source": notice.source,
        "sha256": notice.sha256,
        "vacancies": vacancies,
    }
    return record.extraction.model_copy(update=dict(update))


def _quoted(relations: tuple[_Statement, ...], path: Path, text: str) -> tuple[_Statement, ...]:
    return tuple(
        relation.model_copy(
            update={
                "evidence": tuple(
                    _with_quote(piece, f"{relation.relation} {relation.target}", path, text)
                    for piece in relation.evidence
                )
            }
        )
        for relation in relations
    )


def _with_quote(piece: Evidence, name: str, path: Path, text: str) -> Evidence:
    if piece.end > len(text):
        reason = f"{name} points at {piece.start} to {piece.end}, beyond the text's end {len(text)}"
        raise Unreadable(path, reason, "correct its offsets")
    quote = text[piece.start : piece.end]
    if piece.quote not in (None, quote):
        reason = f"the quote of {name} is not the text from {piece.start} to {piece.end}"
        raise Unreadable(path, reason, "correct the offsets, or leave the quote out")
    return piece.model_copy(update={"quote": quote})
