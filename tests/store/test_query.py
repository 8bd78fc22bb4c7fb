"""Questions to the store, and the forms of their answers."""

from __future__ import annotations

import csv
import io
import json
import time
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest
from dottedline.answers.asking import misspelt
from dottedline.exports.dataset import quads
from dottedline.graph.document import Document
from dottedline.ontology.queries import queries
from dottedline.store.answer import Answer, WrongForm
from dottedline.store.query import BadQuery, OutOfTime, run
from dottedline.store.triplestore import NoStore, load
from told import kinshasa

BOTH = "SELECT ?name ?sha WHERE { ?p a dl:AdvertisedPost ; rdfs:label ?name . ?n dl:sha256 ?sha }"


@pytest.fixture(scope="module")
def told() -> Document:
    """A notice whose title is a formula."""
    return kinshasa(title="=1+1, a <b> title")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, told: Document) -> Path:
    """A store that holds one notice."""
    folder = tmp_path_factory.mktemp("build") / "store"
    load(quads([told]), folder)
    return folder


def test_queries_see_all_graphs_at_once(store: Path, told: Document) -> None:
    """A post from a notice's graph, a hash from the registry; prefixes need no declaration."""
    answer = run(store, BOTH)
    assert answer.columns() == ("name", "sha")
    assert answer.rows() == [("=1+1, a <b> title, IOM, Kinshasa, 2026", told.sha256)]


def test_one_graph_is_addressed_by_name(store: Path) -> None:
    """The registry knows the notice, and no claim."""
    ask = "ASK {{ GRAPH ?g {{ ?n a dl:Notice }} GRAPH ?g {{ ?c a {} }} }}"
    assert run(store, ask.format("schema:JobPosting")).truth
    assert not run(store, ask.format("dl:Assertion")).truth


def test_numbers_stay_numbers_in_a_spreadsheet(store: Path) -> None:
    """A number keeps its sign; a text that only looks like one, or is only called one, does not."""
    texts = '("-5" AS ?c) ("=1"^^xsd:integer AS ?d) ("-INF"^^xsd:double AS ?e)'
    answer = run(store, f"SELECT (-5 AS ?a) (-1.5e3 AS ?b) {texts} {{}}")
    _, row = csv.reader(io.StringIO(answer.csv()))
    assert row[0] == "-5"
    assert float(row[1]) == -1500
    assert row[2:] == ["'-5", "'=1", "'-INF"]


def test_an_unknown_prefix_is_named_with_those_that_are_known(store: Path) -> None:
    """Not with a list of what a grammar would take."""
    with pytest.raises(BadQuery) as caught:
        run(store, "SELECT * { ?p a xx:Post }")
    assert "unknown prefix 'xx': known are dl, " in str(caught.value)
    assert run(store, "PREFIX xx: <https://w3id.org/dottedline/ns#> ASK { ?p a xx:Position }").truth


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("SELECT ?p WHERE { ?p a dl:Position ; ; rdfs:label }", "rdfs:label }"),
        ("SELECT * WHERE { ?s ?p", "ends too early"),
        ("SELECT FROM WHERE", "FROM WHERE"),
    ],
)
def test_broken_syntax_is_one_readable_sentence(store: Path, text: str, near: str) -> None:
    """It says where, and shows no tokens of a parser."""
    with pytest.raises(BadQuery) as caught:
        run(store, text)
    said = str(caught.value)
    assert near in said
    assert "expected one of" not in said
    assert "[" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASK { ?p a dl:Positon }", ["there is no term dl:Positon; did you mean dl:Position"]),
        ("PREFIX x: <https://w3id.org/dottedline/ns#> ASK { ?p a x:Positon }", ["x:Positon"]),
        ("ASK { ?p a <https://w3id.org/dottedline/ns#Positon> }", ["Positon"]),
        ("PREFIX dl: <https://example.org/> ASK { ?p a dl:Positon }", []),
        ("ASK { ?p a dl:Position ; rdfs:label 'dl:Positon' } # dl:Positon", []),
        ("PREFIX dl: <https://w3id.org/dottedline/ns#> ASK { ?p dl:reportsTo/dl:partOf* ?o }", []),
    ],
)
def test_terms_that_the_vocabulary_lacks_are_noticed(text: str, said: list[str]) -> None:
    """A misspelt term, however it is written, has a note; what is only quoted has none."""
    notes = misspelt(text)
    assert len(notes) == len(said)
    assert all(words in note for words, note in zip(said, notes, strict=True))


@pytest.mark.parametrize("name", sorted(queries()))
def test_shipped_queries_have_no_misspelt_terms(name: str) -> None:
    """No note where none is due."""
    assert misspelt(queries()[name].text) == []


