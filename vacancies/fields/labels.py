"""Values behind labels: "Duty station: Tripoli", on one line or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ...ontology.fieldwords import FieldLabel, cues, furniture, labels, small_labels
from ...ontology.spelling import plain
from ..lines import Line, lines
from ..text import flatten

__all__ = ["Labelled", "is_furniture", "is_void", "labelled"]

_LEAD = re.compile(r"[\s•·●▪*>#|-]*(?:\d{1,2}[.)]\s+)?")
_COLON = re.compile(r":(?!//)(?!\d\d(?!\d))|\t")
_BRACKETED = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"[^\s:]+")
_ITEM = re.compile(r"[-•*]|\d{1,2}[.)]\s")
_CELL = re.compile(r"[^|\t]*[^|\t\s][^|\t]*")
_AROUND = " :*|"
_APART = 3
_COLUMNS = 2
_INSET = 6
_LED = " \r•·●▪>#|-"
_LONGEST = 6
_LONGEST_LABEL = 90
_LONGEST_WORD = 40
_LONGEST_PHRASE = 16
_FEWEST = 3
_LONGEST_LINE = 300
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value, the field that its label announces, and where it begins."""

    field: str
    rank: str
    value: str
    start: int


@dataclass(frozen=True, slots=True)
class _Label:
    found: FieldLabel
    start: int
    after: int


@lru_cache(maxsize=8)
def labelled(text: str) -> tuple[Labelled, ...]:
    r"""Return the labelled values of a text's lines, in order; void ones are left out.

    The value stands behind a colon or a tab, directly behind a label of several words, or, where
    nothing follows the label, on the line below.

    Example:
        >>> [(e.field, e.value) for e in labelled("Grade: P-3\nDuty station\nJuba")]
        [('grade', 'P-3'), ('duty_station', 'Juba')]
    """
    return tuple(_labelled(lines(text), text))


def _labelled(shown: Sequence[Line], text: str) -> Iterator[Labelled]:
    tabbed, n = "\t" in text, 0
    while n < len(shown):
        line = shown[n]
        raw = text[line.start : line.end] if tabbed else line.words
        cells = _cells(line, raw) if "|" in raw or (tabbed and "\t" in raw) else []
        table = list(_under(cells, shown, n, text)) if len(cells) >= _COLUMNS else []
        if table:
            yield from table
            n += 1
        elif len(cells) > _COLUMNS or (cells and "|" in raw and ":" not in raw):
            yield from _in_cells(cells)
        elif (
            0 <= raw.find(":") < _LONGEST_LINE or (tabbed and "\t" in raw) or _may_open(line.words)
        ):
            yield from _told(shown, n, raw)
        n += 1


def _told(shown: Sequence[Line], n: int, raw: str) -> Iterator[Labelled]:
    """Yield the labelled values of one line."""
    line = shown[n]
    found = _in_line(line.words, raw)
    for label, following in zip(found, [*found[1:], None], strict=False):
        end = following.start if following else len(line.words)
        value = flatten(line.words[label.after : end]).strip(_AROUND)
        start = line.start + label.after
        if not value and following is None:
            value, start = _below(shown, n)
        elif following is None:
            value = _continued(shown, n, label.after, value)
        if not is_void(value):
            yield Labelled(label.found.field, label.found.rank, value, start)


def _in_cells(cells: Sequence[Line]) -> Iterator[Labelled]:
    """Yield the values of a row of cells: behind a label in the same cell, or in the next one.

    A row in which one label follows another is a portal's menu.
    """
    found = [_lookup(cell.words) is not None for cell in cells]
    if len(cells) > _COLUMNS and any(a and b for a, b in pairwise(found)):
        return
    for n, cell in enumerate(cells):
        label = _lookup(cell.words)
        if label is None:
            yield from _told([cell], 0, cell.words)
        elif n + 1 < len(cells) and _lookup(cells[n + 1].words) is None:
            value = flatten(cells[n + 1].words).strip(_AROUND)
            if not is_void(value) and not is_furniture(value):
                yield Labelled(label.field, label.rank, value, cells[n + 1].start)


def _cells(line: Line, raw: str) -> list[Line]:
    """Return the cells of a row that bars or tabs part, each as a line."""
    return [
        Line(line.start + cell.start(), line.start + cell.end(), line.words[slice(*cell.span())])
        for cell in _CELL.finditer(raw)
    ]


def _under(cells: Sequence[Line], shown: Sequence[Line], n: int, text: str) -> Iterator[Labelled]:
    """Yield the values of a row below a row of labels."""
    found = [_lookup(cell.words) for cell in cells]
    below = shown[n + 1] if n + 1 < len(shown) else None
    if below is None or not all(found):
        return
    values = _cells(below, text[below.start : below.end])
    if len(values) != len(cells):
        return
    for label, cell in zip(found, values, strict=True):
        value = flatten(cell.words).strip(_AROUND)
        if label and not is_void(value):
            yield Labelled(label.field, label.rank, value, cell.start)


