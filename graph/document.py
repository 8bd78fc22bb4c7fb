"""A notice as the graph takes it: what was read from it, its text and its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from ..vacancies.model import Evidence, Extraction
from .legible import encodable

__all__ = ["BadHash", "Document", "distinct"]

_HEX = frozenset("0123456789abcdef")


class BadHash(ValueError):
    """A hash that is none, so that no name can be made of it."""

    def __init__(self, source: str, sha256: str) -> None:
        """Keep the notice's name and the text that should be its hash."""
        super().__init__(source, sha256)
        self.source, self.sha256 = source, sha256

    def __str__(self) -> str:
        """Say what a hash looks like."""
        return (
            f"{self.source}: {self.sha256!r} is no SHA-256: give 64 lower-case hexadecimal digits"
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One notice: the extraction, the decoded text that its offsets count, the hash of its bytes.

    Raises:
        BadHash: the hash is no SHA-256.
    """

    extraction: Extraction
    text: str | None
    sha256: str

    def __post_init__(self) -> None:
        """Refuse a hash that cannot be one."""
        if len(self.sha256) != 64 or not _HEX.issuperset(self.sha256):
            raise BadHash(self.extraction.source, self.sha256)

    @classmethod
    def of(cls, extraction: Extraction, data: bytes) -> Document:
        r"""Join an extraction to the bytes of a notice in UTF-8, line ends as they are.

        Raises:
            UnicodeDecodeError: the bytes are no UTF-8.

        Example:
            >>> Document.of(Extraction(source="a.txt"), b"one\r\n").text
            'one\r\n'
        """
        return cls(extraction, data.decode("utf-8"), hashlib.sha256(data).hexdigest())

    @property
    def source(self) -> str:
        """The notice's name, as its reader gave it."""
        return encodable(self.extraction.source)

    @property
    def language(self) -> str | None:
        """The language that the extraction names, or that the text is in."""
        if self.extraction.language or not self.text:
            return self.extraction.language
        from ..vacancies.language import language

        return language(self.text)

    def quote(self, evidence: Evidence) -> str | None:
        """Return the words of a piece of evidence, from the text where it does not bring them.

        Example:
            >>> bare = Evidence(start=0, end=5, object_start=3, object_end=5)
            >>> Document.of(Extraction(source="a.txt"), b"to RSO").quote(bare)
            'to RS'
        """
        if evidence.quote is not None:
            return encodable(evidence.quote)
        return self.passage(evidence.start, evidence.end)

    def passage(self, start: int, end: int) -> str | None:
        """Return a stretch of the text, or None where there is no text or none so long."""
        if self.text is None or end > len(self.text):
            return None
        return encodable(self.text[start:end])


def distinct(documents: Iterable[Document]) -> list[Document]:
    """Sort documents by hash, one a hash: the same bytes under two names are one notice.

    Of several with one hash the first by name stands.

    Example:
        >>> twice = [Document.of(Extraction(source=name), b"same") for name in ("b.txt", "a.txt")]
        >>> [document.source for document in distinct(twice)]
        ['a.txt']
    """
    kept: dict[str, Document] = {}
    for document in documents:
        earlier = kept.get(document.sha256)
        kept[document.sha256] = min(earlier, document, key=_order) if earlier else document
    return [kept[sha256] for sha256 in sorted(kept)]


def _order(document: Document) -> tuple[str, str, str]:
    return document.source, document.extraction.model_dump_json(), document.text or ""