def test_a_table_can_be_had_in_every_form(store: Path) -> None:
    """CSV is safe for spreadsheets; TSV, JSON and XML are SPARQL's own."""
    answer = run(store, BOTH)
    assert next(csv.DictReader(io.StringIO(answer.csv())))["name"].startswith("'=1+1")
    assert answer.tsv().startswith("?name\t?sha\n")
    assert json.loads(answer.json())["head"]["vars"] == ["name", "sha"]
    assert ElementTree.fromstring(answer.xml()).tag.endswith("sparql")
    with pytest.raises(WrongForm, match="CSV, TSV, JSON or XML"):
        answer.turtle()


def test_yes_and_no_have_their_forms(store: Path) -> None:
    """A table of one cell, JSON, XML."""
    answer = run(store, "ASK { ?s dl:reportsTo ?o }")
    assert (answer.columns(), answer.rows()) == (("answer",), [("yes",)])
    assert json.loads(answer.json())["boolean"] is True
    assert "true" in answer.xml()
    with pytest.raises(WrongForm):
        answer.tsv()


@pytest.mark.parametrize(
    "query",
    ["CONSTRUCT { ?s dl:reportsTo ?o } WHERE { ?s dl:reportsTo ?o }", "DESCRIBE ref:iom-oss"],
)
def test_triples_come_as_turtle_or_table(store: Path, query: str) -> None:
    """Sorted, so that the same question gives the same text."""
    answer = run(store, query)
    parsed = pyoxigraph.parse(answer.turtle(), pyoxigraph.RdfFormat.TURTLE)
    assert len(list(parsed)) == len(answer.rows()) > 0
    assert answer.turtle() == run(store, query).turtle()
    for form in (answer.tsv, answer.json, answer.xml):
        with pytest.raises(WrongForm, match="Turtle"):
            form()


def test_what_is_unbound_is_an_empty_cell(store: Path) -> None:
    """Not the word None."""
    answer = run(store, "SELECT ?a ?b { VALUES ?a { 1 } OPTIONAL { ?a dl:via ?b } }")
    assert answer.rows() == [("1", "")]


def test_a_query_that_takes_too_long_is_ended(store: Path) -> None:
    """Within a moment of its limit, whatever the engine is at."""
    product = (
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (?c < ?f && ?i > ?a) }"
    )
    start = time.monotonic()
    with pytest.raises(OutOfTime, match=r"after 0\.5 s"):
        run(store, product, seconds=0.5)
    assert time.monotonic() - start < 5


def test_a_mistake_is_pointed_at(store: Path) -> None:
    """With the words around it."""
    with pytest.raises(BadQuery, match=r"near .*LIMIT x"):
        run(store, "SELECT * { ?s ?p ?o } LIMIT x")


def test_without_a_store_there_is_no_answer(tmp_path: Path) -> None:
    """And the error says which folder was meant."""
    with pytest.raises(NoStore, match=str(tmp_path)):
        run(tmp_path, "ASK {}")


def test_there_are_at_least_twelve_shipped_queries() -> None:
    """Each with a title and a question."""
    assert len(queries()) >= 12
    assert all(query.title and query.question.endswith((".", "?")) for query in queries().values())


@pytest.mark.parametrize("name", sorted(queries()))
def test_shipped_queries_run(store: Path, name: str) -> None:
    """Each gives a table on a notice that has one of everything; what they must find is below."""
    assert run(store, queries()[name].text).sort == "table"


@pytest.mark.parametrize(
    ("name", "row"),
    [
        (
            "who-reports-to-whom",
            ("direct supervisor (solid line)", "Chief of Mission, IOM, DR Congo"),
        ),
        ("two-supervisors", ("2",)),
        ("solid-chain", ("Chief of Mission, IOM, DR Congo",)),
        ("dotted-lines", ("Office of Staff Security", "Regional Security Officer, IOM, Nairobi")),
        ("conditional-lines", ("Regional Security Officer, IOM, Nairobi", "conditional")),
        ("choices", ("informs", "COM/HoO", "Head of Office, IOM, DR Congo")),
        ("third-party", ("is represented by", "Regional Security Officer, IOM, Nairobi")),
        ("third-party", ("is responsible for", "peace at all gates")),
        ("whom-to-inform", ("trouble at the gate", "at once")),
        (
            "lines-through-others",
            ("Regional Security Officer, IOM, Nairobi", "Office of Staff Security"),
        ),
        (
            "notices-by-organisation-and-year",
            ("International Organization for Migration", "2026", "1"),
        ),
        ("evidence-of-post", ("Craft advice comes from the OSS",)),
        ("who-attends-smt", ("Security Management Team, DR Congo",)),
    ],
)
def test_shipped_queries_find_what_they_are_for(
    store: Path, name: str, row: tuple[str, ...]
) -> None:
    """Some row holds all of the cells."""
    assert any(set(row) <= set(found) for found in answer(store, name).rows())


def test_two_supervisors_counts_a_choice_once(store: Path) -> None:
    """And leaves a line out that only replaces another."""
    assert answer(store, "two-supervisors").rows() == [
        ("=1+1, a <b> title, IOM, Kinshasa, 2026", "2")
    ]


def answer(store: Path, name: str) -> Answer:
    """Answer a shipped query."""
    return run(store, queries()[name].text)
