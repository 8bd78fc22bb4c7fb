"""Chart: the reporting lines as one static picture, for slides, print and the README."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .layout import NOTE_LEADING, NOTE_SIZE, TITLE_LEADING, TITLE_SIZE, Box, Layout, layout
from .lettering import drawable, width
from .strokes import Stroke, strokes

if TYPE_CHECKING:
    import networkx as nx
    from markupsafe import Markup

__all__ = ["LOOKS", "TITLE", "Look", "chart", "drawing", "look", "summary"]

TITLE = "Who reports to whom"
_MARGIN, _LEGEND_TOP, _LEGEND_ROW, _LEAST_WIDTH = 36, 96, 26, 760
_INK, _FAINT = "#14213d", "#4a5568"


@dataclass(frozen=True, slots=True)
class Look:
    """How a box looks and what that means."""

    words: str
    fill: str
    border: str
    thick: float
    dash: str


LOOKS = (
    Look("post that a notice advertises", "#e8f0fc", "#2f5fa7", 1.8, ""),
    Look("named in a notice", "#ffffff", "#8a94a6", 1.2, ""),
    Look("a name that the lexicon lacks", "#fffdf8", "#9a6b16", 1.2, "5 3"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry of the legend: a stroke or the look of a box, its words and its place."""

    text: str
    x: float
    y: float
    stroke: Stroke | None = None
    look: Markup | None = None


def chart(graph: nx.MultiDiGraph[str]) -> str:
    """Draw the reporting view of a graph as an SVG document.

    Only plain shapes and texts are used, so that office programs show it as a browser does.
    """
    return _rendered("chart.svg", graph, layout(graph))


def drawing(graph: nx.MultiDiGraph[str], plan: Layout) -> Markup:
    """Draw a layout as an svg element to be set into a page."""
    from markupsafe import Markup

    return Markup(_rendered("drawing.svg", graph, plan))  # escaped by the template


def summary(graph: nx.MultiDiGraph[str], plan: Layout) -> str:
    """Say in one sentence how much a drawing shows.

    Example:
        >>> import networkx as nx
        >>> summary(nx.MultiDiGraph(), Layout({}, (), 0, 0))
        '0 notices read: 0 reporting lines between 0 posts, units and groups'
    """
    notices, lines, boxes = len(graph.graph.get("notices", ())), len(plan.routes), len(plan.boxes)
    return (
        f"{notices} {'notice' if notices == 1 else 'notices'} read: "
        f"{lines} reporting {'line' if lines == 1 else 'lines'} "
        f"between {boxes} posts, units and groups"
    )


def look(data: Mapping[str, Any]) -> int:
    """Tell which look a node's box has: 0 advertised, 1 named, 2 candidate."""
    if data.get("advertised"):
        return 0
    return 2 if data.get("candidate") else 1


def _rendered(template: str, graph: nx.MultiDiGraph[str], plan: Layout) -> str:
    from .templates import environment

    wide = max(plan.width + 2 * _MARGIN, _LEAST_WIDTH)
    legend, low = _legend(graph, plan, wide)
    return (
        environment()
        .get_template(template)
        .render(
            title=TITLE,
            summary=summary(graph, plan),
            width=round(wide),
            height=round(low + plan.height + _MARGIN),
            margin=_MARGIN,
            top=round(low),
            strokes=[s for s in strokes().values() if s.name != "other"],
            by_name=strokes(),
            legend=legend,
            layout=plan,
            boxes=[_box(box, graph.nodes[name]) for name, box in plan.boxes.items()],
        )
    )


def _legend(graph: nx.MultiDiGraph[str], plan: Layout, wide: float) -> tuple[list[Sample], float]:
    """Set the legend in rows; give it with the height at which the drawing begins."""
    counts = Counter(route.line.stroke for route in plan.routes)
    looks = Counter(look(graph.nodes[name]) for name in plan.boxes)
    entries: list[tuple[str, Stroke | None, Markup | None]] = [
        (f"{_word(s)} ({counts[s.name]})", s, None) for s in strokes().values() if counts[s.name]
    ]
    entries += [(f"{LOOKS[i].words} ({looks[i]})", None, _look(i)) for i in sorted(looks)]
    samples, x, y = [], float(_MARGIN), float(_LEGEND_TOP)
    for text, kind, box in entries:
        room = 54 + width(text, 13) + 28
        if x > _MARGIN and x + room > wide - _MARGIN:
            x, y = float(_MARGIN), y + _LEGEND_ROW
        samples.append(Sample(text, round(x), y, kind, box))
        x += room
    return samples, y + 40


def _word(kind: Stroke) -> str:
    return kind.word or f"{'technical ' if kind.round else ''}supervision {kind.note}"


def _look(index: int) -> Markup:
    from markupsafe import Markup

    kind = LOOKS[index]
    text = Markup('fill="{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}"')
    return text.format(kind.fill, kind.border, kind.thick, kind.dash or "none")


def _box(box: Box, data: Mapping[str, Any]) -> dict[str, object]:
    middle = box.left + box.width / 2
    text = TITLE_LEADING * len(box.title) + NOTE_LEADING * len(box.note)
    y = box.top + (box.height - text) / 2
    lines = []
    for part, size, leading, bold, ink in (
        (box.title, TITLE_SIZE, TITLE_LEADING, True, _INK),
        (box.note, NOTE_SIZE, NOTE_LEADING, False, _FAINT),
    ):
        for line in part:
            y += leading
            lines.append(
                {
                    "x": middle,
                    "y": y - leading * 0.28,
                    "size": size,
                    "bold": bold,
                    "ink": ink,
                    "text": drawable(line),
                }
            )
    return {
        "left": box.left,
        "top": box.top,
        "width": box.width,
        "height": box.height,
        "look": _look(look(data)),
        "lines": lines,
    }
