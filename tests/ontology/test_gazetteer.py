"""Countries, cities and regions, by the names that notices give them."""

import pytest
from dottedline.ontology import HERE
from dottedline.ontology.places import Place, gazetteer
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo (the)", "CG"),
        ("Congo", "CG"),
        ("Republic of the Congo", "CG"),
        ("Democratic Republic of the Congo", "CD"),
        ("Democratic Republic of Congo", "CD"),
        ("the DRC", "CD"),
        ("République démocratique du Congo", "CD"),
        ("Swaziland", "SZ"),
        ("Eswatini", "SZ"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("TURKIYE", "TR"),
        ("Kosovo", "XK"),
        ("Kosovo (UNSCR 1244)", "XK"),
        ("Libya", "LY"),
        ("Libyan Arab Jamahiriya", "LY"),
        ("South Sudan", "SS"),
        ("Soudan du Sud", "SS"),
        ("Sudan", "SD"),
        ("Syrian Arab Republic", "SY"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("State of Palestine", "PS"),
        ("occupied Palestinian territory", "PS"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Myanmar", "MM"),
        ("Burma", "MM"),
        ("Guinea-Bissau", "GW"),
        ("Guinea", "GN"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("CD", "CD"),
        ("COD", "CD"),
    ],
)
def test_countries_by_name(name: str, code: str) -> None:
    """Short, long, former, French and Spanish names, and codes in upper case."""
    found = gazetteer().country(name)
    assert found is not None
    assert (found.country, found.slug) == (code, code.lower())


@pytest.mark.parametrize("name", ["cd", "Cd", "Atlantis", "", "the"])
def test_no_country(name: str) -> None:
    """Codes in another case and names of nowhere find nothing."""
    assert gazetteer().country(name) is None


@pytest.mark.parametrize(
    ("name", "slug", "code"),
    [
        ("Kinshasa", "kinshasa", "CD"),
        ("Nairobi", "nairobi", "KE"),
        ("Sweida", "as-suwayda", "SY"),
        ("As-Suwayda", "as-suwayda", "SY"),
        ("Cox’s Bazar", "coxs-bazar", "BD"),
        ("Genève", "geneva", "CH"),
        ("El Cairo", "cairo", "EG"),
        ("Bor", "bor", "SS"),
        ("Birao", "birao", "CF"),
        ("Berbera", "berbera", "SO"),
        ("Hargeysa", "hargeisa", "SO"),
    ],
)
def test_cities_by_name(name: str, slug: str, code: str) -> None:
    """Duty stations under their spellings."""
    found = gazetteer().city(name)
    assert found is not None
    assert (found.slug, found.country) == (slug, code)


def test_namesakes_are_told_apart() -> None:
    """A country picks among cities of one name; another country finds none."""
    tripoli = gazetteer().city("Tripoli")
    assert tripoli is not None
    assert tripoli.slug == "tripoli"
    lebanon = gazetteer().city("Tripoli", "LB")
    assert lebanon is not None
    assert lebanon.slug == "tripoli-lb"
    assert gazetteer().city("Tripoli", "KE") is None


def test_regions_by_name() -> None:
    """Regions by long name, acronym and in French."""
    for name in ("Middle East and North Africa", "MENA", "Moyen-Orient et Afrique du Nord"):
        found = gazetteer().region(name)
        assert found is not None
        assert found.slug == "mena"
    assert gazetteer().region("Kinshasa") is None


def test_every_country_is_there() -> None:
    """The 249 countries and territories of ISO 3166-1, and Kosovo; each has a two-letter slug."""
    countries = gazetteer().countries
    assert len(countries) == 250
    assert all(len(place.slug) == 2 for place in countries)
    assert all(len(place.slug) > 2 for place in gazetteer().cities + gazetteer().regions)


def test_cities_lie_in_known_countries() -> None:
    """Each city names a country of the list; the contested one names none."""
    codes = {place.country for place in gazetteer().countries}
    without = [place.slug for place in gazetteer().cities if place.country is None]
    assert without == ["jerusalem"]
    assert {p.country for p in gazetteer().cities if p.country} <= codes


def test_slugs_are_unique() -> None:
    """No line of the table overwrites another."""
    lines = (HERE / "places.tsv").read_text("utf-8").splitlines()
    assert len(gazetteer().places) == len(lines) - 1


@given(st.sampled_from(gazetteer().countries))
def test_every_name_of_a_country_finds_it(place: Place) -> None:
    """No name is shared by two countries."""
    assert {gazetteer().country(name) for name in (*place.names, *place.codes)} == {place}


@given(st.sampled_from(gazetteer().cities))
def test_every_name_of_a_city_finds_it_in_its_country(place: Place) -> None:
    """Within its country, a city is found by each of its names."""
    assert {gazetteer().city(name, place.country) for name in place.names} == {place}


@given(st.text())
def test_any_text_may_be_asked_for(name: str) -> None:
    """No text makes a look-up fail."""
    gazetteer().country(name)
    gazetteer().city(name)
    gazetteer().region(name)
