"""Where the repository stands, and the folder of real notices beside it when there is one."""

from pathlib import Path

import dottedline

ROOT = Path(dottedline.__file__).parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "examples" / "notices"
WINGS = ("ontology", "vacancies", "graph", "exports", "store", "answers")
