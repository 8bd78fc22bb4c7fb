"""Routes: the way of each line from box to box, which no third box ever crosses.

A line leaves a box sideways, bends only in the channel between two columns, and runs level through
its own lane where it passes a column. Before it meets the right-hand box it runs level beside its
word, so that words never lie upon each other.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .lettering import drawable, width
from .strokes import stroke

__all__ = ["Frame", "Line", "Route", "bends", "lane", "line_of", "room_for", "routed", "run"]

WORD_SIZE, REMARK_SIZE = 13, 12
_WORD_ROW, _NOTE_ROW = 19, 15
_STEP = 7  # between lines of one pair that share a lane
_LEAST, _MARGIN = 44, 14  # of the bends of a channel
_TIP = 9
_ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Line:
    """A reporting line to be drawn: from source to target, with the superior's side told."""

    source: str
    target: str
    key: str
    superior: str
    subordinate: str
    stroke: str
    word: str
    note: str


@dataclass(frozen=True, slots=True)
class Route:
    """A line as drawn: an SVG path from source to target, its arrow's tip and its words' place.

    `turn` is the angle in degrees in which the arrow points: 0 to the right, 180 to the left.
    """

    line: Line
    path: str
    tip: tuple[float, float]
    turn: int
    word_at: tuple[float, float]

    def moved(self, right: float, down: float) -> "Route":
        """Give the route at another place."""
        numbers = self.path.split()
        shifted, across = [], True
        for token in numbers:
            if token.isalpha():
                shifted.append(token)
            else:
                shifted.append(_n(float(token) + (right if across else down)))
                across = not across
        return Route(
            self.line,
            " ".join(shifted),
            (self.tip[0] + right, self.tip[1] + down),
            self.turn,
            (self.word_at[0] + right, self.word_at[1] + down),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that lines must respect: column, left, top, width, height."""

    column: int
    left: float
    top: float
    width: float
    height: float


def line_of(source: str, target: str, key: str, data: Mapping[str, object]) -> Line:
    """Make the line of an edge of the graph, its word and its note included.

    Example:
        >>> line_of("clerk", "boss", "k", {"line": "solid", "label": "x"}).superior
        'boss'
        >>> line_of(
        ...     "boss", "clerk", "k", {"line": "above", "label": "supervises (from above)"}
        ... ).word
        'supervises'
    """
    kind = stroke(str(data["line"]) if data.get("line") else None, str(data.get("relation", "")))
    ends = (source, target) if data.get("line") == _ABOVE else (target, source)
    notes = [kind.note] if kind.note else []
    if data.get("modality", "Stated") != "Stated":
        notes.append(str(data["modality"]).lower())
    if data.get("choices"):
        notes.append("one of several")
    word = kind.word or drawable(str(data.get("label", ""))).partition(" (")[0]
    return Line(source, target, key, *ends, kind.name, word, ", ".join(notes))


def room_for(lines: Sequence[Line]) -> float:
    """Tell the height that the side of a box needs, so that the words of its lines do not touch."""
    return sum(_row(line) for line in lines)


def lane(lines: Sequence[Line]) -> float:
    """Tell the height of the lane in which the lines between two boxes run side by side."""
    return _STEP * (len(lines) - 1) + 4


def run(line: Line) -> float:
    """Tell how far a line runs level before its right-hand box, beside its words."""
    return max(width(line.word, WORD_SIZE), width(line.note, REMARK_SIZE)) + 22


def bends(count: int) -> float:
    """Tell the width that the bends of a channel need, by the number of its lines."""
    return min(_LEAST + 3 * count, 150)


def routed(
    lines: Sequence[Line],
    frames: Mapping[str, Frame],
    lanes: Mapping[tuple[str, str], Sequence[float]],
    columns: Sequence[tuple[float, float, float]],
) -> list[Route]:
    """Route lines between frames.

    `lanes` maps (superior, subordinate) to the middles of the lanes held on the way; a column is
    its left side, its right side, and how far lines run level before it.
    """
    tracks = {line: _track(line, lines, frames, lanes) for line in lines}
    leaving, arriving = _ports(lines, frames, tracks)
    return [
        _route(line, frames, tracks[line], (leaving[line], arriving[line]), columns)
        for line in lines
    ]


def _row(line: Line) -> float:
    return _WORD_ROW + (_NOTE_ROW if line.note else 0)


def _ends(line: Line, frames: Mapping[str, Frame]) -> tuple[str, str]:
    upper, lower = line.superior, line.subordinate
    return (lower, upper) if frames[upper].column > frames[lower].column else (upper, lower)


def _track(
    line: Line,
    lines: Sequence[Line],
    frames: Mapping[str, Frame],
    lanes: Mapping[tuple[str, str], Sequence[float]],
) -> list[float]:
    ends = _ends(line, frames)
    fellows = [other for other in lines if _ends(other, frames) == ends]
    shift = _STEP * (fellows.index(line) - (len(fellows) - 1) / 2)
    middles = lanes.get(ends) or lanes.get((ends[1], ends[0]), ())
    return [middle + shift for middle in middles]


def _ports(
    lines: Sequence[Line], frames: Mapping[str, Frame], tracks: Mapping[Line, Sequence[float]]
) -> tuple[dict[Line, float], dict[Line, float]]:
    """Spread arrivals and departures along the sides, in the order of where the lines go."""
    coming: defaultdict[str, list[Line]] = defaultdict(list)
    going: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        left, right = _ends(line, frames)
        going[left].append(line)
        coming[right].append(line)
    arriving: dict[Line, float] = {}
    for name, members in coming.items():
        back = {
            x: tracks[x][-1] if tracks[x] else _middle(_ends(x, frames)[0], frames) for x in members
        }
        arriving.update(_arrivals(sorted(members, key=lambda x: back[x]), frames[name]))
    leaving: dict[Line, float] = {}
    for name, members in going.items():
        onward = {x: tracks[x][0] if tracks[x] else arriving[x] for x in members}
        leaving.update(_departures(onward, frames[name]))
    return leaving, arriving


def _middle(name: str, frames: Mapping[str, Frame]) -> float:
    return frames[name].top + frames[name].height / 2


def _arrivals(ordered: Sequence[Line], frame: Frame) -> dict[Line, float]:
    places = {}
    top = frame.top + (frame.height - room_for(ordered)) / 2
    for line in ordered:
        lone = len(ordered) == 1 and not line.note
        places[line] = top + (_row(line) / 2 if lone else _WORD_ROW - 3)
        top += _row(line)
    return places


def _departures(onward: Mapping[Line, float], frame: Frame) -> dict[Line, float]:
    """Spread departures about the middle; a line that leaves alone runs as level as it can."""
    ordered = sorted(onward, key=lambda x: onward[x])
    if len(ordered) == 1:
        level = frame.top + 12 <= onward[ordered[0]] <= frame.top + frame.height - 12
        return {ordered[0]: onward[ordered[0]] if level else frame.top + frame.height / 2}
    step = min(16.0, frame.height / (len(ordered) + 1))
    first = frame.top + frame.height / 2 - step * (len(ordered) - 1) / 2
    return {line: first + place * step for place, line in enumerate(ordered)}


def _route(
    line: Line,
    frames: Mapping[str, Frame],
    track: Sequence[float],
    heights: tuple[float, float],
    columns: Sequence[tuple[float, float, float]],
) -> Route:
    left, right = (frames[name] for name in _ends(line, frames))
    if line.superior == line.subordinate:
        return _loop(line, left)
    points = [(left.left + left.width, heights[0])]
    for column, middle in enumerate(track, left.column + 1):
        points += [(columns[column][0] - columns[column][2], middle), (columns[column][1], middle)]
    start = columns[right.column][0] - columns[right.column][2]
    points += [(start, heights[1]), (right.left, heights[1])]
    forward = _ends(line, frames)[0] == line.source
    word_at = (right.left - (_TIP + 3 if forward else 5), heights[1] - 4)
    if forward:
        return Route(line, _path(points), points[-1], 0, word_at)
    return Route(line, _path(points[::-1]), points[0], 180, word_at)


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Join points: level where two lie at one height, else an S with level ends."""
    (x, y), parts = points[0], []
    parts.append(f"M {_n(x)} {_n(y)}")
    for to_x, to_y in points[1:]:
        if to_y == y:
            parts.append(f"L {_n(to_x)} {_n(to_y)}")
        else:
            half = (x + to_x) / 2
            parts.append(f"C {_n(half)} {_n(y)} {_n(half)} {_n(to_y)} {_n(to_x)} {_n(to_y)}")
        x, y = to_x, to_y
    return " ".join(parts)


def _loop(line: Line, frame: Frame) -> Route:
    x, low = frame.left + frame.width, frame.top + frame.height
    path = f"M {_n(x)} {_n(low - 22)} C {_n(x + 30)} {_n(low - 22)} {_n(x + 30)} {_n(low - 8)}"
    tip = (x, low - 8)
    return Route(line, f"{path} {_n(x)} {_n(low - 8)}", tip, 180, (x + 28, low + 6))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
