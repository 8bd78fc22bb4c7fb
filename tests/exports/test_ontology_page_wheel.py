"""The page of the ontology is written by an installed wheel, far from the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from dottedline.exports.terminology.page import terminology
from places import ROOT, SAMPLES

LEFT_OUT = (".*", "__pycache__", "*.egg-info", "build", "dist", "out", "tests", "dottedline-demo")
BUILD = """
import sys, dottedline
from dottedline.__main__ import cli
print(dottedline.__file__)
cli(["build", sys.argv[1], "--out", "built"], standalone_mode=False)
"""


def test_a_wheel_writes_the_page(tmp_path: Path) -> None:
    """Turtle, template, style and script come along; the page is that of the checkout."""
    checkout, site, home = (tmp_path / name for name in ("checkout", "site", "home"))
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*LEFT_OUT))
    wheel = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    subprocess.run(
        [sys.executable, *wheel, "-w", str(tmp_path), str(checkout)],
        check=True,
        capture_output=True,
    )
    (built,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(built).extractall(site)
    home.mkdir()
    (notice, *_) = sorted(SAMPLES.glob("iom*.txt"))
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(notice)],
        check=True,
        capture_output=True,
        text=True,
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(site)},
    )
    assert done.stdout.startswith(str(site))
    assert (home / "built" / "ontology.html").read_bytes() == terminology().encode()
