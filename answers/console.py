"""What the command line shows to people: tables and the summary of a build."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..ontology.vocabulary import vocabulary
from ..store.inputs import Skipped, Step
from ..vacancies.readers import shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from ..store.pipeline import Built
    from .candidates import Candidate
    from .checking.report import Report
    from .listing import Entry
    from .search import Match

__all__ = [
    "has_colour",
    "print_text",
    "progress",
    "show_candidates",
    "show_entries",
    "show_matches",
    "show_report",
    "show_rows",
    "summary",
]

_DOING = {
    "read": "Reading files",
    "extract": "Reading notices",
    "graph": "Building the graph",
    "exports": "Writing files",
    "store": "Loading the store",
    "check": "Checking",
    "reason": "Reasoning",
}
_PIPE_WIDTH = 160
_FINDINGS = 20
_FORMS = 3
_SENTENCE = 200
_SEVERITIES = {
    "violation": ("violation", "violations"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}


def summary(built: Built) -> str:
    """Return the short text that ends a build: what was read, what was not, what to open."""
    counts = built.manifest["counts"]
    lines = [
        f"{_many(counts['notices'], 'notice')} read: "
        f"{_many(counts['vacancies'], 'vacancy', 'vacancies')}, "
        f"{_many(counts['relations'], 'relation')} "
        f"with {_many(counts['evidence'], 'piece')} of evidence."
    ]
    lines += _families(counts["relations_by_family"])
    if counts["relations_of_others"]:
        lines.append(f"  {counts['relations_of_others']:>5}  said of others than the post")
    lines += [*_notes(built.manifest), *_left_out(built.skipped)]
    lines.append(f"Terms and reference: {shown(str(built.folder.ontology))}")
    return "\n".join([*lines, f"Open {shown(str(built.folder.page))} in a browser."])


def _families(counted: Mapping[str, int]) -> Iterator[str]:
    properties = vocabulary().properties
    for name, count in counted.items():
        yield f"  {count:>5}  {properties[name].labels['en']}"


def _notes(manifest: Mapping[str, Any]) -> Iterator[str]:
    if kept := manifest["counts"]["kept"]:
        yield f"{_many(kept, 'corrected record')} of the last build kept (--fresh reads them anew)."
    passed = ", ".join(f"{count} {why}" for why, count in manifest["passed_over"].items())
    if passed:
        yield f"Files passed over: {passed}."
    for notice in manifest["notices"]:
        for warning in notice["warnings"]:
            yield f"Note: {shown(notice['source'])}: {shown(warning)}."


def _left_out(skipped: Sequence[Skipped]) -> Iterator[str]:
    if skipped:
        yield f"{_many(len(skipped), 'file')} could not be read:"
    for one in skipped:
        yield f"  {one}"


def _many(count: int, one: str, several: str | None = None) -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"


def show_entries(listed: Iterable[Entry]) -> None:
    """Print entries as a table."""
    show_rows(
        ("no.", "name", "kind", "organisation", "where", "lines", "notices"),
        [_row(entry) for entry in listed],
    )


def _row(entry: Entry) -> tuple[str, ...]:
    where = entry.place or ", ".join((*entry.stations, *filter(None, [entry.country])))
    kind = f"{entry.kind}, advertised" if entry.advertised else entry.kind
    lines = str(entry.lines) if entry.lines else ""
    number, named = str(entry.number), str(entry.named_by)
    return (number, entry.label, kind, entry.organization or "", where, lines, named)


def show_matches(matches: Iterable[Match]) -> None:
    """Print what a search found as a table."""
    show_rows(
        ("no.", "name", "found as", "kind", "organisation", "where", "notices"),
        [
            (row[0], row[1], "" if match.name == row[1] else match.name, *row[2:5], row[6])
            for match in matches
            for row in [_row(match.entry)]
        ],
    )


def show_candidates(found: Iterable[Candidate]) -> None:
    """Print candidates as a table, each with the first sentences that name it."""
    heads = ("name", "kind", "clauses", "notices", "also", "in the words of")
    show_rows(heads, [row for one in found for row in _uses(one)])


def _uses(one: Candidate) -> Iterator[tuple[str, ...]]:
    also = (*one.acronyms, *(form for form in one.forms if form != one.name))
    head = (one.name, one.kind or "", str(one.count), str(one.notices))
    told = [f"{use.source}: {_cut(use.sentence)}" for use in one.uses] or [""]
    yield (*head, ", ".join(dict.fromkeys(also[:_FORMS])), told[0])
    for sentence in told[1:]:
        yield ("", "", "", "", "", sentence)


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _SENTENCE else f"{sentence[:_SENTENCE]} ..."


def show_report(report: Report) -> None:
    """Print what a check found, a table for each severity, and the counts."""
    from ..ontology.shapes import Severity

    heads = ("what", "is wrong", "how to mend it", "rule", "IRI")
    for severity in Severity:
        shown_ones, left = report.foremost(severity, _FINDINGS)
        if shown_ones:
            sys.stdout.write(f"{_SEVERITIES[severity.value][1].capitalize()}:\n")
            rows = [(f.label, f.message, f.rule.remedy, f.rule.name, f.node) for f in shown_ones]
            show_rows(heads, rows)
        for name, count in left.items():
            sys.stdout.write(f"and {count} more of {name}; --json gives all.\n")
    found = ", ".join(_many(report.counts[name], *_SEVERITIES[name]) for name in _SEVERITIES)
    notices, statements = _many(report.notices, "notice"), _many(report.quads, "statement")
    sys.stdout.write(
        f"{found}: {notices} with {statements} checked by the {report.engine} engine.\n"
    )
    if report.owl is not None:
        sys.stdout.write(f"{report.owl}\n")


def show_rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows below their heads; what they hold is text and never markup.

    Heads are read by people, and a word of them is never cut.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        words = head.replace("_", " ")
        table.add_column(
            Text(words), overflow="fold", min_width=max(map(len, words.split()), default=0)
        )
    for row in rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    _console().print(table)


def print_text(line: Text | str, *, indent: int = 0) -> None:
    """Print a line that is text and never markup, broken between words on a terminal only."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text(line) if isinstance(line, str) else line
    if sys.stdout.isatty():
        _console().print(Padding(text, (0, 0, 0, indent)))
    else:
        _console().print(Text(" " * indent) + text, soft_wrap=True)


def has_colour() -> bool:
    """Say whether standard output shows colours: a terminal, and nobody asked for none."""
    console = _console()
    return console.is_terminal and not console.no_color and console.color_system is not None


def _console() -> Console:
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH)


@contextmanager
def progress() -> Iterator[Step | None]:
    """Give a callback that draws a progress bar on stderr, or nothing off a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(what: str, done: int, total: int) -> None:
            bar.update(task, description=_DOING[what], completed=done, total=total)

        yield step
