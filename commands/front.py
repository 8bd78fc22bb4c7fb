"""The door of the command line: its group, and what its commands have in common."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..store.folder import BuildFolder
    from ..store.inputs import Step
    from ..store.reading import Read

__all__ = [
    "AS_JSON",
    "DEFAULT",
    "GROUPS",
    "PATH",
    "STRICT",
    "Commands",
    "Failure",
    "cli",
    "example",
    "folder_at",
    "leave",
    "read_all",
    "show_json",
    "split",
]

#: The folder of a build where none is named.
DEFAULT = Path("out")
_INTERRUPTED = 130
_STOPPED = "stopped; the last build is as it was"
#: The commands by who needs them, in the order of the help.
GROUPS = {
    "Main job": ("build", "demo", "open"),
    "Designers": ("list", "find", "why"),
    "Trainers": ("export",),
    "Analysts": ("query", "extract", "read"),
    "Data quality": ("check", "evaluate"),
}
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for a machine.")
STRICT = click.option("--strict", is_flag=True, help="Exit with 2 when any file was left out.")
PATH = click.Path(path_type=Path)


def example(words: str) -> str:
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
            from ..answers.naming import UnknownName

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
        for group, names in GROUPS.items():
            with formatter.section(group):
                commands = ((name, self.commands[name]) for name in names)
                formatter.write_dl([(name, one.get_short_help_str(70)) for name, one in commands])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dottedline")
def cli() -> None:
    """Read vacancy notices into a graph of who reports to whom, with the words that say so.

    Start with `dottedline demo`. DIR is the folder of a build, ./out when it is left out.
    """


def _sentence(fault: ValueError | OSError) -> str:
    if told := getattr(fault, "skipped", None) or getattr(fault, "lines", None):
        return "\n".join(str(one) for one in told)
    if isinstance(fault, OSError) and fault.strerror:
        where = f"{fault.filename}: " if fault.filename else ""
        return f"{where}{fault.strerror}; free what is missing and try again"
    return " ".join(str(fault).split()) or type(fault).__name__


def folder_at(path: Path | None) -> BuildFolder:
    """Return the build in a folder, ./out when none is named."""
    from ..store.folder import opened

    return opened(path or DEFAULT)


def split(arguments: Sequence[str]) -> tuple[BuildFolder, tuple[str, ...]]:
    """Take the first argument as DIR when it holds a build, else ./out is meant."""
    if arguments and (Path(arguments[0]) / "build.json").is_file():
        return folder_at(Path(arguments[0])), tuple(arguments[1:])
    return folder_at(None), tuple(arguments)


def read_all(paths: Sequence[Path], step: Step | None, *, records: bool = True) -> Read:
    """Read all that the paths name.

    Raises:
        NothingRead: not one file could be read.
    """
    from ..store.pipeline import NothingRead
    from ..store.reading import documents

    read = documents(paths, records=records, step=step)
    if not read.documents:
        raise NothingRead(read.skipped)
    return read


def show_json(data: Any) -> None:
    """Print data as JSON."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def leave(skipped: Iterable[object], *, strict: bool, say: bool) -> None:
    """Name the files left out on stderr where asked, and end with 2 where that is strict."""
    left_out = list(skipped)
    for one in left_out if say else ():
        click.echo(str(one), err=True)
    if strict and left_out:
        sys.exit(Failure.exit_code)
