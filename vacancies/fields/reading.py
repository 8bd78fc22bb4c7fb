"""A posting laid out for its fields: lines, labelled values, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ...ontology.fieldwords import any_of
from ..sections import Line, Section, lines
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
    def lines(self) -> tuple[Line, ...]:
        """The lines, without what a portal lists below the notice."""
        found = lines(self.text)
        tail = any_of("tail")
        for n, line in enumerate(found):
            if line.start * 2 > len(self.text) and tail.search(line.words):
                return found[:n]
        return found

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """All labelled values, in the text's order."""
        return tuple(labelled(self.lines, self.text))

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
