"""Word documents are read as they print: lists with numbers, tables, what is tracked and boxed."""

import io
import struct
import zipfile

import docx
import pytest
from dottedline.vacancies.readers import Refused
from dottedline.vacancies.readers.word import word
from dottedline.vacancies.readers.word.numbering import printed
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import archive, levels, listed, members, numbered, paragraph, word_file

OUTLINE = levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))
RUN = "<w:r><w:t>{}</w:t></w:r>"
CELL = "<w:tc>{}</w:tc>"
PLAIN = word_file(paragraph("Title: Driver"))


def read(body: str, numbering: str = "", styles: str = "") -> str:
    return word(word_file(body, numbering=numbering, styles=styles)).text.rstrip("\n")


def row(*cells: str, properties: str = "") -> str:
    parts = "".join(CELL.format(paragraph(cell) if cell[:1] != "<" else cell) for cell in cells)
    return f"<w:tr>{properties}{parts}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def box(text: str) -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox><w:txbxContent>{paragraph(text)}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_paragraphs_stand_apart_and_items_close_up() -> None:
    """A blank line parts paragraphs; items of a list and rows of a table follow one another."""
    body = paragraph("Duties") + listed("Drives") + listed("Washes") + paragraph("End")
    assert read(body, OUTLINE + numbered(1)) == "Duties\n\n1. Drives\n2. Washes\n\nEnd"


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], "1. a) b) (i) 2. a)"),
        ([(1, 0), (1, 0), (2, 0), (1, 0)], "1. 2. 3. 4."),
        ([(1, 0), (1, 0), (3, 0), (3, 0), (3, 1)], "1. 2. 1. 2. a)"),
        ([(4, 0), (4, 0), (1, 0)], "5. 6. 7."),
        ([(1, 1), (1, 0)], "a) 1."),
        ([(5, 0), (5, 1), (5, 1), (5, 0), (5, 1)], "1 1.1 1.2 2 2.1"),
        ([(6, 0), (6, 1), (6, 0), (6, 1)], "I 1.1 II 2.1"),
        ([(7, 0), (7, 1), (7, 0), (7, 1)], "1. a) 2. b)"),
        ([(9, 0), (9, 0)], "1. 2."),
    ],
)
def test_numbers_count_as_word_counts(items: list[tuple[int, int]], text: str) -> None:
    """Levels restart below a higher one, lists go on or begin anew, numbers join those above."""
    never = '<w:lvlRestart w:val="0"/>'
    legal = levels(("upperRoman", "%1"), ("decimal", "%1.%2"), number=3)
    legal = legal.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>')
    going_on = levels(("decimal", "%1."), ("lowerLetter", "%2)"), number=4)
    going_on = going_on.replace('<w:lvlText w:val="%2)"/>', f'<w:lvlText w:val="%2)"/>{never}')
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    linked = levels(number=5, more='<w:numStyleLink w:val="Outline"/>')
    numbering = (
        OUTLINE
        + levels(("decimal", "%1"), ("decimal", "%1.%2"), number=2)
        + legal
        + going_on
        + linked
        + levels(("decimal", "%1."), number=6, more='<w:styleLink w:val="Outline"/>')
        + numbered(1)
        + numbered(2)
        + numbered(3, more=override.format(1))
        + numbered(4, more=override.format(5))
        + numbered(5, 2)
        + numbered(6, 3)
        + numbered(7, 4)
        + numbered(9, 5)
    )
    found = read("".join(listed("x", *item) for item in items), numbering)
    assert " ".join(line.removesuffix(" x") for line in found.split("\n")) == text


@pytest.mark.parametrize(
    ("mark", "shown"),
    [("\uf0b7", "•"), ("o", "•"), ("§", "•"), ("", "•"), ("-", "-"), ("▪", "▪")],
)
def test_bullets_of_picture_fonts_become_bullets(mark: str, shown: str) -> None:
    """A letter that only Wingdings or Symbol makes a bullet is read as one; dashes stay."""
    found = read(listed("Drives"), levels(("bullet", mark)) + numbered(1))
    assert found == f"{shown} Drives"


def test_a_bullet_is_not_set_twice() -> None:
    """Where the writer typed a mark of his own it stands alone."""
    numbering = levels(("bullet", "•")) + numbered(1)
    assert read(listed("- Drives") + listed("2. Washes"), numbering) == "- Drives\n2. Washes"


