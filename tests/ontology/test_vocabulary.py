"""The vocabulary: declared once, read alike by two parsers, in the words of the guidelines."""

import re

import pyoxigraph
import pytest
import rdflib
from dottedline.ontology import HERE, terms
from dottedline.ontology.canonical import files
from dottedline.ontology.turtle import BlankNodeFound, localized, statements, values
from dottedline.ontology.vocabulary import declared, vocabulary
from hypothesis import given
from hypothesis import strategies as st
from places import SHARED
from rdflib.compare import isomorphic

TURTLE = files()
RELATIONS = {
    "reportsTo": None,
    "reportsDirectlyTo": "reportsTo",
    "reportsAdministrativelyTo": "reportsTo",
    "reportsTechnicallyTo": "reportsTo",
    "reportsOverallTo": "reportsTo",
    "supervises": None,
    "supervisesTechnically": "supervises",
    "informs": None,
    "advises": None,
    "supports": None,
    "coordinatesWith": None,
    "liaisesWith": "coordinatesWith",
    "collaboratesWith": "coordinatesWith",
    "consultsWith": "coordinatesWith",
    "participatesIn": None,
    "represents": None,
    "usesSystem": None,
    "ensuresComplianceWith": None,
    "prepares": None,
}
THIRD_PARTY = {"partOf", "locatedIn", "representedBy", "establishes", "responsibleFor"}


def own_terms() -> set[str]:
    named = [v for v in vars(terms).values() if isinstance(v, pyoxigraph.NamedNode)]
    return {node.value for node in named if node in terms.DL}


def test_every_term_is_declared() -> None:
    """No term of our namespace in code that the vocabulary does not declare."""
    assert own_terms() <= set(declared())


def test_every_declared_term_says_what_it_is() -> None:
    """Each subject of the vocabulary has a label, and a definition in English."""
    own = {iri: about for iri, about in declared().items() if iri in terms.DL}
    assert own
    for iri, about in own.items():
        assert terms.LABEL.value in about, iri
        assert terms.DEFINITION.value in about, iri


def test_terms_used_between_each_other_are_declared() -> None:
    """Parents, kinds and schemes that the Turtle files name in our namespace exist."""
    known = set(declared())
    for about in statements(TURTLE).values():
        for predicate, nodes in about.items():
            used = {predicate} | {n.value for n in nodes if isinstance(n, pyoxigraph.NamedNode)}
            assert {iri for iri in used if iri in terms.DL} <= known


@pytest.mark.parametrize("name", ["example_003.ttl", "modelling.md"])
def test_the_settled_example_is_covered(name: str) -> None:
    """Every dl: term of the settled example and decisions is declared."""
    path = SHARED / "design" / name
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this checkout")
    used = {terms.DL.base + term for term in re.findall(r"\bdl:(\w+)", path.read_text("utf-8"))}
    assert used <= set(declared())


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_two_parsers_read_the_same(path) -> None:  # type: ignore[no-untyped-def]
    """rdflib and Oxigraph read equal graphs, without blank nodes."""
    ours = rdflib.Graph()
    quads = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    ours.parse(
        data=pyoxigraph.serialize((q.triple for q in quads), format=pyoxigraph.RdfFormat.N_TRIPLES),
        format="nt",
    )
    theirs = rdflib.Graph().parse(path, format="turtle")
    assert isomorphic(ours, theirs)
    assert not any(isinstance(node, rdflib.BNode) for node in theirs.all_nodes())


def test_relations_are_those_of_the_guidelines() -> None:
    """Nineteen relations with their parents, and five that are said of others only."""
    properties = vocabulary().properties
    own = {name: p.parent for name, p in properties.items() if not p.third_party}
    assert own == RELATIONS
    assert {name for name, p in properties.items() if p.third_party} == THIRD_PARTY


def test_families_and_ancestors() -> None:
    """A typed line is written with both its parents; a family bears its topmost parent's name."""
    technical = vocabulary().properties["reportsTechnicallyTo"]
    assert technical.family == "reportsTo"
    assert technical.ancestors == (terms.REPORTS_TO.value, terms.ORG_REPORTS_TO.value)
    assert vocabulary().properties["supervisesTechnically"].family == "supervises"
    assert vocabulary().properties["informs"].ancestors == ()


def test_lines_are_drawn_as_settled() -> None:
    """Only reporting lines and supervision have a line, and each its own word."""
    lines = {name: p.line for name, p in vocabulary().properties.items() if p.line}
    assert lines == {
        "reportsTo": "plain",
        "reportsDirectlyTo": "solid",
        "reportsAdministrativelyTo": "dashed",
        "reportsTechnicallyTo": "dotted",
        "reportsOverallTo": "thin",
        "supervises": "above",
        "supervisesTechnically": "above",
    }


