"""Whether the files of a build and its store speak of the same notices."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...graph.identity import Mint
from ...store.folder import BuildFolder
from ...store.records import Record, complete, read_record
from ...vacancies.readers import Notice, Unreadable
from .faults import Fault

__all__ = ["Inventory"]

_READ = "read"


class Inventory:
    """The notices that build.json lists, with their files."""

    def __init__(self, folder: BuildFolder) -> None:
        """Read build.json.

        Raises:
            BadFolder: it cannot be read.
        """
        told = folder.read_manifest()
        self._vacancies = folder.vacancies
        self.base = str(told.get("options", {}).get("base") or Mint().base)
        mint = Mint(self.base)
        self.entries: Mapping[str, dict[str, Any]] = {
            mint.notice(str(entry["sha256"])): entry for entry in told["notices"]
        }

    def text(self, notice: str) -> str | None:
        """Return the text of a notice, or None where it cannot be read."""
        entry = self.entries.get(notice)
        data = self._read(f"{entry['name']}.txt") if entry else None
        try:
            return None if data is None else data.decode("utf-8")
        except UnicodeDecodeError:
            return None

    def is_read(self, notice: str) -> bool:
        """Say whether the program read the notice, and no person wrote its record."""
        return self.entries.get(notice, {}).get("record") == _READ

    def faults(self, listed: Collection[str], claimed: Collection[str]) -> Iterator[Fault]:
        """Give the notices that only one of both knows, and records that changed since or are gone.

        `listed` are the notices that the store's registry lists, `claimed` those with claims.
        """
        for notice in sorted(set(self.entries) - set(listed)):
            yield Fault(notice, "notice-lost")
        for notice in sorted(set(claimed) - (set(self.entries) & set(listed))):
            yield Fault(notice, "notice-unlisted")
        for notice, entry in sorted(self.entries.items()):
            yield from self._of_record(notice, Path(f"{entry['name']}.json").name)

    def _of_record(self, notice: str, name: str) -> Iterator[Fault]:
        """Give what happened to a record since it was built: it is lost, or changed, or broken."""
        path = self._vacancies / name
        if not path.is_file():
            yield Fault(notice, "record-missing", name)
            return
        data = self._read(name)
        if data and hashlib.sha256(data).hexdigest() == self.entries[notice]["record_sha256"]:
            return
        try:
            self._mended(read_record(path), notice)
        except Unreadable as fault:
            yield Fault(notice, "record-broken", f"{name}: {fault.reason}")
        else:
            yield Fault(notice, "record-changed", name)

    def _mended(self, record: Record, notice: str) -> None:
        """Read a changed record as `build` will.

        Raises:
            Unreadable: its quotes are not in the text.
        """
        text = self.text(notice)
        if text is not None:
            complete(record, Notice(record.extraction.source, text, "", "utf-8"))

    def _read(self, name: str) -> bytes | None:
        try:
            return (self._vacancies / Path(name).name).read_bytes()
        except OSError:
            return None
