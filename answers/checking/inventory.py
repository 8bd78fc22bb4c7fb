"""Whether the files of a build and its store speak of the same notices."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from ...graph.identity import Mint
from ...store.folder import BuildFolder
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
        """Give the notices that only one of both knows, and records that changed since.

        `listed` are the notices that the store's registry lists, `claimed` those with claims.
        """
        for notice in sorted(set(self.entries) - set(listed)):
            yield Fault(notice, "notice-lost")
        for notice in sorted(set(claimed) - (set(self.entries) & set(listed))):
            yield Fault(notice, "notice-unlisted")
        for notice, entry in sorted(self.entries.items()):
            record = self._read(f"{entry['name']}.json")
            if record is None or hashlib.sha256(record).hexdigest() != entry["record_sha256"]:
                yield Fault(notice, "record-changed", f"{entry['name']}.json")

    def _read(self, name: str) -> bytes | None:
        try:
            return (self._vacancies / Path(name).name).read_bytes()
        except OSError:
            return None
