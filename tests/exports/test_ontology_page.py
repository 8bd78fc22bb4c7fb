"""The page of the ontology: all that the Turtle says, what is not confirmed said so, no network."""

import base64
import hashlib
import html
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from cards import name_of, text_of
from dottedline.exports.page import page
from dottedline.exports.strokes import strokes
from dottedline.exports.templates import environment
from dottedline.exports.terminology.entries import validity
from dottedline.exports.terminology.names import Names
from dottedline.exports.terminology.page import terminology
from dottedline.exports.terminology.tables import Tables, tables
from dottedline.ontology import HERE
from dottedline.ontology import terms as t
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.queries import queries
from dottedline.ontology.reference import GRAPHS
from dottedline.ontology.rules import rules
from dottedline.ontology.turtle import Described, statements, values
from dottedline.ontology.vocabulary import declared, vocabulary
from drawings import graph_of
from selectolax.lexbor import LexborHTMLParser as Tree
from selectolax.lexbor import LexborNode as Node

UNSURE = "general knowledge, not confirmed"
LARGEST = 2_500_000
NOTHING = Tables({}, {}, {}, {}, (), ())
WEB = ("https://", "http://")
FILES = {"graph.html", "graph.trig", "graph.ttl", "relations.csv"}


@cache
def tree() -> Tree:
    return Tree(terminology())


@cache
def by_id() -> dict[str, Node]:
    return {node.attributes["id"] or "": node for node in tree().css("[id]")}


def classes(node: Node) -> set[str]:
    return set((node.attributes["class"] or "").split())


def ends_of(about: Described) -> list[str]:
    return [*values(about, t.SUBJECT), *values(about, t.OBJECT)]


def claims() -> list[tuple[str, str, Described]]:
    told = tables()
    return [(graph, iri, about) for graph in GRAPHS for iri, about in told.claims(graph)]


