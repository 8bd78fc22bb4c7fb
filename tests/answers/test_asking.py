"""The list of the queries that come along, and what is to be known of an answer."""

import pytest
from dottedline.answers.asking import UnknownQuery, meant_query, remark, shipped, shown_queries
from dottedline.ontology.queries import ASKED_BY, queries


@pytest.mark.parametrize("width", [80, 120])
def test_the_list_fits_its_width(width: int) -> None:
    """No line runs over the edge."""
    assert max(map(len, shown_queries(width).splitlines())) <= width


def test_the_list_goes_by_who_asks_and_by_number() -> None:
    """Each group has a heading; in it the competency questions come first, in their order."""
    lines = shown_queries(100).splitlines()
    headed = [line for line in lines if line and not line[:4].strip().isdigit() and line[0] != " "]
    assert headed[: len(ASKED_BY)] == [group.capitalize() for group in ASKED_BY]
    numbers = [int(line[:4]) for line in lines if line[:4].strip().isdigit()]
    assert numbers == sorted(numbers)
    for query in queries().values():
        assert any(query.name in line.split() and query.title in line for line in lines)


def test_all_headers_are_given_to_machines() -> None:
    """Each query with every line that stands above it."""
    told = {one["name"]: one for one in shipped()}
    assert set(told) == set(queries())
    for name, query in queries().items():
        assert told[name]["columns"] == list(query.columns)
        assert told[name]["number"] == query.number
        assert told[name]["note"] == query.note
        assert told[name]["answered_from"] == query.answered_from


def test_only_shipped_queries_have_remarks() -> None:
    """What a person writes is answered without one."""
    assert "contested" in (remark("who-decides") or "")
    assert remark("ASK { ?s ?p ?o }") is None


def test_a_number_is_as_good_as_a_name() -> None:
    """Each competency question is answered by its number, with what is to be known of it."""
    for name, query in queries().items():
        if query.number is not None:
            assert meant_query(str(query.number)) == meant_query(name)
            assert remark(str(query.number)) == query.note


@pytest.mark.parametrize("words", ["0", "31", "012", "zzz", "None"])
def test_an_unknown_name_is_sent_to_the_list(words: str) -> None:
    """The names are too many for a line."""
    with pytest.raises(UnknownQuery, match=r"^[^,]*; dottedline query --list shows") as raised:
        meant_query(words)
    assert raised.value.name == words
