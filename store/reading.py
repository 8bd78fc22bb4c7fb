"""From arguments to documents: notices are read, and records of a person win over reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..graph.document import BadHash, Document
from ..graph.identity import Mint
from ..vacancies.model import Vacancy
from ..vacancies.readers import Notice, Unreadable, shown
from .inputs import Inputs, Skipped, Step, gather
from .records import Record, complete, text_of

__all__ = ["Read", "documents"]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading gave, before the graph is built.

    Attributes:
        documents: one a source, in the order of their names.
        skipped: files that could not be used.
        given: hashes of the notices whose record is among the arguments.
        kept: hashes of the notices whose record was changed in the last build.
        passed: files that were passed over, counted by why.
        warnings: what a person should know of a reading, by hash of the notice.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    given: frozenset[str]
    kept: frozenset[str]
    passed: Mapping[str, int]
    warnings: Mapping[str, tuple[str, ...]]


def documents(
    arguments: Iterable[Path],
    *,
    kept: Iterable[Record] = (),
    records: bool = True,
    step: Step | None = None,
) -> Read:
    """Read all that the arguments name; a record of a person wins over reading its notice.

    Without `records` only notices are read. `kept` are changed records of an earlier build; one
    among the arguments goes before them.

    Raises:
        Unreadable: a kept record does not fit its notice, or its notice is not named.
    """
    inputs = gather(arguments, records=records, step=step)
    skipped = list(inputs.skipped)
    found = {document.sha256: document for document in _of_records(inputs, skipped)}
    given = frozenset(found)
    found = {one.sha256: one for one in _of_kept(kept, inputs)} | found
    held = frozenset(found) - given
    for number, notice in enumerate(inputs.notices):
        if step is not None:
            step("extract", number, len(inputs.notices))
        if notice.sha256 not in found:
            found.update(_of_notice(notice, inputs, skipped))
    ordered = tuple(sorted(found.values(), key=lambda one: (one.extraction.source, one.sha256)))
    warnings = {notice.sha256: notice.warnings for notice in inputs.notices if notice.warnings}
    return Read(ordered, tuple(skipped), given, held, inputs.passed, warnings)


def _of_records(inputs: Inputs, skipped: list[Skipped]) -> Iterator[Document]:
    """Yield a document for each record among the inputs, the first where two speak of one."""
    seen: dict[str, Path] = {}
    for record in inputs.records:
        try:
            document = _document(record, text_of(record, inputs.notices))
        except Unreadable as fault:
            skipped.append(Skipped(fault.path, record.path.name, fault.reason, fault.remedy))
            continue
        first = seen.setdefault(document.sha256, record.path)
        if first is record.path:
            yield document
        else:
            reason = f"{shown(first.name)} is a record of the same notice"
            skipped.append(Skipped(record.path, record.path.name, reason, "leave one of them out"))


def _of_kept(kept: Iterable[Record], inputs: Inputs) -> Iterator[Document]:
    notices = {notice.sha256: notice for notice in inputs.notices}
    spoken = {record.extraction.sha256 for record in inputs.records}
    spoken |= {notice.sha256 for notice in _named(inputs)}
    for record in kept:
        said = record.extraction.sha256 or ""
        if said in notices:
            yield _document(record, notices[said])
        elif said not in spoken:
            raise Unreadable(
                record.path,
                f"it holds corrections, but its notice {shown(record.extraction.source)} "
                "is not among the inputs as it was",
                "name the notice or this record too, or give --fresh to give the corrections up",
            )


def _named(inputs: Inputs) -> Iterator[Notice]:
    """Yield the notices of records that do not say their bytes."""
    for record in inputs.records:
        if record.extraction.sha256 is None:
            try:
                yield text_of(record, inputs.notices)
            except Unreadable:
                continue


def _document(record: Record, notice: Notice) -> Document:
    """Pair a record with its text.

    Raises:
        Unreadable: they do not fit, or the graph cannot take what the record says.
    """
    from ..graph.claims import UnknownModality, read
    from ..graph.resolve import Resolver

    extraction = complete(record, notice)
    try:
        document = Document(extraction, notice.text, notice.sha256)
        read(document, Resolver(Mint()))
    except BadHash:
        reason, remedy = "its sha256 is none", "leave it out, or give that of the notice's bytes"
        raise Unreadable(record.path, reason, remedy) from None
    except UnknownModality as fault:
        raise Unreadable(record.path, str(fault), "correct it") from None
    return document


def _of_notice(notice: Notice, inputs: Inputs, skipped: list[Skipped]) -> dict[str, Document]:
    """Read a notice; one that advertises nothing is skipped, with the reason."""
    from ..vacancies.extract import extract

    extraction = extract(notice)
    if any(map(_advertises, extraction.vacancies)):
        return {notice.sha256: Document(extraction, notice.text, notice.sha256)}
    remedy = "name a file that holds a notice in English, French or Spanish"
    path = inputs.paths[notice.source]
    reason = "; ".join(("no vacancy was found in it", *notice.warnings))
    skipped.append(Skipped(path, notice.source, reason, remedy))
    return {}


def _advertises(vacancy: Vacancy) -> bool:
    """Tell a vacancy from other words: it states a relation, or two things all notices say."""
    said = (
        vacancy.organization,
        vacancy.grade,
        vacancy.duty_station,
        vacancy.closing_date,
        vacancy.requisition,
        vacancy.contract_type,
        vacancy.duties,
    )
    return bool(vacancy.relations) or sum(map(bool, said)) > 1
