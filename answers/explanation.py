"""How the reasons for an edge are shown: what it is, then every sentence that states it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from ..vacancies.readers import shown
from .console import has_colour, print_text
from .listing import Entry
from .reasons import Reason, Reasons, Said
from .sentences import Mark, plain, styled

__all__ = ["show_reasons"]

_OBJECT = "bold cyan"
_MOST = 20


def show_reasons(found: Reasons, ones: Sequence[Entry], others: Sequence[Entry]) -> None:
    """Print the reasons why two are tied, or that they are not, and what comes nearest."""
    if not found.edges:
        _print(_untied(found, ones, others))
    for edge in found.edges:
        _print(_told(edge))
        for number, said in enumerate(edge.said, start=1):
            _show(number, said)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")


def _told(edge: Reason) -> Iterator[str]:
    yield f"{shown(edge.subject_label)} - {shown(edge.label)} -> {shown(edge.object_label)}"
    several = "notice" if edge.notices == 1 else "notices"
    dates = " to ".join(dict.fromkeys(filter(None, (edge.first, edge.last)))) or "undated"
    yield f"  {edge.relation}; {edge.modality.lower()} in {edge.notices} {several}, {dates}"
    for name, values in (
        ("condition", edge.conditions),
        ("through", edge.via),
        ("one of", edge.choice),
        ("about", edge.topics),
        ("how soon", edge.urgencies),
    ):
        if values:
            yield f"  {name}: {shown('; '.join(values))}"


def _show(number: int, said: Said) -> None:
    heading = f' under "{shown(said.heading)}"' if said.heading else ""
    sys.stdout.write(
        f"{number:>4}. {shown(said.source)}, {said.section or 'no section'}{heading}\n"
    )
    marks = list(_marks(said))
    place = said.sentence, 0, len(said.sentence)
    print_text(styled(*place, marks) if has_colour() else plain(*place, marks), indent=6)
    sys.stdout.write(f"      cue: {shown(said.cue or 'none kept')}\n")
    sys.stdout.write(f"      rule: {shown(said.rule or 'none, a person wrote it')}")
    sys.stdout.write(f" - {said.reason}\n" if said.reason else "\n")


def _marks(said: Said) -> Iterator[Mark]:
    """Yield the marks of a sentence, the parts of the cue left out that the object covers."""
    first, last = said.object_start - said.start, said.object_end - said.start
    yield Mark(first, last, style=_OBJECT)
    for start, end in said.cue_spans:
        start, end = start - said.start, end - said.start
        if start < first < end:
            yield Mark(start, first, is_cue=True)
            start = last
        if end <= first or start >= last:
            yield Mark(start, end, is_cue=True)


def _untied(found: Reasons, ones: Sequence[Entry], others: Sequence[Entry]) -> Iterator[str]:
    yield f"No edge joins {_names(ones)} and {_names(others)}."
    if found.near:
        yield "The nearest:"
    for near in found.near[:_MOST]:
        yield f"  {shown(near.subject_label)} - {shown(near.label)} -> {shown(near.object_label)}"
    if len(found.near) > _MOST:
        yield f"  and {len(found.near) - _MOST} more; --json gives all."
    for line in found.lines:
        above = f": {'; '.join(map(shown, line.to))}" if line.to else ""
        yield f"  {shown(line.source)}, {shown(line.post)}: reporting line {line.state}{above}"


def _names(entries: Sequence[Entry]) -> str:
    more = f" and {len(entries) - 1} more of the name" if len(entries) > 1 else ""
    return f"{shown(entries[0].label)}{more}"
