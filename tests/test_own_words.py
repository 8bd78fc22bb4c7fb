"""The words of the repository are its own: none are copied from the notices beside it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

import pytest
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.tables import LANGUAGES, table
from places import ROOT, SHARED, WINGS

RUN = 8
FOLDERS = ("notices", "notices_unlabelled")
NOTICES = sorted(path for folder in FOLDERS for path in (SHARED / folder).glob("*.txt"))
SUFFIXES = {".html", ".json", ".md", ".py", ".rq", ".svg", ".tsv", ".ttl", ".txt"}
PARTS = (*WINGS, "tests", "examples", "docs", "benchmarks")
# what portals and forms print alike in all notices, kept to tell it from what a notice says
FORMS = ("headings", "furniture", "field_cues")
STOCK = {
    "the United Nations Department of Safety and Security (UNDSS)": "a name, with its short form",
    "under the direct supervision of the Chief of Mission": "the formula of the line itself",
}

Run = tuple[str, ...]


def words(text: str) -> list[str]:
    """Return the words of a text, without case, marks, punctuation and white space."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str) -> Iterator[Run]:
    """Yield every eight words that follow one another."""
    found = words(text)
    return (tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1))


def own_text(path: Path) -> str:
    """Return what a file of the repository says: no markup, no escapes."""
    text = path.read_bytes().decode()
    if path.suffix in (".html", ".svg"):
        text = unescape(re.sub(r"<[^<>]*>", " ", text))
    text = re.sub(r"\\[nrt]", " ", text)
    return re.sub(r"\b[frb]{1,2}(?=[\"'])", "", text) if path.suffix == ".py" else text


def allowed() -> set[Run]:
    """Return the runs that stand within official names, forms and stock phrases."""
    names = (label.text for entry in lexicon().entries.values() for label in entry.labels)
    forms = (row["phrase"] for name in FORMS for code in LANGUAGES for row in rows(name, code))
    return {run for phrase in (*names, *forms, *STOCK) for run in runs(phrase)}


def rows(name: str, code: str) -> Iterable[dict[str, str]]:
    file = f"language/{code}/{name}.tsv"
    return table(file) if (ROOT / "ontology" / file).is_file() else ()


def files() -> list[Path]:
    below = (path for part in PARTS for path in (ROOT / part).rglob("*"))
    kept = (path for path in (*below, *ROOT.glob("*")) if path.suffix in SUFFIXES)
    return sorted(path for path in kept if path.stem not in FORMS or path.suffix != ".tsv")


def copied(text: str, foreign: set[Run]) -> list[str]:
    """Return the words of a text that stand in foreign ones, runs that meet put together."""
    found: list[list[str]] = []
    last = -RUN
    for n, run in enumerate(runs(text)):
        if run in foreign:
            if n > last + 1:
                found.append(list(run[:-1]))
            found[-1].append(run[-1])
            last = n
    return [" ".join(one) for one in found]


@pytest.mark.skipif(not NOTICES, reason="the notices are not beside this checkout")
def test_no_words_are_copied_from_the_notices() -> None:
    """No eight words in a row of a notice stand in the repository, names and forms apart."""
    foreign = {run for path in NOTICES for run in runs(path.read_text("utf-8"))} - allowed()
    found = {
        str(path.relative_to(ROOT)): stands
        for path in files()
        if (stands := copied(own_text(path), foreign))
    }
    assert found == {}


def test_copies_are_found_in_any_dress() -> None:
    """Case, punctuation and line ends hide no copy; seven words in a row are none."""
    foreign = set(runs("The cook of the lake boat feeds nine otters at noon."))
    assert copied("1. COOK -- of the\nlake-boat feeds: nine otters!", foreign) == [
        "cook of the lake boat feeds nine otters"
    ]
    assert copied("The cook of the lake boat feeds all; otters at noon.", foreign) == []


def test_stock_phrases_are_short() -> None:
    """A stock phrase has at most ten words, more than seven, and a reason."""
    assert all(RUN <= len(words(phrase)) <= 10 and why for phrase, why in STOCK.items())
