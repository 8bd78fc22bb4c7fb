"""One posting of a notice: the post, the position it fills, and what it is set in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..ontology.terms import DL, REPORTS_TO
from ..ontology.vocabulary import vocabulary
from ..vacancies.model import LINE_STATES, Vacancy
from .identity import Mint
from .legible import encodable, spaced
from .resolve import Resolver, Setting, owning
from .things import Thing

__all__ = ["LINE_STATES", "Posting", "posting"]

_WIDE = frozenset({"region", "global", "organisation"})
_WHERE_LINES_STAND = frozenset({"context", "duties"})


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting with its names resolved; `position` is None where no title is printed.

    `hirer` holds the contract; the post sits in the organisation of its `setting`.
    """

    iri: str
    notice: str
    vacancy: Vacancy
    post: Thing
    position: Thing | None
    unit: Thing | None
    station: Thing | None
    hirer: Thing | None
    setting: Setting
    line: str

    @property
    def node(self) -> Thing:
        """The position, or the post itself where there is none."""
        return self.position or self.post


def posting(vacancy: Vacancy, notice: str, number: int, resolver: Resolver) -> Posting:
    """Resolve the fields of a vacancy; postings of a notice are numbered from one."""
    hirer = resolver.organization(vacancy.organization)
    owner = _home(hirer, resolver.unit(vacancy.unit, Setting(owning(hirer))))
    country = resolver.places.country(vacancy.country) if vacancy.country else None
    station = _station(vacancy, country, resolver)
    country = country or (station.country if station else None)
    title = (vacancy.title or "").strip()
    role = resolver.title(title, owner) if title else None
    setting = Setting(owner, country, wide=role is None or role.scope in _WIDE)
    return Posting(
        iri=Mint.posting(notice, number),
        notice=notice,
        vacancy=vacancy,
        post=_post(vacancy, Mint.post(notice, number), role, setting, station),
        position=resolver.occupied(role, setting, station) if role else None,
        unit=resolver.unit(vacancy.unit, setting),
        station=station,
        hirer=hirer,
        setting=setting,
        line=_line(vacancy),
    )


def _home(hirer: Thing | None, unit: Thing | None) -> Thing | None:
    # a post that one organisation contracts for another sits in the other
    named = unit is not None and not unit.candidate
    return (owning(unit) if named else None) or owning(hirer)


def _station(vacancy: Vacancy, country: Thing | None, resolver: Resolver) -> Thing | None:
    if not (vacancy.duty_station and vacancy.duty_station.strip()):
        return None
    return resolver.places.place(vacancy.duty_station, country)


def _post(
    vacancy: Vacancy, iri: str, role: Thing | None, setting: Setting, station: Thing | None
) -> Thing:
    owner = setting.organization
    parts = (
        spaced(encodable(vacancy.title or "")) or _untitled(vacancy),
        owner.short if owner else None,
        station.label if station else None,
        str(vacancy.closing_date.year) if vacancy.closing_date else None,
    )
    return Thing(
        iri=iri,
        label=", ".join(part for part in parts if part) or iri.rpartition("/")[2],
        layer="post",
        kind="role",
        concept=replace(role, organization=None) if role else None,
        organization=owner,
        country=setting.country,
        place=station,
        candidate=role.candidate if role else False,
        aliases=role.aliases if role else (),
        definition=role.definition if role else None,
        rests_on=role.rests_on if role else None,
    )


def _untitled(vacancy: Vacancy) -> str:
    unit = spaced(encodable(vacancy.unit[0])) if vacancy.unit else ""
    return " ".join(part for part in (unit, vacancy.grade) if part)


def _line(vacancy: Vacancy) -> str:
    if vacancy.reporting_line is not None:
        return vacancy.reporting_line
    properties = vocabulary().properties
    if any(properties[told.relation].family == DL.local(REPORTS_TO) for told in vacancy.relations):
        return LINE_STATES[0]
    kinds = {section.kind for section in vacancy.sections}
    if kinds and not kinds & _WHERE_LINES_STAND:
        return LINE_STATES[2]
    return LINE_STATES[1]
