"""The main job: build, demo, open."""

from __future__ import annotations

from pathlib import Path

import click

from .front import (
    AS_JSON,
    DEFAULT,
    PATH,
    STRICT,
    Failure,
    cli,
    example,
    folder_at,
    leave,
    show_json,
)

__all__ = ["build", "demo", "open_page"]

DEMO = Path("dottedline-demo")


@cli.command(epilog=example("dottedline build notices --out out"))
@click.argument("notices", nargs=-1, required=True, type=PATH)
@click.option("--out", default=DEFAULT, type=PATH, help="The folder to write.", show_default=True)
@click.option("--base", metavar="IRI", help="Where the data's IRIs begin.")
@click.option("--fresh", is_flag=True, help="Read anew what was corrected in the folder.")
@STRICT
@AS_JSON
def build(
    notices: tuple[Path, ...],
    out: Path,
    base: str | None,
    fresh: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Read notices and write graph, page, tables, RDF and the store.

    NOTICES are files (.pdf, .docx, .html, .txt, .md, or JSON-LD) or folders of them. An extraction
    as JSON, corrected by a person, wins over reading its notice.
    """
    from ..answers.console import progress, summary
    from ..graph.identity import BASE
    from ..store.pipeline import build as built_from

    with progress() as step:
        built = built_from(notices, out, base=base or BASE, fresh=fresh, step=step)
    show_json(built.manifest) if as_json else click.echo(summary(built))
    leave(built.skipped, strict=strict, say=as_json)


@cli.command(epilog=example("dottedline demo"))
@click.option("--out", default=DEMO, type=PATH, help="The folder to write.", show_default=True)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
def demo(out: Path, show: bool) -> None:
    """Build the sample notices that come with the package."""
    from ..answers.console import progress, summary
    from ..examples import NOTICES
    from ..store.pipeline import build as built_from

    with progress() as step:
        built = built_from([NOTICES], out, step=step)
    click.echo(summary(built))
    if show:
        click.launch(built.folder.page.resolve().as_uri())


@cli.command("open", epilog=example("dottedline open out"))
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@click.option("--ontology", is_flag=True, help="Open the page of the ontology instead.")
@click.option("--print", "only_print", is_flag=True, help="Print the path, open nothing.")
def open_page(folder: Path | None, ontology: bool, only_print: bool) -> None:
    """Open the page of a build in the browser."""
    built = folder_at(folder)
    page = built.ontology if ontology else built.page
    if not page.is_file():
        raise Failure(f"{built.path} has no {page.name}: build it again")
    click.echo(str(page))
    if not only_print and click.launch(page.resolve().as_uri()) != 0:
        raise Failure("no browser could be started; open the page above by hand")
