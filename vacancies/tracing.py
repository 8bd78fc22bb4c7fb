"""How a text is read, sentence by sentence: names, cues, rules that fired, rules held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ..ontology.holdbacks import Holdback
from ..ontology.rules import Rule
from ..ontology.tables import LANGUAGES
from .acronyms import acronyms, short_for
from .interpreter import Interpreter
from .language import language as language_of
from .mentions import mentions
from .merging import target
from .model import Acronym, Vacancy
from .names import Names
from .objects import Member
from .others import Remark, remarks
from .passages import cue_spans
from .phrases import Phrase
from .relations import Held, Statement, readings
from .sections import Section
from .subjects import Subject
from .text import flatten, view
from .tokens import Sentence

__all__ = ["Back", "Fired", "Named", "Trace", "Traced", "trace"]

_ANYWHERE = ""
_DEFAULT = "en"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: its span, what it is called, its kind, and whether it is known.

    What is not known is a candidate: the lexicon lacks it.
    """

    start: int
    end: int
    name: str
    kind: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that read a relation; `subject` is None where it is the post's.

    `choice` names the alternatives of one phrase, of which the object is one.
    """

    rule: str
    reason: str
    relation: str
    subject: Named | None
    object: Named
    start: int
    end: int
    cue: str
    modality: str
    condition: str | None = None
    via: str | None = None
    choice: tuple[str, ...] = ()
    topic: str | None = None
    urgency: str | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """A rule whose cue stands in the sentence and that was held back: the cue's span, and why."""

    rule: str
    relation: str
    start: int
    end: int
    cue: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Traced:
    """One sentence as it was read: whom it is about, and what was found in it.

    `subject` is the words that name another than the post. Names, and the cues between them, do
    not overlap.
    """

    start: int
    end: int
    text: str
    of_post: bool
    subject: str | None
    mentions: tuple[Named, ...]
    cues: tuple[Span, ...]
    relations: tuple[Fired, ...]
    third_party: tuple[Fired, ...]
    held_back: tuple[Back, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A text as it was read; offsets count its code points.

    `section` is the kind of section that it was read as, None where any sense was allowed.
    """

    text: str
    language: str
    section: str | None
    title: str | None
    sentences: tuple[Traced, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the trace as JSON-able data."""
        return asdict(self)


def trace(
    text: str,
    *,
    language: str | None = None,
    section: str | None = None,
    title: str | None = None,
) -> Trace:
    """Read a text as the sentences of a notice are read, and keep what happened on the way.

    Without a section, what only the context or only the duties may say is read alike. A text whose
    language is not read is taken for English.

    Example:
        >>> (sentence,) = trace("Advises the RSO; no more").sentences[:1]
        >>> [(fired.rule, fired.object.name) for fired in sentence.relations]
        [('advise', 'RSO')]
    """
    code = language or language_of(text)
    code = code if code in LANGUAGES else _DEFAULT
    words = view(text)
    defined = acronyms(words)
    names = Names(short_for(defined), organization=None)
    tracer = _Tracer(Interpreter(text, words, code, names, title), defined)
    return Trace(text, code, section, title, tuple(tracer.sentences(section or _ANYWHERE)))


class _Tracer:
    """A text while its sentences are traced."""

    def __init__(self, reading: Interpreter, defined: tuple[Acronym, ...]) -> None:
        self.reading, self.text, self.names = reading, reading.text, reading.names
        known = mentions(self.text, Vacancy(acronyms=defined))
        self.known = [Named(one.start, one.end, one.target, one.kind, True) for one in known]

    def sentences(self, kind: str) -> Iterator[Traced]:
        whole = Section(kind, 0, len(self.text), 0)
        for section, sentence, about in self.reading.follow([whole]):
            if sentence.tokens:
                yield self._traced(section.kind, sentence, about)

    def _traced(self, kind: str, sentence: Sentence, about: Subject) -> Traced:
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        told = sentence, self.reading.words, kind, self.names, about
        others = list(remarks(*told))
        found = list(readings(*told))
        stated = [one for one in found if isinstance(one, Statement)]
        fired = tuple(self._fired(stated)) if about.is_post else ()
        aside = tuple(dict.fromkeys(map(self._aside, others)))
        members = [*_members(stated if about.is_post else ()), *_members(others)]
        back = [*self._held(found), *(() if about.is_post else self._unread(stated, others))]
        named = self._mentions(start, end, members)
        read = [(one.start, one.cue) for one in (*fired, *aside)]
        return Traced(
            start=start,
            end=end,
            text=self.text[start:end],
            of_post=about.is_post,
            subject=None if about.is_post else self._called(sentence, about.phrase),
            mentions=named,
            cues=tuple(_apart(self._cues(read, start, end), named)),
            relations=fired,
            third_party=aside,
            held_back=tuple(dict.fromkeys(back)),
        )

    def _fired(self, stated: list[Statement]) -> Iterator[Fired]:
        for one in stated:
            under = one.condition
            replaces = under is not None and under.replaces
            yield Fired(
                rule=one.rule.name,
                reason=one.rule.reason,
                relation=one.rule.relation,
                subject=None,
                object=self._named(one.member),
                start=one.start,
                end=one.end,
                cue=one.cue,
                modality="conditional" if replaces else "stated",
                condition=None if under is None else under.words,
                via=None if one.via is None else self._named(one.via).name,
                choice=self._choice(one, stated),
                topic=one.topic,
                urgency=one.urgency,
            )

    def _choice(self, one: Statement, stated: list[Statement]) -> tuple[str, ...]:
        if one.choice is None:
            return ()
        alike = (o for o in stated if (o.rule, o.choice) == (one.rule, one.choice))
        return tuple(dict.fromkeys(self._named(other.member).name for other in alike))

    def _aside(self, one: Remark) -> Fired:
        return Fired(
            rule=one.rule.name,
            reason=one.rule.reason,
            relation=one.rule.relation,
            subject=self._named(one.subject),
            object=self._named(one.member),
            start=one.start,
            end=one.end,
            cue=one.cue,
            modality="stated",
        )

    def _held(self, found: Iterable[Statement | Held]) -> Iterator[Back]:
        for one in found:
            if isinstance(one, Held):
                cue = flatten(self.text[one.start : one.end])
                yield _back(one.rule, (one.start, one.end), cue, one.why)

    def _unread(self, stated: list[Statement], others: list[Remark]) -> Iterator[Back]:
        """Yield what the sentence of another would have stated, had it been of the post."""
        said = {(one.rule.name, one.member.start) for one in others}
        for one in stated:
            if (one.rule.name, one.member.start) not in said:
                spans = cue_spans(self.text, one.start, one.end, one.cue)
                span = (spans[0][0], spans[-1][1]) if spans else (one.start, one.end)
                yield _back(one.rule, span, one.cue, Holdback.OF_ANOTHER)

    def _named(self, member: Member) -> Named:
        known = member.entity is not None or member.kind == "place"
        name = target(member, self.names, self.text)
        return Named(member.start, member.end, name, member.kind, known)

    def _mentions(self, start: int, end: int, members: Iterable[Member]) -> tuple[Named, ...]:
        """Return the names of a sentence: those that its relations are with, then known ones."""
        kept: list[Named] = []
        inside = [one for one in self.known if start <= one.start and one.end <= end]
        for one in (*map(self._named, members), *inside):
            if not any(one.start < other.end and other.start < one.end for other in kept):
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.start))

    def _cues(self, read: Iterable[tuple[int, str]], start: int, end: int) -> Iterator[Span]:
        for at, cue in read:
            yield from cue_spans(self.text, at, end, cue) or cue_spans(self.text, start, end, cue)

    def _called(self, sentence: Sentence, found: Phrase | None) -> str | None:
        if found is None:
            return None
        tokens = sentence.tokens
        return flatten(self.text[tokens[found.first].start : tokens[found.of - 1].end])


def _back(rule: Rule, span: Span, cue: str, why: Holdback) -> Back:
    return Back(rule.name, rule.relation, *span, cue, why.value, why.sentence)


def _members(told: Iterable[Statement | Remark]) -> Iterator[Member]:
    """Yield all that is named in what was told, the longest first where names overlap."""
    found: list[Member] = []
    for one in told:
        beside = one.subject if isinstance(one, Remark) else one.via
        found += [one.member, *([] if beside is None else [beside])]
    yield from sorted(found, key=lambda member: (member.start, -member.end))


def _apart(spans: Iterable[Span], named: Iterable[Named]) -> Iterator[Span]:
    """Yield what of the spans lies outside names, each stretch once, in order."""
    taken = sorted((one.start, one.end) for one in named)
    for start, end in _united(spans):
        for first, last in taken:
            if first < end and start < last:
                yield from [(start, first)] if start < first else ()
                start = last
        if start < end:
            yield start, end


def _united(spans: Iterable[Span]) -> list[Span]:
    """Join the spans that overlap.

    Example:
        >>> _united([(0, 6), (0, 9), (12, 14)])
        [(0, 9), (12, 14)]
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
