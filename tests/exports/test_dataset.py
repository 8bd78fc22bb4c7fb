"""The dataset: claims, evidence, plain triples, registry; and the agreed example."""

from __future__ import annotations

import os
import subprocess
import sys

import pyoxigraph
import pytest
from dottedline.exports.dataset import plain, quads
from dottedline.graph.document import Document
from dottedline.graph.identity import BASE, Mint
from dottedline.ontology import terms as t
from dottedline.ontology.reference import GRAPHS
from dottedline.vacancies.model import Relation
from example import OPTIONAL, missing
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT, SHARED
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from told import document, documents, gold, kinshasa

needs_gold = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated notices are not here")

POST = NamedNode(BASE + "id/position/iom/country-cd/field-security-officer")
BOSS = NamedNode(BASE + "id/position/iom/country-cd/chief-of-mission")
RSO = NamedNode(BASE + "id/position/iom/place-nairobi/regional-security-officer")


REFERENCE = set(GRAPHS.values())


def dataset(*told: Document) -> pyoxigraph.Dataset:
    """Return the dataset of some notices, without the reference that stands beside them."""
    return pyoxigraph.Dataset(quad for quad in quads(told) if quad.graph_name not in REFERENCE)


def objects(data: pyoxigraph.Dataset, subject: NamedNode, predicate: NamedNode) -> set[str]:
    """Return what a subject's predicate points to, in any graph."""
    return {
        getattr(quad.object, "value", str(quad.object))
        for quad in data.quads_for_subject(subject)
        if quad.predicate == predicate
    }


def subjects(data: pyoxigraph.Dataset, predicate: NamedNode, value: NamedNode) -> set[NamedNode]:
    """Return what points to an object by a predicate, in any graph."""
    found = (quad.subject for quad in data.quads_for_object(value) if quad.predicate == predicate)
    return {subject for subject in found if isinstance(subject, NamedNode)}


@needs_gold
def test_the_example_is_a_part_of_what_its_annotation_makes() -> None:
    """All of it, but for what annotators need not write down."""
    told = [one for one in gold() if one.source.startswith("003_")]
    assert missing(quads(told), without=OPTIONAL) == []


@needs_gold
def test_the_example_is_a_part_of_all_notices_together() -> None:
    """Other notices take nothing away."""
    assert missing(quads(gold()), without=OPTIONAL) == []


def test_parents_are_written_and_inverses_are_not() -> None:
    """A typed line is also a line, for post and position; nothing points back."""
    data = dataset(kinshasa())
    for predicate in (t.REPORTS_DIRECTLY_TO, t.REPORTS_TO, t.ORG_REPORTS_TO):
        found = subjects(data, predicate, BOSS)
        assert POST in found
        assert len(found) == 2
    assert not list(data.quads_for_predicate(t.REPRESENTED_BY))


def test_claims_stay_on_the_post() -> None:
    """No claim has a position that was advertised as its subject."""
    assert not subjects(dataset(kinshasa()), t.SUBJECT, POST)


def test_a_line_that_only_replaces_another_is_a_claim_only() -> None:
    """It stands as conditional claim with its words, and as no plain triple."""
    data = dataset(kinshasa())
    assert not subjects(data, t.REPORTS_TO, RSO)
    (claim,) = subjects(data, t.MODALITY, t.CONDITIONAL)
    assert objects(data, claim, t.CONDITION) == {"Where no captain is posted"}
    assert objects(data, claim, t.OBJECT) == {RSO.value}


def test_a_condition_that_is_met_in_time_leaves_the_plain_triple() -> None:
    """The claim keeps the words."""
    boss = Relation(relation="reportsTo", target="COM", kind="role", condition="when required")
    data = dataset(document(relations=(boss,), country="CD"))
    assert subjects(data, t.REPORTS_TO, BOSS)
    assert list(data.quads_for_predicate(t.CONDITION))


def test_what_is_said_of_others_is_a_claim_only_and_phrases_are_literals() -> None:
    """The unit's representative is the officer whom the notice names elsewhere, with her place."""
    data = dataset(kinshasa())
    claims = subjects(data, t.TYPE, t.THIRD_PARTY_ASSERTION)
    told = {value for claim in claims for value in objects(data, claim, t.OBJECT)}
    assert told == {RSO.value, "peace at all gates"}
    assert not list(data.quads_for_predicate(t.RESPONSIBLE_FOR))


def test_alternatives_share_a_choice() -> None:
    """Named by where the first stands, labelled with the words of both."""
    data = dataset(kinshasa())
    choices = {quad.object for quad in data.quads_for_predicate(t.CHOICE)}
    assert len(choices) == 1
    (choice,) = choices
    assert isinstance(choice, NamedNode)
    assert objects(data, choice, t.LABEL) == {"COM/HoO"}
    assert len(list(data.quads_for_object(choice))) == 2


def test_remarks_stand_on_the_claim() -> None:
    """Topic, urgency and through whom."""
    data = dataset(kinshasa())
    for predicate, value in (
        (t.TOPIC, Literal("trouble at the gate")),
        (t.URGENCY, Literal("at once")),
        (t.VIA, RSO),
    ):
        assert {quad.object for quad in data.quads_for_predicate(predicate)} == {value}