class TestContents:
    """Nothing that the Turtle files declare is left out."""

    def test_every_declared_term_has_its_place(self) -> None:
        """The local name of a term is its anchor, so that its IRI leads to its card."""
        for iri, about in declared().items():
            if iri in t.DL:
                card = by_id()[t.DL.local(iri)]
                assert values(about, t.DEFINITION)[0] in card.text()
                assert all(label in card.text() for label in values(about, t.LABEL))
                assert iri in card.text()

    def test_terms_of_other_vocabularies_have_theirs(self) -> None:
        """What is said of org:Post stands on a card, too."""
        others = [iri for iri in declared() if iri not in t.DL and iri != t.VOCABULARY_GRAPH.value]
        shown = {text_of(node) for node in tree().css(".iri dd")}
        assert others
        assert set(others) <= shown

    def test_every_entry_has_its_place(self) -> None:
        """The slug of an entry is its anchor; names, acronyms, definition are on its card."""
        naming = Names(tables())
        for slug, entry in lexicon().entries.items():
            card = by_id()[naming.anchor(t.REF(slug).value)]
            assert name_of(card) == " ".join(entry.label.split())
            assert (entry.definition or "?") in card.text()
            shown = [label.text for label in entry.labels if label.sort != "hidden"]
            assert all(text in card.text() for text in shown), slug

    def test_every_iri_of_the_lexicon_has_its_place(self) -> None:
        """Entries of every kind, names in time, IRIs given up: each has an anchor.

        It is the slug, but where a term has that name.
        """
        naming = Names(tables())
        terms = {t.DL.local(iri) for iri in declared() if iri in t.DL}
        kinds = {kind for _, about in tables().entries() for kind in values(about, t.KIND_OF)}
        assert {t.DL("ProcessKind").value, t.DL("PlaceTypeKind").value} <= kinds
        for iri in statements(sorted(HERE.glob("lexicon/*.ttl"))):
            anchor = naming.anchor(iri)
            assert anchor in by_id(), iri
            assert anchor == t.REF.local(iri) or t.REF.local(iri) in terms, iri

    def test_no_link_leaves_the_page_for_what_is_on_it(self) -> None:
        """What the page tells of is linked within it, not by its IRI."""
        links = {node.attributes.get("href") or "" for node in tree().css("a")}
        assert len(links) > 1000
        assert not [link for link in links if link in t.REF]
        assert not links & (set(declared()) - {t.VOCABULARY_GRAPH.value})

    def test_entries_lead_to_their_statements(self) -> None:
        """Each statement is listed with its two ends, as firmly as on its own card."""
        naming = Names(tables())
        for graph, iri, about in claims():
            place = f"{graph}-{iri.rpartition('#')[2]}"
            own = by_id()[place]
            badges = [text_of(badge) for badge in own.css(".marks .badge")]
            for end in ends_of(about):
                card = by_id()[naming.link(end).href.removeprefix("#")]
                (line,) = [li for li in card.css(".told li") if li.css(f'a[href="#{place}"]')]
                assert classes(own) - {"item", "card"} == classes(line) - {"mention"}
                assert [text_of(badge) for badge in line.css(".badge")][: len(badges)] == badges
                assert ("Not to be taught" in line.text()) == (t.CAVEAT.value in about)

    def test_statements_show_the_iris_of_their_ends(self) -> None:
        """A query must name the position or the body, not the entry behind it."""
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            assert [code.text() for code in card.css(".ends code")] == ends_of(about)

    def test_statements_bear_the_acronyms_of_their_ends(self) -> None:
        """So that the filter finds them by these."""
        naming = Names(tables())
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            also = set((card.attributes["data-also"] or "").split("; "))
            entries = [tables().lexicon[naming.described(end)] for end in ends_of(about)]
            assert all(also.issuperset(values(entry, t.NOTATION)) for entry in entries)

    def test_a_member_of_a_choice_says_so(self) -> None:
        """With what the choice is called."""
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            table = tables().reference[graph]
            labels = [values(table[one], t.LABEL)[0] for one in values(about, t.CHOICE)]
            said = [text_of(one) for one in card.css(".choice")]
            assert said == [f"One of several: {label}" for label in labels]
        assert tree().css(".choice")

    def test_every_statement_has_its_place(self) -> None:
        """A statement is a sentence, with its condition, its caveat and its source."""
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            assert name_of(card).count(" — ") == 2
            for one in (t.CONDITION, t.CAVEAT, t.NOTE):
                assert all(text in card.text() for text in values(about, one))
            links = {node.attributes.get("href") for node in card.css("a")}
            assert {f"#{t.REF.local(one)}" for one in values(about, t.DCT_SOURCE)} <= links
            assert f"#{t.DL.local(values(about, t.RELATION)[0])}" in links

    def test_what_may_not_be_taught_says_so(self) -> None:
        """A caveat begins with words that a reader in a hurry understands."""
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            assert ("Not to be taught as a norm" in card.text()) == (t.CAVEAT.value in about)

    def test_every_source_has_its_place(self) -> None:
        """With the extent to which it was read, and how much rests on it."""
        told = tables()
        cited = Counter(
            source for _, about in told.entries() for source in set(values(about, t.DCT_SOURCE))
        )
        assert told.sources
        for iri, about in told.sources.items():
            card = by_id()[t.REF.local(iri)]
            assert name_of(card) == " ".join(values(about, t.LABEL)[0].split())
            entries = "entry" if cited[iri] == 1 else "entries"
            assert f"{cited[iri]} {entries}," in card.text()

    def test_every_question_has_its_place(self) -> None:
        """With the query that answers it."""
        for name, query in queries().items():
            card = by_id()[f"question-{name}"]
            assert text_of(card).startswith(" ".join(query.title.split()))
            assert query.text.strip() in card.text()
            assert " ".join(query.question.split()) in text_of(card)

    def test_every_rule_stands_with_its_relation(self) -> None:
        """A relation shows the words by which notices state it, by language, rule by rule."""
        for rule in rules():
            place = by_id()[f"rule-{rule.name}"]
            assert rule.reason in place.text()
            card = by_id()[rule.relation]
            (facts,) = card.css("dl")
            assert place.html
            assert place.html in (card.html or "")
            for words in rule.cues.values():
                assert all(word in facts.text() for word in words)

    def test_the_hierarchies_are_nested_lists(self) -> None:
        """A child stands beneath its parent, also where that is of another vocabulary."""
        trees = [" ".join((node.html or "").split()) for node in tree().css(".tree")]
        assert len(trees) == 2
        for name, about in ((p.name, p) for p in vocabulary().properties.values()):
            parent = about.parent or next(iter(about.ancestors), None)
            if parent is not None:
                above = parent if about.parent else parent.rpartition("#")[2]
                pattern = rf'{above}["<].*?<ul> ?<li>.*?href="#{name}"'
                assert re.search(pattern, trees[1]), name

    def test_reporting_lines_are_drawn(self) -> None:
        """Each has a stroke of its own kind, as in the chart."""
        lines = [p for p in vocabulary().properties.values() if p.line]
        assert lines
        for line in lines:
            assert by_id()[line.name].css_first("svg path.ink-" + (line.line or "")) or (
                line.line == "above"
            )
            assert by_id()[line.name].css("svg path")

    def test_how_to_cite(self) -> None:
        """A text and a BibTeX record, both with the version, and the changes by date."""
        about = declared()[t.VOCABULARY_GRAPH.value]
        part = by_id()["part-about"]
        version = values(about, t.VERSION_INFO)[0]
        assert version in text_of(part.css_first(".cite") or part)
        record = part.css_first("pre")
        assert record is not None
        assert re.fullmatch(r"@misc\{\w+,\n(  \w+ = \{.+\},?\n)+\}", record.text().strip())
        assert f"version = {{{version}}}" in record.text()
        for predicate in (t.DCT_LICENSE, t.VERSION_IRI, t.DCT_CREATOR, t.CHANGE_NOTE):
            assert all(text in part.text() for text in values(about, predicate))

    def test_former_names_come_with_their_time(self) -> None:
        """The older name of an office is on its card, with what is known of when it was used."""
        dated = [
            (t.REF.local(iri), about)
            for iri, about in tables().entries()
            if t.DATED_NAME.value in about
        ]
        assert dated
        for slug, about in dated:
            for node in values(about, t.DATED_NAME):
                own = tables().lexicon[node]
                assert values(own, t.LABEL)[0] in by_id()[slug].text()
                assert validity(own) in by_id()[slug].text()


