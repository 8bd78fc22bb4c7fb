import itertools
import random
import time
from typing import Any

import networkx as nx
import pytest
from dottedline.exports.layers import _acyclic, layered
from dottedline.exports.layout import box_of, layout, named
from dottedline.exports.lettering import drawable, width, wrapped
from dottedline.graph.views import reporting_view
from dottedline.ontology.vocabulary import vocabulary
from drawings import edge, graph_of, hidden, iri, office, overlapping, points
from hypothesis import given, settings
from hypothesis import strategies as st

RELATIONS = sorted(p.name for p in vocabulary().properties.values() if p.line)
NAMES = [
    f"post {letter} of the {'very ' * (i % 4)}long name" for i, letter in enumerate("abcdefghij")
]

ties = st.tuples(st.sampled_from(NAMES), st.sampled_from(RELATIONS), st.sampled_from(NAMES))


def big(posts: int = 60, lines: int = 90, seed: int = 5) -> Any:
    """A larger organisation of six levels, with lines that jump over levels and come in pairs."""
    dice = random.Random(seed)
    found: set[tuple[str, str, str]] = set()
    while len(found) < lines:
        boss, clerk = sorted(dice.sample(range(posts), 2))
        if clerk // 10 - boss // 10 in (1, 2, 3):
            found.add((f"p{clerk:02}", dice.choice(RELATIONS[:5]), f"p{boss:02}"))
    return graph_of(sorted(found))


@settings(max_examples=120, deadline=None)
@given(st.lists(ties, max_size=25, unique=True))
def test_no_box_overlaps_and_no_line_hides(drawn: list[tuple[str, str, str]]) -> None:
    """Whatever the lines are, boxes stand apart and no line runs behind a third box."""
    graph = graph_of(drawn)
    plan = layout(graph)
    assert overlapping(plan.boxes) == []
    assert hidden(plan) == []
    assert len(plan.routes) == reporting_view(graph).number_of_edges()
    assert set(plan.boxes) == set(reporting_view(graph))


def test_a_larger_organisation_is_legible() -> None:
    """Sixty posts with lines over several levels: no overlap, no hidden line."""
    plan = layout(big())
    assert overlapping(plan.boxes) == []
    assert hidden(plan) == []


def test_superior_stands_left() -> None:
    """Each superior stands wholly to the left of its subordinate, said from below or above."""
    plan = layout(office())
    for route in plan.routes:
        upper, lower = plan.boxes[route.line.superior], plan.boxes[route.line.subordinate]
        assert upper.left + upper.width < lower.left


def test_line_leads_from_subject_to_object() -> None:
    """A route begins at its source's side and ends in an arrow at its target's."""
    plan = layout(office())
    for route in plan.routes:
        stops = list(points(route.path))
        for name, (x, y) in ((route.line.source, stops[0]), (route.line.target, stops[-1])):
            box = plan.boxes[name]
            assert min(abs(x - box.left), abs(x - box.left - box.width)) < 0.1
            assert box.top <= y <= box.top + box.height
        assert stops[-1] == pytest.approx(route.tip, abs=0.1)


def test_parallel_lines_stay_apart() -> None:
    """A direct and an administrative line between two posts are drawn side by side."""
    plan = layout(office())
    pair = [r for r in plan.routes if r.line.superior == iri("chief")]
    paths = [r.path for r in pair if r.line.subordinate == iri("officer")]
    assert len(set(paths)) == len(paths) == 2


def test_words_of_lines_do_not_touch() -> None:
    """The words beside the lines of one box stand at least a line of type apart."""
    plan = layout(big())
    seats = sorted((r.word_at[0], r.word_at[1]) for r in plan.routes)
    for (x, y), (other_x, other_y) in itertools.pairwise(seats):
        assert abs(x - other_x) > 20 or abs(y - other_y) >= 15


