"""A notice read: from its text to what it says of its post."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.grammar import grammar
from ..ontology.lexicon import lexicon
from ..ontology.tables import LANGUAGES
from ..ontology.vocabulary import vocabulary
from .acronyms import acronyms, short_for
from .cuewords import line_words
from .denials import none_stated
from .fields import postings, read_fields
from .language import language as language_of
from .merging import relations, third_party
from .model import Extraction, SectionSpan, Vacancy
from .moving import moved
from .names import Names
from .others import Remark, remarks
from .readers import Notice
from .relations import Statement, statements
from .scopes import seated, seats
from .sections import Section, items, sections
from .subjects import Post, Subject, subject, supervised
from .text import view
from .tokens import Sentence, sentences, tokenize

__all__ = ["extract"]

_READ = frozenset({"context", "duties", "deliverables"})
_STRAY = frozenset({"header", "boilerplate"})
_LABELLED = ":"


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
    vacancies = tuple(moved(_vacancy(notice.text[start:end], code), start) for start, end in spans)
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
    if kinds & _READ:
        return ()
    return ("no section with duties or context was found, only reporting lines were looked for",)


def _vacancy(text: str, code: str) -> Vacancy:
    words, cut = view(text), sections(text)
    fields = read_fields(text, cut, code)
    defined = acronyms(words)
    names = Names(
        short_for(defined),
        organization=_organization(fields),
        own=_own(fields),
        units=_texts(fields.get("unit")),
        language=grammar(code if code in LANGUAGES else "en"),
    )
    found, others = _Reader(text, words, fields, names).read(cut)
    seated_at = seats(others)
    return Vacancy.model_validate(
        {
            **fields,
            "relations": tuple(seated(r, seated_at) for r in relations(found, text, names)),
            "third_party": third_party(others, text, names),
            "none_stated": none_stated(text),
            "acronyms": defined,
            "sections": tuple(
                SectionSpan(kind=s.kind, start=s.start, end=s.end, heading=s.heading) for s in cut
            ),
        }
    )


def _is_line(told: Statement) -> bool:
    return vocabulary().properties[told.rule.relation].line is not None and not told.rule.people


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


class _Reader:
    """One notice while its sentences are read, one after the other."""

    def __init__(
        self, text: str, words: str, fields: dict[str, object], names: Names
    ) -> None:
        self.text, self.words, self.names = text, words, names
        self.grammar = names.grammar
        title = fields.get("title")
        short = names.short(str(title)) if title else None
        self.post = Post.called([t for t in (title, short) if isinstance(t, str)], self.grammar)

    def read(self, cut: tuple[Section, ...]) -> tuple[list[Statement], list[Remark]]:
        """Return what the sections that state relations say of the post, and of others."""
        read = [
            (section, item)
            for section in cut
            if section.kind in _READ
            for item in self._items(section)
        ]
        found = (supervised(sentence) for _, item in read for sentence in item)
        self.post = self.post.also(name for name in found if name is not None)
        statements: list[Statement] = []
        remarks: list[Remark] = []
        for section, item in read:
            self._item(section, item, statements, remarks)
        strays = list(self._strays(cut))
        if any(_is_line(told) for told in statements):
            strays = [told for told in strays if told.cue.endswith(_LABELLED)]
        return statements + strays, remarks

    def _strays(self, cut: tuple[Section, ...]) -> Iterator[Statement]:
        """Yield reporting lines outside the sections that state them, where the post is named.

        Portals print the paragraphs of a notice in an order of their own.
        """
        for section in cut:
            if section.kind not in _STRAY or not self._may_tell(section):
                continue
            for item in self._items(section):
                for sentence in item:
                    about = subject(sentence, self.post, None)
                    named = about.is_post and (about.stated or sentence.is_a(0, "under"))
                    yield from (
                        told
                        for told in statements(
                            sentence, self.words, section.kind, self.names, about
                        )
                        if _is_line(told) and (named or told.cue.endswith(_LABELLED))
                    )

    def _may_tell(self, section: Section) -> bool:
        """Say whether words of supervision stand in the section at all."""
        told = self.words[section.start : section.end].casefold()
        return any(word in told for word in line_words(self.grammar.code))

    def _items(self, section: Section) -> Iterator[list[Sentence]]:
        for item in items(self.text, section):
            yield [
                self._sentence(start, end)
                for start, end in sentences(self.words, item.start, item.end)
            ]

    def _sentence(self, start: int, end: int) -> Sentence:
        tokens = tokenize(self.words, start, end, self.grammar)
        return Sentence(tokens, self.grammar, self.names.spans(tokens, self.words))

    def _item(
        self,
        section: Section,
        item: list[Sentence],
        stated: list[Statement],
        remarked: list[Remark],
    ) -> None:
        before: Subject | None = None
        for sentence in item:
            before = subject(sentence, self.post, before, duty=section.kind != "context")
            if before.is_post:
                stated += statements(sentence, self.words, section.kind, self.names, before)
            remarked += remarks(sentence, self.words, section.kind, self.names, before)
