"""One notice in several formats says the same."""

from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import read
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import Printed, pdf_file, printed
from places import ROOT, SAMPLES

CASES = ROOT / "tests" / "cases" / "readers"
TEXTS = sorted(SAMPLES.glob("*.txt"))
WIDTH = 92


def relations(path: Path) -> set[tuple[str, str]]:
    """Return relation and target of all that a file states."""
    (vacancy,) = extract(read(path, path.name)).vacancies
    return {(one.relation, one.target) for one in vacancy.relations}


def as_word(text: str, path: Path) -> None:
    """Write a text as a Word document, a paragraph for each line."""
    document = Document()
    for line in filter(None, text.split("\n")):
        document.add_paragraph(line).paragraph_format.space_after = Pt(6)
    document.save(str(path))


def as_pdf(text: str, path: Path, width: int = WIDTH, rows: int = 50) -> None:
    """Write a text as a PDF file, wrapped, with a head and a numbered foot on each page."""
    lines = [part for line in text.split("\n") for part in (wrapped(line, width) or [""])]
    pages = []
    for n, start in enumerate(range(0, len(lines), rows), 1):
        words: list[Printed] = [(60, 820, "Vacancies of the Oasis"), (60, 25, f"page {n}")]
        for row, line in enumerate(lines[start : start + rows]):
            words += [(60, 780 - 14 * row, line)] if line else []
        pages.append(printed(*words, size=10))
    path.write_bytes(pdf_file(*pages))


def wrapped(line: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in line.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def as_page(text: str, path: Path) -> None:
    """Write a text as a web page, a paragraph for each line."""
    lines = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in text.split("\n") if line)
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{lines}", "utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_formats_of_one_notice_state_the_same(path: Path, tmp_path: Path) -> None:
    """Text, Word, PDF and web page lead to the same relations with the same targets."""
    stated = relations(path)
    text = path.read_text("utf-8")
    for suffix, write in ((".docx", as_word), (".pdf", as_pdf), (".html", as_page)):
        other = tmp_path / f"notice{suffix}"
        write(text, other)
        assert relations(other) == stated, suffix


@given(st.sampled_from(TEXTS), st.integers(64, 100), st.integers(24, 52))
@settings(deadline=None, max_examples=20)
def test_width_and_length_of_pages_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, path: Path, width: int, rows: int
) -> None:
    """However a PDF is wrapped and cut into pages, its relations are those of the text."""
    other = tmp_path_factory.mktemp("pdf") / "notice.pdf"
    as_pdf(path.read_text("utf-8"), other, width, rows)
    assert relations(other) == relations(path)


def test_programs_of_offices_write_the_same_notice() -> None:
    """LibreOffice's Word and PDF files of an example state what the example states."""
    (stated,) = map(relations, (ROOT / "examples" / "formats").glob("*.docx"))
    for name in ("docx_of_libreoffice/notice.docx", "pdf_of_libreoffice/notice.pdf"):
        assert relations(CASES / name) == stated
