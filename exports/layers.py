"""Layers: a drawing in columns, so that every line runs from one column to a later one.

The four steps of Sugiyama, Tagawa and Toda (1981): turn round the links that close a cycle, give
each node a column, order each column so that few links cross, then place it. A link that passes a
column holds a lane of its own there, and so never runs behind a box.

Written here and not taken from a package (measured in November 2026): fast-sugiyama 0.5.3 aborts
the whole process on a link from a node to itself, knows no box sizes and has no wheel for older
Linux; graphviz-pure 0.2.2 is a 6 MB program under EPL-2.0; grandalf is GPL or EPL.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

__all__ = ["Link", "Placement", "layered"]

Link = tuple[str, str]
Slot = int  #: a node or a lane, numbered; nodes come first

_SWEEPS = 24


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a layered drawing puts things.

    `column` and `middle` (vertical) are by node; `lanes` gives for each link the middles of the
    lanes that it holds in the columns between its ends, from left to right.
    """

    column: Mapping[str, int]
    middle: Mapping[str, float]
    lanes: Mapping[Link, tuple[float, ...]]


def layered(
    heights: Mapping[str, float], links: Mapping[Link, float], *, gap: float = 24
) -> Placement:
    """Place nodes of given heights in columns; links map (left, right) to the height of a lane.

    A link that closes a cycle is placed the other way round: then its right end has the lower
    column. A link from a node to itself takes no part.

    Example:
        >>> p = layered({"boss": 40, "clerk": 40}, {("boss", "clerk"): 10})
        >>> p.column["boss"], p.column["clerk"], p.middle["boss"] == p.middle["clerk"]
        (0, 1, True)
    """
    names = sorted(heights)
    number = {name: slot for slot, name in enumerate(names)}
    pairs = {link: (number[link[0]], number[link[1]]) for link in sorted(links)}
    flow = _acyclic(len(names), [pair for pair in pairs.values() if pair[0] != pair[1]])
    columns = _columns(flow)
    room = [heights[name] + gap for name in names]
    chains: dict[Link, list[Slot]] = {}
    for link, (left, right) in pairs.items():
        if left != right:
            ends = (left, right) if columns[left] < columns[right] else (right, left)
            chains[link] = _chain(ends, columns, room, links[link] + gap / 2)
    middles = _placed(_ordered(columns, list(chains.values())), list(chains.values()), room, names)
    return Placement(
        {name: columns[number[name]] for name in names},
        {name: middles[number[name]] for name in names},
        {link: tuple(middles[slot] for slot in chain[1:-1]) for link, chain in chains.items()},
    )


def _acyclic(size: int, pairs: Sequence[tuple[Slot, Slot]]) -> "nx.DiGraph[Slot]":
    """Turn round each link that leads back to where one walk in depth stands."""
    onward: list[list[Slot]] = [[] for _ in range(size)]
    coming = set()
    for left, right in pairs:
        onward[left].append(right)
        coming.add(right)
    # who has nobody above goes first, so that a circle is cut far from the top
    starts = sorted(range(size), key=lambda slot: slot in coming)
    flow: nx.DiGraph[Slot] = nx.DiGraph()
    flow.add_nodes_from(range(size))
    flow.add_edges_from(sorted(_turned(starts, onward)))
    return flow


def _turned(starts: Sequence[Slot], onward: list[list[Slot]]) -> Iterator[tuple[Slot, Slot]]:
    seen: set[Slot] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        path = {start: iter(onward[start])}
        while path:
            slot = next(reversed(path))
            following = next(path[slot], None)
            if following is None:
                del path[slot]
                continue
            yield (following, slot) if following in path else (slot, following)
            if following not in seen:
                seen.add(following)
                path[following] = iter(onward[following])


def _columns(flow: "nx.DiGraph[Slot]") -> list[int]:
    order = list(nx.topological_sort(flow))
    columns = [0] * len(order)
    for slot in order:
        columns[slot] = max((columns[p] + 1 for p in flow.predecessors(slot)), default=0)
    for slot in reversed(order):
        if flow.in_degree(slot) == 0 and flow.out_degree(slot):
            columns[slot] = min(columns[s] for s in flow.successors(slot)) - 1
    return columns


def _chain(
    ends: tuple[Slot, Slot], columns: list[int], room: list[float], lane: float
) -> list[Slot]:
    chain = [ends[0]]
    for column in range(columns[ends[0]] + 1, columns[ends[1]]):
        chain.append(len(columns))
        columns.append(column)
        room.append(lane)
    return [*chain, ends[1]]


def _neighbours(size: int, chains: Sequence[Sequence[Slot]]) -> tuple[list[list[Slot]], ...]:
    before: list[list[Slot]] = [[] for _ in range(size)]
    after: list[list[Slot]] = [[] for _ in range(size)]
    for chain in chains:
        for left, right in pairwise(chain):
            before[right].append(left)
            after[left].append(right)
    return before, after


