"""What the shipped queries answer: on the sample notices, and on the real ones beside them."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from dottedline.exports.standing import ontology, reference
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.queries import Query, queries
from dottedline.ontology.reference import GRAPHS
from dottedline.ontology.reference import reference as statements
from dottedline.store.answer import Answer
from dottedline.store.pipeline import build
from dottedline.store.query import checked
from dottedline.store.triplestore import opened
from dottedline.store.worker import answer
from places import ROOT, SAMPLES, SHARED

CASES = ROOT / "tests" / "cases" / "questions"
SECONDS = 5
GENERAL = "general knowledge"

Row = tuple[str, ...]

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real notices are not beside this checkout"
)


def rows(store: pyoxigraph.Store, name: str) -> list[Row]:
    """Answer a shipped query."""
    return Answer(*answer(store, checked(queries()[name].text))).rows()


def column(store: pyoxigraph.Store, name: str, head: str) -> list[str]:
    """Return one column of an answer."""
    at = queries()[name].columns.index(head)
    return [row[at] for row in rows(store, name)]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> pyoxigraph.Store:
    """The store of the sample notices."""
    folder = tmp_path_factory.mktemp("samples") / "out"
    return opened(build([SAMPLES], folder).folder.store)


@pytest.fixture(scope="session")
def without_reference(samples: pyoxigraph.Store) -> pyoxigraph.Store:
    """The same without what policy, official pages and common practice say."""
    bare = pyoxigraph.Store()
    bare.bulk_extend(quad for quad in samples if quad.graph_name not in GRAPHS.values())
    return bare


@pytest.fixture(scope="session")
def without_notices() -> pyoxigraph.Store:
    """What stands in every store."""
    bare = pyoxigraph.Store()
    bare.bulk_extend([*ontology(), *reference()])
    return bare


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> pyoxigraph.Store:
    """The store of the five real notices that the questions were first asked of."""
    folder = tmp_path_factory.mktemp("seeds") / "out"
    return opened(build(sorted((SHARED / "notices").glob("00?_*.txt")), folder).folder.store)


@pytest.fixture(params=sorted(queries()))
def query(request: pytest.FixtureRequest) -> Query:
    """Each of them."""
    return queries()[request.param]


def told(name: str) -> Iterator[tuple[str, list[Row]]]:
    """Give the case's files: the entire answer is expected, or rows are among it."""
    for path in sorted((CASES / name).iterdir()):
        with path.open(encoding="utf-8", newline="") as file:
            heads, *cells = (tuple(row) for row in csv.reader(file))
        assert heads == queries()[name].columns
        yield path.stem, cells


def test_answers_on_the_samples_are_as_read(query: Query, samples: pyoxigraph.Store) -> None:
    """Cell by cell: the answer as `expected.csv` has it, or the rows of `among.csv` in order."""
    ((sort, wanted),) = told(query.name)
    given = rows(samples, query.name)
    if sort == "among":
        given = [row for row in given if row in set(wanted)]
    assert given == wanted


def test_no_answer_is_empty_without_a_word(query: Query, samples: pyoxigraph.Store) -> None:
    """Where the samples give none, the note says what that means."""
    assert rows(samples, query.name) or "An empty answer means" in (query.note or "")


def test_the_reference_never_answers_for_notices(
    query: Query, samples: pyoxigraph.Store, without_reference: pyoxigraph.Store
) -> None:
    """What is asked of notices is answered alike where there is no reference."""
    if query.answered_from == "notices":
        assert rows(without_reference, query.name) == rows(samples, query.name)


def test_notices_never_answer_for_the_reference(
    query: Query, samples: pyoxigraph.Store, without_notices: pyoxigraph.Store
) -> None:
    """What is asked of the reference or the vocabulary is answered alike without any notice."""
    if query.answered_from in ("reference", "vocabulary"):
        assert rows(without_notices, query.name) == rows(samples, query.name)


def test_every_statement_is_listed_with_what_it_rests_on(samples: pyoxigraph.Store) -> None:
    """All of the reference, and only general knowledge counts as such."""
    name = "statements-by-confidence"
    assert len(rows(samples, name)) == len(statements())
    standing = column(samples, name, "standing")
    confidence = column(samples, name, "confidence")
    known = [one == f"{GENERAL} only" for one in standing]
    assert known == [one == GENERAL for one in confidence]
    assert True in known


def test_no_cell_is_a_bare_iri(query: Query, samples: pyoxigraph.Store) -> None:
    """People are shown labels."""
    cells = [cell for row in rows(samples, query.name) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("http:", "https:"))]


