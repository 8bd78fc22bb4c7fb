"""The words that a language is built with: verbs, small words, and the nouns that head names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from .spelling import singular
from .tables import table

__all__ = ["Grammar", "Verb", "grammar"]

_MOST_WORDS = 50_000
_SHORTEST = 5  # letters of a noun whose suffix may tell its kind


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: its lemma, which form it is, and whether a noun looks alike."""

    lemma: str
    form: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word classes, verb forms and head nouns of one language.

    `classes` maps a word to the classes that it is in; `heads` a noun, singular, to the kinds that
    it may head, the likeliest first; `suffixes` an agent's ending to the kinds of one and several.
    """

    code: str
    classes: Mapping[str, frozenset[str]]
    verbs: Mapping[str, Verb]
    heads: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, tuple[str, str]]
    _singular: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def is_a(self, word: str, name: str) -> bool:
        """Say whether the lower-case `word` is in the class `name`."""
        return name in self.classes.get(word, ())

    def singular(self, word: str) -> str:
        """Return the lower-case noun in its singular, as far as the head nouns tell.

        Example:
            >>> grammar("en").singular("agencies"), grammar("en").singular("headquarters")
            ('agency', 'headquarters')
        """
        found = self._singular.get(word)
        if found is None:
            found = self._of_one(word.removesuffix("(s)"))
            if len(self._singular) < _MOST_WORDS:
                self._singular[word] = found
        return found

    def _of_one(self, word: str) -> str:
        if word in self.heads:
            return word
        forms = (singular(word), word.removesuffix("s"))
        return next((form for form in forms if form in self.heads), word)

    def kinds(self, word: str) -> tuple[str, ...]:
        """Return the kinds that the lower-case noun may head.

        Example:
            >>> grammar("en").kinds("officers")
            ('role',)
            >>> grammar("en").kinds("beekeepers"), grammar("en").kinds("containers")
            (('group',), ())
        """
        found = self._kinds.get(word)
        if found is None:
            found = self.heads.get(self.singular(word)) or self._by_suffix(word)
            if len(self._kinds) < _MOST_WORDS:
                self._kinds[word] = found
        return found

    def _by_suffix(self, word: str) -> tuple[str, ...]:
        """Return the kind that an agent's suffix tells of a noun that no table holds."""
        one = singular(word)
        known = " " in word or word in self.verbs or self.is_a(one, "thing")
        if known or len(one) < _SHORTEST:
            return ()
        told = next((kinds for end, kinds in self.suffixes.items() if one.endswith(end)), None)
        return () if told is None else (told[word != one],)


@cache
def grammar(code: str) -> Grammar:
    """Return the grammar of a language by its ISO 639-1 code.

    Raises:
        FileNotFoundError: there are no tables of the language.
    """
    classes: dict[str, set[str]] = {}
    for row in table(f"language/{code}/words.tsv"):
        classes.setdefault(row["word"], set()).add(row["class"])
    heads: dict[str, list[str]] = {}
    for row in table(f"language/{code}/heads.tsv"):
        heads.setdefault(row["noun"], []).append(row["kind"])
    return Grammar(
        code,
        MappingProxyType({word: frozenset(names) for word, names in classes.items()}),
        MappingProxyType(_forms(code)),
        MappingProxyType({noun: tuple(kinds) for noun, kinds in heads.items()}),
        MappingProxyType(
            {
                row["suffix"]: (row["one"], row["several"])
                for row in table(f"language/{code}/suffixes.tsv")
            }
        ),
    )


def _forms(code: str) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for row in table(f"language/{code}/verbs.tsv"):
        lemma, noun = row["lemma"], bool(row["noun"])
        found[lemma] = Verb(lemma, "base", noun)
        if code != "en":
            continue
        for form, words in _inflected(row).items():
            for word in words:
                found.setdefault(word, Verb(lemma, form, noun))
    return found


def _inflected(row: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Inflect an English verb by rule; irregular pasts stand in the table."""
    lemma = row["lemma"]
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    double = (
        lemma + lemma[-1] if row["past"].endswith(lemma[-1] + "ed") and lemma[-1] != "e" else ""
    )
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = lemma + "d" if lemma.endswith("e") else lemma + "ed"
    if lemma.endswith("y") and lemma[-2] not in "aeo":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    pasts = tuple(dict.fromkeys(filter(None, (row["past"], row["participle"])))) or (past,)
    progressive = double + "ing" if double and double != lemma else stem + "ing"
    return {"s": (third,), "ing": (progressive,), "ed": pasts}
