"""Which thing a name means, and in which scope it stands."""

from __future__ import annotations

import pytest
from dottedline.graph.identity import BASE, Mint
from dottedline.graph.posting import Posting, posting
from dottedline.graph.resolve import Resolver, Setting
from dottedline.vacancies.model import Scope, SectionSpan, Vacancy

RESOLVER = Resolver(Mint())
IOM = RESOLVER.organization(["IOM"])
CD = RESOLVER.places.country("CD")
COUNTRY = Setting(IOM, CD, wide=False)
WIDE = Setting(IOM, CD, wide=True)


def short(iri: str) -> str:
    """Cut the base off an IRI."""
    return iri.removeprefix(BASE)


@pytest.mark.parametrize(
    ("name", "kind", "setting", "scope", "iri"),
    [
        ("COM", "role", COUNTRY, None, "id/position/iom/country-cd/chief-of-mission"),
        ("COMs", "role", COUNTRY, None, "id/position/iom/country-cd/chief-of-mission"),
        ("COM", "role", WIDE, None, "id/position/iom/any/chief-of-mission"),
        ("COM", "role", Setting(), None, "id/position/any/any/chief-of-mission"),
        ("RSO", "role", COUNTRY, None, "id/position/iom/any/regional-security-officer"),
        (
            "RSO",
            "role",
            COUNTRY,
            Scope(organization="IOM", place="Nairobi"),
            "id/position/iom/place-nairobi/regional-security-officer",
        ),
        (
            "RSO",
            "role",
            COUNTRY,
            Scope(region="Middle East and North Africa (MENA)"),
            "id/position/iom/region-mena/regional-security-officer",
        ),
        (
            "COM",
            "role",
            COUNTRY,
            Scope(organization="WFP", country="LY"),
            "id/position/wfp/country-ly/chief-of-mission",
        ),
        (
            "COM",
            "role",
            COUNTRY,
            Scope(place="Goma"),
            "id/position/iom/country-cd/chief-of-mission",
        ),
        ("Gate Keeper", "role", COUNTRY, None, "id/position/iom/country-cd/gate-keeper"),
        ("Regional Gate Keeper", "role", COUNTRY, None, "id/position/iom/any/regional-gate-keeper"),
        (
            "UNDSS Gate Keeper",
            "role",
            COUNTRY,
            None,
            "id/position/undss/country-cd/undss-gate-keeper",
        ),
        (
            "Director of OSS",
            "role",
            COUNTRY,
            Scope(place="Geneva"),
            "id/position/iom/global/director-oss",
        ),
        ("DO", "role", COUNTRY, None, "id/position/unsms/country-cd/designated-official"),
        (
            "Resident Coordinator",
            "role",
            COUNTRY,
            None,
            "id/position/united-nations/country-cd/resident-coordinator",
        ),
        (
            "Organization Country Security Focal Point",
            "role",
            COUNTRY,
            None,
            "id/position/iom/country-cd/organization-country-security-focal-point",
        ),
        ("Executive Head", "role", COUNTRY, None, "id/position/iom/global/executive-head"),
        ("Executive Head", "role", Setting(), None, "id/position/any/any/executive-head"),
        ("SMT", "body", COUNTRY, None, "id/body/country-cd/security-management-team"),
        ("SMT", "body", WIDE, None, "id/body/any/security-management-team"),
        (
            "Senior Management Team",
            "body",
            COUNTRY,
            None,
            "id/body/global/iom-senior-management-team",
        ),
        ("Senior Management Team", "body", Setting(), None, "id/body/any/senior-management-team"),
        ("UN agencies", "organization", COUNTRY, None, "id/body/any/un-agency"),
        ("Country Office", "unit", COUNTRY, None, "id/body/country-cd/iom-country-office"),
        ("UNDSS country office", "unit", COUNTRY, None, "id/body/country-cd/undss-country-office"),
        ("OSS", "unit", COUNTRY, None, "ref/iom-oss"),
        ("UNDSS", "organization", COUNTRY, None, "ref/undss"),
        ("UNDSS FSO", "role", COUNTRY, None, "id/position/undss/country-cd/field-security-officer"),
        ("gate friends", "group", COUNTRY, None, "id/candidate/gate-friends-"),
    ],
)
def test_names_become_things(
    name: str, kind: str, setting: Setting, scope: Scope | None, iri: str
) -> None:
    """Roles become positions, what the lexicon knows keeps its name, the rest are candidates."""
    assert short(RESOLVER.entity(name, (), kind, setting, scope).iri).startswith(iri)


def test_forms_help_where_the_target_is_unknown() -> None:
    """A printed short form that the lexicon lacks is found by the long one beside it."""
    thing = RESOLVER.entity("ChOM", ("Chief of Mission",), "role", COUNTRY)
    assert short(thing.iri) == "id/position/iom/country-cd/chief-of-mission"