def test_every_role_has_a_row_among_occupations(samples: pyoxigraph.Store) -> None:
    """Those without a match, too."""
    roles = {entry.label for entry in lexicon().entries.values() if entry.kind == "role"}
    assert set(column(samples, "occupation-codes", "role")) == roles


@needs_shared
class TestSeeds:
    """The five notices of which it was written down beforehand what the answers must be."""

    def test_every_question_is_answered_in_time(
        self, query: Query, seeds: pyoxigraph.Store
    ) -> None:
        """None runs away: the benchmark measures, this only holds that no join explodes."""
        start = time.monotonic()
        rows(seeds, query.name)
        assert time.monotonic() - start < SECONDS

    def test_kinshasa_has_a_boss_there_and_a_guide_in_nairobi(
        self, seeds: pyoxigraph.Store
    ) -> None:
        """Question 1: the chief of mission, and OSS for which the officer in Nairobi speaks."""
        post = "Field Security Officer, IOM, Kinshasa, 2026"
        found = [row[1:] for row in rows(seeds, "supervisors-of-a-post") if row[0] == post]
        iom = "International Organization for Migration"
        boss = ("Chief of Mission, IOM, DR Congo", iom, "DR Congo", "", "")
        rso = "Regional Security Officer, IOM, Nairobi"
        guide = ("Office of Staff Security", iom, "not stated", rso, "Nairobi")
        assert found == [
            ("direct supervisor (solid line)", *boss),
            ("technical supervisor (dotted line)", *guide),
        ]

    def test_two_notices_name_no_supervisor(self, seeds: pyoxigraph.Store) -> None:
        """Question 4: the post in Cairo and the one in New York."""
        posts = column(seeds, "no-reporting-line", "post")
        assert [("Cairo" in post, "New York" in post) for post in posts] == [
            (True, False),
            (False, True),
        ]

    def test_old_names_are_found_where_they_stand(self, seeds: pyoxigraph.Store) -> None:
        """Question 10: SSU became OSS and RFSO became RSO; the notice of 2020 has the old ones."""
        heads = ("was", "is", "still_used_by")
        columns = (column(seeds, "renamed-units", head) for head in heads)
        found = set(zip(*columns, strict=True))
        post = "Senior Field Security Officer, IOM, Tripoli, 2020"
        assert ("Staff Security Unit", "Office of Staff Security", post) in found
        assert ("Regional Field Security Officer", "Regional Security Officer", post) in found

    def test_the_loose_name_of_the_system_stands_in_three(self, seeds: pyoxigraph.Store) -> None:
        """Question 24: Tripoli 2020, Cairo and Kinshasa."""
        loose = "UNDSS Security Management System"
        posts = {row[1] for row in rows(seeds, "names-of-unsms") if row[0] == loose}
        places = {place for place in ("Tripoli", "Cairo", "Kinshasa") for p in posts if place in p}
        assert (len(posts), len(places)) == (3, 3)

    def test_no_relation_comes_from_requirements(self, seeds: pyoxigraph.Store) -> None:
        """Question 27: by definition."""
        found = {row[0]: row[1] for row in rows(seeds, "relations-by-section")}
        assert found["requirements"] == "0"
        assert int(found["duties"]) > int(found["context"]) > 0

    def test_one_post_escalates_and_none_reports_there(self, seeds: pyoxigraph.Store) -> None:
        """Question 29: only the one in Cairo."""
        heads = ("post", "also_a_line")
        columns = (column(seeds, "escalation-to-operations-centre", head) for head in heads)
        ((post, line),) = set(zip(*columns, strict=True))
        assert "Cairo" in post
        assert line == "no"

    def test_the_text_that_was_pasted_twice_is_found(self, seeds: pyoxigraph.Store) -> None:
        """Question 26: nearly all is from one notice, and no count of clauses is left as it was."""
        posts = column(seeds, "repeated-text", "post")
        assert sum("Cairo" in post for post in posts) > 0.9 * len(posts)
        heads = ("clauses", "remain")
        pairs = zip(*(column(seeds, "repeated-text", head) for head in heads), strict=True)
        assert all(int(clauses) > int(remain) > 0 for clauses, remain in pairs)


def test_each_query_has_one_case() -> None:
    """A folder with one file, and no folder for what is no query."""
    found = {folder.name: sorted(path.name for path in folder.iterdir()) for folder in folders()}
    assert set(found) == set(queries())
    assert all(names in (["among.csv"], ["expected.csv"]) for names in found.values())


def folders() -> list[Path]:
    """Return the cases."""
    return sorted(path for path in CASES.iterdir() if path.is_dir())
