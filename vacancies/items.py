"""The duties, bullets and paragraphs of a stretch of a notice, its wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .acts import surely_acts
from .lines import Line, lines_between, open_ended, wrap_width
from .text import view

__all__ = ["Item", "items"]

_NUMBER = r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,5}|[A-Za-z])"
_MARK = re.compile(
    rf"\s*(?:[•·●▪◦➢▶→‣]\s*|[»§Øü]\s+(?=[A-ZÀ-Ý])|-{{1,2}}\s+|-(?=[A-ZÀ-Ý][a-z])|o\s+(?=[A-Z])"
    rf"|\d{{1,2}}\)\.\s*|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+(?=[A-ZÀ-Ý])"
    rf"|{_NUMBER}\s?(?:\)\.?|\.\)|\.-?|\s?-)\s*(?=[^\W\d]|['\"(]))"
)
_LONE = re.compile(r"\s*(?:\(?\d{1,2}(?:\.\)|\)\.?|\.)|[•●▪-]|\(?[a-z]\))\s*$")
_ENUMERATOR = re.compile(
    r"(?:\s|(?<=[a-z)][.;]))\(?(?:(?P<digit>\d{1,2})(?:\)\.?|\.\)|\.|\s?-)|(?P<letter>[a-z]{1,4})\))\s*(?=['\"(]?[A-ZÀ-Ý])"
)
_DASHED = re.compile(r"-\s+(?=['\"]?[A-ZÀ-Ý])|(?<=[a-z]-)\s(?=[A-Z][a-z]+\s)")
_LISTED = re.compile(r";\s*(?:and|et|y|or|ou|o)?\s*-\s+(?=\w)")
_DOTTED = re.compile(r"[•●▪]\s*(?=\S)|(?<=\s)·\s*(?=\S)")
_LABEL = re.compile(r"[A-Z][\w'/ ]{2,30}:\s")
_FEWEST_DASHES = 3
_FEWEST_COUNTED = 2
_ENDS = tuple(".;:)!?")
_NEAR = 40
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LONG = 40
_MOSTLY = 0.62


@dataclass(frozen=True, slots=True)
class Item:
    """A duty, bullet or paragraph: a span of the text, its wrapped lines joined.

    `marked` says that a bullet, dash, letter or number opens it, `counted` that a number does.
    """

    start: int
    end: int
    marked: bool
    counted: bool = False


@lru_cache(maxsize=128)
def items(text: str, start: int, end: int) -> tuple[Item, ...]:
    """Return what `text[start:end]` sets apart, in its order.

    A wrapped line belongs to the item before it. Numbers, dashes or bullets inside a paragraph
    open new items where there are several.
    """
    return tuple(piece for block in _blocks(text, start, end) for piece in _split(text, block))


def _blocks(text: str, start: int, end: int) -> list[Item]:
    """Join lines where they are wrapped."""
    width = wrap_width(text)
    blocks: list[Item] = []
    before: Line | None = None
    gap = furnished = pending = False
    for line in lines_between(text, start, end):
        left, right = max(line.start, start), min(line.end, end)
        if right <= left or not line.words or line.words.isspace():
            if line.start >= start and text[left:right].strip():
                furnished = True
            else:
                gap = True
            continue
        mark = _MARK.match(line.words, left - line.start) if left in (line.start, start) else None
        if mark is None and _LONE.match(line.words):
            pending, before = True, None
            continue
        if pending:
            joined = False
        elif mark is None and before is not None and not (gap and not furnished):
            joined = _goes_on(before, line) if gap else _wrapped(before, line, width)
        else:
            joined = False
        if joined:
            blocks[-1] = replace(blocks[-1], end=right)
        else:
            first = min(line.start + mark.end(), right) if mark else left
            counted = mark is not None and any(map(str.isdigit, mark.group()))
            blocks.append(Item(first, right, pending or mark is not None, counted))
        before, gap, furnished, pending = line, False, False, False
    plain = view(text)
    return [block for block in blocks if not _is_blank(plain, block)]


def _is_blank(plain: str, block: Item) -> bool:
    return block.start >= block.end or plain[block.start : block.end].isspace()


def _goes_on(before: Line, line: Line) -> bool:
    """Say whether a line goes on across blank lines and page furniture."""
    left, right = before.words.rstrip(), line.words.lstrip()
    return right[0].islower() or left[-1] == "," or _ends_open(left)


def _ends_open(words: str) -> bool:
    return words.rsplit(None, 1)[-1].casefold() in open_ended()


def _wrapped(before: Line, line: Line, width: int) -> bool:
    """Say whether a line goes on with the one before.

    It does where that one ends in a small word, or where its first word would not have fitted in
    a text that is wrapped.
    """
    left, right = before.words.rstrip(), line.words.lstrip()
    if _LABEL.match(right):
        return False
    if _ends_open(left):
        return True
    ended = left[-1] in ".;:!?"
    if right[0].islower() and not ended:
        return bool(width) or len(left) > _LONG
    if not width or left[-1] in ":!?":
        return False
    if ended and surely_acts(right, 0):
        return False
    full = len(left) + 1 + len(right.split(None, 1)[0]) > width
    return full or (len(left) > _MOSTLY * width and not ended)


def _split(text: str, block: Item) -> list[Item]:
    """Open a new item at each number, dash or bullet inside the block, where there are several."""
    words = view(text)[block.start : block.end]
    for find in (_dotted, _numbered, _dashed):
        marks = find(words)
        if marks:
            return _cut(block, words, marks)
    return [_trim(block, words)]


_Mark = tuple[int, int]


def _dotted(words: str) -> list[_Mark]:
    if not any(bullet in words for bullet in "•●▪·"):
        return []
    return [match.span() for match in _DOTTED.finditer(words) if match.start()]


def _numbered(words: str) -> list[_Mark]:
    """Return the numbers that stand behind a sentence's end, or that count on: 1, 2, 3; a, b, c."""
    found = list(_ENUMERATOR.finditer(words))
    kept = {m.span() for m in found if m["digit"] and _behind_an_end(words, m.start())}
    if len(found) > len(kept):
        for counting in (_digit, _letter, _roman):
            kept.update(_chain((m, counting(m)) for m in found))
    return sorted(kept)


