"""Make the files of examples/formats/ and of the cases of readers with the tools of their formats.

Run from the repository in an environment with reportlab, python-docx, openpyxl, msoffcrypto-tool
and pillow, where `soffice` (LibreOffice Writer), `qpdf` and `chromium` are installed:

    python tests/cases/readers/make.py

What the files must be read as stands beside them (text.txt, refused.txt, warnings.txt) and is
written by hand.
"""

# mypy: disable-error-code="import-untyped,import-not-found"
from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from msoffcrypto.format.ooxml import OOXMLFile
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

HERE = Path(__file__).parent
FORMATS = HERE.parents[2] / "examples" / "formats"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=6)
HEAD = ParagraphStyle("head", BODY, fontName="Helvetica-Bold", spaceBefore=6)
TITLE = ParagraphStyle("title", HEAD, fontSize=16, leading=20, spaceAfter=10)
HUNG = ParagraphStyle("hung", BODY, leftIndent=20, bulletIndent=0)


def main() -> None:
    """Make every file anew."""
    officer_of_2022()
    officer_of_coxs_bazar()
    officer_of_2025()
    for make in (papers, locked_papers, office, foreign):
        make()


# --- examples/formats ---------------------------------------------------------------------------


def officer_of_2022() -> None:
    """The sample post in N'Djamena, four years on, as a PDF of two pages."""
    rows = [
        ("Position title", "Field Security Officer"),
        ("Organization", "International Organization for Migration (IOM)"),
        ("Duty station", "N'Djamena, Chad"),
        ("Grade", "P-3"),
        ("Type of appointment", "Fixed-term, a year at first"),
        ("Reference code", "VN 2022/187 (P)"),
        ("Closing date", "11 May 2022"),
    ]
    duties = [
        "Advise the CoM, the Head of the Sub-Office in Abeche and project managers on threats "
        "along the routes to the east and to the lake.",
        "Report security incidents to the CoM and to the RSO without delay, and keep the "
        "Operations Centre of OSS informed until a case is closed.",
        "Attend the Security Cell, and prepare the CoM for each session of the Security "
        "Management Team (SMT).",
        "Liaise with UNDSS, the gendarmerie and the security officers of other agencies, funds "
        "and programmes of the United Nations.",
        "Supervise the Field Security Assistants in N'Djamena and Abeche, plan their training "
        "and approve their leave.",
        "In coordination with the RSO, review twice a year whether offices keep to the Security "
        "Risk Management Measures (SRMM), and residences to the Residential Security Measures.",
        "Update the security plan of the mission and the relocation plan for the lake area.",
        "Maintain the warden system, and test it together with SCAAN every quarter.",
        "Conduct security risk assessments of transit sites before they open, and of the roads "
        "that convoys take to them.",
        "Organize induction for newcomers, with UNDSS where it holds sessions of its own.",
        "Where UNDSS has no presence, support the Head of the Sub-Office in drafting the emergency "
        "response plan of the area.",
        "Carry out other tasks that the CoM or the RSO may give.",
    ]
    flow: list[Any] = [Paragraph("Field Security Officer, N'Djamena", TITLE), _table(rows)]
    flow += _section(
        "Context",
        "More than half a million people have crossed into Chad, and IOM meets them where the "
        "road ends. The Office of Staff Security (OSS) sets the rules by which its teams travel "
        "and stay.",
        "The Field Security Officer (FSO) reports directly to the Chief of Mission (CoM) in Chad, "
        "and receives technical guidance from the Regional Security Officer (RSO) for West and "
        "Central Africa in Dakar. The FSO looks after people, premises and operations of IOM Chad.",
    )
    flow += [Paragraph("Core Functions / Responsibilities", HEAD)]
    flow += [Paragraph(duty, HUNG, bulletText=f"{n}.") for n, duty in enumerate(duties, 1)]
    flow += _section(
        "Required Qualifications and Experience",
        "Master's degree in security management, political science or law and five years of "
        "experience of such work, or a first degree in one of these and seven years of it.",
        "Practice of the Sahel, and of the United Nations Security Management System, would help.",
    )
    flow += _section(
        "Languages",
        "Fluency in English and French is required. Some Arabic would be an advantage.",
    )
    flow += _section(
        "How to apply",
        "Send the form on our site until 11 May 2022. IOM asks no applicant for money.",
    )
    path = FORMATS / "iom_field_security_officer_ndjamena_2022.pdf"
    _document(path, flow, "International Organization for Migration", "VN 2022/187 (P)")


def _section(heading: str, *paragraphs: str) -> list[Any]:
    return [Paragraph(heading, HEAD), *(Paragraph(one, BODY) for one in paragraphs)]


