"""PDF pages are read in reading order: paragraphs whole, rows in cells, furniture aside."""

import re

import pytest
from dottedline.vacancies.readers import Refused
from dottedline.vacancies.readers.pdf import pdf
from dottedline.vacancies.readers.pdf.lines import is_mark
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import Printed, pdf_file, printed

PITCH = 13.2
TOP = 780.0


def read(*words: Printed) -> str:
    return pdf(pdf_file(printed(*words))).text.rstrip("\n")


def below(*lines: str, left: float = 72, top: float = TOP, pitch: float = PITCH) -> list[Printed]:
    """Return lines below one another; an empty one leaves a gap."""
    return [(left, top - n * pitch, line) for n, line in enumerate(lines) if line]


PROSE = (
    "The Driver reports directly to the Head of the Fleet Unit, who sits in a room of the Sub-",
    "Office, and drives the cars of the office to the airport, the port and the camps around the",
    "town. The log of each car is kept by the Driver, who hands it to the Unit on Fridays.",
)


def test_lines_broken_for_want_of_room_are_joined() -> None:
    """A paragraph is one line; a hyphen at a line's end stays where the word needs it."""
    text = read(*below(*PROSE, "", "Duties:", "Drives the cars."))
    assert text == f"{PROSE[0]}{PROSE[1]} {PROSE[2]}\n\nDuties:\nDrives the cars."


def test_a_word_parted_by_its_line_is_put_together_where_it_is_known() -> None:
    """The same word whole elsewhere says that the hyphen is the line's own."""
    lines = (
        "All drivers are responsible for the safety of those whom they drive, and for the secu-",
        "rity of the cars of the office and of the Sub-Offices: field-based, and for the well-",
        "known security drills of the office that are held for all of them in the yard each May.",
    )
    text = read(*below(*lines))
    assert "the security of" in text
    assert "well-known security" in text


def test_short_lines_are_no_paragraph() -> None:
    """Labels below one another stay on lines of their own, and so do headings."""
    lines = ("Title: Driver", "Grade: G-2", "Duty station: Juba, South Sudan", "Context", *PROSE)
    assert read(*below(*lines)).split("\n")[:4] == list(lines[:4])


def test_items_stay_apart_and_hang_together() -> None:
    """Each mark opens an item; what hangs below its words goes on with it."""
    item = "Drives the cars of the office to the airport and to the camps at the border of the"
    words = [
        (72.0, 700.0, "1."), (90.0, 700.0, item), (90.0, 686.8, "region. Washes them too."),
        (72.0, 673.6, "2."), (90.0, 673.6, f"{item} land"), (72.0, 660.4, "\u2022"),
        (90.0, 660.4, "Keeps the log."), *below(*PROSE, top=600),
    ]  # fmt: skip
    text = read(*words)
    assert text.startswith(f"1. {item} region. Washes them too.\n2. {item} land\n\u2022 Keeps")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([(72, 700, "Grade"), (200, 700, "P3"), (300, 700, "Step"), (360, 700, "1")],
         "Grade\tP3\tStep\t1"),
        ([(72, 700, "Place of"), (72, 687, "work"), (200, 693, "Juba")], "Place of work\tJuba"),
        ([(72, 700, "Place"), (200, 706, "Juba,"), (200, 693, "Sudan")], "Place\tJuba, Sudan"),
        ([(200, 700, "P3"), (72, 700, "Grade")], "Grade\tP3"),
        ([(72, 700, "Grade"), (107, 700, "P3"), (72, 687, "Unit"), (107, 687, "Fleet"),
          (72, 674, "Posts"), (107, 674, "Two")], "Grade\tP3\nUnit\tFleet\nPosts\tTwo"),
        ([(72, 700, "Field"), (100, 700, "Security"), (72, 687, "Field"), (100, 687, "Office"),
          (72, 674, "Field"), (100, 674, "Unit")], "Field Security\nField Office\nField Unit"),
    ],
)  # fmt: skip
def test_rows_of_tables_are_lines_of_cells(words: list[Printed], text: str) -> None:
    """Cells are parted by a tab, wide gap or narrow, label or value on several lines."""
    assert read(*words) == text


