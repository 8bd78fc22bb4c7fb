"""Years of experience: the figure that goes with the highest degree named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...ontology.fieldwords import any_of, cues, degrees, numbers
from .reading import NOTICE, PORTAL, Reading

__all__ = ["experience_years", "figure"]

_CLAUSE = re.compile(r"(?<=[.;])\s+(?=[A-ZÀ-Ý(])|\n[^\S\n]*+\n|\n(?=[^\S\n]*+[•·*▪-])")
_BEFORE = 25
_AFTER = 40
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Figure:
    years: int
    degree: int


@cache
def figure() -> re.Pattern[str]:
    """Return the pattern of a figure of years: "5 years", "seven (7) years"."""
    words = "|".join(sorted(map(re.escape, numbers()), key=len, reverse=True))
    units = "|".join(sorted(map(re.escape, cues("experience", "year")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<digits>\d{{1,2}})|(?P<word>{words}))(?!\w)"
        rf"(?:\s*+(?:[-/]|{any_of('experience', 'to').pattern})\s*+\d{{1,2}}(?!\w))?\s*+\+?\s*+"
        rf"(?:\(\s*+\w++\s*+\))?\s*+\+?[\s-]*+(?:{units})(?!\w)",
        re.IGNORECASE,
    )


def experience_years(reading: Reading) -> int | None:
    """Return the years of experience asked for, None where the notice gives none."""
    for value in reading.values("experience_years", NOTICE):
        for found in figure().finditer(value):
            return _number(found)
    for kinds in (("requirements",), ("languages",)):
        for telling in (True, False):
            figures = [f for kind in kinds for f in _figures(reading, kind, telling=telling)]
            if figures:
                return _best(figures)
    anywhere = ("header", "context", "boilerplate", "duties", "apply")
    told = (f.years for kind in anywhere for f in _figures(reading, kind, telling=True))
    return next(told, None) or _portal(reading)


def _portal(reading: Reading) -> int | None:
    values = reading.values("experience_years", PORTAL)
    found = (match for value in values for match in figure().finditer(value))
    return next(map(_number, found), None)


def _best(figures: list[_Figure]) -> int:
    """Take the figure of the highest degree; without degrees, the first."""
    highest = max(figure.degree for figure in figures)
    if highest <= 1:
        highest = figures[0].degree
    return next(figure.years for figure in figures if figure.degree == highest)


def _figures(reading: Reading, kind: str, *, telling: bool) -> Iterator[_Figure]:
    """Yield the figures of the sections of a kind; `telling` clauses speak of experience."""
    for section in reading.sections:
        years = ("experience", "year", section.body, section.end)
        if section.kind != kind or not reading.scan.cues_between(*years):
            continue
        for clause in _CLAUSE.split(reading.plain[section.body : section.end]):
            if any_of("experience", "year").search(clause):
                yield from _in_clause(clause, telling=telling)


def _in_clause(clause: str, *, telling: bool) -> Iterator[_Figure]:
    if telling != _tells(clause):
        return
    found = [f for f in figure().finditer(clause) if _counts(clause, f)]
    for n, one in enumerate(found):
        years = _number(one)
        if 0 < years <= _MOST:
            yield _Figure(years, _degree(clause, found, n))


def _tells(clause: str) -> bool:
    """Say whether a clause speaks of experience, or of the figure that goes with a degree."""
    if any_of("experience", "experience").search(clause):
        return True
    return any_of("experience", "instead").search(clause) is not None and any(
        level.search(clause) for level in degrees().values()
    )


def _counts(clause: str, found: re.Match[str]) -> bool:
    """Tell years of experience from years added to them, ages and terms."""
    before = clause[max(0, found.start() - _BEFORE) : found.end()]
    after = clause[found.end() : found.end() + _AFTER].partition(",")[0]
    return any_of("experience", "additional").search(f"{before}{after}") is None


def _degree(clause: str, found: list[re.Match[str]], n: int) -> int:
    """Return the level of the degree that goes with a figure.

    Where a degree stands before the first figure, each figure belongs to the degrees before it,
    else to those behind it: "Master's degree with 5 years", "5 years with a Master's degree".
    """
    degrees_first = any(p.search(clause, 0, found[0].start()) for p in degrees().values())
    if degrees_first:
        left, right = (found[n - 1].end() if n else 0), found[n].start()
    else:
        last = n + 1 == len(found)
        left, right = found[n].end(), (len(clause) if last else found[n + 1].start())
    levels = (level for level, p in degrees().items() if p.search(clause, left, right))
    return max(levels, default=0)


def _number(found: re.Match[str]) -> int:
    return int(found["digits"]) if found["digits"] else numbers()[found["word"].lower()]