def _table(rows: list[tuple[str, str]]) -> Table:
    cells = [[Paragraph(f"<b>{a}</b>", BODY), Paragraph(b, BODY)] for a, b in rows]
    return Table(cells, colWidths=[120, 330], hAlign="LEFT")


def _document(path: Path, flow: list[Any], head: str, foot: str) -> None:
    def furniture(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 806, head)
        canvas.drawString(72, 32, f"{foot} - page {template.page}")

    document = SimpleDocTemplate(str(path), pagesize=A4, invariant=1)
    document.build(flow, onFirstPage=furniture, onLaterPages=furniture)


def officer_of_coxs_bazar() -> None:
    """The supervisor of the sample post in Cox's Bazar, as a Word document."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "UNHCR internal and external vacancies"
    document.sections[0].footer.paragraphs[0].text = "Job opening 41209"
    document.add_heading("Field Security Officer, Cox's Bazar", 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Employer", "UNHCR - United Nations High Commissioner for Refugees"),
        ("Duty station", "Cox's Bazar, Bangladesh"),
        ("Grade", "P3"),
        ("Contract type", "Fixed Term Appointment"),
        ("Vacancy Notice No", "41209"),
        ("Closing date", "20 September 2023"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_heading("Organizational setting and work relationships", 1)
    document.add_paragraph(
        "The Field Security Officer reports to the Head of Sub-Office in Cox's Bazar and receives "
        "technical guidance from the Senior Field Security Adviser in Dhaka. The incumbent leads "
        "the Security Section of the Sub-Office and directly supervises the Senior Field Security "
        "Assistant."
    )
    document.add_heading("Duties", 1)
    number = _outline(document)
    for level, text in (
        (0, "Advice"),
        (1, "Advise the Head of Sub-Office on threats in the camps and on the way to them."),
        (1, "Represent UNHCR in the Area Security Cell, and brief the Head of Sub-Office before "
            "meetings of the Area Security Management Team (ASMT)."),
        (1, "Coordinate with UNDSS on the clearance of missions through TRIP."),
        (0, "Networks"),
        (1, "Liaise with the Armed Police Battalion, the fire service and Camp-in-Charge offices."),
        (1, "Share warnings with partner NGOs under Saving Lives Together."),
        (0, "Readiness"),
        (1, "Prepare the evacuation plan for the cyclone season in consultation with the Senior "
            "Field Security Adviser."),
        (1, "Monitor compliance with the Residential Security Measures (RSM), and report gaps to "
            "the Head of Sub-Office."),
        (1, "Ensure that the warden system is tested each quarter."),
        (1, "Report incidents immediately to the Senior Field Security Adviser and to UNDSS."),
    ):  # fmt: skip
        _listed(document.add_paragraph(text), number, level)
    document.add_heading("Minimum qualifications", 1)
    for text in (
        "Six years of relevant experience with a first university degree, five with a master's.",
        "Security certificate; driving licence.",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Language requirements", 1)
    document.add_paragraph(
        "The work is done in English, in which fluency is required. Bengali is desirable."
    )
    _save(document, FORMATS / "unhcr_field_security_officer_coxs_bazar_2023.docx")


def officer_of_2025() -> None:
    """The sample post in Port-au-Prince, three years on, as JSON-LD."""
    duties = (
        "Advise the Country Director and heads of field offices on risks to staff, food and fuel.",
        "Maintain liaison with UNDSS, BINUH, the Haitian National Police and transporters.",
        "Represent WFP in the Security Cell, and stand in for the Country Director at the SMT "
        "when asked to.",
        "Prepare convoy plans in collaboration with the Logistics Unit and UNHAS.",
        "Supervise four Security Associates &amp; oversee the guard force.",
        "Report incidents through SIMS and inform the Country Director and the RSO of grave ones "
        "immediately.",
        "Update the security plan and the business continuity plan of the Country Office.",
        "Conduct SSAFE training in coordination with UNDSS.",
    )
    items = "".join(f"<li>{duty}</li>" for duty in duties)
    description = (
        "<p>Roads out of the capital open and close from one day to the next; food has to pass "
        "all the same.</p><h3>Organizational context</h3><p>The Security Officer reports directly "
        "to the Country Director (CD) in Haiti and receives technical guidance from the Regional "
        "Security Officer (RSO) in Panama, under the overall policy guidance of the Security "
        f"Division (SEC) in Rome.</p><h3>Key accountabilities</h3><ol>{items}</ol>"
        "<h3>Language requirements</h3><p>Fluency in English and French is required; Haitian "
        "Creole is an advantage.</p>"
    )
    job = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Security Officer",
        "description": description,
        "identifier": {"@type": "PropertyValue", "name": "WFP", "value": "214377"},
        "datePosted": "2025-02-03",
        "validThrough": "2025-03-02T23:59:00-05:00",
        "employmentType": "TEMPORARY",
        "hiringOrganization": {"@type": "Organization", "name": "World Food Programme (WFP)"},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Port-au-Prince",
                "addressCountry": "HT",
            },
        },
        "experienceRequirements": {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": 60,
        },
    }
    path = FORMATS / "wfp_security_officer_port_au_prince_2025.jsonld"
    path.write_text(json.dumps(job, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")


# --- lists of Word ------------------------------------------------------------------------------


def _outline(document: Any) -> int:
    """Add a list of two levels, "1." and "a)", and return its number."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n, (style, text) in enumerate((("decimal", "%1."), ("lowerLetter", "%2)")))
    )
    names = nsdecls("w")
    abstract = f'<w:abstractNum {names} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    number = f'<w:num {names} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    numbering.append(parse_xml(number))
    return 77


