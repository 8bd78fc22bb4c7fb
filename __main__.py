"""The command line: it parses arguments, calls the rooms below, and shows what they say."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from .store.folder import BuildFolder
    from .store.inputs import Step
    from .store.reading import Read

__all__ = ["cli", "main"]

DEFAULT = Path("out")
DEMO = Path("dottedline-demo")
_INTERRUPTED = 130
_WANTING = 1
_STOPPED = "stopped; the last build is as it was"
_GROUPS = {
    "Main job": ("build", "demo", "open"),
    "Designers": ("list", "find"),
    "Trainers": ("export",),
    "Analysts": ("query", "extract"),
    "Data quality": ("check", "evaluate"),
}
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for a machine.")
_STRICT = click.option("--strict", is_flag=True, help="Exit with 2 when any file was left out.")
_PATH = click.Path(path_type=Path)


def _example(words: str) -> str:
    """Return the end of a command's help; the mark keeps its lines as they are."""
    return f"\b\nExample:\n  {words}"


class Failure(click.ClickException):
    """What went wrong, in a sentence; the command ends with 2."""

    exit_code = 2


class Commands(click.Group):
    """The commands, grouped in the help by who needs them, with a hint for misspelt names."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is answered with the names nearest to it."""
        if args and self.get_command(ctx, args[0]) is None:
            from .answers.naming import UnknownName

            ctx.fail(str(UnknownName("command", args[0], self.list_commands(ctx))))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what its input or the system did wrong becomes a sentence."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(_STOPPED, err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            raise
        except (ValueError, OSError) as fault:
            if os.environ.get("DOTTEDLINE_DEBUG"):
                raise
            raise Failure(_sentence(fault)) from fault

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in groups."""
        for group, names in _GROUPS.items():
            with formatter.section(group):
                commands = ((name, self.commands[name]) for name in names)
                formatter.write_dl([(name, one.get_short_help_str(70)) for name, one in commands])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dottedline")
def cli() -> None:
    """Read vacancy notices into a graph of who reports to whom, with the words that say so.

    Start with `dottedline demo`. DIR is the folder of a build, ./out when it is left out.
    """


@cli.command(epilog=_example("dottedline build notices --out out"))
@click.argument("notices", nargs=-1, required=True, type=_PATH)
@click.option("--out", default=DEFAULT, type=_PATH, help="The folder to write.", show_default=True)
@click.option("--base", metavar="IRI", help="Where the data's IRIs begin.")
@click.option("--fresh", is_flag=True, help="Read anew what was corrected in the folder.")
@_STRICT
@_AS_JSON
def build(
    notices: tuple[Path, ...],
    out: Path,
    base: str | None,
    fresh: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Read notices and write graph, page, tables, RDF and the store.

    NOTICES are files (.txt, .md, .html) or folders of them. An extraction as JSON, corrected by
    a person, wins over reading its notice.
    """
    from .answers.console import progress, summary
    from .graph.identity import BASE
    from .store.pipeline import build as built_from

    with progress() as step:
        built = built_from(notices, out, base=base or BASE, fresh=fresh, step=step)
    _print(built.manifest) if as_json else click.echo(summary(built))
    _leave(built.skipped, strict=strict, say=as_json)


@cli.command(epilog=_example("dottedline demo"))
@click.option("--out", default=DEMO, type=_PATH, help="The folder to write.", show_default=True)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def demo(out: Path, show: bool) -> None:
    """Build the sample notices that come with the package."""
    from .answers.console import progress, summary
    from .examples import NOTICES
    from .store.pipeline import build as built_from

    with progress() as step:
        built = built_from([NOTICES], out, step=step)
    click.echo(summary(built))
    if show:
        click.launch(built.folder.page.resolve().as_uri())


