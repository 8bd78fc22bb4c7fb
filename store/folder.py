"""The folder of a build: where each file stands, and how a new one takes the old one's place."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from ..vacancies.readers import shown

__all__ = ["BadFolder", "BuildFolder", "names", "opened", "replacing", "target", "unwritable"]

MANIFEST = "build.json"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_LONGEST = 120
_TRIES = 9
_LOOKS, _MOMENT = 100, 0.01
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class BadFolder(ValueError):
    """A folder that is no build, or that no build can be written to.

    Attributes:
        path: the folder.
        reason: what is wrong with it.
        remedy: what to do about it.

    Example:
        >>> print(BadFolder(Path("out"), "it is a file", "name a folder"))
        out: it is a file; name a folder
    """

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        super().__init__(path, reason, remedy)
        self.path, self.reason, self.remedy = path, reason, remedy

    def __str__(self) -> str:
        """Return one sentence: which folder, what is wrong, what to do."""
        return f"{shown(str(self.path))}: {self.reason}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class BuildFolder:
    """Where the files of a build stand below its folder."""

    path: Path

    @property
    def manifest(self) -> Path:
        """What was read, with which versions and options."""
        return self.path / MANIFEST

    @property
    def vacancies(self) -> Path:
        """One extraction and its text a source."""
        return self.path / "vacancies"

    @property
    def graph(self) -> Path:
        """The graph for Python."""
        return self.path / "graph.json"

    @property
    def page(self) -> Path:
        """The page to open."""
        return self.path / "graph.html"

    @property
    def ontology(self) -> Path:
        """The page of the ontology."""
        return self.path / "ontology.html"

    @property
    def chart(self) -> Path:
        """The picture of the reporting lines."""
        return self.path / "chart.svg"

    @property
    def store(self) -> Path:
        """The store for SPARQL."""
        return self.path / "store"

    def read_manifest(self) -> dict[str, Any]:
        """Return what build.json says.

        Raises:
            BadFolder: it cannot be read, or is not what `build` writes.
        """
        try:
            data = json.loads(self.manifest.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            data = None
        if not isinstance(data, dict) or not isinstance(data.get("notices"), list):
            raise BadFolder(self.path, "its build.json cannot be read", "build the folder again")
        return data


def opened(path: Path) -> BuildFolder:
    """Return the build in a folder, one left by an interrupted switch put back first.

    Raises:
        BadFolder: the folder is missing or holds no build.
    """
    place = _resolved(path)
    if _stands(place):
        return BuildFolder(path)
    reason = "it holds no build.json" if place.exists() else "there is no such folder"
    raise BadFolder(path, reason, "make it with `dottedline build NOTICES --out DIR`")


def target(path: Path) -> Path:
    """Return the resolved folder that a build may be written to.

    A folder that holds anything but a build is left alone.

    Raises:
        BadFolder: it is a file, holds other things, or cannot be written to.
    """
    place = _resolved(path)
    if not place.name:
        raise BadFolder(path, "it is the root of the file system", "name a folder with --out")
    _stands(place)
    if place.exists() and not place.is_dir():
        raise BadFolder(path, "it is a file", "name a folder with --out")
    if place.is_dir() and not (place / MANIFEST).is_file() and any(place.iterdir()):
        reason = "it holds files, but no build.json"
        raise BadFolder(path, reason, "name an empty or a new folder with --out")
    above = next(folder for folder in place.parents if folder.exists())
    if not above.is_dir():
        raise BadFolder(path, "a file stands in its way", "name another folder with --out")
    for folder in (above, place):
        if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            raise BadFolder(path, "it is not writable", "name another folder with --out")
    return place


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        raise BadFolder(path, "the path is not valid", "name another folder with --out") from None


@contextmanager
def replacing(place: Path) -> Iterator[BuildFolder]:
    """Give an empty folder beside `place`; when all went well it takes the place of the old one.

    `place` comes from `target`. An exception, or a kill at any moment, leaves the last good
    build: while the two are switched it stands aside, and the next command puts it back.

    Raises:
        BadFolder: no folder can be made beside `place`.
    """
    fresh = _beside(place)
    try:
        yield BuildFolder(fresh)
        _switch(fresh, place)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _beside(place: Path) -> Path:
    fresh = place.with_name(f".{place.name}.part-{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        fresh.mkdir()
    except OSError as fault:
        raise unwritable(place, fault) from None
    return fresh


def unwritable(path: Path, fault: OSError, *, what: str = "folder") -> OSError | BadFolder:
    """Return the error that tells of the path that the user named, not of a hidden one beside it.

    Example:
        >>> print(unwritable(Path("out"), PermissionError(13, "Permission denied", ".out.part-7")))
        out: it cannot be written to; name another folder with --out
    """
    if fault.errno in _FULL:
        return OSError(fault.errno, fault.strerror, str(path))
    return BadFolder(path, "it cannot be written to", f"name another {what} with --out")


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.previous")


def _switch(fresh: Path, place: Path) -> None:
    aside = _aside(place)
    for left in reversed(range(_TRIES)):
        if place.exists():
            shutil.rmtree(aside, ignore_errors=True)
            place.rename(aside)
        try:
            fresh.rename(place)
            break
        except OSError:
            # a reader may have put the old build back between the two renames
            if not left or not place.exists():
                _recover(place)
                raise
    shutil.rmtree(aside, ignore_errors=True)


def _stands(place: Path) -> bool:
    """Say whether a build stands in a place; one that stood aside since a kill is put back.

    While a process that lives is switching two builds, it has a moment to end that.
    """
    for look in range(_LOOKS):
        is_aside = _aside(place).exists() if place.name else False
        if (place / MANIFEST).is_file():
            return True
        if look > 1 and not is_aside:
            return False
        if not any(_alive(pid) or pid == os.getpid() for _, pid in _parts(place)):
            _recover(place)
        elif is_aside:
            sleep(_MOMENT)
    _recover(place)
    return (place / MANIFEST).is_file()


def _recover(place: Path) -> None:
    if not place.exists() and (aside := _aside(place)).joinpath(MANIFEST).is_file():
        # it fails where a build has finished its switch meanwhile
        with suppress(OSError):
            aside.rename(place)


def _parts(place: Path) -> Iterator[tuple[Path, int]]:
    """Give the folders beside `place` in which builds are made, each with its process."""
    prefix = f".{place.name}.part-"
    for entry in place.parent.glob("*") if place.name and place.parent.is_dir() else ():
        pid = entry.name.removeprefix(prefix)
        if entry.name.startswith(prefix) and pid.isdigit():
            yield entry, int(pid)


def _sweep(place: Path) -> None:
    """Remove what killed builds left beside `place`, those that still run left alone."""
    for entry, pid in _parts(place):
        if not _alive(pid):
            shutil.rmtree(entry, ignore_errors=True)


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def names(sources: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a file name for each pair of hash and source, by hash: safe, unlike all others.

    Names that differ in case alone count as equal, as they do on many file systems.

    Example:
        >>> names([("0123456789", "a/post 1.txt"), ("f", "b/other.html")])
        {'0123456789': 'post_1', 'f': 'other'}
        >>> names([("0123456789", "a/post.txt"), ("abcdef0123", "b/post.txt")])
        {'0123456789': 'post-01234567', 'abcdef0123': 'post-abcdef01'}
    """
    stems = {sha256: _stem(source) for sha256, source in sources}
    short = {sha256: f"{stem}-{sha256[:8]}" for sha256, stem in stems.items()}
    taken = Counter(name.casefold() for name in (*stems.values(), *short.values()))
    return {
        sha256: next(
            (name for name in (stem, short[sha256]) if taken[name.casefold()] == 1),
            f"{stem}-{sha256}",
        )
        for sha256, stem in stems.items()
    }


def _stem(source: str) -> str:
    stem = _UNSAFE.sub("_", Path(source).stem)[:_LONGEST]
    return stem if stem.strip("._") else "notice"
