"""How long the shipped queries take on a build: the embedded store alone, and by the command line.

Each query is asked several times of the store, opened once and only read, the first time not
counted; the median stands. What the command adds (a process, the imports, the table) is measured
with the quickest query and stands apart. Reports only; the goal stands beside the figures.

    python benchmarks/questions.py DIR
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pyoxigraph
from dottedline.ontology.queries import Query, queries
from dottedline.store.folder import opened as opened_folder
from dottedline.store.query import checked
from dottedline.store.triplestore import opened
from dottedline.store.worker import answer

RUNS = 7
GOAL = 100


def milliseconds(store: pyoxigraph.Store, query: Query) -> float:
    """Return the median time of one query in the process, its answer written out as JSON."""
    text = checked(query.text)
    answer(store, text)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        answer(store, text)
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def command(folder: Path, name: str) -> float:
    """Return how long the command line takes for one query, in milliseconds."""
    words = [sys.executable, "-m", "dottedline", "query", str(folder), name]
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def main() -> int:
    """Measure and print, the slowest first; end with 1 when one misses the goal."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}")
        return 2
    folder = opened_folder(Path(sys.argv[1]))
    store = opened(folder.store)
    took = {name: milliseconds(store, query) for name, query in queries().items()}
    ordered = sorted(took, key=lambda name: -took[name])
    print(f"{len(store)} statements, {len(took)} queries, median of {RUNS}, goal {GOAL} ms each")
    for place, name in enumerate(ordered):
        number = queries()[name].number or ""
        late = "  over the goal" if took[name] > GOAL else "  the slowest" if place == 0 else ""
        print(f"{took[name]:9.1f} ms  {number:>2}  {name}{late}")
    whole = command(folder.path, ordered[-1])
    print(f"{sum(took.values()):9.1f} ms  all of them")
    print(f"{whole - took[ordered[-1]]:9.1f} ms  more by `dottedline query` ({ordered[-1]})")
    return int(took[ordered[0]] > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
