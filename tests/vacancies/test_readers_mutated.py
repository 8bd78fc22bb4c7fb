"""Real files with bytes changed, lost, doubled or moved are read or refused, at once."""

import time
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from dottedline.vacancies.readers import Refused
from dottedline.vacancies.readers.formats import READERS
from dottedline.vacancies.readers.process import ReaderProcess
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import archive, members
from places import ROOT, SAMPLES

LONGEST = 10.0
CASES = ROOT / "tests" / "cases" / "readers"
FORMATS = ROOT / "examples" / "formats"
SEEDS = {
    kind: [path.read_bytes() for path in sorted(paths) if path.stat().st_size > 1000]
    for kind, paths in {
        ".pdf": [*FORMATS.glob("*.pdf"), *CASES.glob("*/notice.pdf")],
        ".docx": [*FORMATS.glob("*.docx"), *CASES.glob("docx_of_*/*.docx")],
        ".html": [*SAMPLES.glob("*.html")],
        ".jsonld": [*FORMATS.glob("*.jsonld")],
    }.items()
}

Change = Callable[[bytes], bytes]
Take = Callable[[bytes], None]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change of bytes: at some place, some of them go, or others come in."""
    place = draw(st.floats(0, 1))
    gone = draw(st.sampled_from([0, 1, 1, 4, 64, 1024, 10**9]))
    source = draw(st.floats(0, 1))
    doubled = draw(st.sampled_from([0, 0, 16, 2048]))
    new = draw(st.binary(max_size=24))

    def change(data: bytes) -> bytes:
        at, start = int(place * len(data)), int(source * len(data))
        return data[:at] + new + data[start : start + doubled] + data[at + gone :]

    return change


def changed(data: bytes, drawn: list[Change]) -> bytes:
    for change in drawn:
        data = change(data)
    return data


@pytest.fixture(scope="module")
def takes() -> Iterator[dict[str, Take]]:
    """Return what reads each format; PDF in a process, since a crash there is no exception."""
    process = ReaderProcess(LONGEST)

    def taken(kind: str) -> Take:
        read = (lambda data: process.read(kind, data)) if kind == ".pdf" else READERS[kind]

        def take(data: bytes) -> None:
            begun, reason = time.monotonic(), ""
            try:
                read(data)
            except Refused as fault:
                reason = fault.reason
            assert "takes longer" not in reason
            assert time.monotonic() - begun < LONGEST

        return take

    yield {kind: taken(kind) for kind in SEEDS}
    process.close()


@pytest.mark.parametrize("kind", sorted(SEEDS))
@given(data=st.data())
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
def test_changed_bytes_break_nothing(
    takes: dict[str, Take], kind: str, data: st.DataObject
) -> None:
    """Flips, cuts, insertions and doubled pieces, anywhere in the file."""
    seed = data.draw(st.sampled_from(SEEDS[kind]))
    takes[kind](changed(seed, data.draw(st.lists(changes(), min_size=1, max_size=6))))


NUMBERS = st.integers(0, 10**6)
PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml")


@given(
    seed=st.sampled_from(SEEDS[".docx"]),
    part=st.sampled_from([*PARTS, "word/_rels/document.xml.rels", "_rels/.rels"]),
    drawn=st.lists(changes(), min_size=1, max_size=3),
)
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
def test_changed_parts_of_word_documents_break_nothing(
    takes: dict[str, Take], seed: bytes, part: str, drawn: list[Change]
) -> None:
    """The archive is whole, but a part in it is not."""
    held = members(seed)
    takes[".docx"](archive(held | {part: changed(held[part], drawn)}))


@given(
    seed=st.sampled_from(SEEDS[".docx"]),
    part=st.sampled_from([*PARTS, "word/_rels/document.xml.rels"]),
    drawn=st.lists(
        st.tuples(
            st.sampled_from(["drop", "double", "swap", "spoil"]), *[st.integers(0, 10**6)] * 2
        ),
        min_size=1,
        max_size=12,
    ),
)
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
def test_changed_trees_of_word_documents_break_nothing(
    takes: dict[str, Take], seed: bytes, part: str, drawn: list[tuple[str, int, int]]
) -> None:
    """The XML is well formed, but elements are missing, doubled, in odd places or ill numbered."""
    held = members(seed)
    root = parse_xml(held[part])
    for what, first, second in drawn:
        elements = list(root.iter("*"))[1:]
        if elements:
            one, other = elements[first % len(elements)], elements[second % len(elements)]
            spoil(what, one, other)
    takes[".docx"](archive(held | {part: serialize_part_xml(root)}))


def spoil(what: str, one: BaseOxmlElement, other: BaseOxmlElement) -> None:
    """Change an element: drop it, double it below another, rename it, spoil its values."""
    if what == "drop":
        one.getparent().remove(one)
    elif what == "double":
        other.append(deepcopy(one))
    elif what == "swap":
        one.tag = other.tag
    else:
        for name in list(one.attrib):
            one.set(name, ("", "-1", "9" * 20, "é")[len(name) % 4])


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_every_cut_of_a_file_is_read_or_refused(takes: dict[str, Take], kind: str) -> None:
    """A download that broke off anywhere gives what came, or an error that says so."""
    seed = min(SEEDS[kind], key=len)
    for end in range(0, len(seed), max(1, len(seed) // 40)):
        takes[kind](seed[:end])
