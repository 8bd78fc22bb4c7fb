"""The page of any Turtle: what it says is text, nothing is doubled, the unsure stays unsure."""

import unicodedata
from pathlib import Path

import pytest
from cards import name_of, text_of
from dottedline.exports.terminology.entries import validity
from dottedline.exports.terminology.page import drawn
from dottedline.exports.terminology.tables import Tables
from dottedline.ontology import terms as t
from dottedline.ontology.queries import queries
from dottedline.ontology.rules import Rule
from dottedline.ontology.turtle import Described, statements
from drawings import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from selectolax.lexbor import LexborHTMLParser as Tree

NOTHING = Tables({}, {}, {}, {}, (), ())
WEB = ("https://", "http://")
FILES = {"graph.html", "graph.trig", "graph.ttl", "relations.csv"}

PREFIXES = "".join(
    f"@prefix {name}: <{base}> .\n"
    for name, base in (
        ("dl", t.DL.base),
        ("ref", t.REF.base),
        ("org", t.ORG.base),
        ("dct", t.DCT.base),
        ("skos", t.SKOS.base),
        ("rdfs", t.RDFS.base),
        ("owl", t.OWL.base),
    )
)


def turtle(
    folder: Path,
    *,
    vocabulary: str = "",
    lexicon: str = "",
    sources: str = "",
    policy: str = "",
    told: tuple[Rule, ...] = (),
) -> Tables:
    """Make tables of Turtle texts."""
    texts = {"vocabulary": vocabulary, "lexicon": lexicon, "sources": sources, "policy": policy}
    for name, text in texts.items():
        (folder / f"{name}.ttl").write_text(PREFIXES + text, "utf-8")
    read = {name: statements([folder / f"{name}.ttl"]) for name in texts}
    return Tables(
        read["vocabulary"],
        read["lexicon"],
        read["sources"],
        {"policy": read["policy"]},
        told,
        tuple(queries().values())[:1],
    )


def literal(text: str) -> str:
    return str(Literal(text.encode("utf-8", "replace").decode()))


class TestHostile:
    """Whatever the Turtle says, it is text."""

    @pytest.mark.parametrize("attack", HOSTILE, ids=range(len(HOSTILE)))
    def test_no_text_makes_an_element(self, attack: str, tmp_path: Path) -> None:
        """In labels, definitions, notes, conditions, sources, rules: it is shown as it stands."""
        said = literal(attack.replace("\x00", ""))
        told = turtle(
            tmp_path,
            vocabulary=f"""<https://w3id.org/dottedline/ns> a owl:Ontology ; dct:title {said} ;
              dct:creator {said} ; dct:description {said} ; skos:changeNote {said} .
            dl:odd a owl:ObjectProperty ; rdfs:label {said} ; skos:definition {said} ;
              rdfs:comment {said} ; skos:example {said} ; dl:line {said} ; dl:other {said} .
            dl:Odd a owl:Class ; rdfs:label {said} ; rdfs:subClassOf <javascript:alert(1)> ,
              <data:text/html,x> , <vbscript:x> .
            dl:value a dl:Odd ; rdfs:label {said} .""",
            lexicon=f"""ref:odd dl:kind dl:Odd ; skos:prefLabel {said} ; skos:altLabel {said} ;
              skos:notation {said} ; skos:definition {said} ; dl:datedName ref:name ;
              skos:exactMatch <javascript:alert(1)> ; dct:source ref:work ; dl:scope {said} .
            ref:name rdfs:label {said} ; skos:notation {said} ; dl:startsNotBefore {said} .""",
            sources=f"ref:work rdfs:label {said} ; dl:extentRead {said} .",
            policy=f"""<https://w3id.org/dottedline/ref/graph/policy#a-1> dl:subject ref:odd ;
              dl:relation dl:odd ; dl:object {said} ; dl:condition {said} ; dl:caveat {said} ;
              skos:note {said} ; dct:source <javascript:alert(1)> .""",
            told=(rule(attack.replace("\x00", "")),),
        )
        text = drawn(told)
        plain = Tree(text)
        assert [node.tag for node in plain.css("script, img, iframe, object")] == ["script"]
        assert not [n for n in plain.css("*") for a in n.attributes if a.startswith("on")]
        links = [node.attributes.get("href") or "" for node in plain.css("a")]
        assert all(link.startswith(("#", *WEB)) or link in FILES for link in links)
        assert text.count("<style>") == text.count("</script>") == 1
        card = next(node for node in plain.css(".item") if node.attributes["id"] == "odd")
        shown = unicodedata.normalize("NFKC", " ".join(attack.split()))
        if attack.isprintable():
            assert shown in unicodedata.normalize("NFKC", text_of(card))

    def test_an_anchor_that_is_taken_is_not_given_twice(self, tmp_path: Path) -> None:
        """A slug that is the name of a term, too, gives its entry another place."""
        told = turtle(
            tmp_path,
            vocabulary='dl:post a owl:Class ; rdfs:label "Post"@en ; rdfs:seeAlso ref:post .',
            lexicon='ref:post dl:kind dl:RoleKind ; skos:prefLabel "The post"@en .',
        )
        found = Tree(drawn(told))
        ids = [node.attributes["id"] for node in found.css(".item")]
        assert len(ids) == len(set(ids))
        link = next(node for node in found.css("#post a") if text_of(node) == "The post")
        entry = found.css_first((link.attributes["href"] or "").replace("_", "\\_"))
        assert entry is not None
        assert name_of(entry) == "The post"

    def test_a_circle_of_parents_ends(self, tmp_path: Path) -> None:
        """Classes that stand above each other are all in the hierarchy."""
        told = turtle(
            tmp_path,
            vocabulary="""dl:A a owl:Class ; rdfs:subClassOf dl:B .
            dl:B a owl:Class ; rdfs:subClassOf dl:A . dl:C a owl:Class ; rdfs:subClassOf dl:C .""",
        )
        links = {node.attributes["href"] for node in Tree(drawn(told)).css(".tree a")}
        assert links == {"#A", "#B", "#C"}

    def test_nothing_at_all_is_a_page(self) -> None:
        """A folder that is not there yet leaves its part empty."""
        found = Tree(drawn(NOTHING))
        assert found.css(".item") == []
        assert "Nothing is stated here yet." in (found.html or "")

    @settings(max_examples=30, deadline=None)
    @given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
    def test_any_text_is_shown_as_it_stands(self, text: str) -> None:
        """Read back by a parser, a definition is what the table held."""
        about: Described = {
            t.TYPE.value: [t.CLASS],
            t.DEFINITION.value: [Literal(text)],
        }
        told = Tables({t.DL("Odd").value: about}, {}, {}, {}, (), ())
        card = Tree(drawn(told)).css_first("#Odd > p")
        assert card is not None
        assert card.text() == text


