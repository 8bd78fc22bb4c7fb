"""Concepts and singletons: what is a kind of thing stands in a scheme, what has a name in none."""

from collections import defaultdict

import pytest
from dottedline.ontology import HERE, terms
from dottedline.ontology.spelling import folded
from dottedline.ontology.tables import table
from dottedline.ontology.turtle import Described, names, statements, values
from dottedline.ontology.vocabulary import declared, vocabulary
from pyoxigraph import Literal

TABLE = statements(sorted((HERE / "lexicon").glob("*.ttl")))
NAMED = {iri: about for iri, about in TABLE.items() if terms.PREF_LABEL.value in about}
CONCEPTS = {iri: about for iri, about in NAMED.items() if terms.CONCEPT in about[terms.TYPE.value]}
CROSSWALK = table("kinds.tsv")


def curie(text: str) -> str:
    prefix, name = text.split(":")
    return terms.PREFIXES[prefix] + name


def kind(about: Described) -> str:
    named = names(about, terms.KIND_OF)
    return values(declared()[named[0].value], terms.NOTATION)[0]


def test_every_concept_is_complete() -> None:
    """Each has a definition, a kind, a scope, a source and a confidence, and a name in English."""
    needed = (terms.DEFINITION, terms.KIND_OF, terms.SCOPE, terms.DCT_SOURCE, terms.CONFIDENCE)
    for iri, about in CONCEPTS.items():
        assert all(predicate.value in about for predicate in needed), iri
        assert "en" in {getattr(node, "language", "") for node in about[terms.PREF_LABEL.value]}


def test_concepts_stand_in_the_scheme_of_their_kind() -> None:
    """Each concept is in one scheme, which the crosswalk gives its kind; a singleton is in none."""
    known = {(row["kind"], curie(row["scheme"])) for row in CROSSWALK}
    for iri, about in NAMED.items():
        schemes = values(about, terms.IN_SCHEME)
        if iri in CONCEPTS:
            assert len(schemes) == 1, iri
            assert (kind(about), schemes[0]) in known, iri
        else:
            assert not schemes, iri


def test_the_crosswalk_agrees_with_the_vocabulary() -> None:
    """It names all kinds with their classes, and all schemes of concepts, each sort once a kind."""
    kinds = [one for one in declared().values() if terms.KIND in one[terms.TYPE.value]]
    classes = {values(one, terms.NOTATION)[0]: values(one, terms.KIND_CLASS)[0] for one in kinds}
    assert set(vocabulary().kinds) < set(classes)
    rows = {row["kind"]: curie(row["class"]) for row in CROSSWALK}
    assert rows == classes
    assert len({(row["sort"], row["kind"]) for row in CROSSWALK}) == len(CROSSWALK)
    schemes = {curie(row["scheme"]) for row in CROSSWALK}
    assert all(terms.CONCEPT_SCHEME in declared()[one][terms.TYPE.value] for one in schemes)
    used = {scheme for about in CONCEPTS.values() for scheme in values(about, terms.IN_SCHEME)}
    assert used <= schemes


def test_singletons_have_the_class_of_their_kind() -> None:
    """What has a name of its own is of the class that its kind stands for."""
    classes = {one.class_iri for one in vocabulary().kinds.values()}
    for iri, about in NAMED.items():
        if iri not in CONCEPTS:
            own = vocabulary().kinds[kind(about)].class_iri
            assert set(values(about, terms.TYPE)) & classes == {own}, iri


def test_broader_concepts_lead_upward() -> None:
    """What is broader is a concept of the same scheme, and no way upward is a circle."""
    for iri, about in CONCEPTS.items():
        way, above = [iri], values(about, terms.BROADER)
        while above:
            assert len(above) == 1, way
            assert values(CONCEPTS[above[0]], terms.IN_SCHEME) == values(about, terms.IN_SCHEME)
            assert above[0] not in way, way
            way.append(above[0])
            above = values(CONCEPTS[above[0]], terms.BROADER)


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("regional-security-officer", "security-professional"),
        ("national-security-support-officer", "security-professional"),
        ("field-security-coordination-officer", "undss-adviser"),
        ("senior-field-security-officer", "field-security-officer"),
        ("security-plan", "plan"),
    ],
)
def test_broader_concepts(narrow: str, broad: str) -> None:
    """The way upward from a role or a document passes what it is a sort of."""
    iri, way = terms.REF(narrow).value, []
    while above := values(CONCEPTS[iri], terms.BROADER):
        iri = above[0]
        way.append(terms.REF.local(iri))
    assert broad in way


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("security-area", "designated-area"),
        ("undss-adviser", "security-adviser"),
        ("global-security-adviser", "security-adviser"),
        ("alternate-security-focal-point", "alternate-focal-point"),
        ("deputy-warden", "warden"),
    ],
)
def test_parts_and_deputies_are_no_sorts(part: str, whole: str) -> None:
    """A part of a place, a deputy of a post and a title beside another are not narrower than it."""
    assert terms.REF(whole).value not in values(CONCEPTS[terms.REF(part).value], terms.BROADER)


@pytest.mark.parametrize("slug", ["senior-management", "undss-isw", "un-staff"])
def test_people_named_together_are_groups(slug: str) -> None:
    """Managers, a workforce and staff are no role and no unit."""
    assert kind(NAMED[terms.REF(slug).value]) == "group"


def test_no_two_concepts_have_one_name_to_show() -> None:
    """A preferred name means one concept in its language."""
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, about in CONCEPTS.items():
        for node in about[terms.PREF_LABEL.value]:
            assert isinstance(node, Literal)
            owners[f"{node.language} {folded(node.value)}"].add(iri)
    assert [iris for iris in owners.values() if len(iris) > 1] == []
