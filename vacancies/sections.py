"""A notice cut into sections (header, context, duties ...), and these into items and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ..ontology.fieldwords import any_of
from ..ontology.grammar import grammar
from ..ontology.headings import Heading, headings
from ..ontology.tables import LANGUAGES
from .text import flatten, view

__all__ = ["HEADER", "Item", "Line", "Section", "items", "lines", "sections"]

HEADER = "header"

_LEAD = re.compile(r"[\s#>|]*(?:(?:[•·●▪◦*➢o]|\d{1,2}(?:\.\d{1,2})?\s*[.)\-:]+\)?)\s+)?")
_BULLET = re.compile(
    r"\s*(?:[•·●▪◦➢*]\s*|[-]\s+|o\s+(?=[A-Z])|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])\s?(?:[.)]+\.?|-)\s*"
    r"(?=[^\W\d]|['\"(])|\d{1,2}\)\.\s*)"
)
_NUMBERED = re.compile(
    r"(?<=[.;:)!?])\s+\d{1,2}(?:\.|\)|\.\))\s?(?=[A-ZÀ-Ý])|(?<=  )\d{1,2}\.\s(?=[A-Z])"
)
_DASHED = re.compile(
    r"(?:(?<=^)|(?<=[\s.;:,]))-\s+(?=['\"]?[A-ZÀ-Ý])|(?<=[a-z])-\s(?=[A-Z][a-z]+\s)"
)
_DOTTED = re.compile(r"\s[•·●▪]\s*(?=\S)")
_SHOUTED = re.compile(r"(?<=[.:;!?])\s*([A-Z][A-Z &/]{8,60}[A-Z])\s?::?\s")
_LABEL = re.compile(r"[A-Z][\w'/ ]{2,30}:\s")
_LEAST_DUTIES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without its end: offsets, and the words of the view on it."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text under one heading; `start` is the heading's, `body` the text's."""

    kind: str
    start: int
    end: int
    body: int
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A duty, bullet or paragraph: a span of the text, its wrapped lines joined."""

    start: int
    end: int
    marked: bool


@lru_cache(maxsize=8)
def lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` as its view shows them.

    Example:
        >>> [line.start for line in lines("ab\ncd")]
        [0, 3]
    """
    plain, found, start = view(text), [], 0
    for piece in plain.split("\n"):
        found.append(Line(start, start + len(piece), piece))
        start += len(piece) + 1
    return tuple(found)


@lru_cache(maxsize=8)
def sections(text: str) -> tuple[Section, ...]:
    r"""Cut `text` at its headings; what stands before the first is the header.

    The sections follow one another without a gap and cover the whole text.

    Example:
        >>> [s.kind for s in sections("Title: Clerk\nDuties:\n1. File papers.")]
        ['header', 'duties']
    """
    tail = _tail(text)
    marks = [
        (0, 0, HEADER, None),
        *(mark for mark in _marks(text) if mark[0] < tail),
        *([(tail, tail, "boilerplate", None)] if tail < len(text) else []),
        (len(text), len(text), "", None),
    ]
    cut = [
        Section(kind, start, after[0], body, heading)
        for (start, body, kind, heading), after in pairwise(marks)
        if after[0] > start
    ]
    return tuple(part for section in cut for part in _list_apart(text, section))


def _tail(text: str) -> int:
    """Return where a portal's list of other vacancies begins, or the text's end."""
    found = (line for line in lines(text) if line.start * 2 > len(text))
    return next((line.start for line in found if any_of("tail").search(line.words)), len(text))


def _list_apart(text: str, section: Section) -> tuple[Section, ...]:
    """Part a long list from the context that it stands in: it is the list of duties."""
    if section.kind not in (HEADER, "context"):
        return (section,)
    found = items(text, section)
    first = next((n for n, item in enumerate(found) if item.marked), None)
    if first is None or sum(_dutiful(text, item) for item in found[first:]) < _LEAST_DUTIES:
        return (section,)
    if section.kind == HEADER and not all(_dutiful(text, item) for item in found[first:]):
        return (section,)
    at = found[first].start
    return (
        Section(section.kind, section.start, at, section.body, section.heading),
        Section("duties", at, section.end, at),
    )


def _dutiful(text: str, item: Item) -> bool:
    return item.marked and item.end - item.start > 25 and text[item.start].isupper()


def _marks(text: str) -> Iterator[tuple[int, int, str, str | None]]:
    for line in lines(text):
        at = _leading(line.words)
        while at < len(line.words):
            found = _heading_at(line.words, at)
            if found is None:
                break
            heading, after = found
            yield line.start + at, line.start + after, heading.kind, heading.phrase
            at = after
        for heading, start, after in _inside(line.words, at):
            yield line.start + start, line.start + after, heading.kind, heading.phrase


def _leading(words: str) -> int:
    lead = _LEAD.match(words)
    return lead.end() if lead else 0


def _heading_at(words: str, at: int) -> tuple[Heading, int] | None:
    """Return the heading that `words` open with at `at`, and where its text begins."""
    rest = words[at:].strip()
    whole = _bare(rest)
    if whole in _phrases():
        return _phrases()[whole], len(words)
    opening = rest.split(":", 1)[0]
    if ":" in rest and _bare(opening) in _phrases():
        after = words.index(":", at) + 1
        return _phrases()[_bare(opening)], after + _spaces(words, after, ": ")
    first = at + _spaces(words, at, " ")
    for heading in _glued():
        if words.startswith(heading.phrase, first):
            after = first + len(heading.phrase)
            if re.match(r"\s*[-:]?\s*['\"]?[A-Z]", words[after:]):
                return heading, after + _spaces(words, after, " :")
    return None