def _ordered(columns: Sequence[int], chains: Sequence[Sequence[Slot]]) -> list[list[Slot]]:
    """Order each column by the means of its neighbours, to and fro, and keep the best."""
    before, after = _neighbours(len(columns), chains)
    layers: list[list[Slot]] = [[] for _ in range(max(columns, default=-1) + 1)]
    for slot in _walk(before, after):
        layers[columns[slot]].append(slot)
    best, fewest = [list(layer) for layer in layers], _crossings(layers, after)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        forth = sweep % 2 == 0
        for here in range(1, len(layers)) if forth else range(len(layers) - 2, -1, -1):
            fixed = {s: i for i, s in enumerate(layers[here - 1 if forth else here + 1])}
            layers[here] = _by_mean(layers[here], fixed, before if forth else after)
        _swap(layers, before, after)
        crossings = _crossings(layers, after)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return best


def _walk(before: list[list[Slot]], after: list[list[Slot]]) -> list[Slot]:
    seen: dict[Slot, None] = {}
    for start in range(len(before)):
        stack = [start]
        while stack:
            slot = stack.pop()
            if slot not in seen:
                seen[slot] = None
                stack.extend(reversed(before[slot] + after[slot]))
    return list(seen)


def _by_mean(layer: list[Slot], fixed: Mapping[Slot, int], towards: list[list[Slot]]) -> list[Slot]:
    def mean(item: tuple[int, Slot]) -> tuple[float, int]:
        index, slot = item
        places = [fixed[neighbour] for neighbour in towards[slot]]
        return (sum(places) / len(places) if places else index, index)

    return [slot for _, slot in sorted(enumerate(layer), key=mean)]


def _swap(layers: list[list[Slot]], before: list[list[Slot]], after: list[list[Slot]]) -> None:
    for here, layer in enumerate(layers):
        sides = []
        for there, towards in ((here - 1, before), (here + 1, after)):
            if 0 <= there < len(layers):
                place = {slot: i for i, slot in enumerate(layers[there])}
                sides.append([sorted(place[n] for n in towards[slot]) for slot in layer])
        for i in range(len(layer) - 1):
            gain = sum(_pair(side[i], side[i + 1]) - _pair(side[i + 1], side[i]) for side in sides)
            if gain > 0:
                for row in (layer, *sides):
                    row[i], row[i + 1] = row[i + 1], row[i]  # type: ignore[index]


def _pair(upper: Sequence[int], lower: Sequence[int]) -> int:
    return sum(len(upper) - bisect_right(upper, place) for place in lower)


def _crossings(layers: Sequence[Sequence[Slot]], after: list[list[Slot]]) -> int:
    total = 0
    for left, right in pairwise(layers):
        place = {slot: i for i, slot in enumerate(right)}
        met: list[int] = []
        for slot in left:
            ends = [place[neighbour] for neighbour in after[slot]]
            total += _pair(met, ends)
            for end in ends:
                insort(met, end)
    return total


def _placed(
    layers: list[list[Slot]],
    chains: Sequence[Sequence[Slot]],
    room: Sequence[float],
    names: Sequence[str],
) -> list[float]:
    """Pull each column towards its neighbours, as near as the room of its slots allows."""
    before, after = _neighbours(len(room), chains)
    middles = [0.0] * len(room)
    for layer in layers:
        _settle(layer, room, middles, [[] for _ in room], len(names))
    for sweep in range(_SWEEPS):
        last = sweep >= _SWEEPS - 4
        both = [b + a for b, a in zip(before, after, strict=True)]
        towards = both if last else (before, after)[sweep % 2]
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            _settle(layer, room, middles, towards, len(names))
    return middles


def _settle(
    layer: Sequence[Slot],
    room: Sequence[float],
    middles: list[float],
    towards: list[list[Slot]],
    nodes: int,
) -> None:
    """Place one column at least squares from its wishes (pool adjacent violators)."""
    offset, pools = 0.0, []
    offsets = []
    for index, slot in enumerate(layer):
        if index:
            offset += (room[layer[index - 1]] + room[slot]) / 2
        offsets.append(offset)
        near = [middles[n] for n in towards[slot]]
        wish = (sum(near) / len(near) if near else middles[slot]) - offset
        weight = (len(near) or 0.1) * (4 if slot >= nodes else 1)
        pools.append((wish, weight, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (a, wa, na), (b, wb, nb) = pools[-2:]
            pools[-2:] = [((a * wa + b * wb) / (wa + wb), wa + wb, na + nb)]
    places = [wish for wish, _, count in pools for _ in range(count)]
    for slot, place, shift in zip(layer, places, offsets, strict=True):
        middles[slot] = place + shift