def _listed(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _save(document: Any, path: Path) -> None:
    """Save without what changes from day to day."""
    import datetime

    document.core_properties.created = document.core_properties.modified = datetime.datetime(
        2025, 1, 1, tzinfo=datetime.UTC
    )
    document.core_properties.author = "dottedline"
    document.save(str(path))


# --- cases: PDF ---------------------------------------------------------------------------------

LINE = (
    "Under the direct supervision of the Chief of Mission, the Driver works with the Fleet Unit "
    "and keeps the log of each car. "
)


@contextmanager
def _canvas(name: str) -> Iterator[Canvas]:
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    canvas = Canvas(str(folder / "notice.pdf"), pagesize=A4, invariant=1)
    yield canvas
    canvas.save()


def _scan(words: str) -> ImageReader:
    """Return a picture of a page, as a scanner makes it."""
    image = Image.new("1", (400, 560), 1)
    draw = ImageDraw.Draw(image)
    for n, line in enumerate(words.split(". ")):
        draw.text((20, 20 + 14 * n), line[:60])
    return ImageReader(image.convert("L"))


def papers() -> None:
    """Print the PDF files that need no second tool."""
    with _canvas("pdf_scanned") as canvas:
        for _ in range(4):
            canvas.drawImage(_scan(LINE), 0, 0, *A4)
            canvas.showPage()
    with _canvas("pdf_one_page_scanned") as canvas:
        for page in ("Title: Driver", "", "Duties: drives the cars of the office."):
            if page:
                canvas.drawString(72, 700, page)
            else:
                canvas.drawImage(_scan(LINE), 0, 0, *A4)
            canvas.showPage()
    with _canvas("pdf_watermark_and_side") as canvas:
        canvas.saveState()
        canvas.setFont("Helvetica", 60)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.drawString(72, 700, "Title: Driver")
        canvas.drawString(72, 660, "Reports to the Head of Office.")
    with _canvas("pdf_sideways") as canvas:
        for rotation in (90, 270):
            canvas.setPageSize(A4)
            canvas.setPageRotation(rotation)
            canvas.saveState()
            canvas.translate(*((A4[0], 0) if rotation == 90 else (0, A4[1])))
            canvas.rotate(rotation)
            canvas.drawString(72, 500, "Duty station")
            canvas.drawString(220, 500, f"Kisangani {rotation}")
            canvas.drawString(72, 470, "Drives to the airport.")
            canvas.restoreState()
            canvas.showPage()
    with _canvas("pdf_type_over_type") as canvas:
        for offset in (0, 0.3):
            canvas.drawString(72 + offset, 700, "Security Officer")
        canvas.drawString(72, 680, "Second line.")
    _columns()
    _rows()
    _furnished()
    _browser()


def _columns() -> None:
    folder = HERE / "pdf_two_columns"
    folder.mkdir(exist_ok=True)
    path = str(folder / "notice.pdf")
    document = BaseDocTemplate(path, pagesize=A4, invariant=1)
    frames = [Frame(60, 400, 220, 360, id="left"), Frame(310, 400, 220, 360, id="right")]
    document.addPageTemplates(PageTemplate(frames=frames))
    texts = [f"{word} column, {LINE * 3}" for word in ("First", "Second", "Third", "Fourth")]
    document.build([Paragraph(text, BODY) for text in texts])


def _rows() -> None:
    folder = HERE / "pdf_table"
    folder.mkdir(exist_ok=True)
    rows = [
        ("Grade", "P-3"),
        ("Duty station of the first year of the post", "Kisangani"),
        ("Reports to", "Head of the Sub-Office, who is the first reporting officer of all posts "
                       "in the east of the country"),
        ("Title", "Driver"),
    ]  # fmt: skip
    cells = [[Paragraph(a, BODY), Paragraph(b, BODY)] for a, b in rows]
    table = Table(cells, colWidths=[110, 200], hAlign="LEFT")
    flow = [Paragraph("Details", HEAD), table, Paragraph("That is all.", BODY)]
    SimpleDocTemplate(str(folder / "notice.pdf"), pagesize=A4, invariant=1).build(flow)


def _furnished() -> None:
    folder = HERE / "pdf_furniture"
    folder.mkdir(exist_ok=True)
    flow = [Paragraph(f"{n}. {LINE * 3}", BODY) for n in range(1, 19)]
    _document(folder / "notice.pdf", flow, "Vacancies of the Oasis Office", "VN 7/2024")


def _browser() -> None:
    folder = HERE / "pdf_of_a_browser"
    folder.mkdir(exist_ok=True)
    page = (
        "<body style='font: 11pt Liberation Sans'><h1>Driver, Juba</h1><table><tr><th>Grade"
        "<td>G-2</tr><tr><th>Place of work<td>Juba, South Sudan</tr><tr><th>Unit<td>Fleet Unit"
        f"</tr></table><p>{LINE}</p><ul><li>{LINE}<li>Washes the cars.<li>Keeps a log.</ul>"
    )
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "page.html"
        source.write_text(f"<!DOCTYPE html><meta charset=utf-8>{page}", "utf-8")
        target = f"--print-to-pdf={folder / 'notice.pdf'}"
        _run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             target, str(source))  # fmt: skip


