"""The rules of reading: each is whole, and each word of it is known."""

import pytest
from dottedline.ontology import HERE
from dottedline.ontology.grammar import grammar
from dottedline.ontology.rules import Rule, rules
from dottedline.ontology.tables import LANGUAGES
from dottedline.ontology.terms import COMMENT, DL
from dottedline.ontology.vocabulary import vocabulary
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, URIRef

EACH = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
NO_KINDS = {"place"}


def parsed() -> Graph:
    return Graph().parse(HERE / "rules.ttl").parse(HERE / "vocabulary" / "reading.ttl")


def frames() -> set[str]:
    found = parsed().subjects(RDF.type, URIRef(DL("Frame").value))
    return {str(frame).rsplit("#", 1)[-1] for frame in found}


@EACH
def test_rule_reads_a_relation_of_the_vocabulary(rule: Rule) -> None:
    """A rule reads a declared relation, in a declared frame, and says why."""
    assert rule.relation in vocabulary().properties
    assert rule.frame in frames()
    assert rule.reason.endswith(".")


@EACH
def test_rule_has_cues_in_known_languages(rule: Rule) -> None:
    """A rule has cues in a language that has tables; particles only where it has cues."""
    assert rule.cues
    assert set(rule.cues) <= set(LANGUAGES)
    assert set(rule.particles) <= set(rule.cues)
    assert all(
        cue == cue.strip() == cue.casefold() for found in rule.cues.values() for cue in found
    )


@EACH
def test_rule_accepts_kinds_that_exist(rule: Rule) -> None:
    """The kinds that a rule asks of its object are the vocabulary's, or a place."""
    assert rule.accepts | rule.unnamed <= set(vocabulary().kinds) | NO_KINDS


@pytest.mark.parametrize(
    "rule", [r for r in rules() if r.frame == "VerbFrame"], ids=lambda r: r.name
)
def test_cues_of_verb_rules_are_verbs(rule: Rule) -> None:
    """The grammar of the language knows the verbs: a rule without them would never fire."""
    for code, cues in rule.cues.items():
        assert set(cues) <= {verb.lemma for verb in grammar(code).verbs.values()}


def test_rules_are_those_that_rdflib_reads() -> None:
    """No rule is lost on the way from the Turtle to the records."""
    graph, base = parsed(), "https://w3id.org/dottedline/rule/"
    named = {str(s) for s in graph.subjects(RDF.type, URIRef(DL("Rule").value))}
    assert named == {base + rule.name for rule in rules()}
    for rule in rules():
        node = URIRef(base + rule.name)
        (reason,) = graph.objects(node, URIRef(COMMENT.value))
        cues = {
            (cue.language, str(cue))
            for cue in graph.objects(node, URIRef(DL("cuePhrase").value))
            if isinstance(cue, Literal)
        }
        assert str(reason) == rule.reason
        assert cues == {(code, cue) for code, found in rule.cues.items() for cue in found}


@given(st.sampled_from(rules()), st.sampled_from(rules()))
def test_rules_of_one_name_are_one(left: Rule, right: Rule) -> None:
    """A name tells a rule; evidence that names its rule names one alone."""
    assert (left.name == right.name) == (left is right)
