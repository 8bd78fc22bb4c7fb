"""How well the annotated notices are read, and that notices without annotation are read at all."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dottedline.ontology.vocabulary import vocabulary
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Extraction, Vacancy
from dottedline.vacancies.readers import read
from dottedline.vacancies.score import score
from places import SHARED

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the annotated notices are not beside this checkout"
)
UNLABELLED = sorted((SHARED / "notices_unlabelled").glob("*.txt"))
TWICE, LIBYA = "001_686ead852300c3a0.txt", "004_d9e5a740cdd393d4.txt"


@cache
def annotated() -> tuple[Extraction, ...]:
    paths = sorted((SHARED / "gold").glob("*.json"))
    return tuple(Extraction.model_validate_json(path.read_text("utf-8")) for path in paths)


def found_in(source: str) -> Extraction:
    return extract(read(SHARED / "notices" / source, source))


@cache
def figures() -> dict[str, Any]:
    gold = annotated()
    texts = {g.source: (SHARED / "notices" / g.source).read_bytes().decode() for g in gold}
    return score(gold, [found_in(source) for source in texts], texts).as_json()


def lines(vacancy: Vacancy) -> list[tuple[str, str]]:
    known = vocabulary().properties
    return sorted(
        (told.relation, told.target)
        for told in vacancy.relations
        if known[told.relation].family == "reportsTo"
    )


@pytest.mark.parametrize(("level", "least"), [("exact", 0.75), ("actors", 0.80)])
def test_relations_are_found(level: str, least: float) -> None:
    """Relations are found and no others, all of them and those between actors alone."""
    assert figures()[level]["f1"] >= least


@pytest.mark.parametrize(
    ("figure", "least"),
    [("named", 0.9), ("at", 0.95), ("fields_mean", 0.90), ("evidence_faithful", 1.0)],
)
def test_what_is_found_is_right(figure: str, least: float) -> None:
    """Objects are named as annotated, where annotated; fields are right; evidence is quoted."""
    assert figures()[figure] >= least


def test_reporting_lines_are_certain() -> None:
    """No reporting line is made up, and nine of ten are found."""
    known = vocabulary().properties
    tallies = [
        tally
        for relation, tally in figures()["by_relation"].items()
        if known[relation].family == "reportsTo"
    ]
    right, stated, told = (sum(t[key] for t in tallies) for key in ("tp", "gold", "pred"))
    assert right == told
    assert right >= 0.9 * stated


def test_a_notice_printed_twice_is_one_vacancy() -> None:
    """The two copies of one posting are one vacancy, and no document gives one too many."""
    assert len(found_in(TWICE).vacancies) == 1
    assert figures()["vacancies_extra"] == 0


def test_lines_are_those_of_the_notice_alone() -> None:
    """What the security management system would arrange is no line of a notice that is silent."""
    (gold,) = (g for g in annotated() if g.source == LIBYA)
    (vacancy,) = found_in(LIBYA).vacancies
    assert lines(vacancy) == lines(gold.vacancies[0])
    assert not any("Designated Official" in target for _, target in lines(vacancy))


@pytest.mark.parametrize("path", UNLABELLED, ids=lambda path: path.stem)
def test_other_notices_are_read(path: Path) -> None:
    """A notice that nobody annotated gives a vacancy with a title, and faithful evidence."""
    notice = read(path, path.name)
    found = extract(notice)
    assert found.vacancies
    for vacancy in found.vacancies:
        for told in (*vacancy.relations, *vacancy.third_party):
            assert told.evidence
            assert all(e.quote == notice.text[e.start : e.end] for e in told.evidence)
