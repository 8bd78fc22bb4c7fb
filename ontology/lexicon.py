"""The entities that notices name: labels, kinds and scopes, as `lexicon/*.ttl` holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from pyoxigraph import Literal

from . import HERE, terms
from .spelling import folded
from .turtle import Described, statements, values
from .vocabulary import declared, vocabulary

__all__ = ["Entry", "Label", "Lexicon", "lexicon"]

_SORTS = (
    (terms.PREF_LABEL.value, "preferred"),
    (terms.ALT_LABEL.value, "alternative"),
    (terms.HIDDEN_LABEL.value, "hidden"),
    (terms.NOTATION.value, "acronym"),
)
_KIND, _SCOPE, _TYPE = terms.KIND_OF.value, terms.SCOPE.value, terms.TYPE.value
_SHORT, _CONFIDENCE = terms.SHORT_LABEL.value, terms.CONFIDENCE.value
_DEFINITION, _SOURCE = terms.DEFINITION.value, terms.DCT_SOURCE.value
_ORGANIZATION, _IN_CONTEXT = terms.ORGANIZATION_OF.value, terms.ONLY_IN_CONTEXT.value


@dataclass(frozen=True, slots=True)
class Label:
    """One way to write an entry's name.

    `sort` is "preferred", "alternative", "hidden" (broken spellings) or "acronym"; the language of
    an acronym is "".
    """

    text: str
    language: str
    sort: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of the lexicon.

    A concept is a kind of thing, whose instances live in a scope (the SMT of one country); other
    entries are singletons (UNDSS, SCAAN). Labels in `in_context` must not be matched freely.
    """

    slug: str
    iri: str
    kind: str
    label: str
    labels: tuple[Label, ...]
    definition: str | None
    source: str | None
    confidence: str
    scope: str
    organization: str | None
    concept: bool
    in_context: tuple[str, ...]

    @property
    def free_labels(self) -> tuple[Label, ...]:
        """The labels that mean this entry wherever they stand."""
        return tuple(label for label in self.labels if label.text not in self.in_context)


class Lexicon:
    """All entries by slug, sorted, and the way from a name to them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Hold the entries, sorted by slug."""
        ordered = sorted(entries, key=lambda entry: entry.slug)
        self.entries: Mapping[str, Entry] = MappingProxyType({e.slug: e for e in ordered})

    def named(
        self, name: str, *, kind: str | None = None, organization: str | None = None
    ) -> tuple[Entry, ...]:
        """Find the entries that bear a name, the likeliest first.

        Acronyms are compared in their exact case, with or without a plural s; other labels with
        case, accents, articles and number folded. The organization's own entries come first, and
        those that bear the name only in a context come last.

        Example:
            >>> [entry.slug for entry in lexicon().named("the Chiefs of Mission")]
            ['chief-of-mission']
            >>> lexicon().named("do")
            ()
        """
        slugs = dict.fromkeys((*self._short(name), *self._names.get(folded(name), ())))
        found = (self.entries[slug] for slug in slugs)
        fitting = [entry for entry in found if kind in (None, entry.kind)]
        return tuple(sorted(fitting, key=lambda entry: _rank(entry, name, organization)))

    def _short(self, name: str) -> tuple[str, ...]:
        text = name.strip()
        return self._acronyms.get(text) or self._acronyms.get(text.removesuffix("s"), ())

    @cached_property
    def _acronyms(self) -> Mapping[str, tuple[str, ...]]:
        return _index(self.entries.values(), lambda label: label.text, acronyms=True)

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return _index(self.entries.values(), lambda label: folded(label.text), acronyms=False)


@cache
def lexicon() -> Lexicon:
    """Read the lexicon, once: all that a notice can name, so no processes and types of place.

    Example:
        >>> lexicon().entries["iom-oss"].label
        'Office of Staff Security'
    """
    table = statements(sorted((HERE / "lexicon").glob("*.ttl")))
    entries = {iri: about for iri, about in table.items() if _KIND in about}
    found = (_entry(iri, about) for iri, about in entries.items())
    return Lexicon(entry for entry in found if entry.kind in vocabulary().kinds)


def _entry(iri: str, about: Described) -> Entry:
    labels = tuple(_labels(about))
    organization = _first(about, _ORGANIZATION)
    return Entry(
        slug=terms.REF.local(iri),
        iri=iri,
        kind=_code(about[_KIND][0].value),
        label=labels[0].text,
        labels=labels,
        definition=_first(about, _DEFINITION),
        source=_first(about, _SOURCE),
        confidence=_code(about[_CONFIDENCE][0].value),
        scope=_code(about[_SCOPE][0].value),
        organization=None if organization is None else terms.REF.local(organization),
        concept=terms.CONCEPT in about[_TYPE],
        in_context=tuple(node.value for node in about.get(_IN_CONTEXT, ())),
    )


def _labels(about: Described) -> Iterator[Label]:
    """Yield an entry's labels, English before other languages, the usual acronym before others."""
    usual = _first(about, _SHORT)
    for predicate, sort in _SORTS:
        nodes = (node for node in about.get(predicate, ()) if isinstance(node, Literal))
        for node in sorted(nodes, key=lambda node: node.value != usual):
            yield Label(node.value, node.language or "", sort)


def _first(about: Described, predicate: str) -> str | None:
    return about[predicate][0].value if predicate in about else None


@cache
def _code(iri: str) -> str:
    return values(declared()[iri], terms.NOTATION)[0]


def _index(
    entries: Iterable[Entry], key: Callable[[Label], str], *, acronyms: bool
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        for label in entry.labels:
            if (label.sort == "acronym") is acronyms:
                found.setdefault(key(label), {})[entry.slug] = None
    return MappingProxyType({name: tuple(slugs) for name, slugs in found.items()})


def _rank(entry: Entry, name: str, organization: str | None) -> tuple[bool, bool, str]:
    own = organization is not None and organization in (entry.organization, entry.slug)
    key = folded(name)
    conditional = any(folded(text) == key for text in entry.in_context)
    return (not own, conditional, entry.slug)
