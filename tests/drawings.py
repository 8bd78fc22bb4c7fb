"""Graphs to draw, in the schema of graph.build, and a measuring stick for what was drawn."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx
from dottedline.exports.layout import Box, Layout
from dottedline.ontology.vocabulary import vocabulary

BASE = "https://example.org/"

HOSTILE = (
    "<img src=x onerror=window.__xss=1>",
    "</script><script>window.__xss=1</script>",
    "<!--<script>",
    "\"onload='window.__xss=1' x=\"",
    "line\u2028end\u2029-->",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.__xss=1",
    "\u202eevil \x00\x0b\ud800 مسؤول الأمن",
)

Tie = tuple[str, str, str]  # subject, relation, object


def iri(name: str) -> str:
    """Give the IRI of a node by its short name."""
    return f"{BASE}id/position/{name}"


def graph_of(ties: Iterable[Tie], nodes: Mapping[str, Mapping[str, Any]] | None = None) -> Any:
    """Make a graph of ties between nodes; a node is described where it is more than its name."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(base=BASE, notices=[notice()], concepts={})
    ties = list(ties)
    for name in sorted({n for s, _, o in ties for n in (s, o)} | set(nodes or {})):
        graph.add_node(iri(name), **_node(name, (nodes or {}).get(name, {})))
    for subject, relation, target in ties:
        graph.add_edge(iri(subject), iri(target), relation, **edge(relation))
    return graph


def _node(name: str, more: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "label": name,
        "kind": "role",
        "layer": "position",
        "role": None,
        "organization": None,
        "organization_label": None,
        "country": None,
        "place": None,
        "scope_basis": None,
        "candidate": False,
        "advertised": False,
        "aliases": [],
        "definition": None,
        "rests_on": None,
        "notices": ["notice.txt"],
        **more,
    }


def edge(relation: str, **more: Any) -> dict[str, Any]:
    """Make the attributes of an edge, with one piece of evidence."""
    declared = vocabulary().properties[relation]
    proof = {
        "notice": f"{BASE}id/notice/0000",
        "source": "notice.txt",
        "post": f"{BASE}id/notice/0000#v1-post",
        "start": 0,
        "end": 9,
        "object_start": 3,
        "object_end": 9,
        "quote": f"words that say {declared.labels['en']}",
        "section": "duties",
        "cue": None,
        "rule": None,
    }
    return {
        "relation": relation,
        "family": declared.family,
        "label": declared.labels["en"],
        "line": declared.line,
        "modality": "Stated",
        "count": 1,
        "notices": ["notice.txt"],
        "first": "2025-05-31",
        "last": "2025-05-31",
        "conditions": [],
        "via": [],
        "choices": [],
        "topics": [],
        "urgencies": [],
        "evidence": [proof],
        **more,
    }


def notice(**more: Any) -> dict[str, Any]:
    """Make the record of a notice with one vacancy."""
    vacancy = {
        "post": f"{BASE}id/notice/0000#v1-post",
        "position": iri("officer"),
        "title": "Officer",
        "organization": "Org",
        "unit": None,
        "grade": None,
        "duty_station": "Goma",
        "country": "CD",
        "closing_date": "2025-05-31",
        "line": "stated",
        "none_stated": [],
        **more,
    }
    return {
        "id": f"{BASE}id/notice/0000",
        "source": "notice.txt",
        "sha256": "0" * 64,
        "language": "en",
        "vacancies": [vacancy],
    }


