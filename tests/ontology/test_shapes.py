"""The shapes: well formed, each rule in plain words, and in step with the vocabulary."""

from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from dottedline.ontology import terms as t
from dottedline.ontology.shapes import Severity, UnknownRule, files, rule, rules
from dottedline.ontology.turtle import names, statements, values
from dottedline.ontology.vocabulary import declared, vocabulary
from places import ROOT

TABLE = statements(files())
TARGETS = [t.SH(name) for name in ("targetClass", "targetSubjectsOf")]


def nodes(*predicates: str) -> set[str]:
    return {
        node.value
        for about in TABLE.values()
        for predicate in predicates
        for node in names(about, t.SH(predicate))
    }


def test_the_shapes_are_well_formed() -> None:
    """pySHACL holds them against the shapes for shapes."""
    graph = rdflib.Graph()
    for path in files():
        graph.parse(path, format="turtle")
    sound, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=graph, meta_shacl=True)
    assert sound, text


@pytest.mark.parametrize("name", sorted(rules()))
def test_a_rule_says_what_is_wrong_and_how_to_mend_it(name: str) -> None:
    """Whole sentences, which begin and end as such."""
    one = rule(name)
    for text in (one.message, one.remedy):
        assert text[0].isupper()
        assert text.endswith(".")


def test_what_is_reported_is_a_rule() -> None:
    """A shape that an engine can name in its report has a message; patterns within others none."""
    roots = {iri for iri, about in TABLE.items() if any(p.value in about for p in TARGETS)}
    properties = {shape.value for root in roots for shape in names(TABLE[root], t.SH("property"))}
    tests = [t.SH(name).value for name in ("or", "not", "node", "class", "hasValue")]
    told = {root for root in roots if any(test in TABLE[root] for test in tests)} | properties
    named = {t.SHAPES(one.name).value for one in rules().values() if not one.program}
    assert told == named


def test_nothing_is_left_over() -> None:
    """Each pattern is used by a shape, and each that is used is there."""
    used = nodes("property", "node", "not", "or", "in", "languageIn", "qualifiedValueShape")
    used |= {
        node.value
        for about in TABLE.values()
        for part in (t.RDF("first"), t.RDF("rest"))
        for node in names(about, part)
    }
    roots = {iri for iri, about in TABLE.items() if any(p.value in about for p in TARGETS)}
    checks = {t.SHAPES(one.name).value for one in rules().values() if one.program}
    ours = {iri for iri in used if iri in t.SHAPES}
    assert ours <= set(TABLE)
    assert set(TABLE) - roots - checks == ours


def test_terms_that_shapes_name_are_declared() -> None:
    """Classes, paths and values of our namespace exist."""
    named = nodes("targetClass", "targetSubjectsOf", "class", "path", "hasValue", "lessThan")
    assert {iri for iri in named if iri in t.DL} <= set(declared())


def test_ranges_are_those_of_the_vocabulary() -> None:
    """What plain triples may point to is what the vocabulary declares of the same relation."""
    kinds = {
        t.SHAPES("actor-or-unsorted").value: t.ACTOR,
        t.SHAPES("body-or-unsorted").value: t.BODY,
        t.SHAPES("artefact-or-unsorted").value: t.ARTEFACT,
    }
    stated = {}
    for root in ("Reporting", "Working", "Seat", "Work"):
        for shape in names(TABLE[t.SHAPES(root).value], t.SH("property")):
            about = TABLE[shape.value]
            (path,), (choice,) = names(about, t.SH("path")), values(about, t.SH("or"))
            stated[path.value] = kinds[choice]
    for iri, kind in stated.items():
        assert names(declared()[iri], t.RANGE) == (kind,)
    for one in vocabulary().properties.values():
        assert one.third_party or stated.keys() & {one.iri, *one.ancestors}, one.name


def test_modalities_and_schemes_are_all_there() -> None:
    """The lists in the shapes name what the vocabulary has of a sort."""
    modalities = {iri for iri, about in declared().items() if t.DL("Modality") in kinds_of(about)}
    assert modalities - {t.CONDITIONAL.value} == listed("firm-modalities")
    schemes = {iri for iri, about in declared().items() if t.CONCEPT_SCHEME in kinds_of(about)}
    assert listed("kindless-schemes") <= schemes


def kinds_of(about: dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]) -> set[object]:
    return set(about.get(t.TYPE.value, ()))


def listed(name: str) -> set[str]:
    found, at = set(), t.SHAPES(name).value
    while at in TABLE:
        found |= set(values(TABLE[at], t.RDF("first")))
        (at,) = values(TABLE[at], t.RDF("rest"))
    return found


def test_programs_look_after_every_check() -> None:
    """The rules that no shape can state are named in a module of the checks, and no others are."""
    code = "".join(
        path.read_text("utf-8") for path in Path(ROOT / "answers" / "checking").glob("*.py")
    )
    for one in rules().values():
        assert (f'"{one.name}"' in code) is one.program, one.name


def test_severities_are_told_apart() -> None:
    """What is silent is a note, what is broken a violation."""
    assert rule("posting-undated").severity is Severity.INFO
    assert rule("reporting-cycle").severity is Severity.WARNING
    assert rule("claim-evidence").severity is Severity.VIOLATION
    assert [one.place for one in Severity] == [0, 1, 2]
    with pytest.raises(UnknownRule, match="no rule is called 'x'"):
        rule("x")
