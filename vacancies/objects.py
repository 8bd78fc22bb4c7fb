"""The members of a list of noun phrases, each with its whole name, its kind and its entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import cast

from ..ontology.lexicon import Entry
from .names import Names
from .phrases import Join, Link, Listed, Phrase, head, phrase
from .tokens import Sentence, Tag, Token

__all__ = ["Member", "members"]

_PAIRS = frozenset({Join.AND, Join.OR, Join.SLASH})
_OWNED = frozenset({"group", "role"})
_BODY = frozenset({"body"})
_DOCUMENTS = frozenset({"instrument", "product"})


_NO_KINDS: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One object of a relation.

    `start` and `end` are the object's span in the text, `clause_end` the end of the words that
    name it, `words` its name, `of` the name with its "of ...", `full` with its places too.
    """

    start: int
    end: int
    words: tuple[str, ...]
    of: tuple[str, ...]
    full: tuple[str, ...]
    short: str | None
    kind: str | None
    kinds: tuple[str, ...]
    entity: Entry | None
    link: Join
    modified: bool
    certain: bool = True
    beside: bool = False
    absorbs: bool = False


def members(
    sentence: Sentence,
    found: Listed,
    names: Names,
    accepts: frozenset[str],
    *,
    unnamed: str | None = None,
    loose: bool = False,
) -> tuple[Member, ...]:
    """Return the list's members that are of the accepted kinds, shared heads given to each.

    `unnamed` is the kind that a capitalised name is taken for where neither the lexicon nor its
    head noun tells; with `loose`, any name at all.

    "CT and Protection Officers" has the members "CT Officers" and "Protection Officers", each
    with the span of the words that it needs.
    """
    phrases = (_met(sentence, one) if accepts == _BODY else one for one in found.phrases)
    parts = [_Part(sentence, one, names, unnamed, loose) for one in phrases]
    if sentence.grammar.head_first:
        _share_head_first(parts, found)
    else:
        _share_head_last(parts, found, accepts)
    if accepts == {"product"} and parts and parts[0].is_of_others():
        return ()
    links = [link.word for link in found.links]
    _share_tails(parts, links)
    made: list[Member] = []
    absorbing = False
    for part, link in _crossed(parts, links):
        member = part.member(link, accepts)
        absorbing = absorbing and link in (Join.COMMA, Join.AND) and bool(made)
        further = member is None or (bool(made) and made[-1].absorbs)
        if absorbing and further and not part.stands_apart():
            made[-1] = part.absorbed(made[-1])
        elif member is not None:
            made.append(member)
            absorbing = part.lists_further(member)
    roles = any(member.certain and member.kind == "role" for member in made)
    return tuple(m for m in made if roles or not m.beside or m.kind != "role")


def _met(sentence: Sentence, found: Phrase) -> Phrase:
    """Look through "réunions du comité" to the committee, behind the first of a list too."""
    meets = sentence.grammar.head_first and "meeting" in head(sentence, found).classes
    if not meets or not sentence.is_a(found.core, "of-particle"):
        return found
    return phrase(sentence, found.core + 1) or found


def _share_head_last(parts: list[_Part], found: Listed, accepts: frozenset[str]) -> None:
    """Give "CT and Protection Officers" its head twice, "security plans and reports" "security"."""
    for number in range(len(parts) - 2, -1, -1):
        parts[number].borrow_head(parts[number + 1], found.links[number + 1].word, accepts)
    for number in range(1, len(parts)):
        parts[number].borrow_modifiers(parts[number - 1], found.links[number].word)


def _share_head_first(parts: list[_Part], found: Listed) -> None:
    """Give "autorités locales et nationales" its head twice, "plans et rapports" their "de ..."."""
    for number in range(1, len(parts)):
        parts[number].follow(parts[number - 1], found.links[number])
    for number in range(len(parts) - 2, -1, -1):
        parts[number].lean(parts[number + 1], found.links[number + 1].word)


def _crossed(parts: list[_Part], links: list[Join]) -> Iterator[tuple[_Part, Join]]:
    """Yield the parts, and for "A and B rules and standards" its "A standards" too."""
    leading: list[_Part] = []
    for number, (part, link) in enumerate(zip(parts, links, strict=True)):
        yield part, link
        if part.inherits:
            yield from ((lead.headed(part), Join.AND) for lead in leading)
        elif part.borrowed and not part.dropped:
            leading.append(part)
        elif number == 0 or not parts[number - 1].borrowed or parts[number - 1].inherits:
            leading = []


