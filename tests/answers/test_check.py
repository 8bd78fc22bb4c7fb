"""`dottedline check`: real builds keep the rules, and exit codes and reports tell when not."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dottedline.__main__ import cli
from dottedline.answers.checking.background import Background
from dottedline.answers.checking.check import check
from dottedline.answers.checking.engines import NoEngine, ready
from dottedline.answers.checking.shards import Shards
from dottedline.graph.identity import BASE
from dottedline.ontology import terms as t
from dottedline.ontology.shapes import Severity
from dottedline.store.folder import BuildFolder, opened
from dottedline.store.pipeline import NothingRead, build
from dottedline.store.triplestore import load
from dottedline.store.triplestore import opened as opened_store
from places import SAMPLES, SHARED, needs_java
from pyoxigraph import Literal, NamedNode, Quad

REAL = [SHARED / "notices", SHARED / "notices_unlabelled"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], prog_name="dottedline")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> BuildFolder:
    """Give a build of the sample notices."""
    return build([SAMPLES], tmp_path_factory.mktemp("samples") / "out").folder


@pytest.fixture(scope="module")
def broken(samples: BuildFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same build, one claim of it without evidence."""
    folder = tmp_path_factory.mktemp("broken") / "out"
    shutil.copytree(samples.path, folder, ignore=shutil.ignore_patterns("store"))
    quads = sorted(opened_store(samples.store), key=str)
    gone = next(quad for quad in quads if _bears_out(quad))
    kept = (quad for quad in quads if not (_bears_out(quad) and quad.subject == gone.subject))
    load(kept, folder / "store")
    return folder


def _bears_out(quad: Quad) -> bool:
    return quad.predicate == t.WAS_DERIVED_FROM and "#a-" in str(quad.subject)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_the_sample_notices_conform(engine: str, samples: BuildFolder) -> None:
    """Neither engine finds anything to mend in a build of the samples."""
    report = check(samples, engine=engine)
    assert report.counts == {"violation": 0, "warning": 0, "info": len(report.findings)}
    assert report.notices == len(samples.read_manifest()["notices"])


@pytest.mark.parametrize("folder", REAL, ids=lambda path: path.name)
def test_real_notices_conform(folder: Path, tmp_path: Path) -> None:
    """Nothing is violated in a build of real notices, elsewhere than at the usual base, too."""
    if not folder.is_dir():
        pytest.skip(f"{folder.name} is not beside this checkout")
    built = build([folder], tmp_path / "out", base="https://example.org/data/")
    assert check(built.folder, engine="fast").of(Severity.VIOLATION) == ()


def test_records_of_people_conform(tmp_path: Path) -> None:
    """Annotations have no rule and no cue, and are no worse for that."""
    gold = SHARED / "gold"
    if not gold.is_dir():
        pytest.skip("gold is not beside this checkout")
    built = build([*gold.glob("*.json"), SHARED / "notices"], tmp_path / "out")
    assert check(built.folder, engine="fast").of(Severity.VIOLATION) == ()


def test_every_statement_is_checked(samples: BuildFolder) -> None:
    """The parts hold all that the store holds, and of the notices each only its own."""
    store = opened_store(samples.store)
    shards = Shards(store, BASE)
    held = set()
    for shard in shards:
        held.update(shard.facts.triples)
        others = set(shards.notices) - {shard.notice.value if shard.notice else ""}
        subjects = {subject.value.partition("#")[0] for subject in shard.facts}
        assert not subjects & others
    assert held == {quad.triple for quad in store}


def test_a_relation_knows_what_stands_above_it(samples: BuildFolder) -> None:
    """What the store's own ontology says of relations and classes is read from the store."""
    background = Background.of(opened_store(samples.store))
    above = [t.REPORTS_DIRECTLY_TO, t.REPORTS_TO, t.ORG_REPORTS_TO]
    assert background.above(t.REPORTS_DIRECTLY_TO) == above
    assert background.is_line(t.REPORTS_TECHNICALLY_TO)
    assert not background.is_line(t.INFORMS)
    assert t.ORG_ORGANIZATION in background.classes_above(t.BODY)
    assert background.disjoint


def test_a_sound_build_exits_with_0(samples: BuildFolder) -> None:
    """The counts stand at the end."""
    result = run("check", samples.path)
    assert result.exit_code == 0, result.output
    assert "0 violations, 0 warnings" in result.stdout.splitlines()[-1]


def test_a_violation_exits_with_1(broken: Path) -> None:
    """The node, the rule, what is wrong and how to mend it are shown."""
    result = run("check", broken)
    assert result.exit_code == 1
    shown = " ".join(result.stdout.split())
    for words in ("Violations:", "claim-evidence", "shows no evidence", "Add evidence", "#a-"):
        assert words in shown
    assert "1 violation, 1 warning" in result.stdout.splitlines()[-1]


