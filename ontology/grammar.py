"""The words that a language is built with: verbs, small words, and the nouns that head names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType

from .spelling import singular
from .tables import table

__all__ = ["Grammar", "Verb", "grammar"]

_MOST_WORDS = 50_000
_SHORTEST = 5  # letters of a noun whose suffix may tell its kind


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: its lemma, which form it is, and whether a noun looks alike.

    A `listed` form stands in the table as it is written, so that no noun but those marked is
    mistaken for it; the others are made by rule.
    """

    lemma: str
    form: str
    noun: bool
    listed: bool = False


@dataclass(frozen=True)
class Grammar:
    """The closed word classes, verb forms and head nouns of one language.

    `classes` maps a word to the classes that it is in; `heads` a noun, singular, to the kinds that
    it may head, the likeliest first; `suffixes` an agent's ending to the kinds of one and several;
    `plurals` the ending of a plural to that of its singular.
    """

    code: str
    classes: Mapping[str, frozenset[str]]
    verbs: Mapping[str, Verb]
    heads: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, tuple[str, str]]
    plurals: Mapping[str, str]
    _singular: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def is_a(self, word: str, name: str) -> bool:
        """Say whether the lower-case `word` is in the class `name`."""
        return name in self.classes.get(word, ())

    @cached_property
    def head_first(self) -> bool:
        """Whether a name begins with its head: "plan de seguridad" against "security plan"."""
        return self.is_a("head-first", "order")

    @cached_property
    def adverb_endings(self) -> tuple[str, ...]:
        """The endings of adverbs, where no other words of the language have them."""
        return self.words("adverb-ending")

    @cached_property
    def genders(self) -> tuple[str, ...]:
        """The endings that add a gender to a noun, "Asistente(a)", the longest first."""
        return tuple(sorted(self.words("gender"), key=len, reverse=True))

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of the class `name`, sorted."""
        return tuple(sorted(word for word, names in self.classes.items() if name in names))

    def ungendered(self, word: str) -> str:
        """Return the word without the ending that adds a gender to it.

        Example:
            >>> grammar("es").ungendered("Oficial(a)"), grammar("en").ungendered("Area(s)")
            ('Oficial', 'Area(s)')
        """
        ending = next((one for one in self.genders if word.endswith(one)), "")
        return word[: len(word) - len(ending)] or word

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
        forms = (self.made_singular(word), singular(word), word.removesuffix("s"))
        return next((form for form in forms if form in self.heads), word)

    def made_singular(self, word: str) -> str:
        """Return the lower-case word in the singular, by the endings of the language.

        Example:
            >>> grammar("es").made_singular("evaluaciones"), grammar("fr").made_singular("locaux")
            ('evaluación', 'local')
        """
        endings = (ending for ending in self.plurals if word.endswith(ending))
        longest = max(endings, key=len, default=None)
        if longest is None:
            return word if self.plurals else singular(word)
        return word.removesuffix(longest) + self.plurals[longest]

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
        MappingProxyType(
            {row["plural"]: row["singular"] for row in table(f"language/{code}/plurals.tsv")}
        ),
    )


def _forms(code: str) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for row in table(f"language/{code}/verbs.tsv"):
        lemma, nouns = row["lemma"], row["noun"].split()
        listed = "finite" in row
        first = "infinitive" if listed else "base"
        found[lemma] = Verb(lemma, first, lemma in nouns if listed else bool(nouns), listed)
        for form, words in (_listed(row) if listed else _inflected(row)).items():
            for word in words:
                noun = word in nouns if listed else bool(nouns)
                found.setdefault(word, Verb(lemma, form, noun, listed))
    return found


def _listed(row: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return a verb's forms as the table gives them, by the names that English forms have."""
    columns = {"infinitive": "infinitive", "s": "finite", "ing": "gerund", "ed": "participle"}
    return {form: tuple(row[column].split()) for form, column in columns.items()}


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
