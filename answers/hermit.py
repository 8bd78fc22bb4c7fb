"""The process that reasons: an RDF/XML file as argument, the verdict as JSON on stdout.

Java runs inside this process (JPype), so that no Java source is needed, and apart from the one
that asked, whose handling of signals it would disturb. The jar is the one that owlready2 carries.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["NO_JAVA", "main", "verdict"]

NO_JAVA = 3
"""The exit code that says that there is no Java."""

_MANAGER = "org.semanticweb.owlapi.apibinding.OWLManager"
_PROFILE = "org.semanticweb.owlapi.profiles.OWL2DLProfile"
_HERMIT = "org.semanticweb.HermiT."


def verdict(path: Path) -> dict[str, Any]:
    """Read an ontology and say whether it is consistent and within OWL 2 DL.

    Datatypes that the reasoner does not know are passed over, as their values are.

    Raises:
        jpype.JVMNotFoundException: there is no Java.
    """
    import jpype

    _start()
    manager = jpype.JClass(_MANAGER).createOWLOntologyManager()
    file = jpype.JClass("java.io.File")(str(path))
    ontology = manager.loadOntologyFromOntologyDocument(file)
    report = jpype.JClass(_PROFILE)().checkOntology(ontology)
    settings = jpype.JClass(f"{_HERMIT}Configuration")()
    settings.ignoreUnsupportedDatatypes = True
    reasoner = jpype.JClass(f"{_HERMIT}Reasoner")(settings, ontology)
    return {
        "consistent": bool(reasoner.isConsistent()),
        "violations": sorted(str(one.toString()) for one in report.getViolations()),
        "axioms": int(ontology.getLogicalAxiomCount()),
    }


def _start() -> None:
    from importlib.util import find_spec

    import jpype

    spec = find_spec("owlready2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package owlready2")
    jar = Path(spec.origin).parent / "hermit" / "HermiT.jar"
    jpype.startJVM("-Djava.awt.headless=true", classpath=[str(jar)])


def main() -> int:
    """Judge the file of the first argument and return the exit code."""
    import jpype

    try:
        told = verdict(Path(sys.argv[1]))
    except jpype.JVMNotFoundException:
        return NO_JAVA
    except Exception as fault:  # of Java, which has its own kinds of error
        sys.stderr.write(f"{' '.join(str(fault).split())}\n")
        return 1
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
