"""Where the headings of a notice stand: on lines of their own, before a colon, glued to text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology.fieldwords import nouns
from ..ontology.headings import Heading
from .acts import surely_acts
from .lines import Line, line_at
from .scan import Hit, scan
from .text import view

__all__ = ["Mark", "marks"]

_LEAD = re.compile(
    r"[\s#>|=-]*(?:(?:[•·●▪◦➢o]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-Za-z])\s*[.):-]+\)?)\s*)?"
)
_REMARK = r"(?:\([^()\n]{1,80}\)\s*+)?"
_ALONE = re.compile(rf"\s*+{_REMARK}[\s:;,.*_|?#-]*+$")
_COLON = re.compile(rf"\s*+{_REMARK}:[:\s]*+")
_CAPITAL = re.compile(r"\s*+[-:]?\s*+['\"(]?[A-ZÀ-Ý]")
_DASH = re.compile(r"\s?-\s?(?=[A-ZÀ-Ý])")
_NUMBER = re.compile(r"\s*+(?:\(?1\s?[.)-]|[•-]\s)")
_SPACE = re.compile(r"[ :]*")
_LONG = 120
_SHORT = 100
_FARTHEST = 16
_NAME = 40
_ENDS = tuple(".;:!?)")
_WEAK = ("boilerplate", "header")


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading in its place: where it begins, where its text does, and what it opens."""

    start: int
    body: int
    kind: str
    phrase: str


def marks(text: str) -> Iterator[Mark]:
    r"""Yield the headings of a notice in its order.

    Example:
        >>> [(m.kind, m.body) for m in marks("Duties:\n1. Cook.\nLanguages: French.")]
        [('duties', 7), ('languages', 28)]
    """
    words, last, taken = view(text), -1, 0
    for hit in scan(text).headings:
        if hit.start < taken or not isinstance(hit.meant, Heading):
            continue
        line = line_at(text, hit.start)
        if hit.start in (line.start, last) or _is_led(words, line, hit):
            body = _opening(words, line, hit, hit.meant)
        else:
            body = _inside(words, line, hit, hit.meant)
        if body is not None:
            yield Mark(hit.start, body, hit.meant.kind, hit.meant.phrase)
            taken, last = hit.end, body


def _is_led(words: str, line: Line, hit: Hit) -> bool:
    """Say whether only a number, a bullet or blanks stand before the phrase on its line."""
    if hit.start - line.start > _FARTHEST:
        return words[line.start : hit.start].isspace()
    return _LEAD.fullmatch(words, line.start, hit.start) is not None


def _end(words: str, hit: Hit) -> int:
    end = words.find("\n", hit.end)
    return len(words) if end < 0 else end


def _opening(words: str, line: Line, hit: Hit, heading: Heading) -> int | None:
    """Return where the text of a heading begins that a line opens with, None where it is none."""
    end = line.end if hit.end <= line.end else _end(words, hit)
    if _ALONE.match(words, hit.end, end):
        return end
    colon = _COLON.match(words, hit.end, end)
    if colon:
        return None if _names_a_duty(words, line, colon.end()) else colon.end()
    glued = words[hit.end].isupper() and words[hit.end - 1].islower()
    several = " " in heading.phrase
    if glued and (several or heading.glued):
        return hit.end
    if _NUMBER.match(words, hit.end, end) and (several or heading.glued):
        return hit.end
    if heading.glued and words[hit.start].isupper() and _CAPITAL.match(words, hit.end, end):
        return None if _names_a_role(words, line, hit) else _past_blanks(words, hit.end)
    return None


def _names_a_duty(words: str, line: Line, at: int) -> bool:
    """Say whether a name and a verb open a line as they do the one above: "Training: Teaches"."""
    if not surely_acts(words, at):
        return False
    above = words[: line.start].rstrip()
    name, colon, said = above[above.rfind("\n") + 1 :].partition(":")
    return bool(colon) and len(name) <= _NAME and surely_acts(said.lstrip(), 0)


def _past_blanks(words: str, at: int) -> int:
    found = _SPACE.match(words, at)
    return found.end() if found else at


def _names_a_role(words: str, line: Line, hit: Hit) -> bool:
    """Say whether the short line is a title: "Education Officer, Juba"."""
    if line.end - line.start > _SHORT:
        return False
    rest = words[hit.end : line.end].replace(",", " ").split()
    return not words[line.start : line.end].rstrip().endswith(".") and any(
        word.casefold() in nouns("role") for word in rest[:3]
    )


def _inside(words: str, line: Line, hit: Hit, heading: Heading) -> int | None:
    """Return where the text of a heading begins that stands inside a line, None if it is none."""
    if not words[hit.start].isupper():
        return None
    end = line.end if hit.end <= line.end else _end(words, hit)
    several = " " in heading.phrase
    before = words[hit.start - 1]
    if before.islower() or before in _ENDS:
        return _glued(words, hit, end) if several or heading.glued else None
    if line.end - line.start < _LONG or not _behind_an_end(words, hit.start):
        return None
    colon = _COLON.match(words, hit.end, end)
    if colon and (several or heading.kind not in _WEAK):
        return colon.end()
    if _NUMBER.match(words, hit.end, end) and (several or heading.glued):
        return hit.end
    return None


def _glued(words: str, hit: Hit, end: int) -> int | None:
    """Return where text begins behind a heading that is glued to the words on its left."""
    if _ALONE.match(words, hit.end, end):
        return end
    colon = _COLON.match(words, hit.end, end)
    if colon:
        return colon.end()
    if words[hit.end].isupper() or any(p.match(words, hit.end, end) for p in (_DASH, _NUMBER)):
        return hit.end
    return None


def _behind_an_end(words: str, at: int) -> bool:
    before = words[max(0, at - _FARTHEST) : at].rstrip()
    return before[-1:] in _ENDS if before else False
