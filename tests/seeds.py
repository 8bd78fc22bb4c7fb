"""Changes to the statements of a build, each of which makes one fault."""

from collections.abc import Callable

from dottedline.graph.identity import BASE, Mint
from dottedline.ontology import terms as t
from pyoxigraph import Literal, NamedNode, Quad
from seeded import REGISTRY, Data

Seeded = tuple[NamedNode, str, str]
"""The node at fault, the rule, and the rules that may be broken besides."""

Seed = Callable[[Data], Seeded]

SEEDS: list[Seed] = []
RECORD = "vacancies/iom_field_security_officer_ndjamena_2026.json"
STRANGE = NamedNode("https://example.org/strange")


def seed(change: Seed) -> Seed:
    """Take in a change that makes one fault."""
    SEEDS.append(change)
    return change


@seed
def missing_evidence(data: Data) -> Seeded:
    data.drop(data.line, t.WAS_DERIVED_FROM)
    return data.line, "claim-evidence", "evidence-unused"


@seed
def lost_evidence(data: Data) -> Seeded:
    data.drop(data.evidence)
    return data.line, "claim-evidence-kind", ""


@seed
def post_without_organization(data: Data) -> Seeded:
    data.drop(data.post, t.ORG_POST_IN)
    return data.post, "post-organization", ""


@seed
def position_without_organization(data: Data) -> Seeded:
    data.drop(data.position, t.ORG_POST_IN)
    return data.position, "position-organization", ""


@seed
def post_without_position(data: Data) -> Seeded:
    data.drop(data.post, t.OCCURRENCE_OF)
    return data.post, "post-position-lost", "plain-unclaimed"


@seed
def post_without_wider_class(data: Data) -> Seeded:
    data.drop(data.post, t.TYPE, t.ORG_POST)
    return data.post, "post-type", ""


@seed
def position_without_label(data: Data) -> Seeded:
    data.drop(data.position, t.LABEL)
    return data.position, "position-label", ""


@seed
def position_without_role(data: Data) -> Seeded:
    data.drop(data.position, t.ORG_ROLE)
    return data.position, "position-role", ""


@seed
def generic_position_in_a_country(data: Data) -> Seeded:
    generic = data.members(t.GENERIC_POSITION)[0]
    data.add(generic, t.COUNTRY_OF, t.REF("td"))
    return generic, "generic-country", ""


@seed
def body_of_no_kind(data: Data) -> Seeded:
    body = next(quad.subject for quad in sorted(data.quads, key=str) if of_kind(quad, data))
    assert isinstance(body, NamedNode)
    data.swap(body, t.ORG_CLASSIFICATION, data.post)
    return body, "body-kind", ""


def of_kind(quad: Quad, data: Data) -> bool:
    return quad.predicate == t.ORG_CLASSIFICATION and quad.graph_name == data.claims


@seed
def line_to_a_system(data: Data) -> Seeded:
    """The claim says so; its plain triples still say what it said before."""
    system = t.REF("scaan")
    data.add(system, t.TYPE, t.SYSTEM, data.claims)
    data.add(system, t.LABEL, Literal("SCAAN"), data.claims)
    data.swap(data.line, t.OBJECT, system)
    return data.line, "line-object", "plain-missing plain-unclaimed"


@seed
def plain_line_to_a_system(data: Data) -> Seeded:
    system = t.REF("scaan")
    data.add(system, t.TYPE, t.SYSTEM, data.claims)
    data.add(data.post, t.REPORTS_TO, system)
    return data.post, "plain-line", "plain-unclaimed"


@seed
def others_inform_a_system(data: Data) -> Seeded:
    return aside_says(data, t.INFORMS, data.members(t.SYSTEM)[0]), "actor-object", ""


@seed
def others_sit_in_a_position(data: Data) -> Seeded:
    return aside_says(data, t.PARTICIPATES_IN, data.position), "body-object", ""


@seed
def others_prepare_a_position(data: Data) -> Seeded:
    return aside_says(data, t.PREPARES, data.position), "artefact-object", ""


def aside_says(data: Data, relation: NamedNode, value: NamedNode) -> NamedNode:
    aside = data.aside
    data.swap(aside, t.RELATION, relation)
    data.swap(aside, t.OBJECT, value)
    return aside


@seed
def seat_in_a_unit(data: Data) -> Seeded:
    seat = data.members(t.ASSERTION, relation=t.PARTICIPATES_IN)[0]
    _, _, body = data.plain(seat)
    assert isinstance(body, NamedNode)
    data.drop(body, t.TYPE, t.BODY)
    data.add(body, t.TYPE, t.ORGANIZATIONAL_UNIT)
    return data.post, "plain-seat", ""


