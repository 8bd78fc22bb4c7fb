"""Terminology: the ontology as one HTML page, written from its Turtle files alone."""

from __future__ import annotations

from functools import cache

from ...ontology import terms as t
from ..policy import policy
from ..strokes import strokes
from ..templates import environment, source
from .entries import levels, shelves
from .head import head
from .names import Names
from .statements import mentions, parts, questions, works
from .tables import Tables, tables
from .terms import Terms

__all__ = ["drawn", "terminology"]


@cache
def terminology() -> str:
    """Write the page of the ontology that comes with the package, once.

    It is the same for every build, whatever the notices say and wherever the data lives.
    """
    return drawn(tables())


def drawn(told: Tables) -> str:
    """Write what tables hold as a page that asks nothing of any network and needs no script.

    Every string of the tables is escaped, only web addresses become links, and the page's own
    policy lets nothing run but its one script.
    """
    from markupsafe import Markup

    names = Names(told)
    terms = Terms(told, names)
    script, style = _script(), _style()
    reference = parts(told, names)
    return (
        environment()
        .get_template("ontology.html")
        .render(
            policy=policy(scripts=[script], style=style),
            style=Markup(style),  # ours: neither holds a word of the tables
            script=Markup(script),
            head=head(told, names),
            hierarchies={
                "classes": terms.hierarchy(t.SUB_CLASS_OF),
                "properties": terms.hierarchy(t.SUB_PROPERTY_OF),
            },
            classes=terms.classes(),
            properties=terms.properties(),
            schemes=terms.schemes(),
            values=terms.values(),
            levels=levels(told, names),
            shelves=shelves(told, names),
            parts=reference,
            mentions=mentions(reference, names),
            works=works(told, names),
            asked=questions(told, names),
        )
    )


def _script() -> str:
    return f"(() => {{\n'use strict';\n{source('ontology.js')}}})();\n"


def _style() -> str:
    return environment().get_template("ontology.css").render(strokes=list(strokes().values()))
