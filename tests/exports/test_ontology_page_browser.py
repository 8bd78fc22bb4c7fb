"""The page of the ontology in a real browser: what is asked for, found, filtered, shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, launched, visiting
from dottedline.exports.terminology.page import terminology

SEARCH, FOUND = "#page-search", "#page-found li"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page to disk, alone."""
    place = tmp_path_factory.mktemp("ontology") / "ontology.html"
    place.write_bytes(terminology().encode())
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, file: Path) -> Iterator[Visit]:
    with visiting(browser, file) as opened:
        yield opened


def shown(tab: Any) -> int:
    return int(tab.locator(".item:visible").count())


def in_view(tab: Any, name: str) -> bool:
    """Say whether the top of a place stands in the window, beneath the field."""
    return bool(
        tab.evaluate(
            """(name) => {
              const box = document.getElementById(name).getBoundingClientRect();
              const field = document.getElementById("page-finder").getBoundingClientRect();
              return box.height > 0 && box.top >= field.bottom - 1 && box.top < innerHeight;
            }""",
            name,
        )
    )


@pytest.mark.parametrize(
    "name", ["reportsTo", "GeneralKnowledge", "security-management-team", "part-policy"]
)
def test_an_address_leads_to_its_place(name: str, visit: Visit) -> None:
    """The IRI of a term or an entry, resolved to this page, shows it, also on a shut shelf."""
    assert in_view(visit(f"#{name}"), name)


def test_every_shelf_of_the_lexicon_begins_shut(visit: Visit) -> None:
    """Twelve hundred entries do not bury the rest; the reference stands open."""
    tab = visit()
    assert tab.locator("#part-lexicon details[open]").count() == 0
    assert tab.locator("#part-reference details.shelf:not([open])").count() == 0


def test_type_ahead_finds_an_acronym(visit: Visit) -> None:
    """Arrows choose, Enter goes there, and what is not confirmed says so in the list, too."""
    tab = visit()
    tab.keyboard.press("/")
    tab.keyboard.type("smt")
    first = tab.locator(FOUND).first
    assert "Security Management Team" in first.inner_text()
    assert "not confirmed" not in first.inner_text()
    loose = tab.locator(f"{FOUND}.loose")
    assert loose.count() >= 1
    assert all("not confirmed" in one.inner_text() for one in loose.all())
    tab.keyboard.press("ArrowDown")
    assert tab.get_attribute(SEARCH, "aria-activedescendant") == "page-found-0"
    assert tab.locator(f"{FOUND}[aria-selected=true]").count() == 1
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#security-management-team"
    assert in_view(tab, "security-management-team")
    assert tab.evaluate("document.activeElement.id") == "security-management-team"
    assert not tab.is_visible("#page-found")


def test_what_is_typed_filters_the_page(visit: Visit) -> None:
    """Only what holds all the words stays; counts say how many; Escape brings all back."""
    tab = visit()
    before, everything = shown(tab), tab.locator(".item").count()
    tab.fill(SEARCH, "equipe securite")
    left = tab.locator(".item:visible")
    assert 0 < left.count() < 120
    words = left.evaluate_all("all => all.map((one) => one.innerText + one.dataset.also)")
    assert all("quipe" in text for text in words)
    assert tab.inner_text("#page-said") == f"{left.count()} of {everything} shown"
    assert tab.locator("#security-management-team").is_visible()
    assert not tab.locator("#part-questions").is_visible()
    assert not tab.locator('nav a[href="#part-questions"]').is_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    assert tab.input_value(SEARCH) == ""
    assert shown(tab) == before
    assert tab.inner_text("#page-said") == ""


def test_the_first_word_behind_a_heading_is_a_word(visit: Visit) -> None:
    """All that rests on a source is found by the name of the source."""
    tab = visit()
    tab.click("#page-open")
    resting = tab.locator(".item:has(a[href='#source-casquebleu'])").count()
    assert resting > 1
    tab.fill(SEARCH, "casquebleu")
    assert shown(tab) >= resting


def test_counts_tell_what_is_left(visit: Visit) -> None:
    """The heading of a shelf says how many of its entries are shown."""
    tab = visit()
    tab.fill(SEARCH, "warden")
    for shelf in tab.locator("details.shelf:visible").all():
        left = shelf.locator(".item:visible").count()
        assert shelf.locator("summary .count").first.inner_text().startswith(f"{left} of ")


def test_words_that_nothing_holds(visit: Visit) -> None:
    """Nothing is left, the page says so, and a button brings all back."""
    tab = visit()
    tab.fill(SEARCH, "zzzz qqqq")
    assert shown(tab) == 0
    assert tab.inner_text("#page-said") == "Nothing found"
    assert tab.get_attribute(SEARCH, "aria-expanded") == "false"
    tab.click("#page-clear")
    assert shown(tab) > 0
    assert not tab.is_visible("#page-clear")


def test_escape_clears_the_filter_from_anywhere(visit: Visit) -> None:
    """Once to shut the list, once to clear; also when the focus is elsewhere."""
    tab = visit()
    tab.fill(SEARCH, "smt")
    tab.keyboard.press("Escape")
    assert tab.input_value(SEARCH) == "smt"
    tab.locator("#page-main").focus()
    tab.keyboard.press("Escape")
    assert tab.input_value(SEARCH) == ""


