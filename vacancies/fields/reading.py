"""A posting laid out for its fields: lines, labelled values, sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..lines import Line, lines
from ..scan import Scan, scan
from ..sections import Section
from ..text import view
from .labels import Labelled, labelled

__all__ = ["NOTICE", "PORTAL", "Reading"]

NOTICE = "notice"
PORTAL = "portal"


@dataclass(frozen=True)
class Reading:
    """The text of one posting, and what its fields are read from."""

    text: str
    sections: Sequence[Section]

    @cached_property
    def scan(self) -> Scan:
        """The phrases of the text by which fields are known."""
        return scan(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, without what a portal lists below the notice."""
        found = lines(self.text)
        return found[: bisect_left(found, self._tail, key=lambda line: line.end)]

    @cached_property
    def _tail(self) -> int:
        tails = (at for at, _ in self.scan.cues("tail") if at * 2 > len(self.text))
        return next(tails, len(self.text) + 1)

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """All labelled values, in the text's order."""
        return tuple(entry for entry in labelled(self.text) if entry.start < self._tail)

    @cached_property
    def plain(self) -> str:
        """The text with typographic characters made plain, offsets kept."""
        return view(self.text)

    def values(self, field: str, rank: str = NOTICE) -> list[str]:
        """Return the values of a field that the notice itself gives, or its portal."""
        return [e.value for e in self.labelled if (e.field, e.rank) == (field, rank)]

    def of_kinds(self, *kinds: str) -> list[str]:
        """Return the plain text of the sections of some kinds, headings left out."""
        return [self.plain[s.body : s.end] for s in self.sections if s.kind in kinds]
