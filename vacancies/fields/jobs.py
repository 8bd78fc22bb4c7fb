"""Several jobs in one posting: each under a title of its own, with duties of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ..lines import Line, lines_between
from ..sections import Section, items
from ..text import flatten
from .headline import has_role

__all__ = ["Job", "jobs", "sections_of"]

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 7
_FEWEST_DUTIES = 3
_SMALL = 4
_ABOVE = 120
_AROUND = " :*#.-"


@dataclass(frozen=True, slots=True)
class Job:
    """One of several jobs of a posting, and the stretch of the text that is its own."""

    title: str
    start: int
    end: int


def jobs(text: str, sections: Sequence[Section]) -> tuple[Job, ...]:
    r"""Return the jobs of a posting that has several, or none where it has one.

    Example:
        >>> from ..sections import sections
        >>> duties = "Duties:\n- Sweeps the deck.\n- Mends the sails.\n- Paints the hull.\n"
        >>> text = f"The posts:\nDeck Worker\n{duties}Mate Officer\n{duties.replace('the', 'all')}"
        >>> [job.title for job in jobs(text, sections(text))]
        ['Deck Worker', 'Mate Officer']
    """
    duties = [s for s in sections if s.kind == "duties" and len(items(text, s)) >= _FEWEST_DUTIES]
    if len(duties) < 2:
        return ()
    first = next(s.start for s in sections if s.kind in ("context", "duties"))
    titled = [
        _title_above(text, max(first - _ABOVE, before), section.start)
        for before, section in zip([0, *(s.body for s in duties)], duties, strict=False)
    ]
    found = [line for line in titled if line is not None]
    names = [flatten(line.words).strip(_AROUND) for line in found]
    if len(found) < len(duties) or not _all_differ(names):
        return ()
    ends = [*(line.start for line in found[1:]), duties[-1].end]
    return tuple(
        Job(name, line.start, end) for name, line, end in zip(names, found, ends, strict=True)
    )


def _all_differ(names: Sequence[str]) -> bool:
    """Say whether no title is another one with words added."""
    said = [set(name.casefold().split()) for name in names]
    return not any(a <= b or b <= a for a, b in combinations(said, 2))


def _title_above(text: str, start: int, end: int) -> Line | None:
    """Return the last line of a stretch that is a title and no more."""
    found = [line for line in lines_between(text, start, end) if _is_title(line.words.strip())]
    return found[-1] if found else None


def _is_title(words: str) -> bool:
    said = _WORD.findall(words)
    if not 0 < len(said) <= _MOST_WORDS or words[-1] in ".;,:" or ":" in words:
        return False
    shown = all(word[0].isupper() for word in said if len(word) > _SMALL)
    return shown and words[0].isupper() and has_role(words)


def sections_of(job: Job, found: Sequence[Job], sections: Sequence[Section]) -> list[Section]:
    """Return the sections that a job shares with the others, and those that are its own.

    A section that another job begins or ends in is cut there.
    """
    others = [other for other in found if other != job]
    kept: list[Section] = []
    for section in sections:
        start, end = section.start, section.end
        for other in others:
            if other.start <= start < other.end:
                start = other.end
            if start < other.start < end:
                end = other.start
        if start < end:
            body = min(max(section.body, start), end)
            kept.append(Section(section.kind, start, end, body, section.heading))
    return kept
