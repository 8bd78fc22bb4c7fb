"""The lexicon: every entry complete, every name leads to what it means."""

import re

import pytest
from dottedline.ontology import HERE, terms
from dottedline.ontology.lexicon import Entry, lexicon
from dottedline.ontology.places import gazetteer
from dottedline.ontology.spelling import folded, plain
from dottedline.ontology.turtle import names, statements, values
from dottedline.ontology.vocabulary import vocabulary
from hypothesis import given
from hypothesis import strategies as st

ENTRIES = tuple(lexicon().entries.values())
TABLE = statements([HERE / "sources.ttl", *sorted((HERE / "lexicon").glob("*.ttl"))])
NAMED = {iri: about for iri, about in TABLE.items() if terms.PREF_LABEL.value in about}
SCOPES = {"global", "organisation", "region", "country", "area", "duty station"}
STRENGTH = ("GeneralKnowledge", "VacancyText", "Secondary", "OfficialPage", "PolicyRead")
MACHINE_MADE = re.compile(r"^(Head|Deputy|Staff member .*): |under this (title|name)")
OF_WORDING = re.compile(
    r"\b(notices|(one|the|a) notice|the text)\b|by (its|their) kind only|no other title"
)
OF_A_LINE = re.compile(
    r"\b(appointed|chaired|supervised) by\b|\breports? to (a|the)\b|\banswerable\b"
)
ONE_OF_MANY = ("Officer", "Assistant", "Associate", "Specialist", "Analyst")
PLAIN_ROLES = {
    "admin-supervisor",
    "functional-areas-supervisor",
    "mission-manager",
    "security-supervisor",
    "supervisor",
}
SMALL = {"a", "ad", "and", "de", "for", "in", "interim", "of", "organization", "the", "to"}


def slugs(name: str, **wanted: str) -> list[str]:
    return [entry.slug for entry in lexicon().named(name, **wanted)]


def free(entry: Entry) -> set[str]:
    return {label.text for label in entry.free_labels}


def test_every_entry_is_complete() -> None:
    """A label in English, kind, scope, definition, source and confidence, each known."""
    for entry in ENTRIES:
        assert entry.labels[0].language == "en", entry.slug
        assert entry.kind in vocabulary().kinds, entry.slug
        assert entry.scope in SCOPES, entry.slug
        assert entry.definition, entry.slug
        assert entry.source, entry.slug
        assert terms.CONFIDENCE.value in TABLE[entry.iri], entry.slug


def test_definitions_are_sentences_of_their_own() -> None:
    """No definition stands twice, is left over from a template, or only repeats the name."""
    seen: dict[str, str] = {}
    for iri, about in NAMED.items():
        text = values(about, terms.DEFINITION)[0]
        assert seen.setdefault(folded(text), iri) == iri
        assert text.endswith("."), iri
        assert text[0].isupper() or text[0].isdigit(), iri
        assert not MACHINE_MADE.search(text), iri
        assert folded(text) not in {folded(one) for one in values(about, terms.PREF_LABEL)}, iri


def test_definitions_say_what_a_thing_is() -> None:
    """How notices word it stands in a note: narrower entries are what the broader one is."""
    for entry in ENTRIES:
        assert not OF_WORDING.search(entry.definition or ""), entry.slug


def test_definitions_state_no_line_that_nobody_read() -> None:
    """Who appoints, chairs or answers to whom is not told on the word of notices or of none."""
    for entry in ENTRIES:
        if entry.confidence in ("vacancy", "general knowledge"):
            assert not OF_A_LINE.search(entry.definition or ""), entry.slug


def test_general_knowledge_states_no_plain_part() -> None:
    """What nobody looked up is told with its confidence, never as a bare triple between units."""
    general = terms.DL("GeneralKnowledge")
    for iri, about in NAMED.items():
        if general in about[terms.CONFIDENCE.value]:
            assert terms.ORG_UNIT_OF.value not in about, iri
            assert terms.ORG_SUB_ORGANIZATION_OF.value not in about, iri
    assert terms.ORG_SUB_ORGANIZATION_OF.value in TABLE[terms.REF("undss-tds").value]


def test_posts_of_many_are_not_one_in_the_world() -> None:
    """Only heads and the like are one in the world; officers stand at a duty station."""
    for entry in ENTRIES:
        if entry.kind == "role" and entry.label.endswith(ONE_OF_MANY):
            assert entry.scope != "global", entry.slug


def test_labels_bear_the_tag_of_their_language() -> None:
    """No English label has the accents or the United Nations of another language."""
    for entry in ENTRIES:
        for label in entry.labels:
            if label.language == "en" and entry.slug != "msf":
                assert label.text.isascii(), label.text
                assert not label.text.startswith(("ONU ", "ONU-")), label.text


