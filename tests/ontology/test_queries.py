"""The shipped queries: named, titled, valid, and honest about what they answer from."""

import re
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
from dottedline.ontology.queries import ASKED_BY, HeaderMissing, HeaderUnknown, Query, queries, read
from dottedline.ontology.terms import DL, PREFIXES
from dottedline.ontology.vocabulary import declared
from hypothesis import given
from hypothesis import strategies as st

QUESTIONS = 30
HEADERS = {
    "title": "All",
    "question": "What?",
    "asked by": "analysts",
    "answered from": "notices",
    "columns": "s, p, o",
}


def written(folder: Path, **changed: str | None) -> Path:
    """Write a query file with the usual headers, some of them changed or left out."""
    headers = {**HEADERS, **{name.replace("_", " "): value for name, value in changed.items()}}
    lines = [f"# {name}: {value}" for name, value in headers.items() if value is not None]
    path = folder / "bare.rq"
    path.write_text("\n".join([*lines, "#", "# For all.", "SELECT * { ?s ?p ?o }\n"]), "utf-8")
    return path


@pytest.fixture(params=sorted(queries()))
def query(request: pytest.FixtureRequest) -> Query:
    """Each of them."""
    return queries()[request.param]


def test_each_query_is_valid_and_says_what_it_answers(query: Query) -> None:
    """Oxigraph parses it; its header has a question, and its description says for whom it is."""
    assert query.question.endswith(("?", "."))
    assert "?" in query.question
    assert query.description.startswith("For ")
    pyoxigraph.Store().query(query.text, prefixes=PREFIXES)


def test_columns_are_those_that_the_header_names(query: Query) -> None:
    """In the order of the header, and the answer is sorted by all of them."""
    solutions = pyoxigraph.Store().query(query.text, prefixes=PREFIXES)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert tuple(variable.value for variable in solutions.variables) == query.columns
    _, _, order = query.text.rpartition("ORDER BY")
    assert set(re.findall(r"\?(\w+)", order)) == set(query.columns)


def test_what_the_reference_says_is_shown_with_what_it_rests_on(query: Query) -> None:
    """A column for the confidence wherever statements of the reference are shown."""
    assert ("reference" in query.answered_from) == ("confidence" in query.columns)


def test_queries_on_notices_name_what_only_notices_have(query: Query) -> None:
    """Advertised posts, names of the lexicon in use, candidates or postings: never any post."""
    if "notices" in query.answered_from:
        assert re.search(
            r"dl:AdvertisedPost|dl:occurrenceOf|dl:advertises|dl:Candidate"
            r"|schema:JobPosting|dl:ThirdPartyAssertion|dl:Section",
            query.text,
        )


def test_each_competency_question_has_its_query() -> None:
    """The thirty numbers, each once; titles are told apart; every group has some to ask."""
    counted = Counter(one.number for one in queries().values() if one.number is not None)
    assert counted == Counter(range(1, QUESTIONS + 1))
    assert len({one.title for one in queries().values()}) == len(queries())
    assert {one.asked_by for one in queries().values()} == set(ASKED_BY)


def test_queries_use_declared_terms(query: Query) -> None:
    """No query asks for a term that the vocabulary does not have."""
    known = {DL.local(iri) for iri in declared() if iri in DL}
    code = "\n".join(line for line in query.text.splitlines() if not line.startswith("#"))
    assert set(re.findall(r"\bdl:(\w+)", code)) <= known


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_is_missed(header: str, tmp_path: Path) -> None:
    """A file without one of the lines that it must have is an error that says what to add."""
    with pytest.raises(HeaderMissing, match=f"has no '# {header}: ...' line: add it"):
        read(written(tmp_path, **{header.replace(" ", "_"): None}))


@pytest.mark.parametrize(
    ("header", "value", "known"),
    [
        ("asked_by", "poets", "designers or trainers or analysts"),
        ("answered_from", "the air", "notices or reference"),
        ("number", "two", "a whole number from 1"),
        ("number", "0", "a whole number from 1"),
    ],
)
def test_a_header_that_says_what_cannot_be_is_an_error(
    header: str, value: str, known: str, tmp_path: Path
) -> None:
    """It names the file, the line and what may stand there."""
    with pytest.raises(HeaderUnknown, match=rf"^bare\.rq: .*{value}.*write {known}"):
        read(written(tmp_path, **{header: value}))


def test_lines_are_continued_and_words_without_a_name_describe(tmp_path: Path) -> None:
    """A value goes on behind more than one space; what has no known name is description."""
    path = tmp_path / "one.rq"
    headers = "".join(f"# {name}: {value}\n" for name, value in HEADERS.items())
    path.write_text(
        f"{headers}# note: one\n#   two\n#\n# For all: who\n# ask.\nASK {{}}\n", "utf-8"
    )
    assert (read(path).note, read(path).description) == ("one two", "For all: who ask.")


@given(st.text("abc :#?", min_size=1).map(str.strip).filter(bool))
def test_headers_are_read_back(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """What stands in the header is what the query says of itself."""
    assert read(written(tmp_path_factory.mktemp("queries"), title=title)).title == title
