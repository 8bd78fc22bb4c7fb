"""What keeps the data good: check, evaluate."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .front import AS_JSON, PATH, cli, example, folder_at, read_all, show_json

__all__ = ["check", "evaluate"]

_WANTING = 1


@cli.command(epilog=example("dottedline check out"))
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@click.option(
    "--engine",
    type=click.Choice(("fast", "reference")),
    help="What holds the data against the shapes: fast where it is installed, or pySHACL.",
)
@click.option("--owl", "reasoner", is_flag=True, help="Let HermiT reason over it, too (Java).")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
@AS_JSON
def check(
    folder: Path | None, engine: str | None, reasoner: bool, strict: bool, as_json: bool
) -> None:
    """Hold a build against the shapes and rules; exit with 1 when one is violated."""
    from ..answers.checking.check import check as checked
    from ..answers.console import progress, show_report

    with progress() as step:
        report = checked(folder_at(folder), engine=engine, reasoner=reasoner, step=step)
    show_json(report.as_json()) if as_json else show_report(report)
    if report.fails(strict=strict):
        sys.exit(_WANTING)


@cli.command(epilog=example("dottedline evaluate gold notices"))
@click.argument("gold", type=PATH)
@click.argument("notices", nargs=-1, required=True, type=PATH)
@AS_JSON
def evaluate(gold: Path, notices: tuple[Path, ...], as_json: bool) -> None:
    """Compare what is read with what people annotated: precision, recall and F1."""
    from ..answers.console import progress, show_rows
    from ..answers.marking import annotated, lines, mark

    wanted = annotated(gold)
    with progress() as step:
        marks = mark(wanted, read_all(notices, step, records=False).documents)
    heads = ("", "precision", "recall", "F1", "annotated", "read", "")
    show_json(marks) if as_json else show_rows(heads, lines(marks))
