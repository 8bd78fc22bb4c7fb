"""Queries cut into tokens, and written so that only one reading is left."""

from __future__ import annotations

import pyoxigraph
import pytest
from dottedline.ontology.queries import queries
from dottedline.ontology.terms import PREFIXES
from dottedline.store.query import BadQuery, Refused, checked
from dottedline.store.tokens import Unreadable, plain, tokens
from hypothesis import given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    (
        "SERVICE",
        "<",
        ">",
        "#",
        "'",
        '"',
        "'''",
        "\\",
        "\n",
        " ",
        "{",
        "}",
        "?s",
        "a:b",
        "<#>",
        "1",
        "@en",
    )
)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'a'SERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o } # calm\nSERVICE <http://x/> {}",
        "LOAD <http://x/>",
        "INSERT DATA { <a:a> <a:a> <a:a> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP GRAPH <a:a>",
        "PREFIX a: <a:> SELECT * { ?s a:p ?o } ; INSERT DATA { <a:a> <a:a> <a:a> }",
    ],
)
def test_queries_that_write_or_reach_out_are_refused(query: str) -> None:
    """In any case, glued to whatever, after a comment."""
    with pytest.raises(Refused):
        checked(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p 'SERVICE LOAD' }",
        'SELECT * { ?s ?p """a "quoted" SERVICE\nINSERT""" }',
        "SELECT * { ?s ?p '''it's # SERVICE''' }",
        "SELECT * { ?s <http://x/SERVICE#LOAD> ?o } # SERVICE",
        "PREFIX service: <http://x/> SELECT * { ?s service:load ?o }",
        "SELECT * { ?s ?p 'a\\'SERVICE' }",
        "SELECT * { ?s ?p ?o FILTER (?s < ?o && ?o > ?s || ?p != ?o && 1 <= 2) }",
        "SELECT * { VALUES ?x { -1 +2.5 1e3 .5 'x'^^a:b 'y'@en-GB } }",
        "PREFIX : <http://x/> ASK { :a :b.c/:d|^:e* _:f . :g\\-h :i%20j [] }",
    ],
)
def test_words_in_texts_names_and_comments_do_no_harm(query: str) -> None:
    """Such queries are let through, and the engine finds nothing else in them than before."""
    prefixes = {"a": "http://x/"}
    before = pyoxigraph.Store().query(query, prefixes=prefixes)
    after = pyoxigraph.Store().query(checked(query), prefixes=prefixes)
    assert list(map(str, iterated(before))) == list(map(str, iterated(after)))


def iterated(result: object) -> list[object]:
    """Return what a query gave as a list."""
    return [bool(result)] if isinstance(result, pyoxigraph.QueryBoolean) else list(result)  # type: ignore[call-overload]


def test_a_comparison_that_looks_like_an_iri_hides_nothing() -> None:
    """The engine takes `<` for a comparison and the rest of the line for a comment.

    A reader that takes `<#>` for an IRI would see a text where the engine finds SERVICE.
    """
    query = "SELECT * { ?s ?p ?o FILTER (1 <#> '''\n2) SERVICE <http://x/> {} #'''\n}"
    with pytest.raises(SyntaxError):
        pyoxigraph.Store().query(checked(query))
    with pytest.raises(BadQuery, match="cannot read"):
        checked("ASK { FILTER (1 <'> ' SERVICE <http://x/> {} ') }")


@pytest.mark.parametrize("query", ["", "# SELECT", "'SELECT'", "?select", "PREFIX select: <a:>"])
def test_a_text_that_asks_nothing_is_no_query(query: str) -> None:
    """The word must stand by itself."""
    with pytest.raises(BadQuery, match="asks nothing"):
        checked(query)


@pytest.mark.parametrize(
    "query", ["ASK { ?s ?p 'open }", "SEL\\u0045CT * {}", "ASK { ?s <a\\u0041> 1 }"]
)
def test_spellings_that_leave_doubt_are_refused(query: str) -> None:
    """Texts without end, escapes outside texts."""
    with pytest.raises((BadQuery, Unreadable)):
        checked(query)


def test_half_a_character_is_no_query() -> None:
    """A lone surrogate has no bytes."""
    with pytest.raises(BadQuery, match="half a character"):
        checked("ASK { ?s ?p '\ud800' }")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_left_stands_on_one_line_and_reads_the_same_again(text: str) -> None:
    """Writing plainly twice changes no more, and no comment is left."""
    try:
        once = plain(text)
    except Unreadable:
        return
    assert not {"\n", "\r"} & set(once)
    assert plain(once) == once
    assert all(token.sort != "comment" for token in tokens(once))


@pytest.mark.parametrize("name", sorted(queries()))
def test_shipped_queries_mean_the_same_when_written_plainly(name: str) -> None:
    """They pass, and the engine takes them."""
    pyoxigraph.Store().query(checked(queries()[name].text), prefixes=PREFIXES)