class TestUnconfirmed:
    """What only general knowledge supports never looks confirmed."""

    def test_entries_and_statements_say_so(self) -> None:
        """Words and a dashed border for these, and for no others."""
        naming = Names(tables())
        known = {
            **{naming.anchor(iri): about for iri, about in tables().entries()},
            **{f"{graph}-{iri.rpartition('#')[2]}": about for graph, iri, about in claims()},
        }
        loose = {
            place
            for place, about in known.items()
            if about[t.CONFIDENCE.value] == [t.GENERAL_KNOWLEDGE]
        }
        assert loose
        assert loose < set(known)
        for place in known:
            badge = by_id()[place].css_first(".badge")
            assert badge is not None
            assert (UNSURE in badge.text()) == (place in loose), place
            assert ("loose" in (by_id()[place].attributes["class"] or "").split()) == (
                place in loose
            )

    def test_what_is_guarded_says_so(self) -> None:
        """A caveat, and what is inferred or assumed, has a bar of its own and words."""
        found = set()
        for graph, iri, about in claims():
            card = by_id()[f"{graph}-{iri.rpartition('#')[2]}"]
            unstated = about[t.MODALITY.value][0] in (t.INFERRED, t.ASSUMED)
            guarded = unstated or t.CAVEAT.value in about
            assert ("guarded" in classes(card)) == guarded
            assert not unstated or len(card.css(".marks .badge")) == 2
            found.add(guarded)
        assert found == {True, False}

    def test_each_shelf_counts_them(self) -> None:
        """A heading tells how many beneath it are not confirmed, before it is opened."""
        for shelf in tree().css("#part-lexicon details.shelf"):
            number = len(shelf.css(".item.loose"))
            summary = shelf.css_first("summary")
            assert summary is not None
            assert (f"{number} not confirmed" in summary.text()) == bool(number)

    def test_in_black_and_white_too(self) -> None:
        """The border in print is dashed and black; the words are words, not the style's."""
        style = terminology().partition("<style>")[2].partition("</style>")[0]
        printed = style.partition("@media print")[2]
        assert re.search(r"\.item\.loose \{ border: 2px dashed #000; \}", printed)
        assert re.search(r"\.item\.guarded \{ border-left: 8px double #000; \}", printed)
        assert "content:" not in style


