"""Where the repository stands, and the folder of real notices beside it when there is one."""

from importlib.util import find_spec
from pathlib import Path
from shutil import which

import dottedline
import pytest

ROOT = Path(dottedline.__file__).parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "examples" / "notices"
WINGS = ("ontology", "vacancies", "graph", "exports", "store", "answers", "commands")

needs_java = pytest.mark.skipif(
    not (which("java") and find_spec("jpype") and find_spec("owlready2")),
    reason="Java, or the extra `owl`, is not installed",
)
