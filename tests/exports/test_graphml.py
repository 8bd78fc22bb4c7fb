"""Files for other graph programs."""

from __future__ import annotations

from xml.etree import ElementTree

import networkx as nx
import pytest
from dottedline.exports.formats import FORMATS, Build, UnknownFormat, written
from dottedline.exports.graphml import gexf, graphml
from dottedline.graph.build import knowledge
from dottedline.graph.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from told import documents, kinshasa


@settings(max_examples=25, deadline=None)
@given(st.lists(documents(), max_size=2))
def test_graphml_reads_back_with_as_many_nodes_and_edges(told: list[Document]) -> None:
    """Whatever the notices say."""
    graph = knowledge(told)
    again = nx.parse_graphml(graphml(graph), force_multigraph=True)
    assert set(again) == set(graph)
    assert again.number_of_edges() == graph.number_of_edges()


def test_edges_have_names_of_their_own() -> None:
    """GraphML wants each id once."""
    root = ElementTree.fromstring(graphml(knowledge([kinshasa()])).encode())
    ids = [edge.get("id") for edge in root.iter() if edge.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == 6


@settings(max_examples=10, deadline=None)
@given(st.lists(documents(), max_size=2))
def test_gexf_is_well_formed_and_knows_no_date(told: list[Document]) -> None:
    """Its usual writer would put today's date in."""
    text = gexf(knowledge(told))
    ElementTree.fromstring(text.encode("utf-8"))
    assert "lastmodified" not in text


def test_every_format_has_its_suffix_once() -> None:
    """Else one export would overwrite another."""
    suffixes = [form.suffix for form in FORMATS.values()]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    """So that the next try is right."""
    told = (kinshasa(),)
    with pytest.raises(UnknownFormat, match=r"'doc'.*trig, ttl"):
        written(Build(told, knowledge(told)), "doc")
