"""The cue words of a language, by the frame that they open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ..ontology.grammar import grammar
from ..ontology.rules import Rule, rules
from .tokens import Token

__all__ = ["Cue", "CueWords", "cue_words", "field_labels", "line_words", "stops"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule's cue: the clause's first token, the cue's own, and where the objects begin.

    `matter` is what is reported or kept from the cue to its particle; `closing` the token after
    the cue where that stands behind the objects.
    """

    rule: Rule
    first: int
    at: int
    objects: int
    particles: tuple[str, ...] = ()
    matter: tuple[int, int] | None = None
    closing: int | None = None


@dataclass(frozen=True)
class CueWords:
    """The rules of one language by cue: a verb's lemma, a noun, a phrase's first word ..."""

    verbs: Mapping[str, tuple[Rule, ...]]
    nouns: Mapping[str, tuple[Rule, ...]]
    deliveries: Mapping[str, tuple[Rule, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    closings: Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    kept: Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    facets: Mapping[str, Rule]
    supplies: Mapping[str, tuple[Rule, ...]]
    compounds: Mapping[str, tuple[Rule, ...]]
    providers: Mapping[str, Rule]
    titles: Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]
    supervision: Mapping[str, Rule]
    through: Mapping[str, Rule]

    def opens(self, token: Token) -> bool:
        """Say whether the token may be a cue: most are none, and need no closer look."""
        if token.verb is not None and token.verb.lemma in self.lemmas:
            return True
        return token.low in self.words or token.canonical in self.phrases

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The verbs among the cues."""
        return frozenset((*self.verbs, *self.deliveries, *self.supplies, *self.providers))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that a cue opens with, verbs apart, and their plurals."""
        nouns = {noun.split()[0] for noun in self.nouns}
        found = (*nouns, *self.phrases, *self.closings, *self.kept, *self.supervision)
        found = (*found, *self.compounds, *self.titles)
        return frozenset((*found, *(f"{word}s" for word in found)))


@cache
def cue_words(code: str) -> CueWords:
    """Return the cue words of a language by its ISO 639-1 code."""

    def by_cue(frame: str) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in rules():
            for cue in rule.cues.get(code, ()) if rule.frame == frame else ():
                found[cue] = (*found.get(cue, ()), rule)
        return found

    return CueWords(
        verbs=by_cue("VerbFrame"),
        nouns=by_cue("NounFrame"),
        deliveries=by_cue("DeliveryFrame"),
        phrases=_by_first_word(by_cue("PhraseFrame"), code),
        closings=_by_first_word(by_cue("PassiveFrame"), code),
        kept=_by_first_word(by_cue("KeptFrame"), code),
        facets={cue: found[0] for cue, found in by_cue("FacetFrame").items()},
        supplies=by_cue("SupplyFrame"),
        compounds=by_cue("CompoundFrame"),
        providers={cue: found[0] for cue, found in by_cue("ProviderFrame").items()},
        titles=_by_first_word(by_cue("TitleFrame"), code),
        supervision={cue: found[0] for cue, found in by_cue("SupervisionFrame").items()},
        through={cue: found[0] for cue, found in by_cue("ThroughFrame").items()},
    )


def _by_first_word(
    cues: Mapping[str, tuple[Rule, ...]], code: str
) -> Mapping[str, tuple[tuple[tuple[str, ...], Rule], ...]]:
    """Return cues of several words by their first, the longest before others."""
    found: dict[str, tuple[tuple[tuple[str, ...], Rule], ...]] = {}
    for cue, rules_of_cue in cues.items():
        words = (cue,) if grammar(code).is_a(cue, "fixed") else _words(cue)
        for rule in rules_of_cue:
            found[words[0]] = (*found.get(words[0], ()), (words, rule))
    return {
        word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in found.items()
    }


def _words(cue: str) -> tuple[str, ...]:
    return tuple(cue.casefold().replace(":", " :").replace("'", "' ").split())


@cache
def line_words(code: str) -> frozenset[str]:
    """Return the words of which a reporting line needs one."""
    phrases = (rule for rule in rules() if rule.of_post)
    opening = {cue.casefold() for rule in phrases for cue in rule.cues.get(code, ())}
    return frozenset((*cue_words(code).supervision, *opening))


@cache
def field_labels(code: str) -> frozenset[str]:
    """Return the labels of fields that name a supervisor or whom the post supervises."""
    cues = (cue for rule in rules() for cue in rule.cues.get(code, ()))
    return frozenset(cue.rstrip(" :").casefold() for cue in cues if cue.endswith(":"))


def stops(code: str) -> frozenset[str]:
    """Return the nouns at which a list of objects ends, since they open a relation of their own."""
    return frozenset(cue_words(code).supervision)
