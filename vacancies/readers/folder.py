"""Finding notices: which files of the named paths are to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .encoding import decode
from .file import LARGEST
from .formats import READERS, UNREAD
from .jobposting import job_postings, parsed
from .notice import Refused, Unreadable

__all__ = ["Candidate", "Found", "find"]

HIDDEN = "hidden"
READ_ME = "read-me"
OTHER = "in other formats"
BUILT = "of a build folder"
ODD = "links to nothing, and other things that are no files"
TWICE = "named twice"
_SHAPED = frozenset({".json", ".jsonld"})
_EXTRACTION, _NOTICE = "extraction", "notice"
_MANIFEST = "build.json"


class Candidate(NamedTuple):
    """A file, and the name under which it goes: the posix path below the argument."""

    path: Path
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the paths hold: notices, corrected extractions, and how many files were passed over.

    Attributes:
        notices: files to be read, including those in formats whose reading will fail.
        extractions: JSON files that are extractions already.
        passed: files passed over, counted by why.
    """

    notices: tuple[Candidate, ...]
    extractions: tuple[Candidate, ...]
    passed: Mapping[str, int]


def find(paths: Iterable[Path]) -> Found:
    """Find the notices below the paths, folders searched to the bottom in sorted order.

    A file that is named itself is taken whatever its name; below a folder, hidden files,
    read-me files and files of other formats are passed over and counted. Where two arguments
    hold files of one name, the argument's own name is put before it.

    Raises:
        Unreadable: a path is missing, or a folder holds nothing to read.
    """
    passed: Counter[str] = Counter()
    notices: dict[Path, Candidate] = {}
    extractions: dict[Path, Candidate] = {}
    sources: set[str] = set()
    for argument in paths:
        for candidate, shape in _below(argument, passed):
            place = candidate.path.resolve()
            if place in notices or place in extractions:
                passed[TWICE] += 1
                continue
            if candidate.source in sources:
                candidate = candidate._replace(source=f"{argument.name}/{candidate.source}")
            sources.add(candidate.source)
            (extractions if shape == _EXTRACTION else notices)[place] = candidate
    return Found(tuple(notices.values()), tuple(extractions.values()), dict(sorted(passed.items())))


def _below(argument: Path, passed: Counter[str]) -> list[tuple[Candidate, str]]:
    """Return the candidates of one argument, a file or a folder, and what each is."""
    try:
        folder, file = argument.is_dir(), argument.exists()
    except (OSError, ValueError):
        folder = file = False
    if folder:
        return _of_folder(argument, passed)
    if not file:
        raise Unreadable(argument, "there is no such file or folder", "check the path")
    shape = _shape(argument)
    if not shape:
        remedy = "name a notice, or a file that `extract` wrote"
        raise Unreadable(argument, "the file is no extraction and holds no job posting", remedy)
    return [(Candidate(argument, argument.name), shape)]


def _of_folder(folder: Path, passed: Counter[str]) -> list[tuple[Candidate, str]]:
    candidates = []
    files = sorted(_files(folder), key=lambda pair: pair[1])
    built = {path.parent for path, _ in files if path.name == _MANIFEST and path.parent != folder}
    for path, source in files:
        reason = BUILT if built & set(path.parents) else _reason(path, source)
        shape = _shape(path) if reason is None else ""
        if shape:
            candidates.append((Candidate(path, source), shape))
        else:
            passed[reason or OTHER] += 1
    if not candidates:
        known = ", ".join(sorted(READERS))
        raise Unreadable(folder, "the folder holds no notice", f"put {known} files into it")
    return candidates


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in folder.rglob("*"):
        if not path.is_dir():
            yield path, path.relative_to(folder).as_posix()


def _reason(path: Path, source: str) -> str | None:
    """Return why a file below a folder is passed over, None where it is not."""
    suffix = path.suffix.lower()
    if not path.is_file():
        return ODD
    if any(part.startswith(".") for part in source.split("/")):
        return HIDDEN
    if path.stem.casefold() == "readme":
        return READ_ME
    return None if suffix in READERS or suffix in UNREAD else OTHER


def _shape(path: Path) -> str:
    """Tell an extraction from a notice, both of which JSON may hold; empty where it holds none."""
    if path.suffix.lower() not in _SHAPED:
        return _NOTICE
    try:
        if path.stat().st_size > LARGEST:
            return ""
        data = parsed(decode(path.read_bytes()).text)
    except (OSError, Refused):
        return ""
    if isinstance(data, dict) and {"source", "vacancies"} <= data.keys():
        return _EXTRACTION
    return _NOTICE if job_postings(data) else ""
