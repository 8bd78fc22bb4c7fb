"""Building a folder: bad inputs, records of a person, and the same bytes each time."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph
import pytest
from dottedline.graph.build import knowledge
from dottedline.graph.views import reporting_view
from dottedline.store.contents import documents_of, graph_of
from dottedline.store.folder import BadFolder, opened
from dottedline.store.pipeline import Built, NothingRead, build
from dottedline.store.reading import documents
from dottedline.store.triplestore import opened as store_of
from dottedline.vacancies.model import Relation, ThirdParty
from dottedline.vacancies.readers import Unreadable
from places import SAMPLES

OFFICER = SAMPLES / "iom_field_security_officer_ndjamena_2018.txt"
PAGE = SAMPLES / "iom_field_security_officer_ndjamena_2026.html"
FILES = {
    "build.json",
    "chart.svg",
    "graph.graphml",
    "graph.html",
    "graph.json",
    "graph.trig",
    "graph.ttl",
    "ontology.html",
    "relations.csv",
    "store",
    "vacancies",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the build of the sample notices."""
    return build([SAMPLES], tmp_path_factory.mktemp("built") / "out")


def record(place: Path) -> dict[str, Any]:
    data = json.loads(place.read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def retitled(place: Path, title: str) -> None:
    data = record(place)
    data["vacancies"][0]["title"] = title
    place.write_text(json.dumps(data), "utf-8")


def titles(out: Path) -> set[str | None]:
    read = documents_of(opened(out))
    return {vacancy.title for document in read for vacancy in document.extraction.vacancies}


def test_all_files_are_written(built: Built) -> None:
    """A build holds every file of the design, and an extraction and a text for each source."""
    assert {path.name for path in built.folder.path.iterdir()} == FILES
    names = {path.name for path in built.folder.vacancies.iterdir()}
    stems = {path.stem for path in SAMPLES.iterdir()} - {"README"}
    assert names == {f"{stem}{suffix}" for stem in stems for suffix in (".json", ".txt")}


def test_every_sample_is_one_vacancy_with_a_supervisor(built: Built) -> None:
    """Each invented notice is read as one posting that states a reporting line."""
    for document in documents_of(built.folder):
        (vacancy,) = document.extraction.vacancies
        lines = [one for one in vacancy.relations if one.relation.startswith("reports")]
        assert lines, document.source


def test_the_manifest_tells_no_path_and_no_time(built: Built) -> None:
    """build.json names sources below the arguments, and holds no folder of the machine."""
    text = built.folder.manifest.read_text("utf-8")
    assert str(SAMPLES.parent) not in text
    assert str(built.folder.path.parent) not in text
    data = json.loads(text)
    hashes = {one["source"]: one["sha256"] for one in data["notices"]}
    assert hashes[OFFICER.name] == hashlib.sha256(OFFICER.read_bytes()).hexdigest()
    assert data["counts"]["notices"] == len(hashes) == len(list(SAMPLES.glob("iom_*"))) + 6


def test_the_texts_are_those_that_offsets_count(built: Built) -> None:
    """Every quote of every record is the text at its offsets, objects inside."""
    for document in documents_of(built.folder):
        assert document.text is not None
        for vacancy in document.extraction.vacancies:
            stated: list[Relation | ThirdParty] = [*vacancy.relations, *vacancy.third_party]
            for relation in stated:
                for piece in relation.evidence:
                    assert document.text[piece.start : piece.end] == piece.quote


def test_the_graph_can_be_read_back(built: Built) -> None:
    """graph.json gives the graph that the documents give."""
    again = knowledge(documents_of(built.folder))
    graph = graph_of(built.folder)
    assert nx.utils.graphs_equal(graph, again)
    assert reporting_view(graph).number_of_edges() > 0


def test_store_and_file_hold_the_same(built: Built) -> None:
    """The store holds the quads of graph.trig, and as many as build.json says.

    Numbers are compared by value: the store keeps all sorts of integers as one.
    """

    def told(quads: Iterable[pyoxigraph.Quad]) -> set[tuple[str, ...]]:
        terms = ((q.subject, q.predicate, q.object, q.graph_name) for q in quads)
        return {tuple(getattr(term, "value", "") for term in four) for four in terms}

    quads = list(pyoxigraph.parse(path=built.folder.path / "graph.trig"))
    assert told(quads) == told(store_of(built.folder.store))
    assert len(quads) == built.manifest["counts"]["quads"]


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_builds_are_byte_identical(built: Built, seed: str, tmp_path: Path) -> None:
    """Another process, another hash seed, another order of arguments: the same bytes."""
    out = tmp_path / "again"
    arguments = sorted(SAMPLES.iterdir(), reverse=seed != "0")
    notices = [str(path) for path in arguments if path.name != "README.md"]
    subprocess.run(
        [sys.executable, "-m", "dottedline", "build", *notices, "--out", str(out)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    for path in sorted(built.folder.path.rglob("*")):
        place = path.relative_to(built.folder.path)
        if path.is_file() and place.parts[0] not in {"store", "build.json"}:
            assert path.read_bytes() == (out / place).read_bytes(), place


def test_a_bad_notice_stops_nothing(tmp_path: Path) -> None:
    """The good notice is built, each bad one named with its reason and what to do."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(OFFICER, folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    (folder / "mail.eml").write_text("From: a@example.org")
    (folder / "text.odt").write_bytes(b"PK\x03\x04")
    (folder / "shop.html").write_text("<html><nav>Home</nav><p>We sell shoes.</p></html>")
    made = build([folder, tmp_path / "missing"], tmp_path / "out")
    assert made.manifest["counts"]["notices"] == 1
    named = {one.source for one in made.skipped}
    assert named == {
        "empty.txt",
        "mail.eml",
        "missing",
        "old.doc",
        "photo.txt",
        "shop.html",
        "text.odt",
    }
    for one in made.skipped:
        assert "\n" not in str(one)
        assert one.reason
        assert one.remedy
    assert len(made.manifest["skipped"]) == len(named)


def test_a_notice_in_windows_1252_is_read_and_said_to_be(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are read as cp1252, and build.json says so."""
    text = OFFICER.read_text("utf-8").replace("N'Djamena", "N\u2019Djam\xe9na")
    (tmp_path / "old.txt").write_bytes(text.encode("cp1252"))
    made = build([tmp_path / "old.txt"], tmp_path / "out")
    (entry,) = made.manifest["notices"]
    assert any("cp1252" in warning for warning in entry["warnings"])
    assert "N\u2019Djam\xe9na" in (made.folder.vacancies / "old.txt").read_text("utf-8")


def test_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    """When not one file can be used the folder stays as it was."""
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingRead) as caught:
        build([tmp_path / "empty.txt", tmp_path / "none"], tmp_path / "out")
    assert len(caught.value.skipped) == 2
    assert not (tmp_path / "out").exists()


def test_an_interrupted_build_leaves_the_last_one(tmp_path: Path) -> None:
    """Ctrl-C in the middle changes nothing and leaves nothing behind."""
    out = tmp_path / "out"
    build([OFFICER], out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    def stop(what: str, done: int, total: int) -> None:
        if what == "store":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([PAGE], out, step=stop)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_same_bytes_twice_are_one_notice(tmp_path: Path) -> None:
    """A copy under another name is passed over and counted."""
    shutil.copy(OFFICER, tmp_path / "copy.txt")
    made = build([OFFICER, tmp_path / "copy.txt"], tmp_path / "out")
    assert made.manifest["counts"]["notices"] == 1
    assert made.manifest["passed_over"] == {"copies": 1}


def test_two_sources_of_one_name_keep_their_own_files(tmp_path: Path) -> None:
    """Records of `a/post.txt` and `b/post.html` do not cover one another."""
    for folder, source in (("a", OFFICER), ("b", PAGE)):
        (tmp_path / folder).mkdir()
        shutil.copy(source, tmp_path / folder / f"post{source.suffix}")
    made = build([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    assert len(list(made.folder.vacancies.glob("post-*.json"))) == 2


class TestRecords:
    """Extractions that a person made or corrected."""

    def test_a_record_wins_over_reading(self, built: Built, tmp_path: Path) -> None:
        """The corrected title stands, wherever the record's text is: input, or beside it."""
        for path in built.folder.vacancies.glob(f"{OFFICER.stem}.*"):
            shutil.copy(path, tmp_path)
        given = tmp_path / f"{OFFICER.stem}.json"
        retitled(given, "Guardian of the Lake")
        for number, arguments in enumerate(([given, OFFICER], [OFFICER, given], [given])):
            made = build(arguments, tmp_path / f"out{number}")
            assert titles(made.folder.path) == {"Guardian of the Lake"}
            (entry,) = made.manifest["notices"]
            assert entry["record"] == "given"
            assert entry["sha256"] == hashlib.sha256(OFFICER.read_bytes()).hexdigest()

    def test_the_records_of_a_build_build_the_same(self, built: Built, tmp_path: Path) -> None:
        """Building from vacancies/ alone gives the graph that the notices gave, HTML or not."""
        made = build([built.folder.vacancies], tmp_path / "out")
        assert made.skipped == ()
        for name in ("graph.json", "graph.trig", "relations.csv", "chart.svg"):
            old, new = built.folder.path / name, made.folder.path / name
            assert old.read_bytes() == new.read_bytes(), name

    def test_gold_without_hash_and_quotes_is_completed(self, built: Built, tmp_path: Path) -> None:
        """An annotation that holds only offsets gets its hash and its quotes from the notice."""
        data = record(built.folder.vacancies / f"{PAGE.stem}.json")
        del data["sha256"]
        for relation in data["vacancies"][0]["relations"]:
            for piece in relation["evidence"]:
                del piece["quote"]
        (tmp_path / "gold.json").write_text(json.dumps(data), "utf-8")
        made = build([tmp_path / "gold.json", PAGE], tmp_path / "out")
        (document,) = documents_of(made.folder)
        assert document.sha256 == hashlib.sha256(PAGE.read_bytes()).hexdigest()
        assert all(
            piece.quote
            for relation in document.extraction.vacancies[0].relations
            for piece in relation.evidence
        )

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            (lambda data: data.update(sha256="x"), "is nowhere"),
            (
                lambda data: data["vacancies"][0]["relations"][0].update(modality="perhaps"),
                "no modality",
            ),
            (lambda data: data.update(vacancies=[{"titel": "x"}]), "titel"),
            (lambda data: data["vacancies"][0]["relations"][0].update(relation="loves"), "loves"),
            (lambda data: first(data).update(quote="other words"), "is not the text"),
            (
                lambda data: first(data).update(end=10**9, object_end=10**9, quote=None),
                "beyond the text",
            ),
        ],
    )
    def test_a_bad_record_is_named(
        self, built: Built, tmp_path: Path, change: Any, reason: str
    ) -> None:
        """A record that does not fit is a sentence for that file; the others are built."""
        data = record(built.folder.vacancies / f"{OFFICER.stem}.json")
        change(data)
        (tmp_path / "bad.json").write_text(json.dumps(data), "utf-8")
        also = [] if "nowhere" in reason else [OFFICER]
        made = build([tmp_path / "bad.json", PAGE, *also], tmp_path / "out")
        (bad,) = made.skipped
        assert reason in str(bad)
        assert "bad.json" in str(bad)

    def test_a_second_record_of_one_notice_is_named(self, built: Built, tmp_path: Path) -> None:
        """Of two records of a notice the first stands, and the other is said."""
        for name in ("a.json", "b.json"):
            shutil.copy(built.folder.vacancies / f"{OFFICER.stem}.json", tmp_path / name)
        made = build([tmp_path / "a.json", tmp_path / "b.json", OFFICER], tmp_path / "out")
        assert [one.source for one in made.skipped] == ["b.json"]

    def test_a_correction_in_the_folder_survives(self, tmp_path: Path) -> None:
        """A record changed in vacancies/ stands in every later build, until `fresh`."""
        out = tmp_path / "out"
        build([OFFICER, PAGE], out)
        retitled(out / "vacancies" / f"{OFFICER.stem}.json", "Guardian of the Lake")
        for _ in range(2):
            made = build([OFFICER, PAGE], out)
            assert "Guardian of the Lake" in titles(out)
            assert made.manifest["counts"]["kept"] == 1
        build([OFFICER, PAGE], out, fresh=True)
        assert "Guardian of the Lake" not in titles(out)

    def test_a_correction_is_never_lost_in_silence(self, tmp_path: Path) -> None:
        """A build that would drop a changed record stops, and says how to go on."""
        out = tmp_path / "out"
        build([OFFICER], out)
        place = out / "vacancies" / f"{OFFICER.stem}.json"
        retitled(place, "Guardian of the Lake")
        with pytest.raises(Unreadable, match="--fresh"):
            build([PAGE], out)
        place.write_text("{", "utf-8")
        with pytest.raises(Unreadable, match="no extraction"):
            build([OFFICER], out)
        build([PAGE], out, fresh=True)


def first(data: dict[str, Any]) -> dict[str, Any]:
    piece = data["vacancies"][0]["relations"][0]["evidence"][0]
    assert isinstance(piece, dict)
    return piece


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """`build` never writes over what it did not make."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(BadFolder):
        build([OFFICER], tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_reading_alone_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`documents` gives what was read and touches no file."""
    monkeypatch.chdir(tmp_path)
    read = documents([SAMPLES])
    assert len(read.documents) == 11
    assert list(tmp_path.iterdir()) == []