@seed
def unknown_relation(data: Data) -> Seeded:
    claim = data.line
    data.swap(claim, t.RELATION, t.DL("befriends"))
    return claim, "claim-relation-unknown", "plain-missing plain-unclaimed"


@seed
def relation_of_others(data: Data) -> Seeded:
    claim = data.members(t.ASSERTION, relation=t.SUPPORTS)[0]
    data.swap(claim, t.RELATION, t.REPRESENTED_BY)
    return claim, "claim-relation-unknown", "plain-missing plain-unclaimed"


@seed
def unknown_relation_of_others(data: Data) -> Seeded:
    data.swap(data.aside, t.RELATION, t.DL("befriends"))
    return data.aside, "aside-relation", "claim-phrase"


@seed
def own_claim_of_others(data: Data) -> Seeded:
    data.swap(data.line, t.SUBJECT, data.position)
    return data.line, "claim-subject-other", "plain-unclaimed"


@seed
def aside_about_the_post(data: Data) -> Seeded:
    data.swap(data.aside, t.SUBJECT, data.post)
    return data.aside, "aside-subject", ""


@seed
def claim_of_nothing(data: Data) -> Seeded:
    claim = data.members(t.ASSERTION, relation=t.SUPPORTS)[0]
    data.drop(claim, t.OBJECT)
    return claim, "claim-object", "plain-unclaimed"


@seed
def claim_without_modality(data: Data) -> Seeded:
    claim = data.line
    data.drop(claim, t.MODALITY)
    return claim, "claim-modality", ""


@seed
def condition_without_words(data: Data) -> Seeded:
    claim = data.members(t.ASSERTION, modality=t.CONDITIONAL)[0]
    data.drop(claim, t.CONDITION)
    return claim, "claim-condition", ""


@seed
def phrase_for_a_boss(data: Data) -> Seeded:
    data.swap(data.line, t.OBJECT, Literal("the boss"))
    return data.line, "claim-phrase", "plain-missing plain-unclaimed line-object"


@seed
def through_a_system(data: Data) -> Seeded:
    claim = next(one for one in data.members(t.ASSERTION) if data.about(one, t.VIA))
    data.add(t.REF("scaan"), t.TYPE, t.SYSTEM, data.claims)
    data.swap(claim, t.VIA, t.REF("scaan"))
    return claim, "claim-via", ""


@seed
def member_of_no_choice(data: Data) -> Seeded:
    choice = data.members(t.CHOICE_CLASS)[0]
    claim = next(one for one in data.members(t.ASSERTION) if choice in data.about(one, t.CHOICE))
    data.swap(claim, t.CHOICE, data.post)
    return claim, "claim-choice", ""


@seed
def offsets_outside_the_text(data: Data) -> Seeded:
    for offset in (t.END, t.OBJECT_END):
        data.swap(data.evidence, offset, number(10**6))
    return data.evidence, "evidence-outside", ""


def number(value: int) -> Literal:
    return Literal(str(value), datatype=t.NON_NEGATIVE_INTEGER)


@seed
def offsets_in_the_wrong_order(data: Data) -> Seeded:
    end = int(data.about(data.evidence, t.END)[0].value)
    data.swap(data.evidence, t.START, number(end))
    return data.evidence, "evidence-start", "quote-altered"


@seed
def mention_outside_the_evidence(data: Data) -> Seeded:
    end = int(data.about(data.evidence, t.END)[0].value)
    data.swap(data.evidence, t.OBJECT_END, number(end + 1))
    return data.evidence, "evidence-object-end", ""


@seed
def offset_that_is_none(data: Data) -> Seeded:
    data.swap(data.evidence, t.OBJECT_START, Literal("here"))
    return data.evidence, "evidence-object-start", "evidence-start"


@seed
def altered_quote(data: Data) -> Seeded:
    data.swap(data.evidence, t.EXACT, Literal("Other words."))
    return data.evidence, "quote-altered", ""


@seed
def evidence_without_words(data: Data) -> Seeded:
    data.drop(data.evidence, t.EXACT)
    return data.evidence, "evidence-quote", ""


@seed
def evidence_of_no_notice(data: Data) -> Seeded:
    data.swap(data.evidence, t.HAS_SOURCE, STRANGE)
    return data.evidence, "evidence-source", ""


@seed
def evidence_in_no_section(data: Data) -> Seeded:
    data.swap(data.evidence, t.SECTION, data.post)
    return data.evidence, "evidence-section", ""


@seed
def evidence_without_cue(data: Data) -> Seeded:
    data.drop(data.evidence, t.CUE)
    return data.evidence, "evidence-unexplained", ""


