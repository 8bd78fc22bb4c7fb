"""Which posts and entities of a graph a person means by a number, an IRI or a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..vacancies.readers import shown
from .listing import Entry
from .naming import meant
from .search import search

__all__ = ["Ambiguous", "NobodyMeant", "identified"]

_EXACT = 1.0
_WHOLE = 0.85
_MOST = 20


class NobodyMeant(ValueError):
    """A name that no post and no entity of the graph bears.

    Attributes:
        name: the name.
        close: names that may be meant.

    Example:
        >>> print(NobodyMeant("RSU", ["RSO"]))
        there is no post or entity 'RSU'; did you mean RSO?
    """

    def __init__(self, name: str, close: Iterable[str]) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        self.name, self.close = name, tuple(close)
        super().__init__(name, self.close)

    def __str__(self) -> str:
        """Return one sentence: what is unknown, and what may have been meant."""
        close = " or ".join(map(shown, self.close))
        hint = f"did you mean {close}?" if close else "`dottedline list` shows all there is"
        return f"there is no post or entity '{shown(self.name)}'; {hint}"


class Ambiguous(ValueError):
    """A name of several things.

    Attributes:
        name: the name.
        entries: those that may be meant, the likeliest first.
    """

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        self.name, self.entries = name, tuple(entries)
        super().__init__(name, self.entries)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is wrong and what to do, and a line for each that may be meant."""
        told = [
            f"{one.number:>6}  {shown(one.label)} ({shown(one.kind or one.iri)})"
            for one in self.entries[:_MOST]
        ]
        more = len(self.entries) - _MOST
        first = f"'{shown(self.name)}' may mean {len(self.entries)} things; give one's number:"
        return (first, *told, *([f"        and {more} more"] if more > 0 else []))

    def __str__(self) -> str:
        """Return all lines."""
        return "\n".join(self.lines)


def identified(
    listed: Sequence[Entry], name: str, concept: Callable[[Entry], str | None]
) -> tuple[Entry, ...]:
    """Return what a person means by a number, an IRI, a label, an alias or words of a name.

    The name of a role, or of a kind of body, means all that are one: `concept` gives the IRI of
    what an entry is one of.

    Raises:
        NobodyMeant: nothing bears the name.
        Ambiguous: things that are not the same role bear it.
    """
    found = _named(listed, name.strip(), concept)
    if not found:
        names = (name for one in listed for name in (one.label, *one.aliases))
        raise NobodyMeant(name, meant(name, dict.fromkeys(names)))
    if len(found) > 1 and len({concept(one) or one.iri for one in found}) > 1:
        raise Ambiguous(name, found)
    return found


def _named(
    listed: Sequence[Entry], name: str, concept: Callable[[Entry], str | None]
) -> tuple[Entry, ...]:
    if name.isascii() and name.isdigit():
        return tuple(one for one in listed if str(one.number) == name.lstrip("0"))
    same = tuple(one for one in listed if name in (one.iri, one.label))
    if same:
        return same
    matches = search(listed, name)
    for least in (_EXACT, _WHOLE, 0.0):
        alike = {concept(one.entry) or one.entry.iri for one in matches if one.score >= least}
        if alike:
            return tuple(
                one.entry for one in matches if one.score >= least or concept(one.entry) in alike
            )
    return ()
