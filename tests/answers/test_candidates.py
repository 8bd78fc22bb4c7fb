"""Names that the lexicon lacks are counted, and can be pasted into it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from dottedline.answers.candidates import Candidate, candidates
from dottedline.answers.pasting import as_turtle
from dottedline.graph.document import Document
from dottedline.ontology import terms as t
from dottedline.ontology.canonical import ordered
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.vocabulary import vocabulary
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Acronym, Extraction, Relation, Vacancy
from dottedline.vacancies.readers import Notice
from hypothesis import given
from hypothesis import strategies as st
from places import ROOT, SAMPLES

FIRST = """Title: Lake Warden
Duties:
1. Liaise with the Otter Watch Unit (OWU) and with the RSO.
2. Coordinate with the OWU each week. The Beaver Unit works with the Otter Watch Unit.
"""
SECOND = "Title: Clerk\nDuties:\n1. Liaise with the otter watch units.\n"
HOSTILE = 'Otter"@en . <x> a dl:Role ; \\ """\n\t\x07 {} @prefix Unit'


def document(text: str, name: str = "a.txt") -> Document:
    data = text.encode()
    read = extract(Notice(name, text, Document.of(Extraction(source=name), data).sha256, "utf-8"))
    return Document.of(read, data)


def candidate(name: str, kind: str | None = "unit", **more: object) -> Candidate:
    given = {"language": "en", "forms": (), "acronyms": (), "relations": (), "uses": (), **more}
    return Candidate(name=name, kind=kind, count=1, notices=1, **given)  # type: ignore[arg-type]


def parsed(text: str) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE)}


def test_spellings_of_one_name_are_one_candidate() -> None:
    """Case, number, article and the notice's own short form do not make another."""
    first, *others = candidates([document(FIRST), document(SECOND, "b.txt")])
    assert (first.name, first.kind) == ("Otter Watch Unit", "unit")
    assert (first.count, first.notices) == (4, 2)
    assert first.acronyms == ("OWU",)
    assert first.relations[0] == "liaisesWith"
    assert [one.name for one in others] == ["Beaver Unit"]


def test_what_the_lexicon_knows_is_none() -> None:
    """The RSO is no candidate."""
    found = candidates([document(FIRST)])
    assert not {"RSO", "Regional Security Officer"} & {one.name for one in found}


def test_three_sentences_at_most() -> None:
    """A use is a whole sentence with its source, the first ones only."""
    lines = "".join(f"{n}. Liaise with the Otter Watch Unit on day {n}.\n" for n in range(1, 6))
    (only,) = candidates([document(f"Title: Clerk\nDuties:\n{lines}")])
    assert only.count == 5
    assert [(use.source, use.sentence) for use in only.uses] == [
        ("a.txt", f"Liaise with the Otter Watch Unit on day {n}.") for n in (1, 2, 3)
    ]


def test_the_order_of_notices_does_not_matter() -> None:
    """The same notices in any order give the same candidates and the same bytes."""
    told = [document(FIRST), document(SECOND, "b.txt")]
    assert candidates(told) == candidates(told[::-1])
    assert as_turtle(candidates(told)) == as_turtle(candidates(told[::-1]))


def test_an_entry_says_only_what_is_known() -> None:
    """Name, short form, kind and source; no definition that nobody wrote."""
    (first, *_) = candidates([document(FIRST)])
    text = as_turtle([first])
    about = {(one.predicate, one.object) for one in parsed(text)}
    assert (t.PREF_LABEL, pyoxigraph.Literal("Otter Watch Unit", language="en")) in about
    assert (t.NOTATION, pyoxigraph.Literal("OWU")) in about
    assert (t.DCT_SOURCE, t.SOURCE_VACANCIES) in about
    assert (t.CONFIDENCE, t.VACANCY_TEXT) in about
    assert t.DEFINITION not in {predicate for predicate, _ in about}
    assert ordered(text, "pasted") == text


def test_every_kind_can_be_pasted() -> None:
    """There is a usual scope and class for each kind; what has no kind is left out."""
    kinds = list(vocabulary().kinds)
    text = as_turtle([candidate(f"Otter {kind}", kind) for kind in [*kinds, None]])
    assert len({one.subject for one in parsed(text)}) == len(kinds)


def test_a_taken_name_gets_an_iri_of_its_own() -> None:
    """Entries, places and one another are never run into."""
    names = ["IOM", "Chad", "Otter Unit", "otter unit", "AB", "安全"]
    text = as_turtle([candidate(name) for name in names])
    found = (one.subject for one in parsed(text) if one.predicate == t.KIND_OF)
    subjects = {one.value for one in found if isinstance(one, pyoxigraph.NamedNode)}
    assert len(subjects) == len(names)
    assert not subjects & {entry.iri for entry in lexicon().entries.values()}
    assert all(len(t.REF.local(iri)) > 2 for iri in subjects)


def test_a_short_form_is_compared_in_its_case() -> None:
    """A name in capitals only is a notation: as a label it would be found in small letters too."""
    about = {one.predicate for one in parsed(as_turtle([candidate("OWU")]))}
    assert t.NOTATION in about
    assert t.PREF_LABEL not in about


def test_short_forms_that_mean_another_are_left_out() -> None:
    """A notice's own meaning of a known short form does not make it ambiguous."""
    text = as_turtle([candidate("Otter Team", "body", acronyms=("SMT",))])
    assert t.NOTATION not in {one.predicate for one in parsed(text)}


@pytest.mark.parametrize("field", ["name", "acronyms", "language"])
def test_nothing_in_a_name_breaks_the_turtle(field: str) -> None:
    """Quotes, ends of statements, escapes and controls stay within their literal."""
    value: object = (HOSTILE,) if field == "acronyms" else HOSTILE
    one = candidate("Otter Unit") if field != "name" else candidate(HOSTILE)
    told = Candidate(**{**one.as_json(), field: value})
    triples = parsed(as_turtle([told]))
    assert len({triple.subject for triple in triples}) == 1
    literals = {one.object.value for one in triples if isinstance(one.object, pyoxigraph.Literal)}
    assert field == "language" or HOSTILE in literals


@given(st.text(min_size=1))
def test_any_name_can_be_pasted(name: str) -> None:
    """From a relation to Turtle, whatever the name: one entry that parses, or none."""
    told = Relation(relation="liaisesWith", target=name, kind="unit")
    short = Acronym(short=name[:3], long=name, start=0, end=1)
    vacancy = Vacancy(relations=(told,), acronyms=(short,))
    found = candidates([Document.of(Extraction(source="a.txt", vacancies=(vacancy,)), b"")])
    assert len({triple.subject for triple in parsed(as_turtle(found))}) <= 1


def test_pasted_entries_are_known(tmp_path: Path) -> None:
    """In a copy of the lexicon with the entries pasted, no name of theirs is a candidate."""
    left_out = shutil.ignore_patterns(".*", "tests", "__pycache__", "docs", "build", "dist", "out")
    copy = shutil.copytree(ROOT, tmp_path / "dottedline", ignore=left_out)
    documents = [document(path.read_text("utf-8"), path.name) for path in SAMPLES.glob("*.txt")]
    found = [one for one in candidates(documents) if one.kind]
    assert len(found) > 20
    (copy / "ontology" / "lexicon" / "pasted.ttl").write_text(as_turtle(found), "utf-8")
    command = ["-m", "dottedline", "extract", *map(str, SAMPLES.glob("*.txt")), "--candidates"]
    done = subprocess.run(
        [sys.executable, *command, "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {one["name"] for one in json.loads(done.stdout) if one["kind"]} == set()