def test_a_circle_is_drawn() -> None:
    """Posts that report to each other in a circle, or to themselves, are drawn all the same."""
    plan = layout(
        graph_of([("a", "reportsTo", "b"), ("b", "reportsTo", "a"), ("a", "reportsTo", "a")])
    )
    assert len(plan.routes) == 3
    assert hidden(plan) == []


def test_layout_does_not_depend_on_order() -> None:
    """The same lines in another order give the same drawing."""
    graph = big()
    turned = type(graph)()
    turned.graph.update(graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert layout(graph) == layout(turned)


def test_empty_graph() -> None:
    """A graph without reporting lines has an empty layout."""
    assert layout(graph_of([("a", "informs", "b")])).boxes == {}


def test_conditional_line_says_so() -> None:
    """A line that holds on a condition bears that word."""
    graph = graph_of([])
    graph.add_nodes_from((iri(n), {"label": n}) for n in "ab")
    graph.add_edge(iri("a"), iri("b"), "k", **edge("reportsTo", modality="Conditional"))
    assert layout(graph).routes[0].line.note == "conditional"


def test_columns_of_a_diamond() -> None:
    """A link over two columns holds a lane in the one between."""
    place = layered(dict.fromkeys("abc", 40), {("a", "b"): 4, ("b", "c"): 4, ("a", "c"): 4})
    assert [place.column[n] for n in "abc"] == [0, 1, 2]
    assert len(place.lanes["a", "c"]) == 1
    assert abs(place.lanes["a", "c"][0] - place.middle["b"]) >= 20


def test_a_thousand_posts_are_layered_in_linear_time() -> None:
    """The links that close circles are found in one walk, not in one search a link."""
    links = [(post, post + jump) for jump in (1, 7, 40, 300, 900) for post in range(3000)]
    started = time.process_time()
    flow = _acyclic(4000, links[::-1])
    assert time.process_time() - started < 1
    assert nx.is_directed_acyclic_graph(flow)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30, unique=True))
def test_only_links_that_close_a_circle_are_turned(pairs: list[tuple[int, int]]) -> None:
    """What is left has no circle; a link is turned only if it lies on one."""
    links = [pair for pair in pairs if pair[0] != pair[1]]
    whole: nx.DiGraph[int] = nx.DiGraph(links)
    flow = _acyclic(8, links)
    assert nx.is_directed_acyclic_graph(flow)
    for left, right in links:
        assert flow.has_edge(left, right) or (
            flow.has_edge(right, left) and nx.has_path(whole, right, left)
        )


@given(st.text(max_size=80), st.integers(60, 260))
def test_wrapped_text_fits(text: str, room: int) -> None:
    """No wrapped line is wider than its box, and few enough letters are kept whole."""
    lines = wrapped(text, room, 14)
    assert all(width(line, 14) <= room for line in lines if len(line) > 1)
    assert len(lines) <= 4
    if not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == drawable(text).replace(" ", "")


def test_long_name_is_cut_with_an_ellipsis() -> None:
    """A name that fills more than four lines ends in an ellipsis."""
    box = box_of({"label": "Officer " * 60})
    assert len(box.title) == 4
    assert box.title[-1].endswith("…")


@pytest.mark.parametrize(
    ("label", "owner", "place", "expected"),
    [
        ("Guard, Org, Goma, 2024", "Org", "Goma", ("Guard", "Org · Goma · 2024")),
        ("Guard, Org", "Org", None, ("Guard", "Org")),
        ("Head, Safety, Org, Goma", "Org", "Goma", ("Head, Safety", "Org · Goma")),
        ("Guard", "Org", "Goma", ("Guard", "Org · Goma")),
        ("Organiser", "Org", None, ("Organiser", "")),
        ("", None, None, ("(without a name)", "")),
    ],
)
def test_name_and_place(
    label: str, owner: str | None, place: str | None, expected: tuple[str, str]
) -> None:
    """What a post is called is parted from where it sits."""
    assert named({"label": label, "organization_label": owner, "place": place}) == expected
