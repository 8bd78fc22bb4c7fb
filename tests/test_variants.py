"""The notices that the benchmark reads are like real ones, and no two are alike."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from random import Random

import pytest
from dottedline.benchmarks.variants import variant, variants
from dottedline.benchmarks.variants.layout import BULLETS, DUTIES, NUMBERS, PORTALS, style
from dottedline.benchmarks.variants.wording import FORMS, HERE, Choice, Gap, Phrase, phrases
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Vacancy
from dottedline.vacancies.readers import Notice

COUNT = 200
TOLD = {"context", "duties"}
MADE_UP = {"number", "year", "day", "small", "coined"}
BOUND = {"orgshort", "chief", "guide-short", "unit-short"}


@cache
def texts() -> tuple[str, ...]:
    return tuple(variants(COUNT))


@cache
def read() -> tuple[Vacancy, ...]:
    notices = (Notice("variant.txt", text, "0" * 64, "utf-8") for text in texts())
    return tuple(vacancy for notice in notices for vacancy in extract(notice).vacancies)


def repeated(parts: Iterator[str]) -> float:
    """Return the share of parts, weighed by their length, that were met before."""
    seen, again, whole = set[str](), 0, 0
    for part in parts:
        again += len(part) if part in seen else 0
        whole += len(part)
        seen.add(part)
    return again / whole


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, its lines joined, without their numbers and bullets."""
    return re.split(r"(?:(?<=[.;:])|\s[•·*–-]) (?:\(?\d+\S*\s)?", " ".join(text.split()))


def test_a_number_and_a_seed_give_one_text() -> None:
    """The same text at any time, another for another number or seed."""
    assert variant(7) == texts()[7] == next(islice(variants(8), 7, None))
    assert len({*texts(), variant(7, seed=1)}) == COUNT + 1


def test_no_cache_of_lines_helps() -> None:
    """Of all that the lines hold, headings and all, next to nothing stood in one before."""
    assert repeated(line for text in texts() for line in text.splitlines()) < 0.03


def test_no_cache_of_sentences_helps() -> None:
    """Of all that the sentences hold next to nothing stood in one before."""
    assert repeated(part for text in texts() for part in sentences(text)) < 0.03


def test_notices_share_no_run_of_words() -> None:
    """Phrases are cut short by names and topics: a long run of words is met once."""
    runs = Counter(
        run
        for text in texts()
        for words in (text.split(),)
        for run in {tuple(words[n : n + 16]) for n in range(0, len(words) - 16)}
    )
    assert sum(1 for met in runs.values() if met > 1) < 0.02 * len(runs)


def test_each_notice_is_read() -> None:
    """One vacancy each, with a title, a reporting line, and several relations besides."""
    assert len(read()) == COUNT
    assert all(vacancy.title for vacancy in read())
    lines = [any(r.relation.startswith("reports") for r in one.relations) for one in read()]
    assert sum(lines) > 0.9 * COUNT
    assert min(len(vacancy.relations) for vacancy in read()) >= 5


def test_lengths_are_those_of_notices() -> None:
    """All are 3 to 20 thousand characters long, more than half 8 to 14."""
    lengths = [len(text) for text in texts()]
    assert 2_800 <= min(lengths) < 6_000
    assert 16_000 < max(lengths) <= 21_000
    assert sum(8_000 <= length <= 14_000 for length in lengths) > COUNT / 2


def test_most_of_the_text_is_no_duty() -> None:
    """What relations are read from is less than half of the text."""
    sizes = Counter[str]()
    for vacancy in read():
        for section in vacancy.sections:
            sizes[section.kind] += section.end - section.start
    assert 0.25 < sum(sizes[kind] for kind in TOLD) / sizes.total() < 0.5


def test_every_layout_occurs() -> None:
    """Portals, lists, verbs, marks, wrapped lines and feet of pages: each in some notices."""
    looks = [style(Random(f"2026:{n}")) for n in range(COUNT)]
    assert {look.portal for look in looks} == set(PORTALS)
    assert {look.duties for look in looks} == set(DUTIES)
    assert {look.form for look in looks} == set(FORMS)
    assert {look.number for look in looks} == set(NUMBERS)
    assert {look.bullet for look in looks} == set(BULLETS)
    assert len({(look.width is None, look.page is None) for look in looks}) == 4


def gaps(phrase: Phrase) -> Iterator[str]:
    for part in phrase:
        if isinstance(part, Gap):
            yield part.name
        elif isinstance(part, Choice):
            for one in part.phrases:
                yield from gaps(one)


@pytest.mark.parametrize("name", sorted(path.name for path in HERE.glob("*.txt")))
def test_a_file_of_phrases_holds_symbols(name: str) -> None:
    """Each symbol of a file has ways to be said."""
    told = [line[2:] for line in (HERE / name).read_text("utf-8").splitlines() if line[:1] == "="]
    assert told
    assert all(phrases()[symbol] for symbol in told)


def test_every_gap_can_be_filled() -> None:
    """A gap names a symbol of the files, or what is made up or bound in each notice."""
    named = {gap for ways in phrases().values() for phrase, _ in ways for gap in gaps(phrase)}
    assert named - set(phrases()) - MADE_UP - BOUND == set()
