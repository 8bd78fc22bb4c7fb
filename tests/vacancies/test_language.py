"""The language of a text, by its commonest words."""

import pytest
from dottedline.vacancies.language import language
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The driver is responsible for the cars and will report to the clerk.", "en"),
        ("Le chauffeur est responsable des voitures et rend compte au commis.", "fr"),
        ("El conductor es responsable de los vehículos y rinde cuentas al jefe.", "es"),
        ("O motorista é responsável pelos carros e não trabalha com a equipa do chefe.", "pt"),
        ("السائق مسؤول عن السيارات في المكتب و يعمل تحت إشراف المدير مع كل الموظفين", "ar"),
        ("", "en"),
        ("12345 ???", "en"),
    ],
)
def test_the_commonest_words_decide(text: str, code: str) -> None:
    """A sentence is enough; a text without words counts as English."""
    assert language(text) == code


def test_a_foreign_frame_does_not_outvote_the_body() -> None:
    """The English labels of a portal leave a French notice French."""
    frame = "Duty station: Dakar\nClosing date: soon\nApply now\n"
    body = "Sous la supervision du chef, le titulaire est chargé de la sécurité des locaux. "
    assert language(frame + body * 3) == "fr"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    """The vote always ends with a code, and case does not matter to it."""
    assert len(language(text)) == 2
