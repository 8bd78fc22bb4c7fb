"""The public names are sorted, all there, and cost nothing until they are asked for."""

import subprocess
import sys

import dottedline
import pytest


def test_names_are_sorted_and_complete() -> None:
    """What is promised is what has a home."""
    assert dottedline.__all__ == sorted(dottedline.__all__)
    assert set(dottedline.__all__) == set(dottedline._HOMES)
    assert set(dottedline.__all__) <= set(dir(dottedline))


@pytest.mark.parametrize("name", dottedline.__all__)
def test_each_name_can_be_imported(name: str) -> None:
    """Each public name stands for something documented."""
    assert getattr(dottedline, name).__doc__


def test_other_names_are_refused() -> None:
    """A name that is none is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="no attribute 'lines_of_march'"):
        dottedline.lines_of_march  # noqa: B018


def test_importing_the_package_imports_nothing_else() -> None:
    """`import dottedline` loads none of the rooms and no third-party package."""
    code = (
        "import sys; before = set(sys.modules); import dottedline; "
        "print(*sorted(set(sys.modules) - before - {'typing', 'importlib'}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert not {name for name in loaded if name.startswith("dottedline.")}
    assert not {"click", "networkx", "pydantic", "rdflib", "rich"} & set(loaded)
