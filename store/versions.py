"""Which code and which vocabulary made a build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..ontology import HERE

__all__ = ["versions"]


@cache
def _ontology() -> str:
    digest = hashlib.sha256()
    for path in sorted(_data(), key=lambda path: path.relative_to(HERE).as_posix()):
        digest.update(path.relative_to(HERE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _data() -> Iterator[Path]:
    for suffix in (".ttl", ".tsv", ".rq"):
        yield from HERE.rglob(f"*{suffix}")


def versions() -> dict[str, str]:
    """Return the version of the package, and a digest of the vocabulary's files.

    Example:
        >>> sorted(versions())
        ['dottedline', 'ontology']
    """
    from importlib.metadata import version

    return {"dottedline": version("dottedline"), "ontology": _ontology()}
