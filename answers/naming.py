"""Names that a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ..vacancies.readers import shown

__all__ = ["UnknownName", "meant"]


class UnknownName(ValueError):
    """A name that is none of those that may stand here.

    Attributes:
        what: what the name should have been a name of.
        name: the name.
        known: those that may stand here.

    Example:
        >>> print(UnknownName("format", "turtel", ["trig", "turtle"]))
        there is no format 'turtel'; did you mean turtle?
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(what, name, self.known)

    def __str__(self) -> str:
        """Return one sentence: what is unknown, and what may have been meant."""
        close = meant(self.name, self.known)
        hint = f"did you mean {' or '.join(close)}?" if close else f"known: {', '.join(self.known)}"
        return f"there is no {self.what} '{shown(self.name)}'; {hint}"


def meant(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names nearest to a name, two at most.

    Example:
        >>> meant("biuld", ["build", "extract", "list"])
        ['build']
    """
    by_fold = {one.casefold(): one for one in known}
    return [by_fold[close] for close in get_close_matches(name.casefold(), by_fold, n=2)]