def test_columns_are_read_one_after_the_other() -> None:
    """The right column follows the left, however the page is printed; the top comes first."""
    left = below(*(f"left {n} of the words" for n in range(6)), top=700)
    right = below(*(f"right {n} of the words" for n in range(6)), left=320, top=700)
    title = below("A title that stands above both of the columns and runs on to the right")
    for words in ([*title, *left, *right], [*left, *right, *title], [*right, *left, *title]):
        text = read(*words)
        found = re.findall(r"title|left|right", text.replace("to the right\n", ""))
        assert found == ["title"] + ["left"] * 6 + ["right"] * 6


def test_what_recurs_on_pages_does_not_part_sentences() -> None:
    """Head and foot are said once, page numbers not at all; a sentence goes on over the page."""
    pages = [
        printed((72, 810, "Vacancies of the Oasis"), *below(*lines),
                (72, 30, f"VN 7/2024, page {n}"), (500, 20, str(n)))
        for n, lines in enumerate(((*PROSE, PROSE[0][:-4] + "the"), ("town alone.", *PROSE)), 1)
    ]  # fmt: skip
    text = pdf(pdf_file(*pages)).text
    assert text.startswith("Vacancies of the Oasis\n\n")
    assert "room of the the town alone." in text
    assert text.count("Vacancies of") == text.count("VN 7/2024") == 1
    assert text.endswith("\n\nVN 7/2024, page 2\n")


def test_words_printed_twice_are_read_once() -> None:
    """Bold made by printing twice does not double the words; superscripts stay on their line."""
    assert read((72, 700, "Driver"), (72.3, 700, "Driver")) == "Driver"
    assert read((72, 700, "on 1"), (97, 703, "st"), (110, 700, "of May")) == "on 1 st of May"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 words", "broken"),
        (pdf_file(printed((72, 700, "a")))[:200], "broken"),
        (pdf_file(b"", b""), "there is no text in it: 2 pages"),
        (pdf_file(b"0 0 595 842 re f"), "no text layer: 1 page"),
        (pdf_file(*[b""] * 101), "its 101 pages are more than the 100"),
        (pdf_file(printed(*[(72, 800 - 13 * n, "x" * 32_000) for n in range(33)])),
         "longer than 1000000 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: bytes, reason: str) -> None:
    """Broken, empty, pictured and endless files are refused with what to do."""
    with pytest.raises(Refused, match=reason) as caught:
        pdf(data)
    assert caught.value.remedy


def test_a_file_without_its_end_is_told() -> None:
    """What a reader mends by itself is read, with a warning."""
    data = pdf_file(printed((72, 700, "Title: Driver"))).replace(b"%%EOF", b"")
    decoded = pdf(data)
    assert decoded.text == "Title: Driver\n"
    assert "some of it may be missing" in decoded.warnings[0]


def test_pages_without_text_are_named() -> None:
    """A picture of a page among pages of text is a warning, an empty page is none."""
    page = printed((72, 700, "Title: Driver"))
    decoded = pdf(pdf_file(page, b"0 0 595 842 re f", b"", page))
    assert decoded.warnings == ("no text layer on page 2 of 4: what is printed there was not read",)


def test_marks_are_told_from_words() -> None:
    """Years and words are no marks of items."""
    assert not any(map(is_mark, ("2018,", "area", "No.", "UN", "3rd", "(1")))


WORDS = st.lists(st.from_regex(r"[A-Za-z]{2,9}[,.]?", fullmatch=True), min_size=40, max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(deadline=None, max_examples=40)
def test_no_word_is_lost_and_paragraphs_stay_whole(paragraphs: list[list[str]]) -> None:
    """Paragraphs of several lines with gaps between come back in order, each word once."""
    words: list[Printed] = []
    height = TOP
    for paragraph in paragraphs:
        for line in _set(paragraph):
            words.append((72, height, line))
            height -= PITCH
        height -= PITCH
    found = read(*words)
    assert found.replace("\n", " ").split() == [word for one in paragraphs for word in one]
    assert found.count("\n\n") == len(paragraphs) - 1


def _set(words: list[str], most: int = 80) -> list[str]:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
