"""Reading in a process of its own, which may hang, crash or swallow memory without harm.

PDF and Word files are read by parsers of others that take what they are given byte by byte. The
process is started when the first such file comes, stays for the next, and ends with this one.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from typing import Any

from .encoding import Decoded
from .notice import Refused

__all__ = ["SECONDS", "ReaderProcess", "decoded_apart"]

#: How long the reading of one file may take.
SECONDS = 20.0
#: The module that the process runs.
_MODULE = f"{__package__}.worker"
_SAVE = "save the notice as .txt"


class ReaderProcess:
    """A process that reads one file after another; a new one follows where it died.

    Attributes:
        seconds: how long one file may take.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """Start nothing yet."""
        self.seconds = seconds
        self._lock = threading.Lock()
        self._owner = os.getpid()
        self._running: subprocess.Popen[bytes] | None = None

    def read(self, kind: str, data: bytes) -> Decoded:
        """Read bytes in a format.

        Raises:
            Refused: the reader refuses them, takes too long, or breaks on them.
        """
        with self._lock:
            running = self._started()
            begun = time.monotonic()
            try:
                answer = _asked(running, {"kind": kind, "size": len(data)}, data, self.seconds)
            except BaseException:
                self.close()
                raise
            if answer is None:
                self.close()
                raise self._fault(time.monotonic() - begun)
        if "reason" in answer:
            raise Refused(answer["reason"], answer["remedy"])
        return Decoded(answer["text"], answer["encoding"], tuple(answer["warnings"]))

    def close(self) -> None:
        """End the process, at once."""
        running, self._running = self._running, None
        if running is not None and self._owner == os.getpid():
            running.kill()
            running.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the process, a new one where there is none that lives or it is another's."""
        if self._owner != os.getpid():
            self._owner, self._running = os.getpid(), None
        if self._running is not None and self._running.poll() is not None:
            self.close()
        if self._running is None:
            self._running = _begun()
        return self._running

    def _fault(self, seconds: float) -> Refused:
        if seconds >= self.seconds:
            return Refused(f"reading it takes longer than {self.seconds:g} seconds", _SAVE)
        return Refused("the file is broken, its reader fails on it", f"fetch it again, or {_SAVE}")


def _begun() -> subprocess.Popen[bytes]:
    """Start the process, with the same modules in reach.

    Raises:
        Refused: the system does not let a process start.
    """
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        return subprocess.Popen(
            [sys.executable or "python3", "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except OSError as fault:
        reason = f"no process to read it in can be started ({fault.strerror or 'unknown fault'})"
        raise Refused(reason, _SAVE) from None


def _asked(
    running: subprocess.Popen[bytes], order: dict[str, Any], data: bytes, seconds: float
) -> dict[str, Any] | None:
    """Return the answer of a process, None where it ended without any."""
    assert running.stdin
    assert running.stdout
    try:
        running.stdin.write(json.dumps(order | {"seconds": seconds}).encode() + b"\n" + data)
        running.stdin.flush()
    except BrokenPipeError:
        return None
    line = running.stdout.readline()
    answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
    return answer


_PROCESS = ReaderProcess()
atexit.register(_PROCESS.close)


def decoded_apart(kind: str, data: bytes) -> Decoded:
    """Read bytes in a format, in the process that all such files are read in.

    Raises:
        Refused: the reader refuses them, takes too long, or breaks on them.
    """
    return _PROCESS.read(kind, data)
