"""The one order in which the Turtle files of this folder are written, so that diffs are readable.

`python -m dottedline.ontology.canonical` rewrites what is out of order; with `--check` it only
says so, and ends with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby, takewhile
from pathlib import Path
from typing import cast

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from . import HERE
from . import terms as t
from .terms import PREFIXES
from .turtle import BlankNodeFound

__all__ = ["canonical", "files", "main", "ordered"]

_WIDTH = 118
_INDENT = " " * 4
_TYPES = (
    t.ONTOLOGY,
    t.CONCEPT_SCHEME,
    t.CLASS,
    t.OBJECT_PROPERTY,
    t.DATATYPE_PROPERTY,
    t.ANNOTATION_PROPERTY,
)
_PREDICATES = (
    t.TYPE,
    t.LABEL,
    t.PREF_LABEL,
    t.ALT_LABEL,
    t.HIDDEN_LABEL,
    t.NOTATION,
    t.DEFINITION,
    t.SUBJECT,
    t.RELATION,
    t.OBJECT,
)
_LANGUAGES = ("en", "fr", "es")
_TRUTHS = ("true", "false")
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def canonical(path: Path) -> str:
    """Return a Turtle file as it should stand: its statements in order, its first comment kept.

    Raises:
        SyntaxError: the file is no Turtle.
        BlankNodeFound: a node has no IRI.
    """
    return ordered(path.read_text("utf-8"), path.name)


def ordered(text: str, name: str) -> str:
    """Put a Turtle text in order; `name` stands for it in errors.

    Subjects stand in the order of their sort (ontology, schemes, classes, properties, the rest)
    and then of their IRIs, values in English before French, Spanish and others. Each value
    that does not fit on the line of its predicate has a line of its own.

    Raises:
        SyntaxError: the file is no Turtle.
        BlankNodeFound: a node has no IRI.
    """
    triples = {quad.triple for quad in pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE)}
    for triple in triples:
        for term in (triple.subject, triple.object):
            if not isinstance(term, NamedNode | Literal):
                raise BlankNodeFound(name, str(term))
    body = "\n\n".join(_blocks(triples))
    used = [f"@prefix {short}: <{PREFIXES[short]}> ." for short in PREFIXES if f"{short}:" in body]
    head = takewhile(lambda line: line.startswith("#"), text.split("\n"))
    parts = ("\n".join(head), "\n".join(used), body)
    return "\n\n".join(part for part in parts if part) + "\n"


def files() -> list[Path]:
    """Return the Turtle files of this folder and those below it, sorted."""
    return sorted(HERE.rglob("*.ttl"))


def _blocks(triples: Iterable[Triple]) -> Iterable[str]:
    by_subject: dict[NamedNode, list[Triple]] = {}
    for triple in triples:
        by_subject.setdefault(cast("NamedNode", triple.subject), []).append(triple)
    for subject, about in sorted(by_subject.items(), key=lambda item: _rank(*item)):
        yield f"{_iri(subject)}\n{_about(about)} ."


def _rank(subject: NamedNode, about: Iterable[Triple]) -> tuple[int, str]:
    types = [triple.object for triple in about if triple.predicate == t.TYPE]
    ranks = (number for number, one in enumerate(_TYPES) if one in types)
    return next(ranks, len(_TYPES)), subject.value


def _about(about: Iterable[Triple]) -> str:
    ordered = sorted(about, key=lambda triple: (_place(triple.predicate), _order(triple.object)))
    grouped = groupby(ordered, key=lambda triple: triple.predicate)
    return " ;\n".join(_line(name, [_term(one.object) for one in group]) for name, group in grouped)


def _line(predicate: NamedNode, terms: Sequence[str]) -> str:
    name = "a" if predicate == t.TYPE else _iri(predicate)
    line = f"{_INDENT}{name} {', '.join(terms)}"
    if len(terms) == 1 or len(line) <= _WIDTH:
        return line
    return f"{_INDENT}{name}\n" + ",\n".join(f"{_INDENT}{_INDENT}{term}" for term in terms)


def _place(predicate: NamedNode) -> tuple[int, str]:
    first = predicate in _PREDICATES
    return (_PREDICATES.index(predicate) if first else len(_PREDICATES)), predicate.value


def _order(term: object) -> tuple[int, str, str, str]:
    if not isinstance(term, Literal):
        return -1, "", _term(term), ""
    language = term.language or ""
    known = language in _LANGUAGES
    number = _LANGUAGES.index(language) if known else len(_LANGUAGES) + (not language)
    return number, language, term.value, term.datatype.value


def _term(term: object) -> str:
    if isinstance(term, NamedNode):
        return _iri(term)
    if isinstance(term, Literal) and term.datatype.value.startswith(t.XSD.base):
        kind = t.XSD.local(term.datatype)
        if term.value in _TRUTHS and kind == "boolean":
            return term.value
        if kind != "string":
            return f"{Literal(term.value)}^^xsd:{kind}"
    return str(term)


def _iri(term: NamedNode) -> str:
    for name, base in PREFIXES.items():
        local = term.value.removeprefix(base)
        if local != term.value and local and _SAFE.issuperset(local) and local[0] != "-":
            return f"{name}:{local}"
    return str(term)


def main(arguments: Sequence[str]) -> int:
    """Rewrite the files that are out of order, or only name them; return the exit code."""
    only_check = "--check" in arguments
    wrong = [path for path in files() if path.read_text("utf-8") != canonical(path)]
    for path in wrong:
        if not only_check:
            path.write_text(canonical(path), "utf-8")
        sys.stdout.write(f"{path.name}: {'out of order' if only_check else 'put in order'}\n")
    return int(only_check and bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
