"""What a notice says, as data: the records that every later room works on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ..ontology.vocabulary import vocabulary

__all__ = [
    "LINE_STATES",
    "Acronym",
    "Evidence",
    "Extraction",
    "Mention",
    "Relation",
    "Scope",
    "SectionSpan",
    "ThirdParty",
    "Told",
    "Vacancy",
]


#: What can be said of a posting's reporting line.
LINE_STATES = ("stated", "not stated", "section not found")


def _relation(name: str) -> str:
    if name not in vocabulary().properties:
        raise ValueError(f"{name!r} is no relation of the vocabulary")
    return name


def _kind(name: str) -> str:
    if name not in vocabulary().kinds:
        raise ValueError(f"{name!r} is no kind of the vocabulary")
    return name


RelationName = Annotated[str, AfterValidator(_relation)]
KindName = Annotated[str, AfterValidator(_kind)]
Offset = Annotated[int, Field(ge=0)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(_Record):
    """A clause that states a relation, and the object's mention inside it.

    Offsets count code points of the notice's decoded text, ends exclusive. `quote` is the text
    from `start` to `end`; annotated files may leave it out.
    """

    start: Offset
    end: Offset
    object_start: Offset
    object_end: Offset
    quote: str | None = None
    cue: str | None = None
    rule: str | None = None
    section: str | None = None

    @model_validator(mode="after")
    def _nested(self) -> Evidence:
        if not self.start <= self.object_start < self.object_end <= self.end:
            raise ValueError("the object's span must lie inside the clause's span")
        return self


class Scope(_Record):
    """Where the object of a relation belongs, as the notice says or makes plain."""

    organization: str | None = None
    unit: str | None = None
    country: str | None = None
    place: str | None = None
    region: str | None = None


class Told(_Record):
    """One relation as the notice tells it, however often: what it is with, and the evidence."""

    relation: RelationName
    target: str
    forms: tuple[str, ...] = ()
    kind: KindName | None = None
    scope: Scope | None = None
    evidence: tuple[Evidence, ...] = ()
    condition: str | None = None
    modality: str | None = None


class Relation(Told):
    """A relation between the advertised post and one object."""

    choice: str | None = None
    via: str | None = None
    topic: str | None = None
    urgency: str | None = None


class ThirdParty(Told):
    """A relation that the text states about somebody other than the post."""

    subject: str


class Acronym(_Record):
    """A short form that the notice itself defines."""

    short: str
    long: str
    start: Offset
    end: Offset


class SectionSpan(_Record):
    """A stretch of the text and what it is for (context, duties, requirements ...)."""

    kind: str
    start: Offset
    end: Offset
    heading: str | None = None


class Mention(_Record):
    """A place where the text names an entity."""

    target: str
    kind: KindName
    start: Offset
    end: Offset


class Vacancy(_Record):
    """One posting: its fields, and what it states about the post and about others."""

    title: str | None = None
    organization: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    grade: str | None = None
    duty_station: str | None = None
    country: str | None = None
    contract_type: str | None = None
    closing_date: date | None = None
    requisition: str | None = None
    languages_required: tuple[str, ...] = ()
    languages_desirable: tuple[str, ...] = ()
    experience_years: int | None = None
    duties: int | None = None
    relations: tuple[Relation, ...] = ()
    third_party: tuple[ThirdParty, ...] = ()
    none_stated: tuple[RelationName, ...] = ()
    reporting_line: Literal["stated", "not stated", "section not found"] | None = None
    acronyms: tuple[Acronym, ...] = ()
    sections: tuple[SectionSpan, ...] = ()
    trainings: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Extraction(_Record):
    """All that was read from one source: the format of an annotated file, and a little more.

    Example:
        >>> Extraction(source="a.txt").vacancies
        ()
    """

    source: str
    sha256: str | None = None
    language: str | None = None
    vacancies: tuple[Vacancy, ...] = ()
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the record as JSON-able data, leaving out what was not said at all.

        Example:
            >>> Extraction(source="a.txt").as_json()["source"]
            'a.txt'
        """
        data = self.model_dump(mode="json")
        for vacancy in data["vacancies"]:
            for statement in (*vacancy["relations"], *vacancy["third_party"]):
                _drop_empty(statement)
        return data


def _drop_empty(record: dict[str, Any]) -> None:
    for key in [key for key, value in record.items() if value is None]:
        del record[key]
    if "scope" in record:
        _drop_empty(record["scope"])
    for evidence in record.get("evidence", ()):
        _drop_empty(evidence)
