"""Dates: the day on which applications close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ...ontology.fieldwords import any_of, months
from .reading import Reading

__all__ = ["closing_date", "dates"]

_NEAR = 160
_AFTER = 40
_CENTURY = 2000
_SLASHED = re.compile(r"\d/\d{1,2}/\d")
_HAS_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(
    r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)(,?\s\d{1,2}:\d\d(?::\d\d)?\s?[AP]M\b)?"
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?P<name>{names})\.?(?!\w)"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    short = r"(?P<year>(?:(?:19|20)\d\d|(?<=[-'])\d\d))(?!\d)"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
    of = any_of("closing_date", "of").pattern
    between = rf"(?:\s*[-,./]\s*|\s+(?:{of}\s+)?)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{day}{between}{month}{between}'?{short}",
            rf"(?<!\w){month}\s*{day}(?:\s*,\s*|\s+){year}",
            r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)",
            rf"(?<!\d)(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?{year}",
        )
    )


def dates(words: str, *, american: bool = False) -> Iterator[date]:
    """Yield the dates in some words, in order.

    In figures days come before months, unless they cannot, or the notice is `american`.

    Example:
        >>> [d.isoformat() for d in dates("from 10.08.2018 to March 28, 2026")]
        ['2018-08-10', '2026-03-28']
    """
    found = {m.start(): m for pattern in _patterns() for m in pattern.finditer(words)}
    for start in sorted(found):
        day = _date(found[start], american=american)
        if day is not None:
            yield day


def _date(found: re.Match[str], *, american: bool) -> date | None:
    parts = found.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    year += _CENTURY if year < 100 else 0
    month = months()[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    figures = not parts.get("name") and parts["year"] != found.group()[:4]
    if figures and (month > 12 >= day or (american and day <= 12)):
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_american(reading: Reading) -> bool:
    """Say whether the notice writes dates in figures with the month first.

    It does where one of them has no other reading, or where hours are told as AM and PM behind
    dates with slashes, and none has the day first.
    """
    found = [(int(m[1]), int(m[2]), bool(m[3])) for m in _FIGURES.finditer(reading.plain)]
    if any(first > 12 for first, _, _ in found):
        return False
    return any(second > 12 or hours for _, second, hours in found)


def closing_date(reading: Reading) -> date | None:
    """Return the day on which applications close.

    A label comes first, then the end of the posting period, then a sentence that says by when to
    apply. A label without a date ("Closed") says nothing.
    """
    labelled = [value[:_NEAR] for value in reading.values("closing_date")]
    periods = [value[:_NEAR] for value in reading.values("posting_period")]
    american = any(map(_SLASHED.search, (*labelled, *periods))) and _is_american(reading)
    for value in labelled:
        for day in dates(value, american=american):
            return day
    for value in periods:
        period = list(dates(value, american=american))
        if len(period) > 1:
            return period[-1]
    return _told(reading)


def _told(reading: Reading) -> date | None:
    for start, end in reading.scan.cues("closing_date", "by"):
        after = reading.plain[end : end + _AFTER]
        day = next(dates(after), None) if _HAS_FIGURE.search(after) else None
        near = max(0, start - _NEAR)
        if day is not None and reading.scan.cues_between("closing_date", "applications", near, end):
            return day
    return None
