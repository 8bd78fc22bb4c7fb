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
    reads from its other end. `relation` is the one relation that is drawn so, where it differs from
    the others of its kind of line.
    """

    name: str
    word: str
    note: str
    inverse: str
    dash: str
    width: float
    light: str
    dark: str
    relation: str

    @property
    def round(self) -> bool:
        """Whether it is made of dots."""
        return self.dash.startswith("0.")


@cache
def strokes() -> Mapping[str, Stroke]:
    """Read the kinds of line from lines.tsv, in the order in which a legend shows them.

    Example:
        >>> strokes()["dotted"].word
        'technical'
    """
    text = files("dottedline.exports").joinpath("lines.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {r[0]: Stroke(r[0], r[1], r[2], r[3], r[4], float(r[5]), *r[6:9]) for r in rows}


def stroke(line: str | None, relation: str = "") -> Stroke:
    """Give the stroke of a line; a relation that is no reporting line has the plain "other".

    Example:
        >>> stroke("above", "supervises").round, stroke("above", "supervisesTechnically").round
        (False, True)
    """
    table = strokes()
    own = (kind for kind in table.values() if relation and kind.relation == relation)
    return next(own, table.get(line or "other", table["other"]))
