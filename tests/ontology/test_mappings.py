"""Names elsewhere: each mapping joins something of ours to something of a known scheme."""

import re

import pytest
from dottedline.ontology import HERE, terms
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.places import gazetteer
from dottedline.ontology.turtle import statements, values
from pyoxigraph import NamedNode

TABLE = statements([HERE / "mappings.ttl"])
OURS = {iri: about for iri, about in TABLE.items() if iri in terms.REF}
SAME = terms.SCHEMA("sameAs").value
CLOSE, BROAD, RELATED = (
    terms.SKOS(name).value for name in ("closeMatch", "broadMatch", "relatedMatch")
)
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9]\d*")
OCCUPATION = re.compile(
    r"http://data\.europa\.eu/esco/occupation/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
FUNCTIONS = {
    "country-security-focal-point",
    "designated-official",
    "organization-country-security-focal-point",
    "smt-member",
    "warden",
}


def targets(*predicates: str) -> list[tuple[str, str]]:
    return [
        (terms.REF.local(iri), node.value)
        for iri, about in OURS.items()
        for predicate in predicates
        for node in about.get(predicate, ())
    ]


def test_only_mappings_and_names_of_occupations_stand_here() -> None:
    """What is ours has matches and nothing else; what is not ours has a name in English."""
    for iri, about in TABLE.items():
        if iri in terms.REF:
            assert set(about) <= {SAME, CLOSE, BROAD, RELATED}, iri
        else:
            assert OCCUPATION.fullmatch(iri)
            assert list(about) == [terms.LABEL.value]


def test_only_singletons_and_places_are_the_same_elsewhere() -> None:
    """What has a name of its own is the same as one item of Wikidata; a concept never is."""
    pairs = targets(SAME)
    entries = lexicon().entries
    for slug, iri in pairs:
        assert WIKIDATA.fullmatch(iri)
        assert slug in gazetteer().places or not entries[slug].concept, slug
    assert len({slug for slug, _ in pairs}) == len({iri for _, iri in pairs}) == len(pairs)


def test_occupations_are_of_roles_and_never_exact() -> None:
    """A role is close to an occupation, narrower than one or related to one, and each is named."""
    pairs = targets(CLOSE, BROAD, RELATED)
    for slug, iri in pairs:
        assert lexicon().entries[slug].kind == "role", slug
        assert values(TABLE[iri], terms.LABEL), iri
    assert {iri for _, iri in pairs} == {iri for iri in TABLE if iri not in terms.REF}


def test_related_matches_are_no_hierarchy() -> None:
    """SKOS keeps related apart from exact and broader: no pair is in both."""
    assert not set(targets(RELATED)) & set(targets(SAME, BROAD, CLOSE))
    assert not set(targets(CLOSE)) & set(targets(BROAD))


@pytest.mark.parametrize("slug", sorted(FUNCTIONS))
def test_functions_are_no_occupations(slug: str) -> None:
    """What people carry on top of a post is not mapped: the post is."""
    assert lexicon().entries[slug].iri not in OURS


@pytest.mark.parametrize(
    ("slug", "predicate", "iri"),
    [
        ("undp", SAME, "http://www.wikidata.org/entity/Q161718"),
        ("cd", SAME, "http://www.wikidata.org/entity/Q974"),
        (
            "field-security-officer",
            BROAD,
            "http://data.europa.eu/esco/occupation/e9507d34-c70f-474f-a4a3-d2cbfe50f6e9",
        ),
    ],
)
def test_known_mappings(slug: str, predicate: str, iri: str) -> None:
    """A few that were looked up by hand."""
    assert NamedNode(iri) in OURS[terms.REF(slug).value][predicate]