def office() -> Any:
    """Make a small office: two supervisors for one officer, a guard force, a body, a system."""
    ties = [
        ("officer", "reportsDirectlyTo", "chief"),
        ("officer", "reportsAdministrativelyTo", "chief"),
        ("officer", "reportsTechnicallyTo", "adviser"),
        ("officer", "informs", "chief"),
        ("assistant", "reportsTo", "officer"),
        ("assistant", "reportsOverallTo", "chief"),
        ("officer", "supervises", "guards"),
        ("officer", "participatesIn", "team"),
        ("officer", "usesSystem", "tracker"),
        ("officer", "liaisesWith", "police"),
        ("assistant", "liaisesWith", "police"),
        ("hub", "coordinatesWith", "team"),
    ]
    nodes: dict[str, dict[str, Any]] = {
        "officer": {
            "label": "Field Safety Officer, Org, Goma",
            "organization_label": "Org",
            "aliases": ["FSaO"],
            "definition": "Looks after the safety of a field office.",
            "rests_on": "general knowledge",
            "advertised": True,
        },
        "chief": {"label": "Head of the Field Office, Org, Goma", "organization_label": "Org"},
        "adviser": {"label": "Regional Safety Adviser", "place": "Nairobi", "aliases": ["RSaA"]},
        "guards": {
            "label": "guard force",
            "kind": "group",
            "layer": "candidate",
            "candidate": True,
        },
        "team": {"label": "Safety Team", "kind": "body", "layer": "body", "aliases": ["SaT"]},
        "tracker": {"label": "Travel Tracker", "kind": "system", "layer": "entity"},
        "police": {"label": "local police", "kind": "group", "layer": "candidate"},
        "hub": {"label": "Hub Manager", "advertised": True},
    }
    return graph_of(ties, nodes)


def hostile() -> Any:
    """Make a graph in which every string that a notice can give is an attack."""
    names = [f"n{i}" for i in range(len(HOSTILE))]
    nodes = {
        name: {
            "label": text,
            "aliases": [text],
            "definition": text,
            "organization_label": text,
            "place": text,
            "advertised": True,
            "kind": text,
        }
        for name, text in zip(names, HOSTILE, strict=True)
    }
    ties = [(a, "reportsDirectlyTo", b) for a, b in itertools.pairwise(names)]
    graph = graph_of([*ties, (names[0], "informs", names[-1])], nodes)
    for (*_, data), text in zip(graph.edges(keys=True, data=True), HOSTILE, strict=True):
        data["evidence"][0] |= {"quote": text, "source": text, "section": text}
        data |= {"conditions": [text], "topics": [text], "via": [text]}
    graph.graph["notices"] = [{**notice(title=HOSTILE[1], line="not stated"), "source": HOSTILE[0]}]
    graph.graph["skipped"] = [{"source": HOSTILE[1], "reason": HOSTILE[0]}]
    return graph


def points(path: str, count: int = 24) -> Iterator[tuple[float, float]]:
    """Sample an SVG path of M, L and C."""
    tokens = path.split()
    here = (0.0, 0.0)
    while tokens:
        command = tokens.pop(0)
        size = {"M": 2, "L": 2, "C": 6}[command]
        numbers = [float(tokens.pop(0)) for _ in range(size)]
        stops = [here, *zip(numbers[::2], numbers[1::2], strict=True)]
        if command != "M":
            yield from (_along(stops, step / count) for step in range(count + 1))
        here = stops[-1]


def _along(stops: Sequence[tuple[float, float]], t: float) -> tuple[float, float]:
    while len(stops) > 1:
        stops = [
            (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            for a, b in itertools.pairwise(stops)
        ]
    return stops[0]


def overlapping(boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    """Name the pairs of boxes that lie on each other."""
    items = sorted(boxes.items())
    return [
        (a, b)
        for i, (a, one) in enumerate(items)
        for b, two in items[i + 1 :]
        if one.left < two.left + two.width
        and two.left < one.left + one.width
        and one.top < two.top + two.height
        and two.top < one.top + one.height
    ]


def hidden(plan: Layout) -> list[tuple[str, str, str]]:
    """Name the lines that run behind a box that is not one of their ends."""
    return [
        (route.line.source, route.line.target, name)
        for route in plan.routes
        for name, box in plan.boxes.items()
        if name not in (route.line.source, route.line.target)
        and any(inside(box, x, y) for x, y in points(route.path))
    ]


def inside(box: Box, x: float, y: float) -> bool:
    """Tell whether a point lies within a box."""
    return box.left < x < box.left + box.width and box.top < y < box.top + box.height
