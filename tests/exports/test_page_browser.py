"""The page in a real browser: what is asked of the network, drawn, chosen, typed and shown."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, launched, visiting
from dottedline.exports.page import page
from dottedline.graph.views import reporting_view
from drawings import graph_of, hostile, office


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Visit]:
    """Write a graph's page, and open it."""
    file = tmp_path / "graph.html"

    def opened(graph: Any, hash_: str = "", **more: Any) -> Any:
        file.write_text(page(graph), encoding="utf-8", newline="\n")
        return opened_file(hash_, **more)

    with visiting(browser, file) as opened_file:
        yield opened


def drawn(tab: Any) -> dict[str, int]:
    return dict(tab.evaluate("dottedline.drawn()"))


def chosen(tab: Any) -> list[str]:
    return list(tab.evaluate("dottedline.state.nodes"))


def search(tab: Any, words: str) -> None:
    tab.keyboard.press("/")
    tab.fill("#search", words)
    tab.keyboard.press("Enter")


def overlaps(tab: Any) -> list[tuple[str, str]]:
    boxes = tab.evaluate("dottedline.boxes()")
    return [
        (a["id"], b["id"])
        for a, b in combinations(boxes, 2)
        if a["left"] < b["left"] + b["wide"]
        and b["left"] < a["left"] + a["wide"]
        and a["top"] < b["top"] + b["high"]
        and b["top"] < a["top"] + a["high"]
    ]


def hidden_lines(tab: Any) -> list[Any]:
    """Sample every drawn route in the browser and name those that enter a third box."""
    return list(
        tab.evaluate("""() => {
          const boxes = dottedline.boxes();
          const way = document.createElementNS("http://www.w3.org/2000/svg", "path");
          return dottedline.routes().flatMap(({ from, to, path }) => {
            way.setAttribute("d", path);
            const long = way.getTotalLength();
            const points = [];
            for (let at = 0; at <= long; at += 6) points.push(way.getPointAtLength(at));
            const hit = (box) => points.some(({ x, y }) => x > box.left
              && x < box.left + box.wide && y > box.top && y < box.top + box.high);
            return boxes.filter((box) => box.id !== from && box.id !== to && hit(box))
              .map((box) => [from, to, box.id]);
          });
        }""")
    )


def test_draws_the_reporting_view(visit: Visit) -> None:
    """As many boxes and lines as the reporting view has; none overlaps, none hides."""
    graph = office()
    tab = visit(graph)
    view = reporting_view(graph)
    assert drawn(tab) == {"nodes": len(view), "edges": view.number_of_edges()}
    assert overlaps(tab) == []
    assert hidden_lines(tab) == []


def test_boxes_stand_where_the_layout_put_them(visit: Visit) -> None:
    """vis-network moves nothing: its positions are those of the build, at each load."""
    tab = visit(office())
    read = "() => JSON.stringify(dottedline.network.getPositions())"
    first = tab.evaluate(read)
    tab.reload()
    assert tab.evaluate(read) == first
    moved = tab.evaluate("""() => dottedline.boxes().filter((box) => {
      const at = dottedline.network.getPosition(box.id);
      return Math.abs(at.x - box.left - box.wide / 2) > 1;
    })""")
    assert moved == []


def test_around_one_node(visit: Visit) -> None:
    """All relations of one node: itself and its neighbours, no overlap, no hidden line."""
    graph = office()
    tab = visit(graph, "#n=position/officer&v=all")
    assert drawn(tab) == {"nodes": 8, "edges": 9}
    assert overlaps(tab) == []
    assert hidden_lines(tab) == []


