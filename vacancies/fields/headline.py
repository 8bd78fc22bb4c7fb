"""The headline: a line at the top that names the post, and often its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...ontology.fieldwords import any_of, nouns
from ...ontology.lexicon import lexicon
from ...ontology.places import gazetteer
from ..text import flatten
from .grade import grade_in, without_grade
from .labels import is_furniture
from .reading import PORTAL, Reading

__all__ = ["Headline", "headline", "parted"]

_LINES = 40
_LONGEST = 160
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DASH = re.compile(r"(?<!\s)\s++[-|]++\s+")
_COMMA = re.compile(r"(?<!\s)\s*+[,;]\s+(?![^()]{0,160}\))")
_BRACKETED = re.compile(r"(?<!\s)\s*+\(([^()]*)\)")
_ABBREVIATED = re.compile(r"(?<!\s)\s++\(([A-Z]{2,10})\)(?=[\s,;:-]*$)")
_PREFIX = re.compile(r"^[A-Z]{2,7}\s?-(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, with what stands before and behind it on the line."""

    title: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    line: str = ""


def has_role(words: str) -> bool:
    """Tell whether a noun for a post is among some words."""
    return any(word.lower() in nouns("role") for word in _WORD.findall(words.replace("-", " ")))


def headline(reading: Reading) -> Headline | None:
    """Return the first line near the top that names a post and is no sentence."""
    labels = {entry.start for entry in reading.labelled}
    end = next((s.start for s in reading.sections if s.kind == "duties"), len(reading.text))
    shown = [line for line in reading.lines if line.words.strip() and line.end <= end]
    for line in shown[:_LINES]:
        words = flatten(line.words).strip(" #*|")
        if any(line.start <= start <= line.end for start in labels) or is_furniture(words):
            continue
        if len(words) <= _LONGEST and not words.endswith((".", ":", ";")) and has_role(words):
            return parted(words, _portal_places(reading))
    return None


def _portal_places(reading: Reading) -> list[str]:
    fields = ("duty_station", "country")
    return [v.casefold() for f in fields for v in reading.values(f, PORTAL)]


def parted(words: str, places: Sequence[str] = ()) -> Headline:
    """Part a headline into its title and what stands around it.

    Example:
        >>> found = parted("VN 7/2020 (P) - Field Security Officer (P3) - Juba, South Sudan")
        >>> found.title, found.before, found.behind
        ('Field Security Officer', ('VN 7/2020 (P)',), ('Juba', 'South Sudan'))
    """
    chunks = [chunk.strip() for chunk in _DASH.split(words) if chunk.strip()]
    at = next((n for n, chunk in enumerate(chunks) if has_role(chunk)), 0)
    pieces = [piece for piece in _COMMA.split(chunks[at]) if piece]
    kept = 1 + next((n for n, piece in enumerate(pieces) if has_role(piece)), 0)
    outside = _outside(pieces, places)
    while kept < len(pieces) and not outside[kept]:
        kept += 1
    behind = [piece.strip() for chunk in chunks[at + 1 :] for piece in _COMMA.split(chunk) if piece]
    return Headline(
        title=_cleaned(", ".join(pieces[:kept])),
        before=tuple(chunks[:at]),
        behind=(*pieces[kept:], *behind),
        line=words,
    )


def _outside(pieces: Sequence[str], places: Sequence[str]) -> list[bool]:
    """Tell of each part of a line whether it belongs to no title.

    What is followed by such parts alone, and not by a grade at once, is outside with them.
    """
    told: list[bool] = []
    following = None
    onward = True
    for piece in reversed(pieces):
        with_them = following is not None and onward and not grade_in(following)
        told.append(with_them or _is_apart(piece, places))
        following, onward = piece, onward and told[-1]
    return told[::-1]


def _is_apart(piece: str, places: Sequence[str]) -> bool:
    """Tell whether a part of a line is a place, a grade, an acronym or a remark."""
    bare = _BRACKETED.sub("", piece).strip()
    known = gazetteer()
    placed = bare.casefold() in places or known.country(bare) or known.city(bare)
    return bool(placed or grade_in(bare) or bare.isupper()) or _remark(piece)


def _remark(words: str) -> bool:
    return any_of("title", "remark").search(words) is not None


def _is_free(match: re.Match[str]) -> bool:
    """Say whether a bracket stands by itself, and is no ending: "Assistant(e)"."""
    attached = not match.group()[0].isspace()
    capitals = match[1].isupper() and match.string[: match.start()].isupper()
    return not (attached and (match[1].islower() or capitals))


def _stands_for(short: str, title: str) -> bool:
    """Tell whether letters at the end are the initials of the title, or an organization's."""
    initials = "".join(word[0] for word in _WORD.findall(title.partition("(")[0])).upper()
    return short in initials or bool(lexicon().named(short, kind="organization"))


def _cleaned(title: str) -> str:
    """Drop grades, remarks in brackets and the acronym of the organization before the title."""
    kept = _BRACKETED.sub(lambda m: "" if _remark(m[1]) or grade_in(m[1]) else m[0], title)
    kept = _BRACKETED.sub(lambda m: "" if len(m[1].strip()) < 2 and _is_free(m) else m[0], kept)
    kept = _ABBREVIATED.sub(lambda m: "" if _stands_for(m[1], m.string) else m[0], kept)
    owner, colon, rest = kept.partition(":")
    if colon and has_role(rest) and lexicon().named(owner.strip(), kind="organization"):
        kept = rest
    return _PREFIX.sub("", without_grade(kept)).strip(" ,;:-|*\"'")
