"""Each rule about one value of one node is broken by a wrong value, or by none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dottedline.answers.checking.check import check
from dottedline.ontology import terms as t
from dottedline.ontology.shapes import rules
from dottedline.store.folder import BuildFolder
from pyoxigraph import Literal, NamedNode, Quad
from seeded import Data, Term, whole
from seeds import SEEDS

Node = Callable[[Data], NamedNode]


def number(text: str) -> Literal:
    return Literal(text, datatype=t.XSD_INTEGER)


def first(kind: NamedNode) -> Node:
    return lambda data: data.members(kind)[0]


def entry(slug: str) -> Node:
    return lambda data: t.REF(slug)


def body(data: Data) -> NamedNode:
    found = (
        quad.subject
        for quad in data.quads
        if quad.predicate == t.ORG_CLASSIFICATION and quad.graph_name == data.claims
    )
    return min((one for one in found if isinstance(one, NamedNode)), key=str)


POST, POSITION, POSTING = first(t.ADVERTISED_POST), first(t.POSITION), first(t.JOB_POSTING)
GENERIC, CLAIM, USE = first(t.GENERIC_POSITION), first(t.ASSERTION), first(t.NAME_USE)
SHORT, NOTICE, WORK = first(t.SHORT_FORM), first(t.NOTICE), first(t.CITED_WORK)
TWO = (Literal("one"), Literal("two"))
TWO_ORGANIZATIONS = (t.REF("iom"), t.REF("iom-oss"))

WRONG: list[tuple[str, Node, NamedNode, tuple[Term, ...]]] = [
    ("notice-language", NOTICE, t.DCT_LANGUAGE, ()),
    ("notice-length", NOTICE, t.CHARACTERS, (Literal("long"),)),
    ("bundle-notice", first(t.BUNDLE), t.WAS_DERIVED_FROM, ()),
    ("posting-title", POSTING, t.TITLE, TWO),
    ("posting-untitled", POSTING, t.TITLE, ()),
    ("posting-grade", POSTING, t.GRADE, TWO),
    ("posting-station-silent", POSTING, t.DUTY_STATION, ()),
    ("posting-line", POSTING, t.REPORTING_LINE, ()),
    ("posting-line-silent", POSTING, t.REPORTING_LINE, (t.LINE_NOT_STATED,)),
    ("posting-line-unread", POSTING, t.REPORTING_LINE, (t.SECTION_NOT_FOUND,)),
    ("posting-organization", POSTING, t.HIRING_ORGANIZATION, (t.REF("chief-of-mission"),)),
    ("posting-unit", POSTING, t.EMPLOYMENT_UNIT, (t.REF("chief-of-mission"),)),
    ("posting-years", POSTING, t.EXPERIENCE_YEARS, (number("-1"),)),
    ("posting-duties", POSTING, t.DUTY_COUNT, (Literal("many"),)),
    ("posting-language", POSTING, t.LANGUAGE_REQUIRED, (Literal("French"),)),
    ("posting-language-desirable", POSTING, t.LANGUAGE_DESIRABLE, (Literal("Arabic"),)),
    ("posting-none", POSTING, t.STATES_NONE, (t.MODALITY,)),
    ("name-posting", USE, t.WAS_DERIVED_FROM, ()),
    ("name-entry", USE, t.MENTIONS, ()),
    ("name-form", USE, t.SURFACE_FORM, TWO),
    ("name-times", USE, t.TIMES, (number("0"),)),
    ("short-posting", SHORT, t.WAS_DERIVED_FROM, ()),
    ("short-acronym", SHORT, t.ACRONYM, ()),
    ("short-expansion", SHORT, t.EXPANSION, TWO),
    ("post-label", POST, t.LABEL, ()),
    ("post-position", POST, t.OCCURRENCE_OF, (t.REF("iom"),)),
    ("post-one-organization", POST, t.ORG_POST_IN, TWO_ORGANIZATIONS),
    ("position-type", POSITION, t.TYPE, (t.POSITION,)),
    ("position-one-organization", POSITION, t.ORG_POST_IN, TWO_ORGANIZATIONS),
    ("position-scope-basis", POSITION, t.SCOPE_BASIS, (t.REF("iom"),)),
    ("generic-place", GENERIC, t.LOCATED_IN, (t.REF("td"),)),
    ("generic-region", GENERIC, t.REGION_OF, (t.REF("mena"),)),
    ("body-label", body, t.LABEL, TWO),
    ("body-type", body, t.TYPE, (t.GROUP,)),
    ("place-label", first(t.PLACE), t.LABEL, ()),
    ("choice-label", first(t.CHOICE_CLASS), t.LABEL, TWO),
    ("claim-subject", CLAIM, t.SUBJECT, ()),
    ("claim-relation", CLAIM, t.RELATION, ()),
    ("plain-advice", POST, t.ADVISES, (t.REF("scaan"),)),
    ("plain-compliance", POST, t.ENSURES_COMPLIANCE_WITH, (t.REF("iom"),)),
    ("plain-coordination", POST, t.COORDINATES_WITH, (t.REF("scaan"),)),
    ("plain-information", POST, t.INFORMS, (t.REF("scaan"),)),
    ("plain-product", POST, t.PREPARES, (t.REF("iom"),)),
    ("plain-representation", POST, t.REPRESENTS, (t.REF("scaan"),)),
    ("plain-supervision", POST, t.HAS_REPORT, (t.REF("scaan"),)),
    ("plain-support", POST, t.SUPPORTS, (t.REF("scaan"),)),
    ("plain-system", POST, t.USES_SYSTEM, (t.REF("iom"),)),
    ("evidence-end", first(t.SPECIFIC_RESOURCE), t.END, (Literal("there"),)),
    ("statement-type", first(t.REFERENCE_ASSERTION), t.TYPE, (t.REFERENCE_ASSERTION,)),
    ("entry-confidence", entry("iom"), t.CONFIDENCE, ()),
    ("entry-organization", entry("iom-oss"), t.ORGANIZATION_OF, (t.REF("chief-of-mission"),)),
    ("work-extent", WORK, t.DL("extentRead"), (t.REF("iom"),)),
]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildFolder, frozenset[Quad]]:
    """Give a build of one notice, and its statements."""
    return whole(tmp_path_factory.mktemp("values") / "out")


@pytest.mark.parametrize(
    ("name", "node", "predicate", "values"), WRONG, ids=[row[0] for row in WRONG]
)
def test_a_wrong_value_is_found(
    name: str,
    node: Node,
    predicate: NamedNode,
    values: tuple[Term, ...],
    build: tuple[BuildFolder, frozenset[Quad]],
    tmp_path: Path,
) -> None:
    """The rule is named, at the node."""
    data = Data(set(build[1]))
    wrong = node(data)
    data.swap(wrong, predicate, *values)
    report = check(data.written(build[0], tmp_path / "out"), engine="fast")
    assert (name, wrong.value) in {(one.rule.name, one.node) for one in report.findings}


# broken in test_check.py, where the reasoner runs
REASONED = {"inconsistent", "outside-owl-dl"}


def test_each_rule_is_broken_once(build: tuple[BuildFolder, frozenset[Quad]]) -> None:
    """No rule is there that no test breaks, and none is broken that is not there."""
    seeded = {change(Data(set(build[1])))[1] for change in SEEDS}
    assert seeded | {row[0] for row in WRONG} | REASONED == set(rules())
