"""The rules that a built graph must keep, as the files of `shapes/` state them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from . import HERE
from . import terms as t
from .turtle import Described, statements, values

__all__ = ["Rule", "Severity", "UnknownRule", "files", "rule", "rules"]


class Severity(Enum):
    """How much a broken rule matters, the worst first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def place(self) -> int:
        """The place in lists: the worst stands first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that data can break.

    Attributes:
        name: its name, which is that of a shape or of a check.
        severity: how much it matters.
        message: what is wrong where it is broken.
        remedy: how to mend that.
        program: whether a program looks after it, because no shape can.
    """

    name: str
    severity: Severity
    message: str
    remedy: str
    program: bool


class UnknownRule(KeyError):
    """A name that no rule bears."""

    def __init__(self, name: str) -> None:
        """Keep the name."""
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        """Say where rules are declared."""
        return f"no rule is called {self.name!r}: give its shape a message in ontology/shapes/"


def files() -> list[Path]:
    """Return the Turtle files with shapes and checks, sorted."""
    return sorted((HERE / "shapes").glob("*.ttl"))


@cache
def rules() -> Mapping[str, Rule]:
    """Read the rules, once, by name.

    Example:
        >>> rules()["claim-evidence"].severity.value
        'violation'
    """
    found = {
        t.SHAPES.local(iri): _rule(t.SHAPES.local(iri), about)
        for iri, about in statements(files()).items()
        if t.SH_MESSAGE.value in about
    }
    return MappingProxyType(dict(sorted(found.items())))


def rule(name: str) -> Rule:
    """Return the rule of a name.

    Raises:
        UnknownRule: no rule bears it.
    """
    try:
        return rules()[name]
    except KeyError:
        raise UnknownRule(name) from None


def _rule(name: str, about: Described) -> Rule:
    severities = {
        t.SH_VIOLATION.value: Severity.VIOLATION,
        t.SH_WARNING.value: Severity.WARNING,
        t.SH_INFO.value: Severity.INFO,
    }
    return Rule(
        name=name,
        severity=severities[values(about, t.SH_SEVERITY)[0]],
        message=values(about, t.SH_MESSAGE)[0],
        remedy=values(about, t.REMEDY)[0],
        program=t.CHECK in about[t.TYPE.value],
    )
