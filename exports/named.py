"""The names and short forms that a notice uses, as triples of the registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, Triple

from ..graph.document import Document
from ..graph.identity import Mint
from ..graph.legible import encodable, spaced
from ..graph.posting import Posting
from ..ontology import terms as t
from ..ontology.lexicon import Entry, lexicon
from ..vacancies.mentions import mentions, wording
from ..vacancies.model import Mention, Vacancy
from .described import node
from .evidence import section_named

__all__ = ["named"]

_ASKED = "requirements"
_LONGEST = 400
_FIRST = "v1"


@dataclass(slots=True)
class _Use:
    """A name in one wording: where it stands first, how often, in which parts of the text."""

    entry: Entry
    form: str
    start: int
    end: int
    times: int = 0
    sections: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


def named(document: Document, posting: Posting) -> Iterator[Triple]:
    """Give the triples of the names that the text of a posting uses, and of those it shortens.

    Without the text there are none. A name among the requirements comes with its sentence.
    """
    if document.text is None:
        return
    for use in _uses(document.text, posting.vacancy):
        yield from _used(use, posting)
    yield from _shortened(posting)


def _shortened(posting: Posting) -> Iterator[Triple]:
    told: dict[tuple[str, str], tuple[int, int]] = {}
    for one in posting.vacancy.acronyms:
        told.setdefault((one.short, one.long), (one.start, one.end))
    for (short, long), span in told.items():
        subject = node(_place(posting, *span))
        yield Triple(subject, t.TYPE, t.SHORT_FORM)
        yield Triple(subject, t.ACRONYM, _text(short))
        yield Triple(subject, t.EXPANSION, _text(long))
        yield Triple(subject, t.WAS_DERIVED_FROM, node(posting.iri))


def _uses(text: str, vacancy: Vacancy) -> Iterator[_Use]:
    found: dict[tuple[str, str], _Use] = {}
    for one in vacancy.mentions or mentions(text, vacancy):
        entry, form = _entry(one), spaced(text[one.start : one.end])
        if entry is None or not form:
            continue
        use = found.setdefault((entry.slug, form), _Use(entry, form, one.start, one.end))
        use.times += 1
        for section in vacancy.sections:
            if section.start <= one.start < section.end:
                use.sections.add(section.kind)
                if section.kind == _ASKED:
                    use.asked.add(wording(text, section, one.start)[:_LONGEST])
    return iter(found.values())


def _entry(told: Mention) -> Entry | None:
    entries = lexicon().named(told.target, kind=told.kind)
    return entries[0] if entries else None


def _used(use: _Use, posting: Posting) -> Iterator[Triple]:
    subject = node(_place(posting, use.start, use.end))
    yield Triple(subject, t.TYPE, t.NAME_USE)
    yield Triple(subject, t.MENTIONS, node(use.entry.iri))
    yield Triple(subject, t.SURFACE_FORM, _text(use.form))
    times = Literal(str(use.times), datatype=t.NON_NEGATIVE_INTEGER)
    yield Triple(subject, t.TIMES, times)
    yield Triple(subject, t.WAS_DERIVED_FROM, node(posting.iri))
    for section in use.sections:
        yield Triple(subject, t.SECTION, section_named(section))
    for words in use.asked - {""}:
        yield Triple(subject, t.TYPE, t.TEXT_QUOTE_SELECTOR)
        yield Triple(subject, t.EXACT, _text(words))


def _place(posting: Posting, start: int, end: int) -> str:
    """Name a place in the text; jobs of one posting that share it have one each."""
    job = posting.iri.rsplit("#", 1)[-1]
    place = Mint.evidence(posting.notice, start, end)
    return place if job == _FIRST else f"{place}-{job}"


def _text(words: str) -> Literal:
    return Literal(spaced(encodable(words)))
