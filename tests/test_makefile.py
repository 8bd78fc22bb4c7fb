"""The first thing that a newcomer runs says in a sentence what is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from places import ROOT

OLD = "#!/bin/sh\ncase $2 in *version_info*) exit 1;; esac\n"
BARE = "#!/bin/sh\ncase $2 in *venv*) exit 1;; esac\n"


def make(folder: Path, python: str) -> subprocess.CompletedProcess[str]:
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return subprocess.run(
        ["make", "run", f"PYTHON={python}"], cwd=folder, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "Python 3.11 or later is needed"),
        (OLD, "Python 3.11 or later is needed"),
        (BARE, "apt install python3-venv"),
    ],
)
def test_a_python_that_will_not_do_is_named(script: str | None, said: str, tmp_path: Path) -> None:
    """None, one that is too old, one without venv: a sentence, and no half environment."""
    python = tmp_path / "my python"
    if script is not None:
        python.write_text(script)
        python.chmod(0o755)
    done = make(tmp_path, str(python) if script is not None else "")
    assert done.returncode != 0
    assert said in done.stdout
    assert not (tmp_path / ".venv").exists()