def test_evidence_says_how_it_was_read() -> None:
    """Cue, rule and section; a section that the vocabulary lacks is another one."""
    data = dataset(kinshasa())
    (read,) = {quad.subject for quad in data.quads_for_predicate(t.CUE)}
    assert isinstance(read, NamedNode)
    assert objects(data, read, t.CUE) == {"Craft advice"}
    assert objects(data, read, t.RULE) == {"craft"}
    assert objects(data, read, t.SECTION) == {t.DL("Context").value}
    told = kinshasa().extraction.model_copy(deep=True)
    data_json = told.model_dump_json().replace('"context"', '"margin"')
    odd = Document.of(type(told).model_validate_json(data_json), b"x")
    assert objects(dataset(odd), odd_evidence(odd), t.SECTION) == {t.DL("Other").value}


def odd_evidence(told: Document) -> NamedNode:
    """Return the evidence of a notice that has a section."""
    (read,) = {quad.subject for quad in quads([told]) if quad.predicate == t.SECTION}
    assert isinstance(read, NamedNode)
    return read


def test_the_posting_says_what_it_says_not() -> None:
    """No reports, and whether there is a line."""
    for told, line in ((kinshasa(), t.LINE_STATED), (document(), t.LINE_NOT_STATED)):
        posting = NamedNode(Mint.posting(Mint().notice(told.sha256), 1))
        assert objects(dataset(told), posting, t.REPORTING_LINE) == {line.value}
    (none,) = dataset(kinshasa()).quads_for_predicate(t.STATES_NONE)
    assert none.object == t.SUPERVISES


def test_a_body_of_a_country_is_one_of_its_kind() -> None:
    """Where the lexicon has the body, it lies in the country and is classified."""
    body = NamedNode(BASE + "id/body/country-cd/security-management-team")
    data = dataset(kinshasa())
    assert objects(data, body, t.ORG_CLASSIFICATION) == {t.REF("security-management-team").value}
    assert t.ORG_ORGANIZATION.value in objects(data, body, t.TYPE)


def test_each_notice_graph_names_all_that_it_speaks_of() -> None:
    """Every IRI of the data has a type in the graph that names it, so that graphs stand alone."""
    told = kinshasa()
    graph = NamedNode(Mint.claims(Mint().notice(told.sha256)))
    own = [quad for quad in quads([told]) if quad.graph_name == graph]
    typed = {quad.subject for quad in own if quad.predicate == t.TYPE}
    named = {
        quad.object
        for quad in own
        if isinstance(quad.object, NamedNode) and quad.predicate not in (t.TYPE, t.HAS_SOURCE)
    }
    ours = {one for one in named if one not in t.DL and one.value.startswith(BASE)}
    assert ours <= typed


def test_another_base_moves_the_data_alone() -> None:
    """Vocabulary and reference keep their names."""
    moved = {str(quad) for quad in quads([kinshasa()], "https://example.org/")}
    assert not any(f"<{BASE}id/" in quad for quad in moved)
    assert any(t.REF("iom-oss").value in quad for quad in moved)


@settings(max_examples=25, deadline=None)
@given(st.lists(documents(), max_size=3))
def test_any_notice_makes_a_sound_dataset(told: list[Document]) -> None:
    """No blank node, nothing twice, one order, and every claim has its parts."""
    made = list(quads(told))
    assert made == list(quads(reversed(told)))
    assert len(made) == len(set(made))
    assert not any(isinstance(term, BlankNode) for quad in made for term in quad.triple)
    data = dataset(*told)
    for claim in subjects(data, t.TYPE, t.ASSERTION):
        for part in (t.SUBJECT, t.RELATION, t.OBJECT, t.MODALITY, t.WAS_DERIVED_FROM):
            assert objects(data, claim, part)


@settings(max_examples=25, deadline=None)
@given(st.lists(documents(), max_size=3))
def test_plain_triples_are_part_of_the_dataset_and_candidates_have_one_kind(
    told: list[Document],
) -> None:
    """The small file says nothing that the large one does not, and no thing is of two kinds."""
    small = plain(told)
    assert set(small) <= {quad.triple for quad in quads(told)}
    kinds: dict[object, set[object]] = {}
    for triple in small:
        if triple.predicate == t.TYPE and "candidate" in str(triple.subject):
            kinds.setdefault(triple.subject, set()).add(triple.object)
    assert all(len(found - {t.CANDIDATE, t.PLACE}) <= 1 for found in kinds.values())


_DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from dottedline.exports.formats import FORMATS, Build, written
from dottedline.graph.build import knowledge
from told import document, kinshasa
told = (kinshasa(), document("other", country="LY", title="Gate Keeper (Nights)"))
build = Build(told, knowledge(told))
for name in FORMATS:
    if name not in ("html", "svg"):
        print(name, hashlib.sha256(written(build, name)).hexdigest())
"""


def test_two_builds_are_the_same_to_the_byte() -> None:
    """In two processes with two hash seeds, in every format of this room."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST, str(ROOT / "tests")],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("\n") == 11


@needs_gold
def test_all_annotated_notices_make_a_dataset_of_the_size_that_was_measured() -> None:
    """Some 1,300 quads a notice, of which evidence is half; twice that would be a mistake."""
    told = gold()
    own = [quad for quad in quads(told) if quad.graph_name != t.VOCABULARY_GRAPH]
    assert len(own) / len(told) < 2000
    assert all(isinstance(quad, Quad) for quad in own)
