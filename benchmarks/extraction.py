"""How many notices a second one core reads, text to relations, and in how much memory.

The sample notices are varied (names of places, numbers, order of the duties), so that no cache
of whole sentences can help; the variation is the same in each run. Beside it a bare Aho-Corasick
pass over the same texts with the lexicon's labels: the floor under any reading. Reports only.

    python benchmarks/extraction.py [COUNT] [NOTICES]
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from dottedline.ontology.lexicon import lexicon
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import Notice, Unreadable, find, read

HERE = Path(__file__).resolve().parent
PLACES = ("Kananga", "Maiduguri", "Nyala", "Quetta", "Marib", "Bossangoa", "Malakal", "Goma")
_NUMBER = re.compile(r"\b\d+\b")
_CAPITALS = re.compile(r"\b(Chad|Abeche|Pemba|Dakar|Kabul|Haiti|Libya|Cairo|Tripoli|Kinshasa)\b")


def varied(notice: Notice, chance: random.Random) -> Notice:
    """Return the notice with other places and numbers, and its blocks of lines in other order."""
    text = _CAPITALS.sub(lambda _: chance.choice(PLACES), notice.text)
    text = _NUMBER.sub(lambda found: str((int(found[0]) + chance.randrange(40)) % 10_000), text)
    lines = text.split("\n")
    middle = lines[len(lines) // 3 : len(lines) * 2 // 3]
    chance.shuffle(middle)
    lines[len(lines) // 3 : len(lines) * 2 // 3] = middle
    told = "\n".join(lines)
    return Notice(notice.source, told, sha256(told.encode()).hexdigest(), notice.encoding)


def notices(folder: Path, count: int) -> Iterator[Notice]:
    """Yield as many varied notices as are wanted."""
    chance = random.Random(2026)
    whole = []
    for candidate in find([folder]).notices:
        try:
            whole.append(read(candidate.path, candidate.source))
        except Unreadable as fault:
            print(f"left out: {fault}")
    for number in range(count):
        yield varied(whole[number % len(whole)], chance)


def floor(texts: list[str]) -> tuple[float, int]:
    """Return the CPU seconds of a bare pass over the texts, and how often a label was met."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    labels = sorted({label.text for entry in lexicon().entries.values() for label in entry.labels})
    matcher = AhoCorasick(labels, matchkind=MatchKind.LeftmostLongest)
    start = time.process_time()
    met = sum(len(matcher.find_matches_as_indexes(text)) for text in texts)
    return time.process_time() - start, met


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent / "examples" / "notices"
    read_in = list(notices(folder, count))
    start = time.process_time()
    extract(read_in[0])
    first = time.process_time() - start
    start = time.process_time()
    relations = sum(
        len(vacancy.relations) for notice in read_in for vacancy in extract(notice).vacancies
    )
    spent = time.process_time() - start
    size = sum(len(notice.text) for notice in read_in)
    bare, met = floor([notice.text for notice in read_in])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"notices:            {count} varied, {size / 1e6:.2f} million characters")
    print(f"first notice:       {first * 1000:8.0f} ms CPU, lexicon and matchers included")
    print(f"notices a second:   {count / spent:8.0f} on one core (goal 400)")
    print(f"characters:         {size / spent / 1e6:8.2f} million a second")
    print(f"relations:          {relations:8d}")
    print(f"peak memory:        {peak:8.0f} MB (goal 100)")
    print(f"bare Aho-Corasick:  {count / bare:8.0f} notices a second, {met} labels met")
    print(f"ratio:              {spent / bare:8.1f} times the bare pass")


if __name__ == "__main__":
    main()
