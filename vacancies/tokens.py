"""A sentence as tokens, each with its part of speech as far as closed lists and place can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..ontology.grammar import Grammar, Verb, grammar

__all__ = ["Sentence", "Tag", "Token", "sentences", "tokenize"]

_TOKEN = (
    r"|[dlnsjmtcDLNSJMTC]'(?=[^\W\d_])"
    r"|[^\W_]+(?:[-'.][^\W_]+)*(?:'(?=\s))?(?:\((?:s|es|ies)\))?-?"
    r"|[^\s\w]|_"
)
_PRONOUNS = r"s/he|he/she|she/he|and\s?/\s?or|[a-z]/[a-z]{2,4}"
_END = re.compile(
    r"(?<=[.!?])[\s'\")]*\s+(?=['\"(]?[A-ZÀ-Ý0-9])|(?<=;)\s*|(?<=[a-z]{3}\.)(?=[A-Z][a-z])"
)
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|incl|No|Mr|Ms|Mrs|Dr|St|approx|Ref|vs|p\. ej|Sr|al)|\b[A-Z])\.$"
)


class Tag:
    """The parts of speech that the grammar tells apart."""

    NAME = "name"  # a noun, an adjective, or a word that no list holds
    VERB = "verb"
    PARTICIPLE = "participle"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    RELATIVE = "relative"
    NUMBER = "number"
    MARK = "mark"


_LOUD = 3  # tokens; a longer sentence in capitals only is no row of acronyms
_CLOSED = (
    Tag.DETERMINER,
    Tag.PRONOUN,
    Tag.AUXILIARY,
    Tag.CONJUNCTION,
    Tag.RELATIVE,
    Tag.PREPOSITION,
    Tag.ADVERB,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: its span in the text, its lower-case form, its tag, its verb if it is one."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    verb: Verb | None = None

    @property
    def capital(self) -> bool:
        """Say whether the token opens with a capital letter."""
        return self.text[:1].isupper()

    @property
    def acronym(self) -> bool:
        """Say whether the token looks like an acronym: COM, HoOs, UN-DSS."""
        stem = self.text.removesuffix("s")
        return len(stem) > 1 and sum(c.isupper() for c in stem) >= 2 and " " not in stem


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, and the spans among them that are known names.

    `names` maps the number of a name's first token to the number after its last.
    """

    tokens: Sequence[Token]
    grammar: Grammar
    names: Mapping[int, int] = field(default_factory=dict)

    def is_a(self, at: int, name: str) -> bool:
        """Say whether there is a token `at`, and its word is in the class `name`."""
        return at < len(self.tokens) and self.grammar.is_a(self.tokens[at].low, name)

    def tagged(self, at: int, *tags: str) -> bool:
        """Say whether there is a token `at`, with one of the tags."""
        return at < len(self.tokens) and self.tokens[at].tag in tags


def sentences(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences and clauses between semicolons of `words[start:end]`.

    Example:
        >>> list(sentences("File papers. Call staff.", 0, 24))
        [(0, 12), (13, 24)]
    """
    at = start
    for match in _END.finditer(words, start, end):
        if _SHORTENED.search(words, max(at, match.start() - 6), match.start()):
            continue
        if words[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if words[at:end].strip():
        yield at, end


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Return what a token is; words that the grammar fixes together are one."""
    fixed = (word for word in grammar(code).classes if grammar(code).is_a(word, "fixed"))
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(fixed))
    opening = f"(?i:{_PRONOUNS}{'|' + joined if joined else ''})"
    return re.compile(rf"\b{opening}\b{_TOKEN}")


def tokenize(words: str, start: int, end: int, language: Grammar) -> list[Token]:
    """Cut `words[start:end]` into tagged tokens.

    Example:
        >>> from dottedline.ontology.grammar import grammar
        >>> [t.tag for t in tokenize("Supervise the drivers", 0, 21, grammar("en"))]
        ['verb', 'determiner', 'name']
    """
    pattern = _pattern(language.code)
    spans = [(m.start(), m.end(), m.group()) for m in pattern.finditer(words, start, end)]
    loud = len(spans) > _LOUD and words[start:end].isupper()
    found: list[Token] = []
    for number, (left, right, text) in enumerate(spans):
        low = (
            re.sub(r"\s", "", text.casefold()) if "/" in text else " ".join(text.casefold().split())
        )
        after = [word for _, _, word in spans[number + 1 : number + 3]]
        tag, verb = _tag(low if loud else text, low, found, after, language)
        found.append(Token(left, right, text, low, tag, verb))
    return found


def _tag(
    text: str, low: str, before: Sequence[Token], after: Sequence[str], grammar: Grammar
) -> tuple[str, Verb | None]:
    if not text[0].isalnum():
        return (Tag.CONJUNCTION if text == "&" else Tag.MARK), None
    if text[0].isdigit():
        return Tag.NUMBER, None
    if len(text) > 1 and text.isupper() and not grammar.is_a(low, "shouted"):
        return Tag.NAME, None
    if low.endswith("ing") and grammar.is_a(low, "vague"):
        return Tag.NAME, None
    if grammar.is_a(low, "participial"):
        return Tag.PARTICIPLE, None
    verb = grammar.verbs.get(low)
    if verb is not None and _is_verb(verb, text, before, after, grammar):
        return (Tag.PARTICIPLE if verb.form == "ed" else Tag.VERB), verb
    for tag in _CLOSED:
        if grammar.is_a(low, tag):
            return tag, None
    if grammar.is_a(low, "inclusion"):
        return Tag.PREPOSITION, None
    if low.endswith("ly") and len(low) > 4 and grammar.code == "en":
        return Tag.ADVERB, None
    return Tag.NAME, None


