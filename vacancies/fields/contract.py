"""The kind of contract, and the number of the vacancy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...ontology.fieldwords import any_of, cues
from .headline import Headline
from .reading import NOTICE, PORTAL, Reading

__all__ = ["contract_type", "requisition"]

_LONGEST = 120
_AGREEMENT = re.compile(r"(?:[A-Z]{3,6}\s)?(?:[IL]ICA|[NI]PSA|SSA)[\s-]?\d{0,2}")
_PERIOD = re.compile(r"[^.;\n]{3,80}")
_DASH = re.compile(r"\s+[-|]+\s+|\s{2,}|;|,\s")
_OWN_NUMBER = re.compile(r"(?<!\s)\s*+\(\d[\d\s/-]*+\)")
_CODE = re.compile(r"[:#\s]{0,3}(?:[A-Z]{1,12}|[\d/-])[\w/-]{3,50}(?:\.\w+)*")
_NUMBER = re.compile(r"[\w./ #()-]{2,40}")
_DIGITS = 3
_DIGITS_TOLD = 4


def contract_type(reading: Reading) -> str | None:
    """Return the kind of contract as labelled, with its length where that stands apart."""
    kind = next(_kinds(reading), None)
    length = next((v for v in reading.values("duration") if len(v) <= _LONGEST), None)
    if kind and length and length.casefold() not in kind.casefold():
        return f"{kind}, {length}"
    return kind or length or _temporary(reading) or _agreement(reading)


def _kinds(reading: Reading) -> Iterator[str]:
    for rank in (NOTICE, PORTAL):
        for value in reading.values("contract_type", rank):
            if len(value) <= _LONGEST and not re.search(r"[.!?](?:\s|$)", value):
                yield value


def _temporary(reading: Reading) -> str | None:
    for _, end in reading.scan.cues("contract_type", "temporary"):
        period = _PERIOD.match(reading.plain, end)
        if period:
            return f"Temporary, {period.group().strip()}"
    return None


def _agreement(reading: Reading) -> str | None:
    """Find a personnel agreement that has a line of its own."""
    for line in reading.lines:
        words = line.words.strip()
        if _AGREEMENT.fullmatch(words):
            return words
    return None


def requisition(reading: Reading, headline: Headline | None) -> str | None:
    """Return the number of the vacancy alone, as printed.

    Example:
        >>> from ..sections import sections
        >>> text = "Requisition: VN 7/2020 (P) - Field Security Officer - Juba (55601)"
        >>> requisition(Reading(text, sections(text)), None)
        'VN 7/2020 (P)'
    """
    titles = reading.values("title")
    behind = [piece for value in titles for piece in _DASH.split(value)[1:]]
    front = list(headline.before) if headline else []
    for value in (*reading.values("requisition"), *front, *behind):
        number = _OWN_NUMBER.sub("", _DASH.split(_bare(value))[0]).strip(" .:#")
        if sum(map(str.isdigit, number)) >= _DIGITS and _NUMBER.fullmatch(number):
            return number
    return _alone(reading) or _quoted(reading)


def _alone(reading: Reading) -> str | None:
    """Find "VN 2020/17 (P)" on a line of its own, above the context and the duties."""
    end = next((s.start for s in reading.sections if s.kind != "header"), len(reading.text))
    for line in reading.lines:
        words = line.words.strip(" *#|")
        if line.start >= end:
            return None
        opens = any_of("requisition", "opens").match(words) and _NUMBER.fullmatch(words)
        if opens and sum(map(str.isdigit, words)) >= _DIGITS:
            return words
    return None


def _bare(value: str) -> str:
    """Return a number without the words before it: "Vacancy Notice No. 5/2020"."""
    pieces = _number_word().split(value)
    return pieces[-1] if sum(map(str.isdigit, pieces[-1])) >= _DIGITS else value


@cache
def _number_word() -> re.Pattern[str]:
    words = "|".join(map(re.escape, cues("requisition", "number")))
    return re.compile(rf"(?<!\w)(?:{words})(?=[\s:])[\s:]*", re.IGNORECASE)


def _quoted(reading: Reading) -> str | None:
    """Find the number in "please quote vacancy announcement 2020/17-B"."""
    for _, end in reading.scan.cues("requisition", "told"):
        at = _number_word().match(reading.plain, end + 1)
        found = _CODE.match(reading.plain, at.end() if at else end + 1)
        if found and sum(map(str.isdigit, found.group())) >= _DIGITS_TOLD:
            return found.group().lstrip(":# ")
    return None