def test_json_is_for_machines(broken: Path) -> None:
    """The findings are all there, the worst first."""
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["counts"]["violation"] == 1
    assert told["owl"] is None
    first = told["findings"][0]
    assert (first["rule"], first["severity"]) == ("claim-evidence", "violation")
    assert all(first[part] for part in ("label", "message", "remedy"))
    assert first["graph"].endswith("#claims")


def test_strict_takes_warnings_seriously(samples: BuildFolder, tmp_path: Path) -> None:
    """A record that was changed after the build is a warning: 0, and 1 when strict."""
    folder = tmp_path / "out"
    shutil.copytree(samples.path, folder)
    record = next((folder / "vacancies").glob("*.json"))
    record.write_bytes(record.read_bytes() + b"\n")
    assert run("check", folder).exit_code == 0
    assert run("check", folder, "--strict").exit_code == 1
    assert [one.rule.name for one in check(opened(folder)).of(Severity.WARNING)] == [
        "record-changed"
    ]


def test_a_record_whose_quotes_are_elsewhere_is_broken(
    samples: BuildFolder, tmp_path: Path
) -> None:
    """A quote that is not in the text is told before `build` refuses the record."""
    folder = tmp_path / "out"
    shutil.copytree(samples.path, folder)
    record = folder / "vacancies" / "iom_field_security_officer_ndjamena_2026.json"
    data = json.loads(record.read_bytes())
    data["vacancies"][0]["relations"][0]["evidence"][0]["quote"] = "no such words"
    record.write_text(json.dumps(data), "utf-8")
    (finding,) = check(opened(folder)).of(Severity.VIOLATION)
    assert finding.rule.name == "record-broken"
    assert "the quote of" in finding.value
    with pytest.raises(NothingRead) as refused:
        build([record], tmp_path / "other")
    assert record.name in str(refused.value.skipped[0])


def test_a_missing_engine_is_named(samples: BuildFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the fast engine is refused by name, and else pySHACL takes its place."""
    monkeypatch.setitem(sys.modules, "shacl", None)
    result = run("check", samples.path, "--engine", "fast")
    assert result.exit_code == 2
    assert "dottedline[shacl]" in result.stderr
    assert ready(None, [])[0] == "reference"
    with pytest.raises(NoEngine):
        ready("fast", [])


def test_a_build_without_store_is_named(samples: BuildFolder, tmp_path: Path) -> None:
    """What is missing is said in a sentence."""
    folder = tmp_path / "out"
    shutil.copytree(samples.path, folder, ignore=shutil.ignore_patterns("store"))
    result = run("check", folder)
    assert result.exit_code == 2
    assert "holds no SPARQL store" in result.stderr


@needs_java
def test_the_reasoner_is_asked_where_it_is_wished(samples: BuildFolder, tmp_path: Path) -> None:
    """`--owl` finds nothing in the samples; a line to a system, and a second sort of property."""
    sound = run("check", samples.path, "--owl")
    assert sound.exit_code == 0
    assert re.fullmatch(
        r"HermiT: consistent, within OWL 2 DL, \d\d,\d{3} axioms", sound.stdout.splitlines()[-1]
    )
    folder = tmp_path / "out"
    shutil.copytree(samples.path, folder, ignore=shutil.ignore_patterns("store"))
    somebody, graph = NamedNode("https://example.org/somebody"), t.USUAL_GRAPH
    wrong = [
        Quad(somebody, t.REPORTS_TO, t.REF("scaan"), graph),
        Quad(t.ADVISES, t.TYPE, t.DATATYPE_PROPERTY, t.VOCABULARY_GRAPH),
        Quad(somebody, t.ADVISES, Literal("anybody"), graph),
    ]
    load([*opened_store(samples.store), *wrong], folder / "store")
    done = run("check", folder, "--owl", "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert not told["owl"]["consistent"]
    assert told["owl"]["violations"] > 0
    assert told["owl"]["axioms"] > 10_000
    found = {one["rule"] for one in told["findings"]}
    assert found >= {"inconsistent", "outside-owl-dl"}


def test_without_the_reasoner_it_says_what_to_install(
    samples: BuildFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain install has none, and one sentence tells how to get it."""
    monkeypatch.setattr("dottedline.answers.reasoner._PACKAGES", ("no_such_package",))
    done = run("check", samples.path, "--owl")
    assert done.exit_code == 2
    assert "dottedline[owl]" in done.stderr
