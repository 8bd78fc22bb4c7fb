"""The fields of notices: one folder a case, and what holds for all texts."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.fields import postings, read_fields
from dottedline.vacancies.fields.dates import dates
from dottedline.vacancies.fields.grade import grade_in
from dottedline.vacancies.language import language
from dottedline.vacancies.matching import normal
from dottedline.vacancies.model import Extraction, Vacancy
from dottedline.vacancies.readers import Notice
from dottedline.vacancies.score import score
from dottedline.vacancies.sections import sections
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT, SHARED

CASES = sorted(path for path in (ROOT / "tests" / "cases" / "fields").iterdir() if path.is_dir())


def fields(text: str) -> dict[str, Any]:
    found = read_fields(text, sections(text), language(text))
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in found.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    """The fields that the case names are read as it says; forms need one name in common."""
    found = fields((case / "notice.txt").read_bytes().decode())
    for name, expected in json.loads((case / "expected.json").read_text("utf-8")).items():
        if name in ("organization", "unit") and expected:
            assert {normal(x) for x in expected} & {normal(x) for x in found[name]}, found[name]
        elif isinstance(expected, list):
            assert sorted(found[name]) == sorted(expected), name
        else:
            assert found[name] == expected, name


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the annotated notices are not beside this checkout"
)
def test_fields_of_the_annotated_notices() -> None:
    """At least 95 of 100 fields of the annotated notices are right."""
    gold = [
        Extraction.model_validate_json(path.read_text("utf-8"))
        for path in sorted((SHARED / "gold").glob("*.json"))
    ]
    texts = {g.source: (SHARED / "notices" / g.source).read_bytes().decode() for g in gold}
    read = [
        Extraction(source=name, vacancies=(Vacancy.model_validate(fields(text)),))
        for name, text in texts.items()
    ]
    assert score(gold, read, texts).as_json()["fields_mean"] >= 0.95


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("closes 22 October 2020", "2020-10-22"),
        ("15 April, 2020", "2020-04-15"),
        ("18-Mar-2026", "2026-03-18"),
        ("Mar 02 2026", "2026-03-02"),
        ("2026-06-10T23:59", "2026-06-10"),
        ("31.12.2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("2026/06/10", "2026-06-10"),
        ("the 5th of April 2026", "2026-04-05"),
        ("15-Apr-26", "2026-04-15"),
        ("le 1er août 2023", "2023-08-01"),
        ("9 de marzo de 2025", "2025-03-09"),
        ("Posting NC55609100, P-4, 31 June 2020, 10/2020", None),
    ],
)
def test_dates_of_all_sorts(words: str, found: str | None) -> None:
    """Days come before months, names of months are known in three languages."""
    assert next((d.isoformat() for d in dates(words)), None) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("P4", "P-4"),
        ("P 4", "P-4"),
        ("D1", "D-1"),
        ("GS-5", "G-5"),
        ("NOB", "NO-B"),
        ("FS-5", "FS-5"),
        ("NPSA-7", "NPSA-7"),
        ("IICA-3", "IICA-3"),
        ("SC5", "SC5"),
        ("CST II", "CST II"),
        ("GS3/4", "GS3/4"),
        ("VN 2018/195 (P)", None),
        ("Level 2, UNDP", None),
        ("section 5.7 of P3.2", None),
    ],
)
def test_grades_are_written_one_way(words: str, found: str | None) -> None:
    """Grades of the common scales have a hyphen; others stay as printed."""
    assert grade_in(words) == found


def test_two_postings_of_one_document_are_two() -> None:
    """Another title with duties of its own is another vacancy; the spans cover the text."""
    text = (
        "Position Title: Driver\nDuties:\n1. Drives the car to town.\n2. Washes it there.\n"
        "3. Parks it at home.\nPosition Title: Gardener\nDuties:\n1. Waters the roses.\n"
        "2. Cuts the grass short.\n3. Feeds the birds in winter.\n"
    )
    first, second = postings(text)
    assert first.spans[0][1] == second.spans[0][0] == text.index("Position Title: Gardener")
    titles = [fields(text[start:end])["title"] for p in (first, second) for start, end in p.spans]
    assert titles == ["Driver", "Gardener"]


def test_two_jobs_of_one_posting_are_two() -> None:
    """Two titles, each with its own duties, share the rest of the posting."""
    text = (
        "Organization: WFP\nGrade: G-3\n\nKey functions:\n\nDeck Guard\n\nDuties:\n"
        "- Walks the deck at night.\n- Counts the ropes of the deck.\n- Liaises with the police.\n"
        "\nTeam Leader\n\nDuties:\n- Leads all guards of the deck.\n- Writes the rota of guards.\n"
        "- Supervises the drivers.\n\nQualifications:\nThree years of experience on boats.\n"
    )
    found = extract(Notice("notice.txt", text, "0" * 64, "utf-8")).vacancies
    assert [vacancy.title for vacancy in found] == ["Deck Guard", "Team Leader"]
    assert [vacancy.duties for vacancy in found] == [3, 3]
    assert {(v.grade, v.experience_years) for v in found} == {("G-3", 3)}
    told = [{r.relation for r in vacancy.relations} for vacancy in found]
    assert "liaisesWith" in told[0] - told[1]
    assert "supervises" in told[1] - told[0]


def test_a_posting_printed_twice_is_one() -> None:
    """Both copies are known, and the header of the second belongs to it."""
    text = (ROOT / "tests/cases/fields/posting_printed_twice/notice.txt").read_text("utf-8")
    (posting,) = postings(text)
    assert [start for start, _ in posting.spans] == [0, text.index("Job Location")]
    assert posting.spans[-1][1] == len(text)


@given(st.sampled_from(CASES), st.text(alphabet=" \n\t", max_size=5))
@settings(deadline=None, max_examples=40)
def test_blank_lines_around_a_notice_change_nothing(case: Path, blank: str) -> None:
    """Fields do not hang on where in the text they stand."""
    text = (case / "notice.txt").read_text("utf-8")
    assert fields(f"{blank}\n{text}{blank}") == fields(text)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_gives_fields_that_the_model_takes(text: str) -> None:
    """No text breaks the reading of fields."""
    assert Vacancy.model_validate(read_fields(text, sections(text), language(text)))


FLOOR = "- Sweeps the long floor.\n- Washes the long floor.\n- Dries the long floor.\n"
HOSTILE = {
    "blank lines": "\n" * 40_000,
    "blank lines below a heading": "Requirements\n" + "\n" * 40_000 + "x",
    "spaces": " " * 6400 + "x",
    "spaces in a title": "Title: Guard" + " " * 30_000 + "x\nDuties:\n- Waits.\n",
    "spaces behind years": "Requirements\nExperience of 5" + " " * 20_000 + "x",
    "tabs": "\t" * 40_000 + "x",
    "dashes": "-" * 20_000,
    "underscores": "_" * 20_000,
    "letters": "a " * 50_000,
    "capitals": "Security Officer - OSS\n\n" + "A" * 100_000,
    "capitals joined": "Security Officer - OSS\n\n" + "A-" * 50_000,
    "brackets": "Aa (" * 20_000,
    "one line": "The Clerk reports to the Head of Boats and liaises with UNDSS on oars, " * 2800,
    "colons": "a:" * 20_000,
    "labels": "Title: Clerk Grade: G4 " * 8000,
    "commas in a title": "Title: Officer, " + "a, " * 60_000,
    "places in a title": "Title: Officer, " + "Chad, " * 30_000,
    "places in a headline": "Security Officer, " + "Chad, " * 23 + "Chad\n",
    "years": "Requirements\nExperience " + "5 years " * 20_000,
    "names": "Aa of the " * 10_000,
    "tongues": "Languages\n" + "English and French " * 8000,
    "duties": "Duties:\n"
    + "".join(f"{n}. Liaise with Port {n} on raft {n}.\n" for n in range(3000)),
    "duties without marks": "Duties:\n" + "Sweep the floor\n" * 12_000,
    "copies": f"Title: Clerk\nGrade: G4\nDuties:\n{FLOOR}" * 1500,
    "numbers in a line": "Duties: " + "1) Aa " * 20_000,
    "numbers without end": "Duties: " + "".join(f"{n % 99}. Mend it " for n in range(12_000)),
    "letters in a line": "Duties: " + "a) Aa " * 20_000,
    "dashes in a line": "Duties: " + "- Aa " * 20_000,
    "bullets in a line": "Duties: " + "\u2022 Aa " * 20_000,
    "headings": "Duties " * 20_000,
    "headings glued": "aDuties" * 20_000,
    "headings on lines": "Duties\nContext\n" * 10_000,
    "headings nobody knows": "What you get\n\nThe deck.\n\n" * 5000,
    "bars": "Title | " * 20_000,
    "cells": "Title\tGrade\t" * 20_000,
    "rows of cells": "Title\tGrade\tStation\n" * 10_000,
    "garbled": "\u00c3\u00a9" * 40_000,
    "garbled traces": "\u00c3" * 80_000,
    "escapes": "&amp;" * 20_000,
    "pages": "Page 1 / 2" * 15_000,
    "quotes": ">" * 60_000,
    "stars": "* " * 40_000,
    "hashes": "#" * 60_000,
    "units": "Title: Unit Officer\nContext:\n" + "Unit " * 20_000,
    "units spelt out": "Title: Unit Officer\nContext:\nleads the OU " + "Unit Aa.\n\n" * 9000,
    "brackets in a heading": "Duties (" * 15_000,
    "spaces in a heading": "Duties" + " " * 60_000 + ": x",
    "jobs": "".join(f"Mate Officer {'x' * n}\nDuties:\n{FLOOR}" for n in range(1, 300)),
    "postings": "".join(f"Title: Clerk {n}\nDuties:\n{FLOOR}" for n in range(1500)),
}
EXTRACT = """
import sys
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import Notice
text = sys.stdin.buffer.read().decode()
extract(Notice(source="hostile.txt", text=text, sha256="0" * 64, encoding="utf-8"))
"""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_no_time(text: str) -> None:
    """Whatever is repeated thousands of times, a text is read within twenty seconds."""
    subprocess.run([sys.executable, "-c", EXTRACT], input=text.encode(), timeout=20, check=True)