def test_around_a_crowded_node(visit: Visit) -> None:
    """Ninety neighbours in many relations: still no overlap and no hidden line."""
    relations = ["informs", "advises", "liaisesWith", "prepares", "supervises", "reportsTo"]
    ties = [
        ("hub", relations[i * i % 6], f"partner {i} {'with a long name ' * (i % 5)}")
        for i in range(90)
    ]
    ties += [("hub", "supports", other) for _, _, other in ties[::3]]
    ties += [(other, "coordinatesWith", "hub") for _, _, other in ties[1:90:4]]
    tab = visit(graph_of(ties), "#n=position/hub&v=all")
    assert drawn(tab)["nodes"] == 91
    assert overlaps(tab) == []
    assert hidden_lines(tab) == []


def test_labels_can_be_read_at_the_start(visit: Visit) -> None:
    """At 1366 x 768 the smallest label begins at eleven pixels or more, however large the chart."""
    ties = [(f"p{i}", "reportsDirectlyTo", f"p{(i - 1) // 2}") for i in range(1, 64)]
    tab = visit(graph_of(ties))
    assert 13 * tab.evaluate("dottedline.network.getScale()") >= 11


def test_search_finds_an_acronym(visit: Visit) -> None:
    """An acronym that only another name holds selects its post, and the panel opens."""
    tab = visit(office())
    search(tab, "FSaO")
    assert chosen(tab) == ["position/officer"]
    assert tab.inner_text("#panel h2") == "Field Safety Officer"


def test_search_by_the_beginnings_of_words(visit: Visit) -> None:
    """Beginnings of words find posts; arrows move the active option; Escape closes."""
    tab = visit(office())
    tab.keyboard.press("/")
    tab.keyboard.type("saf")
    assert tab.locator("[role=option]").count() == 3
    first = tab.get_attribute("#search", "aria-activedescendant")
    tab.keyboard.press("ArrowDown")
    assert tab.get_attribute("#search", "aria-activedescendant") != first
    assert tab.locator("[role=option][aria-selected=true]").count() == 1
    tab.keyboard.press("Escape")
    assert not tab.is_visible("#found")


def test_search_for_what_no_line_touches(visit: Visit) -> None:
    """A body has no reporting line: its neighbourhood is shown instead."""
    tab = visit(office())
    search(tab, "SaT")
    assert chosen(tab) == ["position/team"]
    assert drawn(tab) == {"nodes": 3, "edges": 2}
    tab.click("#back")
    assert drawn(tab)["nodes"] == len(reporting_view(office()))


def test_legend_hides_and_shows(visit: Visit) -> None:
    """Un-ticking a relation lowers the lines by exactly the figure that the legend gives."""
    tab = visit(office())
    before = drawn(tab)["edges"]
    for label in tab.locator("#legend label:visible").all():
        count = int(label.locator(".count").inner_text())
        label.locator("input").uncheck()
        assert drawn(tab)["edges"] == before - count
        label.locator("input").check()
        assert drawn(tab)["edges"] == before


def test_click_on_a_box_shows_its_quotes(visit: Visit) -> None:
    """A click on a box opens a panel with one quote for each relation of that node."""
    graph = office()
    tab = visit(graph)
    x, y = tab.evaluate("""() => {
      const at = dottedline.network.getPosition("position/officer");
      const { x, y } = dottedline.network.canvasToDOM(at);
      const frame = document.getElementById("stage").getBoundingClientRect();
      return [frame.x + x, frame.y + y];
    }""")
    tab.mouse.click(x, y)
    tab.wait_for_function("dottedline.state.nodes.length === 1")
    assert tab.inner_text("#panel h2") == "Field Safety Officer"
    assert tab.locator("#panel blockquote").count() == 9
    assert "Looks after the safety" in tab.inner_text("#panel")
    assert "not checked against a source" in tab.inner_text("#panel")
    assert "FSaO" in tab.inner_text("#panel")
    assert "Officer · notice.txt · the duties · closing 2025-05-31" in tab.inner_text("#panel")


