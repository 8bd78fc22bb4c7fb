"""An answer of the store, in the forms that people and programs take it in."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import cast

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat

from ..exports.tables import neutral
from ..ontology.terms import PREFIXES, XSD, XSD_STRING

__all__ = ["Answer", "WrongForm"]

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
Cell = NamedNode | BlankNode | Literal | None


class WrongForm(ValueError):
    """A form that this sort of answer does not have."""

    def __init__(self, sort: str, form: str) -> None:
        """Keep the sort of answer and the form asked for."""
        super().__init__(sort, form)
        self.sort, self.form = sort, form

    def __str__(self) -> str:
        """Say which form would do."""
        instead = "Turtle" if self.sort == "triples" else "CSV, TSV, JSON or XML"
        return f"the answer is {self.sort} and cannot be written as {self.form}: take {instead}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave: a "table", a "truth" or "triples".

    `data` is SPARQL JSON for the first two and N-Triples for the third.
    """

    sort: str
    data: bytes

    @property
    def truth(self) -> bool:
        """Whether there is anything: the yes or no of ASK, else whether the answer is not empty."""
        if self.sort == "truth":
            return bool(self._parsed())
        return bool(self.rows())

    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        if self.sort == "triples":
            return ("subject", "predicate", "object")
        if self.sort == "truth":
            return ("answer",)
        return tuple(variable.value for variable in self._solutions().variables)

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows as texts: IRIs and literals bare, what is unbound empty."""
        return [tuple(_text(term) for term in row) for row in self._terms()]

    def csv(self) -> str:
        """Write the rows for a spreadsheet; texts that look like formulas are made harmless."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.columns())
        writer.writerows([_cell(term) for term in row] for row in self._terms())
        return text.getvalue()

    def tsv(self) -> str:
        """Write the table as SPARQL TSV.

        Raises:
            WrongForm: the answer is triples or a yes or no.
        """
        if self.sort != "table":
            raise WrongForm(self.sort, "TSV")
        return self._serialized(QueryResultsFormat.TSV)

    def json(self) -> str:
        """Write the table, or the yes or no, as SPARQL JSON.

        Raises:
            WrongForm: the answer is triples.
        """
        if self.sort == "triples":
            raise WrongForm(self.sort, "JSON")
        return self.data.decode("utf-8")

    def xml(self) -> str:
        """Write the table, or the yes or no, as SPARQL XML.

        Raises:
            WrongForm: the answer is triples.
        """
        if self.sort == "triples":
            raise WrongForm(self.sort, "XML")
        return self._serialized(QueryResultsFormat.XML)

    def turtle(self) -> str:
        """Write triples as Turtle.

        Raises:
            WrongForm: the answer is no triples.
        """
        if self.sort != "triples":
            raise WrongForm(self.sort, "Turtle")
        triples = (quad.triple for quad in pyoxigraph.parse(self.data, RdfFormat.N_TRIPLES))
        data = pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
        return (data or b"").decode("utf-8")

    def _terms(self) -> list[tuple[object, ...]]:
        if self.sort == "truth":
            return [("yes" if self._parsed() else "no",)]
        if self.sort == "triples":
            parsed = pyoxigraph.parse(self.data, RdfFormat.N_TRIPLES)
            return [(s, p, o) for s, p, o, _ in parsed]
        solutions = self._solutions()
        width = range(len(solutions.variables))
        return [tuple(solution[index] for index in width) for solution in solutions]

    def _parsed(self) -> pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean:
        return pyoxigraph.parse_query_results(self.data, QueryResultsFormat.JSON)

    def _solutions(self) -> pyoxigraph.QuerySolutions:
        return cast("pyoxigraph.QuerySolutions", self._parsed())

    def _serialized(self, form: QueryResultsFormat) -> str:
        return (self._parsed().serialize(format=form) or b"").decode("utf-8")


def _text(term: object) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | BlankNode | Literal) else str(term)


def _cell(term: object) -> str:
    return _text(term) if _is_number(term) else neutral(_text(term))


def _is_number(term: object) -> bool:
    # the datatype alone proves nothing: a notice's data may call anything a number
    return (
        isinstance(term, Literal)
        and term.datatype in XSD
        and term.datatype != XSD_STRING
        and _NUMBER.fullmatch(term.value) is not None
    )
