"""A SPARQL query cut into tokens, and put together again so that only one reading is left.

Whether `<` opens an IRI or compares two values depends on where it stands, and a query may be
written so that a reader takes for a comment or a text what the engine runs. `plain` therefore
drops comments, writes everything on one line, and refuses the few spellings that could still be
read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Token", "Unreadable", "declared", "named", "plain", "tokens"]

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<text>'''(?:(?:'|'')?(?:[^'\\]|\\.))*''' | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
             | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*")
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>_:[\w.-]+
           | (?:[^\W\d_][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<word>[^\W\d_]\w*)
  | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
  | (?P<sign>\^\^|&&|\|\||[<>!]=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SKIPPED = frozenset({"space", "comment"})
_BREAKS = {"\n": r"\n", "\r": r"\r"}


class Unreadable(ValueError):
    """A query with a spelling that could be read in two ways, or that never ends."""

    def __init__(self, spelling: str, position: int) -> None:
        """Keep the spelling and where it stands."""
        super().__init__(spelling, position)
        self.spelling, self.position = spelling, position

    def __str__(self) -> str:
        """Say where to look."""
        return f"cannot read {self.spelling!r} at character {self.position + 1} of the query"


@dataclass(frozen=True, slots=True)
class Token:
    """A token by its sort (iri, text, variable, tag, name, word, number, sign) and place."""

    sort: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """Cut a query into tokens, spaces and comments left out.

    Example:
        >>> [token.text for token in tokens('ASK { ?s <p#> "# no" } # gone')]
        ['ASK', '{', '?s', '<p#>', '"# no"', '}']
    """
    for match in _TOKEN.finditer(query):
        if match.lastgroup not in _SKIPPED:
            yield Token(match.lastgroup or "", match[0], match.start())


def declared(query: str) -> dict[str, str]:
    """Return the prefixes that a query declares, with the IRIs that they stand for.

    Example:
        >>> declared("PREFIX ex: <http://example.org/> ASK { ?s a ex:Post }")
        {'ex': 'http://example.org/'}
    """
    cut = list(tokens(query))
    return {
        name.text.rstrip(":"): iri.text[1:-1]
        for word, name, iri in zip(cut, cut[1:], cut[2:], strict=False)
        if word.text.upper() == "PREFIX" and (name.sort, iri.sort) == ("name", "iri")
    }


def named(query: str) -> Iterator[tuple[str, str]]:
    """Give prefix and local name of each prefixed name that a query uses, blank nodes left out.

    Example:
        >>> list(named("PREFIX ex: <http://example.org/> ASK { _:b a/ex:is 'dl:x', dl:Post. }"))
        [('ex', 'is'), ('dl', 'Post')]
    """
    before = ""
    for token in tokens(query):
        if token.sort == "name" and before != "PREFIX" and not token.text.startswith("_:"):
            prefix, _, local = token.text.partition(":")
            yield prefix, local.rstrip(".")
        before = token.text.upper()


def plain(query: str) -> str:
    r"""Write a query on one line, without comments, so that it can be read in one way only.

    Raises:
        Unreadable: an escape stands outside IRI and text, a text has no end, or an IRI holds a
            quotation mark.

    Example:
        >>> plain("ASK { # all\n ?s ?p '''two\nlines''' }")
        "ASK { ?s ?p '''two\\nlines''' }"
    """
    written: list[str] = []
    end = 0
    for token in tokens(query):
        if written and token.start > end:
            written.append(" ")
        written.append(_single(token))
        end = token.start + len(token.text)
    return "".join(written)


def _single(token: Token) -> str:
    if token.sort == "iri" and "'" in token.text:
        raise Unreadable(token.text, token.start)
    if token.sort == "sign" and token.text in "\\'\"":
        raise Unreadable(token.text, token.start)
    if token.sort == "text":
        return "".join(_BREAKS.get(character, character) for character in token.text)
    return token.text
