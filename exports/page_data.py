"""Page data: what the page says of nodes, relations, quotes and notices, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..ontology.terms import REF
from ..ontology.vocabulary import confidences, vocabulary
from .chart import look
from .layout import Layout, box_of, named
from .lettering import drawable
from .routes import line_of
from .strokes import Stroke, stroke, strokes

if TYPE_CHECKING:
    import networkx as nx

    Edge = tuple[str, str, str, Mapping[str, Any]]

__all__ = ["Contents", "Relation"]

_MISSING = {
    "not stated": "no reporting line stated",
    "section not found": "the section that would say it was not found",
}


@cache
def _sections() -> Mapping[str, str]:
    """Read what the parts of a notice are called in plain words."""
    rows = files("dottedline.exports").joinpath("sections.tsv").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows[1:])


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as the legend has it; `inverse` is how it reads from its other end."""

    name: str
    label: str
    inverse: str
    line: str | None
    stroke: Stroke
    count: int


class Contents:
    """All that the page shows of a graph, computed from the graph and its layout."""

    def __init__(self, graph: nx.MultiDiGraph[str], plan: Layout) -> None:
        """Take the graph and the layout of its reporting lines."""
        self.graph, self.plan = graph, plan
        self.keys = _keys(graph)
        self.relations = _relations(graph)
        self._number = {r.name: place for place, r in enumerate(self.relations)}
        self._routes = {(r.line.source, r.line.target, r.line.key): r for r in plan.routes}

    @cached_property
    def _edges(self) -> list[Edge]:
        def order(edge: Edge) -> tuple[object, ...]:
            start, end, key, data = edge
            return (
                self._name(start),
                start,
                self._number[data["relation"]],
                self._name(end),
                end,
                key,
            )

        return sorted(self.graph.edges(keys=True, data=True), key=order)

    @cached_property
    def _vacancies(self) -> dict[str, Mapping[str, Any]]:
        notices = self.graph.graph.get("notices", ())
        return {v["post"]: v for notice in notices for v in notice["vacancies"]}

    @cached_property
    def _languages(self) -> dict[str, str]:
        return {n["id"]: n["language"] for n in self.graph.graph.get("notices", ())}

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Give each node with its box; x and y are its middle, or None where no line is drawn."""
        kinds = vocabulary().kinds
        for iri in sorted(self.graph):
            data = self.graph.nodes[iri]
            drawn = self.plan.boxes.get(iri)
            box = drawn or box_of(data)
            name, place = named(data)
            kind = kinds.get(str(data.get("kind")))
            yield {
                "id": self.keys[iri],
                "name": name,
                "place": place,
                "aliases": [drawable(str(alias)) for alias in data.get("aliases") or ()],
                "definition": drawable(str(data.get("definition") or "")),
                "basis": _basis(data),
                "badges": list(_badges(data, kind.labels["en"] if kind else None)),
                "look": look(data),
                "lines": list(box.title),
                "notes": list(box.note),
                "wide": box.width,
                "high": box.height,
                "x": drawn and drawn.left + drawn.width / 2,
                "y": drawn and drawn.top + drawn.height / 2,
            }

    def edges(self) -> Iterator[dict[str, Any]]:
        """Give each edge, with its route where the reporting lines are drawn."""
        for number, (start, end, key, data) in enumerate(self._edges):
            route = self._routes.get((start, end, key))
            line = line_of(start, end, key, data)
            edge: dict[str, Any] = {
                "id": number,
                "from": self.keys[start],
                "to": self.keys[end],
                "relation": self._number[data["relation"]],
                "word": line.word,
                "note": line.note,
            }
            if route:
                edge |= {"path": route.path, "tip": route.tip, "turn": route.turn}
                edge["at"] = route.word_at
            yield edge

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give the rows of the table: one an edge, with every quote."""
        for number, (start, end, _, data) in enumerate(self._edges):
            yield {
                "id": number,
                "source": self._party(start),
                "label": drawable(str(data["label"])),
                "target": self._party(end),
                "facts": [drawable(fact) for fact in self._facts(data)],
                "quotes": [self._quote(piece) for piece in data.get("evidence") or ()],
            }

    def lists(self) -> list[dict[str, Any]]:
        """Give the lists of what the chart does not show, those that are empty left out."""
        found = [
            {
                "title": "Posts without a reporting line",
                "text": "The notices name them, and say of none to whom it reports.",
                "rows": list(self._unlined()),
            },
            {
                "title": "Notices in which no superior was found",
                "text": "A notice that is silent is not an organisation without a superior.",
                "rows": list(self._silent()),
            },
            {
                "title": "Files that were not read",
                "text": "They are missing from all that this page shows.",
                "rows": [_skipped(one) for one in self.graph.graph.get("skipped", ())],
            },
        ]
        return [one for one in found if one["rows"]]

    def _name(self, iri: str) -> str:
        return " · ".join(self._party(iri).values())

    def _party(self, iri: str) -> dict[str, str]:
        name, place = named(self.graph.nodes[iri])
        return {"label": name, "note": place}

    def _facts(self, data: Mapping[str, Any]) -> Iterator[str]:
        if data.get("modality", "Stated") != "Stated":
            yield f"{data['modality']}, not stated outright"
        for name, values in (
            ("On condition", data.get("conditions")),
            ("Through", [self._label(iri) for iri in data.get("via") or ()]),
            ("About", data.get("topics")),
            ("When", data.get("urgencies")),
        ):
            if values:
                yield f"{name}: {'; '.join(map(str, values))}"
        if data.get("choices"):
            yield "One of several that the notice offers as a choice"

    def _label(self, iri: str) -> str:
        return str(self.graph.nodes[iri]["label"]) if iri in self.graph else iri

    def _quote(self, piece: Mapping[str, Any]) -> dict[str, str]:
        vacancy = self._vacancies.get(piece["post"], {})
        closing = vacancy.get("closing_date")
        origin = (
            vacancy.get("title"),
            piece["source"],
            _sections().get(str(piece.get("section")), piece.get("section")),
            f"closing {closing}" if closing else "undated",
        )
        language = self._languages.get(piece["notice"], "")
        return {
            "text": _passage(piece),
            "origin": " · ".join(drawable(str(fact)) for fact in origin if fact),
            "language": "" if language == "en" else language,
        }

    def _unlined(self) -> Iterator[dict[str, Any]]:
        for iri in sorted(self.graph, key=lambda iri: (self._name(iri), iri)):
            data = self.graph.nodes[iri]
            post = data.get("advertised") or data["layer"] in ("position", "generic", "post")
            if post and iri not in self.plan.boxes:
                party = self._party(iri)
                yield _row(party["label"], party["note"], self.keys[iri])

    def _silent(self) -> Iterator[dict[str, Any]]:
        for notice in self.graph.graph.get("notices", ()):
            for vacancy in notice["vacancies"]:
                if vacancy["line"] in _MISSING:
                    said = f"{notice['source']}: {_MISSING[vacancy['line']]}"
                    title = vacancy.get("title") or vacancy.get("label") or "(without a title)"
                    key = self.keys.get(vacancy["position"]) or self.keys.get(vacancy["post"])
                    yield _row(title, said, key)


