"""What notices state of the post and of others: one folder a trap that reading may fall into."""

import json
from pathlib import Path
from typing import Any

import pytest
from dottedline.ontology.vocabulary import vocabulary
from dottedline.vacancies.extract import extract
from dottedline.vacancies.matching import normal
from dottedline.vacancies.model import Relation, ThirdParty
from dottedline.vacancies.readers import read
from places import ROOT

CASES = sorted(path for path in (ROOT / "tests/cases/relations").iterdir() if path.is_dir())
KEYS = {
    "traps",
    "relations",
    "absent",
    "third_party",
    "details",
    "choices",
    "count",
    "families",
    "only",
}


def read_case(case: Path) -> tuple[list[Relation], list[ThirdParty]]:
    vacancies = extract(read(case / "notice.txt", "notice.txt")).vacancies
    stated = [relation for vacancy in vacancies for relation in vacancy.relations]
    return stated, [remark for vacancy in vacancies for remark in vacancy.third_party]


def goes_by(told: Relation | ThirdParty, name: str) -> bool:
    return name == "*" or normal(name) in {normal(form) for form in (told.target, *told.forms)}


def family(relation: str) -> str:
    return vocabulary().properties[relation].family


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_relations(case: Path) -> None:
    """Each listed relation is read once, and nothing that the case rules out is read at all."""
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text("utf-8"))
    assert expected.keys() <= KEYS
    stated, remarked = read_case(case)

    def named(relation: str, target: str) -> list[Relation]:
        return [told for told in stated if told.relation == relation and goes_by(told, target)]

    shown = [(told.relation, told.target) for told in stated]
    listed = [named(relation, target) for relation, target in expected["relations"]]
    for pair, found in zip(expected["relations"], listed, strict=True):
        assert len(found) == 1, (pair, shown)
    for relation, target in expected.get("absent", ()):
        assert not named(relation, target), shown
    for subject, relation, target in expected.get("third_party", ()):
        others = [told for told in remarked if normal(told.subject) == normal(subject)]
        assert any(told.relation == relation and goes_by(told, target) for told in others), remarked
    for relation, target, details in expected.get("details", ()):
        (one,) = named(relation, target)
        assert {name: getattr(one, name) for name in details} == details
    for group in expected.get("choices", ()):
        ids = {told.choice for told in stated if any(goes_by(told, target) for target in group)}
        assert len(ids) == 1, ids
        assert None not in ids
    for relation, count in expected.get("count", {}).items():
        assert len(named(relation, "*")) == count, shown
    if expected.get("only"):
        families = expected.get("families") or [family(r) for r, _ in expected["relations"]]
        wanted = [told for found in listed for told in found]
        extra = [told for told in stated if family(told.relation) in families]
        assert [(told.relation, told.target) for told in extra if told not in wanted] == []
