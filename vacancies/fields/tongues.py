"""Languages that the post requires, and those that are welcome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...ontology.fieldwords import any_of, cues, tongues
from .reading import Reading

__all__ = ["Tongues", "languages"]

_SENTENCE = re.compile(
    r"(?<=[.;])\s+(?=[A-ZÀ-Ý])|(?<=[a-z]{3}\.)(?=[A-Z])|\n[^\S\n]*+\n|\n(?=[^\S\n]*+[•·*▪-])"
)
_STOP = re.compile(r";")
_LINE = re.compile(r"\n+")
_HEADING = 60
_REMARK = 80


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


@cache
def _names() -> re.Pattern[str]:
    body = "|".join(sorted(map(re.escape, tongues()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


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
        heading = reading.plain[section.start : section.body]
        wish = any_of("languages", "desirable").search(heading) is not None
        for sentence in _sentences(reading.plain[section.body : section.end]):
            if _names().search(sentence):
                _weigh(sentence, found, wish=wish)
            elif _is_heading(sentence):
                wish = _kind_of(sentence) is False
    return found


def _is_heading(sentence: str) -> bool:
    """Tell whether words head a list of languages."""
    short = len(sentence) < _HEADING and not sentence.endswith(".")
    return short and any_of("languages", "word").search(sentence) is not None


def _skills(reading: Reading) -> Tongues:
    found = Tongues()
    for text in reading.of_kinds("requirements", "context", "header", "competencies"):
        for sentence in _sentences(text):
            if _names().search(sentence) and _asks(sentence):
                _weigh(sentence, found, wish=False)
    return found


def _asks(sentence: str) -> bool:
    """Say whether a sentence speaks of a skill in a language, or of what is asked for."""
    return any_of("languages", "skill").search(sentence) is not None or (
        len(sentence) < _REMARK and _kind_of(sentence) is not None
    )


def _anywhere(reading: Reading) -> Tongues:
    """Read "fluency in French is required" wherever it stands."""
    found = Tongues()
    for sentence in _sentences(reading.plain):
        asked = any_of("languages", "skill").search(sentence) and _kind_of(sentence) is not None
        if asked and _names().search(sentence):
            _weigh(sentence, found, wish=False)
    return found


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
    for sentence in _sentences(reading.plain):
        if any_of("languages", "general rule").search(sentence):
            for name in _names().finditer(sentence):
                found.add(tongues()[name.group().lower()], required=True)
    return found


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        if sentence.strip():
            yield _LINE.sub(" ", sentence).strip()


def _kind_of(sentence: str) -> bool | None:
    """Return True for words that require, False for words that wish, None for neither."""
    if any_of("languages", "desirable").search(sentence):
        return False
    return True if any_of("languages", "required").search(sentence) else None


def _weigh(sentence: str, found: Tongues, *, wish: bool) -> None:
    """Give each language of a sentence the weight of the cue that governs it.

    A cue governs the names before it that no other cue has taken; a cue before any name governs
    those after it, up to the next.
    """
    informative = any_of("languages", "informative").search(sentence)
    rule = any_of("languages", "general rule").search(sentence)
    if rule or (informative and not any_of("languages", "this post").search(sentence)):
        return
    waiting: list[str] = []
    standing: bool | None = None
    for _, kind, word in _tokens(sentence):
        if kind == "name":
            waiting.append(tongues()[word.lower()])
            continue
        if kind == "end":
            _settle(waiting, found, required=not wish if standing is None else standing)
            standing = None
            continue
        governs = kind == "required"
        _settle(waiting, found, required=governs)
        standing = governs
    _settle(waiting, found, required=not wish if standing is None else standing)


def _settle(waiting: list[str], found: Tongues, *, required: bool) -> None:
    for code in waiting:
        found.add(code, required=required)
    waiting.clear()


def _tokens(sentence: str) -> list[tuple[int, str, str]]:
    marks = [(m.start(), "name", m.group()) for m in _names().finditer(sentence)]
    marks += [(m.start(), "end", "") for m in _STOP.finditer(sentence)]
    for kind in ("required", "desirable"):
        marks += [
            (m.start(), kind, m.group()) for m in any_of("languages", kind).finditer(sentence)
        ]
    return sorted(marks)
