"""What a build is given: notices that were read, records of a person, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..vacancies.readers import Candidate, Found, Notice, Unreadable, find, read, shown
from .records import Record, read_record, twin

__all__ = ["Inputs", "Skipped", "Step", "gather"]

Step = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how many."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be used.

    Attributes:
        path: the file, as it was named or found.
        source: the name under which it would have gone; no path of the machine.
        reason: what is wrong with it.
        remedy: what to do about it.
    """

    path: Path
    source: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        """Return one sentence: which file, what is wrong, what to do."""
        return f"{shown(str(self.path))}: {self.reason}; {self.remedy}"

    def as_json(self) -> dict[str, str]:
        """Return the facts without the path."""
        return {"source": self.source, "reason": self.reason, "remedy": self.remedy}


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the arguments hold.

    Attributes:
        notices: what was read, by source name.
        paths: where each source was read from.
        records: extractions of a person, or gold.
        skipped: files that could not be used.
        passed: files that were passed over, counted by why.
    """

    notices: tuple[Notice, ...]
    paths: Mapping[str, Path]
    records: tuple[Record, ...]
    skipped: tuple[Skipped, ...]
    passed: Mapping[str, int]


def gather(arguments: Iterable[Path], *, records: bool = True, step: Step | None = None) -> Inputs:
    """Find and read all that the arguments name; what cannot be used is kept with its reason.

    A text that stands beside an extraction of the same stem is that extraction's text, and no
    notice of its own; without `records` extractions are passed over. Of two files with the same
    bytes the first is read.
    """
    found, skipped = _found(list(arguments))
    extractions = found.extractions if records else ()
    given, bad = _records(extractions)
    texts = {twin(candidate.path).resolve() for candidate in extractions}
    candidates = [c for c in found.notices if c.path.resolve() not in texts]
    notices: dict[str, Notice] = {}
    paths: dict[str, Path] = {}
    passed = dict(found.passed)
    for number, candidate in enumerate(candidates):
        if step is not None:
            step("read", number, len(candidates))
        try:
            notice = read(candidate.path, candidate.source)
        except Unreadable as fault:
            bad.append(_skipped(fault, candidate.source))
            continue
        if notice.sha256 in notices:
            passed["copies"] = passed.get("copies", 0) + 1
        else:
            notices[notice.sha256] = notice
            paths[notice.source] = candidate.path
    ordered = sorted(notices.values(), key=lambda notice: notice.source)
    return Inputs(tuple(ordered), paths, given, (*skipped, *bad), dict(sorted(passed.items())))


def _found(arguments: list[Path]) -> tuple[Found, list[Skipped]]:
    """Search the arguments; those that hold nothing are set aside, the others searched."""
    skipped = []
    try:
        return find(arguments), []
    except Unreadable:
        good = []
        for argument in arguments:
            try:
                find([argument])
            except Unreadable as fault:
                skipped.append(_skipped(fault, argument.name))
            else:
                good.append(argument)
        return find(good), skipped


def _records(candidates: Iterable[Candidate]) -> tuple[tuple[Record, ...], list[Skipped]]:
    records, bad = [], []
    for candidate in candidates:
        try:
            records.append(read_record(candidate.path))
        except Unreadable as fault:
            bad.append(_skipped(fault, candidate.source))
    return tuple(records), bad


def _skipped(fault: Unreadable, source: str) -> Skipped:
    return Skipped(fault.path, source, fault.reason, fault.remedy)
