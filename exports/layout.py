"""Layout: positions and routes of the reporting lines, computed at build time.

The superior stands on the left. Each group of posts that reporting lines join is laid out by
itself; the groups are then packed on shelves, the tallest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from . import lettering, routes

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Box", "Layout", "box_of", "layout", "named", "packed"]

TITLE_SIZE, NOTE_SIZE = 15, 13
TITLE_LEADING, NOTE_LEADING = 19, 17
BOX_WIDTH, PADDING = 196, 11
# two groups of two columns side by side, at 11 px, beside the panel of a screen of 1366 px
GROUP_GAP, SHELF_WIDTH = 44, 1136


@dataclass(frozen=True, slots=True)
class Box:
    """A node as drawn: its left, top, width and height, and its wrapped lines of text."""

    left: float
    top: float
    width: float
    height: float
    title: tuple[str, ...]
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All boxes by node, all routes, and the size of the whole drawing."""

    boxes: Mapping[str, Box]
    routes: tuple[routes.Route, ...]
    width: float
    height: float


def box_of(data: Mapping[str, Any], *, least: float = 0) -> Box:
    """Wrap a node's name and its place into a box at the origin, at least so high.

    Example:
        >>> box_of({"label": "Field Security Officer", "place": "Goma"}).note
        ('Goma',)
    """
    room = BOX_WIDTH - 2 * PADDING
    name, place = named(data)
    title = lettering.wrapped(name, room, TITLE_SIZE, bold=True)
    note = lettering.wrapped(place, room, NOTE_SIZE, most=3)
    text = TITLE_LEADING * len(title) + NOTE_LEADING * len(note) + 2 * PADDING - 6
    return Box(0, 0, BOX_WIDTH, max(text, least), tuple(title), tuple(note))


def named(data: Mapping[str, Any]) -> tuple[str, str]:
    """Part what a node is called from where it sits: organisation and place.

    Example:
        >>> named({"label": "Chief of Mission, IOM, Libya", "organization_label": "IOM"})
        ('Chief of Mission', 'IOM · Libya')
    """
    label = lettering.drawable(str(data.get("label") or "")) or "(without a name)"
    owner = lettering.drawable(str(data.get("organization_label") or ""))
    name, found, tail = label.partition(f", {owner}") if owner else (label, "", "")
    if found and name and tail[:2] in ("", ", "):
        return name, " · ".join([owner, *tail[2:].split(", ")] if tail else [owner])
    facts = [owner, data.get("place") or data.get("country")]
    said = [lettering.drawable(str(fact)) for fact in facts if fact]
    return label, " · ".join(fact for fact in said if fact.casefold() not in label.casefold())


def layout(graph: nx.MultiDiGraph[str]) -> Layout:
    """Lay out the reporting lines of a graph; a node without a line has no box.

    No two boxes overlap, no line runs behind a third box, and a superior stands to the left of
    its subordinates unless the lines go round in a circle.
    """
    import networkx as nx

    from ..graph.views import reporting_view

    view = reporting_view(graph)
    lines = [routes.line_of(s, t, k, d) for s, t, k, d in view.edges(keys=True, data=True)]
    lines.sort(key=lambda line: (line.superior, line.subordinate, line.key))
    joined: nx.Graph[str] = nx.Graph((line.superior, line.subordinate) for line in lines)
    groups = []
    for members in nx.connected_components(joined):
        own = [line for line in lines if line.superior in members]
        groups.append(_group({name: view.nodes[name] for name in sorted(members)}, own))
    return packed(groups)


