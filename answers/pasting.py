"""Candidates as Turtle, ready to paste into the lexicon: nothing in it that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from ..graph.identity import slug
from ..ontology import HERE
from ..ontology import terms as t
from ..ontology.canonical import ordered
from ..ontology.lexicon import lexicon
from ..ontology.places import gazetteer
from ..ontology.turtle import Statements, names, statements, values
from ..ontology.vocabulary import declared
from .candidates import Candidate

__all__ = ["as_turtle"]

_HEAD = """\
# Names that vacancy notices use and the lexicon lacks, by `dottedline extract --candidates`.
# Scope, class and scheme are those of most entries of the kind: look at each. Definitions are
# wanting, and `dottedline check` asks for them. A short form alone has no full name yet.
"""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_UNKNOWN = "und"
_SHORTEST = 3

Shape = tuple[tuple[NamedNode, ...], tuple[NamedNode, ...], NamedNode]


def as_turtle(found: Iterable[Candidate]) -> str:
    """Return entries of the lexicon for candidates, in the canonical order.

    An entry has an IRI of its own, its name, the short forms that notices define, its kind, and
    the scope, class and scheme that most entries of its kind have. Its source is the vacancy
    notices. What has no kind is left out; a name without letters for an IRI gets a hash.

    Example:
        >>> cell = Candidate("Otter Cell", "unit", 1, 1, "en", (), ("OC",), (), ())
        >>> print(as_turtle([cell]).partition("ref:otter-cell")[2])
        <BLANKLINE>
            a skos:Concept ;
            skos:prefLabel "Otter Cell"@en ;
            skos:notation "OC" ;
            dct:source ref:source-vacancies ;
            skos:inScheme dl:UnitKinds ;
            dl:confidence dl:VacancyText ;
            dl:kind dl:UnitKind ;
            dl:scope dl:DutyStationScope .
        <BLANKLINE>
    """
    taken = {*lexicon().entries, *gazetteer().places, *map(_local, _lexical())}
    shorts: set[tuple[str, str]] = set()
    triples: list[Triple] = []
    for one in found:
        if one.kind is not None:
            local = _free(one, taken)
            taken.add(local)
            triples += _entry(t.REF(local), one, one.kind, shorts)
    body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return ordered(f"{_HEAD}{body.decode()}", "candidates")


def _entry(
    iri: NamedNode, one: Candidate, kind: str, shorts: set[tuple[str, str]]
) -> Iterator[Triple]:
    types, schemes, scope = _usual()[kind]
    language = one.language if _LANGUAGE.fullmatch(one.language) else _UNKNOWN
    yield from (Triple(iri, t.TYPE, one) for one in types)
    yield from (Triple(iri, t.IN_SCHEME, one) for one in schemes)
    yield Triple(iri, t.KIND_OF, _kind(kind))
    yield Triple(iri, t.SCOPE, scope)
    yield Triple(iri, t.CONFIDENCE, t.VACANCY_TEXT)
    yield Triple(iri, t.DCT_SOURCE, t.SOURCE_VACANCIES)
    if not _is_short(one.name):
        yield Triple(iri, t.PREF_LABEL, Literal(one.name, language=language))
    for short in _notations(one):
        if (short, kind) not in shorts and not lexicon().named(short, kind=kind):
            shorts.add((short, kind))
            yield Triple(iri, t.NOTATION, Literal(short))


def _notations(one: Candidate) -> Iterator[str]:
    yield from dict.fromkeys((*([one.name] if _is_short(one.name) else []), *one.acronyms))


def _is_short(name: str) -> bool:
    """Say whether a name is a short form, which is compared in its exact case.

    Example:
        >>> [_is_short(name) for name in ("NPC", "CoMs", "Otter", "NPC Desk")]
        [True, True, False, False]
    """
    capitals = sum(map(str.isupper, name))
    return " " not in name and capitals > 1 and 2 * capitals >= len(name.removesuffix("s"))


def _free(one: Candidate, taken: set[str]) -> str:
    """Return a local name that nothing bears yet."""
    stem = slug(one.name)
    tries = (stem, f"{stem}-{slug(one.kind or '')}")
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(
        name for name in (*tries, *numbered) if len(name) >= _SHORTEST and name not in taken
    )


@cache
def _lexical() -> Statements:
    return statements([HERE / "sources.ttl", *sorted((HERE / "lexicon").glob("*.ttl"))])


def _local(iri: str) -> str:
    return t.REF.local(iri) if iri in t.REF else iri


@cache
def _usual() -> dict[str, Shape]:
    """Return what most entries of a kind are that rest on notices: classes, schemes, scope."""
    counted: dict[str, Counter[Shape]] = {}
    for about in _lexical().values():
        if t.KIND_OF.value in about and t.VACANCY_TEXT in names(about, t.CONFIDENCE):
            kind = values(declared()[values(about, t.KIND_OF)[0]], t.NOTATION)[0]
            shape = names(about, t.TYPE), names(about, t.IN_SCHEME), names(about, t.SCOPE)[0]
            counted.setdefault(kind, Counter())[shape] += 1
    return {
        kind: min(shapes, key=lambda s: (-shapes[s], str(s))) for kind, shapes in counted.items()
    }


def _kind(name: str) -> NamedNode:
    found = (iri for iri, about in declared().items() if _is_kind(about, name))
    return NamedNode(next(found))


def _is_kind(about: dict[str, list[NamedNode | Literal]], name: str) -> bool:
    return t.KIND in about[t.TYPE.value] and values(about, t.NOTATION) == (name,)
