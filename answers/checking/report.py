"""What a check found: findings for people and machines, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...ontology.shapes import Rule, Severity
from ..reasoner import Verdict

__all__ = ["Finding", "Report"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that is broken somewhere.

    Attributes:
        rule: the rule.
        node: IRI of what breaks it.
        label: what people call that.
        graph: IRI of the graph in which it stands.
        value: what is wrong with it, where that can be said.
    """

    rule: Rule
    node: str
    label: str
    graph: str
    value: str

    @property
    def message(self) -> str:
        """What is wrong, with the value where there is one; what is silent needs none."""
        if not self.value or self.rule.severity is Severity.INFO:
            return self.rule.message
        return f"{self.rule.message} ({self.value})"

    @property
    def place(self) -> tuple[int, str, str, str, str]:
        """The place among other findings."""
        return self.rule.severity.place, self.rule.name, self.label, self.node, self.value

    def as_json(self) -> dict[str, str]:
        """Return the finding for a machine."""
        return {
            "severity": self.rule.severity.value,
            "rule": self.rule.name,
            "node": self.node,
            "label": self.label,
            "graph": self.graph,
            "value": self.value,
            "message": self.rule.message,
            "remedy": self.rule.remedy,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found.

    Attributes:
        engine: the engine that held the data against the shapes.
        notices: how many notices were checked.
        quads: how many statements were checked.
        findings: what is wrong, the worst first.
        owl: what the reasoner says, where it was asked.
    """

    engine: str
    notices: int
    quads: int
    findings: tuple[Finding, ...]
    owl: Verdict | None = None

    @property
    def counts(self) -> Mapping[str, int]:
        """How many findings there are of each severity."""
        counted = Counter(finding.rule.severity for finding in self.findings)
        return {severity.value: counted[severity] for severity in Severity}

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of a severity."""
        return tuple(one for one in self.findings if one.rule.severity is severity)

    def foremost(
        self, severity: Severity, most: int
    ) -> tuple[tuple[Finding, ...], Mapping[str, int]]:
        """Return the first findings of a severity, so many of a rule, and how many are left."""
        counted: Counter[str] = Counter()
        first = []
        for finding in self.of(severity):
            counted[finding.rule.name] += 1
            if counted[finding.rule.name] <= most:
                first.append(finding)
        return tuple(first), {name: n - most for name, n in counted.items() if n > most}

    def fails(self, *, strict: bool = False) -> bool:
        """Say whether something is violated; when strict, a warning is enough."""
        bad = (Severity.VIOLATION, Severity.WARNING) if strict else (Severity.VIOLATION,)
        return any(finding.rule.severity in bad for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Return the report for a machine."""
        return {
            "engine": self.engine,
            "notices": self.notices,
            "quads": self.quads,
            "counts": dict(self.counts),
            "owl": None if self.owl is None else self.owl.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
        }