@pytest.mark.parametrize("acronym", ["MOSS", "ASMT", "SMT"])
def test_an_acronym_finds_statements(acronym: str, visit: Visit) -> None:
    """Of the entry that bears it, though the sentence has only the long name."""
    tab = visit()
    tab.fill(SEARCH, acronym)
    assert tab.locator(".statements > .item:visible").count() > 0


def test_an_iri_finds_its_statements(visit: Visit) -> None:
    """Pasted whole, and only those."""
    tab = visit()
    iri = tab.locator(".ends code").first.text_content()
    tab.fill(SEARCH, iri)
    left = tab.locator(".statements > .item:visible")
    assert left.count() > 0
    assert all(iri in text for text in left.all_text_contents())


def test_what_is_not_confirmed_can_be_left_out(visit: Visit) -> None:
    """One box takes away general knowledge, caveats, the inferred and assumed, everywhere."""
    tab = visit()
    tab.click("#page-open")
    assert tab.locator(".item.loose:visible").count() > 100
    assert tab.locator(".item.guarded:visible").count() > 10
    firm = tab.locator(".item:not(.loose, .guarded):visible").count()
    tab.check("#page-firm")
    assert tab.locator(".item.loose:visible, .item.guarded:visible").count() == 0
    assert tab.locator(".caveat:visible").count() == 0
    tab.evaluate("for (const one of document.querySelectorAll('.told')) one.open = true")
    assert tab.locator(".mention:visible").count() > 0
    assert tab.locator(".mention.loose:visible, .mention.guarded:visible").count() == 0
    assert shown(tab) == firm
    tab.fill(SEARCH, "smt")
    assert tab.locator(f"{FOUND}.loose").count() == 0


def test_a_link_to_what_is_filtered_away_brings_it_back(visit: Visit) -> None:
    """Within a filtered page, links still lead where they say."""
    tab = visit()
    tab.fill(SEARCH, "reportsTechnicallyTo")
    tab.keyboard.press("Escape")
    tab.locator("#reportsTechnicallyTo a[href='#RoleKind']").click()
    tab.wait_for_function("location.hash === '#RoleKind'")
    assert in_view(tab, "RoleKind")
    assert tab.input_value(SEARCH) == ""


def test_an_address_that_is_none_is_passed_over(visit: Visit) -> None:
    """Also one that cannot be decoded."""
    for name in ("#nowhere", "#%E0%A4%A"):
        assert shown(visit(name)) > 0


def test_all_is_there_without_scripts(visit: Visit) -> None:
    """With JavaScript off, shelves open by hand, and the field that could do nothing is away."""
    tab = visit(java_script_enabled=False)
    assert not tab.locator(SEARCH).is_visible()
    assert tab.locator(".item").count() > 1500
    assert not tab.locator("#security-management-team").is_visible()
    tab.locator("#part-lexicon details.shelf:has(#security-management-team) > summary").click()
    assert tab.locator("#security-management-team").is_visible()
    assert tab.locator("#reportsTo").is_visible()


def test_keys_alone_suffice(visit: Visit) -> None:
    """The first step leads past the contents; a shelf opens with a key."""
    tab = visit()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.locator(".skip").bounding_box()["x"] >= 0
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#page-main"
    tab.locator("#part-lexicon summary").first.focus()
    tab.keyboard.press("Enter")
    assert tab.locator("#part-lexicon details[open]").count() == 1


def test_phone(visit: Visit) -> None:
    """At 390 pixels nothing scrolls sideways, with every shelf open."""
    tab = visit(size=(390, 844), is_mobile=True, has_touch=True)
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.locator(SEARCH).bounding_box()["width"] > 300


def test_dark_has_its_own_colours(visit: Visit) -> None:
    """On dark ground cards and borders take the dark palette."""
    card = "getComputedStyle(document.querySelector('.card')).backgroundColor"
    assert visit().evaluate(card) != visit(color_scheme="dark").evaluate(card)


def test_print_takes_what_is_open(visit: Visit) -> None:
    """Field and contents are away; what is not confirmed keeps its words and a black border."""
    tab = visit()
    tab.fill(SEARCH, "area security")
    tab.keyboard.press("Escape")
    tab.emulate_media(media="print")
    assert not tab.locator(SEARCH).is_visible()
    assert not tab.locator("nav").is_visible()
    loose = tab.locator(".item.loose:visible").first
    assert "not confirmed" in loose.locator(".badge").first.inner_text()
    border = (
        "(node) => [getComputedStyle(node).borderTopStyle, getComputedStyle(node).borderTopColor]"
    )
    assert loose.evaluate(border) == ["dashed", "rgb(0, 0, 0)"]
    assert tab.pdf()[:4] == b"%PDF"


CONTRAST = """() => {
  const part = (value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((value) => part(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!colour.startsWith("rgba(0, 0, 0, 0")) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const sorts = "h1, h2, h3, h4, dt, dd, code, abbr, .badge, .faint, .count, .acronym, a";
  const bad = new Set();
  for (const node of document.querySelectorAll(sorts)) {
    if (!node.offsetParent) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.add(`${node.tagName} ${node.className}`);
  }
  return [...bad];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(scheme: str, visit: Visit) -> None:
    """The contrast of each sort of text with its ground is 4.5 or more."""
    tab = visit(color_scheme=scheme)
    tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert tab.evaluate(CONTRAST) == []