@seed
def altered_text(data: Data) -> Seeded:
    data.files["vacancies/iom_field_security_officer_ndjamena_2026.txt"] = b"Another text."
    return data.notice, "text-length", "evidence-outside"


@seed
def lost_text(data: Data) -> Seeded:
    data.files["vacancies/iom_field_security_officer_ndjamena_2026.txt"] = b"\xff"
    return data.notice, "text-missing", ""


@seed
def changed_record(data: Data) -> Seeded:
    data.files[RECORD] = b'{"source": "a.txt", "vacancies": []}'
    return data.notice, "record-changed", ""


@seed
def broken_record(data: Data) -> Seeded:
    data.files[RECORD] = b"{}"
    return data.notice, "record-broken", ""


@seed
def lost_record(data: Data) -> Seeded:
    data.files[RECORD] = None
    return data.notice, "record-missing", ""


@seed
def claim_without_plain_triple(data: Data) -> Seeded:
    data.drop(*data.plain(data.line))
    return data.line, "plain-missing", ""


@seed
def claim_without_wider_triple(data: Data) -> Seeded:
    _, _, boss = data.plain(data.line)
    data.drop(data.position, t.ORG_REPORTS_TO, boss)
    return data.line, "plain-missing", ""


@seed
def plain_triple_without_claim(data: Data) -> Seeded:
    _, _, boss = data.plain(data.line)
    data.add(data.post, t.REPRESENTS, boss)
    return data.post, "plain-unclaimed", ""


@seed
def plain_triple_said_of_others(data: Data) -> Seeded:
    aside = aside_says(data, t.INFORMS, data.position)
    data.add(*data.plain(aside), data.claims)
    return aside, "plain-unsupported", ""


@seed
def line_unsaid(data: Data) -> Seeded:
    data.swap(data.posting, t.REPORTING_LINE, t.LINE_NOT_STATED)
    return data.posting, "line-state", "posting-line-silent"


@seed
def circle_of_lines(data: Data) -> Seeded:
    other = NamedNode(Mint(BASE).notice("0" * 64) + "#claims")
    boss = data.one(data.line, t.OBJECT)
    data.add(boss, t.ORG_REPORTS_TO, data.position, other)
    return min(boss, data.position, key=str), "reporting-cycle", "notice-unlisted plain-unclaimed"


@seed
def post_that_is_a_system(data: Data) -> Seeded:
    data.add(data.post, t.TYPE, t.SYSTEM)
    return data.post, "disjoint-classes", ""


@seed
def organization_that_is_a_role_elsewhere(data: Data) -> Seeded:
    data.add(t.REF("iom"), t.TYPE, t.ORG_ROLE_CLASS, t.VOCABULARY_GRAPH)
    return t.REF("iom"), "disjoint-classes", "entry-scheme"


@seed
def statement_without_source(data: Data) -> Seeded:
    statement = data.statement
    data.drop(statement, t.DCT_SOURCE)
    return statement, "statement-source", ""


@seed
def statement_from_general_knowledge(data: Data) -> Seeded:
    """The plain triple stays, and looks like a fact."""
    statement = data.statement
    data.swap(statement, t.CONFIDENCE, t.GENERAL_KNOWLEDGE)
    return statement, "plain-unsupported", ""


@seed
def statement_that_is_doubted(data: Data) -> Seeded:
    statement = data.statement
    data.add(statement, t.CAVEAT, Literal("Not so in all places.", language="en"))
    return statement, "plain-unsupported", ""


@seed
def statement_that_has_ended(data: Data) -> Seeded:
    statement = data.statement
    data.add(statement, t.ENDS_NOT_AFTER, Literal("2011"))
    return statement, "plain-unsupported", ""


@seed
def statement_without_plain_triple(data: Data) -> Seeded:
    statement = data.statement
    data.drop(*data.plain(statement))
    return statement, "plain-missing", ""


@seed
def statement_by_an_unknown_relation(data: Data) -> Seeded:
    statement = data.statement
    data.drop(*data.plain(statement))
    data.swap(statement, t.RELATION, t.DL("befriends"))
    return statement, "statement-relation", "plain-missing"


@seed
def statement_of_unknown_confidence(data: Data) -> Seeded:
    statement = data.statement
    data.swap(statement, t.CONFIDENCE, STRANGE)
    return statement, "statement-confidence", ""


@seed
def entry_without_definition(data: Data) -> Seeded:
    data.drop(t.REF("iom"), t.DEFINITION)
    return t.REF("iom"), "entry-definition", ""


@seed
def entry_without_english_name(data: Data) -> Seeded:
    entry = t.REF("iom")
    data.drop(entry, t.PREF_LABEL)
    data.add(entry, t.PREF_LABEL, Literal("OIM", language="fr"), t.VOCABULARY_GRAPH)
    return entry, "entry-label", ""


