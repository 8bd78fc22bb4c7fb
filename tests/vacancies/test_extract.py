"""Whole texts read: nothing breaks it, and all that it says is quoted from the text."""

import json
import os
import subprocess
import sys

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Extraction, Told
from dottedline.vacancies.readers import Notice
from genre import notices
from hypothesis import given, settings
from hypothesis import strategies as st
from places import ROOT

PROGRAM = """
import json, sys
from pathlib import Path
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import read
paths = sorted(Path(sys.argv[1]).glob("*/notice.txt"))
print(json.dumps([extract(read(path, path.parent.name)).as_json() for path in paths]))
"""


def read_text(text: str) -> Extraction:
    return extract(Notice("notice.txt", text, "0" * 64, "utf-8"))


def told(found: Extraction) -> list[Told]:
    return [one for v in found.vacancies for one in (*v.relations, *v.third_party)]


@given(notices())
@settings(deadline=None)
def test_evidence_is_faithful(text: str) -> None:
    """Each relation quotes the text word for word, in a clause that is no page."""
    for one in told(read_text(text)):
        assert one.evidence
        for evidence in one.evidence:
            assert evidence.quote == text[evidence.start : evidence.end]
            assert evidence.start <= evidence.object_start < evidence.object_end <= evidence.end
            assert evidence.end - evidence.start <= 800
            assert evidence.object_end - evidence.object_start <= 250


@given(notices())
@settings(deadline=None)
def test_a_relation_is_told_once(text: str) -> None:
    """No two relations of a vacancy have one name and one target."""
    for vacancy in read_text(text).vacancies:
        pairs = [(one.relation, one.target.casefold()) for one in vacancy.relations]
        assert len(pairs) == len(set(pairs))


@given(st.text(max_size=3000))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text breaks reading, and what is read goes through JSON unchanged."""
    found = read_text(text)
    assert Extraction.model_validate_json(json.dumps(found.as_json())) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "Duties:",
        "Duties:\n1.",
        "(" * 3000,
        "of " * 1000,
        "Duties:\n" + "Liaise with A, " * 300,
    ],
)
def test_poor_texts_are_read(text: str) -> None:
    """Texts with nothing in them, or one thing many times, are read in no time."""
    assert read_text(text).source == "notice.txt"


@given(notices(20), st.integers(1, 5))
@settings(deadline=None)
def test_blank_lines_before_a_notice_only_move_it(text: str, blank: int) -> None:
    """Relations do not hang on where in the file the notice begins."""
    before, after = read_text(text), read_text("\n" * blank + text)
    assert [(one.relation, one.target) for one in told(before)] == [
        (one.relation, one.target) for one in told(after)
    ]


def test_hash_seed_changes_nothing() -> None:
    """Two runs of the interpreter, with other hash seeds, read the same."""
    folder = str(ROOT / "tests/cases/relations")
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(found) == 1
