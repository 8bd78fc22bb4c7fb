"""What stands in every dataset: whole, declared, and moved with its base."""

import pytest
from dottedline.exports.dataset import quads
from dottedline.exports.standing import ontology, reference
from dottedline.graph.identity import BASE, BadBase
from dottedline.ontology import HERE
from dottedline.ontology import terms as t
from dottedline.ontology.turtle import statements
from dottedline.ontology.vocabulary import declared
from dottedline.store.reading import documents
from places import SAMPLES
from pyoxigraph import NamedNode, Quad

ELSEWHERE = "https://example.org/data/"
PROPERTIES = {t.OBJECT_PROPERTY, t.DATATYPE_PROPERTY, t.ANNOTATION_PROPERTY}
SYNTAX = (t.RDF, t.RDFS, t.OWL)


def dataset() -> list[Quad]:
    return list(quads(documents([SAMPLES]).documents))


def test_every_term_of_the_dataset_is_declared() -> None:
    """Each property once, as one sort of property; each class as a class; none is only used."""
    used = [quad for quad in dataset() if not any(quad.predicate in one for one in SYNTAX)]
    for name in {quad.predicate.value for quad in used}:
        assert len(PROPERTIES.intersection(declared()[name][t.TYPE.value])) == 1, name
    types = {quad.object for quad in dataset() if quad.predicate == t.TYPE}
    for one in types:
        assert isinstance(one, NamedNode)
        known = declared().get(one.value, {}).get(t.TYPE.value, ())
        assert t.CLASS in known or one in t.OWL, one


def test_the_graphs_bear_their_names() -> None:
    """The ontology is one graph; policy, published facts and common practice are three."""
    assert {quad.graph_name for quad in ontology()} == {t.VOCABULARY_GRAPH}
    graphs = [quad.graph_name for quad in reference()]
    assert set(graphs) == {t.POLICY_GRAPH, t.PUBLISHED_GRAPH, t.USUAL_GRAPH}
    assert graphs == sorted(graphs, key=lambda graph: getattr(graph, "value", ""))


def test_nothing_of_the_files_is_left_out() -> None:
    """Every subject of the Turtle files stands in the dataset, but for the shapes."""
    files = [path for path in HERE.rglob("*.ttl") if "shapes" not in path.as_posix()]
    subjects = {getattr(quad.subject, "value", "") for quad in (*ontology(), *reference())}
    assert set(statements(files)) == subjects


def test_positions_of_the_reference_move_with_the_base() -> None:
    """Those of notices and of the reference stay the same nodes; `ref/` stays where it is."""
    here, there = list(reference()), list(reference(ELSEWHERE))
    assert len(here) == len(there)
    assert {q.predicate for q in here} == {q.predicate for q in there}
    moved = {str(term) for quad in there for term in (quad.subject, quad.object)}
    assert not any(f"<{BASE}id/" in term for term in moved)
    back = {term.replace(ELSEWHERE, BASE) for term in moved if f"<{ELSEWHERE}id/" in term}
    assert back
    assert back <= {str(term) for quad in here for term in (quad.subject, quad.object)}
    assert {str(quad.graph_name) for quad in here} == {str(quad.graph_name) for quad in there}


def test_a_base_must_be_one() -> None:
    """Words are no base."""
    with pytest.raises(BadBase):
        list(reference("no base"))
