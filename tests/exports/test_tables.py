"""The table for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from dottedline.exports.tables import COLUMNS, neutral, relations
from dottedline.graph.build import knowledge
from dottedline.graph.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from told import documents, kinshasa


def rows(text: str) -> list[list[str]]:
    """Read a table back."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_there_is_a_row_for_each_piece_of_evidence() -> None:
    """With the words, and where they stand."""
    graph = knowledge([kinshasa()])
    head, *body = rows(relations(graph))
    assert tuple(head) == COLUMNS
    assert len(body) == sum(edge["count"] for *_, edge in graph.edges(data=True))
    quote = "answers in all things to the Chief of Mission"
    assert [row[1] for row in body if row[6] == quote] == ["reportsDirectlyTo"]


def test_the_file_begins_with_the_mark_that_excel_wants() -> None:
    """Else accents break."""
    assert relations(knowledge([])).startswith("\ufeff")


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever it starts with, spaces before it or not."""
    assert not neutral(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\u200b", "\ufeff\u2060 ", "\u3000", "\u200e"]
)
@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_cell_is_a_formula_behind_what_nobody_sees(before: str, sign: str) -> None:
    """Spaces of every width and the full-width signs, which some programs read as the plain."""
    assert neutral(f"{before}{sign}1").startswith("'")


@settings(max_examples=25, deadline=None)
@given(st.lists(documents(), max_size=2))
def test_hostile_notices_make_a_sound_table(told: list[Document]) -> None:
    """Each row has its seven cells, and no cell is a formula."""
    for row in rows(relations(knowledge(told))):
        assert len(row) == len(COLUMNS)
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
