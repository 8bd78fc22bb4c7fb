"""Each seeded fault is found: with its rule, at its node, and with nothing else beside it."""

from pathlib import Path

import pytest
from dottedline.answers.checking.check import check
from dottedline.answers.checking.report import Report
from dottedline.ontology.shapes import Severity, rules
from dottedline.store.folder import BuildFolder
from pyoxigraph import Quad
from seeded import Data, whole
from seeds import SEEDS, Seed, lost_notice

GROUPS = 5


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildFolder, frozenset[Quad]]:
    """Give a build of one notice, and its statements."""
    return whole(tmp_path_factory.mktemp("seeded") / "out")


@pytest.fixture(scope="module")
def sound(
    build: tuple[BuildFolder, frozenset[Quad]], tmp_path_factory: pytest.TempPathFactory
) -> Report:
    """Give the report of the statements as they are."""
    folder = tmp_path_factory.mktemp("sound") / "out"
    return check(Data(set(build[1])).written(build[0], folder), engine="fast")


def test_the_build_is_sound(sound: Report) -> None:
    """Before a fault is seeded none is found."""
    assert [one for one in sound.findings if one.rule.severity is not Severity.INFO] == []


@pytest.mark.parametrize("change", SEEDS, ids=lambda change: change.__name__)
def test_a_seeded_fault_is_found(
    change: Seed,
    build: tuple[BuildFolder, frozenset[Quad]],
    sound: Report,
    tmp_path: Path,
) -> None:
    """The rule is named, at the node, and no rule is but those that the fault breaks, too."""
    data = Data(set(build[1]))
    node, rule, others = change(data)
    report = check(data.written(build[0], tmp_path / "out"), engine="fast")
    told = {(one.rule.name, one.node) for one in report.findings}
    new = told - {(one.rule.name, one.node) for one in sound.findings}
    assert (rule, node.value) in new
    assert {name for name, _ in new} == {rule, *others.split()}
    assert report.fails() is any(rules()[name].severity is Severity.VIOLATION for name, _ in told)


@pytest.mark.parametrize("first", range(GROUPS))
def test_both_engines_find_the_same(
    first: int, build: tuple[BuildFolder, frozenset[Quad]], tmp_path: Path
) -> None:
    """Many faults together, as far as each leaves something for the next, are the same to both."""
    data = Data(set(build[1]))
    for change in (one for one in SEEDS[first::GROUPS] if one is not lost_notice):
        before = set(data.quads)
        try:
            change(data)
        except (LookupError, StopIteration, ValueError):
            data.quads = before
    folder = data.written(build[0], tmp_path / "out")
    fast, reference = (check(folder, engine=name) for name in ("fast", "reference"))
    assert fast.findings == reference.findings
    assert len({one.rule for one in fast.findings}) > len(SEEDS) // GROUPS // 2
