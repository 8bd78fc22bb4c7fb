"""Whole notices: which parts stand in which order, and how long each is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

from .layout import Style, laid_out, marked, style
from .wording import Speaker, short

__all__ = ["variant", "variants"]

SHORTEST, LONGEST = 3_000, 20_000
SEED = 2026

CONTEXTS = (
    "Context",
    "Background",
    "Organizational Context and Scope",
    "Organizational Setting",
    "Purpose of the position",
    "About the role",
    "Main purpose of the job",
)
DUTIES = (
    "Duties and Responsibilities",
    "Core Functions / Responsibilities",
    "Responsibilities",
    "Duties",
    "Key functions and accountabilities",
    "Main duties and responsibilities",
    "Key responsibilities",
    "Description of duties",
    "Specific responsibilities",
)
LABELS = (
    ("Position Title", "Job Title", "Post title", "Title"),
    ("Organization", "Agency", "Hiring organization"),
    ("Duty Station", "Location", "Place of work"),
    ("Classification", "Grade", "Level"),
    ("Type of contract", "Type of Appointment", "Contract type"),
    ("Vacancy number", "Reference Code", "Job ID"),
    ("Closing Date", "Deadline", "Apply by"),
)


@dataclass(frozen=True, slots=True)
class Rest:
    """A part beside setting and duties: its headings, what it says, its share of the length."""

    heads: tuple[str, ...]
    said: tuple[str, ...]
    share: float
    listed: bool = False


BEFORE = (
    Rest(("About us", "Who we are"), ("employer",), 1.2),
    Rest(("Diversity and inclusion", "Equal opportunity"), ("diversity",), 0.8),
    Rest(("Tiered approach", "Eligibility"), ("eligible", "diversity"), 0.6),
)
AFTER = (
    Rest(
        ("Qualifications and experience", "Requirements", "Required skills and experience"),
        ("education", "experience", "experience", "experience"),
        1.6,
        listed=True,
    ),
    Rest(("Languages", "Language requirements", "Language skills"), ("tongue",), 0.2),
    Rest(("Competencies", "Required Competencies", "Core values"), ("competency",), 1.6, True),
    Rest(("Other information", "Conditions of service", "Salary"), ("salary", "note"), 1.0),
    Rest(("Notes", "Additional information"), ("note", "diversity"), 0.7),
    Rest(("How to apply", "Application process"), ("apply",), 0.7),
)


def variants(number: int, seed: int = SEED) -> Iterator[str]:
    """Yield the first so many notices of a seed, each made when it is asked for."""
    return (variant(n, seed) for n in range(number))


def variant(number: int, seed: int = SEED) -> str:
    """Return one notice; the same number and seed give the same text, whatever went before."""
    chance = Random(f"{seed}:{number}")
    look = style(chance)
    return laid_out(_Writer(chance, look).lines(), look)


class _Writer:
    """One notice while it is written."""

    def __init__(self, chance: Random, look: Style) -> None:
        self.chance, self.look = chance, look
        self.speaker = Speaker(chance, look.form)
        self.heads = count(1)
        for name in ("org", "post", "unit", "boss", "guide"):
            self.speaker.bound[name] = self.speaker.word(name)
        bound = self.speaker.bound
        for name, long in (("orgshort", "org"), ("chief", "boss"), ("guide-short", "guide")):
            bound[name] = short(bound[long])
        bound["unit-short"] = "".join(word[0] for word in bound["unit"].split() if word != "and")
        self.title, bound["post"] = bound["post"], bound["post"].partition(" (")[0]

    def lines(self) -> list[str]:
        """Return the lines of the notice, before they are wrapped."""
        length = SHORTEST + (LONGEST - SHORTEST) * self.chance.betavariate(2.0, 2.6)
        top = [*self._portal(), *self._header()]
        told = length * self.chance.uniform(0.32, 0.5)
        core = [*self._context(told * 0.35), *self._duties(told * 0.65)]
        left = length - sum(len(line) + 1 for line in (*top, *core))
        before, after = self._parts(max(left, 0))
        tail = self._similar() if self.look.portal == "board" else ()
        if self.chance.random() < 0.15:
            return [*top, *after, *core, *before, *tail]
        return [*top, *before, *core, *after, *tail]

    def _portal(self) -> Iterator[str]:
        if self.look.portal == "board":
            yield from self._said("navigation", 4, 9)
        elif self.look.portal == "aggregator":
            yield from self._said("teaser", 2, 4)

    def _said(self, name: str, least: int, most: int) -> Iterator[str]:
        return (self.speaker.say(name) for _ in range(self.chance.randint(least, most)))

    def _header(self) -> Iterator[str]:
        say, chance = self.speaker.word, self.chance
        values = (
            self.title,
            self.speaker.bound["org"],
            f"{say('city')}, {say('country')}",
            say("grade"),
            say("contract").capitalize(),
            f"VN {say('year')}/{say('number')}",
            f"{say('day')} {say('month')} {chance.randint(2015, 2026)}",
        )
        if self.look.portal == "letter":
            yield f"{values[0]}, {values[3]}, {values[2]}"
        joint = "\t" if self.look.portal == "table" else ": "
        for labels, value in zip(LABELS, values, strict=True):
            if labels is LABELS[0] or chance.random() < 0.8:
                yield f"{chance.choice(labels)}{joint}{value}"

    def _heading(self, words: str) -> str:
        if self.look.head == "upper":
            return words.upper()
        if self.look.head == "numbered":
            return f"{next(self.heads)}. {words}"
        return self.look.head.format(words)

    def _context(self, size: float) -> Iterator[str]:
        yield self._heading(self.chance.choice(CONTEXTS))
        line = f"{self.speaker.say('line')}."
        rest = list(self._paragraphs(("setting",), size - len(line)))
        rest.insert(self.chance.randint(0, min(2, len(rest))), line)
        yield from rest

    def _duties(self, size: float) -> Iterator[str]:
        yield self._heading(self.chance.choice(DUTIES))
        duties = list(self._filled(self._duty, size, 4))
        titles = (self.speaker.say("group") for _ in count())
        yield from marked(duties, titles, self.look)

    def _duty(self) -> str:
        duty = self.speaker.say("duty")
        more = self.chance.random() < 0.2
        return f"{duty}. {self.speaker.say('more')[:-1]}" if more else duty

    def _filled(self, make: Callable[[], str], size: float, least: int) -> Iterator[str]:
        """Yield what is made until it is long enough, and at least so many."""
        for n in count():
            if n >= least and size <= 0:
                return
            made = make()
            size -= len(made) + 1
            yield made

    def _paragraphs(self, said: tuple[str, ...], size: float) -> Iterator[str]:
        return self._filled(lambda: self._paragraph(said), size, 0)

    def _paragraph(self, said: tuple[str, ...]) -> str:
        sentences = range(self.chance.randint(1, 4))
        return " ".join(f"{self._one(said)}." for _ in sentences)

    def _parts(self, size: float) -> tuple[list[str], list[str]]:
        """Return what stands before the setting and after the duties, of a size together."""
        chosen = {part: part.share * self.chance.uniform(0.4, 1.6) for part in (*BEFORE, *AFTER)}
        per_share = size / sum(chosen.values())
        before, after = (
            [line for part in parts for line in self._part(part, chosen[part] * per_share)]
            for parts in (BEFORE, AFTER)
        )
        return before, after

    def _part(self, part: Rest, size: float) -> Iterator[str]:
        if size < 60:
            return
        yield self._heading(self.chance.choice(part.heads))
        if part.listed:
            yield from (
                f"{self.look.bullet}{told}{self.look.end}"
                for told in self._filled(lambda: self._one(part.said), size - 80, 1)
            )
        else:
            yield from self._paragraphs(part.said, size - 80)

    def _one(self, said: tuple[str, ...]) -> str:
        return self.speaker.say(self.chance.choice(said))

    def _similar(self) -> Iterator[str]:
        yield "Similar jobs"
        yield from self._said("similar", 3, 8)
