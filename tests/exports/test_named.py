"""Names and short forms in the registry."""

from __future__ import annotations

from typing import Any

import pyoxigraph
from dottedline.exports.dataset import quads
from dottedline.graph.document import Document
from dottedline.graph.identity import Mint
from dottedline.ontology import terms as t
from dottedline.vacancies.model import Acronym, Mention, SectionSpan
from pyoxigraph import Literal, NamedNode, Quad
from told import document

TEXT = "Told by UNDSS and, again, UNDSS.\nNeeds:\n- Ends. The Security  Certification Programme."


def told(**fields: Any) -> Document:
    """Return a notice with a section of duties and one of requirements."""
    needs = TEXT.index("Needs")
    sections = (
        SectionSpan(kind="duties", start=0, end=needs),
        SectionSpan(kind="requirements", start=needs, end=len(TEXT)),
    )
    return document(TEXT, sections=sections, **fields)


def uses(made: Document, form: str) -> list[tuple[NamedNode, list[Quad]]]:
    """Return the uses of a name in one wording, with all that is said of each."""
    data = pyoxigraph.Dataset(quads([made]))
    found = [
        quad.subject
        for quad in data.quads_for_object(Literal(form))
        if quad.predicate in (t.SURFACE_FORM, t.ACRONYM)
    ]
    subjects = [one for one in found if isinstance(one, NamedNode)]
    return [(one, list(data.quads_for_subject(one))) for one in subjects]


def said(about: list[Quad], predicate: NamedNode) -> set[str]:
    """Return what is said of a use."""
    return {
        getattr(one.object, "value", str(one.object)) for one in about if one.predicate == predicate
    }


def test_a_name_is_counted_in_each_wording() -> None:
    """Once a node: which entity, how often, in which part, and where it stands first."""
    made = told()
    ((node, about),) = uses(made, "UNDSS")
    notice = Mint().notice(made.sha256)
    assert node.value == Mint.evidence(notice, 8, 13)
    assert said(about, t.MENTIONS) == {t.REF("undss").value}
    assert said(about, t.TIMES) == {"2"}
    assert said(about, t.SECTION) == {t.DL("Duties").value}
    assert said(about, t.WAS_DERIVED_FROM) == {Mint.posting(notice, 1)}
    assert not said(about, t.EXACT)
    assert {quad.graph_name for quad in about} == {NamedNode(Mint().registry())}


def test_a_name_among_requirements_has_its_sentence() -> None:
    """On one line."""
    ((_, about),) = uses(told(), "Security Certification Programme")
    assert said(about, t.EXACT) == {"The Security Certification Programme."}


def test_a_short_form_that_is_spelt_out_twice_is_one() -> None:
    """With what it stands for."""
    acronyms = [Acronym(short="TB", long="Told By", start=at, end=at + 7) for at in (0, 9)]
    ((node, about),) = uses(told(acronyms=acronyms), "TB")
    assert node.value.endswith("#at=0,7")
    assert said(about, t.EXPANSION) == {"Told By"}


def test_names_of_a_record_win_over_those_found() -> None:
    """A person may have corrected them; what the lexicon lacks is left out."""
    names = [
        Mention(target="UNICEF", kind="organization", start=0, end=4),
        Mention(target="Nobody at all", kind="organization", start=5, end=7),
    ]
    assert uses(told(mentions=names), "UNDSS") == []
    ((_, about),) = uses(told(mentions=names), "Told")
    assert said(about, t.MENTIONS) == {t.REF("unicef").value}


def test_without_the_text_no_name_is_known() -> None:
    """Offsets alone say nothing."""
    made = told()
    assert uses(Document(made.extraction, None, made.sha256), "UNDSS") == []