def test_short_labels_are_acronyms_of_one_entry() -> None:
    """The usual acronym is one of the entry's own and shows no other entry."""
    owners: dict[str, str] = {}
    for iri, about in NAMED.items():
        for short in values(about, terms.SHORT_LABEL):
            assert short in values(about, terms.NOTATION), iri
            assert owners.setdefault(short, iri) == iri, short
    assert owners["OIC"] == terms.REF("officer-in-charge").value


def test_titles_of_posts_are_in_title_case() -> None:
    """Only words that describe, and name no post, are in lower case."""
    for entry in ENTRIES:
        words = set(re.findall(r"[^\W\d_]+", entry.label.replace("'s", ""))) - SMALL
        if entry.kind == "role" and entry.slug not in PLAIN_ROLES:
            assert all(word[0].isupper() for word in words), entry.label


def test_no_entry_is_surer_than_its_source() -> None:
    """Entries and dated names claim no more than the weakest of the works that they rest on."""
    for iri, about in TABLE.items():
        level, works = names(about, terms.CONFIDENCE), names(about, terms.DCT_SOURCE)
        if level and works:
            weakest = min(
                STRENGTH.index(terms.DL.local(names(TABLE[work.value], terms.CONFIDENCE)[0]))
                for work in works
            )
            assert STRENGTH.index(terms.DL.local(level[0])) <= weakest, iri


def test_retired_entries_lead_to_others() -> None:
    """An entry that was a mistake keeps its IRI, and its name leads to what replaced it."""
    retired = {i: about for i, about in TABLE.items() if terms.DCT_IS_REPLACED_BY.value in about}
    assert {terms.REF(s).value for s in ("senior-un-officials", "local-security-committee")} <= set(
        retired
    )
    for iri, about in retired.items():
        assert iri not in NAMED
        heir = terms.REF.local(values(about, terms.DCT_IS_REPLACED_BY)[0])
        assert heir in slugs(values(about, terms.LABEL)[0])


def test_every_name_points_somewhere() -> None:
    """Organizations, homonyms and dated names that entries name exist."""
    for iri, about in TABLE.items():
        for nodes in about.values():
            for node in nodes:
                if node in terms.REF:
                    assert node.value in TABLE, (iri, node.value)


def test_general_knowledge_claims_no_source() -> None:
    """An entry that nobody looked up says so in both places."""
    for entry in ENTRIES:
        general = terms.DL("GeneralKnowledge") in TABLE[entry.iri][terms.CONFIDENCE.value]
        assert general == (entry.source == terms.REF("source-general-knowledge").value), entry.slug


def test_slugs_are_no_places() -> None:
    """Entries and places share one namespace, and two letters are always a country."""
    assert not set(lexicon().entries) & set(gazetteer().places)
    assert all(len(entry.slug) > 2 for entry in ENTRIES)


def test_final_iris() -> None:
    """The slugs that the settled example uses are there."""
    for slug in (
        "iom",
        "iom-oss",
        "undss",
        "undp",
        "chief-of-mission",
        "head-of-office",
        "regional-security-officer",
        "field-security-officer",
        "security-management-team",
    ):
        assert lexicon().entries[slug].iri == terms.REF(slug).value


def test_no_free_name_has_two_owners_of_one_kind() -> None:
    """A name that may be matched anywhere means one entry of its kind."""
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in ENTRIES:
        for label in entry.free_labels:
            name = label.text if label.sort == "acronym" else folded(label.text)
            owners.setdefault((name, entry.kind), set()).add(entry.slug)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_in_context_labels_are_labels() -> None:
    """What is held back is one of the entry's own labels."""
    for entry in ENTRIES:
        assert set(entry.in_context) <= {label.text for label in entry.labels}, entry.slug


