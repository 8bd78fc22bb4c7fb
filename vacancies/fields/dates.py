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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?P<name>{names})\.?(?!\w)"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
    of = any_of("closing_date", "of").pattern
    between = rf"(?:\s*[-,./]\s*|\s+(?:{of}\s+)?)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{day}{between}{month}{between}{year}",
            rf"(?<!\w){month}\s*{day}(?:\s*,\s*|\s+){year}",
            r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
            rf"(?<!\d)(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?{year}",
        )
    )


def dates(words: str) -> Iterator[date]:
    """Yield the dates in some words, in order; days come before months unless they cannot.

    Example:
        >>> [d.isoformat() for d in dates("from 10.08.2018 to March 28, 2026")]
        ['2018-08-10', '2026-03-28']
    """
    found = {m.start(): m for pattern in _patterns() for m in pattern.finditer(words)}
    for start in sorted(found):
        day = _date(found[start])
        if day is not None:
            yield day


def _date(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    month = months()[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    if month > 12 >= day:
        day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None


def closing_date(reading: Reading) -> date | None:
    """Return the day on which applications close.

    A label comes first, then the end of the posting period, then a sentence that says by when to
    apply. A label without a date ("Closed") says nothing.
    """
    for value in reading.values("closing_date"):
        for day in dates(value[:_NEAR]):
            return day
    for value in reading.values("posting_period"):
        period = list(dates(value[:_NEAR]))
        if len(period) > 1:
            return period[-1]
    return _told(reading)


def _told(reading: Reading) -> date | None:
    for start, end in reading.scan.cues("closing_date", "by"):
        after = reading.plain[end : end + _AFTER]
        day = next(dates(after), None) if any(map(str.isdigit, after)) else None
        near = max(0, start - _NEAR)
        if day is not None and reading.scan.cues_between("closing_date", "applications", near, end):
            return day
    return None
