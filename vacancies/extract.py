"""A notice read: from its text to what it says of its post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..ontology.grammar import grammar
from ..ontology.lexicon import lexicon
from ..ontology.tables import LANGUAGES
from ..ontology.terms import DL, REPORTS_TO
from ..ontology.vocabulary import vocabulary
from .acronyms import acronyms, short_for
from .denials import none_stated
from .fields import jobs, postings, read_fields, sections_of
from .interpreter import STATING, Interpreter
from .language import language as language_of
from .merging import relations, third_party
from .model import LINE_STATES, Extraction, Relation, SectionSpan, Vacancy
from .moving import moved
from .names import Names
from .readers import Notice
from .scopes import seated, seats
from .sections import Section, sections
from .standins import resolved
from .text import view

__all__ = ["extract"]


def extract(notice: Notice) -> Extraction:
    r"""Read one notice: its fields, and what it states about the post and about others.

    Example:
        >>> text = "Title: Driver\nDuties:\n1. Liaise with the police."
        >>> notice = Notice("a.txt", text, "0" * 64, "utf-8")
        >>> [r.relation for r in extract(notice).vacancies[0].relations]
        ['liaisesWith']
    """
    code = language_of(notice.text)
    spans = [posting.spans[0] for posting in postings(notice.text)]
    if len(spans) == 1:
        spans = [(0, len(notice.text))]
    vacancies = tuple(
        moved(vacancy, start)
        for start, end in spans
        for vacancy in _vacancies(notice.text[start:end], code)
    )
    return Extraction(
        source=notice.source,
        sha256=notice.sha256,
        language=code,
        vacancies=vacancies,
        warnings=(*notice.warnings, *_unread(vacancies, code)),
    )


def _unread(vacancies: tuple[Vacancy, ...], code: str) -> tuple[str, ...]:
    """Say what was not looked for, so that silence is no surprise."""
    if code not in LANGUAGES:
        read = ", ".join(LANGUAGES)
        return (f"relations are read in {read}, not in the language of this notice ({code})",)
    kinds = {section.kind for vacancy in vacancies for section in vacancy.sections}
    if kinds & STATING:
        return ()
    return ("no section with duties or context was found, only reporting lines were looked for",)


def _vacancies(text: str, code: str) -> Iterator[Vacancy]:
    """Yield the vacancies of one posting: one for each job that it names with its own duties."""
    cut = sections(text)
    several = jobs(text, cut)
    for job in several:
        yield _vacancy(text, code, sections_of(job, several, cut), job.title)
    if not several:
        yield _vacancy(text, code, cut)


def _vacancy(text: str, code: str, cut: Sequence[Section], title: str | None = None) -> Vacancy:
    words = view(text)
    fields = read_fields(text, cut, code)
    fields["title"] = title or fields["title"]
    defined = acronyms(words)
    names = Names(
        short_for(defined),
        organization=_organization(fields),
        own=_own(fields),
        units=_texts(fields.get("unit")),
        language=grammar(code if code in LANGUAGES else "en"),
    )
    called = fields.get("title")
    reading = Interpreter(text, words, code, names, str(called) if called else None)
    found, others = reading.read(cut)
    told, seated_at = resolved(found, reading.grammar), seats(others)
    stated = tuple(seated(r, seated_at) for r in relations(told, text, names))
    return Vacancy.model_validate(
        {
            **fields,
            "relations": stated,
            "reporting_line": _line_state(stated, text, cut),
            "third_party": third_party(others, text, names),
            "none_stated": none_stated(text),
            "acronyms": defined,
            "sections": tuple(
                SectionSpan(kind=s.kind, start=s.start, end=s.end, heading=s.heading) for s in cut
            ),
        }
    )


def _line_state(stated: Sequence[Relation], text: str, cut: Sequence[Section]) -> str:
    """Say whether a reporting line is stated, and if not, whether there was where to look."""
    family = DL.local(REPORTS_TO)
    if any(vocabulary().properties[told.relation].family == family for told in stated):
        return LINE_STATES[0]
    looked = any(s.kind in STATING and text[s.body : s.end].strip() for s in cut)
    return LINE_STATES[1] if looked else LINE_STATES[2]


def _own(fields: dict[str, object]) -> tuple[str, ...]:
    found = (*_texts(fields.get("organization")), *_texts(fields.get("unit")))
    return tuple(dict.fromkeys(found))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()


def _organization(fields: dict[str, object]) -> str | None:
    for name in _texts(fields.get("organization")):
        found = lexicon().named(name, kind="organization") or lexicon().named(name)
        if found:
            return found[0].slug
    return None