@pytest.mark.parametrize(
    "name",
    [
        *("CO", "HQ", "Desk", "Dashboard", "Representative", "Executive Director", "UN Security"),
        *("Country Mission Chief", "ECS", "IFAK", "PoCs", "VoTs"),
    ],
)
def test_poisonous_names_are_never_free(name: str) -> None:
    """Words that mean an entry only in its context are matched nowhere else."""
    for entry in ENTRIES:
        assert name not in free(entry), entry.slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("DO", "designated-official"),
        ("COM", "chief-of-mission"),
        ("CoM", "chief-of-mission"),
        ("COMs", "chief-of-mission"),
        ("HoOs", "head-of-office"),
        ("RFSO", "regional-security-officer"),
        ("the Regional Field Security Officer", "regional-security-officer"),
        ("SSU", "iom-oss"),
        ("Staff Security Unit", "iom-oss"),
        ("Chiefs of Mission", "chief-of-mission"),
        ("Heads of Sub-Offices", "head-of-sub-office"),
        ("Security Advisors", "security-adviser"),
        ("chef de mission", "chief-of-mission"),
        ("Oficial Designado", "designated-official"),
        ("Département de la sûreté et de la sécurité", "undss"),
        ("United Nations Department Safety and Security", "undss"),
        ("PMA", "wfp"),
        ("ACNUR", "unhcr"),
        ("UNMISS", "unmiss"),
        ("SRMM", "srm-measures"),
        ("SIOC", "security-information-operations-centre"),
        ("Travel Request Information Process", "trip"),
        ("UN staff members", "un-staff"),
        ("United Nations personnel", "un-personnel"),
        ("PoCs", "persons-of-concern"),
        ("VoTs", "victims-of-trafficking"),
        ("IFAK", "individual-first-aid-kit-training"),
        ("PPCU", "undss-policy-unit"),
        ("Department of Peacekeeping Operations", "un-dpo"),
        ("ONU-Femmes", "un-women"),
        ("Global Protection Cluster", "global-protection-cluster"),
    ],
)
def test_names_lead_to_their_entry(name: str, slug: str) -> None:
    """Acronyms in their case, plurals, articles, old names, broken spellings, three languages."""
    assert slugs(name)[0] == slug


@pytest.mark.parametrize("name", ["do", "Do", "com", "trip", "him", "less", "who", "oss", "", "s"])
def test_words_are_no_acronyms(name: str) -> None:
    """A word that looks like an acronym in another case leads nowhere."""
    assert slugs(name) == []


def test_levels_are_roles_of_their_own() -> None:
    """A senior officer is not the officer, nor an associate the assistant."""
    assert slugs("Senior Protection Officer") == ["senior-protection-officer"]
    assert slugs("Protection Officer") == ["protection-officer"]
    assert slugs("Local Security Associate") != slugs("Local Security Assistant")


def test_homonyms_are_all_listed() -> None:
    """One name of several entries gives all of them, the likelier one first, each with a note."""
    assert slugs("FSA") == ["field-security-associate", "field-security-assistant"]
    assert slugs("SMT")[0] == "security-management-team"
    for slug in slugs("FSA"):
        assert terms.SCOPE_NOTE.value in TABLE[terms.REF(slug).value]


def test_the_own_organization_comes_first() -> None:
    """Of namesakes, the entry of the asking organization leads."""
    assert slugs("FSS", organization="undss")[0] == "undss-fss"
    assert slugs("FSS", organization="unhcr")[0] == "unhcr-field-security-service"


def test_kind_narrows() -> None:
    """Only entries of the kind asked for are found."""
    assert slugs("CSO", kind="role") == ["chief-security-officer"]
    assert slugs("CSO", kind="organization") == ["civil-society-organization"]


def test_singletons_and_concepts() -> None:
    """Roles and kinds of body are concepts; what has a name of its own is none."""
    concepts = {entry.slug for entry in ENTRIES if entry.concept}
    assert {"chief-of-mission", "security-management-team", "warden-system"} <= concepts
    assert not {"undss", "iom-oss", "scaan", "iom", "iasmn"} & concepts
    assert all(entry.concept for entry in ENTRIES if entry.kind == "role")


def test_names_in_their_time() -> None:
    """A renamed office keeps one IRI, with its names as dated nodes."""
    dated = TABLE[terms.REF("iom-oss").value][terms.DATED_NAME.value]
    labels = {TABLE[node.value][terms.NOTATION.value][0].value for node in dated}
    assert labels == {"SSU", "OSS"}
    renamed = TABLE[terms.REF("un-dpo").value][terms.DATED_NAME.value]
    assert {values(TABLE[node.value], terms.NOTATION)[0] for node in renamed} == {"DPKO", "DPO"}
    policy = lexicon().entries["undss-policy-unit"]
    assert policy.label == "UNDSS policy unit"
    assert terms.REF("unsecoord").value in TABLE


@given(st.sampled_from(ENTRIES), st.sampled_from(["the {}", "{}", " {} ", "THE {}"]))
def test_every_label_finds_its_entry(entry: Entry, frame: str) -> None:
    """Whatever its article or spacing, a label leads back to its entry."""
    for label in entry.labels:
        framed = label.text if label.sort == "acronym" else frame.format(label.text)
        assert entry in lexicon().named(framed)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    """Plain names are plain, and any text at all can be asked for."""
    assert plain(plain(name)) in (plain(name), plain(plain(plain(name))))
    lexicon().named(name)
