"""Phrases with gaps, read from the `.txt` files beside this module, and filled by chance.

A line `= name` opens a symbol; each line below it is one way to say it. In a phrase `{name}` is
filled with a way to say the symbol, `{name*1-3}` with a list of different ones ("a, b and c"),
`{name;5-9}` with a list that commas part, `{this|that}` with one of several, `{name!}` adds the
initials "(RTU)" to a name, and so does a mark at the end of a phrase. `<keep>` is a verb in the
form that the notice uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

__all__ = ["FORMS", "Speaker", "short"]

FORMS = ("base", "third", "gerund", "will")
HERE = Path(__file__).resolve().parent

_PARTS = re.compile(r"[{}|]|<[a-z]+>|[^{}|<]+|<")
_SYMBOL = re.compile(r"([a-z-]+)(?:([*;])(\d+)-(\d+))?(!?)")
_DOUBLED = frozenset({"log", "map", "plan", "run", "set", "submit"})
_ONSETS = (*"bdfghklmnrstvwz", "ch", "sh", "kw", "mb", "nd", "ng", "dr", "kh")
_VOWELS = (*"aaaeiioouu", "ai", "ou")
_SLIPS = (
    (re.compile(r"\b([Aa]) (?=[aeio]|u(?!n|s)|[AEIO])"), r"\1n "),
    (re.compile(r"\bthe [Tt]he\b"), "the"),
    (re.compile(r"(?<=[bcdfglmnprst])ys\b"), "ies"),
    (re.compile(r"analysiss\b"), "analyses"),
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that is put into the form of the notice."""

    base: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A place for a symbol, or for a list of its sayings."""

    name: str
    joint: str
    low: int
    high: int
    initials: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A place for one of several phrases."""

    phrases: tuple[Phrase, ...]


Phrase = tuple["str | Verb | Gap | Choice", ...]


@cache
def phrases() -> Mapping[str, Sequence[tuple[Phrase, bool]]]:
    """Return the ways to say each symbol, and whether initials belong behind each."""
    found: dict[str, list[tuple[Phrase, bool]]] = {}
    for path in sorted(HERE.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("= "):
                ways = found[line[2:]] = []
            elif line and not line.startswith("#"):
                ways.append((_phrase(_PARTS.findall(line.removesuffix("!"))), line.endswith("!")))
    return found


def _phrase(parts: list[str]) -> Phrase:
    """Take the parts of one phrase off the front of the list, to its end or to a `|` or `}`."""
    found: list[str | Verb | Gap | Choice] = []
    while parts and parts[0] not in "|}":
        part = parts.pop(0)
        if part == "{":
            found.append(_gap(parts))
        else:
            found.append(Verb(part[1:-1]) if part[0] == "<" else part)
    return tuple(found)


def _gap(parts: list[str]) -> Gap | Choice:
    within = [_phrase(parts)]
    while parts.pop(0) == "|":
        within.append(_phrase(parts))
    first = within[0]
    if len(within) == 1 and isinstance(first[0], str) and (told := _SYMBOL.fullmatch(first[0])):
        name, joint, low, high, initials = told.groups()
        return Gap(name, joint or "", int(low or 1), int(high or 1), bool(initials))
    return Choice(tuple(within))


def short(name: str) -> str:
    """Return the short form that a name brings along in brackets, or the name.

    Example:
        >>> short("Security Management Team (SMT)"), short("Driver")
        ('SMT', 'Driver')
    """
    return name[name.rindex("(") + 1 : -1] if name.endswith(")") else name


def initialled(name: str) -> str:
    """Return a name with its initials in brackets behind it, unless it has a short form."""
    if name.endswith(")"):
        return name
    letters = "".join(word[0] for word in re.split(r"[ -]", name) if word[:1].isupper())
    return f"{name} ({letters})" if len(letters) > 1 else name


def _third(verb: str) -> str:
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "o")) else f"{verb}s"


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1] if verb[-1] == 'e' and verb[-2] != 'e' else verb}ing"


class Speaker:
    """What fills the gaps of one notice: its chance, its form of verbs, and its bound names."""

    def __init__(self, chance: Random, form: str) -> None:
        """Speak by `chance`, with verbs in one of the FORMS."""
        self.chance, self.form = chance, form
        self.bound: dict[str, str] = {}
        self._subject = ""
        self._unsaid: dict[str, list[tuple[Phrase, bool]]] = {}

    def say(self, name: str) -> str:
        """Return a sentence: a way to say the symbol, mended and with a capital at its start.

        No way is taken again before all others were.
        """
        self._subject = "the incumbent will " if self.form == "will" else ""
        if not self._unsaid.get(name):
            self._unsaid[name] = self.chance.sample(phrases()[name], len(phrases()[name]))
        told = self._told(*self._unsaid[name].pop())
        for pattern, mended in _SLIPS:
            told = pattern.sub(mended, told)
        return f"{told[0].upper()}{told[1:]}"

    def word(self, name: str) -> str:
        """Return a way to say the symbol, as it stands."""
        if name in self.bound:
            return self.bound[name]
        if name in _MADE_UP:
            return str(_MADE_UP[name](self.chance))
        return self._told(*self.chance.choice(phrases()[name]))

    def _told(self, phrase: Phrase, initials: bool) -> str:
        told = "".join(self._parts(phrase))
        return initialled(told) if initials else told

    def _parts(self, phrase: Phrase) -> Iterator[str]:
        for part in phrase:
            if isinstance(part, str):
                yield part
            elif isinstance(part, Verb):
                yield self._verb(part.base)
            elif isinstance(part, Choice):
                yield from self._parts(self.chance.choice(part.phrases))
            else:
                yield self._gap(part)

    def _verb(self, base: str) -> str:
        subject, self._subject = self._subject, ""
        if self.form == "third":
            return _third(base)
        return _gerund(base) if self.form == "gerund" else subject + base

    def _gap(self, gap: Gap) -> str:
        if gap.joint == "":
            told = self.word(gap.name)
            return initialled(told) if gap.initials else told
        count = self.chance.randint(gap.low, gap.high)
        found = list(dict.fromkeys(self.word(gap.name) for _ in range(count)))
        if gap.joint == ";":
            return ", ".join(found)
        last = self.chance.choice((" and ", " and ", " and ", ", and ", " or ", " and/or "))
        return last.join(filter(None, (", ".join(found[:-1]), found[-1])))


def _number(chance: Random) -> int:
    return int(10 ** chance.uniform(0.5, 4.5))


def _year(chance: Random) -> int:
    return chance.randint(1946, 2026)


def _day(chance: Random) -> int:
    return chance.randint(1, 28)


def _small(chance: Random) -> int:
    return chance.randint(1, 7)


def _coined(chance: Random) -> str:
    parts = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 3, 3, 4)))
    )
    return "".join(parts).capitalize()


_MADE_UP = {"number": _number, "year": _year, "day": _day, "small": _small, "coined": _coined}
