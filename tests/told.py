"""Notices made up for the tests, and how hostile ones are thought up."""

from __future__ import annotations

from typing import Any

from dottedline.graph.document import Document
from dottedline.ontology.vocabulary import vocabulary
from dottedline.vacancies.model import Evidence, Extraction, Relation, Scope, ThirdParty, Vacancy
from hypothesis import strategies as st
from places import SHARED

TEXT = (
    "Guard Captain, Kinshasa.\r\n"
    "The Captain answers in all things to the Chief of Mission. Craft advice comes from the OSS, "
    "for which the RSO speaks.\r\n"
    "Tells the COM/HoO at once of trouble at the gate. Sits in the SMT. "
    "Where no captain is posted, the gate keeper answers to the RSO."
)


def evidence(text: str, clause: str, mention: str) -> tuple[Evidence, ...]:
    """Return the evidence of the first clause, and of the last such mention in it."""
    start = text.index(clause)
    inside = start + clause.rindex(mention)
    return (
        Evidence(
            start=start,
            end=start + len(clause),
            object_start=inside,
            object_end=inside + len(mention),
        ),
    )


def _read(told: Evidence) -> Evidence:
    return told.model_copy(update={"cue": "Craft advice", "rule": "craft", "section": "context"})


def document(text: str = TEXT, source: str = "made.txt", **fields: Any) -> Document:
    """Return a notice of one vacancy, its post at the International Organization for Migration."""
    told = {"title": "Field Security Officer", "organization": ("IOM",), **fields}
    extraction = Extraction(source=source, language="en", vacancies=(Vacancy(**told),))
    return Document.of(extraction, text.encode())


def kinshasa(source: str = "made.txt", more: str = "", **fields: Any) -> Document:
    """Return a notice that has one of everything."""
    text = TEXT + more
    iom = Scope(organization="IOM", country="CD")
    boss = "answers in all things to the Chief of Mission"
    told = {
        "duty_station": "Kinshasa",
        "country": "CD",
        "unit": ("OSS",),
        "closing_date": "2026-06-10",
        "none_stated": ("supervises",),
        "relations": (
            Relation(
                relation="reportsDirectlyTo",
                target="Chief of Mission",
                forms=("COM",),
                kind="role",
                scope=iom,
                evidence=evidence(text, boss, "Chief of Mission"),
            ),
            Relation(
                relation="reportsTechnicallyTo",
                target="OSS",
                kind="unit",
                via="RSO",
                evidence=(_read(*evidence(text, "Craft advice comes from the OSS", "OSS")),),
            ),
            Relation(
                relation="reportsTo",
                target="RSO",
                kind="role",
                scope=Scope(organization="IOM", place="Nairobi"),
                modality="conditional",
                condition="Where no captain is posted",
                evidence=evidence(text, "the gate keeper answers to the RSO", "RSO"),
            ),
            *(
                Relation(
                    relation="informs",
                    target=one,
                    kind="role",
                    scope=iom,
                    choice="either",
                    topic="trouble at the gate",
                    urgency="at once",
                    evidence=evidence(text, "Tells the COM/HoO", one),
                )
                for one in ("COM", "HoO")
            ),
            Relation(
                relation="participatesIn",
                target="SMT",
                kind="body",
                evidence=evidence(text, "Sits in the SMT", "SMT"),
            ),
        ),
        "third_party": (
            ThirdParty(
                subject="OSS",
                relation="representedBy",
                target="RSO",
                evidence=evidence(text, "the OSS, for which the RSO", "RSO"),
            ),
            ThirdParty(
                subject="OSS",
                relation="responsibleFor",
                target="peace at all gates",
                evidence=evidence(text, "trouble at the gate", "gate"),
            ),
        ),
        **fields,
    }
    return document(text, source, **told)


def gold() -> list[Document]:
    """Return the annotated notices with their texts."""
    found = []
    for path in sorted((SHARED / "gold").glob("*.json")):
        extraction = Extraction.model_validate_json(path.read_text("utf-8"))
        found.append(Document.of(extraction, (SHARED / "notices" / extraction.source).read_bytes()))
    return found


_NAMES = st.one_of(
    st.sampled_from(("Chief of Mission", "OSS", "RSO", "UNDSS", "</script>", "=1+1", "a\x00b\x0c")),
    st.text(max_size=12),
)
_MAYBE = st.none() | _NAMES
_RELATIONS = sorted(p.name for p in vocabulary().properties.values() if not p.third_party)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Think up a notice with names and texts that nobody would print."""
    text = draw(st.text(st.characters(), min_size=8, max_size=40))
    relations = draw(st.lists(_relations(), max_size=4))
    vacancy = Vacancy(
        title=draw(_MAYBE),
        organization=tuple(draw(st.lists(_NAMES, max_size=2))),
        duty_station=draw(_MAYBE),
        country=draw(st.sampled_from((None, "CD", "LY", "??"))),
        closing_date=draw(st.none() | st.dates()),
        relations=tuple(relations),
    )
    source = draw(st.text(min_size=1, max_size=8))
    extraction = Extraction(source=source, language="en", vacancies=(vacancy,))
    sha256 = draw(st.integers(0, 3)) * 16**60
    return Document(extraction, text, f"{sha256:064x}")


@st.composite
def _relations(draw: st.DrawFn) -> Relation:
    start, end = draw(st.integers(0, 3)), draw(st.integers(5, 8))
    return Relation(
        relation=draw(st.sampled_from(_RELATIONS)),
        target=draw(_NAMES),
        forms=tuple(draw(st.lists(_NAMES, max_size=2))),
        kind=draw(st.none() | st.sampled_from(sorted(vocabulary().kinds))),
        scope=draw(st.none() | st.builds(Scope, country=st.just("CD"), organization=_MAYBE)),
        evidence=(Evidence(start=start, end=end, object_start=start, object_end=start + 1),),
        condition=draw(_MAYBE),
        choice=draw(_MAYBE),
        via=draw(_MAYBE),
        topic=draw(_MAYBE),
        modality=draw(st.sampled_from((None, "stated", "conditional", "inferred"))),
    )