class TestForm:
    """One file that needs no network and no script."""

    def test_anchors_are_unique(self) -> None:
        """No two places bear one name."""
        found = Counter(node.attributes["id"] for node in tree().css("[id]"))
        assert [name for name, count in found.items() if count > 1] == []

    def test_links_within_the_page_lead_somewhere(self) -> None:
        """Every anchor that is linked to is there."""
        links = [node.attributes.get("href") or "" for node in tree().css("a")]
        inner = {unquote(link[1:]) for link in links if link.startswith("#")}
        assert len(inner) > 1000
        assert sorted(inner - set(by_id())) == []

    def test_nothing_is_fetched(self) -> None:
        """Only links that a person follows lead out: to the web, or to the files of the build."""
        for node in tree().css("*"):
            for name in ("src", "srcset", "action", "data", "poster", "background", "style"):
                assert name not in node.attributes, node.html
            link = node.attributes.get("href")
            if link is not None:
                assert node.tag == "a"
                assert link.startswith(("#", *WEB)) or link in FILES
        assert not tree().css(
            "link, img, iframe, object, embed, base, video, audio, svg image, use"
        )
        style = terminology().partition("<style>")[2].partition("</style>")[0]
        assert "url(" not in style
        assert "@import" not in style

    def test_the_policy_names_script_and_style(self) -> None:
        """Their hashes and no others, nothing unsafe, no network."""
        text = terminology()
        parts = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", text, re.DOTALL)
        hashes = {
            base64.b64encode(hashlib.sha256("".join(one).encode()).digest()).decode()
            for one in parts
        }
        found = re.search(r'Security-Policy" content="([^"]*)"', text)
        assert found
        policy = html.unescape(found[1])
        assert len(parts) == 2
        assert set(re.findall(r"sha256-([^']+)", policy)) == hashes
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy

    def test_headings_are_in_order(self) -> None:
        """One first heading, and none skips a level."""
        levels = [int((node.tag or "h0")[1]) for node in tree().css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_landmarks(self) -> None:
        """A way past the contents, one main part, one list of contents, the language."""
        assert [node.attributes["lang"] for node in tree().css("html")] == ["en"]
        assert len(tree().css("main")) == len(tree().css("nav[aria-label]")) == 1
        first = tree().css_first("body a")
        assert first is not None
        assert first.attributes["href"] == "#page-main"

    def test_other_languages_are_marked(self) -> None:
        """A French or Spanish name says which language it is."""
        card = by_id()["security-management-team"]
        assert {node.attributes["lang"] for node in card.css("[lang]")} >= {"fr", "es"}

    def test_size(self) -> None:
        """It can be sent by mail."""
        assert len(terminology().encode()) < LARGEST

    def test_both_pages_have_one_palette(self) -> None:
        """The same colours on light and dark ground as the page of the graph."""
        colours = environment().get_template("palette.css").render(strokes=list(strokes().values()))
        assert colours in terminology()
        assert colours in page(graph_of([("a", "reportsTo", "b")]))

    def test_the_same_to_the_byte(self) -> None:
        """In two processes with two hash seeds."""
        code = (
            "import hashlib; from dottedline.exports.terminology.page import terminology; "
            "print(hashlib.sha256(terminology().encode()).hexdigest())"
        )
        told = {
            subprocess.run(
                [sys.executable, "-c", code],
                check=True,
                capture_output=True,
                text=True,
                env={**os.environ, "PYTHONHASHSEED": seed},
            ).stdout.strip()
            for seed in ("1", "2")
        }
        assert len(told) == 1
