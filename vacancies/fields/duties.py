"""How many duties the notice sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...ontology.fieldwords import any_of
from ..sections import Item, Section, items
from .postings import postings
from .reading import Reading

__all__ = ["duty_count"]

_MARK = re.compile(r"\d{1,2}[.)]\s|[-•*]\s")
_LIST = re.compile(r"(?<=[.;])\s?-\s?(?=[A-ZÀ-Ý])|\n\s*\n")
_ENDS = (".", ";", ",", ":")
_FEWEST = 2
_HEADING = 160
_TITLE = 4
_LEADING = 2


def duty_count(reading: Reading) -> int | None:
    """Return the number of duties that numbers, bullets, dashes or lines set apart.

    Headings above groups of duties and sentences that lead in to a list are no duties, a
    paragraph of running text is none, and of a posting printed twice one copy counts.
    """
    end = postings(reading.text, reading.sections)[0].spans[0][1]
    counts = [_counted(reading.text, s) for s in reading.sections if s.start < end]
    listed = [count for count in counts if count != 1] if max(counts, default=0) > 1 else counts
    total = sum(listed) + _continued(reading, end)
    return total if total >= _FEWEST else None


def _counted(text: str, section: Section) -> int:
    if section.kind != "duties":
        return 0
    found = _listed(text, items(text, section))
    words = [text[item.start : item.end].strip() for item in found]
    headings = _headings(words, [item.marked for item in found])
    led_in = len(headings) >= _FEWEST and headings[0] <= _LEADING
    first = headings[0] if led_in else 0
    opening = first == 0 and 0 not in headings[:1] and len(found) > 0
    lead = opening and not found[0].marked and any_of("duties", "leads in").match(words[0])
    return len(found) - first - len(headings) - bool(lead)


def _listed(text: str, found: Sequence[Item]) -> list[Item]:
    """Leave out what is blank, and what stands without a mark below a list with marks."""
    filled = [item for item in found if text[item.start : item.end].strip()]
    marked = [n for n, item in enumerate(filled) if item.marked]
    if len(marked) * 2 <= len(filled):
        return filled
    others = any_of("duties", "others")
    return [
        item
        for n, item in enumerate(filled)
        if n <= marked[-1] or others.search(text, item.start, item.end)
    ]


def _headings(words: Sequence[str], marked: Sequence[bool]) -> list[int]:
    """Return the places of the headings in a list.

    A heading ends in a colon, or it is an unfinished item behind a finished one in a list of
    finished ones.
    """
    marks = sum(marked)
    finished = sum(one.endswith((".", ";")) for one in words) * 2 > len(words)
    found = []
    for n, one in enumerate(words):
        last, before = n + 1 == len(words), words[n - 1] if n else "."
        if one.endswith(":"):
            found.append(n)
        elif _may_head(one) and not (marked[n] and marks * 2 > len(words)):
            behind = finished and before.endswith((".", ":"))
            short = not last or len(one.split()) <= _TITLE
            if (behind and short) or (last and marked[n] and marks == 1 and n > 0):
                found.append(n)
    return found


def _may_head(words: str) -> bool:
    return not (words.endswith(_ENDS) or len(words) > _HEADING or _MARK.match(words))


def _continued(reading: Reading, end: int) -> int:
    """Count duties below a later heading, where the list ends in "other related duties"."""
    seen, count = False, 0
    for section in reading.sections:
        seen = seen or section.kind == "duties"
        words = reading.plain[section.body : section.end]
        short = section.kind == "boilerplate" and len(words) < _HEADING
        after = seen and (short or section.kind == "context") and section.start < end
        if after and any_of("duties", "others").search(words):
            pieces = (piece.strip() for piece in _LIST.split(words))
            count += sum(piece.endswith((".", ";")) for piece in pieces)
    return count
