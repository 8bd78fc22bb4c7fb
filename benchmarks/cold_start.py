"""How long a newcomer waits: the help, and the build of a folder of notices.

Reports only; goals stand beside the figures.

    python benchmarks/cold_start.py [NOTICES]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = 5


def seconds(*arguments: str) -> float:
    """Run the command in a process of its own and return how long it took."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dottedline", *arguments], check=True, capture_output=True
    )
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    notices = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "examples" / "notices"
    helped = min(seconds("--help") for _ in range(RUNS))
    print(f"--help, best of {RUNS}:      {helped:6.2f} s   (goal 0.3 s)")
    with tempfile.TemporaryDirectory() as scratch:
        built = seconds("build", str(notices), "--out", str(Path(scratch) / "out"))
    count = sum(path.suffix in {".txt", ".md", ".html"} for path in notices.rglob("*"))
    print(f"build of {count} files:       {built:6.2f} s   (goal 6 s for 13 notices)")


if __name__ == "__main__":
    main()