@cli.command("open", epilog=_example("dottedline open out"))
@click.argument("folder", metavar="[DIR]", required=False, type=_PATH)
@click.option("--ontology", is_flag=True, help="Open the page of the ontology instead.")
@click.option("--print", "only_print", is_flag=True, help="Print the path, open nothing.")
def open_page(folder: Path | None, ontology: bool, only_print: bool) -> None:
    """Open the page of a build in the browser."""
    built = _folder(folder)
    page = built.ontology if ontology else built.page
    if not page.is_file():
        raise Failure(f"{built.path} has no {page.name}: build it again")
    click.echo(str(page))
    if not only_print and click.launch(page.resolve().as_uri()) != 0:
        raise Failure("no browser could be started; open the page above by hand")


@cli.command("list", epilog=_example("dottedline list out --posts"))
@click.argument("folder", metavar="[DIR]", required=False, type=_PATH)
@click.option("--kind", help="Only one kind: role, body, unit, organization, system ...")
@click.option("--posts", is_flag=True, help="Only positions that a notice advertises.")
@_AS_JSON
def list_nodes(folder: Path | None, kind: str | None, posts: bool, as_json: bool) -> None:
    """List posts and all they are tied to."""
    from .answers.console import show_entries
    from .answers.listing import entries, selected
    from .answers.naming import UnknownName
    from .ontology.vocabulary import vocabulary
    from .store.contents import graph_of

    if kind is not None and kind not in vocabulary().kinds:
        raise UnknownName("kind", kind, vocabulary().kinds)
    listed = selected(entries(graph_of(_folder(folder))), kind=kind, posts=posts)
    _print([entry.as_json() for entry in listed]) if as_json else show_entries(listed)


@cli.command(epilog=_example("dottedline find out fso chad"))
@click.argument("words", metavar="[DIR] WORDS...", nargs=-1, required=True)
@_AS_JSON
def find(words: tuple[str, ...], as_json: bool) -> None:
    """Find posts and entities by label, alias, acronym or place."""
    from .answers.console import show_matches
    from .answers.listing import entries
    from .answers.search import search
    from .store.contents import graph_of

    folder, rest = _split(words)
    if not rest:
        raise click.UsageError("say what to find: dottedline find DIR WORDS")
    matches = search(entries(graph_of(folder)), " ".join(rest))
    if as_json:
        _print([match.as_json() for match in matches])
    elif matches:
        show_matches(matches)
    else:
        click.echo("Nothing by that name; `dottedline list` shows all there is.")


@cli.command(epilog=_example("dottedline export out --to svg --out lines.svg"))
@click.argument("folder", metavar="[DIR]", required=False, type=_PATH)
@click.option("--to", "name", required=True, metavar="FORMAT", help="html, svg, ttl, csv ...")
@click.option("--out", type=_PATH, help="The file to write; without it, standard output.")
def export(folder: Path | None, name: str, out: Path | None) -> None:
    """Write a built graph in one more format."""
    from .answers.naming import UnknownName
    from .exports.formats import FORMATS
    from .store.contents import exported
    from .store.jsonlines import write_file

    if name not in FORMATS:
        raise UnknownName("format", name, FORMATS)
    data = exported(_folder(folder), name)
    if out is not None:
        write_file(out, data)
    else:
        sys.stdout.buffer.write(data)


@cli.command(epilog=_example("dottedline query out two-supervisors"))
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
@_AS_JSON
def query(
    arguments: tuple[str, ...], only_list: bool, name: str, seconds: float, as_json: bool
) -> None:
    """Ask the store in SPARQL: a query, a file with one, or the name or number of a shipped one."""
    from shutil import get_terminal_size

    from .answers import asking
    from .answers.console import show_rows
    from .answers.naming import UnknownName

    if only_list:
        width = get_terminal_size().columns
        _print(asking.shipped()) if as_json else click.echo(asking.shown_queries(width))
        return
    form = "json" if as_json else name
    if form not in (*asking.FORMS, "table"):
        raise UnknownName("format", form, (*asking.FORMS, "table"))
    folder, rest = _split(arguments)
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