def test_styles_number_their_paragraphs() -> None:
    """A list comes from the style, or the style's parent, on the level that the list names."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Duty"><w:name w:val="Duty"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Duty"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="L"/><w:basedOn w:val="Loop"/>'
        "</w:style>"
    )
    style = '<w:pStyle w:val="{}"/>'
    none = style.format("Duty") + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("A", style.format("Duty"))
        + paragraph("B", style.format("Sub"))
        + paragraph("C", none)
        + paragraph("D", style.format("Loop"))
    )
    numbering = OUTLINE.replace('<w:lvl w:ilvl="0">', '<w:lvl w:ilvl="0"><w:pStyle w:val="Duty"/>')
    assert read(body, numbering + numbered(1), styles) == "1. A\n2. B\n\nC\n\nD"


def test_tracked_changes_are_read_as_accepted() -> None:
    """Insertions are shown, deletions are not; without its end a paragraph joins the next."""
    gone = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
    body = (
        f'<w:p>{RUN.format("Reports to the ")}<w:del w:id="1" w:author="a"><w:r><w:delText>Head'
        f'</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">{RUN.format("Chief")}</w:ins>'
        f'<w:moveFrom w:id="3" w:author="a">{RUN.format("x")}</w:moveFrom></w:p>'
        + paragraph("Drives the", gone)
        + paragraph("cars")
        + table(row("A", "B"), row("C", "D", properties='<w:trPr><w:del w:id="4"/></w:trPr>'))
    )
    assert read(body) == "Reports to the Chief\n\nDrives the cars\n\nA\tB"


def test_words_in_links_fields_forms_and_boxes_are_kept() -> None:
    """Hyperlinks, field results, content controls, formulas and text boxes are text of the page."""
    body = (
        f'<w:p><w:hyperlink w:anchor="x">{RUN.format("our site")}</w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN.format(" 7")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:fldSimple w:instr="DATE">{RUN.format(" May")}</w:fldSimple>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{RUN.format(' Juba')}</w:sdtContent></w:sdt>"
        "<m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
        f"{box('In a box')}</w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('A block')}</w:sdtContent></w:sdt>"
    )
    assert read(body) == "our site 7 May Juba x=1\n\nIn a box\n\nA block"


def test_what_does_not_print_is_left_out() -> None:
    """Hidden runs, empty forms' prompts and tables of contents are no words of the notice."""
    styles = '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    body = (
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>{RUN.format('shown')}"
        f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> too</w:t></w:r></w:p>'
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}"
        "</w:sdtContent></w:sdt>" + paragraph("Duties\t2", '<w:pStyle w:val="TM1"/>')
    )
    assert read(body, styles=styles) == "shown too"


def test_headers_and_footers_are_left_out() -> None:
    """What Word repeats on each page is not read."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Head"
    document.sections[0].footer.paragraphs[0].text = "Foot"
    document.add_paragraph("Body")
    file = io.BytesIO()
    document.save(file)
    assert word(file.getvalue()).text == "Body\n"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("Grade", "P3"), ("Unit", "Fleet")], "Grade\tP3\nUnit\tFleet"),
        ([("Grade", "", "P3")], "Grade\tP3"),
        ([("Boxed",)], "Boxed"),
        ([("Duties", paragraph("Drives") + paragraph("Washes"))], "Duties\n\nDrives\n\nWashes"),
        ([("Duties", listed("Drives") + listed("Washes"))], "Duties\n\n1. Drives\n2. Washes"),
        ([("A", table(row("B", "C")) + paragraph("D"))], "A\nB\tC\n\nD"),
    ],
)
def test_rows_are_lines_and_cells_parted_by_tabs(rows: list[tuple[str, ...]], text: str) -> None:
    """A cell of several paragraphs stands by itself; empty cells leave nothing."""
    found = read(table(*(row(*cells) for cells in rows)), OUTLINE + numbered(1))
    assert found == text


def test_line_breaks_and_tabs_are_kept() -> None:
    """A break within a paragraph is a new line, a tab is a tab, odd spaces are plain ones."""
    body = (
        "<w:p><w:r><w:t>Grade:</w:t><w:tab/><w:tab/><w:t>P3</w:t><w:br/>"
        "<w:t>non\u00adfamily\u00a0post</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>"
    )
    assert read(body) == "Grade:\tP3\nnonfamily post-x"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04", "broken"),
        (PLAIN[:-200], "broken"),
        (archive({"a.txt": b"x"}), "zip archive and no Word document"),
        (archive({f"{n}.xml": b"" for n in range(2100)}), "more than 2000 files"),
        (archive(members(PLAIN), zipfile.ZIP_LZMA), "packed in a way"),
        (archive({k: v for k, v in members(PLAIN).items() if "document" not in k}), "broken"),
        (archive(members(PLAIN) | {"word/document.xml": b"<a/>"}), "broken"),
    ],
)
def test_unsafe_and_broken_archives_are_refused(data: bytes, reason: str) -> None:
    """Odd packings and archives without what a document needs are named."""
    with pytest.raises(Refused, match=reason) as caught:
        word(data)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("member", "size"), [("word/media/a.bin", 201 * 2**20), ("word/document.xml", 21 * 2**20)]
)
def test_bombs_are_not_unpacked(member: str, size: int) -> None:
    """What an archive says of its size unpacked is looked at before it is unpacked."""
    with pytest.raises(Refused, match="larger than a notice needs"):
        word(archive(members(PLAIN) | {member: bytes(size)}))


@pytest.mark.parametrize(
    ("mark", "instead", "reason"),
    [
        ("wordprocessingml.document.main", "wordprocessingml.template.main", "a Word template"),
        (
            "openxmlformats-officedocument.wordprocessingml.document.main",
            "ms-word.document.macroEnabled.main",
            "with macros",
        ),
    ],
)
def test_relatives_of_word_documents_are_named(mark: str, instead: str, reason: str) -> None:
    """Templates and documents with macros are said to be such."""
    held = members(PLAIN)
    held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(
        mark.encode(), instead.encode()
    )
    with pytest.raises(Refused, match=reason):
        word(archive(held))


def test_a_document_of_the_strict_kind_is_named() -> None:
    """Word's strict format has other namespaces, and is not read."""
    held = members(PLAIN)
    old, new = b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"
    held["_rels/.rels"] = held["_rels/.rels"].replace(old, new)
    with pytest.raises(Refused, match="strict kind"):
        word(archive(held))