def _relations(graph: nx.MultiDiGraph[str]) -> list[Relation]:
    edges = [data for _, _, data in graph.edges(data=True)]
    counts = Counter(data["relation"] for data in edges)
    order = {name: place for place, name in enumerate(vocabulary().properties)}
    seen = {data["relation"]: data for data in edges}

    looks = list(strokes())

    def rank(name: str) -> tuple[int, int, str]:
        look = stroke(seen[name].get("line"), name).name
        return (looks.index(look), order.get(name, len(order)), name)

    found = []
    for name in sorted(seen, key=rank):
        line, label = seen[name].get("line"), drawable(str(seen[name]["label"]))
        kind = stroke(line, name)
        inverse = kind.inverse or f"said by others: {label}"
        found.append(Relation(name, label, inverse, line, kind, counts[name]))
    return found


def _keys(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Shorten IRIs for the address of the page, or keep them if two would become one."""
    base = str(graph.graph.get("base", ""))
    short = {}
    for iri in graph:
        known = iri in REF
        short[iri] = (
            f"ref/{REF.local(iri)}" if known else iri.removeprefix(base).removeprefix("id/")
        )
    return short if len(set(short.values())) == len(short) else {iri: iri for iri in graph}


def _badges(data: Mapping[str, Any], kind: str | None) -> Iterable[str]:
    if kind:
        yield kind
    if data.get("advertised"):
        yield "advertised post"
    if count := len(data.get("notices") or ()):
        yield f"named in {count} {'notice' if count == 1 else 'notices'}"
    if data.get("candidate"):
        yield "a name that the lexicon lacks"


def _basis(data: Mapping[str, Any]) -> str:
    """Say what a definition rests on, so that what nobody checked does not look confirmed."""
    if not data.get("definition"):
        return ""
    return confidences().get(str(data.get("rests_on")), "")


def _passage(piece: Mapping[str, Any]) -> str:
    if piece.get("quote"):
        lines = str(piece["quote"]).splitlines()
        return "\n".join(filter(None, map(drawable, lines)))
    return f"(characters {piece['start']} to {piece['end']}; the text was not at hand)"


def _skipped(one: Any) -> dict[str, Any]:
    if not isinstance(one, Mapping):
        return _row(str(one), "", None)
    name = one.get("source") or one.get("path") or "(a file)"
    return _row(str(name), str(one.get("reason") or ""), None)


def _row(text: object, note: object, node: str | None) -> dict[str, Any]:
    return {"text": drawable(str(text)), "note": drawable(str(note)), "node": node}
