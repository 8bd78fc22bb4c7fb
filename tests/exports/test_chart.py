from xml.etree import ElementTree

import pytest
from dottedline.exports.chart import chart
from dottedline.exports.strokes import strokes
from dottedline.graph.views import reporting_view
from drawings import HOSTILE, graph_of, hostile, office

SVG = "{http://www.w3.org/2000/svg}"


def test_chart_draws_the_reporting_view() -> None:
    """One box for each node and one line for each edge of the reporting view."""
    graph = office()
    root = ElementTree.fromstring(chart(graph))
    view = reporting_view(graph)
    assert len(root.findall(f".//{SVG}g[@class='box']")) == len(view)
    assert len(root.findall(f".//{SVG}path[@class='line']")) == view.number_of_edges()


def test_every_line_carries_its_word() -> None:
    """The words direct, technical and so on stand in the picture, and the legend counts lines."""
    words = [text.text for text in ElementTree.fromstring(chart(office())).iter(f"{SVG}text")]
    assert {"direct", "administrative", "technical", "overall", "reports to", "supervises"} <= set(
        words
    )
    assert "direct (1)" in words
    assert "supervision said from above (1)" in words


def test_office_programs_can_show_it() -> None:
    """Only plain shapes and texts: no foreign objects, scripts, styles or inherited strokes."""
    text = chart(office())
    root = ElementTree.fromstring(text)
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert used <= {"svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text", "tspan"}
    assert "context-stroke" not in text
    assert " style=" not in text


def test_one_arrow_a_colour() -> None:
    """Each stroke has an arrowhead in its own colour."""
    root = ElementTree.fromstring(chart(office()))
    fills = [marker[0].get("fill") for marker in root.iter(f"{SVG}marker")]
    assert fills == [s.light for s in strokes().values() if s.name != "other"]


def test_hostile_strings_stay_text() -> None:
    """Attacks and characters that XML forbids leave a well-formed picture with no new element."""
    root = ElementTree.fromstring(chart(hostile()))
    used = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not used & {"script", "img", "image", "a"}
    written = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert HOSTILE[0].partition(" ")[0] in written


def test_empty_chart() -> None:
    """A graph without reporting lines still gives a picture that says so."""
    root = ElementTree.fromstring(chart(graph_of([("a", "informs", "b")])))
    assert "0 reporting lines" in (root.findtext(f"{SVG}desc") or "")


def test_same_graph_same_bytes() -> None:
    """Two drawings of one graph are equal."""
    assert chart(office()) == chart(office())


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_lines_can_be_told_apart(ground: str) -> None:
    """Each colour stands out three to one from its ground; lines of one dash differ in width."""
    paper = "#ffffff" if ground == "light" else "#1a2029"
    for stroke in strokes().values():
        assert _contrast(getattr(stroke, ground), paper) >= 3
    reporting = [s for s in strokes().values() if s.name != "other"]
    assert len({(s.dash, s.width) for s in reporting}) == len(reporting)


def test_words_can_be_read() -> None:
    """The words beside lines, which bear the line's colour, stand out four and a half to one."""
    for stroke in strokes().values():
        assert _contrast(stroke.light, "#ffffff") >= 4.5
        assert _contrast(stroke.dark, "#1a2029") >= 4.5


def _contrast(one: str, two: str) -> float:
    bright, dim = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
