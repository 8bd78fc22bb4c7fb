"""A fault: that a node breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fault"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A rule that a node breaks.

    Attributes:
        node: IRI of the node.
        rule: name of the rule.
        value: the IRI or text that is wrong, where there is one.
    """

    node: str
    rule: str
    value: str = ""
