"""Reads vacancy notices into a graph of reporting lines, every edge with the words that say so.

Names are imported when they are first asked for, so that `import dottedline` costs nothing.

Example:
    >>> import dottedline
    >>> text = "The officer reports to the Chief of Mission."
    >>> notice = dottedline.Notice("a.txt", text, "0" * 64, "utf-8")
    >>> dottedline.extract(notice).source
    'a.txt'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .exports.chart import chart
    from .exports.page import page
    from .graph.build import knowledge
    from .graph.document import Document
    from .graph.views import post_view, reporting_view, role_view
    from .store.contents import documents_of, graph_of
    from .store.folder import BuildFolder, opened
    from .store.pipeline import build as build_folder
    from .store.reading import documents
    from .vacancies.extract import extract
    from .vacancies.model import Extraction, Vacancy
    from .vacancies.readers import Notice, Unreadable, find, read

__all__ = [
    "BuildFolder",
    "Document",
    "Extraction",
    "Notice",
    "Unreadable",
    "Vacancy",
    "build_folder",
    "chart",
    "documents",
    "documents_of",
    "extract",
    "find",
    "graph_of",
    "knowledge",
    "opened",
    "page",
    "post_view",
    "read",
    "reporting_view",
    "role_view",
]

_HOMES = {
    "BuildFolder": ("store.folder", "BuildFolder"),
    "Document": ("graph.document", "Document"),
    "Extraction": ("vacancies.model", "Extraction"),
    "Notice": ("vacancies.readers", "Notice"),
    "Unreadable": ("vacancies.readers", "Unreadable"),
    "Vacancy": ("vacancies.model", "Vacancy"),
    # not "build": a folder of that name in a checkout would shadow it
    "build_folder": ("store.pipeline", "build"),
    "chart": ("exports.chart", "chart"),
    "documents": ("store.reading", "documents"),
    "documents_of": ("store.contents", "documents_of"),
    "extract": ("vacancies.extract", "extract"),
    "find": ("vacancies.readers", "find"),
    "graph_of": ("store.contents", "graph_of"),
    "knowledge": ("graph.build", "knowledge"),
    "opened": ("store.folder", "opened"),
    "page": ("exports.page", "page"),
    "post_view": ("graph.views", "post_view"),
    "read": ("vacancies.readers", "read"),
    "reporting_view": ("graph.views", "reporting_view"),
    "role_view": ("graph.views", "role_view"),
}


def __getattr__(name: str) -> object:
    """Import a public name from the room that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(f".{module}", __name__), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