@cli.command(epilog=_example("dottedline extract notices --out records"))
@click.argument("notices", nargs=-1, required=True, type=_PATH)
@click.option("--out", type=_PATH, help="A folder for one JSON file a notice.")
@_STRICT
def extract(notices: tuple[Path, ...], out: Path | None, strict: bool) -> None:
    """Read notices into records: JSON, or JSON Lines for many."""
    from .answers.console import progress
    from .store.jsonlines import as_lines, write_records

    with progress() as step:
        read = _read(notices, step)
    if out is None:
        sys.stdout.buffer.write(as_lines(read.documents))
    else:
        click.echo(f"{write_records(out, read.documents)} records in {out}")
    _leave(read.skipped, strict=strict, say=True)


@cli.command(epilog=_example("dottedline check out"))
@click.argument("folder", metavar="[DIR]", required=False, type=_PATH)
@click.option(
    "--engine",
    type=click.Choice(("fast", "reference")),
    help="What holds the data against the shapes: fast where it is installed, or pySHACL.",
)
@click.option("--owl", "reasoner", is_flag=True, help="Let HermiT reason over it, too (Java).")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
@_AS_JSON
def check(
    folder: Path | None, engine: str | None, reasoner: bool, strict: bool, as_json: bool
) -> None:
    """Hold a build against the shapes and rules; exit with 1 when one is violated."""
    from .answers.checking.check import check as checked
    from .answers.console import progress, show_report

    with progress() as step:
        report = checked(_folder(folder), engine=engine, reasoner=reasoner, step=step)
    _print(report.as_json()) if as_json else show_report(report)
    if report.fails(strict=strict):
        sys.exit(_WANTING)


@cli.command(epilog=_example("dottedline evaluate gold notices"))
@click.argument("gold", type=_PATH)
@click.argument("notices", nargs=-1, required=True, type=_PATH)
@_AS_JSON
def evaluate(gold: Path, notices: tuple[Path, ...], as_json: bool) -> None:
    """Compare what is read with what people annotated: precision, recall and F1."""
    from .answers.console import progress, show_rows
    from .answers.marking import annotated, lines, mark

    wanted = annotated(gold)
    with progress() as step:
        marks = mark(wanted, _read(notices, step, records=False).documents)
    heads = ("", "precision", "recall", "F1", "annotated", "read", "")
    _print(marks) if as_json else show_rows(heads, lines(marks))


def _sentence(fault: ValueError | OSError) -> str:
    if skipped := getattr(fault, "skipped", None):
        return "\n".join(str(one) for one in skipped)
    if isinstance(fault, OSError) and fault.strerror:
        where = f"{fault.filename}: " if fault.filename else ""
        return f"{where}{fault.strerror}; free what is missing and try again"
    return " ".join(str(fault).split()) or type(fault).__name__


def _folder(path: Path | None) -> BuildFolder:
    from .store.folder import opened

    return opened(path or DEFAULT)


def _split(arguments: Sequence[str]) -> tuple[BuildFolder, tuple[str, ...]]:
    """Take the first argument as DIR when it holds a build, else ./out is meant."""
    if arguments and (Path(arguments[0]) / "build.json").is_file():
        return _folder(Path(arguments[0])), tuple(arguments[1:])
    return _folder(None), tuple(arguments)


def _read(paths: Sequence[Path], step: Step | None, *, records: bool = True) -> Read:
    from .store.pipeline import NothingRead
    from .store.reading import documents

    read = documents(paths, records=records, step=step)
    if not read.documents:
        raise NothingRead(read.skipped)
    return read


def _print(data: Any) -> None:
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _leave(skipped: Iterable[object], *, strict: bool, say: bool) -> None:
    """Name the files left out on stderr where asked, and end with 2 where that is strict."""
    left_out = list(skipped)
    for one in left_out if say else ():
        click.echo(str(one), err=True)
    if strict and left_out:
        sys.exit(Failure.exit_code)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="dottedline")


if __name__ == "__main__":
    main()
