"""The fields of a vacancy: title, organization, place, grade, dates, languages, duties."""

from __future__ import annotations

from collections.abc import Sequence

from ..sections import Section
from .contract import contract_type, requisition
from .dates import closing_date
from .duties import duty_count
from .employer import organization, unit
from .grade import grade
from .headline import headline
from .jobs import Job, jobs, sections_of
from .place import station
from .postings import Posting, postings
from .reading import Reading
from .title import title
from .tongues import languages
from .years import experience_years

__all__ = ["Job", "Posting", "jobs", "postings", "read_fields", "sections_of"]


def read_fields(text: str, sections: Sequence[Section], language: str) -> dict[str, object]:
    r"""Return the fields of a posting, named as those of `Vacancy`.

    Notices mix languages, so the words of all of them are looked for; `language`, what the notice
    is mainly in, tells which words a title in capitals keeps small.

    Example:
        >>> from ..sections import sections
        >>> text = "Title: Clerk\nGrade: G4\nDuties:\n- Files papers.\n- Types letters."
        >>> fields = read_fields(text, sections(text), "en")
        >>> fields["title"], fields["grade"], fields["duties"]
        ('Clerk', 'G-4', 2)
    """
    reading = Reading(text, sections)
    head = headline(reading)
    name = title(reading, head, language)
    place = station(reading, head)
    employer = organization(reading)
    tongues = languages(reading)
    return {
        "title": name,
        "organization": employer,
        "unit": unit(reading, head, name, employer, place),
        "grade": grade(reading, head.title if head else name),
        "duty_station": place.city,
        "country": place.country,
        "contract_type": contract_type(reading),
        "closing_date": closing_date(reading),
        "requisition": requisition(reading, head),
        "languages_required": tuple(tongues.required),
        "languages_desirable": tuple(tongues.desirable),
        "experience_years": experience_years(reading),
        "duties": duty_count(reading),
    }
