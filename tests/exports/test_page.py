import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from dottedline.exports.network import library
from dottedline.exports.page import SCRIPTS, as_data, page
from dottedline.graph.views import reporting_view
from dottedline.ontology.vocabulary import vocabulary
from drawings import BASE, graph_of, hostile, iri, notice, office
from hypothesis import given
from hypothesis import strategies as st
from places import ROOT


class Tags(HTMLParser):
    """Collects the elements of a page, the text of its scripts, and what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.scripts: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "action")]
        self.ids |= {v or "" for k, v in attrs if k == "id"}

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"]:
            self.scripts.append(data)


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'id="graph-data">(.*?)</script>', text, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_page_holds_the_whole_graph() -> None:
    """Every node, and every edge with parallel ones, is in the data; every edge has its row."""
    graph = office()
    text = page(graph)
    data = data_of(text)
    assert len(data["nodes"]) == len(graph)
    assert len(data["edges"]) == graph.number_of_edges()
    assert {f"e{edge['id']}" for edge in data["edges"]} <= Tags(text).ids
    drawn = [edge for edge in data["edges"] if "path" in edge]
    assert len(drawn) == reporting_view(graph).number_of_edges()


def test_page_fetches_nothing() -> None:
    """No address but those within the page, and a policy that allows no other."""
    text = page(office())
    assert all(link.startswith("#") for link in Tags(text).links)
    assert "default-src 'none'" in html.unescape(text)
    assert "sourceMappingURL" not in text


def test_policy_names_the_scripts() -> None:
    """The hashes of the policy are those of the two scripts and of the style."""
    text = page(office())
    parts = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", text, re.DOTALL)
    hashes = {
        base64.b64encode(hashlib.sha256("".join(part).encode()).digest()).decode() for part in parts
    }
    assert len(parts) == 3
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)
    assert policy
    assert set(re.findall(r"sha256-([^&']+)", policy[1])) == hashes
    assert "unsafe" not in policy[1]


def test_hostile_strings_make_no_element() -> None:
    """Whatever a notice says, the page has its own elements and no others."""
    text = page(hostile())
    tags = Tags(text).tags
    assert tags.count("script") == 3
    assert "img" not in tags
    assert not re.search(r"<[^>]*\sonerror=", text)


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_data_survives_a_script_element(value: object) -> None:
    """Data reads back as it was, and holds nothing that could end its element."""
    text = as_data(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


def test_lone_surrogates_are_replaced() -> None:
    """Half a character, which UTF-8 cannot hold, does not stop the page."""
    page(graph_of([("a", "reportsTo", "b")], {"a": {"label": "half \ud83d"}})).encode("utf-8")


def test_words_are_plain() -> None:
    """People read "technical supervisor (dotted line)", never the name of a property."""
    text = page(office())
    body = text.partition("<body>")[2].partition('<script type="application/json"')[0]
    assert "technical supervisor (dotted line)" in body
    names = [name for name in vocabulary().properties if name != name.lower()]
    assert not [name for name in names if name in body]
    assert '<html lang="en">' in text


def test_posts_without_a_line_are_listed() -> None:
    """A post without a reporting line is not drawn but listed, and so is a silent notice."""
    graph = office()
    graph.graph["notices"] = [notice(line="section not found")]
    graph.graph["skipped"] = [{"source": "broken.txt", "reason": "it holds no text"}]
    text = page(graph)
    lists = text.partition('class="lists"')[2].partition("</section>")[0]
    assert "Hub Manager" in lists
    assert "the section that would say it was not found" in lists
    assert "broken.txt" in lists
    assert "it holds no text" in lists


def test_a_definition_says_what_it_rests_on() -> None:
    """General knowledge never looks confirmed; without a definition there is nothing to say."""
    told = {"definition": "Guards the gate.", "rests_on": "general knowledge"}
    graph = graph_of([("a", "reportsTo", "b")], {"a": told, "b": {"rests_on": "policy read"}})
    basis = {node["name"]: node["basis"] for node in data_of(page(graph))["nodes"]}
    assert "not checked against a source" in basis["a"]
    assert basis["b"] == ""


def test_quote_bears_its_origin() -> None:
    """Each quote names its post, its notice, its section and its date."""
    text = page(office())
    assert "words that say direct supervisor" in text
    assert "Officer · notice.txt · the duties · closing 2025-05-31" in text


def test_undated_is_said() -> None:
    """A notice without a closing date is called undated."""
    graph = office()
    graph.graph["notices"] = [notice(closing_date=None)]
    assert "notice.txt · the duties · undated" in page(graph)


def test_keys_of_the_address_are_short_and_unique() -> None:
    """An address names a node by the end of its IRI, or by all of it where ends would meet."""
    text = page(graph_of([("a", "reportsTo", "b")]))
    assert {node["id"] for node in data_of(text)["nodes"]} == {"position/a", "position/b"}
    graph = graph_of([("a", "reportsTo", "b")])
    graph.add_node(f"{BASE}position/a", **graph.nodes[iri("a")])
    assert iri("a") in {node["id"] for node in data_of(page(graph))["nodes"]}


def test_same_graph_same_bytes() -> None:
    """Two pages of one graph are equal."""
    assert page(office()) == page(office())


def test_page_needs_no_utf8_locale_and_leaves_nothing(tmp_path: Path) -> None:
    """In a C locale and a folder that is read-only: the same bytes, and no lib/ is left."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from drawings import office\n"
        "from dottedline.exports.page import page\n"
        "sys.stdout.buffer.write(page(office()).encode('utf-8'))"
    )
    tmp_path.chmod(0o555)
    run = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "tests")],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
    )
    tmp_path.chmod(0o755)
    assert run.stdout == page(office()).encode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_page_stays_small() -> None:
    """A page of sixty nodes and a hundred and fifty edges weighs at most 700 kB."""
    names = [f"Field Safety Officer number {i}" for i in range(60)]
    relations = ["reportsDirectlyTo", "informs", "coordinatesWith"]
    ties = [
        (names[i % 60], relations[i % 3], names[(i * 7 + 1 + i // 60) % 60]) for i in range(150)
    ]
    graph = graph_of(ties)
    assert (len(graph), graph.number_of_edges()) == (60, 150)
    assert len(page(graph).encode("utf-8")) <= 700_000


def test_scripts_write_text_only() -> None:
    """Our scripts never turn a string into markup or code."""
    for name in SCRIPTS:
        text = (ROOT / "exports" / name).read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)


def test_library_is_the_one_of_the_wheel() -> None:
    """The vis-network file can stand in a script element."""
    text = library()
    assert "@version 9.1.2" in text
    assert "</script" not in text


@pytest.mark.parametrize("name", ["vis-network.min.js", "vis-network.js"])
def test_no_library_lies_here(name: str) -> None:
    """The repository holds no copy of the library."""
    assert not list((ROOT / "exports").rglob(name))
