"""The duties, bullets and paragraphs of a stretch of a notice, its wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .acts import surely_acts
from .lines import Line, lines_between, open_ended, wrap_width
from .text import view

__all__ = ["Item", "items", "marked_from"]

_NUMBER = r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivxIVX]{1,5}|[A-Za-z])"
_MARK = re.compile(
    rf"\s*(?:[•·●▪◦➢▶→‣]\s*|[»§Øü]\s+(?=[A-ZÀ-Ý])|-{{1,2}}\s+|-(?=[A-ZÀ-Ý][a-z])|o\s+(?=[A-Z])"
    rf"|\d{{1,2}}\s{{2,}}(?=[A-ZÀ-Ý])|\d{{1,2}}\)\.\s*|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+(?=[A-ZÀ-Ý])"
    rf"|{_NUMBER}\s?(?:\)\.?|\.\)|\.-?|\s?-)\s*(?=[^\W\d]|['\"(]))"
)
_LONE = re.compile(r"\s*(?:\(?\d{1,2}(?:\.\)|\)\.?|\.)|[•●▪-]|\(?[a-z]\))\s*$")
_ENUMERATOR = re.compile(
    r"(?:\s|(?<=[a-z)][.;]))\(?(?:(?P<digit>\d{1,2})(?:\)\.?|\.\)|\.|\s?-)|(?P<letter>[a-z]{1,5})\))\s*(?=['\"(]?[A-ZÀ-Ý])"
)
_DASHED = re.compile(r"-\s+(?=['\"]?[A-ZÀ-Ý])|(?<=[a-z]-)\s(?=[A-Z][a-z]+\s)")
_LISTED = re.compile(r";\s*(?:and|et|y|or|ou|o)?\s*-\s+(?=\w)")
_DOTTED = re.compile(r"[•●▪]\s*(?=\S)|(?<=\s)·\s*(?=\S)")
_LABEL = re.compile(r"[A-Z][\w'/ ]{2,30}:\s")
_FEWEST_DASHES = 3
_FEWEST_COUNTED = 2
_ENDS = tuple(".;:)!?")
_NEAR = 40
_OWN = 8
_BEFORE = 14
_MARK_BEFORE = re.compile(
    r"(?:(?<!\w)\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]{1,5})[.)-]{0,2}|[^\w\s])[^\S\n]*$"
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_FIGURES = {"i": 1, "v": 5, "x": 10}
_LONG = 40
_MOSTLY = 0.62


_Mark = tuple[int, int]


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


def marked_from(text: str, item: Item) -> int:
    """Return where an item begins with its mark."""
    if not item.marked:
        return item.start
    before = view(text)[max(0, item.start - _BEFORE) : item.start]
    mark = _MARK_BEFORE.search(before)
    return item.start - len(mark.group()) if mark else item.start


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
    if ended and (surely_acts(right, 0) or (left[-1] == ";" and right[0].isupper())):
        return False
    full = len(left) + 1 + len(right.split(None, 1)[0]) > width
    return full or (len(left) > _MOSTLY * width and not ended)


def _split(text: str, block: Item) -> list[Item]:
    """Open a new item at each number, dash or bullet inside the block, where there are several."""
    plain = view(text)
    words = plain[block.start : block.end]
    marks = [*_dotted(words), *_numbered(words, _own_number(plain, block)), *_dashed(words)]
    return _cut(block, words, _apart(marks)) if marks else [_trim(block, words)]


def _apart(marks: list[_Mark]) -> list[_Mark]:
    """Return the marks in order, without those that stand inside others."""
    kept: list[_Mark] = []
    for mark in sorted(marks):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _dotted(words: str) -> list[_Mark]:
    if not any(bullet in words for bullet in "•●▪·"):
        return []
    return [match.span() for match in _DOTTED.finditer(words) if match.start()]


def _own_number(plain: str, block: Item) -> str:
    """Return the letter or number that opens a block."""
    before = plain[max(0, block.start - _OWN) : block.start].split() if block.marked else []
    return before[-1].strip("().-") if before else ""


def _numbered(words: str, own: str) -> list[_Mark]:
    """Return the numbers that stand behind a sentence's end, or that count on: 1, 2, 3; a, b, c.

    `own` is what the block itself is marked with: the next counts on from there.
    """
    found = list(_ENUMERATOR.finditer(words))
    kept = {m.span() for m in found if m["digit"] and _behind_an_end(words, m.start())}
    if len(found) > len(kept):
        for sort, counting in (("digit", _digit), ("letter", _letter), ("letter", _roman)):
            values = [(m, counting(m[sort] or "")) for m in found]
            kept.update(_chain(values, counting(own) + 1))
    return list(kept)


def _behind_an_end(words: str, at: int) -> bool:
    before = words[max(0, at - _NEAR) : at].rstrip()
    return before[-1:] in _ENDS if before else False


def _digit(mark: str) -> int:
    return int(mark) if mark.isdecimal() else 0


def _letter(mark: str) -> int:
    return ord(mark) - ord("a") + 1 if len(mark) == 1 and "a" <= mark <= "z" else 0


def _roman(mark: str) -> int:
    """Return what small roman figures count, as far as lists of duties go.

    Example:
        >>> [_roman(figures) for figures in ("iv", "xix", "ab")]
        [4, 19, 0]
    """
    if not mark or not _ROMAN.fullmatch(mark):
        return 0
    values = [_FIGURES[letter] for letter in mark]
    return sum(v if v >= n else -v for v, n in zip(values, [*values[1:], 0], strict=True))


def _chain(found: Sequence[tuple[re.Match[str], int]], following: int) -> list[_Mark]:
    """Return the marks that count on from 1, or from the mark that opened the block."""
    chain: list[_Mark] = []
    expected = 0
    for mark, value in found:
        if value and (value == expected or (not chain and value in (1, 2, following))):
            chain.append(mark.span())
            expected = value + 1
    return chain if len(chain) >= _FEWEST_COUNTED or (chain and following > 2) else []


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