def _continued(shown: Sequence[Line], n: int, column: int, value: str) -> str:
    """Add the line below where it is set in under the value, as wrapped values are."""
    below = shown[n + 1].words if n + 1 < len(shown) else ""
    here = shown[n].words[column:]
    column += len(here) - len(here.lstrip())
    inset = len(below) - len(below.lstrip())
    if column < _INSET or abs(inset - column) > 1 or ":" in below or not below.strip():
        return value
    return f"{value} {flatten(below)}"


def is_void(value: str) -> bool:
    """Tell whether a value says that there is none.

    Example:
        >>> is_void("Not specified"), is_void("Tripoli")
        (True, False)
    """
    return not any(map(str.isalnum, value)) or value.casefold().strip(" .:") in cues("void")


def is_furniture(words: str) -> bool:
    """Tell whether a line is what a portal prints around its notices.

    Example:
        >>> is_furniture("Toggle navigation"), is_furniture("Security Officer, Juba")
        (True, False)
    """
    if len(words) > _LONGEST_LINE:
        return False
    line = plain(words)
    if line in furniture():
        return True
    said = line.split()
    longer = (" ".join(said[:n]) for n in range(_FEWEST, min(len(said), _LONGEST_PHRASE) + 1))
    return any(opening in furniture() for opening in longer)


def _below(lines: Sequence[Line], n: int) -> tuple[str, int]:
    """Return the words of the next line that is not blank, unless it is a label itself."""
    for line in lines[n + 1 : n + 4]:
        words = flatten(line.words).strip(_AROUND)
        if words:
            fits = len(words) <= _SHORT and not words.endswith(".") and not _ITEM.match(words)
            free = not _in_line(line.words, line.words) and not is_furniture(words)
            return (words, line.start) if fits and free else ("", 0)
    return "", 0


def _in_line(words: str, raw: str) -> list[_Label]:
    """Return the labels of a line; only its first may do without a colon."""
    words = words[:_LONGEST_LINE]
    lead = _LEAD.match(words)
    begin = lead.end() if lead else 0
    stops = [match.start() for match in _COLON.finditer(raw, begin, len(words))]
    first = _spanning(words, begin, stops[0] if stops else len(words))
    first = first or _opening(words, begin)
    found = [first] if first else []
    if not stops and (not found or is_furniture(words)):
        return []
    for before, stop in pairwise(stops):
        label = _spanning(words, before + 1, stop) or _closing(words, before + 1, stop)
        if label is not None:
            found.append(label)
    return found


def _may_open(words: str) -> bool:
    """Tell whether a line begins as labels do that need no colon."""
    opening = words.lstrip(_LED)
    if not opening[:1].isupper():
        return opening.rstrip() in small_labels()
    return _first(opening[:_LONGEST_WORD].split(None, 1)[0]) in _firsts()


@lru_cache(maxsize=4096)
def _first(word: str) -> str:
    return plain(word).split(" ", 1)[0]


@cache
def _firsts() -> frozenset[str]:
    """Return the first words of labels, and the small ones that folding drops before them."""
    return frozenset(label.split()[0] for label in labels()) | {"", *cues("unit", "article")}


def _spanning(words: str, start: int, stop: int) -> _Label | None:
    """Return the label that fills the words up to a colon or the line's end."""
    opening = words[start:stop].lstrip()[:1]
    ends = stop == len(words)
    if not 0 < stop - start <= 2 * _SHORT:
        return None
    if ends and not opening.isupper() and words[start:].rstrip() not in small_labels():
        return None
    found = _lookup(_BRACKETED.sub(" ", words[start:stop]))
    return _Label(found, start, min(stop + 1, len(words))) if found else None


def _opening(words: str, start: int) -> _Label | None:
    """Return the label that opens a line, a capital or a number after it.

    One of a single word stands far from its value, as in columns, or is alone in a short cell.
    """
    if not words[start : start + 1].isupper():
        return None
    if _first(words[start : start + _LONGEST_WORD].split(None, 1)[0]) not in _firsts():
        return None
    tokens = list(_TOKEN.finditer(words, start, start + 2 * _SHORT))[: _LONGEST + 1]
    for n in range(len(tokens) - 1, 0, -1):
        after, end = words[tokens[n].start()], tokens[n - 1].end()
        if not (after.isupper() or after.isdigit()):
            continue
        apart = tokens[n].start() - end >= _APART
        found = _lookup(words[start:end]) if n > 1 or apart else None
        if found:
            return _Label(found, start, tokens[n].start())
    return None


def _closing(words: str, start: int, stop: int) -> _Label | None:
    """Return the label of several words that stands before a colon within a line."""
    tokens = list(_TOKEN.finditer(words, start, stop))[-_LONGEST:]
    for token in tokens[:-1]:
        found = _lookup(words[token.start() : stop])
        if found and token.group()[0].isupper():
            return _Label(found, token.start(), stop + 1)
    return None


def _lookup(words: str) -> FieldLabel | None:
    if len(words) > _LONGEST_LABEL:
        return None
    said = words.split(None, 1)
    if not said or _first(said[0]) not in _firsts():
        return None
    return labels().get(plain(words))
