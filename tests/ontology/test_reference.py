"""The reference: all facts are in it, each with its source, and only confirmed ones look so."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pyoxigraph
import pytest
from dottedline.exports.described import described
from dottedline.graph.identity import Mint
from dottedline.graph.resolve import Resolver, Setting
from dottedline.graph.things import Thing, named_by
from dottedline.ontology import HERE, terms
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.places import gazetteer
from dottedline.ontology.reference import GRAPHS, Statement, Validity, plain, reference
from dottedline.ontology.turtle import Statements, localized, names, statements, values
from dottedline.ontology.vocabulary import declared, vocabulary
from dottedline.vacancies.model import Scope
from hypothesis import given
from hypothesis import strategies as st
from places import ROOT, SHARED
from pyoxigraph import Literal, NamedNode, Triple

FACTS = ROOT / "tests" / "ontology" / "facts"
SHEET = SHARED / "design" / "unsms_facts.md"
SOURCES = statements([HERE / "sources.ttl"])
LEXICON = statements(sorted((HERE / "lexicon").glob("*.ttl")))
STRENGTH = ("GeneralKnowledge", "VacancyText", "Secondary", "OfficialPage", "PolicyRead")
MODALITIES = {"Stated", "Conditional", "Inferred", "Assumed"}
RENAMED = {
    "directlySupervisedBy": "reportsDirectlyTo",
    "adminSupervisedBy": "reportsAdministrativelyTo",
    "overallSupervisedBy": "reportsOverallTo",
    "technicallySupervisedBy": "reportsTechnicallyTo",
    "directlySupervises": "supervises",
    "technicallySupervises": "supervisesTechnically",
}
EVENT = terms.REF("change-unsecoord-undss")
needs_sheet = pytest.mark.skipif(
    not SHEET.exists(), reason=f"{SHEET.name} is not beside this checkout"
)


def facts(name: str) -> list[dict[str, str]]:
    header, *lines = (FACTS / f"{name}.tsv").read_text("utf-8").splitlines()
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


ENTITIES = facts("entities")
ROWS = facts("statements")
SAID = {f"{one.graph} {one.iri.rpartition('#')[2]}": one for one in reference()}


def said(row: dict[str, str]) -> list[Statement]:
    """What a row became: nothing, a statement, or alternatives."""
    return [SAID[f"{row['graph']} {claim}"] for claim in row["claim"].split()]


def sheet_cells() -> Iterator[list[str]]:
    for line in SHEET.read_text("utf-8").splitlines():
        if line.startswith("|"):
            yield [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]


@cache
def triples(graph: str) -> frozenset[Triple]:
    path = HERE / "reference" / f"{graph}.ttl"
    return frozenset(quad.triple for quad in pyoxigraph.parse(path=str(path)))


@cache
def table(graph: str) -> Statements:
    return statements([HERE / "reference" / f"{graph}.ttl"])


@cache
def resolver() -> Resolver:
    return Resolver(Mint())


def minted(graph: str, iri: str) -> Thing | None:
    """What resolving a notice makes of the entry behind a node, or None for what no notice has."""
    about = table(graph)[iri]
    kinds = values(about, terms.ORG_ROLE) or values(about, terms.ORG_CLASSIFICATION) or (iri,)
    entry = lexicon().entries.get(terms.REF.local(kinds[0]))
    if entry is None:
        return None
    owners = values(about, terms.ORG_POST_IN) or values(about, terms.ORG_UNIT_OF)
    labels = [lexicon().entries[terms.REF.local(owner)].label for owner in owners]
    country, region = (
        next((values(table(graph)[place], terms.LABEL)[0] for place in values(about, term)), None)
        for term in (terms.COUNTRY_OF, terms.REGION_OF)
    )
    setting = Setting(
        organization=resolver().organization(labels),
        country=resolver().places.country(country) if country else None,
        wide=country is None,
    )
    scope = Scope(region=region) if region else None
    return resolver().entity(entry.label, (), entry.kind, setting, scope)


def spoken_of(graph: str) -> set[str]:
    told = [one for one in reference() if one.graph == graph]
    return {iri for one in told for iri in (one.subject, one.object, one.via) if iri}


def slug(one: Statement, iri: str) -> str:
    about = table(one.graph)[iri]
    kinds = values(about, terms.ORG_ROLE) or values(about, terms.ORG_CLASSIFICATION)
    return terms.REF.local((*kinds, iri)[0])


@needs_sheet
def test_no_entity_is_missing() -> None:
    """Every entity of the fact sheet is in the crosswalk, and no other."""
    text = SHEET.read_text("utf-8")
    part = text[text.index("\n### 1.1") : text.index("\n### 1.9")]
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", part, re.M)) == {one["id"] for one in ENTITIES}


@needs_sheet
def test_no_row_is_missing() -> None:
    """Every numbered row of the fact sheet is in the crosswalk, once."""
    numbers = [cells[0] for cells in sheet_cells() if len(cells) == 6 and cells[0].isdigit()]
    assert [one["row"] for one in ROWS] == numbers == [str(number) for number in range(1, 224)]


def test_every_entity_is_found_or_left_out_with_a_reason() -> None:
    """A slug leads to an entry with a label, or to a place; no slug, then a note."""
    assert len({one["id"] for one in ENTITIES}) == len(ENTITIES) == 256
    for one in ENTITIES:
        about = LEXICON.get(terms.REF(one["slug"]).value, {}) if one["slug"] else {}
        known = terms.PREF_LABEL.value in about or one["slug"] in gazetteer().places
        assert known if one["slug"] else one["note"], one["id"]


def test_every_row_is_said_or_left_out_with_a_reason() -> None:
    """A claim leads to a statement, and all statements come from rows; no claim, then a note."""
    told = [one.iri for row in ROWS for one in said(row)]
    assert sorted(told) == [one.iri for one in sorted(reference(), key=lambda one: one.iri)]
    assert all(one["note"] for one in ROWS if not one["claim"])


def test_rows_told_by_names_in_their_time() -> None:
    """Where a row is a renaming of one thing, that thing has both names with their dates."""
    told = [one["note"] for one in ROWS if "dated names of" in one["note"]]
    assert len(told) == 4
    for note in told:
        named = LEXICON[terms.REF(note.rpartition(" ")[2]).value][terms.DATED_NAME.value]
        assert len(named) == 2
        for name in named:
            assert {terms.LABEL.value, terms.DCT_SOURCE.value} <= set(LEXICON[name.value])


@needs_sheet
def test_statements_say_what_their_rows_say() -> None:
    """Subject, relation and object are those of the row; what differs is named in the note."""
    entities = {one["id"]: one["slug"] for one in ENTITIES}
    cells = {row[0]: row[1:4] for row in sheet_cells() if len(row) == 6 and row[0].isdigit()}
    for row in ROWS:
        for one in said(row)[:1]:
            subject, relation, target = cells[row["row"]]
            assert slug(one, one.subject) == entities[subject], row
            named = slug(one, one.object)
            assert named == entities[target] or row["note"].startswith(f"said of {named}:"), row
            same = one.relation == RENAMED.get(relation, relation)
            assert same or row["note"].startswith(f"said with {one.relation}:"), row


def test_alternatives_share_a_choice() -> None:
    """Statements of one row are members of one choice: same subject, relation and firmness."""
    rows = {one.iri: row["row"] for row in ROWS for one in said(row)}
    choices = [one.choice for one in reference() if one.choice]
    assert len(choices) > 8
    assert min(Counter(choices).values()) > 1
    for row in ROWS:
        for first, one in pairwise(said(row)):
            assert first.choice
            same = replace(one, iri=first.iri, object=first.object, condition=first.condition)
            assert same == first, row
    for choice in set(choices):
        assert len({rows[one.iri] for one in reference() if one.choice == choice}) == 1


@pytest.mark.parametrize("graph", GRAPHS)
def test_a_choice_has_a_class_and_a_label(graph: str) -> None:
    """What alternatives share is a node of the graph that they stand in."""
    for choice in {one.choice for one in reference() if one.graph == graph and one.choice}:
        assert choice.startswith(f"{terms.REF(f'graph/{graph}').value}#choice-")
        about = table(graph)[choice]
        assert set(about) == {terms.TYPE.value, terms.LABEL.value}
        assert names(about, terms.TYPE) == (terms.CHOICE_CLASS,)
        assert " or " in values(about, terms.LABEL)[0]


@needs_sheet
def test_general_knowledge_of_the_sheet_is_never_more_here() -> None:
    """A row whose only source is general knowledge is general knowledge."""
    cells = {row[0]: row[5] for row in sheet_cells() if len(row) == 6 and row[0].isdigit()}
    general = [row for row in ROWS if re.match(r"GK( \(|$)", cells[row["row"]])]
    assert len(general) > 20
    for row in general:
        assert {one.confidence for one in said(row)} == {STRENGTH[0]}, row


@pytest.mark.parametrize("one", reference(), ids=lambda one: f"{one.graph}-{one.iri[-12:]}")
def test_a_statement_is_whole(one: Statement) -> None:
    """Source, level and modality are there, the IRI is the hash of what is said."""
    graph = terms.REF(f"graph/{one.graph}").value
    assert one.iri == Mint.claim(graph, one.subject, one.relation, one.object)
    types = set(names(table(one.graph)[one.iri], terms.TYPE))
    assert types == {terms.ASSERTION, terms.REFERENCE_ASSERTION, terms.ENTITY}
    labels = localized(declared()[terms.DL(one.relation).value], terms.LABEL)
    assert set(labels) == {"en", "fr", "es"}
    assert one.modality in MODALITIES
    levels = [values(SOURCES[source], terms.CONFIDENCE)[0] for source in one.sources]
    strongest = max(STRENGTH.index(terms.DL.local(level)) for level in levels)
    assert STRENGTH.index(one.confidence) <= strongest


def test_general_knowledge_cites_nothing_and_confirms_nothing() -> None:
    """It says so in source, level and modality, and no plain triple tells it in any graph."""
    general = terms.REF("source-general-knowledge").value
    for one in reference():
        assert (general in one.sources) == (one.confidence == STRENGTH[0]), one.iri
        assert general not in one.sources or one.sources == (general,)
        assert (one.modality == "Assumed") == (one.confidence == STRENGTH[0]), one.iri
        assert general not in one.sources or not one.confirmed


def test_what_is_not_confirmed_is_plain_nowhere() -> None:
    """Doubtful, conditional, inferred and ended statements stand as claims alone, in all graphs."""
    everything = {triple for graph in GRAPHS for triple in triples(graph)}
    for one in reference():
        told = Triple(
            *(NamedNode(part) for part in (one.subject, terms.DL(one.relation).value, one.object))
        )
        assert (told in everything) == one.confirmed, one.iri


def test_what_may_not_be_taught_has_a_caveat() -> None:
    """The rows that trainers doubt are claims with the reason."""
    rows = {row["row"]: row for row in ROWS}
    doubted = [3, 4, 7, 77, 86, *range(88, 92), *range(95, 99), 101, 102, 104, 111, 119, 120]
    one_place = (122, 123, 124, 136, 137, 201, 202, 206, 207, 208, 220, 221, 222)
    one_voice = (33, 61, 144, 145, 146, 147, 153, 165, 187, 219, 223)
    for number in (*doubted, *one_place, *one_voice):
        assert all(one.caveat for one in said(rows[str(number)])), number


@pytest.mark.parametrize("graph", GRAPHS)
def test_a_graph_holds_nothing_else(graph: str) -> None:
    """Claims, the plain triples of confirmed ones, and types and labels of all that they name.

    Positions and bodies are those that notices mint, described in the same way. Where a relation
    got a new parent, write it beside the plain triples.
    """
    claims = {one.iri for one in reference() if one.graph == graph}
    expected = {triple for one in reference() if one.graph == graph for triple in plain(one)}
    for iri in spoken_of(graph):
        expected |= set(_described(graph, iri))
    for source in {source for one in reference() if one.graph == graph for source in one.sources}:
        expected.add(Triple(NamedNode(source), terms.TYPE, terms.CITED_WORK))
        expected |= {
            Triple(NamedNode(source), terms.LABEL, label)
            for label in SOURCES[source][terms.LABEL.value]
        }
    choices = {one.choice for one in reference() if one.graph == graph and one.choice}
    apart = {*map(NamedNode, claims | choices), terms.REF(f"graph/{graph}"), EVENT}
    found = {triple for triple in triples(graph) if triple.subject not in apart}
    assert (sorted(map(str, found - expected)), sorted(map(str, expected - found))) == ([], [])


def _described(graph: str, iri: str) -> Iterator[Triple]:
    thing = minted(graph, iri)
    if thing is None:
        label = values(LEXICON[iri], terms.PREF_LABEL)[0]
        yield Triple(NamedNode(iri), terms.TYPE, terms.CONCEPT)
        yield Triple(NamedNode(iri), terms.LABEL, Literal(label))
        return
    assert thing.iri == iri
    for part in named_by(thing):
        yield from described(part)


@pytest.mark.parametrize("graph", GRAPHS)
def test_a_graph_says_what_it_is(graph: str) -> None:
    """Each graph has a type, a label and a definition, told in itself."""
    about = table(graph)[terms.REF(f"graph/{graph}").value]
    assert terms.ENTITY in names(about, terms.TYPE)
    assert localized(about, terms.LABEL)["en"]
    assert localized(about, terms.DEFINITION)["en"]


def test_accountability_is_no_reporting_line() -> None:
    """Only the five lines of supervision stand under org:reportsTo, here and in the vocabulary."""
    lines = {
        name
        for name, one in vocabulary().properties.items()
        if terms.ORG_REPORTS_TO.value in one.ancestors
    }
    reporting = {
        one.relation
        for one in reference()
        if terms.ORG_REPORTS_TO in {triple.predicate for triple in plain(one)}
    }
    assert len(lines) == 5
    assert reporting <= lines
    assert {"accountableTo", "accountableThrough"} <= {one.relation for one in reference()} - lines


def test_a_changed_office_is_an_event() -> None:
    """The coordinator's office became the department: two nodes, one event, one day."""
    about = table("published")[EVENT.value]
    assert values(about, terms.ORG("originalOrganization")) == (terms.REF("unsecoord").value,)
    assert values(about, terms.ORG("resultingOrganization")) == (terms.REF("undss").value,)
    assert values(about, terms.PROV("endedAtTime"))[0].startswith("2005-01-01")


