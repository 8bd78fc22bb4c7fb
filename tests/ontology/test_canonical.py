"""The Turtle files stand in one order, which a rewrite keeps and never changes the meaning of."""

from pathlib import Path

import pyoxigraph
import pytest
from dottedline.ontology import canonical as module
from dottedline.ontology.canonical import canonical, files, main
from dottedline.ontology.terms import DL, LABEL
from dottedline.ontology.turtle import BlankNodeFound
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple


def triples(text: str) -> set[Triple]:
    return {quad.triple for quad in pyoxigraph.parse(text, RdfFormat.TURTLE)}


TERMS = st.builds(DL, st.text("abcXYZ09_-.~", min_size=1))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(
        lambda text, code: Literal(text, language=code), TEXTS, st.sampled_from(["en", "fr"])
    ),
    st.booleans().map(Literal),
    st.integers().map(Literal),
)
TRIPLES = st.builds(Triple, TERMS, TERMS, st.one_of(TERMS, LITERALS))


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_files_are_in_order(path: Path) -> None:
    """`make format` would change nothing."""
    assert path.read_text("utf-8") == canonical(path)


@given(st.sets(TRIPLES, min_size=1))
def test_order_keeps_the_meaning(found: set[Triple]) -> None:
    """Any statements come back as they were, and a second rewrite changes nothing."""
    data = pyoxigraph.serialize(found, format=RdfFormat.TURTLE)
    assert data is not None
    text = module.ordered("# First line.\n" + data.decode("utf-8"), "any")
    assert text.startswith("# First line.\n\n")
    assert triples(text) == found
    assert module.ordered(text, "any") == text


def test_english_comes_first() -> None:
    """Values stand in English, French, Spanish and then without language; types come first."""
    subject = DL("a")
    data = pyoxigraph.serialize(
        [
            Triple(subject, LABEL, Literal("z")),
            Triple(subject, LABEL, Literal("c", language="es")),
            Triple(subject, LABEL, Literal("b", language="fr")),
            Triple(subject, LABEL, Literal("d", language="en")),
        ],
        format=RdfFormat.TURTLE,
    )
    assert data is not None
    text = module.ordered(data.decode(), "any")
    assert '"d"@en, "b"@fr, "c"@es, "z"' in text


def test_a_node_without_a_name_is_refused() -> None:
    """A blank node would get another name with each rewrite."""
    with pytest.raises(BlankNodeFound, match="give it an IRI"):
        module.ordered("<http://example.org/a> <http://example.org/b> [] .", "any")


def test_the_command_names_and_mends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` ends with 1 and writes nothing; without it the file is put in order."""
    path = tmp_path / "mess.ttl"
    mess = "<http://example.org/b> <http://example.org/p> 1 . <http://example.org/a> a 'x' ."
    path.write_text(mess, "utf-8")
    monkeypatch.setattr(module, "HERE", tmp_path)
    assert main(["--check"]) == 1
    assert path.read_text("utf-8") == mess
    assert "mess.ttl: out of order" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert path.read_text("utf-8").index("/a>") < path.read_text("utf-8").index("/b>")
    assert NamedNode("http://example.org/a") in {one.subject for one in triples(path.read_text())}
