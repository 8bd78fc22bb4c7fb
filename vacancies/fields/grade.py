"""Grades: P-4, G-6, NO-B, and those that follow no scale."""

from __future__ import annotations

import re

from .reading import Reading
from .years import figure

__all__ = ["grade", "grade_in", "without_grade"]

_GRADE = re.compile(
    r"""(?<![\w/-])(?:
        (?P<printed>(?:GS|G|NO|P)[-\s]?\d\s?/\s?\d
          |GL[-\s]?\d{1,2}|(?:N|I|R)?PSA[-\s]?\d{1,2}|(?:SB|SC|ICS|ICSC|SSA)[-\s]?\d{1,2}
          |(?:I|L)ICA[-\s]?\d{1,2}|CST\s(?:level\s)?(?:I{1,3}|IV|\d)\b|USG|ASG)
        |(?P<general>GS|G)[-\s]?(?P<step>\d)D?
        |NO[-\s]?(?P<national>[A-E])
        |(?:(?P<scale>P|D|FS|L|S|TC)|(?P<professional>PR))[-\s]?(?P<level>\d)
    )(?![\w-]|\.\d)""",
    re.VERBOSE,
)
_CONTRACTED = re.compile(rf"[A-Z][\w-]{{1,9}}\s{_GRADE.pattern}", re.VERBOSE)
_NEAR = 40
_LINE = 20
_HEADLINE = 160
_OTHER = re.compile(r"(?:\s?/\s?\w{1,5})?\s?-\s?")


def grade_in(words: str) -> str | None:
    """Return the first grade in some words, written as the guidelines have it.

    Example:
        >>> [grade_in(w) for w in ("Grade P4", "PR2", "GS-5", "NOB", "CST II", "Post (P)")]
        ['P-4', 'P-2', 'G-5', 'NO-B', 'CST II', None]
    """
    found = _GRADE.search(words)
    return _written(found) if found else None


def without_grade(words: str) -> str:
    """Return some words without the grade at their end, in brackets or not.

    Example:
        >>> without_grade("Protection Coordinator (P3)"), without_grade("Officer, NO-B")
        ('Protection Coordinator', 'Officer')
    """
    kept = words
    for found in reversed(list(_GRADE.finditer(words))):
        rest = words[found.end() :].strip(" ()[],-")
        if not rest or len(rest) < 4:
            kept = words[: found.start()].rstrip(" ([,-/")
    return kept


def _written(found: re.Match[str]) -> str:
    if found["printed"]:
        return found["printed"]
    if found["general"]:
        return f"G-{found['step']}"
    if found["national"]:
        return f"NO-{found['national']}"
    return f"{found['scale'] or found['professional'][0]}-{found['level']}"


def grade(reading: Reading, title: str | None) -> str | None:
    """Return the grade of the post: labelled, beside its title, or told with the contract."""
    beside = [_after(line.words, title) for line in reading.lines if title and title in line.words]
    labelled = [*reading.values("grade"), *reading.values("title"), *beside]
    labelled += reading.values("contract_type")
    for words in (*labelled, *reading.values("grade", "portal")):
        found = grade_in(words)
        if found:
            return found
    contracts = map(grade_in, reading.values("contract_type"))
    return _told(reading) or _alone(reading) or next(filter(None, contracts), None)


def _after(words: str, title: str) -> str:
    """Return a short line whole, of a long one what stands next to the title."""
    at = words.find(title) + len(title)
    return words if len(words) <= _HEADLINE else words[at : at + _NEAR]


def _told(reading: Reading) -> str | None:
    """Find "This is a P-4 contract" or "For G4 - 1 year relevant experience"."""
    for _, end in reading.scan.cues("grade", "stands before"):
        found = _GRADE.match(reading.plain, end + 1)
        if found:
            return _written(found)
    for start, _ in reading.scan.cues("experience", "year"):
        near = max(0, start - _NEAR)
        for found in _GRADE.finditer(reading.plain, near, start):
            between = _OTHER.match(reading.plain, found.end())
            if between and figure().match(reading.plain, between.end()):
                return _written(found)
    return None


def _alone(reading: Reading) -> str | None:
    """Find a grade that has a line of its own, at most its contract's name before it."""
    for line in reading.lines:
        words = line.words.strip()
        if 1 < len(words) <= _LINE and (_GRADE.fullmatch(words) or _CONTRACTED.fullmatch(words)):
            return grade_in(words)
    return None
