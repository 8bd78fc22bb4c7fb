"""Where the object of a relation belongs: its organisation, unit, country, place and region."""

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.model import Scope
from dottedline.vacancies.readers import Notice

HEADER = "Title: Field Officer\nOrganization: International Organization for Migration (IOM)\n"


@pytest.mark.parametrize(
    ("told", "target", "scope"),
    [
        ("the UNDSS Security Adviser", "Security Adviser", Scope(organization="UNDSS")),
        (
            "the Chief of Mission (CoM) IOM Libya",
            "Chief of Mission",
            Scope(organization="IOM", country="LY"),
        ),
        ("the COM of the convoy", "COM", None),
        ("the Movement Officers based in Libya", "Movement Officer", Scope(country="LY")),
        ("the Fuel Officer stationed in Nairobi", "Fuel Officer", Scope(place="Nairobi")),
        (
            "the Fuel Officer based in the Regional Office in Nairobi",
            "Fuel Officer",
            Scope(unit="Regional Office", place="Nairobi"),
        ),
        (
            "the Regional Fuel Officer for West Africa",
            "Regional Fuel Officer",
            Scope(region="West Africa"),
        ),
        ("the Director of the Fuel Division", "Director of the Fuel Division", None),
    ],
)
def test_scope_is_what_name_and_seat_tell(told: str, target: str, scope: Scope | None) -> None:
    """The words of the name and of the seat give the scope; nothing else does."""
    text = f"{HEADER}Duties:\n1. Liaise with {told}.\n"
    (vacancy,) = extract(Notice("a.txt", text, "0" * 64, "utf-8")).vacancies
    found = [one.scope for one in vacancy.relations if target in (one.target, *one.forms)]
    assert found == [scope]
