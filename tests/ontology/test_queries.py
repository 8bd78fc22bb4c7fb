"""The shipped queries: named, titled, valid."""

from pathlib import Path

import pyoxigraph
import pytest
from dottedline.ontology.queries import HeaderMissing, queries, read
from dottedline.ontology.terms import DL, PREFIXES
from dottedline.ontology.vocabulary import declared
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("name", sorted(queries()))
def test_each_query_is_valid_and_says_what_it_answers(name: str) -> None:
    """Oxigraph parses it, and its header has a title and a question."""
    query = queries()[name]
    assert query.title
    assert "?" in query.question
    pyoxigraph.Store().query(query.text, prefixes=PREFIXES)


@pytest.mark.parametrize("name", sorted(queries()))
def test_queries_use_declared_terms(name: str) -> None:
    """No query asks for a term that the vocabulary does not have."""
    known = {DL.local(iri) for iri in declared() if iri in DL}
    words = queries()[name].text.replace("|", " ").replace("^", " ").replace("/", " ")
    used = {w.split(":", 1)[1].strip("()+*?;,.[]{}") for w in words.split() if "dl:" in w[:5]}
    assert {term for term in used if term and not term.startswith(("<", "http"))} <= known


def test_a_header_is_missed(tmp_path: Path) -> None:
    """A file without a question is an error that says what to add."""
    path = tmp_path / "bare.rq"
    path.write_text("# title: All\nSELECT * { ?s ?p ?o }\n", "utf-8")
    with pytest.raises(HeaderMissing, match="question"):
        read(path)


@given(st.text("abc :#?", min_size=1).map(str.strip).filter(bool))
def test_headers_are_read_back(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """What stands in the header is what the query says of itself."""
    path = tmp_path_factory.mktemp("queries") / "one.rq"
    path.write_text(f"# title: {title}\n# question: What?\nASK {{}}\n", "utf-8")
    assert read(path).title == title