def test_sources_say_how_far_they_were_read() -> None:
    """Each cited work has a title, the part that was read and a level; its year is a year."""
    for iri, about in SOURCES.items():
        assert terms.CITED_WORK in names(about, terms.TYPE), iri
        assert localized(about, terms.LABEL)["en"], iri
        assert values(about, terms.DL("extentRead"))[0], iri
        assert terms.DL.local(values(about, terms.CONFIDENCE)[0]) in STRENGTH, iri
        for issued in about.get(terms.DCT_ISSUED.value, ()):
            assert isinstance(issued, Literal)
            assert issued.datatype == terms.XSD("gYear")
            assert re.fullmatch(r"\d{4}", issued.value)


def test_titles_and_contents_are_no_policy_read() -> None:
    """A work of which only titles were seen gives no statement the level of a policy read."""
    seen = {
        iri: (values(about, terms.DL("extentRead"))[0], values(about, terms.CONFIDENCE)[0])
        for iri, about in SOURCES.items()
    }
    skimmed = {iri for iri, (extent, _) in seen.items() if re.search("title|contents", extent)}
    assert len(skimmed) > 3
    for iri in skimmed:
        assert terms.DL.local(seen[iri][1]) != "PolicyRead", iri


def test_no_named_post_is_told_of_as_a_fact() -> None:
    """What the post of one country, place or region has stays a claim, beside those of notices."""
    placed = {terms.COUNTRY_OF.value, terms.LOCATED_IN.value, terms.REGION_OF.value}
    posts = [
        (one, set(about))
        for one in reference()
        if terms.ORG_ROLE.value in (about := table(one.graph)[one.subject])
    ]
    local = [one for one, about in posts if placed & about]
    assert len(local) > 4
    assert not [one.iri for one in local if one.confirmed]


