"""Names that last: pure functions that mint the IRIs of notices, posts, positions and claims.

No kind, title, date, path, count or run enters an IRI, so that the same notice gives the same
names for ever.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from ..ontology.terms import REF

__all__ = ["BASE", "BadBase", "EmptyPart", "Mint", "slug"]

#: Where the data lives unless it is told otherwise; vocabulary and reference never move.
BASE = REF.base.removesuffix("ref/")

_LONGEST = 96
_BASE_SHAPE = re.compile(r"https?://[A-Za-z0-9._~:/%@+-]+/")


class BadBase(ValueError):
    """A base on which no IRI can stand."""

    def __init__(self, base: str) -> None:
        """Keep the text that should be a base."""
        super().__init__(base)
        self.base = base

    def __str__(self) -> str:
        """Say what a base looks like."""
        return f"{self.base!r} is no base for IRIs: give one like https://example.org/data/"


class EmptyPart(ValueError):
    """Parts of an IRI of which one is empty."""

    def __init__(self, parts: tuple[str, ...]) -> None:
        """Keep the parts."""
        super().__init__(parts)
        self.parts = parts

    def __str__(self) -> str:
        """Say which parts there were."""
        return f"{self.parts!r} make no IRI: give a thing with a slug for each part"


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:digits]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def slug(name: str) -> str:
    """Spell a name in ASCII letters, digits and hyphens; one without any gets a hash.

    A very long name is cut and gets a hash, too.

    Example:
        >>> slug("Équipe de sécurité (Libye)")
        'equipe-de-securite-libye'
        >>> slug("安全")
        'afb63a62'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(short) > _LONGEST:
        return "-".join((short[: _LONGEST - 9].rstrip("-"), _hash(_folded(name), 8)))
    return short or _hash(_folded(name), 8)


@dataclass(frozen=True, slots=True)
class Mint:
    """Mints IRIs below a base.

    Raises:
        BadBase: the base is no absolute IRI that ends with a slash.
        EmptyPart: of the parts of a position or a body one is empty.

    Example:
        >>> Mint().position("iom", "country-cd", "chief-of-mission")
        'https://w3id.org/dottedline/id/position/iom/country-cd/chief-of-mission'
    """

    base: str = BASE

    def __post_init__(self) -> None:
        """Refuse a base that would make broken IRIs."""
        if not _BASE_SHAPE.fullmatch(self.base):
            raise BadBase(self.base)

    def _id(self, *parts: str) -> str:
        return "/".join((self.base + "id", *parts))

    def _made(self, sort: str, *parts: str) -> str:
        if not all(parts):
            raise EmptyPart(parts)
        return self._id(sort, *parts)

    def notice(self, sha256: str) -> str:
        """Name a notice by the hash of its bytes."""
        return self._id("notice", sha256[:16])

    def position(self, organization: str, scope: str, role: str) -> str:
        """Name a role in a scope; a scope `any` makes it generic."""
        return self._made("position", organization, scope, role)

    def body(self, scope: str, body: str) -> str:
        """Name a body in a scope."""
        return self._made("body", scope, body)

    def candidate(self, name: str) -> str:
        """Name what the lexicon lacks, by its spelling without regard to case."""
        return self._id("candidate", f"{slug(name)}-{_hash(_folded(name), 8)}")

    def registry(self) -> str:
        """Name the graph that lists the notices."""
        return self._id("graph", "registry")

    @staticmethod
    def claims(notice: str) -> str:
        """Name the graph of a notice's claims."""
        return f"{notice}#claims"

    @staticmethod
    def posting(notice: str, number: int) -> str:
        """Name a posting by its place in the notice, from one."""
        return f"{notice}#v{number}"

    @staticmethod
    def post(notice: str, number: int) -> str:
        """Name the post that a posting advertises."""
        return f"{notice}#v{number}-post"

    @staticmethod
    def evidence(notice: str, *offsets: int) -> str:
        """Name a piece of evidence by the offsets of clause and mention."""
        return f"{notice}#at={','.join(str(offset) for offset in offsets)}"

    @staticmethod
    def choice(notice: str, start: int) -> str:
        """Name a choice by where its first member is mentioned."""
        return f"{notice}#choice-{start}"

    @staticmethod
    def claim(notice: str, subject: str, relation: str, target: str) -> str:
        """Name a claim by what it says.

        Example:
            >>> subject = "https://w3id.org/dottedline/id/notice/ae30db4c7f59b1bf#v1-post"
            >>> unit = "https://w3id.org/dottedline/ref/iom-oss"
            >>> Mint.claim("n", subject, "reportsTechnicallyTo", unit)
            'n#a-ec12ef83f213'
        """
        return f"{notice}#a-{_hash(chr(10).join((subject, relation, target)), 12)}"
