"""How a reading is shown: each sentence with its marks, the rules that fired and that did not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from ..ontology.vocabulary import vocabulary
from ..vacancies.readers import shown
from ..vacancies.tracing import Fired, Named, Trace, Traced
from .console import has_colour, print_text, show_rows
from .sentences import Mark, plain, styled

__all__ = ["show_trace"]

_PALETTE = ("cyan", "magenta", "green", "yellow", "blue", "red")
_CANDIDATE = "italic"
_POST = "the post"


def show_trace(trace: Trace) -> None:
    """Print a reading: the sentences, then what each states, and what was held back."""
    colour = has_colour()
    for number, sentence in enumerate(trace.sentences, start=1):
        about = _POST if sentence.of_post else f"another: {shown(sentence.subject or '')}"
        sys.stdout.write(f"Sentence {number}, about {about}\n")
        marks = _marks(sentence)
        place = trace.text, sentence.start, sentence.end
        print_text(styled(*place, marks) if colour else plain(*place, marks))
        sys.stdout.write("\n")
        _show_rules(sentence)
    sys.stdout.write(f"{_legend(trace, colour=colour)}\n")
    if colour:
        _show_kinds(trace)


def _marks(sentence: Traced) -> list[Mark]:
    cues = [Mark(start, end, is_cue=True) for start, end in sentence.cues]
    return [*cues, *map(_mark, sentence.mentions)]


def _mark(name: Named) -> Mark:
    note = f"{name.kind or ''}{'' if name.known else '?'}"
    return Mark(name.start, name.end, note=note, style=_style(name))


def _style(name: Named) -> str:
    return f"{_colour(name.kind)}{'' if name.known else f' {_CANDIDATE}'}"


def _colour(kind: str | None) -> str:
    kinds = list(vocabulary().kinds)
    return _PALETTE[kinds.index(kind) % len(_PALETTE)] if kind in kinds else "default"


def _show_rules(sentence: Traced) -> None:
    heads = ("rule", "relation", "object", "kind", "lexicon", "and", "reason")
    if sentence.relations:
        sys.stdout.write("Rules fired:\n")
        show_rows(heads, [_row(one) for one in sentence.relations])
    if sentence.third_party:
        sys.stdout.write("Said of others:\n")
        show_rows(
            ("rule", "subject", *heads[1:]),
            [
                (one.rule, one.subject.name if one.subject else "", *_row(one)[1:])
                for one in sentence.third_party
            ],
        )
    if sentence.held_back:
        sys.stdout.write("Rules held back:\n")
        show_rows(
            ("rule", "relation", "cue", "why"),
            [(one.rule, one.relation, one.cue, one.why) for one in sentence.held_back],
        )
    if not (sentence.relations or sentence.third_party or sentence.held_back):
        sys.stdout.write("No cue of any rule stands in it.\n\n")


def _row(one: Fired) -> tuple[str, ...]:
    known = "known" if one.object.known else "candidate"
    name, kind = one.object.name, one.object.kind or ""
    return (one.rule, one.relation, name, kind, known, "; ".join(_details(one)), one.reason)


def _details(one: Fired) -> Iterator[str]:
    """Yield what else the words say of a relation."""
    if one.condition or one.modality != "stated":
        yield f"{one.modality}: {one.condition or ''}"
    if one.via:
        yield f"through {one.via}"
    if one.choice:
        yield f"one of {', '.join(one.choice)}"
    if one.topic:
        yield f"about {one.topic}"
    if one.urgency:
        yield f"how soon: {one.urgency}"


def _legend(trace: Trace, *, colour: bool) -> str:
    place = f"as {trace.section}" if trace.section else "as context and duties alike"
    marks = (
        "cues underlined, candidates in italics"
        if colour
        else "_cue_, [name: kind], ? where the lexicon lacks the name"
    )
    return f"Read in {trace.language}, {place}. Marks: {marks}."


def _show_kinds(trace: Trace) -> None:
    from rich.text import Text

    found = {one.kind for one in _names(trace.sentences) if one.kind}
    line = Text("Kinds:")
    for kind in vocabulary().kinds:
        if kind in found:
            line.append(" ").append(kind, style=_colour(kind))
    print_text(line)


def _names(sentences: Iterable[Traced]) -> Iterator[Named]:
    return chain.from_iterable(one.mentions for one in sentences)
