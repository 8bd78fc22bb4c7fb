"""A text followed sentence by sentence: whom each is about, and what it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..ontology.grammar import grammar
from ..ontology.tables import LANGUAGES
from ..ontology.vocabulary import vocabulary
from .cuewords import field_labels, line_words
from .lines import Line, lines
from .names import Names
from .others import Remark, is_history, remarks
from .relations import Statement, statements
from .sections import Section, items
from .subjects import Post, Subject, subject, supervised
from .text import flatten
from .tokens import Sentence, mark, sentences, tokenize

__all__ = ["STATING", "Interpreter"]

#: The kinds of section that state relations.
STATING = frozenset({"context", "duties", "deliverables"})

_PROSE = "context"
_STRAY = frozenset({"header", "boilerplate"})
_LABELLED = ":"
_LONGEST_VALUE = 120


class Interpreter:
    """One text while its sentences are read, one after the other.

    `words` is the text's view; `title` the title of the post, by which sentences may call it.
    """

    def __init__(self, text: str, words: str, code: str, names: Names, title: str | None) -> None:
        """Take the text, its language and its names; other languages are read as English."""
        self.text, self.words, self.names = text, words, names
        self.grammar = grammar(code if code in LANGUAGES else "en")
        short = names.short(title) if title else None
        self.post = Post.called([name for name in (title, short) if name], self.grammar)

    def follow(self, cut: Iterable[Section]) -> Iterator[tuple[Section, Sentence, Subject]]:
        """Yield each sentence of the sections, in order, and whom it is about."""
        read = [(section, item) for section in cut for item in self._items(section)]
        found = (supervised(sentence) for _, item in read for sentence in item)
        self.post = self.post.also(name for name in found if name is not None)
        before: Subject | None = None
        for section, item in read:
            prose = section.kind == _PROSE
            before = before if prose else None
            past = prose and bool(item) and is_history(item[0])
            for sentence in item:
                before = subject(sentence, self.post, before, duty=not prose)
                yield section, sentence, replace(before, past=True) if past else before

    def read(self, cut: Sequence[Section]) -> tuple[list[Statement], list[Remark]]:
        """Return what the sections that state relations say of the post, and of others."""
        stated: list[Statement] = []
        remarked: list[Remark] = []
        for section, sentence, about in self.follow(one for one in cut if one.kind in STATING):
            told = sentence, self.words, section.kind, self.names, about
            stated += (one for one in statements(*told) if _is_of_post(one, sentence, about))
            remarked += remarks(*told, self.post)
        strays = list(self._strays(cut))
        if any(_is_line(told) and told.section == _PROSE for told in stated):
            strays = [told for told in strays if told.cue.endswith(_LABELLED)]
        return [*stated, *strays, *self._fields(cut)], remarked

    def _strays(self, cut: Sequence[Section]) -> Iterator[Statement]:
        """Yield reporting lines outside the sections that state them, where the post is named.

        Portals print the paragraphs of a notice in an order of their own.
        """
        for section in cut:
            if section.kind not in _STRAY or not self._may_tell(section):
                continue
            for item in self._items(section, only=line_words(self.grammar.code)):
                for sentence in item:
                    about = subject(sentence, self.post, None)
                    named = about.is_post and (about.stated or sentence.is_a(0, "under"))
                    yield from (
                        told
                        for told in statements(
                            sentence, self.words, section.kind, self.names, about
                        )
                        if _is_line(told) and (named or _names_itself(told, sentence))
                    )

    def _fields(self, cut: Sequence[Section]) -> Iterator[Statement]:
        """Yield what fields tell whose label and value stand on lines of their own."""
        labels = field_labels(self.grammar.code)
        written = [line for line in lines(self.text) if line.words.strip()]
        for label, value in pairwise(written):
            if flatten(label.words).casefold() not in labels or len(value.words) > _LONGEST_VALUE:
                continue
            about = Subject(is_post=True, stated=True)
            kind = next((s.kind for s in cut if s.start <= label.start < s.end), _PROSE)
            told = self._pair(label, value), self.words, kind, self.names, about
            yield from (one for one in statements(*told) if one.start == label.start)

    def _pair(self, label: Line, value: Line) -> Sentence:
        """Return label and value as one sentence, with the colon that the lines stand for."""
        left = tokenize(self.words, label.start, label.end, self.grammar)
        right = tokenize(self.words, value.start, value.end, self.grammar)
        tokens = [*left, mark(_LABELLED, left[-1].end, self.grammar), *right]
        return Sentence(tokens, self.grammar, self.names.spans(tokens, self.words))

    def _may_tell(self, section: Section) -> bool:
        """Say whether words of supervision stand in the section at all."""
        told = _closed_up(self.words[section.start : section.end])
        return any(word in told for word in line_words(self.grammar.code))

    def _items(self, section: Section, only: Iterable[str] = ()) -> Iterator[list[Sentence]]:
        """Yield the sentences of each item, or only of those that hold one of some words."""
        for item in items(self.text, section):
            told = _closed_up(self.words[item.start : item.end]) if only else ""
            if only and not any(word in told for word in only):
                continue
            yield [
                self._sentence(start, end)
                for start, end in sentences(self.words, item.start, item.end)
            ]

    def _sentence(self, start: int, end: int) -> Sentence:
        tokens = tokenize(self.words, start, end, self.grammar)
        return Sentence(tokens, self.grammar, self.names.spans(tokens, self.words))


def _closed_up(words: str) -> str:
    """Return the words in lower case, each colon close to its label, as cues have it."""
    return words.casefold().replace(" :", ":")


def _names_itself(told: Statement, sentence: Sentence) -> bool:
    """Say whether the cue itself speaks of the post's supervisor: "the direct supervisor is"."""
    within = (t for t in sentence.tokens if told.start <= t.start < told.member.start)
    titled = told.rule.of_post and any("nameless" in token.classes for token in within)
    return titled or told.cue.endswith(_LABELLED)


def _is_of_post(told: Statement, sentence: Sentence, about: Subject) -> bool:
    """Say whether it is told of the post, be it by its line: "supervision is provided by X"."""
    if about.is_post or told.rule.of_post:
        return True
    if not _is_line(told):
        return False
    within = (t for t in sentence.tokens if told.start <= t.start < told.member.start)
    return any("giving" in token.classes for token in within)


def _is_line(told: Statement) -> bool:
    return vocabulary().properties[told.rule.relation].line is not None and not told.rule.people
