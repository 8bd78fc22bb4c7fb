"""Noun phrases, and lists of them: where an object's name begins and ends in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import cast

from .tokens import Sentence, Tag, Token

__all__ = ["Join", "Link", "Listed", "Phrase", "head", "listed", "phrase"]

_LONGEST = 14
_PARENTHESIS = 9
#: How many "of ..." may follow one another in one name.
_DEEPEST = 6
_ACTORS = frozenset({"body", "group", "organization", "role", "unit"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by token numbers, ends exclusive.

    `first` to `core` is the name proper; `of` ends the "of ..." that belongs to it, `last` the
    places and attributes behind it.
    """

    first: int
    core: int
    of: int
    last: int


class Join(Enum):
    """How a phrase of a list follows the one before it."""

    FIRST = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    SLASH = auto()
    INCLUDING = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """The join between a phrase and the one before it.

    A `shared` phrase only says of what the one before it is too: "personal de Cali y de Pasto".
    """

    word: Join
    shared: bool = False


_MARKS = {",": Join.COMMA, "/": Join.SLASH}


@dataclass(frozen=True, slots=True)
class Listed:
    """Phrases of one list, each with its link to the one before; `last` is the token after."""

    phrases: tuple[Phrase, ...]
    links: tuple[Link, ...]
    last: int


def phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase that begins at token `at`, or None."""
    known = sentence.phrases
    if at not in known:
        known[at] = _phrase(sentence, at)
    return cast("Phrase | None", known[at])


def _phrase(sentence: Sentence, at: int) -> Phrase | None:
    tokens = sentence.tokens
    first = _opening(sentence, at)
    core = _core(sentence, first)
    if core <= first or not any(t.tag == Tag.NAME for t in tokens[first:core]):
        return None
    of = _attached(sentence, core, "of-particle")
    if of == core and sentence.is_a(core - 1, "meeting"):
        of = _attached(sentence, core, "meeting-particle")
    if sentence.is_a(of, "subject-particle") and _takes_subject(sentence, core, of):
        of = _attached(sentence, of, "subject-particle")
    of = _titled(sentence, first, core) if of == core else _untopical(sentence, first, core, of)
    last = of
    for _ in range(3):
        further = _attached(sentence, last, "place-particle")
        if further == last:
            break
        last = _paired(sentence, further)
    if last > of and sentence.is_a(last, "subject-particle") and _has_subject(sentence, core):
        last = _attached(sentence, last, "subject-particle")
    return Phrase(first, core, of, last)


def head(sentence: Sentence, found: Phrase) -> Token:
    """Return the noun that heads the name, as far as the order of the language tells."""
    tokens = sentence.tokens[found.first : found.core]
    if sentence.grammar.head_first:
        return next((token for token in tokens if token.kinds), tokens[0])
    return tokens[-1]


def _titled(sentence: Sentence, first: int, core: int) -> int:
    """Return the end of what a role is for, where it belongs to its title, or `core`.

    "Assistant à la Protection", "Administratrice chargée de la protection".
    """
    if not any("role" in token.kinds for token in sentence.tokens[first:core]):
        return core
    if sentence.is_a(core, "charge"):
        return max(core, _attached(sentence, core + 1, "of-particle", core))
    if not sentence.is_a(core, "title-particle"):
        return core
    named = _opening(sentence, core + 1)
    free = named > core + 1 or not sentence.is_a(core, "place-particle")
    capital = named < len(sentence.tokens) and sentence.tokens[named].capital
    return _attached(sentence, core, "title-particle") if free and capital else core


def _untopical(sentence: Sentence, first: int, core: int, of: int) -> int:
    """Leave out what somebody is told of: "informer le Chef de bureau de l'évolution"."""
    if not _ACTORS & {kind for token in sentence.tokens[first:core] for kind in token.kinds}:
        return of
    for at in range(core, of):
        named = _opening(sentence, at + 1)
        if not sentence.is_a(at, "of-particle"):
            continue
        told = sentence.is_a(named, "topical") or sentence.is_a(at + 1, "topical")
        if told or _is_article_of_paper(sentence, at, named):
            return at
    return of


def _is_article_of_paper(sentence: Sentence, at: int, named: int) -> bool:
    """Tell "fournir au Chef de bureau des rapports" from "le Chef des opérations"."""
    if not sentence.tagged(at, Tag.DETERMINER) or named >= len(sentence.tokens):
        return False
    told = sentence.tokens[named]
    return "product" in told.kinds or "event" in told.classes


def _takes_subject(sentence: Sentence, core: int, of: int) -> bool:
    """Say whether "on ..." behind the name belongs to it: "grupo de trabajo sobre crecidas"."""
    if of > core and not sentence.grammar.head_first:
        return False
    return sentence.is_a(of - 1, "thematic") or _has_subject(sentence, core)


def _has_subject(sentence: Sentence, core: int) -> bool:
    """Say whether the name is of a document, so that "on ..." belongs to it."""
    first = core - 1
    while sentence.grammar.head_first and first > 0 and not sentence.tokens[first].kinds:
        first -= 1
    return bool({"instrument", "product"} & set(sentence.tokens[first].kinds))


def _paired(sentence: Sentence, end: int) -> int:
    """Take in the second of two places: "posted at the Liaison Office and Field Office"."""
    if not sentence.tagged(end, Tag.CONJUNCTION):
        return end
    first = _opening(sentence, end + 1)
    core = _core(sentence, first)
    if core > first and sentence.tokens[core - 1].low == sentence.tokens[end - 1].low:
        return core
    return end


def _opening(sentence: Sentence, at: int) -> int:
    """Step over articles, numbers, quotation marks and a bracket before the name."""
    tokens = sentence.tokens
    while at < len(tokens):
        token = tokens[at]
        if token.tag in (Tag.DETERMINER, Tag.NUMBER) or token.text in "\"'":
            at += 1
        elif token.text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
            at += 3
        else:
            break
    return at


def _core(sentence: Sentence, first: int) -> int:
    tokens = sentence.tokens
    at = first
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        if at in sentence.names:
            at = sentence.names[at]
            if _opens_name(sentence, at):
                break
        elif (
            token.tag == Tag.NAME
            or (token.text == '"' and at > first)
            or (token.tag in (Tag.PARTICIPLE, Tag.ADVERB) and _modifies(sentence, at, first))
        ):
            at += 1
        elif token.text == "(" and at > first:
            after = _parenthesis(tokens, at)
            if after == at:
                break
            at = after
        elif at > first and (after := _joined(sentence, at, first)) > at:
            at = after
        else:
            break
    while at > first and tokens[at - 1].text == '"' and _odd_quotes(tokens[first:at]):
        at -= 1
    return at


def _opens_name(sentence: Sentence, at: int) -> bool:
    """Say whether a noun behind a known name is another's head: "al Jefe de Oficina informes"."""
    if not sentence.grammar.head_first or not sentence.tagged(at, Tag.NAME):
        return False
    return bool(sentence.tokens[at].kinds) and not sentence.tokens[at].capital


