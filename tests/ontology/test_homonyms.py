"""Names that several things bear: declared, told apart in words, and free for one of them."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from dottedline.ontology import HERE, terms
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.places import gazetteer
from dottedline.ontology.spelling import folded
from dottedline.ontology.turtle import Described, names, statements, values
from pyoxigraph import Literal

TABLE = statements(sorted((HERE / "lexicon").glob("*.ttl")))
NAMED = {iri: about for iri, about in TABLE.items() if terms.PREF_LABEL.value in about}
NAMES = (terms.PREF_LABEL, terms.ALT_LABEL, terms.HIDDEN_LABEL)


def iris(name: str) -> list[str]:
    return [entry.iri for entry in lexicon().named(name)]


def labels(about: Described) -> Iterator[tuple[str, Literal]]:
    """Yield what each label is compared as, and the label: language and folded name, or acronym."""
    for predicate in NAMES:
        for node in about.get(predicate.value, ()):
            assert isinstance(node, Literal)
            yield f"{node.language} {folded(node.value)}", node
    for node in about.get(terms.NOTATION.value, ()):
        assert isinstance(node, Literal)
        yield node.value, node


def clashes() -> Iterator[tuple[str, dict[str, set[str]]]]:
    """Yield what several entries are called, with the labels of each; names meet acronyms, too."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, about in NAMED.items():
        for key, node in labels(about):
            for one in {key, node.value}:
                found[one][iri].add(node.value)
    return ((key, owners) for key, owners in sorted(found.items()) if len(owners) > 1)


def told_apart(owners: dict[str, set[str]]) -> bool:
    """Whether entries with one name say so, say how to decide, and leave it free at most once."""
    about = {iri: NAMED[iri] for iri in owners}
    for iri in owners:
        homonyms = {node.value for node in names(about[iri], terms.HOMONYM_OF)}
        if not set(owners) - {iri} <= homonyms or terms.SCOPE_NOTE.value not in about[iri]:
            return False
    open_to_all = [
        iri
        for iri, used in owners.items()
        if not used <= set(values(about[iri], terms.ONLY_IN_CONTEXT))
    ]
    kinds = {values(about[iri], terms.KIND_OF) for iri in open_to_all}
    return len(open_to_all) <= 1 or len(kinds) == len(open_to_all)


def test_shared_names_are_told_apart() -> None:
    """Entries with a name in common name each other, say how to decide, and differ in what is free.

    At most one leaves the name free, unless they are of different kinds.
    """
    assert [key for key, owners in clashes() if not told_apart(owners)] == []
    assert {"SMT", "CSO", "PSA", "SFP"} <= {key for key, _ in clashes()}


def test_undeclared_clashes_are_found() -> None:
    """Two entries of one kind that leave a name free, or do not name each other, are a fault."""
    assert told_apart({iri: {"SMT"} for iri in iris("SMT")})
    assert not told_apart({iri: {"SMT"} for iri in (*iris("WFP"), *iris("UNDP"))})
    assert not told_apart({iri: {"free"} for iri in iris("SMT")})


def test_homonyms_are_mutual_and_share_a_form() -> None:
    """An entry names as homonyms only what bears one of its names and names it in turn."""
    for iri, about in NAMED.items():
        own = {folded(node.value) for _, node in labels(about)}
        for other in names(about, terms.HOMONYM_OF):
            theirs = {folded(node.value) for _, node in labels(NAMED[other.value])}
            assert own & theirs, (iri, other.value)
            assert iri in values(NAMED[other.value], terms.HOMONYM_OF), (iri, other.value)


def test_no_name_is_free_that_a_place_bears() -> None:
    """A name of a country, a city or a region is an entry's only in a context."""
    places = {folded(name) for place in gazetteer().places.values() for name in place.names}
    for entry in lexicon().entries.values():
        assert not places & {folded(label.text) for label in entry.free_labels}, entry.slug


@pytest.mark.parametrize(
    "form",
    [
        *("DO", "SMT", "RSO", "RSM", "SRMM", "SRA", "SFP", "CSFP", "OCSFP", "ASC", "CSA", "PSA"),
        *("PSAS", "DSA", "DCSA", "FSA", "FSS", "CSO", "CP", "CT Officer", "PCU", "COM", "RD"),
        *(
            "MAC",
            "MOP",
            "TRIP",
            "HIM",
            "OSS",
            "SCP",
            "SLT",
            "RC",
            "PC",
            "CSP",
            "security clearance",
        ),
        *("Protection Officer", "Close Protection Officer", "UN Mission", "Country Office"),
        *("DPSS", "DHSSS", "security clearance"),
    ],
)
def test_ambiguous_forms_have_a_note(form: str) -> None:
    """What is known to be read wrongly says in words how to decide, in each entry that bears it."""
    found = iris(form)
    assert found
    for iri in found:
        assert terms.SCOPE_NOTE.value in TABLE[iri], iri
