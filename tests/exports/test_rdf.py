"""RDF files: two parsers read what was written."""

from __future__ import annotations

import json
import warnings
from xml.etree import ElementTree

import pyoxigraph
import pytest
import rdflib
from dottedline.exports import rdf
from dottedline.exports.dataset import plain, quads
from dottedline.graph.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from places import SHARED
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple
from rdflib.compare import isomorphic
from told import documents, gold, kinshasa

TERM = NamedNode("https://example.org/a")
TEXTS = st.text(st.characters(codec="utf-8"))


def by_rdflib(data: bytes, form: str) -> rdflib.Dataset:
    """Parse quads or triples with rdflib."""
    found = rdflib.Dataset()
    with warnings.catch_warnings():
        # rdflib's own parsers call what rdflib deprecates
        warnings.simplefilter("ignore", DeprecationWarning)
        found.parse(data=data, format=form)
    return found


def counted(found: rdflib.Dataset) -> int:
    """Count the quads of a dataset."""
    return len(set(found.quads()))


@pytest.fixture(scope="module")
def told() -> list[Document]:
    """The annotated notices where they are, else a made one."""
    return gold() if SHARED.is_dir() else [kinshasa()]


def test_both_parsers_count_the_same_in_the_dataset(told: list[Document]) -> None:
    """TriG and N-Quads."""
    own = list(quads(told))
    for data, form, name in (
        (rdf.trig(own), RdfFormat.TRIG, "trig"),
        (rdf.nquads(own), RdfFormat.N_QUADS, "nquads"),
    ):
        assert set(pyoxigraph.parse(data, form)) == set(own)
        assert counted(by_rdflib(data, name)) == len(own)


def test_both_parsers_read_the_plain_triples(told: list[Document]) -> None:
    """Turtle, N-Triples and XML are one graph."""
    own = plain(told)
    turtle = rdflib.Graph().parse(data=rdf.turtle(own), format="turtle")
    for data, form, name in (
        (rdf.turtle(own), RdfFormat.TURTLE, "turtle"),
        (rdf.ntriples(own), RdfFormat.N_TRIPLES, "nt"),
        (rdf.xml(own), RdfFormat.RDF_XML, "xml"),
    ):
        assert {quad.triple for quad in pyoxigraph.parse(data, form)} == set(own)
        assert isomorphic(rdflib.Graph().parse(data=data, format=name), turtle)
    assert len(turtle) == len(own)


def test_json_ld_holds_the_dataset_and_the_words_around() -> None:
    """As many quads as are written, prefix and suffix of the evidence among them."""
    own = list(quads([kinshasa()], surroundings=True))
    data = rdf.jsonld(own)
    assert set(pyoxigraph.parse(data, RdfFormat.JSON_LD)) == set(own)
    assert len(own) > len(list(quads([kinshasa()])))
    json.loads(data)


@given(TEXTS)
def test_any_text_passes_through_both_parsers(text: str) -> None:
    """Control characters, quotes and line ends of all sorts."""
    quad = Quad(TERM, TERM, Literal(text), TERM)
    data = rdf.nquads([quad])
    assert list(pyoxigraph.parse(data, RdfFormat.N_QUADS)) == [quad]
    ((_, _, value, _),) = by_rdflib(data, "nquads").quads()
    assert str(value) == text


@given(TEXTS)
def test_any_text_makes_well_formed_xml(text: str) -> None:
    """What XML has no way to write is replaced."""
    for literal in (Literal(text), Literal(text, language="fr")):
        ElementTree.fromstring(rdf.xml([Triple(TERM, TERM, literal)]))


@settings(max_examples=20, deadline=None)
@given(st.lists(documents(), max_size=2))
def test_n_quads_lose_nothing(told: list[Document]) -> None:
    """Whatever the notices say, both parsers give back what was written."""
    own = [quad for quad in quads(told) if "ns>" not in str(quad.graph_name)]
    data = rdf.nquads(own)
    assert list(pyoxigraph.parse(data, RdfFormat.N_QUADS)) == own
    assert counted(by_rdflib(data, "nquads")) == len(own)
