"""Every example in a docstring runs and says what it says."""

import doctest
import importlib
import pkgutil

import dottedline
import pytest

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(dottedline.__path__, "dottedline.")
    if module.name.split(".")[1] not in {"tests", "benchmarks", "examples", "build", "dist"}
)


@pytest.mark.parametrize("name", ["dottedline", *MODULES])
def test_examples_run(name: str) -> None:
    """The doctests of one module."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0
