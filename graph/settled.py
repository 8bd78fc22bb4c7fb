"""One description for each thing where notices differ: kind by majority, label by spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .things import Thing

__all__ = ["Settled"]


_WEAK = frozenset({None, "place"})


class Settled:
    """Counts how notices describe each thing.

    Example:
        >>> settled = Settled()
        >>> for kind in ("unit", "role", "unit"):
        ...     settled.count([Thing("c", "Security", "candidate", kind, candidate=True)])
        >>> [thing.kind for thing in settled.candidates()]
        ['unit']
    """

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._kinds: dict[str, Counter[str | None]] = {}
        self._things: dict[str, Thing] = {}

    def count(self, things: Iterable[Thing]) -> None:
        """Take in what one notice names; each thing counts once."""
        for thing in set(things):
            earlier = self._things.setdefault(thing.iri, thing)
            self._things[thing.iri] = min(earlier, thing, key=_order)
            if thing.candidate and not thing.is_post:
                self._kinds.setdefault(thing.iri, Counter())[thing.kind] += 1

    def of(self, thing: Thing) -> Thing:
        """Return the description of a thing that stands for all notices.

        A scope that is stated goes before one from a duty station, the first label in the alphabet
        before the others. A candidate has the kind that most notices give it; of two that are given
        as often, the first in the alphabet. Being a duty station counts only without another kind.
        """
        settled = self._things.get(thing.iri, thing)
        counted = self._kinds.get(thing.iri)
        if not counted:
            return settled
        kind = min(counted, key=lambda one: (one in _WEAK, -counted[one], one or ""))
        return replace(settled, kind=kind, layer="place" if kind == "place" else "candidate")

    def candidates(self) -> Iterator[Thing]:
        """Give each candidate with its kind, sorted."""
        for iri in sorted(self._kinds):
            yield self.of(self._things[iri])

    def __iter__(self) -> Iterator[Thing]:
        """Give every thing, settled, sorted."""
        for iri in sorted(self._things):
            yield self.of(self._things[iri])


def _order(thing: Thing) -> tuple[bool, str, str]:
    return (thing.stated is not True, thing.label, repr(thing))
