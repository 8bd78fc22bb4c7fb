"""The process that reads files apart: bytes on stdin, texts on stdout, one after another.

An order is a line of JSON with the format, the number of bytes and the seconds allowed, and the
bytes; an answer is a line of JSON. Where the time is up, the process ends without an answer.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

from .formats import READERS
from .notice import Refused

__all__ = ["answer", "main", "serve"]

#: How many bytes of memory the process may take, where the system lets it be told.
MOST_MEMORY = 2 * 2**30


def answer(kind: str, data: bytes) -> dict[str, Any]:
    """Read bytes in a format and return what is to be said of them.

    Example:
        >>> answer(".txt", b"Duties")["text"]
        'Duties'
        >>> answer(".txt", bytes(9))["remedy"]
        'save the notice as UTF-8 text'
    """
    try:
        decoded = READERS[kind](data)
    except Refused as fault:
        return {"reason": fault.reason, "remedy": fault.remedy}
    return {"text": decoded.text, "encoding": decoded.encoding, "warnings": decoded.warnings}


def serve(orders: IO[bytes], answers: IO[bytes], nowhere: IO[bytes]) -> None:
    """Answer orders until there are no more."""
    while line := orders.readline():
        order = json.loads(line)
        data = orders.read(order["size"])
        faulthandler.dump_traceback_later(order["seconds"], exit=True, file=nowhere)
        said = answer(order["kind"], data)
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()


def _limited() -> None:
    """Limit the memory of this process; systems without such limits are let be."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    except (ImportError, OSError, ValueError):
        return


def main() -> None:
    """Serve stdin to stdout; what libraries print goes nowhere."""
    _limited()
    with os.fdopen(os.dup(1), "wb") as answers, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        serve(sys.stdin.buffer, answers, nowhere)


if __name__ == "__main__":
    main()
