"""HermiT and the OWL API on ontology, reference and sample notices."""

from functools import cache
from pathlib import Path

import pytest
from dottedline.answers.reasoner import ReasonerFailed, ReasonerMissing, judged, settled
from dottedline.examples import NOTICES
from dottedline.exports.dataset import quads
from dottedline.graph.identity import Mint
from dottedline.ontology import terms as t
from dottedline.store.reading import documents
from places import SHARED, needs_java
from pyoxigraph import Literal, NamedNode, Quad, Triple

REGISTRY = NamedNode(Mint().registry())
SOMEBODY = NamedNode("https://example.org/somebody")


def read(*paths: Path) -> frozenset[Triple]:
    return frozenset(settled(quads(documents(paths).documents), REGISTRY))


@cache
def examples() -> frozenset[Triple]:
    return read(NOTICES)


@needs_java
def test_the_examples_are_consistent() -> None:
    """Ontology, reference and sample notices can be true together, and are OWL 2 DL."""
    verdict = judged(examples())
    assert verdict.consistent
    assert verdict.violations == ()
    assert verdict.axioms > 10_000


@needs_java
@pytest.mark.parametrize("folder", ["notices", "notices_unlabelled", "gold"])
def test_real_notices_are_consistent(folder: str) -> None:
    """So are the real notices, as read by machine and by people."""
    if not (SHARED / folder).is_dir():
        pytest.skip(f"{folder} is not beside this checkout")
    records = sorted((SHARED / folder).glob("*.json"))
    verdict = judged(read(*(records or [SHARED / folder])))
    assert verdict.consistent
    assert verdict.violations == ()


@needs_java
@pytest.mark.parametrize(
    "fault",
    [
        (Triple(SOMEBODY, t.TYPE, t.SYSTEM), Triple(SOMEBODY, t.TYPE, t.BODY)),
        (Triple(SOMEBODY, t.TYPE, t.ADVERTISED_POST), Triple(SOMEBODY, t.TYPE, t.POSITION)),
        (Triple(SOMEBODY, t.TYPE, t.ORG_ROLE_CLASS), Triple(SOMEBODY, t.TYPE, t.GROUP)),
        (Triple(SOMEBODY, t.REPORTS_TECHNICALLY_TO, t.REF("scaan")),),
    ],
    ids=["system and body", "advertised post and position", "role and group", "line to a system"],
)
def test_a_clash_is_found(fault: tuple[Triple, ...]) -> None:
    """One thing in two disjoint classes, said or implied, makes all of it inconsistent."""
    assert not judged({*examples(), *fault}).consistent


@needs_java
@pytest.mark.parametrize(
    ("stated", "named"),
    [
        (
            (
                Triple(t.ADVISES, t.TYPE, t.DATATYPE_PROPERTY),
                Triple(SOMEBODY, t.ADVISES, Literal("anybody")),
            ),
            t.ADVISES.value,
        ),
        ((Triple(SOMEBODY, t.TYPE, t.RDF("Statement")),), "rdf:Statement"),
    ],
    ids=["two sorts of property", "reserved class"],
)
def test_what_leaves_the_profile_is_named(stated: tuple[Triple, ...], named: str) -> None:
    """A property of two sorts, and a class that OWL keeps for itself, are no OWL 2 DL."""
    verdict = judged({*examples(), *stated})
    assert any(named in line for line in verdict.violations)


@needs_java
def test_what_cannot_be_read_is_no_verdict() -> None:
    """A number that is none stops the reasoner with its own words, and nothing is called true."""
    broken = Triple(SOMEBODY, t.DUTY_COUNT, Literal("many", datatype=t.NON_NEGATIVE_INTEGER))
    with pytest.raises(ReasonerFailed, match="many"):
        judged({*examples(), broken})


def test_nothing_is_fetched() -> None:
    """An import in the data would have the reasoner look for it on the network: it is left out."""
    somewhere = Quad(SOMEBODY, t.IMPORTS, NamedNode("https://example.org/other"), REGISTRY)
    assert settled([somewhere], REGISTRY) == set()


@needs_java
def test_without_java_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where jpype knows no place in which there is a Java, Java is what was not found."""
    (tmp_path / "sitecustomize.py").write_text(
        "from jpype import _jvmfinder as finder\n"
        "for one in (finder.JVMFinder, finder.LinuxJVMFinder, finder.DarwinJVMFinder):\n"
        "    one._java, one._locations = '/no/such/java', ()\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ReasonerMissing, match=r"^Java was not found"):
        judged(())


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain install has no reasoner, and says how to get one."""
    monkeypatch.setattr("dottedline.answers.reasoner._PACKAGES", ("no_such_package",))
    with pytest.raises(ReasonerMissing, match=r"no_such_package.*dottedline\[owl\]"):
        judged(())
