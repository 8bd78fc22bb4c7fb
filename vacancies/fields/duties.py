"""How many duties the notice sets apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from ...ontology.fieldwords import any_of, labels
from ...ontology.spelling import plain
from ..acts import acts, surely_acts
from ..sections import Item, Section, items
from .postings import postings
from .reading import Reading

__all__ = ["duty_count"]

_LIST = re.compile(r"(?<=[.;])\s?-\s?(?=[A-ZÀ-Ý])|\n\s*\n")
_NUMBER = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2})*)")
_LETTER = re.compile(r"\(?[A-Za-z]{1,4}[.)]+")
_CAPITAL = re.compile(r"\(?[A-Z][.)]+")
_SMALL = re.compile(r"\(?[a-z]{1,4}[.)]+|[^\w\s]")
_BRACKETED = re.compile(r"\([^()]*\)")
_ROW = re.compile(r"[^\s|]+(?:\s[^\s|]+){0,3}(?:\s\||\t)")
_RUNNING = re.compile(r"[.;]\s+[A-ZÀ-Ý]")
_ENDS = (".", ";", ",", ":")
_FEWEST = 2
_HEADING = 160
_TITLE = 4
_SHORT = 12
_LEADING = 2
_SEVERAL = 4
_MARK = 8
_SENTENCES = 2
_SUMMED = 80
_LABEL = 50


def duty_count(reading: Reading) -> int | None:
    """Return the number of duties that numbers, bullets, dashes or lines set apart.

    Headings above groups of duties and sentences that lead in to a list are no duties, running
    text is none, and of a posting printed twice one copy counts.
    """
    end = postings(reading.text, reading.sections)[0].spans[0][1]
    read = [s for s in reading.sections if s.start < end]
    twice = _printed_twice(reading, read)
    counts = [_counted(reading, s, twice) for s in read]
    listed = [count for count in counts if count != 1] if max(counts, default=0) > 1 else counts
    total = sum(listed) + _continued(reading, end)
    return total if total >= _FEWEST else None


def _printed_twice(reading: Reading, sections: Sequence[Section]) -> frozenset[str]:
    """Return the short items that stand twice: a summary names what then heads the duties."""
    counts = Counter(
        plain(reading.plain[item.start : item.end])
        for section in sections
        if section.kind == "duties"
        for item in items(reading.text, section)
        if item.end - item.start < _SUMMED
    )
    return frozenset(name for name, count in counts.items() if count > 1)


def _counted(reading: Reading, section: Section, twice: Set[str]) -> int:
    if section.kind != "duties":
        return 0
    found = [
        item
        for item in _listed(reading.plain, _outside_tables(reading.text, section))
        if not (twice and plain(reading.plain[item.start : item.end]) in twice)
    ]
    words = [reading.plain[item.start : item.end] for item in found]
    if not words or _runs_on(words, found):
        return 0
    headings = _headings(words, found, [_mark(reading.plain, item) for item in found])
    led_in = len(headings) >= _FEWEST and headings[0] <= _LEADING and not found[0].marked
    first = headings[0] if led_in else 0
    opening = first == 0 and 0 not in headings[:1]
    lead = opening and not found[0].marked and any_of("duties", "leads in").match(words[0])
    return len(found) - first - len(headings) - bool(lead)


def _listed(plain_text: str, found: Sequence[Item]) -> list[Item]:
    """Leave out labels and remarks, and in a list with marks or verbs what leads in to it.

    In a list with marks an unmarked item counts where a verb opens it, or where it is the duty
    that ends most lists.
    """
    filled = [item for item in found if not _is_aside(plain_text[item.start : item.end])]
    marked = [n for n, item in enumerate(filled) if item.marked]
    if len(marked) * 2 <= len(filled):
        return _led_in(plain_text, filled)
    others = any_of("duties", "others")
    return [
        item
        for n, item in enumerate(filled)
        if item.marked
        or (marked[0] < n < marked[-1] and acts(plain_text, item.start))
        or (n > marked[0] and others.search(plain_text, item.start, item.end))
    ]


def _names_itself(words: str) -> bool:
    """Say whether a name stands ahead of the verb of a duty: "Training: Teaches rowing"."""
    name, colon, said = words.partition(":")
    return bool(colon) and len(name) <= _LABEL and surely_acts(said.lstrip(), 0)


def _led_in(plain_text: str, found: list[Item]) -> list[Item]:
    """Leave out a first paragraph without a verb ahead, where the others have one.

    Where most have a name ahead of the verb, those are the duties.
    """
    named = [item for item in found if _names_itself(plain_text[item.start : item.end])]
    if len(named) >= _SEVERAL and len(named) * 4 >= 3 * len(found):
        return named
    verbal = sum(acts(plain_text, item.start) for item in found[1:])
    if len(found) > _FEWEST and verbal * 4 >= 3 * (len(found) - 1):
        return found if acts(plain_text, found[0].start) else found[1:]
    return found


def _outside_tables(text: str, section: Section) -> list[Item]:
    return [item for item in items(text, section) if not _is_row(text, item)]


def _is_row(text: str, item: Item) -> bool:
    """Say whether an item is a row of a table that tells of the post: "Reports to | the Cook"."""
    return not item.marked and _ROW.match(text, item.start, item.end) is not None


def _is_aside(words: str) -> bool:
    """Say whether an item is a label of the notice, with its value, or a remark in brackets."""
    if words[:1] == "(" and _BRACKETED.fullmatch(words):
        return True
    label, colon, _ = words.partition(":")
    return not _names_itself(words) and (
        (bool(colon) or len(words) <= _LABEL) and len(label) <= _LABEL and plain(label) in labels()
    )


def _runs_on(words: Sequence[str], found: Sequence[Item]) -> bool:
    """Say whether unmarked paragraphs of several sentences each are running text."""
    if any(item.marked for item in found):
        return False
    full = sum(len(_RUNNING.findall(one)) >= _SENTENCES for one in words)
    return full * 2 > len(words) and not any(acts(one, 0) for one in words)


def _mark(plain_text: str, item: Item) -> str:
    """Return the number, letter or bullet that marks an item, or nothing."""
    if not item.marked:
        return ""
    before = plain_text[max(0, item.start - _MARK) : item.start].split()
    return before[-1] if before else ""


def _headings(words: Sequence[str], found: Sequence[Item], marks: Sequence[str]) -> list[int]:
    """Return the places of the headings in a list.

    A heading ends in a colon, or marks of another sort follow its number, or it is an unfinished
    item behind a finished one in a list of finished ones.
    """
    most = sum(item.marked for item in found) * 2 > len(words)
    finished = sum(one.endswith((".", ";")) for one in words) * 2 > len(words)
    grouped = sum(one.endswith(";") for one in words) >= _FEWEST
    heads = []
    others = any_of("duties", "others")
    for n, one in enumerate(words):
        last, before = n + 1 == len(words), words[n - 1] if n else "."
        after = "" if last else marks[n + 1]
        named = not last and _names_the_next(one, found[n], found[n + 1])
        if named or one.endswith(":") or _has_parts(one, marks[n], after):
            heads.append(n)
        elif last and others.search(one):
            continue
        elif _may_head(one, grouped=grouped) and not (found[n].marked and most):
            behind = finished and before.endswith((".", ":", ")"))
            short = not last or len(one.split()) <= _TITLE
            alone = last and found[n].marked and n > 0 and not any(marks[:n])
            if (behind and short) or alone:
                heads.append(n)
    return heads


def _names_the_next(words: str, item: Item, following: Item) -> bool:
    """Say whether a marked item is no more than the name of the one without a mark below it."""
    named = len(words.split()) <= _TITLE and not words.endswith(_ENDS)
    return item.marked and not following.marked and named and not acts(words, 0)


def _has_parts(words: str, mark: str, after: str) -> bool:
    """Say whether a numbered item is parted into others: 1. and 1.1, 1. and a), A. and 1."""
    number, part = _NUMBER.match(mark), _NUMBER.match(after)
    if number and part:
        return part[1].startswith(f"{number[1]}.")
    capital = _CAPITAL.fullmatch(mark) is not None and _SMALL.fullmatch(after) is not None
    other = capital or (bool(number) != bool(part) and bool(after))
    counted = number or _LETTER.fullmatch(mark)
    most = _TITLE if words.endswith((".", ";")) else _SHORT
    short = len(words.split()) <= most
    return bool(counted) and other and short


def _may_head(words: str, *, grouped: bool) -> bool:
    if words.endswith(_ENDS) or len(words) > _HEADING:
        return False
    return grouped or len(words.split()) <= _SHORT or not acts(words, 0)


def _continued(reading: Reading, end: int) -> int:
    """Count duties below a later heading, where the list ends in "other related duties"."""
    seen, count = False, 0
    for section in reading.sections:
        seen = seen or section.kind == "duties"
        words = reading.plain[section.body : section.end]
        short = section.kind == "boilerplate" and len(words) < _HEADING
        after = seen and (short or section.kind == "context") and section.start < end
        if after and any_of("duties", "others").search(words):
            pieces = (piece.strip() for piece in _LIST.split(words))
            count += sum(len(p) > _MARK and p.endswith((".", ";")) for p in pieces)
    return count