@seed
def entry_with_two_names(data: Data) -> Seeded:
    entry = t.REF("iom")
    data.add(entry, t.PREF_LABEL, Literal("IOM", language="en"), t.VOCABULARY_GRAPH)
    return entry, "entry-label-unique", ""


@seed
def entry_without_kind(data: Data) -> Seeded:
    data.drop(t.REF("chief-of-mission"), t.KIND_OF)
    return t.REF("chief-of-mission"), "entry-kind", ""


@seed
def entry_without_source(data: Data) -> Seeded:
    data.drop(t.REF("iom-oss"), t.DCT_SOURCE)
    return t.REF("iom-oss"), "entry-source", ""


@seed
def entry_without_scope(data: Data) -> Seeded:
    data.drop(t.REF("iom-oss"), t.SCOPE)
    return t.REF("iom-oss"), "entry-scope", ""


@seed
def concept_without_scheme(data: Data) -> Seeded:
    data.drop(t.REF("chief-of-mission"), t.IN_SCHEME)
    return t.REF("chief-of-mission"), "entry-scheme", ""


@seed
def named_thing_in_a_scheme(data: Data) -> Seeded:
    data.add(t.REF("iom"), t.IN_SCHEME, t.DL("OrganizationKinds"), t.VOCABULARY_GRAPH)
    return t.REF("iom"), "entry-singleton", ""


@seed
def two_entries_of_one_name(data: Data) -> Seeded:
    (name,) = [one for one in data.about(t.REF("iom"), t.PREF_LABEL) if english(one)]
    data.drop(t.REF("iom-oss"), t.PREF_LABEL)
    label = Literal(name.value.upper(), language="en")
    data.add(t.REF("iom-oss"), t.PREF_LABEL, label, t.VOCABULARY_GRAPH)
    return t.REF("iom-oss"), "shared-label", ""


def english(term: object) -> bool:
    return isinstance(term, Literal) and term.language == "en"


@seed
def work_without_name(data: Data) -> Seeded:
    work = data.members(t.CITED_WORK)[0]
    data.drop(work, t.LABEL)
    return work, "work-label", ""


@seed
def notice_without_hash(data: Data) -> Seeded:
    data.swap(data.notice, t.SHA256, Literal("abc"))
    return data.notice, "notice-hash", ""


@seed
def posting_of_no_notice(data: Data) -> Seeded:
    posting = data.posting
    data.drop(posting, t.WAS_DERIVED_FROM)
    return posting, "posting-notice", ""


@seed
def posting_of_no_post(data: Data) -> Seeded:
    data.drop(data.posting, t.ADVERTISES)
    return data.posting, "posting-post", ""


@seed
def posting_with_a_bad_date(data: Data) -> Seeded:
    data.swap(data.posting, t.VALID_THROUGH, Literal("soon", datatype=t.XSD_DATE))
    return data.posting, "posting-closing-date", ""


@seed
def silent_notice(data: Data) -> Seeded:
    data.drop(data.posting, t.HIRING_ORGANIZATION)
    return data.posting, "posting-organization-silent", ""


@seed
def undated_notice(data: Data) -> Seeded:
    data.drop(data.posting, t.VALID_THROUGH)
    return data.posting, "posting-undated", ""


@seed
def lost_notice(data: Data) -> Seeded:
    notice = data.notice
    data.quads = {q for q in data.quads if q.graph_name != data.claims and q.graph_name != REGISTRY}
    return notice, "notice-lost", ""


@seed
def candidate_without_label(data: Data) -> Seeded:
    objects = {quad.object for quad in data.quads if quad.predicate == t.OBJECT}
    named = (one for one in data.members(t.CANDIDATE) if one in objects)
    candidate = next(one for one in named if not says_post(data, one))
    data.quads = {q for q in data.quads if not (q.subject == candidate and q.predicate == t.LABEL)}
    return candidate, "candidate-label", "claim-object"


def says_post(data: Data, node: NamedNode) -> bool:
    return t.ORG_POST in data.about(node, t.TYPE)


@seed
def unlisted_notice(data: Data) -> Seeded:
    notice = NamedNode(Mint(BASE).notice("f" * 64))
    data.add(t.REF("iom"), t.LABEL, Literal("IOM"), NamedNode(Mint.claims(notice.value)))
    return notice, "notice-unlisted", ""


@seed
def evidence_that_nothing_rests_on(data: Data) -> Seeded:
    evidence = data.evidence
    copy = NamedNode(f"{evidence.value}0")
    for quad in [one for one in data.quads if one.subject == evidence]:
        data.quads.add(Quad(copy, quad.predicate, quad.object, quad.graph_name))
    return copy, "evidence-unused", ""