def test_sources_are_cited_and_citations_have_sources() -> None:
    """No work stands unused, and none is named that is not there."""
    entries = {source for about in LEXICON.values() for source in values(about, terms.DCT_SOURCE)}
    mapped = statements(sorted(HERE.glob("mappings.ttl")))
    entries |= {source for about in mapped.values() for source in values(about, terms.DCT_SOURCE)}
    cited = {source for one in reference() for source in one.sources}
    assert entries | cited == set(SOURCES)


def test_types_of_place_are_never_matched() -> None:
    """They have all that an entry has, and a kind that no text is searched for."""
    places = {
        iri
        for iri, about in LEXICON.items()
        if terms.DL("PlaceTypes") in names(about, terms.IN_SCHEME)
    }
    assert len(places) == 6
    for iri in places:
        about = LEXICON[iri]
        assert terms.REF.local(iri) not in lexicon().entries
        for term in (
            terms.KIND_OF,
            terms.SCOPE,
            terms.DEFINITION,
            terms.DCT_SOURCE,
            terms.CONFIDENCE,
        ):
            assert term.value in about, iri


@given(
    st.sampled_from(reference()),
    st.sampled_from(STRENGTH),
    st.sampled_from(sorted(MODALITIES)),
    st.none() | st.text(min_size=1),
    st.builds(Validity, starts_not_after=st.none() | st.just("2021"), ends_not_before=st.none()),
)
def test_only_the_firm_is_confirmed(
    one: Statement, confidence: str, modality: str, caveat: str | None, validity: Validity
) -> None:
    """Whatever a statement says: general knowledge, doubt, a condition or an end unconfirm it."""
    told = replace(one, confidence=confidence, modality=modality, caveat=caveat, validity=validity)
    firm = confidence != STRENGTH[0] and modality == "Stated" and caveat is None
    assert told.confirmed == firm == bool(plain(told))
    assert not replace(told, validity=Validity(ends_not_after="2020")).confirmed