def _odd_quotes(tokens: Sequence[Token]) -> bool:
    return sum(t.text == '"' for t in tokens) % 2 == 1 and tokens[0].text != '"'


def _modifies(sentence: Sentence, at: int, first: int) -> bool:
    """Say whether the participle or adverb at `at` stands before the name it belongs to."""
    tokens = sentence.tokens
    if sentence.grammar.head_first and at > first:
        return _follows(sentence, at)
    if at + 1 >= len(tokens):
        return False
    if at > first and tokens[at - 1].tag == Tag.NAME:
        owner = tokens[at - 1].low.endswith("'s")
        if not owner and not sentence.is_a(at - 1, "generic"):
            return False
    return tokens[at + 1].tag in (Tag.NAME, Tag.PARTICIPLE)


def _follows(sentence: Sentence, at: int) -> bool:
    """Say whether the participle at `at` belongs to the name before it: "normes établies"."""
    said = ("predicative", "participial", "charge", "inclusion")
    if not sentence.tagged(at, Tag.PARTICIPLE) or any(sentence.is_a(at, name) for name in said):
        return False
    return not any(sentence.is_a(at + n, "agent") for n in (1, 2))


def _parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Return the token after a short parenthesis that names, or `at` where it says more."""
    for end in range(at + 1, min(at + _PARENTHESIS, len(tokens))):
        if tokens[end].text == ")":
            inside = tokens[at + 1 : end]
            names = [t for t in inside if t.tag != Tag.MARK]
            listing = any(t.text in ",;" for t in inside)
            if listing or not names or len(names) > 5:
                return at
            return end + 1 if any(t.acronym or t.capital for t in names) else at
    return at


def _joined(sentence: Sentence, at: int, first: int) -> int:
    """Return the token after an "and" or slash that stands inside one name, or `at`."""
    tokens, grammar = sentence.tokens, sentence.grammar
    if at + 1 >= len(tokens) or tokens[at + 1].tag != Tag.NAME:
        return at
    left, mark, right = tokens[at - 1], tokens[at], tokens[at + 1]
    slash = mark.text == "/"
    if not slash and not sentence.is_a(at, "joining"):
        return at
    if grammar.is_a(f"{left.low} {right.low}", "binomial"):
        return at + 1
    if slash:
        fixed = left.acronym and right.acronym and at + 2 < len(tokens)
        return at + 1 if fixed and tokens[at + 2].tag == Tag.NAME and left.text.isupper() else at
    if slash or left.acronym or not (left.capital and right.capital):
        return at
    if left.kinds:
        return at
    headless = not left.kinds
    return at + 1 if headless and _headed_capital(sentence, at + 1) and at - 1 > first else at


def _headed_capital(sentence: Sentence, at: int) -> bool:
    """Say whether capitalised words from `at` on come to a head noun."""
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].tag == Tag.NAME and tokens[at].capital:
        if tokens[at].kinds:
            return True
        at += 1
    return False


def _attached(
    sentence: Sentence, at: int, role: str, start: int | None = None, depth: int = 0
) -> int:
    """Return the end of the "of ..." or place that is attached at `at`, else `start`."""
    tokens = sentence.tokens
    start = at if start is None else start
    if depth > _DEEPEST:
        return start
    if at < len(tokens) and role == "place-particle" and tokens[at].text == ",":
        return start
    if at < len(tokens) and role == "place-particle" and "participial" in tokens[at].classes:
        at += 1
        if at < len(tokens) and "particle" in tokens[at].classes:
            at += 1
        elif at >= len(tokens) or tokens[at].tag not in (Tag.NAME, Tag.DETERMINER):
            return start
    elif at < len(tokens) and role in tokens[at].classes:
        at += 1
    else:
        return start
    first = _opening(sentence, at)
    core = _core(sentence, first)
    if core <= first or (role == "place-particle" and _is_matter(sentence, at, first)):
        return start
    if role == "of-particle":
        core = _rest_of_name(sentence, start, core)
    while core + 1 < len(tokens) and tokens[core].text == "/" and tokens[core + 1].acronym:
        core += 2
    if role == "of-particle":
        return _attached(sentence, core, "of-particle", depth=depth + 1)
    inner = _attached(sentence, core, "of-particle", depth=depth + 1)
    if role == "subject-particle" and inner == core:
        return _rest_of_subject(sentence, core)
    return inner


def _is_matter(sentence: Sentence, at: int, first: int) -> bool:
    """Say whether it is no place but a matter: "en los asuntos técnicos", "en lo técnico"."""
    return any(sentence.is_a(number, "matter") for number in range(at, first + 1))


def _rest_of_subject(sentence: Sentence, core: int) -> int:
    """Take in the second of what a document is about: "on data and network use"."""
    if not sentence.tagged(core, Tag.CONJUNCTION) or sentence.tokens[core - 1].kinds:
        return core
    end = _core(sentence, core + 1)
    told = end > core + 1 and not sentence.tokens[end - 1].kinds
    return end if told and not sentence.tagged(end, Tag.VERB, Tag.AUXILIARY) else core


def _rest_of_name(sentence: Sentence, start: int, core: int) -> int:
    """Take in "and Social Affairs" behind "Ministry of Interior": a name without a head."""
    if not sentence.tagged(core, Tag.CONJUNCTION) or not sentence.tagged(core + 1, Tag.NAME):
        return core
    right, left = sentence.tokens[core + 1], sentence.tokens[start - 1]
    if not (right.capital and left.capital) or right.acronym or left.acronym:
        return core
    if sentence.tokens[core - 1].acronym or not left.kinds:
        return core
    end = _core(sentence, core + 1)
    heads = (token.kinds for token in sentence.tokens[core + 1 : end])
    return core if any(heads) else end


def listed(
    sentence: Sentence,
    at: int,
    *,
    particles: Sequence[str] = (),
    stops: frozenset[str] = frozenset(),
    clause: bool = True,
) -> Listed:
    """Return the list of noun phrases that begins at token `at`.

    A list stops at a verb, at a preposition other than `particles`, before a phrase that is the
    subject of what follows, and before one that is headed by one of the words `stops`.
    Without `clause`, the list itself may be the subject of what follows.
    """
    key = (at, tuple(particles), clause, bool(stops))
    known = sentence.lists.get(key)
    if known is None:
        known = sentence.lists[key] = _listed(sentence, at, particles, stops, clause)
    return cast("Listed", known)


def _listed(
    sentence: Sentence, at: int, particles: Sequence[str], stops: frozenset[str], clause: bool
) -> Listed:
    tokens = sentence.tokens
    phrases: list[Phrase] = []
    links: list[Link] = []
    link = Link(Join.FIRST)
    while True:
        found = phrase(sentence, at)
        if found is None:
            break
        if phrases and clause and _is_subject(tokens, found, link):
            break
        if phrases and clause and _opens_clause(sentence, found, link):
            break
        if phrases and head(sentence, found).low in stops:
            break
        found = _shortened(tokens, found) if clause else found
        phrases.append(found)
        links.append(link)
        step = _link(sentence, found.last, particles, stops)
        if step is not None and step[0].shared and found.last != found.of:
            break
        if step is None and found.last != found.of:
            step = _link(sentence, found.of, particles, stops)
        if step is None:
            break
        link, at = _unshared(sentence, found, *step)
    last = phrases[-1].last if phrases else at
    return Listed(tuple(phrases), tuple(links), last)


def _unshared(sentence: Sentence, before: Phrase, link: Link, at: int) -> tuple[Link, int]:
    """Tell "du personnel des agences et des ONG" from "le Chef et des partenaires"."""
    article = link.shared and sentence.tagged(at - 1, Tag.DETERMINER)
    if not article or "group" in head(sentence, before).kinds:
        return link, at
    return Link(link.word), at


def _shortened(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """Leave out a place that turns out to be the subject of what follows."""
    if found.last > found.of and found.last < len(tokens):
        after = tokens[found.last]
        if after.tag == Tag.AUXILIARY:
            return replace(found, last=found.of)
    return found


def _is_subject(tokens: Sequence[Token], found: Phrase, link: Link) -> bool:
    """Say whether the phrase opens a clause of its own; an imperative only follows a list."""
    forms = ("s", "base") if link.word is Join.COMMA else ("s",)
    ends = {found.last, found.of, found.core}
    return any(_is_finite(tokens, _past_slash(tokens, end), forms) for end in ends)


def _opens_clause(sentence: Sentence, found: Phrase, link: Link) -> bool:
    """Say whether a phrase behind a comma is a subject whose verb no table lists.

    "..., le titulaire garde les bateaux": the post itself, or a name that an article follows.
    """
    if link.word is not Join.COMMA or not sentence.grammar.head_first:
        return False
    noun, last = head(sentence, found), sentence.tokens[found.core - 1]
    article = sentence.tagged(found.core, Tag.DETERMINER)
    of = sentence.is_a(found.core, "of-particle")
    unknown = article and not of and last is not noun and not (last.capital or last.kinds)
    return unknown or "post" in noun.classes


def _past_slash(tokens: Sequence[Token], at: int) -> int:
    """Step over "/Driver" behind "the Clerk"."""
    while at + 1 < len(tokens) and tokens[at].text == "/" and tokens[at + 1].tag == Tag.NAME:
        at += 2
        while at < len(tokens) and tokens[at].tag == Tag.NAME:
            at += 1
    return at


def _is_finite(tokens: Sequence[Token], after: int, forms: Sequence[str]) -> bool:
    while after < len(tokens) and tokens[after].tag == Tag.ADVERB:
        after += 1
    if after >= len(tokens):
        return False
    token = tokens[after]
    finite = token.tag == Tag.VERB and token.verb is not None and token.verb.form in forms
    return token.tag == Tag.AUXILIARY or finite


def _link(
    sentence: Sentence, at: int, particles: Sequence[str], stops: frozenset[str]
) -> tuple[Link, int] | None:
    """Return the link at token `at` and where the next phrase begins, or None."""
    tokens = sentence.tokens
    if (inside := _examples(sentence, at)) is not None:
        return Link(Join.INCLUDING), inside
    word: Join | None = None
    at = _past_parenthesis(tokens, at)
    while at < len(tokens):
        token = tokens[at]
        if token.text == "," and (beyond := _past_insertion(sentence, at, stops)) > at:
            at = beyond
            continue
        if token.text in _MARKS:
            word = word or _MARKS[token.text]
        elif token.tag == Tag.CONJUNCTION:
            joined = Join.OR if sentence.is_a(at, "alternative") else Join.AND
            word = joined if word in (None, *_MARKS.values()) else word
        elif "inclusion" in token.classes:
            word = Join.INCLUDING
        elif word and token.canonical in particles:
            pass_on = at + 1
            return (Link(word), pass_on) if _begins_phrase(tokens, pass_on) else None
        elif word and sentence.grammar.head_first and "of-particle" in token.classes:
            shared = word is not Join.INCLUDING and _begins_phrase(tokens, at + 1)
            return (Link(word, shared=True), at + 1) if shared else None
        else:
            break
        at += 1
    if not word or not _begins_phrase(tokens, at):
        return None
    return Link(word), at


def _examples(sentence: Sentence, at: int) -> int | None:
    """Return where the examples begin that a bracket gives: "(e.g. A, B)", "(A, B)" of plurals."""
    tokens = sentence.tokens
    if at == 0 or at >= len(tokens) or tokens[at].text != "(":
        return None
    inside = at + 1
    while inside < len(tokens) and "inclusion" in tokens[inside].classes:
        inside += 1
    if inside == at + 1:
        end = next((n for n in range(at, min(at + 24, len(tokens))) if tokens[n].text == ")"), at)
        several = any(token.text == "," for token in tokens[at:end])
        noun = tokens[at - 1]
        plural = noun.low != sentence.grammar.singular(noun.low) or noun.low.endswith("s")
        if not several or not plural or noun.tag != Tag.NAME:
            return None
    while inside < len(tokens) and tokens[inside].text in ".,:":
        inside += 1
    return inside if _begins_phrase(tokens, inside) else None


def _past_insertion(sentence: Sentence, at: int, stops: frozenset[str]) -> int:
    """Return the token after ", in the event of a flood," behind a conjunction, or `at`.

    Places may stand before one, too: "deux agents, à Bol et à Mao, ainsi que les gardes".
    """
    tokens = sentence.tokens
    if (places := _past_places(sentence, at)) is not None:
        return places
    if not sentence.tagged(at - 1, Tag.CONJUNCTION):
        return at
    if not sentence.tagged(at + 1, Tag.PREPOSITION, Tag.RELATIVE):
        return at
    for number in range(at + 2, min(at + 12, len(tokens))):
        if tokens[number].low in stops:
            return at
        if tokens[number].text == ",":
            return number + 1
    return at


def _past_places(sentence: Sentence, at: int) -> int | None:
    """Return the comma behind ", à Bol et à Mao" where a conjunction follows it, or None."""
    end = at + 1
    while sentence.is_a(end, "place-particle") and sentence.tagged(end + 1, Tag.NAME):
        if not sentence.tokens[end + 1].capital or sentence.tokens[end + 1].kinds:
            return None
        end += 2 + sentence.tagged(end + 2, Tag.CONJUNCTION)
    closed = end > at + 1 and end < len(sentence.tokens) and sentence.tokens[end].text == ","
    return end if closed and sentence.tagged(end + 1, Tag.CONJUNCTION) else None


def _past_parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Skip a parenthesis that only explains, so that the list may go on behind it."""
    if at < len(tokens) and tokens[at].text == ")":
        return at + 1
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    for end in range(at + 1, min(at + 12, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return at


def _begins_phrase(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].tag == Tag.ADVERB:
        at += 1
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.tag in (Tag.NAME, Tag.DETERMINER, Tag.NUMBER):
        return True
    return token.tag == Tag.PARTICIPLE and at + 1 < len(tokens) and tokens[at + 1].tag == Tag.NAME