def test_common_words_among_the_forms_do_not_rename_a_thing() -> None:
    """A team that is once called staff is not all staff, and no boss is just any supervisor."""
    team = RESOLVER.entity("gate team in Goma", ("staff", "all staff"), "group", COUNTRY)
    boss = RESOLVER.entity("gate boss of higher grade", ("supervisor",), "role", COUNTRY)
    assert team.candidate
    assert boss.candidate


def test_a_scope_is_stated_only_where_the_words_say_it() -> None:
    """The post's own country counts as taken from the duty station unless a form names it."""
    scope = Scope(organization="IOM", country="CD")
    silent = RESOLVER.entity("COM", (), "role", COUNTRY, scope)
    spoken = RESOLVER.entity("COM", ("COM of the DR Congo",), "role", COUNTRY, scope)
    elsewhere = RESOLVER.entity("COM", (), "role", COUNTRY, Scope(country="LY"))
    assert [silent.stated, spoken.stated, elsewhere.stated] == [False, True, True]
    assert silent.iri == spoken.iri


def read(**fields: object) -> Posting:
    """Resolve the fields of one posting."""
    return posting(Vacancy.model_validate(fields), "n", 1, RESOLVER)


def test_a_title_loses_place_and_parenthesis_but_the_label_keeps_them() -> None:
    """The role is what is left of the title; the post is called by all of it."""
    one = read(title="Field Security Officer (Night), Goma", organization=["IOM"], country="CD")
    assert one.position is not None
    assert short(one.position.iri) == "id/position/iom/country-cd/field-security-officer"
    assert one.post.label.startswith("Field Security Officer (Night), Goma, IOM")


def test_a_regional_post_sits_at_its_duty_station_and_lends_no_country() -> None:
    """Its Chief of Mission is any Chief of Mission, not that of its duty station."""
    fields = {"organization": ["IOM"], "country": "KE", "duty_station": "Nairobi"}
    one = read(title="Regional Security Officer", **fields)
    assert one.position is not None
    assert short(one.position.iri) == "id/position/iom/place-nairobi/regional-security-officer"
    assert one.setting.wide


def test_a_posting_without_a_title_has_no_position() -> None:
    """The post stands for itself, and still has a label."""
    one = read(organization=["IOM"], unit=["OSS"], grade="P-4", country="EG", duty_station="Cairo")
    assert one.position is None
    assert one.node is one.post
    assert one.post.label == "OSS P-4, IOM, Cairo"


def test_a_post_that_one_organisation_contracts_for_another_sits_in_the_other() -> None:
    """The hirer holds the contract; the unit tells whose post it is."""
    one = read(title="Guard", organization=["UNDP"], unit=["UNDSS"], country="SD")
    assert one.hirer is not None
    assert one.post.organization is not None
    assert (one.hirer.slug, one.post.organization.slug) == ("undp", "undss")


def test_the_state_of_a_line_is_one_of_three() -> None:
    """Stated, not stated, or the section that would say it was not found."""
    boss = {"relation": "reportsTo", "target": "COM"}
    header = SectionSpan(kind="header", start=0, end=1)
    duties = SectionSpan(kind="duties", start=1, end=2)
    states = [
        read(relations=[boss]).line,
        read().line,
        read(sections=[header, duties]).line,
        read(sections=[header]).line,
    ]
    assert states == ["stated", "not stated", "not stated", "section not found"]


def test_only_an_organisation_owns_a_position() -> None:
    """A kind of body, such as the police of any country, owns none; a unit's owner does."""
    police, unit = Scope(organization="police"), Scope(organization="OSS")
    officer = RESOLVER.entity("police officer", (), "role", WIDE, police)
    keeper = RESOLVER.entity("Gate Keeper", (), "role", WIDE, unit)
    assert officer.organization is None
    assert "//" not in short(officer.iri)
    assert short(keeper.iri) == "id/position/iom/any/gate-keeper"


def test_a_hirer_that_is_a_kind_of_body_owns_no_position() -> None:
    """A notice that names the police as its organisation still makes sound IRIs."""
    one = read(title="Guard", organization=["police"], country="CD")
    assert one.hirer is not None
    assert one.position is not None
    assert short(one.position.iri) == "id/position/any/country-cd/security-guard"


def test_the_unit_of_a_posting_is_the_one_that_its_text_names() -> None:
    """A unit of the field of units and of the duties is one thing in one scope."""
    one = read(title="Guard", organization=["IOM"], unit=["Country Office"], country="LY")
    named = RESOLVER.entity("Country Office", (), "unit", one.setting)
    assert one.unit is not None
    assert one.unit.iri == named.iri
    assert short(named.iri) == "id/body/country-ly/iom-country-office"


def test_short_names_are_those_that_people_say() -> None:
    """An organisation is shown by the name that it goes by."""
    for name, said in (("UNW", "UN Women"), ("UNDSS", "UNDSS"), ("UN-Women", "UN Women")):
        found = RESOLVER.organization([name])
        assert found is not None
        assert found.short == said