def _share_tails(parts: list[_Part], links: list[Join]) -> None:
    """Give "plans and reports on X" its "on X" each, where the last product alone bears it."""
    last = parts[-1] if parts else None
    if last is None or last.borrowed or not (last.says_purpose() or last.tells_subject()):
        return
    if last.tells_subject() and not all(part.is_untold() for part in parts[:-1]):
        return
    for number in range(len(parts) - 2, -1, -1):
        before = parts[number]
        if links[number + 1] not in (Join.COMMA, Join.AND, Join.OR) or not before.is_bare_product():
            return
        before.lent = last.lent or last.places()
        before.take_subject(last)


class _Part:
    """A phrase while its name is put together."""

    def __init__(
        self,
        sentence: Sentence,
        phrase: Phrase,
        names: Names,
        unnamed: str | None,
        loose: bool,
    ) -> None:
        self.sentence, self.phrase, self.names, self.unnamed = sentence, phrase, names, unnamed
        self.loose = loose
        self.dropped = False
        core = self._core()
        self.tokens, self.short = _without_brackets(core)
        self._own = self.tokens
        self.start = core[0].start
        if sentence.is_a(phrase.first - 1, "possessive") and phrase.first > 0:
            self.start = sentence.tokens[phrase.first - 1].start
        self.core_end = sentence.tokens[phrase.core - 1].end
        self.end = sentence.tokens[phrase.of - 1].end
        self.full_end = sentence.tokens[phrase.last - 1].end
        self.borrowed = self.inherits = False
        self.lent: tuple[str, ...] = ()
        self.subject: tuple[str, ...] = ()
        self._entity: Entry | None = None
        self._known: list[Token] | None = None
        self._headed: list[Token] | None = None
        self._told: list[Token] | None = None
        self._head, self._kinds = core[0], _NO_KINDS

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(_unquoted(token) for token in self.tokens if token.text not in "\"'")

    @property
    def head(self) -> Token:
        if self._headed is not self.tokens:
            self._headed, self._head = self.tokens, self._find_head()
        return self._head

    def _find_head(self) -> Token:
        if self.sentence.grammar.head_first:
            return next((t for t in self.tokens if t.kinds), self.tokens[0])
        last = next((t for t in reversed(self.tokens) if t.tag == Tag.NAME), self.tokens[-1])
        for first in range(self.phrase.first, self.phrase.core):
            name = self.sentence.names.get(first, 0)
            if name and last.start < self.sentence.tokens[name - 1].end:
                return self._head_of_name(first, name) or last
        return last

    def _head_of_name(self, first: int, last: int) -> Token | None:
        """Return the token before "of" in a known name: "Memorandum of Understanding"."""
        numbers = range(first + 1, last)
        of = next((n for n in numbers if self.sentence.is_a(n, "of-particle")), None)
        return None if of is None else self.sentence.tokens[of - 1]

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that the words tell, found once for each change of them."""
        if self._told is not self.tokens:
            self._told, self._kinds = self.tokens, self._find_kinds()
        return self._kinds

    def _find_kinds(self) -> tuple[str, ...]:
        grammar = self.sentence.grammar
        if self.phrase.of > self.phrase.core and grammar.is_a(self.head.text, "deed"):
            return ()
        if "leading" in self.head.classes and (owned := self._owned()) is not None:
            return owned.kinds
        found = self._pair_kinds() or grammar.kinds(self.head.low.removesuffix("'s"))
        if not found and grammar.is_a(self.tokens[0].low, "leading") and self.tokens[0].capital:
            return ("role",)
        if not found and "alone" in self.head.classes and self._is_of_somebody():
            return ("group",)
        if not found and self.phrase.of > self.phrase.core and self.head.capital:
            found = self._kinds_of_tail()
        if found or len(self.tokens) > 1:
            return found
        long = self.names.long(self.head.text)
        return grammar.kinds(long.split()[-1].casefold()) if long else ()

    def _owned(self) -> Token | None:
        """Return what is owned in "the Head of Office's diary": the name is of that."""
        tail = self.sentence.tokens[self.phrase.core : self.phrase.of]
        owners = (token for token in tail[:-1] if token.low.endswith(("'s", "s'")))
        return tail[-1] if next(owners, None) is not None else None

    def _is_of_somebody(self) -> bool:
        """Say whether the head stands alone or behind an organisation: "UNICEF management"."""
        if self.phrase.of > self.phrase.core:
            return False
        lead = " ".join(self.words[:-1]).removesuffix("'s")
        return not lead or lead in self.names.own or self.names.is_owner(lead)

    def _kinds_of_tail(self) -> tuple[str, ...]:
        """Return the kinds of a document whose name ends behind "of": "Use of Force Policy"."""
        last = self.sentence.tokens[self.phrase.of - 1]
        return tuple(k for k in last.kinds if k in ("instrument", "product") and last.capital)

    def _pair_kinds(self) -> tuple[str, ...]:
        """Return the kinds of a head of two words: "focal point"."""
        grammar = self.sentence.grammar
        pair = [t.low for t in self.tokens[-2:]]
        if len(pair) < 2:
            return ()
        return grammar.kinds(" ".join(pair)) or grammar.kinds(" ".join(pair).removesuffix("s"))

    def entity(self) -> Entry | None:
        """Return the lexicon's entry of the name as it stands, looked up once."""
        if self._known is not self.tokens:
            self._known, self._entity = self.tokens, self._look_up()
        return self._entity

    def _look_up(self) -> Entry | None:
        """Look the name up, and remember by its phrase what it means where it borrows nothing."""
        if self.tokens is not self._own:
            return self._named()
        known = self.sentence.entities
        if self.phrase not in known:
            known[self.phrase] = self._named()
        return cast("Entry | None", known[self.phrase])

    def _named(self) -> Entry | None:
        found = (self.names.entity(" ".join(words)) for words in self._spellings())
        return next(filter(None, found), None)

    def _spellings(self) -> list[tuple[str, ...]]:
        """Return the ways in which the entity may be listed, the most particular first."""
        bare = self._bare()
        tail = self._tail(self.phrase.core, self.phrase.of)
        found = [self.words + tail] if tail and not self.borrowed else []
        if self.words != bare:
            found += [self.words, bare + tail]
        if self._stands_alone(bare, tail):
            found.append(bare)
        if self.short and not tail:
            found.append((self.short,))
        trimmed = self._without_owner(bare)
        if trimmed != bare:
            found += [trimmed + tail, trimmed] if tail and not self.borrowed else [trimmed]
        if len(bare) > 1 and self.sentence.grammar.is_a(bare[-1].casefold(), "meeting"):
            found.append(bare[:-1])
        return found + self._without_last_owner(bare) + self._without_kind(bare)

    def _without_kind(self, bare: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Leave out the noun that says what a name is of: "le système TRIP"."""
        if not self.sentence.grammar.head_first or len(bare) < 2 or not bare[1][:1].isupper():
            return []
        entry = self.names.entity(" ".join(bare[1:]))
        return [bare[1:]] if entry is not None and entry.kind in self.kinds() else []

    def _without_last_owner(self, bare: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Leave out "du HCR" behind "Cheffe de bureau du HCR"."""
        tokens = self._of_tokens()
        at = self._last_of(tokens)
        loose = self.borrowed or "group" in self.kinds()
        if not self.sentence.grammar.head_first or loose or not 0 < at < len(tokens):
            return []
        named = [t.text for t in tokens[at + 1 :] if t.tag == Tag.NAME]
        owned = " ".join(named) in self.names.own or self.names.is_owner(" ".join(named))
        return [bare + self._tail(self.phrase.core, self.phrase.core + at)] if owned else []

    def _stands_alone(self, bare: tuple[str, ...], tail: tuple[str, ...]) -> bool:
        """Say whether the name means the same without its "of ...".

        "Chef de section" is another than "Chef de section de la sécurité", and one with the
        "Chef de section du HCR".
        """
        if not tail or self.head.acronym:
            return True
        if self.sentence.grammar.head_first and _OWNED & set(self.kinds()[:1]):
            owner = " ".join(t.text for t in self._of_tokens() if t.tag == Tag.NAME)
            role = self.kinds()[0] == "role"
            known = owner in self.names.own or (role and self.names.is_owner(owner))
            return len(bare) > 1 and known
        return len(bare) > 1

    def _bare(self) -> tuple[str, ...]:
        words = self.words
        if len(words) == 1 and self._determined() and words[0][:1].isupper():
            called = self.names.called(words[0]) if "unit" in self.kinds() else None
            return tuple(called.split()) if called else words
        while len(words) > 1 and self.sentence.grammar.is_a(words[0].casefold(), "generic"):
            words = words[1:]
        while len(words) > 1 and self._trails(words[-1]):
            words = words[:-1]
        whole = self.phrase.of == self.phrase.core and self._determined()
        if len(words) == 1 and whole and "self" in self.tokens[-1].classes:
            return (self.names.employer,) if self.names.employer else words
        return words

    def _trails(self, word: str) -> bool:
        """Say whether a word behind the name says nothing: "les autorités compétentes"."""
        return not self.borrowed and self.sentence.grammar.is_a(word.casefold(), "trailing-generic")

    def _without_owner(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out an organisation, place or region that stands before a role's name."""
        for number in range(1, len(words)):
            lead = " ".join(words[:number]).removesuffix("'s").removesuffix("'")
            rest = words[number:]
            if len(rest) == 1 and not rest[0].isupper():
                break
            if lead in self.names.own or self.names.is_owner(lead):
                return rest
        return words

    def _tail(self, first: int, last: int) -> tuple[str, ...]:
        tokens, _ = _without_brackets(self.sentence.tokens[first:last])
        return tuple(token.name for token in tokens)

    def complete(self, accepts: frozenset[str]) -> bool:
        """Say whether the phrase is a name by itself, not a modifier that awaits its head."""
        if self.phrase.last > self.phrase.core:
            return True
        entry = self.entity()
        if entry is not None:
            return not accepts or entry.kind in accepts
        if not self.kinds():
            return False
        plural = self.head.low.endswith("s") or "plural" in self.head.classes
        return len(self.tokens) > 1 or plural or self.head.capital

    def borrow_head(self, after: _Part, link: Join, accepts: frozenset[str]) -> None:
        """Take the head of the next phrase where this one lacks its own."""
        graded = link is Join.AND and self._is_grade() and after._is_grade(leading=True)
        if link in (Join.FIRST, Join.INCLUDING) or (self.complete(accepts) and not graded):
            return
        if self._determined() and after._determined():
            return
        if not after.kinds() or not self._leans_on(after, link):
            return
        tail = after.tail_after(len(self.tokens))
        if link is Join.COMMA and "product" in after.kinds() and not after.borrowed:
            return
        if tail and link is Join.AND and (after.joins(self) or self._only_praises(after)):
            joint = self.sentence.tokens[self.phrase.core : after.phrase.first]
            after.tokens, after.start = [*self.tokens, *joint, *after.tokens], self.start
            self.dropped = True
            return
        if tail:
            self.borrowed = True
            self.tokens = [*self.tokens, *tail]
            self.end = self.full_end = self.core_end = after.core_end

    def _only_praises(self, after: _Part) -> bool:
        """Say whether its words tell no kind: "accurate (and timely reports)", but not "daily"."""
        if after.kinds()[:1] != ("product",):
            return False
        told = (t.classes for t in self.tokens)
        return all("vague" in classes and "periodic" not in classes for classes in told)

    def _is_grade(self, *, leading: bool = False) -> bool:
        """Say whether it is, or opens with, a word of rank: "Associate and Assistant Officers"."""
        alone = len(self.tokens) > 1 if leading else len(self.tokens) == 1
        return alone and "grading" in self.tokens[0].classes

    def _leans_on(self, after: _Part, link: Join) -> bool:
        """Say whether a list of modifiers may go on to the next phrase's head."""
        if link is Join.COMMA and not after.borrowed:
            return self._alike(after)
        return len(after.tokens) >= 2

    def joins(self, before: _Part) -> bool:
        """Say whether "the administration and finance assistant" is one role, not two."""
        head, grammar = self.head.low, self.sentence.grammar
        single = self.kinds()[:1] == ("role",) and head == grammar.singular(head)
        return single and before._determined() and not self._determined()

    def _alike(self, after: _Part) -> bool:
        return self.tokens[0].capital == after.tokens[0].capital and len(self.tokens) == 1

    def tail_after(self, count: int) -> list[Token]:
        """Return the words of this phrase that another phrase of `count` words would share."""
        names = self.sentence.names.get(self.phrase.first)
        skipped = names - self.phrase.first if names else count
        lead = " ".join(t.text for t in self.tokens[:2])
        if not names and self.names.entity(lead) and len(self.tokens) > 2:
            skipped = 2
        if count > 1 or skipped >= len(self.tokens):
            return self.tokens[-1:]
        return list(self.tokens[skipped:])

    def borrow_modifiers(self, before: _Part, link: Join) -> None:
        """Take the modifiers of the phrase before where this one is a bare head."""
        bare = len(self.tokens) == 1 and not self._determined() and not self.borrowed
        leans = before.borrowed and not before.inherits
        if not bare or link in (Join.FIRST, Join.INCLUDING) or len(before.tokens) < 2 or leans:
            return
        head, other = self.tokens[0], before.head
        if self.entity() is not None or head.acronym or head.capital != other.capital:
            return
        if before.phrase.of > before.phrase.core or not self.kinds() or not before.kinds():
            return
        if link is Join.COMMA and before.entity() is not None:
            return
        if self.sentence.grammar.is_a(head.low, "freestanding"):
            return
        pair = " ".join(t.low.removesuffix("s") for t in before.tokens[-2:])
        known = self.kinds()[:1] == ("system",) and bool(before._pair_kinds())
        if known or self.sentence.grammar.is_a(pair, "compound"):
            return
        self.borrowed = self.inherits = True
        self.tokens = [*before.tokens[:-1], head]
        self.start = before.start

    def follow(self, before: _Part, link: Link) -> None:
        """Take the head of the phrase before where this one only says of what kind or of what."""
        whole = before.whole()
        if link.shared:
            of = self._last_of(whole)
            kept = whole[:of] if of < len(whole) else whole[: whole.index(before.head) + 1]
            own = self.sentence.tokens[self._particle() : self.phrase.core]
        elif link.word in _PAIRS and self._is_adjective() and self._may_follow(whole):
            kept, own = whole[:-1], self.sentence.tokens[self.phrase.first : self.phrase.core]
        else:
            return
        if link.word in (Join.FIRST, Join.INCLUDING) or not any(t.kinds for t in kept[:1]):
            return
        self.borrowed = self.inherits = True
        self.tokens, self.start = [*kept, *own], before.start

    def _may_follow(self, whole: list[Token]) -> bool:
        """Say whether a name ends with an adjective that another one may stand for."""
        return len(whole) > 1 and not whole[-1].capital and not whole[-1].kinds

    def whole(self) -> list[Token]:
        """Return the words of the name with its "of ..."."""
        if self.borrowed:
            return self.tokens
        return [*self.tokens, *_without_brackets(self._of_tokens())[0]]

    def _of_tokens(self) -> Sequence[Token]:
        return self.sentence.tokens[self.phrase.core : self.phrase.of]

    def _particle(self) -> int:
        """Return the preposition before the phrase, past its article."""
        at = self.phrase.first - 1
        while at > 0 and not self.sentence.is_a(at, "of-particle"):
            at -= 1
        return at

    def _last_of(self, tokens: Sequence[Token]) -> int:
        """Return where the last "of ..." of a name begins, or its end."""
        found = (n for n in range(len(tokens) - 1, 0, -1) if "of-particle" in tokens[n].classes)
        return next(found, len(tokens))

    def _is_adjective(self) -> bool:
        """Say whether the phrase is a modifier without a head: "et nationales"."""
        bare = not self._determined() and self.phrase.of == self.phrase.core
        known = self.kinds() or self.entity() is not None
        return bare and not known and not self.tokens[0].capital and len(self.tokens) == 1

    def lean(self, after: _Part, link: Join) -> None:
        """Take the "of ..." of the next phrase where this one says not of what: "plans et"."""
        if link is not Join.AND or len(self.tokens) > 1 or self.phrase.of > self.phrase.core:
            return
        if after.borrowed or after._determined() or not _DOCUMENTS & set(self.kinds()):
            return
        tail = after._of_tokens() or after.tokens[1:]
        if tail and self.entity() is None:
            self.borrowed = True
            self.tokens = [*self.tokens, *tail]
            self.end = self.full_end = self.core_end = after.end

    def headed(self, after: _Part) -> _Part:
        """Return this part's modifiers before the head of another."""
        made = copy(self)
        made.tokens = [*self.tokens[:-1], after.tokens[-1]]
        made.end = made.full_end = made.core_end = after.end
        made.inherits = True
        return made

    def is_of_others(self) -> bool:
        """Say whether the name opens with people who own the thing: "grantees' reports"."""
        grammar, tokens = self.sentence.grammar, self.tokens[:-1]
        owners = (t.low for t in tokens if t.low.endswith(("s'", "'s")))
        return any("group" in grammar.kinds(low.rstrip("'").removesuffix("'s")) for low in owners)

    def _core(self) -> Sequence[Token]:
        return self.sentence.tokens[self.phrase.first : self.phrase.core]

    def _determined(self) -> bool:
        first = self.phrase.first
        if first == 0:
            return False
        before = self.sentence.tokens[first - 1]
        return before.tag == Tag.DETERMINER or "articled" in before.classes

    def member(self, link: Join, accepts: frozenset[str]) -> Member | None:
        """Return the member, or None where it is of no accepted kind."""
        if self.dropped or (link is not Join.FIRST and self.names.is_place(" ".join(self.words))):
            return None
        entry = self.entity()
        kinds = self._possible_kinds(entry)
        kind = next((k for k in kinds if not accepts or k in accepts), None)
        if accepts and kind is None:
            return None
        if kind is not None and not self._says_enough(kind, entry):
            return None
        tail = () if self.borrowed else self._own_tail()
        places = self.lent or (() if self.borrowed else self.places())
        bare = self._bare()
        return Member(
            start=self.start,
            end=self._object_end(kind),
            words=bare,
            of=bare + tail,
            full=self.words + tail + places,
            short=self.short,
            kind=kind,
            kinds=kinds,
            entity=entry,
            link=link,
            certain=entry is not None or bool(self.kinds()),
            beside=entry is None and not self.kinds() and not self._determined(),
            modified=entry is not None or self._says_of_what(bare, tail, places),
        )

    def _says_enough(self, kind: str, entry: Entry | None) -> bool:
        """Say whether the head names something: no "systems" alone, no "cybersecurity advisory"."""
        head = self.head
        if entry is not None:
            return True
        if "counted" in head.classes and not self._determined():
            return False
        if kind != "system" or "weak-system" not in head.classes:
            return True
        vague = self.sentence.grammar
        return any(not vague.is_a(token.low, "vague") for token in self.tokens[:-1])

    def _own_tail(self) -> tuple[str, ...]:
        """Return what is behind the name: "of ...", or what the list's last name is about."""
        behind = self.phrase.of == self.phrase.core and self._subject()
        return self.subject or behind or self._tail(self.phrase.core, self.phrase.of)

    def places(self) -> tuple[str, ...]:
        """Return the words behind the name and its "of ...": a place, a purpose."""
        return self._tail(self.phrase.of, self.phrase.last)

    def says_purpose(self) -> bool:
        """Say whether it is a product with its purpose: "procedures on the use of cars"."""
        first = self.sentence.tokens[self.phrase.of] if self.phrase.last > self.phrase.of else None
        return first is not None and "purpose" in first.classes and "product" in self.kinds()

    def is_bare_product(self) -> bool:
        """Say whether it names a product with nothing behind it."""
        return self.phrase.last == self.phrase.core and "product" in self.kinds()

    def lists_further(self, member: Member) -> bool:
        """Say whether what follows may still belong to the name's "of ...": "lists of A, B"."""
        behind = self.phrase.last == self.phrase.of > self.phrase.core
        return behind and member.kind in ("product", "instrument") and member.entity is None

    def stands_apart(self) -> bool:
        """Say whether the phrase belongs to no name before: "la liste du personnel et le port"."""
        return self.dropped or (self.sentence.grammar.head_first and self._determined())

    def absorbed(self, member: Member) -> Member:
        """Return the member before, with this phrase as the next of its "of ..."."""
        before = self.sentence.tokens[self.phrase.first - 1]
        printed = self.sentence.grammar.head_first and before.tag == Tag.CONJUNCTION
        words = (before.text if printed else "and", *self.words)
        of, full = member.of + words, member.full + words
        weak = self.sentence.grammar.is_a(member.words[-1].casefold(), "weak-head")
        return replace(member, end=self.end, of=of, full=full, absorbs=weak)

    def _beside(self) -> bool:
        """Say whether the short form stands in a list of short forms: "COM, HoO"."""
        before = self.sentence.tokens[self.phrase.first - 1]
        joined = before.text in ",/" or before.tag in (Tag.CONJUNCTION, Tag.PREPOSITION)
        return len(self.tokens) == 1 and joined

    def _says_of_what(
        self, bare: tuple[str, ...], tail: tuple[str, ...], places: tuple[str, ...]
    ) -> bool:
        """Say whether the words around the head tell what the thing is about."""
        grammar = self.sentence.grammar
        modifiers = bare[1:] if grammar.head_first else bare[:-1]
        if any(not grammar.is_a(w.casefold(), "vague") for w in modifiers):
            return True
        if "weak-head" in self.head.classes:
            at = self._subject_at()
            return at is not None and self.sentence.is_a(at, "topic-particle")
        purpose = any(grammar.is_a(word.casefold(), "purpose") for word in places)
        return bool(tail) or purpose or (self.head.acronym and len(bare) == 1)

    def tells_subject(self) -> bool:
        """Say whether "on ..." follows the name: "correspondence on detention"."""
        return self._subject_at() is not None and "product" in self.kinds()

    def _subject(self) -> tuple[str, ...]:
        """Return "on ..." where it follows the name, or a place behind the name."""
        at = self._subject_at()
        return () if at is None else self._tail(at, max(self.phrase.of, self.phrase.last))

    def _subject_at(self) -> int | None:
        """Return where "on ..." begins behind the name, or behind its place."""
        starts = (self.phrase.core, *range(self.phrase.of, self.phrase.last))
        return next((n for n in starts if self._opens_subject(n)), None)

    def _opens_subject(self, at: int) -> bool:
        inside = at < self.phrase.last
        return inside and self.sentence.is_a(at, "subject-particle")

    def is_untold(self) -> bool:
        """Say whether its own words do not tell what the thing is about: "policies"."""
        return self.is_bare_product() and not self._says_of_what(self.words, (), ())

    def take_subject(self, last: _Part) -> None:
        """Take over what the last of the list is about, where this name does not tell."""
        if last.tells_subject():
            self.subject = last._subject()

    def _object_end(self, kind: str | None) -> int:
        return self.full_end if kind in ("group", "role", "unit", "organization") else self.end

    def _possible_kinds(self, entry: Entry | None) -> tuple[str, ...]:
        if entry is not None:
            return (entry.kind,)
        kinds = self.kinds()
        if kinds:
            return kinds
        head = self.head
        guarded = self.names.guarded(head.text) if head.acronym and len(self.tokens) == 1 else ()
        if guarded:
            return guarded
        if head.acronym and self._determined() and len(self.tokens) == 1:
            return ("role", self.unnamed or "unit", "body")
        if self.unnamed is None or self.borrowed:
            return ("role",) if head.acronym and self.phrase.first > 0 and self._beside() else ()
        if self.unnamed == "role":
            return ("role",) if head.capital and self._determined() else ()
        named = self.loose or head.acronym or (head.capital and not self._determined())
        return (self.unnamed,) if named else ()


def _unquoted(token: Token) -> str:
    """Return a name without quotation marks; the apostrophe of "l'" is none."""
    return token.name.strip("'\"") if token.tag == Tag.NAME else token.name.strip('"')


def _without_brackets(tokens: Sequence[Token]) -> tuple[list[Token], str | None]:
    """Return the tokens outside brackets, and the short form that a bracket gives."""
    kept: list[Token] = []
    short, depth = None, 0
    for token in tokens:
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(token)
        elif token.acronym and short is None:
            short = token.text
    return kept or list(tokens), short
