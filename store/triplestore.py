"""The SPARQL store on disk: written once into a new folder, opened for reading only."""

from __future__ import annotations

import shutil
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
    """Write quads as a store into a new folder and return how many it holds.

    A load that fails leaves no folder. What a kill leaves stands in the folder of a build that was
    never switched into its place, so that nobody reads it.

    Raises:
        FileExistsError: the folder is there already.
        OSError: the disk is full, or the folder may not be written.
    """
    folder.mkdir(parents=True)
    try:
        return _write(quads, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _write(quads: Iterable[Quad], folder: Path) -> int:
    store = Store(str(folder))
    store.bulk_extend(quads)
    store.optimize()
    store.flush()
    return len(store)


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