def rule(text: str) -> Rule:
    """Make a rule of a hostile text."""
    words = {text: (text,), "en": (text,)}
    return Rule("odd-rule", "odd", "Frame", words, words, frozenset({text}), text)


def test_positions_lead_to_their_roles(tmp_path: Path) -> None:
    """Any field officer of a body is linked to the role that the lexicon describes."""
    told = turtle(
        tmp_path,
        vocabulary='dl:informs a owl:ObjectProperty ; rdfs:label "informs"@en .',
        lexicon='ref:officer dl:kind dl:RoleKind ; skos:prefLabel "Officer"@en .',
        policy="""<https://w3id.org/dottedline/id/position/any/any/officer> org:role ref:officer ;
          rdfs:label "Any officer" .
        <https://w3id.org/dottedline/ref/graph/policy#a-1> dl:relation dl:informs ;
          dl:subject <https://w3id.org/dottedline/id/position/any/any/officer> ;
          dl:object <https://example.org/chief> .""",
    )
    sentence = Tree(drawn(told)).css_first("#policy-a-1 .sentence")
    assert sentence is not None
    assert text_of(sentence) == "Any officer — informs — https://example.org/chief"
    links = [node.attributes["href"] for node in sentence.css("a")]
    assert links == ["#officer", "#informs", "https://example.org/chief"]


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({}, ""),
        ({t.STARTS_NOT_BEFORE: "2020", t.STARTS_NOT_AFTER: "2021"}, "began between 2020 and 2021"),
        ({t.STARTS_NOT_BEFORE: "2020", t.STARTS_NOT_AFTER: "2020"}, "began 2020"),
        ({t.STARTS_NOT_BEFORE: "2020"}, "began 2020 or later"),
        (
            {t.STARTS_NOT_AFTER: "2020", t.ENDS_NOT_AFTER: "2023"},
            "began 2020 or earlier, ended 2023 or earlier",
        ),
    ],
)
def test_when_it_held(bounds: dict[NamedNode, str], words: str) -> None:
    """What is known of its beginning and its end, and no more."""
    assert validity({one.value: [Literal(text)] for one, text in bounds.items()}) == words


@pytest.mark.parametrize(
    "said",
    [
        "",
        "dl:confidence dl:GeneralKnowledge ;",
        "dl:confidence dl:PolicyRead ;",
        "dct:source ref:w",
    ],
)
def test_without_a_level_or_a_source_nothing_is_confirmed(said: str, tmp_path: Path) -> None:
    """A level without a source, or a source that is general knowledge, confirms nothing."""
    told = turtle(
        tmp_path,
        lexicon=f"""ref:x dl:kind dl:RoleKind ; skos:prefLabel "X"@en ; {said.rstrip(";")} .
        ref:y dl:kind dl:RoleKind ; skos:prefLabel "Y"@en ; dl:confidence dl:PolicyRead ;
          dct:source ref:source-general-knowledge .
        ref:z dl:kind dl:RoleKind ; skos:prefLabel "Z"@en ; dl:confidence dl:PolicyRead ;
          dct:source ref:w .""",
        sources='ref:w rdfs:label "A work"@en .',
    )
    cards = {node.attributes["id"]: node for node in Tree(drawn(told)).css("article.item")}
    assert "not confirmed" in cards["x"].text()
    assert "not confirmed" in cards["y"].text()
    assert "not confirmed" not in cards["z"].text()
