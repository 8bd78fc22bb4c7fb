"""`dottedline why` shows the words behind an edge, or says that there is none."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from dottedline.ontology.rules import rules
from places import SAMPLES
from shell import run

WARDEN = """Title: Security Assistant
Organization: IOM
Duty Station: {city}
Country: {country}
Closing date: 3 May 2024

Context:
Under the direct supervision of the Chief of Mission, the incumbent sees to the safety of the house.

Duties:
1. Liaise with UNDSS when required.
"""
SILENT = """Title: Lake Warden
Organization: IOM
Duty Station: Bol
Country: Chad

Duties:
1. Liaise with UNDSS on the \x1b[31motters [bold] of the lake.
2. Count the boats that leave at dawn, and those that come home at dusk.
"""
OFFICER, CHIEF = "Field Security Officer, IOM, Chad", "Chief of Mission, IOM, Chad"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a build of the sample notices."""
    folder = tmp_path_factory.mktemp("why") / "out"
    assert run("build", SAMPLES, "--out", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def wardens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a build of three notices: two countries with a chief each, and a post without."""
    place = tmp_path_factory.mktemp("wardens")
    for name, text in (
        ("chad.txt", WARDEN.format(city="N'Djamena", country="Chad")),
        ("mali.txt", WARDEN.format(city="Bamako", country="Mali")),
        ("silent.txt", SILENT),
    ):
        (place / name).write_text(text, "utf-8")
    assert run("build", place, "--out", place / "out").exit_code == 0
    return place / "out"


def told(*arguments: str | Path) -> dict[str, list[dict[str, object]]]:
    result = run("why", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(result.stdout)
    return found


def refused(result: Result) -> list[str]:
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    first, *others = result.stderr.splitlines()
    assert first.startswith("Error: ")
    return [first, *others]


def test_an_edge_is_shown_with_all_that_states_it(samples: Path) -> None:
    """Relation, modality, notices and dates; each sentence with its marks, cue, rule and reason."""
    text = run("why", samples, OFFICER, CHIEF).stdout
    assert f"{OFFICER} - direct supervisor (solid line) -> {CHIEF}" in text
    assert "reportsDirectlyTo; stated in 2 notices, 2018-09-28 to 2026-04-17" in text
    for words in (
        'iom_field_security_officer_ndjamena_2026.html, context under "Organizational Context',
        "_Under direct supervision by_ the [Chief of Mission (COM)] and",
        "cue: Under direct supervision by",
        "rule: direct - Direct supervision is the solid line.",
    ):
        assert words in text


def test_lines_come_before_other_edges(samples: Path) -> None:
    """The reporting lines of two are what is asked for most."""
    relations = [edge["relation"] for edge in told(samples, OFFICER, CHIEF)["edges"]]
    assert relations[:2] == ["reportsDirectlyTo", "reportsAdministrativelyTo"]
    assert set(relations) == {*relations[:2], "advises", "informs"}


def test_either_order_finds_both_directions(samples: Path) -> None:
    """What A does to B and B to A is found, however they are named."""
    there = told(samples, "fso", "rso")["edges"]
    back = told(samples, "rso", "fso")["edges"]
    assert {(edge["subject"], edge["relation"], edge["object"]) for edge in there} == {
        (edge["subject"], edge["relation"], edge["object"]) for edge in back
    }
    assert {str(edge["subject_label"]).split(",")[0] for edge in there} == {
        "Field Security Officer",
        "Regional Security Officer",
    }


def test_no_edge_is_told_twice(samples: Path) -> None:
    """Where both names mean the same posts, their edges are told once."""
    for pair in (("fso", "fso"), (OFFICER, OFFICER), ("security officer", "wfp")):
        edges = [json.dumps(edge) for edge in told(samples, *pair)["edges"]]
        assert len(set(edges)) == len(edges)


def test_offsets_and_rules_hold_for_a_machine(samples: Path) -> None:
    """A sentence is the text at its offsets, its object lies in it, its rule is one of ours."""
    reasons = {rule.name: rule.reason for rule in rules()}
    names = {
        one["source"]: one["name"]
        for one in json.loads((samples / "build.json").read_text("utf-8"))["notices"]
    }
    for edge in told(samples, "fso", CHIEF)["edges"]:
        for said in edge["said"]:  # type: ignore[attr-defined]
            path = samples / "vacancies" / f"{names[said['source']]}.txt"
            text = path.read_bytes().decode()
            assert text[said["start"] : said["end"]] == said["sentence"]
            assert said["start"] <= said["object_start"] < said["object_end"] <= said["end"]
            assert reasons[said["rule"]] == said["reason"]
            assert said["cue_spans"]


def test_names_in_every_way(samples: Path) -> None:
    """Number, IRI, label, acronym and words of a name mean the same post."""
    (entry,) = (
        one for one in json.loads(run("list", samples, "--json").stdout) if one["label"] == OFFICER
    )
    wanted = told(samples, OFFICER, CHIEF)
    for name in (str(entry["number"]), entry["iri"], "fso djamena", "fso chad"):
        assert told(samples, name, CHIEF) == wanted, name


def test_the_name_of_a_role_means_all_its_posts(wardens: Path) -> None:
    """Chiefs of Mission of two countries are one role, and each has its own line."""
    edges = told(wardens, "security assistant", "chief of mission")["edges"]
    assert sorted(str(edge["object_label"]) for edge in edges) == [
        "Chief of Mission, IOM, Chad",
        "Chief of Mission, IOM, Mali",
    ]


def test_a_condition_is_told(wardens: Path) -> None:
    """What the words add to an edge stands beside it."""
    assert "condition: when required" in run("why", wardens, "security assistant", "undss").stdout


def test_no_edge_but_one_of_the_same_name(wardens: Path) -> None:
    """The nearest is a line to the chief of another country; the own line is told."""
    result = run("why", wardens, "Security Assistant, IOM, Chad", "Chief of Mission, IOM, Mali")
    assert result.exit_code == 0
    assert result.stdout.startswith("No edge joins Security Assistant, IOM, Chad and Chief")
    near = "Security Assistant, IOM, Chad - direct supervisor (solid line) -> Chief of Mission, IOM"
    assert near in result.stdout
    assert "chad.txt" in result.stdout
    assert "reporting line stated: Chief of Mission, IOM, Chad" in result.stdout


def test_no_edge_and_no_line(wardens: Path) -> None:
    """A notice that states no reporting line says so."""
    found = told(wardens, "lake warden", CHIEF)
    assert found["edges"] == []
    assert [(one["source"], one["state"], one["to"]) for one in found["lines"]] == [
        ("silent.txt", "not stated", [])
    ]


def test_what_a_notice_holds_is_text(wardens: Path) -> None:
    """Escapes in a notice are spelled out, markup is words."""
    text = run("why", wardens, "lake warden", "undss").stdout
    assert "\\x1b[31motters" in text
    assert "[bold]" in text
    assert "\x1b" not in text


def test_an_ambiguous_name_lists_what_it_may_mean(samples: Path) -> None:
    """Things that are no one role are listed with their numbers, and the command ends with 2."""
    first, *others = refused(run("why", samples, "officer", CHIEF))
    assert "'officer' may mean" in first
    numbers = {line.split()[0] for line in others}
    assert len(numbers) == len(others) > 5
    assert told(samples, min(numbers, key=int), CHIEF)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Cheif of Mision", "Chief of Mission"),
        ("rsoo", "RSO"),
        ("9999", "dottedline list"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, hint: str, samples: Path) -> None:
    """A wrong name is no mere refusal."""
    assert hint in "\n".join(refused(run("why", samples, name, CHIEF)))


@pytest.mark.parametrize("arguments", [("fso",), ("fso", "rso", "smt")])
def test_two_names_are_needed(arguments: tuple[str, ...], samples: Path) -> None:
    """One or three are a usage error."""
    result = run("why", samples, *arguments)
    assert result.exit_code == 2
    assert "name two" in result.stderr


def test_a_text_that_is_gone_is_one_line(wardens: Path, tmp_path: Path) -> None:
    """A build whose texts were removed says what to do."""
    copy = shutil.copytree(wardens, tmp_path / "out")
    (copy / "vacancies" / "chad.txt").unlink()
    (line,) = refused(run("why", copy, "Security Assistant, IOM, Chad", CHIEF))
    assert "build the folder again" in line
