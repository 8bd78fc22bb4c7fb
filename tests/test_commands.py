"""The command line, as people and machines use it."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner, Result
from dottedline.__main__ import cli
from dottedline.commands import GROUPS
from dottedline.exports.formats import FORMATS
from places import SAMPLES

OFFICER = SAMPLES / "iom_field_security_officer_ndjamena_2018.txt"
NAMES = sorted(cli.commands)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], prog_name="dottedline")


def process(*arguments: str | Path, **options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dottedline", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, **options},
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a build of the sample notices."""
    folder = tmp_path_factory.mktemp("commands") / "out"
    assert run("build", SAMPLES, "--out", folder).exit_code == 0
    return folder


def one_line(result: Result) -> str:
    """Check that a command failed with 2 and one sentence, and return it."""
    assert result.exit_code == 2, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith("Error: ")
    return line


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_an_example_that_parses(name: str) -> None:
    """The help ends with an example, and the example is one that the command takes."""
    text = run(name, "--help").output
    example = text.rsplit("Example:\n", 1)[1].strip()
    words = example.split()
    assert words[:2] == ["dottedline", name]
    command = cli.commands[name]
    assert command.make_context(name, words[2:], resilient_parsing=False)


def test_the_help_groups_every_command_once() -> None:
    """Commands stand in groups by who needs them; none is left out."""
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == NAMES
    text = run("--help").output
    for group in GROUPS:
        assert f"{group}:" in text


def test_the_help_is_quick() -> None:
    """`--help` loads none of the heavy packages."""
    code = (
        "import sys; from dottedline.__main__ import cli; cli(['--help'], standalone_mode=False); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"networkx", "pydantic", "rdflib", "rich", "pyoxigraph", "pyvis", "jinja2"}
    assert not heavy & set(done.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["biuld"], "did you mean build"),
        (["export", "OUT", "--to", "turtle"], "did you mean ttl"),
        (["export", "OUT", "--to", "grapml"], "did you mean graphml"),
        (["query", "OUT", "two-supervisor"], "did you mean two-supervisors"),
        (["query", "OUT", "two-supervisors", "--format", "cvs"], "did you mean csv"),
        (["list", "OUT", "--kind", "rolle"], "did you mean role"),
        (["list", "OUT", "--kind", "zzz"], "known: role"),
    ],
)
def test_misspelt_names_are_answered_with_the_right_ones(
    arguments: list[str], hint: str, out: Path
) -> None:
    """A wrong name is no mere refusal."""
    result = run(*(str(out) if one == "OUT" else one for one in arguments))
    assert result.exit_code == 2
    assert hint in result.stderr


