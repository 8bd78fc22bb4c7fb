"""Job postings of schema.org become notices, from files of their own and out of web pages."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from dottedline.ontology.fieldwords import labels
from dottedline.ontology.headings import headings
from dottedline.ontology.spelling import plain
from dottedline.ontology.tables import table
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import Notice, Refused, Unreadable, read
from dottedline.vacancies.readers.jobposting import posting
from dottedline.vacancies.readers.webpage import webpage
from hypothesis import given
from hypothesis import strategies as st

DUTIES = (
    "<p>The Guard reports to the Head of Office.</p><h2>Duties</h2><ul><li>Watches the gate of the "
    "office by night.<li>Liaises with the police.<li>Writes &amp; signs the book of visitors.</ul>"
)
GUARD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Guard",
    "description": DUTIES,
}
DRIVER = GUARD | {
    "title": "Driver",
    "description": "<p>The Driver reports to the Head of Fleet.</p><h2>Duties</h2><ul><li>Drives "
    "the cars of the office by day.<li>Washes them each morning.<li>Keeps the log of fuel.</ul>",
}


def text_of(data: object) -> str:
    return posting(json.dumps(data).encode()).text


def page(*data: object, body: str = "") -> bytes:
    scripts = (f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return f"<html><head>{''.join(scripts)}</head><body>{body}</body></html>".encode()


def test_labels_are_those_that_fields_are_read_by() -> None:
    """Each line of the table has a label, and each text a heading, that the reader knows."""
    known = {plain(heading.phrase) for heading in headings()}
    for row in table("jobposting.tsv"):
        assert plain(row["label"]) in (known if row["form"] == "text" else labels())


def test_all_that_a_posting_says_is_read_as_fields() -> None:
    """Title, employer, place, dates, contract, years and number come out as they went in."""
    job = GUARD | {
        "hiringOrganization": {"@type": "Organization", "name": "World Food Programme (WFP)"},
        "employmentUnit": {"@type": "Organization", "name": "Security Unit"},
        "jobLocation": [
            {"@type": "Place", "address": {"addressLocality": "Juba", "addressCountry": "SS"}}
        ],
        "validThrough": "2025-05-31T21:00:00Z",
        "datePosted": "2025-05-01",
        "employmentType": ["FULL_TIME", "TEMPORARY"],
        "identifier": {"@type": "PropertyValue", "name": "WFP", "value": 214377},
        "experienceRequirements": {"monthsOfExperience": 36},
        "totalJobOpenings": 2,
        "jobLocationType": "TELECOMMUTE",
        "baseSalary": {"value": {"minValue": 1}},
    }
    text = text_of(job)
    assert text.startswith(
        "Position Title: Guard\nOrganization: World Food Programme (WFP)\nUnit: Security Unit\n"
        "Duty Station: Juba\nCountry: SS\nEmployment Type: Full time; Temporary\n"
        "Reference Number: 214377\nClosing Date: 2025-05-31\nDate Posted: 2025-05-01\n"
        "Work Arrangement: Telecommute\nNumber of Posts: 2\nRequired Experience: 3 years\n\n"
        "About the position\n\nThe Guard reports to the Head of Office.\n\nDuties\n\n• Watches"
    )
    (vacancy,) = extract(Notice("a", text, "0" * 64, "utf-8")).vacancies
    assert (vacancy.title, vacancy.country, vacancy.duty_station) == ("Guard", "SS", "Juba")
    assert (str(vacancy.closing_date), vacancy.requisition) == ("2025-05-31", "214377")
    assert (vacancy.experience_years, vacancy.duties) == (3, 3)
    assert vacancy.contract_type == "Full time; Temporary"
    assert ("reportsTo", "Head of Office") in {(r.relation, r.target) for r in vacancy.relations}


@pytest.mark.parametrize(
    "data",
    [
        GUARD,
        [GUARD],
        [GUARD, dict(GUARD)],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, GUARD]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": GUARD}]},
        GUARD | {"@type": ["Thing", "https://schema.org/JobPosting"]},
        {f"schema:{k}" if k[0] != "@" else k: v for k, v in GUARD.items()}
        | {"@type": "schema:JobPosting"},
        {"@type": "JobPosting", "title": {"@value": "Guard", "@language": "en"},
         "description": [{"@value": DUTIES}]},
    ],
)  # fmt: skip
def test_shapes_of_json_ld_say_the_same(data: object) -> None:
    """Arrays, graphs, lists, prefixes and typed values are one posting all the same."""
    assert text_of(data) == text_of(GUARD)


def test_several_postings_are_several_vacancies() -> None:
    """Each is set apart, so that each is read with its own supervisor."""
    text = text_of([GUARD, DRIVER])
    vacancies = extract(Notice("a", text, "0" * 64, "utf-8")).vacancies
    lines = [
        (one.title, [r.target for r in one.relations if r.relation == "reportsTo"])
        for one in vacancies
    ]
    assert lines == [("Guard", ["Head of Office"]), ("Driver", ["Head of Fleet"])]


def test_postings_that_cannot_be_told_apart_are_refused() -> None:
    """Two postings that would be read as one are no notice: a wrong supervisor is worse."""
    short = [GUARD | {"title": name, "description": "Works."} for name in ("Guard", "Driver")]
    with pytest.raises(Refused, match="2 job postings cannot be told apart"):
        text_of(short)


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("<p>Drives &amp; washes.</p>", "Drives & washes."),
        ("&lt;p&gt;Drives &amp;amp; washes.&lt;/p&gt;", "Drives & washes."),
        ("Drives.\r\n- Washes\n\nLogs 3 &lt; 4", "Drives.\n- Washes\n\nLogs 3 < 4"),
        ("a < b and c > d", "a < b and c > d"),
        ("<script>x()</script><ol><li>Drives<li>Washes</ol>", "1. Drives\n2. Washes"),
        (7, "7"),
        ("lone \ud800 half", "lone \ufffd half"),
    ],
)  # fmt: skip
def test_descriptions_are_read_with_their_markup(description: object, text: str) -> None:
    """Markup, escaped once or not, becomes lines; plain text stays as it stands."""
    found = text_of({"@type": "JobPosting", "title": "Driver", "description": description})
    assert found == f"Position Title: Driver\n\nAbout the position\n\n{text}\n"


def test_a_value_cannot_pass_for_another_label() -> None:
    """What stands behind a label is one line, whatever line ends the value holds."""
    job = GUARD | {"title": "Guard\nOrganization: Oasis", "hiringOrganization": "IOM"}
    assert text_of(job).split("\n")[:2] == [
        "Position Title: Guard Organization: Oasis",
        "Organization: IOM",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"a": ' * 50_000, "no JSON"),
        (b"1" * 10_000, "no JSON"),
        (b"{}", "no job posting"),
        (b'{"@type": "Article"}', "no job posting"),
        (b'{"@type": "JobPosting"}', "no job posting"),
        (b'{"@type": {"@type": "JobPosting"}}', "no job posting"),
        (b"\x00\x01", "no text"),
    ],
)
def test_other_json_is_refused(data: bytes, reason: str) -> None:
    """Broken, deep and foreign JSON is named, with what to do."""
    with pytest.raises(Refused, match=reason) as caught:
        posting(data)
    assert caught.value.remedy


def test_a_description_too_deep_is_refused() -> None:
    """Limits on markup hold for markup in strings too."""
    with pytest.raises(Refused, match="more than a notice needs"):
        text_of(GUARD | {"description": "<div>" * 5000 + "x"})


SHELL = "<h1>Jobs</h1><p>This page needs a browser that runs scripts.</p>"
SHOWN = "<h1>Guard</h1>" + DUTIES + "<p>Duty station: Juba, near the river and the old market.</p>"


@pytest.mark.parametrize(
    ("data", "from_data"),
    [
        (page(GUARD, body=SHELL), True),
        (page(GUARD), True),
        (page({"@graph": [GUARD]}, GUARD, body=SHELL), True),
        (page("{broken", GUARD, body=SHELL), True),
        (page(GUARD, body=SHOWN), False),
        (page({"@type": "Organization"}, body=SHOWN), False),
        (page(GUARD, DRIVER, body=SHOWN), False),
    ],
)
def test_a_page_s_data_is_read_where_the_page_shows_less(data: bytes, from_data: bool) -> None:
    """One posting in the data of an empty shell is the notice; a page that shows it wins."""
    found = webpage(data)
    assert found.text.startswith("Position Title: Guard") is from_data
    assert bool(found.warnings) is from_data
    assert "Liaises with the police." in found.text


@pytest.mark.parametrize("data", [page(GUARD, DRIVER, body="<p>x"), page({"a": 1}, body="<p>x")])
def test_a_page_without_a_notice_is_refused(data: bytes) -> None:
    """A list of postings, or other data, makes no notice of an empty page."""
    with pytest.raises(Refused, match="no words of a vacancy notice"):
        webpage(data)


def test_json_named_as_a_notice_is_read(tmp_path: Path) -> None:
    """Both suffixes are read; JSON of another shape is refused."""
    for name in ("a.json", "a.jsonld", "A.JSONLD"):
        path = tmp_path / name
        path.write_text("\ufeff" + json.dumps(GUARD), "utf-8")
        assert read(path, name).text == text_of(GUARD)
    path.write_text("[]", "utf-8")
    with pytest.raises(Unreadable, match="no job posting"):
        read(path, path.name)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda under: (
        st.lists(under, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@value", "@list", "name", "title", "description", "jobLocation"]
            ),
            under | st.just("JobPosting"),
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(JSON)
def test_any_json_is_read_or_refused(data: object) -> None:
    """No value where another is expected breaks the reader."""
    with suppress(Refused):
        assert text_of(data).strip()
