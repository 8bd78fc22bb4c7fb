"""Sentences as people read them: one line, the names and the cues in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..vacancies.readers import shown

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["Mark", "plain", "styled"]

_CUE = "underline"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text to be marked: a cue, or a name with what is said of it.

    `note` stands behind a name where there is no colour; `style` is the colour where there is.
    """

    start: int
    end: int
    is_cue: bool = False
    note: str = ""
    style: str = ""


def plain(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    r"""Return a stretch of a text on one line: cues between `_`, names in brackets.

    What is not printable is escaped.

    Example:
        >>> marks = [Mark(0, 10, is_cue=True), Mark(11, 14, note="role")]
        >>> plain("reports\nto RSO\x1b now", 0, 19, marks)
        '_reports to_ [RSO: role]\\x1b now'
    """
    return "".join(_dressed(words, mark) for words, mark in _pieces(text, start, end, marks))


def _dressed(words: str, mark: Mark | None) -> str:
    if mark is None:
        return words
    if mark.is_cue:
        return f"_{words}_"
    return f"[{words}: {mark.note}]" if mark.note else f"[{words}]"


def styled(text: str, start: int, end: int, marks: Iterable[Mark]) -> Text:
    """Return a stretch of a text on one line for a terminal: cues underlined, names in colour."""
    from rich.text import Text

    line = Text()
    for words, mark in _pieces(text, start, end, marks):
        line.append(words, style="" if mark is None else _CUE if mark.is_cue else mark.style)
    return line


def _pieces(
    text: str, start: int, end: int, marks: Iterable[Mark]
) -> Iterator[tuple[str, Mark | None]]:
    """Yield the words of a stretch, with the mark that they bear; marks do not overlap."""
    at = start
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        first, last = max(mark.start, at), min(mark.end, end)
        if first >= last:
            continue
        if at < first:
            yield _line(text[at:first]), None
        yield _line(text[first:last]), mark
        at = last
    if at < end:
        yield _line(text[at:end]), None


def _line(words: str) -> str:
    """Make each run of white space one space, and escape what is not printable."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return f"{' ' * words[0].isspace()}{shown(inner)}{' ' * words[-1].isspace()}"
