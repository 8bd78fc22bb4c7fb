"""The reasons for holding a rule back: code and table know the same ones."""

from dottedline.ontology.holdbacks import Holdback
from dottedline.ontology.tables import table

ROWS = table("holdbacks.tsv")


def test_code_and_table_agree() -> None:
    """Each code of the code has one row, and no row is for another."""
    assert [row["code"] for row in ROWS] == [one.value for one in Holdback]


def test_each_reason_is_a_sentence_of_its_own() -> None:
    """A reason can be shown as it stands, and no two codes say the same."""
    sentences = [one.sentence for one in Holdback]
    assert len(set(sentences)) == len(sentences)
    assert all(one[0].isupper() and one.endswith(".") and len(one) > 30 for one in sentences)
