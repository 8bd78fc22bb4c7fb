"""The title of the post."""

from __future__ import annotations

import re
from functools import cache

from ...ontology.fieldwords import any_of, cues, nouns
from .headline import Headline, has_role, parted
from .reading import Reading

__all__ = ["title"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'/][^\W\d_]+)*")
_PIECE = r"[A-ZÀ-Ý][\w'/-]*+"
_ENDING = re.compile(r"(?<=\w)\(\w{1,3}\)")
_BEFORE = 90
_LONGEST = 120
_SPAN = 400


@cache
def _phrase() -> re.Pattern[str]:
    """Return the pattern of what may be a title within a sentence."""
    joint = any_of("title", "joint").pattern
    return re.compile(rf"{_PIECE}(?:\s(?:{joint}\s)?{_PIECE}){{0,7}}")


def title(reading: Reading, headline: Headline | None, language: str) -> str | None:
    """Return the title: labelled, else in the headline, else as the text names the post."""
    for value in reading.values("title"):
        found = parted(value[:_SPAN]).title
        if found and len(found) <= _LONGEST:
            return _cased(found, reading, language)
    for value in reading.values("requisition"):
        if has_role(value) and not any(map(str.isdigit, value)):
            return _cased(parted(value[:_SPAN]).title, reading, language)
    if headline is not None:
        return _cased(headline.title, reading, language)
    return _sought(reading) or _acting(reading)


def _sought(reading: Reading) -> str | None:
    """Find "seeks an internationally recruited Field Security Officer"."""
    fillers = set(cues("title", "pre"))
    for _, end in reading.scan.cues("title", "seeks"):
        at = end
        for word in _WORD.finditer(reading.plain, at, at + _BEFORE):
            if word.group().lower() not in fillers:
                break
            at = word.end()
        found = _phrase().match(reading.plain, at + 1)
        if found and has_role(found.group()):
            return parted(found.group()).title
    return None


def _acting(reading: Reading) -> str | None:
    """Find "the Field Security Officer will be responsible"."""
    for start, _ in reading.scan.cues("title", "acts"):
        before = reading.plain[max(0, start - _BEFORE) : start]
        phrases = list(_phrase().finditer(before))
        if not phrases or before[phrases[-1].end() :].strip():
            continue
        found = phrases[-1].group()
        last = _WORD.findall(found)[-1].lower()
        if last in nouns("role") and len(found.split()) > 1:
            return parted(found).title.removeprefix("The ")
    return None


def _cased(found: str, reading: Reading, language: str) -> str:
    """Return a title in capitals as the text writes it elsewhere, or else capitalised.

    Only the small words of the notice's own language stay small.
    """
    if not found.isupper():
        return found
    words = _WORD.findall(found)
    spread = r"[\W_]{1,4}".join(map(re.escape, words))
    for match in re.finditer(spread, reading.plain, re.IGNORECASE):
        after = reading.plain[match.end() : match.end() + 1]
        if not match.group().isupper():
            return match.group() + (")" if "(" in match.group() and after == ")" else "")
    small = set(cues("title", "joint", language))
    capitalised = _ENDING.sub(lambda m: m.group().lower(), found.title())
    first, *rest = capitalised.split(" ")
    return " ".join((first, *(w.lower() if w.lower() in small else w for w in rest)))
