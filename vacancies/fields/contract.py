"""The kind of contract, and the number of the vacancy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .headline import Headline
from .reading import NOTICE, PORTAL, Reading

__all__ = ["contract_type", "requisition"]

_LONGEST = 120
_AGREEMENT = re.compile(r"(?:[A-Z]{3,6}\s)?(?:[IL]ICA|[NI]PSA|SSA)[\s-]?\d{0,2}")
_PERIOD = re.compile(r"[^.;\n]{3,80}")
_DASH = re.compile(r"\s+[-|]+\s+|\s{2,}|;|,\s")
_OWN_NUMBER = re.compile(r"(?<!\s)\s*+\(\d[\d\s/-]*+\)")
_NUMBER = re.compile(r"[\w./ #()-]{2,40}")


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
        number = _OWN_NUMBER.sub("", _DASH.split(value)[0]).strip(" .:#")
        if sum(map(str.isdigit, number)) >= 3 and _NUMBER.fullmatch(number):
            return number
    return None
