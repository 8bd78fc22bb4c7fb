"""What analysts ask: query, extract, read."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..ontology.tables import LANGUAGES
from .front import AS_JSON, PATH, STRICT, Failure, cli, example, leave, read_all, show_json, split

if TYPE_CHECKING:
    from ..graph.document import Document

__all__ = ["extract", "query", "read"]

SECTIONS = ("context", "duties")


@cli.command(epilog=example("dottedline query out two-supervisors"))
@click.argument("arguments", metavar="[DIR] QUERY", nargs=-1)
@click.option("--list", "only_list", is_flag=True, help="List the queries that come along.")
@click.option("--format", "name", default="table", metavar="FORMAT", show_default=True)
@click.option(
    "--time-limit",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    metavar="SECONDS",
    show_default=True,
    help="Stop the query after so long.",
)
@AS_JSON
def query(
    arguments: tuple[str, ...], only_list: bool, name: str, seconds: float, as_json: bool
) -> None:
    """Ask the store in SPARQL: a query, a file with one, or the name or number of a shipped one."""
    from shutil import get_terminal_size

    from ..answers import asking
    from ..answers.console import show_rows
    from ..answers.naming import UnknownName

    if only_list:
        width = get_terminal_size().columns
        show_json(asking.shipped()) if as_json else click.echo(asking.shown_queries(width))
        return
    form = "json" if as_json else name
    if form not in (*asking.FORMS, "table"):
        raise UnknownName("format", form, (*asking.FORMS, "table"))
    folder, rest = split(arguments)
    if len(rest) != 1:
        raise click.UsageError(
            "give one QUERY; dottedline query --list shows those that come along"
        )
    answer = asking.answered(folder, rest[0], seconds=seconds)
    for note in asking.misspelt(asking.meant_query(rest[0])):
        click.echo(f"Note: {note}", err=True)
    if form == "table":
        show_rows(answer.columns(), answer.rows())
        if known := asking.remark(rest[0]):
            click.echo(f"Note: {known}", err=True)
    else:
        click.echo(asking.FORMS[form](answer), nl=False)


@cli.command(epilog=example("dottedline extract notices --out records"))
@click.argument("notices", nargs=-1, required=True, type=PATH)
@click.option("--out", type=PATH, help="A folder for one JSON file a notice.")
@click.option("--candidates", is_flag=True, help="List the names that the lexicon lacks instead.")
@click.option("--kind", help="Of the candidates, only one kind: role, body, unit ...")
@click.option("--turtle", is_flag=True, help="Write the candidates as entries of the lexicon.")
@STRICT
@AS_JSON
def extract(
    notices: tuple[Path, ...],
    out: Path | None,
    candidates: bool,
    kind: str | None,
    turtle: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Read notices into records: JSON, or JSON Lines for many.

    With --candidates, list the names that relations use and the lexicon lacks, the most frequent
    first: as a table, as JSON, or as Turtle to paste into ontology/lexicon/.
    """
    from ..answers.console import progress
    from ..store.jsonlines import as_lines, write_records

    _check_options(candidates, kind, out=out, turtle=turtle, as_json=as_json)
    with progress() as step:
        read = read_all(notices, step)
    if candidates:
        _show_candidates(read.documents, kind, turtle=turtle, as_json=as_json)
    elif out is None:
        sys.stdout.buffer.write(as_lines(read.documents))
    else:
        click.echo(f"{write_records(out, read.documents)} records in {out}")
    leave(read.skipped, strict=strict, say=True)


def _check_options(
    candidates: bool, kind: str | None, *, out: Path | None, turtle: bool, as_json: bool
) -> None:
    from ..answers.naming import UnknownName
    from ..ontology.vocabulary import vocabulary

    if not candidates and (turtle or kind is not None):
        raise click.UsageError("--turtle and --kind go with --candidates")
    if candidates and out is not None:
        raise click.UsageError("--out is for records; send the candidates on with > FILE")
    if turtle and as_json:
        raise click.UsageError("give --turtle or --json, not both")
    if kind is not None and kind not in vocabulary().kinds:
        raise UnknownName("kind", kind, vocabulary().kinds)


def _show_candidates(
    documents: Iterable[Document], kind: str | None, *, turtle: bool, as_json: bool
) -> None:
    from ..answers.candidates import candidates
    from ..answers.console import show_candidates
    from ..answers.pasting import as_turtle

    found = [one for one in candidates(documents) if kind in (None, one.kind)]
    if turtle:
        sys.stdout.buffer.write(as_turtle(found).encode())
    elif as_json:
        show_json([one.as_json() for one in found])
    else:
        show_candidates(found)


@cli.command(epilog=example("dottedline read The incumbent reports to the Chief of Mission"))
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.option("--language", type=click.Choice(LANGUAGES), help="Found from the text if left out.")
@click.option(
    "--section",
    type=click.Choice(SECTIONS),
    help="Read it as this part of a notice; left out, as either.",
)
@click.option("--title", help="The title of the post, by which the text may call it.")
@AS_JSON
def read(
    words: tuple[str, ...],
    language: str | None,
    section: str | None,
    title: str | None,
    as_json: bool,
) -> None:
    """Show how a text is read: names, cues, rules that fired and rules held back.

    TEXT is a sentence or several; - takes them from standard input.
    """
    from ..answers.trace import show_trace
    from ..vacancies.tracing import trace

    text = _given() if words == ("-",) else " ".join(words)
    legible = text.encode("utf-8", "replace").decode()
    if not legible.strip():
        raise click.UsageError("give a sentence to read, or - and a text on standard input")
    found = trace(legible, language=language, section=section, title=title)
    show_json(found.as_json()) if as_json else show_trace(found)


def _given() -> str:
    """Return the text on standard input, as long as a notice may be.

    Control characters are no reason to refuse it: they are shown.
    """
    from ..vacancies.readers.encoding import Binary, decode
    from ..vacancies.readers.file import LONGEST

    data = sys.stdin.buffer.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise Failure(f"standard input holds more than {LONGEST} bytes; read it in parts")
    try:
        return decode(data).text
    except Binary:
        return data.decode("utf-8", "replace")
