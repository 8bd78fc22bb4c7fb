"""The package holds all that the checkout holds, and its floors are in order."""

import ast
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT, WINGS

SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
FOLDERS = (*WINGS, "examples")
LEFT_OUT = (".*", "__pycache__", "*.egg-info", "build", "dist", "out", "tests", "dottedline-demo")


def of_wings(pattern: str) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (ROOT / folder).rglob(pattern)


def test_every_package_is_listed() -> None:
    """A new subpackage is in the wheel, not only in the checkout."""
    found = {"dottedline"} | {
        ".".join(("dottedline", *init.parent.relative_to(ROOT).parts))
        for init in of_wings("__init__.py")
    }
    assert found == set(SETUP["packages"])


def test_every_data_file_is_claimed() -> None:
    """Each file that is no Python is package data, sample notices and their README included."""
    claimed = {
        file
        for package, patterns in SETUP["package-data"].items()
        for pattern in patterns
        for file in ROOT.joinpath(*package.split(".")[1:]).glob(pattern)
    }
    held = {
        file
        for file in of_wings("*")
        if file.is_file() and file.suffix != ".py" and "__pycache__" not in file.parts
    }
    assert sorted(held - claimed) == []


def imported(module: Path) -> Iterator[str]:
    """Yield the rooms that a module imports from, by the names of their folders."""
    depth = len(module.relative_to(ROOT).parts)
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from ([node.module] if node.module else [alias.name for alias in node.names])
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert not (node.module or "").startswith("dottedline"), f"{module}: not relative"


@pytest.mark.parametrize("floor", WINGS)
def test_imports_point_downwards(floor: str) -> None:
    """Each room knows only the floors below it; the topmost brings the sample notices along."""
    below = {*WINGS[: WINGS.index(floor)], *({"examples"} if floor == WINGS[-1] else ())}
    for module in (ROOT / floor).rglob("*.py"):
        for name in imported(module):
            assert name.split(".")[0] in below, f"{module.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("*.py")))
def test_nothing_heavy_at_the_door(name: str) -> None:
    """The two modules at the root import no third-party package but click when they load."""
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    heavy = {
        node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.level == 0
    } | {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    assert {one for one in heavy if one and one.split(".")[0] not in sys.stdlib_module_names} <= {
        "click"
    }


def test_the_wheel_holds_the_package_and_nothing_else(tmp_path: Path) -> None:
    """A wheel built from the checkout installs `dottedline` alone, data and samples included."""
    copy = tmp_path / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    command = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w"]
    subprocess.run(
        [sys.executable, *command, str(tmp_path), str(copy)], check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in held if ".dist-info/" not in name} == {"dottedline"}
    wanted = {
        f"dottedline/{file.relative_to(ROOT).as_posix()}"
        for file in of_wings("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert sorted(wanted - held) == []