def test_a_member_locked_by_a_password_is_named() -> None:
    """An archive whose members are encrypted is said to be locked."""
    data = bytearray(PLAIN)
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, struct.unpack_from("<H", data, at + 8)[0] | 1)
    with pytest.raises(Refused, match="locked by a password"):
        word(bytes(data))


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entities_are_refused_unread(code: str) -> None:
    """A billion laughs are not laughed, nor is a file of the machine set in."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    held = members(PLAIN)
    text = held["word/document.xml"].decode().partition("?>")[2].replace("Driver", "&a9;")
    head = f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE w [<!ENTITY a0 "ha">{bomb}]>'
    held["word/document.xml"] = (head + text).encode(code)
    with pytest.raises(Refused, match="entities"):
        word(archive(held))


@pytest.mark.parametrize("opening", ["<w:tbl><w:tr><w:tc>", "<w:sdt><w:sdtContent>"])
def test_deep_nesting_is_refused(opening: str) -> None:
    """Tables within tables end at some depth, before the stack does."""
    closing = "".join(f"</{name}>" for name in reversed(opening.strip("<>").split("><")))
    body = opening * 70 + paragraph("Driver") + closing * 70
    with pytest.raises(Refused, match="nested more than 60 deep"):
        word(word_file(body))


def test_a_relation_that_leads_nowhere_is_let_be() -> None:
    """Word opens a document whose linked picture is lost, and so do we."""
    held = members(PLAIN)
    lost = (
        b'<Relationship Id="rId99" Target="NULL" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/image"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    held[rels] = held[rels].replace(b"</Relationships>", lost)
    assert word(archive(held)).text == "Title: Driver\n"


def test_documents_set_into_a_document_are_told() -> None:
    """A document that only holds another by reference is refused; beside text it is a warning."""
    chunk = '<w:altChunk r:id="rId7"/>'
    with pytest.raises(Refused, match="documents of another kind"):
        word(word_file(chunk))
    assert "not read" in word(word_file(chunk + paragraph("Driver"))).warnings[0]


@given(st.integers(-5, 20_000), st.sampled_from(["lowerRoman", "upperLetter", "odd", "none"]))
def test_any_number_is_printed_somehow(number: int, style: str) -> None:
    """Numbers that a style cannot count are printed as figures."""
    text = printed(number, style)
    assert text.isalnum() or style == "none" or text == str(number)


@given(st.lists(st.tuples(st.sampled_from([1, 3, 4]), st.integers(0, 2)), max_size=20))
@settings(deadline=None, max_examples=30)
def test_each_item_is_printed_once(items: list[tuple[int, int]]) -> None:
    """Whatever the lists and levels, each paragraph is one line with its own words."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    numbering = OUTLINE + numbered(1) + numbered(3, more=override) + numbered(4)
    body = "".join(listed(f"word{n}", *item) for n, item in enumerate(items))
    found = read(body, numbering).split("\n") if items else []
    assert [line.split(" ")[1] for line in found] == [f"word{n}" for n in range(len(items))]
