"""Names of the lexicon in a text, wherever they stand."""

from dottedline.vacancies.mentions import mentions, wording
from dottedline.vacancies.model import Acronym, SectionSpan, Vacancy
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["UNDSS", "the", "OSS", "Office of Staff Security", "\n", "SMT", "(", "Wardens", "é", "ﬁ", "İ"]
)


def found(text: str, **fields: object) -> list[tuple[str, str]]:
    """Return the names in a text with what they mean."""
    told = mentions(text, Vacancy.model_validate(fields))
    return [(text[one.start : one.end], one.target) for one in told]


def test_names_are_found_whole_across_lines_and_in_any_case() -> None:
    """The longest label counts, however it is wrapped, and no part of a word."""
    assert found("the UNITED NATIONS\r\n  Security Management System; unsmsX") == [
        (
            "UNITED NATIONS\r\n  Security Management System",
            "United Nations Security Management System",
        )
    ]


def test_a_loose_name_is_told_from_the_usual_one() -> None:
    """Both mean the same system; the words stay as they are printed."""
    system = "United Nations Security Management System"
    assert found("The UNDSS Security Management System, or UNSMS.") == [
        ("UNDSS Security Management System", system),
        ("UNSMS", system),
    ]


def test_a_short_form_inside_a_name_is_no_name_of_its_own() -> None:
    """It is counted where it stands alone."""
    assert [name for name, _ in found("UNDSS country office, UNDSS")] == [
        "UNDSS country office",
        "UNDSS",
    ]


def test_a_short_form_means_what_the_notice_says() -> None:
    """Also where the lexicon takes it for something else."""
    told = Acronym(short="SMT", long="Senior Management Team", start=0, end=28)
    text = "Senior Management Team (SMT)"
    assert ("SMT", "Security Management Team") in found("Sits in the SMT.")
    assert ("SMT", "Security Management Team") not in found(text, acronyms=(told,))


def test_people_and_products_are_passed_over() -> None:
    """They are named all the time, and say little."""
    assert found("Helps refugees and writes a security plan.") == []


def test_only_the_posting_is_searched() -> None:
    """From the first of its sections to the last."""
    text = "UNDSS here. UNICEF there."
    only = SectionSpan(kind="duties", start=12, end=len(text))
    assert [name for name, _ in found(text, sections=(only,))] == ["UNICEF"]


def test_the_wording_is_the_sentence_around() -> None:
    """On one line; nothing where the place lies elsewhere."""
    text = "Needs:\n- A course is\n  an asset. Patience."
    cut = SectionSpan(kind="requirements", start=0, end=len(text))
    assert wording(text, cut, text.index("Patience")) == "Patience."
    assert wording(text, cut, len(text) + 5) == ""


@given(st.lists(WORDS).map(" ".join))
def test_every_name_stands_where_it_is_said_to_stand(text: str) -> None:
    """Between bounds, and the words there are a name that the lexicon has."""
    for one in mentions(text, Vacancy()):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
