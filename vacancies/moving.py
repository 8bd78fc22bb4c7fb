"""A vacancy's offsets moved: from a slice of a document to the whole of it."""

from __future__ import annotations

from typing import TypeVar

from .model import Evidence, Relation, ThirdParty, Vacancy

__all__ = ["moved"]

_Told = TypeVar("_Told", Relation, ThirdParty)


def moved(vacancy: Vacancy, by: int) -> Vacancy:
    """Return the vacancy with every offset `by` code points further on.

    Example:
        >>> from dottedline.vacancies.model import Acronym
        >>> told = Vacancy(acronyms=(Acronym(short="LF", long="Long Form", start=0, end=14),))
        >>> moved(told, 10).acronyms[0].start
        10
    """
    spans = ("acronyms", "sections", "mentions")
    update: dict[str, object] = {
        name: tuple(
            one.model_copy(update={"start": one.start + by, "end": one.end + by})
            for one in getattr(vacancy, name)
        )
        for name in spans
    }
    update["relations"] = tuple(_statement(told, by) for told in vacancy.relations)
    update["third_party"] = tuple(_statement(told, by) for told in vacancy.third_party)
    return vacancy.model_copy(update=update)


def _statement(told: _Told, by: int) -> _Told:
    return told.model_copy(update={"evidence": tuple(_evidence(e, by) for e in told.evidence)})


def _evidence(one: Evidence, by: int) -> Evidence:
    offsets = ("start", "end", "object_start", "object_end")
    return one.model_copy(update={name: getattr(one, name) + by for name in offsets})
