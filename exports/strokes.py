"""Strokes: how each kind of line is drawn, and the words that it carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Stroke", "stroke", "strokes"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One row of lines.tsv: a kind of line, its words, and its look on light and dark ground.

    An empty word means that the line carries the name of its relation; `inverse` is how the line
    reads from its other end.
    """

    name: str
    word: str
    note: str
    inverse: str
    dash: str
    width: float
    light: str
    dark: str


@cache
def strokes() -> Mapping[str, Stroke]:
    """Read the kinds of line from lines.tsv, in the order in which a legend shows them.

    Example:
        >>> strokes()["dotted"].word
        'technical'
    """
    text = files("dottedline.exports").joinpath("lines.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {r[0]: Stroke(r[0], r[1], r[2], r[3], r[4], float(r[5]), r[6], r[7]) for r in rows}


def stroke(line: str | None) -> Stroke:
    """Give the stroke of a line; a relation that is no reporting line has the plain "other"."""
    table = strokes()
    return table.get(line or "other", table["other"])
