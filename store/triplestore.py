"""The SPARQL store on disk: written beside its place and switched, opened for reading only."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store

__all__ = ["NoStore", "is_store", "load", "opened"]


class NoStore(FileNotFoundError):
    """A folder that holds no store."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder."""
        super().__init__(folder)
        self.folder = folder

    def __str__(self) -> str:
        """Say what is missing and what to do."""
        return f"{self.folder} holds no SPARQL store: build it with `dottedline build`"


def load(quads: Iterable[Quad], folder: Path) -> int:
    """Write quads as a store into a folder and return how many it holds.

    The store is made beside the folder and takes its place when it is whole, so that a build that
    is killed leaves the last good one, and nobody reads a store that is being written.

    Raises:
        OSError: the disk is full, or the folder may not be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        size = _write(quads, beside / "new")
        _switch(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return size


def _write(quads: Iterable[Quad], folder: Path) -> int:
    store = Store(str(folder))
    store.bulk_extend(quads)
    store.optimize()
    store.flush()
    return len(store)


def _switch(beside: Path, folder: Path) -> None:
    if not folder.exists():
        (beside / "new").rename(folder)
        return
    folder.rename(beside / "old")
    try:
        (beside / "new").rename(folder)
    except OSError:
        (beside / "old").rename(folder)
        raise


def is_store(folder: Path) -> bool:
    """Say whether a folder holds a store."""
    return (folder / "CURRENT").is_file()


def opened(folder: Path) -> Store:
    """Open the store of a folder for reading.

    Raises:
        NoStore: the folder holds none.
    """
    if not is_store(folder):
        raise NoStore(folder)
    return Store.read_only(str(folder))
