"""Consistency by a reasoner: HermiT reads ontology and data as one, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from ..ontology import terms as t
from .hermit import NO_JAVA

__all__ = ["ReasonerFailed", "ReasonerMissing", "Verdict", "judged", "settled"]

_PACKAGES = ("jpype", "owlready2")
_LONGEST = 200


class ReasonerMissing(ValueError):
    """What the reasoner needs and this machine has not.

    Attributes:
        what: the thing that is missing.

    Example:
        >>> print(str(ReasonerMissing("Java"))[:19])
        Java was not found,
    """

    def __init__(self, what: str) -> None:
        """Keep the thing."""
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        """Say what is missing and what to do."""
        return (
            f"{self.what} was not found, which the reasoner needs: "
            "install Java 11 or later, and pip install 'dottedline[owl]'"
        )


class ReasonerFailed(ValueError):
    """A reasoner that gave no verdict.

    Attributes:
        reason: what it complained of.
    """

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Say what went wrong, and what may help."""
        return f"the reasoner gave up ({self.reason}): is Java 11 or later installed?"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reasoner says.

    Attributes:
        consistent: whether all that is stated can be true together.
        violations: where the statements leave the OWL 2 DL profile, a line each.
        axioms: how many logical axioms were read.
    """

    consistent: bool
    violations: tuple[str, ...]
    axioms: int

    def __str__(self) -> str:
        """Say it in a line.

        Example:
            >>> print(Verdict(True, (), 15000))
            HermiT: consistent, within OWL 2 DL, 15,000 axioms
            >>> print(Verdict(False, ("a", "b"), 12))
            HermiT: not consistent, outside OWL 2 DL in 2 places, 12 axioms
        """
        said = "consistent" if self.consistent else "not consistent"
        left = len(self.violations)
        places = f"{left:,} place{'s' if left > 1 else ''}"
        profile = f"outside OWL 2 DL in {places}" if left else "within OWL 2 DL"
        return f"HermiT: {said}, {profile}, {self.axioms:,} axioms"

    def as_json(self) -> dict[str, bool | int]:
        """Return the verdict for a machine, what leaves the profile counted."""
        return {
            "consistent": self.consistent,
            "violations": len(self.violations),
            "axioms": self.axioms,
        }


def settled(quads: Iterable[Quad], registry: NamedNode) -> set[Triple]:
    """Join all graphs into one, each candidate with the kind that the registry gives it.

    Imports are left out: a reasoner would look for them on the network.

    Two notices may take an unknown name for a unit and for a role; each graph says how its notice
    reads it, and only the registry decides (docs/ontology.md).

    Example:
        >>> name, registry = NamedNode("urn:n"), NamedNode("urn:r")
        >>> read = Quad(name, t.TYPE, t.ORG_ROLE_CLASS, NamedNode("urn:notice"))
        >>> kept = Quad(name, t.TYPE, t.CANDIDATE, registry)
        >>> [str(triple.object) == str(t.CANDIDATE) for triple in settled([read, kept], registry)]
        [True]
    """
    given = [quad for quad in quads if quad.predicate != t.IMPORTS]
    candidates = {q.subject for q in given if q.predicate == t.TYPE and q.object == t.CANDIDATE}
    return {
        quad.triple
        for quad in given
        if quad.graph_name == registry or quad.predicate != t.TYPE or quad.subject not in candidates
    }


def judged(triples: Iterable[Triple], *, seconds: float | None = None) -> Verdict:
    """Ask HermiT whether triples are consistent, and OWL API whether they are OWL 2 DL.

    Raises:
        ReasonerMissing: there is no Java, or a package of the extra `owl` is not installed.
        ReasonerFailed: it could not read the triples.
        subprocess.TimeoutExpired: the answer was not there in time.
    """
    for package in _PACKAGES:
        if find_spec(package) is None:
            raise ReasonerMissing(f"The package {package}")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.rdf"
        pyoxigraph.serialize(triples, str(path), format=RdfFormat.RDF_XML)
        command = [sys.executable, "-P", "-m", f"{__package__}.hermit", str(path)]
        done = subprocess.run(command, capture_output=True, timeout=seconds, text=True)
    if done.returncode == NO_JAVA:
        raise ReasonerMissing("Java")
    if done.returncode:
        raise ReasonerFailed(shorten(done.stderr, _LONGEST) or "no word")
    told = json.loads(done.stdout)
    return Verdict(told["consistent"], tuple(told["violations"]), told["axioms"])
