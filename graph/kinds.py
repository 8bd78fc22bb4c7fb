"""One kind for each candidate: what most notices take it for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .things import Thing

__all__ = ["Kinds"]


class Kinds:
    """Counts how notices read each candidate.

    Example:
        >>> kinds = Kinds()
        >>> for kind in ("unit", "role", "unit"):
        ...     kinds.count([Thing("c", "Security", "candidate", kind, candidate=True)])
        >>> [kind for _, kind in kinds.decided()]
        ['unit']
    """

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._counted: dict[str, Counter[str | None]] = {}
        self._things: dict[str, Thing] = {}

    def count(self, things: Iterable[Thing]) -> None:
        """Take in what one notice names; each thing counts once."""
        for thing in set(things):
            if thing.candidate and not thing.is_post:
                self._counted.setdefault(thing.iri, Counter())[thing.kind] += 1
                earlier = self._things.setdefault(thing.iri, thing)
                self._things[thing.iri] = min(earlier, thing, key=lambda one: one.label)

    def of(self, thing: Thing) -> str | None:
        """Return the kind of a thing: its own, or for a candidate what most notices say.

        Of two kinds that are said as often, one that is known goes first, then the alphabet.
        """
        counted = self._counted.get(thing.iri)
        if thing.is_post or not counted:
            return thing.kind
        return min(counted, key=lambda kind: (kind is None, -counted[kind], kind or ""))

    def decided(self) -> Iterator[tuple[Thing, str | None]]:
        """Give each candidate with its kind, sorted."""
        for iri in sorted(self._things):
            yield self._things[iri], self.of(self._things[iri])
