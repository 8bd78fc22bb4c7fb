"""A notice cut into sections: header, context, duties, and what states no relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from .contents import Passage, passages
from .headed import Mark, marks
from .items import Item, marked_from
from .items import items as _items
from .lines import Line, lines
from .scan import scan

__all__ = ["HEADER", "Item", "Line", "Section", "items", "lines", "sections"]

HEADER = "header"
_TOLD = ("context", "duties")
_ASIDE = ("requirements", "boilerplate")
_REFINED = (HEADER, *_TOLD)
_LEAST_DUTIES = 4
_AHEAD = 6
_FEWEST_VERBS = 2
_LEAST = 25


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text under one heading; `start` is the heading's, `body` the text's."""

    kind: str
    start: int
    end: int
    body: int
    heading: str | None = None


@lru_cache(maxsize=8)
def sections(text: str) -> tuple[Section, ...]:
    r"""Cut `text` at its headings; what stands before the first is the header.

    The sections follow one another without a gap and cover the whole text. Where headings are
    unknown or name a single field, what stands below is told by its own words.

    Example:
        >>> [s.kind for s in sections("Title: Clerk\nDuties:\n1. File papers.")]
        ['header', 'duties']
    """
    tail = _tail(text)
    opened: list[Mark | None] = [None, *(mark for mark in marks(text) if mark.start < tail)]
    cut = []
    for mark, after in pairwise([*opened, None]):
        end = after.start if after else tail
        if mark is None:
            cut.append(Section(HEADER, 0, end, 0))
        else:
            cut.append(Section(mark.kind, mark.start, end, min(mark.body, end), mark.phrase))
    if tail < len(text):
        cut.append(Section("boilerplate", tail, len(text), tail))
    return tuple(part for s in cut if s.end > s.start for part in _refined(text, s))


def _tail(text: str) -> int:
    """Return where a portal's list of other vacancies begins, or the text's end."""
    found = (start for start, _ in scan(text).cues("tail") if start * 2 > len(text))
    first = next(found, None)
    return len(text) if first is None else text.rfind("\n", 0, first) + 1


def items(text: str, section: Section) -> tuple[Item, ...]:
    r"""Return the duties, bullets and paragraphs of `section`, in the text's order.

    Example:
        >>> text = "Duties:\n1. File the papers. 2. Answer calls."
        >>> [text[i.start : i.end] for i in items(text, sections(text)[0])]
        ['File the papers.', 'Answer calls.']
    """
    return _items(text, section.body, section.end)


def _refined(text: str, section: Section) -> Iterator[Section]:
    """Part a section where its own words say that something else begins."""
    if section.kind not in _REFINED or section.end - section.body < _LEAST:
        yield section
        return
    found = passages(text, items(text, section))
    kind, start, body, heading = section.kind, section.start, section.body, section.heading
    for at, passage in enumerate(found):
        told = _turn(kind, found, at)
        if told is None or told == kind:
            continue
        above = found[at - 1] if at else passage
        headed = above.brief and not above.item.marked and above.item.start > start
        first = marked_from(text, (above if headed else passage).item)
        if first > start:
            yield Section(kind, start, first, min(body, first), heading)
        kind, start, heading = told, first, None
        body = passage.item.end if passage.heads else marked_from(text, passage.item)
    yield Section(kind, start, section.end, body, heading)


def _turn(kind: str, found: list[Passage], at: int) -> str | None:
    """Return the kind of section that begins with a passage, None where the present goes on."""
    passage = found[at]
    if passage.heads:
        return _headed(kind, found, at)
    if kind != "duties" and _lists_duties(kind, found, at):
        return "duties"
    if kind in _TOLD:
        return _aside(kind, found, at)
    return "context" if passage.kind == "context" else None


def _headed(kind: str, found: list[Passage], at: int) -> str | None:
    """Return what an unknown heading opens; in a header only what is read."""
    heads, after = found[at].heads, found[at + 1 : at + 3]
    if not after:
        return None
    if heads in _TOLD:
        return heads
    if kind == HEADER or (heads == "requirements" and any(passage.acts for passage in after)):
        return None
    return heads


def _aside(kind: str, found: list[Passage], at: int) -> str | None:
    """Return what begins where a passage no longer tells of the post's work."""
    told = found[at].kind
    if told not in _ASIDE or found[at].acts or not at:
        return None
    if kind == "duties" and not any(passage.acts for passage in found[:at]):
        return None
    near = found[at : at + 3]
    alike = sum(passage.kind in _ASIDE and not passage.acts for passage in near)
    return told if alike >= min(2, len(near)) else None


def _lists_duties(kind: str, found: list[Passage], at: int) -> bool:
    """Say whether a list of duties begins with a passage."""
    first, ahead = found[at], found[at : at + _AHEAD]
    if first.acts and sum(p.acts for p in ahead) >= _LEAST_DUTIES:
        return True
    if not first.item.marked or kind not in _REFINED:
        return False
    rest = found[at:]
    long = sum(p.item.marked and p.item.end - p.item.start > _LEAST for p in rest)
    if kind == "context":
        sure = sum(p.acts or p.item.counted for p in rest) >= _FEWEST_VERBS
        return long >= _LEAST_DUTIES and sure
    aside = any(p.kind in _ASIDE for p in rest)
    return long == len(rest) >= _LEAST_DUTIES and not aside