def locked_papers() -> None:
    """Lock a PDF for its readers, lock one for its owner only, cut one short."""
    plain = HERE / "pdf_table" / "notice.pdf"
    for name, user in (("pdf_locked", "secret"), ("pdf_locked_for_changes", "")):
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        _run("qpdf", "--encrypt", user, "owner", "256", "--", "--static-id", "--static-aes-iv",
             str(plain), str(folder / "notice.pdf"))  # fmt: skip
    data = (HERE / "pdf_furniture" / "notice.pdf").read_bytes()
    for name, kept in (("pdf_cut_short", 0.98), ("pdf_head_only", 0.02)):
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        (folder / "notice.pdf").write_bytes(data[: int(kept * len(data))])


# --- cases: offices and others ------------------------------------------------------------------


def office() -> None:
    """Have LibreOffice write one document in all that it writes, and lock the Word document."""
    source = FORMATS / "unhcr_field_security_officer_coxs_bazar_2023.docx"
    with tempfile.TemporaryDirectory() as place:
        for suffix in ("docx", "doc", "odt", "rtf", "pdf"):
            _run("soffice", "--headless", "--convert-to", suffix, "--outdir", place, str(source))
        made = Path(place) / source.stem
        for name, suffix in (
            ("docx_of_libreoffice", "docx"),
            ("doc", "doc"),
            ("odt", "odt"),
            ("rtf", "rtf"),
            ("pdf_of_libreoffice", "pdf"),
        ):
            _put(name, f"notice.{suffix}", made.with_suffix(f".{suffix}").read_bytes())
        _put("odt_named_docx", "notice.docx", made.with_suffix(".odt").read_bytes())
        _put("doc_named_docx", "notice.docx", made.with_suffix(".doc").read_bytes())
        _put("docx_named_doc", "notice.doc", made.with_suffix(".docx").read_bytes())
        _put("pdf_named_docx", "notice.docx", (HERE / "pdf_table" / "notice.pdf").read_bytes())
    locked = io.BytesIO()
    with source.open("rb") as file:
        OOXMLFile(file).encrypt("secret", locked)
    _put("docx_locked", "notice.docx", locked.getvalue())
    book = openpyxl.Workbook()
    book.active["A1"] = "Driver"
    sheet = io.BytesIO()
    book.save(sheet)
    _put("xlsx_named_docx", "notice.docx", sheet.getvalue())


def foreign() -> None:
    """Write messages and archives by hand."""
    message = b"From: hr@example.org\nTo: all@example.org\nSubject: Driver\n\nDrives.\n"
    _put("eml", "notice.eml", message)
    archive = (
        b"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; "
        b'boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>Driver</p>\n--x--\n'
    )
    _put("mht_named_doc", "notice.doc", archive)
    page = b"<html><body><h1>Driver</h1><p>Duties: drives the cars of the office.</p></body></html>"
    _put("page_named_doc", "notice.doc", page)
    _put("page_named_pdf", "notice.pdf", b"<!DOCTYPE html><h1>404</h1><p>No such page</p>")


def _put(name: str, file: str, data: bytes) -> None:
    folder = HERE / name
    folder.mkdir(exist_ok=True)
    (folder / file).write_bytes(data)


def _run(*command: str) -> None:
    if shutil.which(command[0]) is None:
        raise SystemExit(f"{command[0]} is not installed")
    subprocess.run(command, check=True, capture_output=True)


Make = Callable[[], None]

if __name__ == "__main__":
    main()
