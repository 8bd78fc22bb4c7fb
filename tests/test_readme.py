"""What README and docs show is true: their commands run, their picture is the project's own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dottedline.store.pipeline import build
from places import ROOT, SAMPLES

PAGES = ("README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
SKIPPED = (
    "make run",
    "make test",
    "pipx run --spec . dottedline demo",
    "uvx --from . dottedline demo",
    ". .venv/bin/activate",
)
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)\)")


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text("utf-8")
    return [code for name, code in _BLOCK.findall(text) if name == language]


def commands(page: str) -> list[str]:
    return [line for code in blocks(page, "sh") for line in code.splitlines() if line.strip()]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the sample notices where a reader would have them."""
    shutil.copytree(SAMPLES, tmp_path / "examples" / "notices")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_command_runs(page: str, scratch: Path) -> None:
    """Each shell line of a page ends well, one after the other, in a fresh folder."""
    for command in commands(page):
        if command in SKIPPED:
            continue
        done = subprocess.run(["sh", "-c", command], cwd=scratch, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_only_set_up_is_skipped() -> None:
    """The lines that no test runs are those that set up: make, pipx, uvx, the environment."""
    assert {command.split()[0] for command in SKIPPED} == {"make", "pipx", "uvx", "."}
    assert set(SKIPPED) <= {command for page in PAGES for command in commands(page)}


def test_the_python_example_runs(scratch: Path) -> None:
    """The lines of Python in the README do what they seem to."""
    (code,) = blocks("README.md", "python")
    done = subprocess.run([sys.executable, "-c", code], cwd=scratch, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "vacancies" in done.stdout


def test_the_picture_is_drawn_by_the_project(tmp_path: Path) -> None:
    """The picture of the README is what a build of the sample notices draws (`make picture`)."""
    built = build(sorted(SAMPLES.glob("iom_*")), tmp_path / "out")
    picture = ROOT / "docs" / "reporting-lines.svg"
    assert built.folder.chart.read_bytes() == picture.read_bytes(), "run `make picture`"


@pytest.mark.parametrize("page", [*PAGES, "examples/notices/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    """Each relative link of a page names a file that is there."""
    for target in _LINK.findall((ROOT / page).read_text("utf-8")):
        if "://" not in target:
            assert (ROOT / page).parent.joinpath(target).is_file(), target


def test_the_sample_notices_are_said_to_be_invented() -> None:
    """Each sample is listed in the README beside it, which says that no post is real."""
    text = (SAMPLES / "README.md").read_text("utf-8")
    assert "invented" in text
    listed = set(re.findall(r"`(\w+\.(?:txt|html))`", text))
    assert listed == {path.name for path in SAMPLES.iterdir()} - {"README.md"}
