"""The parts of a check, held against what they must find by definition."""

from collections.abc import Iterable

import networkx as nx
from dottedline.answers.checking.facts import Facts
from dottedline.answers.checking.lines import circles
from dottedline.answers.checking.naming import Names
from dottedline.answers.checking.report import Finding, Report
from dottedline.answers.checking.words import altered
from dottedline.ontology import terms as t
from dottedline.ontology.shapes import Severity, rule
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

NOTICE = NamedNode("https://example.org/notice")
EVIDENCE = NamedNode(f"{NOTICE.value}#at")
CLAIM = NamedNode(f"{NOTICE.value}#a")
GRAPH = NamedNode(f"{NOTICE.value}#claims")
POSTS = [NamedNode(f"https://example.org/{name}") for name in "abcde"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def evidence(start: int, end: int, quote: str) -> Facts:
    offsets = {t.START: start, t.END: end, t.OBJECT_START: start, t.OBJECT_END: end}
    return Facts.of(
        [
            Triple(CLAIM, t.TYPE, t.ASSERTION),
            Triple(CLAIM, t.WAS_DERIVED_FROM, EVIDENCE),
            Triple(EVIDENCE, t.TYPE, t.SPECIFIC_RESOURCE),
            Triple(EVIDENCE, t.EXACT, Literal(quote)),
            *(Triple(EVIDENCE, name, Literal(value)) for name, value in offsets.items()),
        ]
    )


def stored(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


@given(TEXTS, st.data())
def test_only_the_words_of_the_text_are_a_quote(text: str, data: st.DataObject) -> None:
    """A slice of the text passes; other words, and offsets behind the end, do not."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert list(altered(evidence(start, end, text[start:end]), NOTICE, text)) == []
    other = data.draw(TEXTS.filter(lambda words: words != text[start:end]))
    (fault,) = altered(evidence(start, end, other), NOTICE, text)
    assert (fault.rule, fault.node) == ("quote-altered", EVIDENCE.value)
    (fault,) = altered(evidence(start, len(text) + 1, text[start:]), NOTICE, text)
    assert fault.rule == "evidence-outside"


@given(st.sets(st.tuples(st.sampled_from(POSTS), st.sampled_from(POSTS))))
def test_a_circle_is_found_where_there_is_one(lines: set[tuple[NamedNode, NamedNode]]) -> None:
    """There is a fault just where no order of the posts has each below its superior."""
    store = stored(Quad(one, t.ORG_REPORTS_TO, other, GRAPH) for one, other in lines)
    faults = list(circles(store, [GRAPH]))
    drawn: nx.DiGraph[str] = nx.DiGraph([(one.value, other.value) for one, other in lines])
    assert bool(faults) is not nx.is_directed_acyclic_graph(drawn)
    for fault in faults:
        walked = fault.value.split(" ")
        assert walked[0] == walked[-1] == fault.node
        assert nx.is_path(drawn, walked)


def test_nodes_have_names_that_people_use() -> None:
    """Labels in English first, claims by what they say, what is nameless by its file."""
    store = stored(
        [
            Quad(POSTS[0], t.LABEL, Literal("Chef", language="fr"), GRAPH),
            Quad(POSTS[0], t.LABEL, Literal("Chief", language="en"), GRAPH),
            Quad(t.INFORMS, t.LABEL, Literal("informs", language="en"), GRAPH),
            Quad(CLAIM, t.SUBJECT, POSTS[0], GRAPH),
            Quad(CLAIM, t.RELATION, t.INFORMS, GRAPH),
            Quad(CLAIM, t.OBJECT, Literal("staff"), GRAPH),
        ]
    )
    names = Names(store, {NOTICE.value: "a.txt"})
    assert names.of(POSTS[0].value) == "Chief"
    assert names.of(CLAIM.value) == "Chief informs staff"
    assert names.of(EVIDENCE.value) == "a.txt, at"
    assert names.of(POSTS[1].value) == "b"
    assert names.spelt(f"see {POSTS[0].value} now") == "see 'Chief' now"
    assert names.spelt("no://iri is <that>") == "no://iri is <that>"


def test_long_lists_are_cut_and_say_so() -> None:
    """So many of a rule are shown, and how many are left is counted."""
    findings = tuple(
        Finding(rule("posting-undated"), f"https://example.org/{n}", str(n), "", "")
        for n in range(5)
    )
    report = Report("fast", 1, 9, findings)
    first, left = report.foremost(Severity.INFO, 2)
    assert (len(first), left) == (2, {"posting-undated": 3})
    assert not report.fails(strict=True)
