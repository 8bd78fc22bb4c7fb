"""Languages that the post requires, and those that are welcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...ontology.fieldwords import cues, tongues
from .reading import Reading

__all__ = ["Tongues", "languages"]

_SENTENCE = re.compile(
    r"(?<=[.;])\s+(?=[A-ZÀ-Ý])|(?<=[a-z]{3}\.)(?=[A-Z])|\n[^\S\n]*+\n|\n(?=[^\S\n]*+[•·*▪-])"
)
_STOP = re.compile(r";")
_HEADING = 60
_REMARK = 80
_ASKING = ("skill", "required", "desirable", "this post")

Span = tuple[int, int]


@dataclass(slots=True)
class Tongues:
    """ISO 639-1 codes, in the order in which the notice names them."""

    required: list[str] = field(default_factory=list)
    desirable: list[str] = field(default_factory=list)

    def add(self, code: str, *, required: bool) -> None:
        """Add a language, unless it is named before; a requirement outweighs a wish."""
        if required and code in self.desirable:
            self.desirable.remove(code)
        if code not in self.required and (required or code not in self.desirable):
            (self.required if required else self.desirable).append(code)


def languages(reading: Reading) -> Tongues:
    """Return the languages asked for.

    The section on languages speaks first, then what the requirements say of skills in languages,
    then languages alone on a line, then a rule that the organization prints in every notice.
    """
    for read in (_section, _skills, _alone, _anywhere, _rule):
        found = read(reading)
        if found.required or found.desirable:
            return found
    return Tongues()


def _section(reading: Reading) -> Tongues:
    found, wish = Tongues(), False
    for section in reading.sections:
        if section.kind != "languages":
            continue
        wish = bool(_cues(reading, "desirable", (section.start, section.body)))
        apart = bool(_cues(reading, "this post", (section.body, section.end)))
        for span in _sentences(reading, section.body, section.end):
            if _cues(reading, "name", span):
                if not apart or _speaks(reading, span):
                    _weigh(reading, span, found, wish=wish)
            elif _is_heading(reading, span):
                wish = _kind_of(reading, span) is False
    return found


def _speaks(reading: Reading, span: Span) -> bool:
    """Say whether a sentence asks for languages, where another one tells what the post needs."""
    return any(_cues(reading, use, span) for use in _ASKING)


def _cues(reading: Reading, use: str, span: Span) -> list[Span]:
    return reading.scan.cues_between("languages", use, *span)


def _is_heading(reading: Reading, span: Span) -> bool:
    """Tell whether words head a list of languages."""
    short = span[1] - span[0] < _HEADING and reading.plain[span[1] - 1] != "."
    return short and bool(_cues(reading, "word", span))


def _skills(reading: Reading) -> Tongues:
    found = Tongues()
    for kind in ("requirements", "context", "header", "competencies"):
        for section in reading.sections:
            if section.kind != kind or not _cues(reading, "name", (section.body, section.end)):
                continue
            for span in _sentences(reading, section.body, section.end):
                if _cues(reading, "name", span) and _asks(reading, span):
                    _weigh(reading, span, found, wish=False)
    return found


def _asks(reading: Reading, span: Span) -> bool:
    """Say whether a sentence speaks of a skill in a language, or of what is asked for."""
    short = span[1] - span[0] < _REMARK
    return bool(_cues(reading, "skill", span)) or (short and _kind_of(reading, span) is not None)


def _anywhere(reading: Reading) -> Tongues:
    """Read "fluency in French is required" wherever it stands."""
    found = Tongues()
    for span in _telling(reading):
        if _cues(reading, "skill", span) and _kind_of(reading, span) is not None:
            _weigh(reading, span, found, wish=False)
    return found


def _telling(reading: Reading) -> Iterator[Span]:
    """Yield the sentences of the whole text that name languages."""
    whole = (0, len(reading.text))
    for span in _sentences(reading, *whole) if _cues(reading, "name", whole) else ():
        if _cues(reading, "name", span):
            yield span


def _alone(reading: Reading) -> Tongues:
    found = Tongues()
    for line in reading.lines:
        words = line.words.strip(" ,;")
        if words.lower() in tongues() and not _in_list(reading, line.start):
            found.add(tongues()[words.lower()], required=True)
    return found


def _in_list(reading: Reading, at: int) -> bool:
    """Tell whether a place lies in the keywords that a portal puts below a notice."""
    inside = next((s for s in reading.sections if s.start <= at < s.end), None)
    heading = (inside.heading or "").casefold() if inside else ""
    return heading in cues("language", "list")


def _rule(reading: Reading) -> Tongues:
    found = Tongues()
    for span in _telling(reading):
        if _cues(reading, "general rule", span):
            for name in _cues(reading, "name", span):
                found.add(_code(reading, name), required=True)
    return found


def _code(reading: Reading, name: Span) -> str:
    return tongues()[reading.plain[slice(*name)].lower()]


def _sentences(reading: Reading, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch, without the blanks around them."""
    at = start
    for stop in (*_SENTENCE.finditer(reading.plain, start, end), None):
        left, right = at, stop.start() if stop else end
        words = reading.plain[left:right]
        if words.strip():
            left += len(words) - len(words.lstrip())
            yield left, left + len(words.strip())
        at = stop.end() if stop else end


def _kind_of(reading: Reading, span: Span) -> bool | None:
    """Return True for words that require, False for words that wish, None for neither."""
    if _cues(reading, "desirable", span):
        return False
    return True if _cues(reading, "required", span) else None


def _weigh(reading: Reading, span: Span, found: Tongues, *, wish: bool) -> None:
    """Give each language of a sentence the weight of the cue that governs it.

    A cue governs the names before it that no other cue has taken; a cue before any name governs
    those after it, up to the next.
    """
    informative = _cues(reading, "informative", span) and not _cues(reading, "this post", span)
    if informative or _cues(reading, "general rule", span):
        return
    waiting: list[str] = []
    standing: bool | None = None
    for name, kind in _tokens(reading, span):
        if kind == "name":
            waiting.append(_code(reading, name))
        elif kind == "end":
            _settle(waiting, found, required=not wish if standing is None else standing)
            standing = None
        else:
            _settle(waiting, found, required=kind == "required")
            standing = kind == "required"
    _settle(waiting, found, required=not wish if standing is None else standing)


def _settle(waiting: list[str], found: Tongues, *, required: bool) -> None:
    for code in waiting:
        found.add(code, required=required)
    waiting.clear()


def _tokens(reading: Reading, span: Span) -> list[tuple[Span, str]]:
    """Return the names, the cues and the ends of clauses of a sentence, in its order."""
    marks = [(m.span(), "end") for m in _STOP.finditer(reading.plain, *span)]
    for kind in ("name", "required", "desirable"):
        marks += [(found, kind) for found in _cues(reading, kind, span)]
    return sorted(marks)
