"""French and Spanish sentences of the genre, each with all that it states of the post."""

from pathlib import Path

import pytest
from dottedline.vacancies.extract import extract
from dottedline.vacancies.matching import normal
from dottedline.vacancies.model import Relation
from dottedline.vacancies.readers import Notice
from places import ROOT

TABLES = ROOT / "tests/cases/sentences"
NOTICES = {
    "fr": (
        "Titre du poste : Assistant à la sécurité\nOrganisation : OIM\n"
        "Contexte\nLe port est dans la ville depuis plusieurs années et il y a des barques.\n{}\n"
        "Tâches et responsabilités\n{}\nQualifications requises\nUn diplôme.\n"
    ),
    "es": (
        "Título del puesto: Asistente de Seguridad\nOrganización: PMA\n"
        "Contexto\nEl muelle está en la ciudad desde hace varios años y hay botes.\n{}\n"
        "Funciones y responsabilidades\n{}\nRequisitos\nUn diploma.\n"
    ),
}

Row = tuple[str, str, str, str]


def rows(path: Path) -> list[Row]:
    """Return the language, section, sentence and statements of each line of a table."""
    lines = path.read_text("utf-8").splitlines()[1:]
    found = [line.split("\t") for line in lines]
    return [(path.stem, section, sentence, stated) for section, sentence, stated in found]


def read(code: str, section: str, sentence: str) -> list[Relation]:
    """Read a notice that holds the sentence in its context, or as a duty."""
    context = sentence if section == "context" else ""
    duty = f"1. {sentence}" if section == "duties" else ""
    text = NOTICES[code].format(context, duty)
    found = extract(Notice("a.txt", text, "0" * 64, "utf-8"))
    assert found.language == code
    return list(found.vacancies[0].relations)


def goes_by(told: Relation, pair: str) -> bool:
    relation, _, target = pair.partition("=")
    names = {normal(form) for form in (told.target, *told.forms)}
    return told.relation == relation and normal(target) in names


@pytest.mark.parametrize(
    "row", [row for code in NOTICES for row in rows(TABLES / f"{code}.tsv")], ids=lambda row: row[2]
)
def test_sentence(row: Row) -> None:
    """All that the sentence states is read, and nothing else."""
    code, section, sentence, stated = row
    wanted = [pair for pair in stated.split("; ") if pair]
    told = read(code, section, sentence)
    shown = [f"{one.relation}={one.target}" for one in told]
    assert len(told) == len(wanted), shown
    for pair in wanted:
        assert any(goes_by(one, pair) for one in told), (pair, shown)