def _behind_an_end(words: str, at: int) -> bool:
    before = words[max(0, at - _NEAR) : at].rstrip()
    return before[-1:] in _ENDS if before else False


def _digit(mark: re.Match[str]) -> int:
    return int(mark["digit"] or 0)


def _letter(mark: re.Match[str]) -> int:
    letter = mark["letter"] or ""
    return ord(letter) - ord("a") + 1 if len(letter) == 1 else 0


def _roman(mark: re.Match[str]) -> int:
    return _ROMAN.index(mark["letter"]) + 1 if mark["letter"] in _ROMAN else 0


def _chain(found: Iterable[tuple[re.Match[str], int]]) -> list[_Mark]:
    """Return the marks that count on from 1, or from 2 where the first opened the block."""
    chain: list[_Mark] = []
    expected = 0
    for mark, value in found:
        if value and (value == expected or (not chain and value in (1, 2))):
            chain.append(mark.span())
            expected = value + 1
    return chain if len(chain) >= _FEWEST_COUNTED else []


def _dashed(words: str) -> list[_Mark]:
    if words.count("- ") < _FEWEST_DASHES:
        return []
    for pattern in (_DASHED, _LISTED):
        found = [m.span() for m in pattern.finditer(words)]
        if len(found) >= _FEWEST_DASHES:
            return found
    return []


def _cut(block: Item, words: str, marks: list[_Mark]) -> list[Item]:
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(words)]
    pieces = [
        Item(block.start + start, block.start + end, block.marked or number > 0, block.counted)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if words[start:end].strip()
    ]
    return [_trim(p, words[p.start - block.start : p.end - block.start]) for p in pieces]


def _trim(item: Item, words: str) -> Item:
    left = len(words) - len(words.lstrip())
    right = len(words) - len(words.rstrip())
    return replace(item, start=item.start + left, end=item.end - right)