def _group(nodes: Mapping[str, Mapping[str, Any]], lines: Sequence[routes.Line]) -> Layout:
    from .layers import layered

    pairs: defaultdict[tuple[str, str], list[routes.Line]] = defaultdict(list)
    above: defaultdict[str, list[routes.Line]] = defaultdict(list)
    for line in lines:
        pairs[line.superior, line.subordinate].append(line)
        above[line.subordinate].append(line)
    boxes = {n: box_of(d, least=routes.room_for(above[n]) + 8) for n, d in nodes.items()}
    place = layered(
        {name: box.height for name, box in boxes.items()},
        {pair: routes.lane(members) for pair, members in pairs.items()},
    )
    columns = _columns(place.column, lines)
    frames = {
        name: routes.Frame(
            place.column[name],
            columns[place.column[name]][0],
            round(place.middle[name] - box.height / 2),
            box.width,
            box.height,
        )
        for name, box in boxes.items()
    }
    drawn = routes.routed(lines, frames, place.lanes, columns)
    at = {n: replace(box, left=frames[n].left, top=frames[n].top) for n, box in boxes.items()}
    return _to_origin(at, drawn)


def _columns(
    column: Mapping[str, int], lines: Sequence[routes.Line]
) -> list[tuple[float, float, float]]:
    """Give for each column its left, its right and the level run before it."""
    columns: list[tuple[float, float, float]] = []
    left = 0.0
    for here in range(max(column.values(), default=-1) + 1):
        coming = [x for x in lines if max(column[x.source], column[x.target]) == here]
        passing = [x for x in lines if column[x.superior] < here <= column[x.subordinate]]
        run = max((routes.run(line) for line in coming), default=0.0)
        left += routes.bends(len(passing)) + run if here else 0
        columns.append((round(left), round(left) + BOX_WIDTH, round(run)))
        left = round(left) + BOX_WIDTH
    return columns


def _to_origin(boxes: Mapping[str, Box], drawn: Sequence[routes.Route]) -> Layout:
    lefts = [box.left for box in boxes.values()]
    tops = [box.top for box in boxes.values()]
    heights = [float(y) for route in drawn for y in _heights(route.path)]
    left, top = min(lefts), min([*tops, *(y - 20 for y in heights)])
    right = max(box.left + box.width for box in boxes.values())
    low = max([*(b.top + b.height for b in boxes.values()), *(y + 6 for y in heights)])
    return _moved(Layout(boxes, tuple(drawn), right - left, low - top), -left, -top)


def _heights(path: str) -> list[str]:
    return [token for token in path.split() if not token.isalpha()][1::2]


def _moved(group: Layout, right: float, down: float) -> Layout:
    boxes = {
        name: replace(box, left=box.left + right, top=box.top + down)
        for name, box in group.boxes.items()
    }
    drawn = tuple(route.moved(right, down) for route in group.routes)
    return Layout(boxes, drawn, group.width, group.height)


def packed(groups: Sequence[Layout]) -> Layout:
    """Set groups on shelves, the tallest first, each on the first shelf with room for it."""
    shelves: list[tuple[float, list[Layout]]] = []
    limit = max([SHELF_WIDTH, *(group.width for group in groups)])
    for group in sorted(groups, key=_size):
        for index, (used, members) in enumerate(shelves):
            if used + GROUP_GAP + group.width <= limit:
                shelves[index] = (used + GROUP_GAP + group.width, [*members, group])
                break
        else:
            shelves.append((group.width, [group]))
    boxes: dict[str, Box] = {}
    drawn: list[routes.Route] = []
    top = 0.0
    for _, members in shelves:
        left = 0.0
        for group in members:
            moved = _moved(group, left, top)
            boxes.update(moved.boxes)
            drawn.extend(moved.routes)
            left += group.width + GROUP_GAP
        top += max(group.height for group in members) + GROUP_GAP
    drawn.sort(key=lambda route: (route.line.source, route.line.target, route.line.key))
    width = max((used for used, _ in shelves), default=0.0)
    return Layout(dict(sorted(boxes.items())), tuple(drawn), width, max(0.0, top - GROUP_GAP))


def _size(group: Layout) -> tuple[float, float, float, str]:
    return (-group.height, -group.width, -len(group.boxes), min(group.boxes))