def test_click_on_a_line_shows_its_words(visit: Visit) -> None:
    """A click on the middle of each drawn line opens the words of that line."""
    tab = visit(office())
    middles = tab.evaluate("""() => dottedline.routes().map(({ path }) => {
      const way = document.createElementNS("http://www.w3.org/2000/svg", "path");
      way.setAttribute("d", path);
      const at = dottedline.network.canvasToDOM(way.getPointAtLength(way.getTotalLength() / 2));
      const frame = document.getElementById("stage").getBoundingClientRect();
      return [frame.x + at.x, frame.y + at.y];
    })""")
    for x, y in middles:
        tab.evaluate("dottedline.state.edges = []")
        tab.mouse.click(x, y)
        tab.wait_for_function("dottedline.state.edges.length === 1")
        assert tab.locator("#panel blockquote").count() == 1
        assert "→" in tab.inner_text("#panel h2")


def test_address_names_what_is_chosen(visit: Visit) -> None:
    """An address opens with its node chosen and keeps it; the back button goes back."""
    tab = visit(office(), "#n=position%2Fadviser")
    assert chosen(tab) == ["position/adviser"]
    assert tab.evaluate("location.hash") == "#n=position%2Fadviser"
    search(tab, "FSaO")
    assert "officer" in tab.evaluate("location.hash")
    tab.go_back()
    tab.wait_for_function("dottedline.state.nodes[0] === 'position/adviser'")


def test_unknown_address_is_passed_over(visit: Visit) -> None:
    """An address that names nothing here opens the page as it is."""
    tab = visit(office(), "#n=position/nobody&v=all")
    assert chosen(tab) == []
    assert "How to read this chart" in tab.inner_text("#panel")


def test_keys_alone_suffice(visit: Visit) -> None:
    """Tab reaches the chart, arrows move, Enter reads, Escape clears, and each step is said."""
    tab = visit(office())
    tab.focus(".vis-network")
    tab.keyboard.press("ArrowRight")
    first = chosen(tab)
    assert len(first) == 1
    tab.keyboard.press("ArrowRight")
    assert chosen(tab) != first
    assert tab.inner_text("#panel h2") in tab.text_content("#said")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "panel"
    tab.keyboard.press("Escape")
    assert chosen(tab) == []


def test_hostile_notice_runs_nothing(visit: Visit) -> None:
    """Attacks in every field run nothing: not at load, in search, nor when each node is chosen."""
    graph = hostile()
    tab = visit(graph)
    for attack in ("<", "onerror", "script", '"'):
        tab.keyboard.press("/")
        tab.fill("#search", attack)
        tab.keyboard.press("Escape")
    for key in tab.evaluate("Object.keys(dottedline.network.getPositions())"):
        for around in ("", "&v=all"):
            tab.evaluate("(hash) => { location.hash = hash }", f"n={key}{around}")
            tab.wait_for_function("(key) => dottedline.state.nodes[0] === key", arg=key)
            assert tab.locator("#panel img, #panel script").count() == 0
    assert tab.evaluate("window.__xss === undefined")
    assert tab.locator("script").count() == 3
    assert tab.locator("img").count() == 0


def test_table_stands_without_scripts(visit: Visit) -> None:
    """With JavaScript off every relation and quote is still there, and the chart as a picture."""
    graph = office()
    tab = visit(graph, java_script_enabled=False)
    assert tab.locator("#relations tbody tr").count() == graph.number_of_edges()
    assert tab.locator("#relations blockquote").count() == graph.number_of_edges()
    assert tab.locator(".still svg").is_visible()
    assert not tab.locator(".explorer").is_visible()


