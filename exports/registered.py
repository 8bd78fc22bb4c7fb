"""What the registry says of a notice: the document, the postings in it, their printed fields."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from ..graph.claims import Reading
from ..graph.identity import Mint
from ..graph.legible import encodable
from ..graph.posting import LINE_STATES, Posting
from ..ontology import terms as t
from ..ontology.vocabulary import vocabulary
from .described import node
from .named import named

__all__ = ["registered"]

_LINES = dict(
    zip(LINE_STATES, (t.LINE_STATED, t.LINE_NOT_STATED, t.SECTION_NOT_FOUND), strict=True)
)


def registered(reading: Reading) -> Iterator[Triple]:
    """Give the triples by which the registry knows a notice and its postings."""
    document, subject = reading.document, node(reading.iri)
    yield Triple(subject, t.TYPE, t.NOTICE)
    yield Triple(subject, t.TYPE, t.ENTITY)
    yield Triple(subject, t.SHA256, Literal(document.sha256))
    if document.language:
        yield Triple(subject, t.DCT_LANGUAGE, Literal(document.language))
    if document.text is not None:
        yield Triple(subject, t.CHARACTERS, Literal(len(document.text)))
    bundle = node(Mint.claims(reading.iri))
    yield Triple(bundle, t.TYPE, t.BUNDLE)
    yield Triple(bundle, t.WAS_DERIVED_FROM, subject)
    for posting, _ in reading.postings:
        yield from _posting(posting)
        yield from named(document, posting)


def _posting(posting: Posting) -> Iterator[Triple]:
    subject = node(posting.iri)
    yield Triple(subject, t.TYPE, t.JOB_POSTING)
    yield Triple(subject, t.TYPE, t.ENTITY)
    yield Triple(subject, t.WAS_DERIVED_FROM, node(posting.notice))
    yield Triple(subject, t.ADVERTISES, node(posting.post.iri))
    if posting.hirer is not None:
        yield Triple(subject, t.HIRING_ORGANIZATION, node(posting.hirer.iri))
    if posting.unit is not None:
        yield Triple(subject, t.EMPLOYMENT_UNIT, node(posting.unit.iri))
    yield Triple(subject, t.REPORTING_LINE, _LINES[posting.line])
    for name in posting.vacancy.none_stated:
        yield Triple(subject, t.STATES_NONE, node(vocabulary().properties[name].iri))
    yield from _fields(subject, posting)


def _fields(subject: NamedNode, posting: Posting) -> Iterator[Triple]:
    told = posting.vacancy
    texts = (
        (t.TITLE, (told.title,)),
        (t.GRADE, (told.grade,)),
        (t.REQUISITION, (told.requisition,)),
        (t.CONTRACT_TYPE, (told.contract_type,)),
        (t.DUTY_STATION, (told.duty_station,)),
        (t.LANGUAGE_REQUIRED, told.languages_required),
        (t.LANGUAGE_DESIRABLE, told.languages_desirable),
        (t.TRAINING, told.trainings),
    )
    for relation, values in texts:
        for value in values:
            if value:
                yield Triple(subject, relation, Literal(encodable(value)))
    if told.closing_date:
        date = told.closing_date.isoformat()
        yield Triple(subject, t.VALID_THROUGH, Literal(date, datatype=t.XSD_DATE))
    for relation, number in (
        (t.EXPERIENCE_YEARS, told.experience_years),
        (t.DUTY_COUNT, told.duties),
    ):
        if number is not None and number >= 0:
            yield Triple(subject, relation, Literal(str(number), datatype=t.NON_NEGATIVE_INTEGER))
