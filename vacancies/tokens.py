"""A sentence as tokens, each with its part of speech as far as closed lists and place can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ..ontology.grammar import Grammar, Verb, grammar
from .garbled import FILLER

__all__ = ["Sentence", "Tag", "Token", "mark", "sentences", "tokenize"]

_TOKEN = (
    r"|(?:[dlnsjmtcDLNSJMTC]|[Qq]u)'(?=[^\W\d_])"
    r"|[^\W_]+(?:[-'.][^\W_]+)*(?:'(?=\s))?(?:{endings})?-?"
    r"|[^\s\w]|_"
)
_WHOLE = r"(?![^\W_])"
_PRONOUNS = r"s/he|he/she|she/he|and\s?/\s?or|[a-z]/[a-z]{2,4}"
_END = re.compile(
    r"(?<=[.!?])[\s'\")]*\s+(?=['\"(]?[A-ZÀ-Ý0-9])|(?<=;)\s*|(?<=[a-zà-ÿ]{3}\.)(?=[A-ZÀ-Ý][a-zà-ÿ'])"
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


_SPACES = re.compile(r"\s")
_ACTORS = frozenset({"role", "group", "unit", "body", "organization"})
_CONTRACTION = "contraction:"
_NONE: frozenset[str] = frozenset()
#: Spellings that are remembered; a corpus of one language has fewer that recur.
_MOST_WORDS = 50_000
_SHORTEST_ADVERB = 4
_SHORTEST_PARTICIPLE = 5
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


class Word:
    """What is known of a word before its sentence is: one for each spelling, shared by tokens.

    `tag` is None where only the neighbours can tell a verb from a noun; `name` is the word without
    the ending that adds a gender ("Oficial(a)"); `canonical` is the
    preposition that a contraction (du, al) holds, else the word itself.
    """

    __slots__ = (
        "acronym",
        "canonical",
        "capital",
        "classes",
        "kinds",
        "low",
        "name",
        "tag",
        "text",
        "verb",
    )

    def __init__(self, text: str, grammar: Grammar, *, loud: bool = False) -> None:
        """Look the word up; a `loud` one stands in a sentence of capitals only."""
        self.text = text.replace(FILLER, "")
        self.name = text = grammar.ungendered(self.text)
        folded = text.casefold()
        spaced = " ".join(folded.split())
        joined = "/" in text and spaced not in grammar.classes
        self.low = _SPACES.sub("", folded) if joined else spaced
        self.classes = grammar.classes.get(self.low, _NONE)
        self.canonical = next(
            (c.removeprefix(_CONTRACTION) for c in self.classes if c.startswith(_CONTRACTION)),
            self.low,
        )
        self.kinds = grammar.kinds(self.low)
        self.capital = text[:1].isupper()
        stem = text.removesuffix("s")
        self.acronym = len(stem) > 1 and sum(map(str.isupper, stem)) >= 2 and " " not in stem
        found = grammar.verbs.get(self.low)
        self.tag = _settled(self.low if loud else text, self.low, self.classes, found, grammar)
        self.verb = found if self.tag is None else None


class Token:
    """A word or mark in its place: its span in the text, its word, its tag, its verb if any."""

    __slots__ = (
        "acronym",
        "canonical",
        "capital",
        "classes",
        "end",
        "kinds",
        "low",
        "name",
        "start",
        "tag",
        "text",
        "verb",
    )

    def __init__(self, start: int, end: int, word: Word, tag: str, verb: Verb | None) -> None:
        """Take over what is known of the word."""
        self.start, self.end, self.tag, self.verb = start, end, tag, verb
        self.text, self.name = word.text, word.name
        self.low, self.canonical = word.low, word.canonical
        self.classes = word.classes
        self.kinds, self.capital, self.acronym = word.kinds, word.capital, word.acronym


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, and the spans among them that are known names.

    `names` maps the number of a name's first token to the number after its last.
    """

    tokens: Sequence[Token]
    grammar: Grammar
    names: Mapping[int, int] = field(default_factory=dict)
    phrases: dict[int, object] = field(init=False, repr=False, compare=False, default_factory=dict)
    entities: dict[object, object] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    lists: dict[object, object] = field(init=False, repr=False, compare=False, default_factory=dict)

    def is_a(self, at: int, name: str) -> bool:
        """Say whether there is a token `at`, and its word is in the class `name`."""
        return at < len(self.tokens) and name in self.tokens[at].classes

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
    longest_first = sorted(fixed, key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    opening = f"(?i:{_PRONOUNS}{'|' + joined if joined else ''})"
    endings = (*grammar(code).words("bracketed"), *grammar(code).genders)
    ends = "|".join(re.escape(one) + _WHOLE * (one[-1:] != ")") for one in endings)
    return re.compile(rf"\b{opening}(?:\b|(?<=')){_TOKEN.replace('{endings}', ends)}")


@lru_cache(maxsize=_MOST_WORDS)
def _word(text: str, code: str, loud: bool) -> Word:
    return Word(text, grammar(code), loud=loud)


def mark(sign: str, at: int, language: Grammar) -> Token:
    """Return a sign that the layout stands for: a token of no width at `at`."""
    return Token(at, at, _word(sign, language.code, False), Tag.MARK, None)


def tokenize(words: str, start: int, end: int, language: Grammar) -> list[Token]:
    """Cut `words[start:end]` into tagged tokens.

    Example:
        >>> from dottedline.ontology.grammar import grammar
        >>> [t.tag for t in tokenize("Supervise the drivers", 0, 21, grammar("en"))]
        ['verb', 'determiner', 'name']
    """
    code = language.code
    spans = [(*m.span(), m.group()) for m in _pattern(code).finditer(words, start, end)]
    loud = len(spans) > _LOUD and words[start:end].isupper()
    found: list[Token] = []
    for number, (left, right, text) in enumerate(spans):
        word = _word(text, code, loud)
        tag, verb = word.tag, None
        if tag is None:
            after = [text for _, _, text in spans[number + 1 : number + 3]]
            tag, verb = _decided(word, loud, found, after, language)
        found.append(Token(left, right, word, tag, verb))
    return found


def _decided(
    word: Word, loud: bool, before: Sequence[Token], after: Sequence[str], grammar: Grammar
) -> tuple[str, Verb | None]:
    """Return the tag of a word that may be a verb, by its neighbours."""
    verb = None if before and "gerund" in word.classes else word.verb
    if verb is not None and _is_verb(verb, word.low if loud else word.text, before, after, grammar):
        return (Tag.PARTICIPLE if verb.form == "ed" else Tag.VERB), verb
    tag = _unverbal(word.low, word.classes, grammar)
    if verb is None and tag == Tag.NAME and before and before[-1].tag == Tag.NAME:
        behind = bool(after) and grammar.is_a(after[0].casefold(), Tag.PREPOSITION)
        return (Tag.PARTICIPLE if behind else tag), None
    return tag, None


def _settled(
    text: str, low: str, classes: Set[str], verb: Verb | None, grammar: Grammar
) -> str | None:
    """Return the tag that a word has in any sentence, None where it may be a verb."""
    if not text[0].isalnum():
        return Tag.CONJUNCTION if text == "&" else Tag.MARK
    if text[0].isdigit():
        return Tag.NUMBER
    if len(text) > 1 and text.isupper() and "shouted" not in classes:
        return Tag.NAME
    if low.endswith("ing") and "vague" in classes:
        return Tag.NAME
    if "gerund" in classes and verb is None:
        return Tag.NAME
    if "participial" in classes:
        return Tag.PARTICIPLE
    if verb is not None or (_may_be_participle(low) and grammar.code == "en"):
        return None
    return _unverbal(low, classes, grammar)


def _may_be_participle(low: str) -> bool:
    return low.endswith("ed") and len(low) > _SHORTEST_PARTICIPLE and "-" not in low


def _unverbal(low: str, classes: Set[str], grammar: Grammar) -> str:
    """Return the tag of a word that is no verb."""
    for tag in _CLOSED:
        if tag in classes:
            return tag
    if "inclusion" in classes:
        return Tag.PREPOSITION
    if "adjective" in classes:
        return Tag.NAME
    if low.endswith(grammar.adverb_endings) and len(low) > _SHORTEST_ADVERB:
        return Tag.ADVERB
    return Tag.NAME


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
    if left is not None and left.text == ":" and verb.noun and _is_title(text, after, grammar):
        return False
    if left is not None and left.tag == Tag.NAME and _is_pair(left.low, text.casefold(), grammar):
        return False
    if not opens and verb.form == "ing" and grammar.is_a(text.casefold(), "adjectival"):
        verbs = [token.verb for token in before if token.tag == Tag.VERB and token.verb]
        return bool(verbs) and verbs[-1].form == "ing"
    if not opens and _is_attribute(verb, text.casefold(), before, follower, grammar):
        return False
    if verb.form == "ed":
        return True
    if verb.listed:
        return _is_listed_verb(verb, left, follower, grammar)
    if left is not None and left.tag in (Tag.DETERMINER, Tag.NUMBER):
        return left is before[0] and verb.form == "s" and not verb.noun
    if verb.form == "ing":
        return _is_progressive(verb, left, opens, follower, grammar)
    if left is not None and left.tag == Tag.AUXILIARY:
        return True
    if verb.noun and _is_given(before, follower, grammar):
        return False
    if left is not None and left.tag == Tag.PRONOUN and verb.form in ("s", "base"):
        return True
    if opens and grammar.is_a(text.casefold(), "leading") and grammar.is_a(follower, "of-particle"):
        return False
    if opens or left is None or grammar.is_a(left.low, "verb-goal"):
        return not (verb.noun and _noun_ahead(follower, grammar) and not opens)
    if left.tag == Tag.PREPOSITION:
        return False
    if left.low in (",", "/") or left.tag == Tag.CONJUNCTION:
        return not verb.noun or _goes_on(verb, before, after, grammar)
    if left.tag == Tag.NAME and before[-1].tag == Tag.ADVERB and _goal_ahead(after, grammar):
        return True
    if left.tag == Tag.NAME and verb.form == "base":
        return not verb.noun or _is_told(before, follower, grammar)
    if left.tag == Tag.NAME and verb.noun and ("adjective" in left.classes or _is_object(before)):
        return False
    if left.tag == Tag.NAME and verb.noun and _joins_adjectives(before, follower, grammar):
        return False
    if left.tag == Tag.NAME:
        return verb.form == "s" and (not verb.noun or _goes_on(verb, before, after, grammar))
    return not verb.noun


def _is_title(text: str, after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether a role's noun in capitals follows: "Warehouse Assistant"."""
    capitals = text[:1].isupper() and bool(after) and after[0][:1].isupper()
    return capitals and "role" in grammar.kinds(after[0].casefold())


def _is_listed_verb(verb: Verb, left: Token | None, follower: str, grammar: Grammar) -> bool:
    """Decide on a form that the table of verbs lists: few nouns look like it, and these are told.

    "Analyse des risques" is a noun, "analyse les risques" a verb.
    """
    if verb.noun:
        led = left is not None and left.tag in (Tag.PRONOUN, Tag.AUXILIARY)
        whose = grammar.is_a(follower, "of-particle")
        return led or (grammar.is_a(follower, Tag.DETERMINER) and not whose)
    finite = verb.form == "s"
    return not (finite and left is not None and left.tag in (Tag.DETERMINER, Tag.PREPOSITION))


def _is_given(before: Sequence[Token], follower: str, grammar: Grammar) -> bool:
    """Say whether "to" belongs to what is given: "guidance to shelter partners"."""
    given = len(before) > 1 and "giving-noun" in before[-2].classes
    return given and grammar.is_a(before[-1].low, "verb-goal") and bool(grammar.kinds(follower))


def _is_object(before: Sequence[Token]) -> bool:
    """Say whether a verb governs the names before, with no break since."""
    for token in reversed(before):
        if token.tag == Tag.VERB:
            return True
        if token.tag not in (Tag.NAME, Tag.DETERMINER, Tag.PARTICIPLE, Tag.ADVERB):
            return False
    return False


def _is_told(before: Sequence[Token], follower: str, grammar: Grammar) -> bool:
    """Say whether "that drivers" stands before, and an object ahead: "that drivers use the"."""
    names = len(before)
    while names and before[names - 1].tag == Tag.NAME:
        names -= 1
    told = names and before[names - 1].tag == Tag.RELATIVE and before[-1].low.endswith("s")
    plural = follower.endswith("s") and not grammar.is_a(follower, Tag.PREPOSITION)
    return bool(told) and (plural or grammar.is_a(follower, Tag.DETERMINER))


def _joins_adjectives(before: Sequence[Token], follower: str, grammar: Grammar) -> bool:
    """Say whether "technical and procedural" stands behind a verb, and "on" or "of" ahead."""
    if len(before) < 4 or not grammar.is_a(follower, "noun-particle"):
        return False
    verb, *names = before[-4:]
    tags = [token.tag for token in names]
    small = not any(token.capital or token.kinds for token in names)
    return verb.tag == Tag.VERB and tags == [Tag.NAME, Tag.CONJUNCTION, Tag.NAME] and small


def _past_bracket(before: Sequence[Token]) -> Sequence[Token]:
    """Leave out a bracket that stands between a name and its verb: "the Officer (FO) reports"."""
    if not before or before[-1].text != ")":
        return before
    opening = next((n for n in range(len(before) - 2, 0, -1) if before[n].text == "("), None)
    return before if opening is None else before[:opening]


def _goes_on(verb: Verb, before: Sequence[Token], after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether a word that may be a noun goes on with the verbs before it, of its own form."""
    before = _own_clause(before)
    verbs = [token.verb for token in before if token.tag == Tag.VERB and token.verb]
    if verbs and verb.form == "s" and all(v.form != "s" for v in verbs):
        return False
    if verb.form == "s" and _goal_ahead(after, grammar):
        return not verbs if before[-1].tag in (Tag.NAME, Tag.ADVERB) else bool(verbs)
    if verbs and before[-1].tag == Tag.CONJUNCTION and _bare_object(verb, after, grammar):
        return all(v.form == verb.form for v in verbs)
    if not verbs and verb.form == "s" and before[0].tag == Tag.PREPOSITION:
        return before[-1].text == "," and _bare_object(verb, after, grammar)
    if verb.lemma in grammar.heads and after:
        low = after[0].casefold()
        if grammar.is_a(low, Tag.CONJUNCTION):
            return _starts_object(verb, after, grammar)
        adverb = grammar.is_a(low, Tag.ADVERB) or low.endswith("ly")
        return adverb or grammar.is_a(low, Tag.DETERMINER) or grammar.is_a(low, "verb-particle")
    return _starts_object(verb, after, grammar)


def _own_clause(before: Sequence[Token]) -> Sequence[Token]:
    """Leave out what opens a sentence before its subject: "Under the Chief, the Unit reports"."""
    opening = before[0].tag in (Tag.PREPOSITION, Tag.RELATIVE, Tag.PARTICIPLE)
    comma = next((n for n in range(len(before) - 1, 0, -1) if before[n].text == ","), None)
    clause = before[comma + 1 :] if opening and comma is not None else ()
    if not clause or any(token.tag not in (Tag.DETERMINER, Tag.NAME) for token in clause):
        return before
    head = clause[-1]
    acts = head.acronym or "post" in head.classes or not _ACTORS.isdisjoint(head.kinds)
    return clause if acts else before


def _bare_object(verb: Verb, after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether a plural follows, and then "to": "and report faults to the Section"."""
    words = [word.casefold() for word in after]
    if len(words) < 2 or not words[0].isalpha() or not words[0].endswith("s"):
        return False
    if any(grammar.is_a(words[0], tag) for tag in _CLOSED):
        return False
    return verb.form == "s" or grammar.is_a(words[1], Tag.PREPOSITION)


def _compound(low: str, follower: str, grammar: Grammar) -> bool:
    names = (follower, follower.removesuffix("s"), grammar.singular(follower))
    return any(grammar.is_a(f"{low} {n}", "compound") or grammar.kinds(f"{low} {n}") for n in names)


def _is_attribute(
    verb: Verb, low: str, before: Sequence[Token], follower: str, grammar: Grammar
) -> bool:
    """Say whether a gerund stands before a noun that it tells the kind of: "filing systems"."""
    if verb.form != "ing" or not _tells_kind(low, follower, grammar):
        return False
    left = before[-1]
    if left.tag in (Tag.VERB, Tag.NAME, Tag.DETERMINER):
        return True
    if left.tag == Tag.PREPOSITION:
        return "of-particle" in left.classes
    verbs = [token.verb for token in before if token.tag == Tag.VERB and token.verb]
    return bool(verbs) and verbs[-1].form != "ing"


def _is_pair(left: str, right: str, grammar: Grammar) -> bool:
    """Say whether two words are a head noun together: "software packages"."""
    pair = f"{left} {right}"
    return bool(grammar.kinds(pair) or grammar.kinds(pair.removesuffix("s")))


def _tells_kind(low: str, follower: str, grammar: Grammar) -> bool:
    if _is_pair(low, follower, grammar):
        return True
    return grammar.is_a(low, "attributive") and bool(grammar.kinds(follower))


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
    if left.tag in (Tag.PREPOSITION, Tag.RELATIVE):
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


def _starts_object(verb: Verb, after: Sequence[str], grammar: Grammar) -> bool:
    """Say whether the words after an ambiguous word look like a verb's object."""
    if not after:
        return False
    low = after[0].casefold()
    if grammar.is_a(low, Tag.DETERMINER) or grammar.is_a(low, Tag.PRONOUN):
        return True
    if not after[0][:1].isalpha() or grammar.is_a(low, Tag.PREPOSITION):
        return grammar.is_a(low, "verb-particle") and len(after) > 1
    if grammar.is_a(low, Tag.CONJUNCTION):
        joined = grammar.verbs.get(after[1].casefold()) if len(after) > 1 else None
        return joined is not None and (not joined.noun or joined.form == verb.form)
    return not grammar.is_a(low, Tag.AUXILIARY)
