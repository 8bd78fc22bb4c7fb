"""The command line: it parses arguments, calls the rooms below, and shows what they say."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from .commands import cli

__all__ = ["cli", "main"]


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="dottedline")


if __name__ == "__main__":
    main()