def _spaces(words: str, at: int, skipped: str) -> int:
    return len(words[at:]) - len(words[at:].lstrip(skipped))


def _inside(words: str, at: int) -> Iterator[tuple[Heading, int, int]]:
    """Yield headings that stand inside a line, glued to the text on their left."""
    if len(words) - at < 120:
        return
    for match in _GLUED_INSIDE().finditer(words, at):
        yield _by_phrase()[match.group(1)], match.start(1), match.end(1)
    for match in _SHOUTED.finditer(words, at):
        heading = _phrases().get(_bare(match.group(1)))
        if heading is not None:
            yield heading, match.start(1), match.end()


@cache
def _phrases() -> dict[str, Heading]:
    return {_bare(heading.phrase): heading for heading in reversed(headings())}


@cache
def _glued() -> tuple[Heading, ...]:
    return tuple(heading for heading in headings() if heading.glued)


@cache
def _by_phrase() -> dict[str, Heading]:
    return {heading.phrase: heading for heading in _glued()}


@cache
def _GLUED_INSIDE() -> re.Pattern[str]:  # noqa: N802
    phrases = "|".join(re.escape(heading.phrase) for heading in _glued())
    return re.compile(rf"(?<=[a-z.);:])({phrases})(?=[A-Z]|\s?-\s?[A-Z])")


def _bare(words: str) -> str:
    return flatten(words.strip(" :;,.*_-|?#").casefold())


def items(text: str, section: Section) -> tuple[Item, ...]:
    r"""Return the duties, bullets and paragraphs of `section`, in the text's order.

    A wrapped line belongs to the item before it. Numbers or dashes inside a paragraph open new
    items where there are several.

    Example:
        >>> text = "Duties:\n1. File the papers. 2. Answer calls."
        >>> [text[i.start : i.end] for i in items(text, sections(text)[0])]
        ['File the papers.', 'Answer calls.']
    """
    found: list[Item] = []
    for block in _blocks(text, section):
        found.extend(_split(text, block))
    return tuple(found)


def _blocks(text: str, section: Section) -> list[Item]:
    """Join the section's lines where they are wrapped."""
    width = _wrap_width(text)
    blocks: list[Item] = []
    open_line: Line | None = None
    for line in _between(lines(text), section):
        start, end = max(line.start, section.body), min(line.end, section.end)
        if end <= start or not line.words.strip():
            if not _furnished(text, line):
                open_line = None
            continue
        mark = _BULLET.match(line.words) if start == line.start else None
        if mark is None and open_line is not None and _wrapped(open_line, line, width):
            blocks[-1] = Item(blocks[-1].start, end, blocks[-1].marked)
        else:
            first = line.start + mark.end() if mark else start
            blocks.append(Item(min(first, end), end, mark is not None))
        open_line = line
    return [block for block in blocks if text[block.start : block.end].strip()]


def _between(found: tuple[Line, ...], section: Section) -> tuple[Line, ...]:
    """Return the lines that the section's text stands on."""
    first = bisect_left(found, section.body, key=lambda line: line.end)
    last = bisect_left(found, section.end, key=lambda line: line.start)
    return found[first:last]


def _furnished(text: str, line: Line) -> bool:
    """Say whether a line is blank only because page furniture was taken from it."""
    return bool(text[line.start : line.end].strip())


def _wrapped(before: Line, line: Line, width: int) -> bool:
    left, right = before.words.rstrip(), line.words.lstrip()
    if _LABEL.match(right):
        return False
    if left and any(
        grammar(code).is_a(left.split()[-1].casefold(), tag)
        for code in LANGUAGES
        for tag in ("preposition", "determiner", "conjunction")
    ):
        return True
    if not left or left[-1] in ".;:!?":
        return bool(width and left and left[-1] in ".;" and len(left) > 0.8 * width)
    if width and len(left) > 0.62 * width:
        return True
    return right[:1].islower() and len(left) > 40


@lru_cache(maxsize=8)
def _wrap_width(text: str) -> int:
    """Return the column at which the text is wrapped by hand, or 0 where it is not."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    long = [n for n in lengths if n > 60]
    if len(long) < 12 or lengths[-1] > 130 or lengths[len(lengths) * 97 // 100] > 125:
        return 0
    return long[-1]


def _split(text: str, block: Item) -> list[Item]:
    """Open a new item at each number, dash or bullet inside the block, where there are several."""
    words = view(text)[block.start : block.end]
    for pattern, least in ((_NUMBERED, 1), (_DASHED, 3), (_DOTTED, 1)):
        found = list(pattern.finditer(words))
        if len(found) >= least:
            return _cut(block, words, [(m.start(), m.end()) for m in found])
    return [_trim(block, words)]


def _cut(block: Item, words: str, marks: list[tuple[int, int]]) -> list[Item]:
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(words)]
    pieces = [
        Item(block.start + start, block.start + end, block.marked or number > 0)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if words[start:end].strip()
    ]
    return [_trim(p, words[p.start - block.start : p.end - block.start]) for p in pieces]


def _trim(item: Item, words: str) -> Item:
    left = len(words) - len(words.lstrip())
    right = len(words) - len(words.rstrip())
    return Item(item.start + left, item.end - right, item.marked)