@pytest.mark.parametrize("make", [office, hostile])
def test_phone(visit: Visit, make: Callable[[], Any]) -> None:
    """At 390 pixels nothing scrolls sideways, and the chart is within the first screen."""
    tab = visit(make(), size=(390, 844), is_mobile=True, has_touch=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.locator("#stage").bounding_box()["y"] < 500


def test_dark_has_its_own_colours(visit: Visit) -> None:
    """On dark ground lines and boxes take the dark palette."""
    ink = "getComputedStyle(document.documentElement).getPropertyValue('--solid')"
    light = visit(office()).evaluate(ink)
    assert visit(office(), color_scheme="dark").evaluate(ink) != light


def test_print_puts_the_picture_first(visit: Visit) -> None:
    """In print the picture takes the place of the canvas and the controls."""
    tab = visit(office())
    tab.emulate_media(media="print")
    assert tab.locator(".still svg").is_visible()
    assert not tab.locator("#stage").is_visible()
    assert tab.pdf()[:4] == b"%PDF"


def test_empty_graph_opens(visit: Visit) -> None:
    """A graph without anything in it opens without complaint."""
    tab = visit(graph_of([]))
    assert drawn(tab) == {"nodes": 0, "edges": 0}


def test_the_first_view_is_not_cut_at_the_right(visit: Visit) -> None:
    """Two groups of two columns stand side by side at 1366 pixels, none behind the panel."""
    ties = [
        (f"post {group} {i}", relation, f"boss {group}")
        for group in range(8)
        for i, relation in enumerate(["reportsAdministrativelyTo", "reportsTo", "supervises"])
    ]
    tab = visit(graph_of(ties))
    boxes = tab.evaluate("dottedline.boxes()")
    right = max(box["left"] + box["wide"] for box in boxes)
    assert tab.evaluate(
        f"dottedline.network.canvasToDOM({{ x: {right}, y: 0 }}).x"
    ) <= tab.evaluate("document.getElementById('stage').clientWidth")
    assert right > 800
    assert 13 * tab.evaluate("dottedline.network.getScale()") >= 11


def test_phone_wraps_the_legend(visit: Visit) -> None:
    """No line of the legend lies beyond the edge of the screen."""
    tab = visit(office(), size=(390, 844), is_mobile=True, has_touch=True)
    for label in tab.locator("#legend label:visible").all():
        box = label.bounding_box()
        assert box["x"] + box["width"] <= 390


def test_phone_gives_the_panel_room_for_what_is_chosen(visit: Visit) -> None:
    """At least two fifths of the screen tell of the choice, and the chart is still beside it."""
    tab = visit(office(), size=(390, 844), is_mobile=True, has_touch=True)
    search(tab, "FSaO")
    panel = tab.locator("#panel").bounding_box()
    seen = min(844, panel["y"] + panel["height"]) - max(0, panel["y"])
    assert seen >= 0.4 * 844
    stage = tab.locator(".stage-frame").bounding_box()
    assert panel["y"] - max(0, stage["y"]) >= 150
    tab.keyboard.press("Escape")
    assert not tab.locator(".explorer.chosen").count()


def test_supervision_and_technical_supervision_differ(visit: Visit) -> None:
    """The legend draws them with different dashes, and the superior stands left in both."""
    ties = [("officer", "supervises", "guard"), ("officer", "supervisesTechnically", "clerk")]
    tab = visit(graph_of(ties), "#n=position/guard&v=all")
    dashes = [path.get_attribute("stroke-dasharray") for path in tab.locator("#legend path").all()]
    assert len(set(dashes)) == len(dashes) == 2
    for clerk in ("guard", "clerk"):
        tab = visit(graph_of(ties), f"#n=position/{clerk}&v=all")
        lefts = {box["id"]: box["left"] for box in tab.evaluate("dottedline.boxes()")}
        assert lefts["position/officer"] < lefts[f"position/{clerk}"]


def test_parts_of_a_notice_have_plain_names(visit: Visit) -> None:
    """The page shows none of the words by which the reading tells sections apart."""
    graph = graph_of([("officer", "reportsTo", "chief")])
    for *_, data in graph.edges(data=True):
        data["evidence"][0]["section"] = "context"
    assert "where the post is described" in visit(graph).inner_text("#relations")
