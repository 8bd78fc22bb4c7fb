"""Scraps of notices in the project's own words, put together at random."""

from hypothesis import strategies as st

HEADINGS = (
    "Position Title: Fleet Officer",
    "Organization: International Organization for Migration (IOM)",
    "Supervisor: Fleet Manager",
    "Context:",
    "Org. Setting and Reporting The post",
    "Duties:",
    "Core Functions / Responsibilities:",
    "Required Qualifications and Experience:",
    "Languages",
    "How to apply",
    "Contexte :",
    "Funciones:",
)
CLAUSES = (
    "Under the direct and administrative supervision of",
    "and the technical guidance of",
    "as represented by",
    "the incumbent reports to",
    "reporting directly to",
    "1. Liaise with",
    "2. In consultation and coordination with",
    "Page 2 / 53. Provide technical supervision and advice to",
    "- Keep",
    "report leaks immediately to",
    "attend meetings of",
    "ensure compliance with",
    "prepare the flood evacuation plan of",
    "sous la supervision directe du",
    "bajo la supervisión general del",
    "who works with",
    "established by",
    "informed",
)
NAMES = (
    "the Fleet Manager (FM)",
    "UNDSS",
    "CoM/HoO",
    "the Head of the River Transport and Anchorage (RTA) Unit",
    "boat crews, camp managers and/or UNHCR",
    "Ministry of Rivers and Rural Affairs",
    "IOM\u2019s \u201criver rules\u201d",
    "Chef de bureau",
    "Jefa de Oficina",
    "the İzmir office",
    "Security\nManagement Team (SMT)",
    "its boats",
    "((",
    ")",
    "\u00a0",
)
JOINTS = (
    " ",
    " ",
    "\n",
    "\n\n",
    ", ",
    "; ",
    ". ",
    " and ",
    " / ",
    "\r\n",
    "\tor ",
    "\nPage 3 / 7\n",
)


def notices(most: int = 60) -> st.SearchStrategy[str]:
    """Return texts made of headings, clauses, names and what stands between them."""
    scraps = st.sampled_from((*HEADINGS, *CLAUSES, *NAMES, *NAMES))
    pairs = st.tuples(scraps, st.sampled_from(JOINTS))
    return st.lists(pairs, max_size=most).map(lambda found: "".join(map("".join, found)))
