"""`dottedline extract --candidates` lists the names that the lexicon lacks."""

import json
from pathlib import Path

import pyoxigraph
import pytest
from dottedline.ontology import terms as t
from places import SAMPLES
from shell import run


def test_the_table_has_the_commonest_first() -> None:
    """Name, kind, counts and the sentences, three lines at most for each name."""
    text = run("extract", SAMPLES, "--candidates").stdout
    head, *_ = (line for line in text.splitlines() if line.strip())
    assert head.split()[:4] == ["name", "kind", "clauses", "notices"]
    listed = json.loads(run("extract", SAMPLES, "--candidates", "--json").stdout)
    first, other = listed[0]["name"], next(one["name"] for one in listed if one["count"] == 1)
    assert text.index(first.split()[0]) < text.index(other.split()[0])


def test_json_is_sorted_by_frequency() -> None:
    """For a machine: counts that fall, forms, relations, and uses with their source."""
    told = json.loads(run("extract", SAMPLES, "--candidates", "--json").stdout)
    counts = [one["count"] for one in told]
    assert counts == sorted(counts, reverse=True)
    for one in told:
        assert 1 <= len(one["uses"]) <= 3
        assert one["notices"] <= one["count"]
        assert one["relations"]


def test_one_kind_may_be_asked_for() -> None:
    """`--kind` narrows table, JSON and Turtle alike."""
    told = json.loads(run("extract", SAMPLES, "--candidates", "--json", "--kind", "role").stdout)
    assert {one["kind"] for one in told} == {"role"}
    turtle = run("extract", SAMPLES, "--candidates", "--turtle", "--kind", "role").stdout
    parsed = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
    labels = {quad.object.value for quad in parsed if quad.predicate == t.PREF_LABEL}
    assert labels == {one["name"] for one in told}


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--turtle",), "go with --candidates"),
        (("--kind", "role"), "go with --candidates"),
        (("--candidates", "--out", "x"), "> FILE"),
        (("--candidates", "--turtle", "--json"), "not both"),
        (("--candidates", "--kind", "rolle"), "did you mean role"),
    ],
)
def test_options_that_do_not_fit_are_refused(options: tuple[str, ...], hint: str) -> None:
    """Each in a sentence that says what to do, before anything is read."""
    result = run("extract", SAMPLES, *options)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_files_left_out_are_named(tmp_path: Path) -> None:
    """An unreadable file is told on standard error, and fails under --strict only."""
    (tmp_path / "empty.txt").write_bytes(b"")
    arguments = ("extract", SAMPLES, tmp_path / "empty.txt", "--candidates", "--turtle")
    assert run(*arguments).exit_code == 0
    result = run(*arguments, "--strict")
    assert result.exit_code == 2
    assert "empty" in result.stderr


def test_nothing_lacking_is_still_turtle(tmp_path: Path) -> None:
    """A notice whose names are all known gives no entries, and no error."""
    text = "Title: Clerk\nOrganization: IOM\nDuties:\n1. Liaise with UNDSS.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    result = run("extract", tmp_path / "a.txt", "--candidates", "--turtle")
    assert result.exit_code == 0
    assert not list(pyoxigraph.parse(result.stdout, pyoxigraph.RdfFormat.TURTLE))
