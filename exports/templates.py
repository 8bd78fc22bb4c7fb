"""Templates: the one Jinja environment, in which every text is escaped."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment", "source"]


def source(name: str) -> str:
    """Read a file that lies beside this module."""
    return files("dottedline.exports").joinpath(name).read_text("utf-8")


@cache
def environment() -> "Environment":
    """Give the environment of the page and the chart; it escapes whatever it is handed.

    Example:
        >>> environment().from_string("{{ title }}").render(title="<script>")
        '&lt;script&gt;'
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
