"""The command line, run in this process as a test would type it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from dottedline.__main__ import cli


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    """Run one command; `given` is what stands on its standard input."""
    words = [str(one) for one in arguments]
    return CliRunner().invoke(cli, words, input=given, prog_name="dottedline")