def _is_verb(
    verb: Verb, text: str, before: Sequence[Token], after: Sequence[str], grammar: Grammar
) -> bool:
    """Decide by the neighbours whether a word that may be a verb is one here."""
    before = _past_bracket(before)
    left = next((t for t in reversed(before) if t.tag != Tag.ADVERB), None)
    opens = left is None or left.text in (";", ":", ".", "•", "-", '"', "'")
    follower = after[0].casefold() if after else ""
    if text[0].isupper() and not opens:
        return False
    if _compound(text.casefold(), follower, grammar):
        return False
    if verb.form == "ed":
        return True
    if left is not None and left.tag in (Tag.DETERMINER, Tag.NUMBER):
        return left is before[0] and verb.form == "s" and not verb.noun
    if verb.form == "ing":
        return _is_progressive(verb, left, opens, follower, grammar)
    if left is not None and left.tag == Tag.AUXILIARY:
        return True
    if opens or left is None or grammar.is_a(left.low, "verb-goal") or left.tag == Tag.PRONOUN:
        return not (verb.noun and _noun_ahead(follower, grammar) and not opens)
    if left.tag == Tag.PREPOSITION:
        return False
    if left.low in (",", "/") or left.tag == Tag.CONJUNCTION:
        return not verb.noun or _goes_on(verb, before, after, grammar)
    if left.tag == Tag.NAME and verb.form == "base":
        return not verb.noun
    if left.tag == Tag.NAME:
        return verb.form == "s" and (not verb.noun or _goes_on(verb, before, after, grammar))
    return not verb.noun


def _past_bracket(before: Sequence[Token]) -> Sequence[Token]:
    """Leave out a bracket that stands between a name and its verb: "the Officer (FO) reports"."""
    if not before or before[-1].text != ")":
        return before
    opening = next((n for n in range(len(before) - 2, 0, -1) if before[n].text == "("), None)
    return before if opening is None else before[:opening]


def _goes_on(verb: Verb, before: Sequence[Token], after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether a word that may be a noun goes on with the verbs before it, of its own form."""
    verbs = [token.verb for token in before if token.tag == Tag.VERB and token.verb]
    if verbs and verb.form == "s" and all(v.form != "s" for v in verbs):
        return False
    if verb.form == "s" and _goal_ahead(after, grammar):
        return not verbs if before[-1].tag == Tag.NAME else bool(verbs)
    if verb.lemma in grammar.heads and after:
        low = after[0].casefold()
        if grammar.is_a(low, Tag.CONJUNCTION):
            return _starts_object(after, grammar)
        adverb = grammar.is_a(low, Tag.ADVERB) or low.endswith("ly")
        return adverb or grammar.is_a(low, Tag.DETERMINER) or grammar.is_a(low, "verb-particle")
    return _starts_object(after, grammar)


def _compound(low: str, follower: str, grammar: Grammar) -> bool:
    names = (follower, follower.removesuffix("s"), grammar.singular(follower))
    return any(grammar.is_a(f"{low} {name}", "compound") for name in names)


def _noun_ahead(follower: str, grammar: Grammar) -> bool:
    return follower in (".", ",", "") or grammar.is_a(follower, "preposition")


def _is_progressive(
    verb: Verb, left: Token | None, opens: bool, follower: str, grammar: Grammar
) -> bool:
    if grammar.is_a(follower, "of-particle") or (
        grammar.heads.get(verb.lemma) is None and follower in (".", "")
    ):
        return False
    if not verb.noun and (opens or left is None or left.low == "," or left.tag == Tag.CONJUNCTION):
        return True
    object_ahead = follower not in (",", ")", ".", ";", "/") and not grammar.is_a(
        follower, Tag.CONJUNCTION
    )
    if opens or left is None:
        return object_ahead or not verb.noun
    if left.tag == Tag.NAME:
        return False
    if left.tag in (Tag.PREPOSITION, Tag.AUXILIARY, Tag.RELATIVE):
        return object_ahead and not grammar.is_a(follower, Tag.PREPOSITION)
    if left.low in (",", "/") or left.tag == Tag.CONJUNCTION:
        return object_ahead and not grammar.is_a(follower, "noun-particle")
    return object_ahead


def _goal_ahead(after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether "to" comes next, past one adverb."""
    words = [word.casefold() for word in after]
    if words and (words[0].endswith("ly") or grammar.is_a(words[0], Tag.ADVERB)):
        words = words[1:]
    return bool(words) and grammar.is_a(words[0], "verb-goal")


def _starts_object(after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether the words after an ambiguous word look like a verb's object."""
    if not after:
        return False
    low = after[0].casefold()
    if grammar.is_a(low, Tag.DETERMINER) or grammar.is_a(low, Tag.PRONOUN):
        return True
    if not after[0][:1].isalpha() or grammar.is_a(low, Tag.PREPOSITION):
        return grammar.is_a(low, "verb-particle") and len(after) > 1
    if grammar.is_a(low, Tag.CONJUNCTION):
        return len(after) > 1 and after[1].casefold() in grammar.verbs
    return not grammar.is_a(low, Tag.AUXILIARY)
