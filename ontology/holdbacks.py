"""Why a cue that stands in a sentence is not read, as `holdbacks.tsv` says it."""

from __future__ import annotations

from enum import StrEnum

from .tables import table

__all__ = ["Holdback"]


class Holdback(StrEnum):
    """A reason to hold a rule back; its value is its code in the table.

    Example:
        >>> Holdback("denied") is Holdback.DENIED
        True
    """

    DENIED = "denied"
    OF_ANOTHER = "of-another"
    A_DUTY = "a-duty"
    A_WISH = "a-wish"
    NO_OBJECT = "no-object"
    OTHER_KIND = "other-kind"
    SAYS_TOO_LITTLE = "says-too-little"
    OTHER_AUTHOR = "other-author"
    TOO_LONG = "too-long"

    @property
    def sentence(self) -> str:
        """The reason in words.

        Example:
            >>> Holdback.NO_OBJECT.sentence
            'No name follows where the rule wants its object.'
        """
        return next(row["reason"] for row in table("holdbacks.tsv") if row["code"] == self)