@pytest.mark.parametrize("name", [*RELATIONS, *THIRD_PARTY])
def test_labels_are_plain_words_in_three_languages(name: str) -> None:
    """No camelCase is ever shown, and English, French and Spanish are all there."""
    labels = vocabulary().properties[name].labels
    assert set(labels) == {"en", "fr", "es"}
    assert not any(re.search(r"[a-z][A-Z]", label) for label in labels.values())


def test_kinds_are_those_of_the_guidelines() -> None:
    """Eight kinds, each with a class, and ranges that name no other."""
    kinds = vocabulary().kinds
    assert set(kinds) == {
        "role",
        "group",
        "body",
        "unit",
        "organization",
        "system",
        "instrument",
        "product",
    }
    for relation in vocabulary().properties.values():
        assert relation.ranges
        assert set(relation.ranges) <= set(kinds)


def test_a_blank_node_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A nameless node is an error that names the file."""
    path = tmp_path / "nameless.ttl"
    path.write_text("<a:b> <a:c> [ <a:d> 1 ] .", "utf-8")
    with pytest.raises(BlankNodeFound, match=r"nameless\.ttl"):
        statements([path])


def test_another_namespace_is_refused() -> None:
    """Cutting off the wrong namespace is an error that says so."""
    with pytest.raises(ValueError, match="does not lie in"):
        terms.DL.local(terms.LABEL)


@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-", min_size=1))
def test_minting_and_cutting_undo_each_other(name: str) -> None:
    """The local name of a minted term is what it was minted from."""
    assert terms.REF.local(terms.REF(name)) == name
    assert terms.REF(name) in terms.REF


def test_sections_cover_the_headings() -> None:
    """Each sort of section that headings mark is a term, so that evidence can say where it is."""
    sections_of = declared().values()
    sections = {
        about[terms.NOTATION.value][0].value
        for about in sections_of
        if terms.SECTION_CLASS in about.get(terms.TYPE.value, ())
    }
    marked = {
        line.split("\t")[0]
        for path in (HERE / "language").glob("*/headings.tsv")
        for line in path.read_text("utf-8").splitlines()[1:]
    }
    assert marked <= sections


def test_classes_and_properties_have_an_example() -> None:
    """Each class and each property of ours shows one case of itself."""
    sorts = {terms.CLASS, terms.OBJECT_PROPERTY, terms.DATATYPE_PROPERTY, terms.ANNOTATION_PROPERTY}
    for iri, about in declared().items():
        if iri in terms.DL and sorts.intersection(about[terms.TYPE.value]):
            assert terms.EXAMPLE.value in about, iri


def test_relations_read_both_ways_in_three_languages() -> None:
    """Each relation has a label, and one from its object's side, in English, French and Spanish."""
    table = statements([HERE / "vocabulary" / f"{n}.ttl" for n in ("relations", "reference")])
    relations = {i: a for i, a in table.items() if terms.CONCEPT_SCHEME not in a[terms.TYPE.value]}
    assert len(relations) > 40
    for iri, about in relations.items():
        for predicate in (terms.LABEL, terms.INVERSE_LABEL):
            assert set(localized(about, predicate)) == {"en", "fr", "es"}, iri


def test_only_supervision_lies_beneath_the_reporting_line_of_org() -> None:
    """Accountability, escalation, advice and information are no reporting lines."""
    beneath = found = {terms.ORG_REPORTS_TO.value}
    while found:
        found = {
            iri
            for iri, about in declared().items()
            if beneath.intersection(values(about, terms.SUB_PROPERTY_OF))
        } - beneath
        beneath |= found
    lines = {name for name in RELATIONS if name.startswith("reports")}
    assert {terms.DL.local(iri) for iri in beneath if iri in terms.DL} == lines


def test_the_ontology_says_who_made_it_and_when() -> None:
    """Version, licence, authors, dates and dated changes stand on the ontology itself."""
    about = declared()[terms.VOCABULARY_GRAPH.value]
    (version,) = values(about, terms.VERSION_INFO)
    assert values(about, terms.VERSION_IRI) == (f"{terms.VOCABULARY_GRAPH.value}/{version}",)
    assert values(about, terms.CREATOR) == ("dottedline contributors",)
    assert any(version in change for change in values(about, terms.CHANGE_NOTE))
    for change in values(about, terms.CHANGE_NOTE):
        assert re.match(r"\d{4}-\d{2}-\d{2}: \d+\.\d+\.\d+, ", change)
    assert version in values(about, terms.CITATION)[0]
