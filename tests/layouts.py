"""One notice in the project's own words, and the ways in which portals and mails lay it out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

HEAD = (
    "Position Title: Boat Officer\nOrganization: World Food Programme (WFP)\n"
    "Duty Station: Mopti, Mali\nGrade: P-3\n"
)
CONTEXT = (
    "Under the direct supervision of the Fleet Manager and the overall guidance of the Head of "
    "Office, the Boat Officer keeps the river fleet afloat and its crews safe at all times."
)
DUTIES = (
    "Liaise with the harbour police and UNHCR on the state of the river and of its crossings.",
    "Brief the Head of Sub-Office on incidents that crews and passengers have met with.",
    "Attend the weekly meetings of the Security Cell and keep its action list up to date.",
    "Supervise the boat drivers and the two mechanics of the workshop in the old port.",
    "Draft the flood evacuation plan of the base and test it twice a year with all crews.",
    "In coordination with the Logistics Cluster, plan the crossings of relief convoys.",
)
ASKED = (
    "University degree in navigation and at least five years of relevant experience on rivers.",
    "Experience in liaison with UNDSS and in reporting to a Chief of Mission is an asset.",
    "Fluency in English is required.",
)
KNOWN = ("Organizational Setting:\n", "Duties and Responsibilities:\n", "Qualifications:\n")
UNKNOWN = (
    "Where you will sit\n\n",
    "What your days look like\n\n",
    "What we hope to see in you\n\n",
)
NONE = ("", "", "")

WANTED = {
    ("reportsDirectlyTo", "fleet manager"),
    ("reportsOverallTo", "head of office"),
    ("liaisesWith", "harbour police"),
    ("liaisesWith", "unhcr"),
    ("informs", "head of sub-office"),
    ("participatesIn", "security cell"),
    ("supervises", "boat driver"),
    ("coordinatesWith", "logistics cluster"),
}


def laid(
    marks: Sequence[str],
    heads: Sequence[str] = KNOWN,
    between: str = "\n",
    duties: Sequence[str] = DUTIES,
) -> str:
    """Return the notice with a mark before each duty, and its headings."""
    listed = between.join(mark + duty for mark, duty in zip(marks, duties, strict=True))
    asked = "\n".join(ASKED)
    return f"{HEAD}\n{heads[0]}{CONTEXT}\n\n{heads[1]}{listed}\n\n{heads[2]}{asked}\n"


def wrapped(text: str, width: int, before: str = "") -> str:
    """Return the text with its lines wrapped at a width."""
    return "".join(
        f"{before}{piece}\n"
        for line in text.split("\n")
        for piece in textwrap.wrap(line, width, break_long_words=False) or [""]
    )


def _numbers(form: str) -> list[str]:
    return [form.format(number) for number in range(1, 7)]


def _letters(form: str, letters: str = "abcdef") -> list[str]:
    return [form.format(letter) for letter in letters]


_DASHES, _BARE = ["- "] * 6, [""] * 6
PLAIN = laid(_numbers("{}. "))
_GLUED = (
    f"{HEAD}Organizational Setting and Work Relationships{CONTEXT}Duties- "
    + "- ".join(DUTIES)
    + "Minimum Qualifications"
    + "".join(ASKED)
)
_FIELDS = (
    f"{HEAD}Staff Member / Affiliate Type\n\nTarget Start Date\n\n{CONTEXT}\n\n- "
    + "- ".join(DUTIES)
    + "\n\nTerms of Reference\n\nQualifications\n"
    + "\n".join(ASKED)
)

LAYOUTS = {
    "numbers": PLAIN,
    "numbers in brackets": laid(_numbers("({}) ")),
    "numbers and a bracket": laid(_numbers("{}) ")),
    "numbers, a stop and a bracket": laid(_numbers("{}.) ")),
    "numbers, a bracket and a stop": laid(_numbers("{}). ")),
    "numbers and a dash": laid(_numbers("{}- ")),
    "numbers glued to words": laid(_numbers("{}.")),
    "numbers of two parts": laid(_numbers("1.{} ")),
    "numbers behind a tab": laid(_numbers("{}.\t")),
    "numbers in a column": laid(_numbers("{}\t")),
    "numbers on lines of their own": laid(_numbers("{}.\n")),
    "letters": laid(_letters("{}) ")),
    "letters in brackets": laid(_letters("({}) ")),
    "capital letters": laid(_letters("{}. ", "ABCDEF")),
    "roman numbers": laid([f"({n}) " for n in ("i", "ii", "iii", "iv", "v", "vi")]),
    "bullets": laid(["\u2022 "] * 6),
    "bullets glued to words": laid(["\u2022"] * 6),
    "bullets of a symbol font": laid(["\uf0b7\t"] * 6),
    "stars": laid(["* "] * 6),
    "dashes": laid(_DASHES),
    "long dashes": laid(["\u2013 "] * 6),
    "lines": laid(_BARE),
    "lines apart": laid(_BARE, between="\n\n"),
    "numbers in a paragraph": laid(_numbers("{}. "), between=" "),
    "numbers without stops": laid(
        _numbers("{}) "), between=" ", duties=[duty[:-1] for duty in DUTIES]
    ),
    "letters in a paragraph": laid(_letters("{}) "), between=" "),
    "dashes in a paragraph": laid(_DASHES, between=" "),
    "dashes glued to sentences": laid(_DASHES, between=""),
    "bullets in a paragraph": laid(["\u2022 "] * 6, between=" "),
    "a paragraph": laid(_BARE, between=" "),
    "one line": laid(_numbers("{}. "), between=" ").replace("\n", " "),
    "headings that no table has": laid(_DASHES, UNKNOWN),
    "headings that no table has, lines": laid(_BARE, UNKNOWN),
    "no headings": laid(_numbers("{}. "), NONE),
    "no headings and no marks": laid(_BARE, NONE),
    "numbered headings": laid(_numbers("2.{} "), [f"{n}. {h}" for n, h in enumerate(KNOWN, 1)]),
    "headings in capitals": laid(_DASHES, [head.upper() for head in KNOWN]),
    "marked headings": laid(_DASHES, [f"**{head.strip()}**\n" for head in KNOWN]),
    "headings glued to text": _GLUED,
    "fields without values": _FIELDS,
    "groups of duties": laid(["1. River:\na) ", "b) ", "c) ", "2. Base:\na) ", "b) ", "c) "]),
    "groups without colons": laid(["1. River\n- ", "- ", "- ", "2. Base\n- ", "- ", "- "]),
    "double colons": PLAIN.replace(":\n", "::\n"),
    "blank lines": PLAIN.replace("\n", "\n\n"),
    "other newlines": PLAIN.replace("\n", "\r\n"),
    "a quoted mail": wrapped(PLAIN, 68, "> "),
    "set in": wrapped(PLAIN, 72, "    "),
    "page numbers": re.sub(r"(?<= on the) ", "\nPage 2 / 6\n", PLAIN, count=1),
    "page numbers and blank lines": re.sub(r"(?<=crews) ", "\n\n3 | Page\n\n", PLAIN, count=1),
    "wrong apostrophes": PLAIN.replace("keeps the", "keeps the mission\u00e2\u20ac\u2122s"),
}
COUNTED = {name for name in LAYOUTS if name not in {"a paragraph", "no headings and no marks"}}
