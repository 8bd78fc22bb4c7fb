"""Single duties and what they state: tables of sentences, one for each field of reading."""

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.matching import normal
from dottedline.vacancies.model import Relation
from dottedline.vacancies.readers import Notice
from places import ROOT

FOLDER = ROOT / "tests/cases/sentences"
RELATIONS = {
    "en_instruments": {"prepares", "ensuresComplianceWith", "usesSystem"},
}
HEADINGS = {
    "duties": "Duties and Responsibilities",
    "context": "Organizational Setting and Reporting Relationships",
}
HEADER = (
    "Title: Records Clerk\n"
    "Organization: International Organization for Migration (IOM)\n"
    "Unit: Field Support Unit (FSU)\n\n"
)


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [[name, *line.split("\t")] for line in lines]


CASES = [row for name in sorted(RELATIONS) for row in rows(name)]


def told(section: str, sentence: str) -> tuple[Relation, ...]:
    text = f"{HEADER}{HEADINGS[section]}\n\n{sentence}\n"
    (vacancy,) = extract(Notice("a.txt", text, "0" * 64, "utf-8")).vacancies
    return vacancy.relations


def goes_by(relation: Relation, name: str) -> bool:
    return normal(name) in {normal(form) for form in (relation.target, *relation.forms)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2][:50]}")
def test_sentence_states_what_is_expected(case: list[str]) -> None:
    """A duty states the relations that its row lists, each once, and no others of their kinds."""
    name, section, sentence, expected = case
    left = [one for one in told(section, sentence) if one.relation in RELATIONS[name]]
    for pair in filter(None, expected.split("; ")):
        relation, _, target = pair.partition("=")
        found = [one for one in left if one.relation == relation and goes_by(one, target)]
        assert len(found) == 1, (pair, [(one.relation, one.target) for one in left])
        left.remove(found[0])
    assert [(one.relation, one.target) for one in left] == []


def test_tables_are_read() -> None:
    """Each table of the folder is held to its relations."""
    assert {path.stem for path in FOLDER.glob("*.tsv")} >= set(RELATIONS)