class TestBuild:
    """The main job."""

    def test_the_summary_says_what_was_done(self, tmp_path: Path) -> None:
        """Notices, vacancies, relations by family, what was left out, and what to open."""
        (tmp_path / "empty.txt").write_bytes(b"")
        result = run("build", OFFICER, tmp_path / "empty.txt", "--out", tmp_path / "out")
        assert result.exit_code == 0
        for words in (
            "1 notice read: 1 vacancy",
            "reports to",
            "1 file could not be read",
            "empty",
        ):
            assert words in result.stdout
        assert str(tmp_path / "out" / "graph.html") in result.stdout

    def test_strict_tells_by_the_exit_code(self, tmp_path: Path) -> None:
        """With --strict a file that was left out makes the command end with 2, all else done."""
        (tmp_path / "empty.txt").write_bytes(b"")
        arguments = ("build", OFFICER, tmp_path / "empty.txt", "--out", tmp_path / "out")
        assert run(*arguments, "--strict").exit_code == 2
        assert (tmp_path / "out" / "build.json").is_file()

    def test_json_is_for_machines(self, tmp_path: Path) -> None:
        """With --json the summary is what build.json holds."""
        result = run("build", OFFICER, "--out", tmp_path / "out", "--json")
        told = json.loads(result.stdout)
        assert told == json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("missing.txt", None, "no such file"),
            ("empty.txt", b"", "empty"),
            ("blank.txt", b" \n\t\n", "no text"),
            ("photo.txt", bytes(range(256)) * 99, "no text"),
            ("old.doc", b"\xd0\xcf\x11\xe0", "old Word"),
            ("text.odt", b"PK\x03\x04", "OpenDocument"),
            ("mail.eml", b"From: x", "e-mail"),
            ("page.html", b"<html><body><nav>Home</nav>Shoes</body></html>", "vacancy"),
            ("data.xyz", b"x", "not read"),
            ("record.json", b'{"a": 1}', "no extraction"),
        ],
    )
    def test_bad_input_is_one_line(
        self, name: str, data: bytes | None, reason: str, tmp_path: Path
    ) -> None:
        """Each bad file is named with its reason and what to do; nothing could be done: 2."""
        place = tmp_path / name
        if data is not None:
            place.write_bytes(data)
        line = one_line(run("build", place, "--out", tmp_path / "out"))
        assert name in line
        assert reason in line
        assert ";" in line
        assert not (tmp_path / "out").exists()

    def test_a_folder_without_notices_is_one_line(self, tmp_path: Path) -> None:
        """An empty folder says which files would be read."""
        (tmp_path / "in").mkdir()
        assert ".html" in one_line(run("build", tmp_path / "in", "--out", tmp_path / "out"))

    def test_out_that_is_a_file_is_one_line(self, tmp_path: Path) -> None:
        """A file is not overwritten by a folder."""
        (tmp_path / "out").write_text("mine")
        assert "it is a file" in one_line(run("build", OFFICER, "--out", tmp_path / "out"))
        assert (tmp_path / "out").read_text() == "mine"

    @pytest.mark.parametrize("place", ["/proc/out", "/dev/null/out"])
    def test_out_that_cannot_be_written_is_one_line(self, place: str) -> None:
        """A place that takes no folder is refused, whatever the system calls the reason."""
        one_line(run("build", OFFICER, "--out", place))

    def test_a_bad_base_is_one_line(self, tmp_path: Path) -> None:
        """A base that is no IRI is refused before anything is written."""
        one_line(run("build", OFFICER, "--out", tmp_path / "out", "--base", "x> <y"))
        assert not (tmp_path / "out").exists()

    def test_hostile_names_print_harmlessly(self, tmp_path: Path) -> None:
        """Control characters of a file name never reach the terminal."""
        place = tmp_path / "a\x1b[31m\n.txt"
        place.write_bytes(b"")
        line = one_line(run("build", place, "--out", tmp_path / "out"))
        assert "\x1b" not in line

    def test_interrupted_it_ends_with_130(self, tmp_path: Path) -> None:
        """Ctrl-C ends the command at once, without a traceback and without a half build."""
        folder = tmp_path / "in"
        folder.mkdir()
        for number in range(400):
            text = OFFICER.read_text("utf-8") + f"\nNote {number}\n"
            (folder / f"{number}.txt").write_text(text, "utf-8")
        running = subprocess.Popen(
            [sys.executable, "-m", "dottedline", "build", folder, "--out", tmp_path / "out"],
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
        assert running.returncode == 130
        assert told.strip() == "stopped; the last build is as it was"
        assert [path.name for path in tmp_path.iterdir()] == ["in"]


class TestReading:
    """Commands that look at a build."""

    def test_dir_may_be_left_out(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without DIR the build in ./out is meant; without that, a sentence says what to do."""
        monkeypatch.chdir(tmp_path)
        assert "dottedline build" in one_line(run("list"))
        run("build", OFFICER)
        assert run("list", "--posts").exit_code == 0
        assert "Chad" in run("find", "fso").stdout

    def test_list_numbers_posts_first(self, out: Path) -> None:
        """Advertised posts open the list, and the numbers are those of the entire list."""
        told = json.loads(run("list", out, "--json").stdout)
        assert [entry["number"] for entry in told] == list(range(1, len(told) + 1))
        posts = json.loads(run("list", out, "--posts", "--json").stdout)
        assert posts == told[: len(posts)]
        assert {entry["kind"] for entry in posts} == {"role"}
        units = json.loads(run("list", out, "--kind", "unit", "--json").stdout)
        assert {entry["kind"] for entry in units} == {"unit"}

    def test_find_tells_when_there_is_nothing(self, out: Path) -> None:
        """No match is no error, but a sentence."""
        result = run("find", out, "submarine", "captain")
        assert result.exit_code == 0
        assert "Nothing by that name" in result.stdout

    def test_find_by_acronym_and_station(self, out: Path) -> None:
        """`fso djamena` is the Field Security Officer of the notices from N'Djamena."""
        (match, *_) = json.loads(run("find", out, "fso", "djamena", "--json").stdout)
        assert match["label"].startswith("Field Security Officer, IOM, Chad")

    def test_open_prints_the_page(self, out: Path) -> None:
        """`open --print` starts no browser."""
        assert run("open", out, "--print").stdout.strip() == str(out / "graph.html")

    def test_open_prints_the_page_of_the_ontology(self, out: Path, tmp_path: Path) -> None:
        """`--ontology` is for the other page; a build that lacks it is told in one sentence."""
        told = run("open", out, "--ontology", "--print").stdout.strip()
        assert told == str(out / "ontology.html")
        assert Path(told).is_file()
        place = shutil.copytree(out, tmp_path / "old")
        (place / "ontology.html").unlink()
        assert "build it again" in one_line(run("open", place, "--ontology", "--print"))

    @pytest.mark.parametrize("name", FORMATS)
    def test_every_format_can_be_exported(self, name: str, out: Path, tmp_path: Path) -> None:
        """Each format is written, to a file and to standard output alike."""
        assert run("export", out, "--to", name, "--out", tmp_path / "x").exit_code == 0
        assert run("export", out, "--to", name).stdout_bytes == (tmp_path / "x").read_bytes()

    @pytest.mark.parametrize(
        "name", ["csv", "graphml", "html", "json", "ontology", "svg", "trig", "ttl"]
    )
    def test_an_export_is_what_the_build_wrote(self, name: str, out: Path) -> None:
        """Written from the folder again, the files are the same bytes."""
        files = {"csv": "relations.csv", "ontology": "ontology.html", "svg": "chart.svg"}
        written = (out / files.get(name, f"graph.{name}")).read_bytes()
        assert run("export", out, "--to", name).stdout_bytes == written

    def test_the_chart_is_a_picture(self, out: Path) -> None:
        """The exported SVG is XML with a picture in it."""
        root = ElementTree.fromstring(run("export", out, "--to", "svg").stdout_bytes)
        assert root.tag.endswith("svg")

    @pytest.mark.parametrize("command", ["list", "find", "export", "query"])
    def test_a_damaged_build_is_one_line(self, command: str, out: Path, tmp_path: Path) -> None:
        """Files cut short or gone make a sentence, never a traceback."""
        place = tmp_path / "out"
        shutil.copytree(out, place)
        (place / "graph.json").write_text('{"nodes": [')
        shutil.rmtree(place / "store")
        more = {"find": ["fso"], "export": ["--to", "csv"], "query": ["two-supervisors"]}
        one_line(run(command, place, *more.get(command, [])))


class TestQuery:
    """Questions in SPARQL."""

    def test_every_shipped_query_answers(self, out: Path) -> None:
        """At least ten queries come along, and each one runs."""
        shipped = json.loads(run("query", "--list", "--json").stdout)
        assert len(shipped) >= 10
        for one in shipped:
            result = run("query", out, one["name"], "--json")
            assert result.exit_code == 0, one["name"]
            json.loads(result.stdout)

    def test_text_file_and_name_are_the_same(self, out: Path, tmp_path: Path) -> None:
        """A query may be given as itself or in a file."""
        text = "SELECT DISTINCT ?n WHERE { ?p a dl:Position ; rdfs:label ?n } ORDER BY ?n"
        (tmp_path / "names.rq").write_text(text, "utf-8")
        given = run("query", out, text, "--format", "csv")
        assert given.stdout == run("query", out, tmp_path / "names.rq", "--format", "csv").stdout
        rows = list(csv.reader(io.StringIO(given.stdout)))
        assert len(rows) > 10

    @pytest.mark.parametrize(
        "text",
        [
            "DROP ALL {}",
            "SELECT * WHERE { SERVICE <https://example.org/> { ?s ?p ?o } }",
            "SELECT * WHERE {",
            "nonsense",
            "",
        ],
    )
    def test_bad_queries_are_one_line(self, text: str, out: Path) -> None:
        """Updates, federation and broken syntax are refused in a sentence."""
        one_line(run("query", out, text))

    def test_a_misspelt_term_is_noticed_and_the_query_still_runs(self, out: Path) -> None:
        """The note stands beside the answer, not in it."""
        result = run("query", out, "SELECT ?p { ?p a dl:Positon }", "--format", "csv")
        assert result.exit_code == 0
        assert result.stdout.strip() == "p"
        (line,) = result.stderr.strip().splitlines()
        assert line.startswith("Note: there is no term dl:Positon; did you mean dl:Position")

    def test_who_reports_to_whom_tells_of_a_choice(self, out: Path) -> None:
        """One of several superiors is no superior beside the others."""
        rows = json.loads(run("query", out, "who-reports-to-whom", "--json").stdout)
        assert rows["head"]["vars"] == ["post", "line", "supervisor", "choice"]


class TestRecords:
    """Reading without building."""

    def test_one_notice_is_json_many_are_lines(self) -> None:
        """One record is indented JSON; many are one a line."""
        assert json.loads(run("extract", OFFICER).stdout)["source"] == OFFICER.name
        told = run("extract", SAMPLES).stdout.splitlines()
        assert {json.loads(line)["language"] for line in told} == {"en"}
        assert len(told) == 11

    def test_records_can_be_written_and_marked(self, tmp_path: Path) -> None:
        """What was extracted, taken for gold, is read to the last relation."""
        assert run("extract", SAMPLES, "--out", tmp_path / "gold").exit_code == 0
        marks = json.loads(run("evaluate", tmp_path / "gold", SAMPLES, "--json").stdout)
        assert marks["exact"]["f1"] == 1
        assert marks["evidence_faithful"] == 1
        assert marks["documents"] == 11
        assert "exact" in run("evaluate", tmp_path / "gold", SAMPLES).stdout

    def test_gold_among_the_notices_does_not_mark_itself(self, tmp_path: Path) -> None:
        """`evaluate` reads the notice even where a record of it lies beside it."""
        shutil.copy(OFFICER, tmp_path)
        run("extract", OFFICER, "--out", tmp_path)
        place = tmp_path / f"{OFFICER.stem}.json"
        data = json.loads(place.read_text("utf-8"))
        data["vacancies"][0]["title"] = "Guardian of the Lake"
        place.write_text(json.dumps(data), "utf-8")
        marks = json.loads(run("evaluate", tmp_path, tmp_path, "--json").stdout)
        assert marks["fields"]["title"] == 0

    def test_gold_without_records_is_one_line(self) -> None:
        """A folder of notices is no gold."""
        assert "annotated" in one_line(run("evaluate", SAMPLES, SAMPLES))


def test_demo_builds_the_packaged_samples(tmp_path: Path) -> None:
    """`demo` needs no argument, and says which page to open."""
    done = subprocess.run(
        [sys.executable, "-m", "dottedline", "demo"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "11 notices read" in done.stdout
    assert "dottedline-demo/graph.html" in done.stdout
    assert done.stderr == ""


def test_a_plain_terminal_gets_plain_text(tmp_path: Path) -> None:
    """In an ASCII locale names with accents print escaped instead of failing."""
    text = OFFICER.read_text("utf-8").replace("N'Djamena", "N\u2019Djam\u00e9na")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    run("build", tmp_path / "a.txt", "--out", tmp_path / "out")
    done = process("list", tmp_path / "out", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_is_no_error(out: Path) -> None:
    """`dottedline list | head -1` prints no traceback."""
    command = f"'{sys.executable}' -m dottedline export '{out}' --to trig | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_line(out: Path) -> None:
    """An error of the system is a sentence."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dottedline", "export", str(out), "--to", "trig"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_commands_are_documented() -> None:
    """Each command and parameter says what it does."""
    for command in cli.commands.values():
        assert command.help
        for parameter in command.params:
            assert (
                isinstance(parameter, click.Argument)
                or parameter.name in {"name", "as_json"}
                or (isinstance(parameter, click.Option) and parameter.help)
            )
