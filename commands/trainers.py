"""What trainers ask: export."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .front import PATH, cli, example, folder_at

__all__ = ["export"]


@cli.command(epilog=example("dottedline export out --to svg --out lines.svg"))
@click.argument("folder", metavar="[DIR]", required=False, type=PATH)
@click.option("--to", "name", required=True, metavar="FORMAT", help="html, svg, ttl, csv ...")
@click.option("--out", type=PATH, help="The file to write; without it, standard output.")
def export(folder: Path | None, name: str, out: Path | None) -> None:
    """Write a built graph in one more format."""
    from ..answers.naming import UnknownName
    from ..exports.formats import FORMATS
    from ..store.contents import exported
    from ..store.jsonlines import write_file

    if name not in FORMATS:
        raise UnknownName("format", name, FORMATS)
    data = exported(folder_at(folder), name)
    if out is not None:
        write_file(out, data)
    else:
        sys.stdout.buffer.write(data)
