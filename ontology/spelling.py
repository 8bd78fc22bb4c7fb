"""Names compared: what makes two spellings of a label the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from . import HERE

_WORDS = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")

__all__ = ["folded", "plain", "singular"]


@cache
def _table(sort: str) -> Mapping[str, str]:
    rows = (line.split("\t") for line in (HERE / "spellings.tsv").read_text("utf-8").splitlines())
    return MappingProxyType({row[1]: row[2] for row in rows if row[0] == sort})


def plain(name: str) -> str:
    """Fold case, accents, punctuation and articles of a name.

    Example:
        >>> plain("the Côte d’Ivoire")
        'cote d ivoire'
    """
    text = name.casefold()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    words = _WORDS.findall(text)
    articles = _table("article")
    kept = [word for word in words if word not in articles]
    return " ".join(kept or words)


def folded(name: str) -> str:
    """Fold a name as `plain` does, its words to the singular, and spellings to one of each pair.

    Example:
        >>> folded("The Security Advisors") == folded("security adviser")
        True
        >>> folded("Chiefs of Mission")
        'chief of mission'
    """
    return " ".join(map(_root, plain(name).split()))


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    stem = singular(word)
    return _table("same").get(stem, stem)


def singular(word: str) -> str:
    """Cut the plural ending off a folded word, by rule and without a dictionary.

    Both sides of a comparison pass through here, so an odd stem does no harm.

    Example:
        >>> [singular(word) for word in ("offices", "agencies", "analyses", "status", "process")]
        ['office', 'agency', 'analysis', 'status', 'process']
    """
    if word in _table("keep") or len(word) < 4:
        return word
    for ending, replacement in _table("ending").items():
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word
