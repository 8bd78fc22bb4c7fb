"""The graph that notices make: nodes, edges, evidence."""

from __future__ import annotations

import json

import networkx as nx
import pytest
from dottedline.graph.build import knowledge
from dottedline.graph.claims import UnknownModality
from dottedline.graph.document import BadHash, Document
from dottedline.graph.identity import BASE
from dottedline.graph.jsonfile import NotAGraph, as_json, from_json
from dottedline.graph.views import post_view, reporting_view, role_view
from dottedline.ontology.terms import REF
from dottedline.vacancies.model import Extraction, Relation
from hypothesis import given, settings
from hypothesis import strategies as st
from told import document, documents, kinshasa

POST = BASE + "id/position/iom/country-cd/field-security-officer"
BOSS = BASE + "id/position/iom/country-cd/chief-of-mission"
RSO = BASE + "id/position/iom/place-nairobi/regional-security-officer"
OSS = REF("iom-oss").value


def test_an_edge_carries_its_words() -> None:
    """Relation in plain words, line, dates and the quote from the text."""
    edge = knowledge([kinshasa()]).edges[POST, BOSS, "reportsDirectlyTo"]
    assert (edge["label"], edge["line"], edge["family"]) == (
        "direct supervisor (solid line)",
        "solid",
        "reportsTo",
    )
    assert (edge["first"], edge["last"], edge["count"]) == ("2026-06-10", "2026-06-10", 1)
    assert edge["evidence"][0]["quote"] == "answers in all things to the Chief of Mission"


def test_two_notices_that_say_the_same_make_one_edge_with_two_pieces_of_evidence() -> None:
    """Positions are shared, so their edges merge; dates span both."""
    later = kinshasa("later.txt", more=" Again.", closing_date="2027-01-01")
    edge = knowledge([later, kinshasa()]).edges[POST, BOSS, "reportsDirectlyTo"]
    assert (edge["count"], edge["notices"]) == (2, ["later.txt", "made.txt"])
    assert (edge["first"], edge["last"]) == ("2026-06-10", "2027-01-01")


def test_the_same_bytes_twice_are_one_notice() -> None:
    """A copy under another name adds nothing."""
    assert as_json(knowledge([kinshasa(), kinshasa("made2.txt")])) == as_json(
        knowledge([kinshasa()])
    )


def test_a_line_that_only_replaces_another_stands_apart() -> None:
    """It has a key and a modality of its own, and its condition."""
    edge = knowledge([kinshasa()]).edges[POST, RSO, "reportsTo:conditional"]
    assert (edge["modality"], edge["conditions"]) == ("Conditional", ["Where no captain is posted"])


def test_a_condition_that_is_met_in_time_cancels_nothing() -> None:
    """A stated relation under a condition keeps its plain edge."""
    boss = Relation(relation="reportsTo", target="COM", kind="role", condition="when required")
    graph = knowledge([document(relations=(boss,), country="CD")])
    assert graph.edges[POST, BOSS, "reportsTo"]["modality"] == "Stated"


def test_alternatives_and_channels_are_named() -> None:
    """Members of one "or" share a choice; a line through somebody names them."""
    graph = knowledge([kinshasa()])
    informed = [
        edge["choices"] for *_, key, edge in graph.edges(keys=True, data=True) if key == "informs"
    ]
    assert len(informed) == 2
    assert informed[0] == informed[1] != []
    assert graph.edges[POST, OSS, "reportsTechnicallyTo"]["via"] == [RSO]


def test_what_is_said_of_others_makes_no_edge() -> None:
    """One notice does not speak for a unit everywhere."""
    assert not any(start == OSS for start, _ in knowledge([kinshasa()]).edges())


def test_a_candidate_has_the_kind_that_most_notices_give_it() -> None:
    """Two against one."""
    told = [
        document(text, relations=(Relation(relation="informs", target="Gate", kind=kind),))
        for text, kind in (("a", "unit"), ("b", "group"), ("c", "group"))
    ]
    graph = knowledge(told)
    kinds = {node["kind"] for _, node in graph.nodes(data=True) if node["label"] == "Gate"}
    assert kinds == {"group"}


def test_an_unknown_modality_is_named() -> None:
    """A typing error in a corrected record is not passed over."""
    told = Relation(relation="informs", target="Gate", modality="perhaps")
    with pytest.raises(UnknownModality, match="Perhaps"):
        knowledge([document(relations=(told,))])


def test_a_hash_must_be_one() -> None:
    """Else the notice's IRI would be broken."""
    with pytest.raises(BadHash, match=r"a\.txt"):
        Document(Extraction(source="a.txt"), None, "../etc")


def test_characters_that_xml_has_no_way_to_write_are_counted() -> None:
    """Nothing is replaced in silence."""
    (notice,) = knowledge([document("page\x0cbreak, half \x01")]).graph["notices"]
    assert notice["replaced"] == 2


def test_without_text_there_is_no_quote() -> None:
    """A record alone still makes a graph."""
    told = kinshasa()
    bare = Document(told.extraction, None, told.sha256)
    edge = knowledge([bare]).edges[POST, BOSS, "reportsDirectlyTo"]
    assert edge["evidence"][0]["quote"] is None


@settings(max_examples=40, deadline=None)
@given(st.lists(documents(), max_size=3))
def test_reading_back_gives_an_equal_graph(told: list[Document]) -> None:
    """Whatever the notices say; and the order in which they come does not matter."""
    graph = knowledge(told)
    text = as_json(graph)
    again = from_json(text.encode("utf-8").decode("utf-8"))
    assert nx.utils.graphs_equal(graph, again)
    assert as_json(again) == text
    assert as_json(knowledge(reversed(told))) == text


def test_attributes_are_the_same_for_every_node_and_edge() -> None:
    """A reader of graph.json may rely on them."""
    graph = knowledge([kinshasa(), document("other", title=None)])
    assert len({tuple(node) for _, node in graph.nodes(data=True)}) == 1
    assert len({tuple(edge) for *_, edge in graph.edges(data=True)}) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"directed": true}'])
def test_other_json_is_refused(text: str) -> None:
    """What is no graph.json says so."""
    with pytest.raises(NotAGraph, match="build it again"):
        from_json(text)


def test_the_reporting_view_keeps_lines_and_their_ends() -> None:
    """Every edge is of a reporting family, and no node is alone."""
    view = reporting_view(knowledge([kinshasa()]))
    assert {edge["family"] for *_, edge in view.edges(data=True)} == {"reportsTo"}
    assert not list(nx.isolates(view))


def test_the_role_view_draws_countries_together() -> None:
    """The same line in two countries becomes one, with all its evidence."""
    libya = kinshasa(
        "libya.txt", more=" In Libya.", country="LY", duty_station="Tripoli", relations=()
    )
    told = [kinshasa(), kinshasa("two.txt", more=" Twice."), libya]
    view = role_view(knowledge(told))
    role, boss = REF("field-security-officer").value, REF("chief-of-mission").value
    assert view.edges[role, boss, "reportsDirectlyTo"]["count"] == 2
    assert view.nodes[role]["notices"] == ["libya.txt", "made.txt", "two.txt"]
    json.dumps([node for _, node in view.nodes(data=True)])


def test_the_post_view_keeps_what_leaves_a_country() -> None:
    """Posts of the country, and what they reach."""
    graph = knowledge([kinshasa(), document("other", country="LY")])
    view = post_view(graph, country="CD", organization="IOM")
    assert {start for start, _ in view.edges()} == {POST}
    assert RSO in view
    assert not any(node["country"] == "LY" for _, node in view.nodes(data=True))
