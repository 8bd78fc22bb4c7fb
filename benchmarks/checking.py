"""What `check` costs beside `build`, with each engine, and what it costs for each notice more.

Reports only; goals stand beside the figures. Seconds are of the processor.

    python benchmarks/checking.py [NOTICES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dottedline.answers.checking.check import check
from dottedline.store.folder import BuildFolder
from dottedline.store.pipeline import build

HERE = Path(__file__).resolve().parent
GOALS = {"fast": 1, "reference": 6}
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of some work, the best of a few runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def built(notices: list[Path], folder: Path) -> tuple[BuildFolder, float]:
    """Build notices and return the build, and what that took."""
    took = seconds(lambda: build(notices, folder))
    return BuildFolder(folder), took


def main() -> None:
    """Measure and print."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "examples" / "notices"
    notices = sorted(p for p in source.rglob("*") if p.suffix in {".txt", ".html"})
    with tempfile.TemporaryDirectory() as scratch:
        whole, took = built(notices, Path(scratch) / "whole")
        one, _ = built(notices[:1], Path(scratch) / "one")
        print(f"build of {len(notices)} files:  {took:6.2f} s")
        for engine, goal in GOALS.items():
            _compare(engine, goal, (whole, one), took, len(notices))


def _compare(
    engine: str, goal: float, folders: tuple[BuildFolder, BuildFolder], took: float, count: int
) -> None:
    all_of_them, first = (seconds(partial(check, one, engine=engine)) for one in folders)
    each = (all_of_them - first) / max(1, count - 1)
    ratio = all_of_them / took
    print(
        f"check, {engine:9}:  {all_of_them:6.2f} s, {ratio:4.2f} of the build (goal {goal:g}); "
        f"{each:5.3f} s for each notice more"
    )


if __name__ == "__main__":
    main()
