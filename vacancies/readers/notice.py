"""A notice as it was read, and the error for one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["LONGEST", "Notice", "Refused", "Unreadable", "shown"]

#: The most characters that the text of one notice may have.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Notice:
    """The text of one source, as offsets count it.

    Attributes:
        source: the name under which the notice goes, a posix path.
        text: the decoded text; CR LF is two code points, a byte-order mark one.
        sha256: the digest of the file's bytes, in hexadecimal.
        encoding: the encoding that the bytes were read with, or the format that gave the text.
        warnings: what a person should know of the reading.
    """

    source: str
    text: str
    sha256: str
    encoding: str
    warnings: tuple[str, ...] = ()


class Refused(ValueError):
    """Bytes that a reader cannot make a notice of.

    Attributes:
        reason: what is wrong with them.
        remedy: what to do about it.

    Example:
        >>> print(Refused("there is no text in it", "save the notice again"))
        there is no text in it; save the notice again
    """

    def __init__(self, reason: str, remedy: str) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        super().__init__(reason, remedy)
        self.reason, self.remedy = reason, remedy

    def __str__(self) -> str:
        """Return what is wrong, and what to do."""
        return f"{self.reason}; {self.remedy}"


class Unreadable(ValueError):
    """A file that cannot be read as a notice.

    Attributes:
        path: the file.
        reason: what is wrong with it.
        remedy: what to do about it.

    Example:
        >>> print(Unreadable(Path("a.txt"), "the file is empty", "fetch the notice again"))
        a.txt: the file is empty; fetch the notice again
    """

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Keep the facts; the sentence is made when it is asked for."""
        super().__init__(path, reason, remedy)
        self.path, self.reason, self.remedy = path, reason, remedy

    def __str__(self) -> str:
        """Return one sentence: which file, what is wrong, what to do."""
        return f"{shown(str(self.path))}: {self.reason}; {self.remedy}"


def shown(name: str) -> str:
    r"""Return an untrusted name fit for a terminal, what is not printable escaped.

    Example:
        >>> shown("a\x1b[31m.txt")
        'a\\x1b[31m.txt'
    """
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in name
    )
