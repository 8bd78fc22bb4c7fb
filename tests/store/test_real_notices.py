"""Builds of real notices: the main job, from the folder to every file of it."""

import json
from pathlib import Path

import pyoxigraph
import pytest
from dottedline.graph.jsonfile import from_json
from dottedline.store.pipeline import build
from places import SHARED
from pyoxigraph import RdfFormat

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real notices are not beside this checkout"
)


@needs_shared
@pytest.mark.parametrize(
    ("folder", "count", "posts"), [("notices", 13, 13), ("notices_unlabelled", 15, 16)]
)
def test_real_notices_make_a_whole_build(
    folder: str, count: int, posts: int, tmp_path: Path
) -> None:
    """Every notice is read, none is skipped, and graph and store can be read back."""
    out = tmp_path / "out"
    build([SHARED / folder], out)
    manifest = json.loads((out / "build.json").read_text("utf-8"))
    assert (manifest["counts"]["notices"], manifest["counts"]["vacancies"]) == (count, posts)
    assert manifest["skipped"] == []
    assert len(list((out / "vacancies").glob("*.json"))) == count
    assert from_json((out / "graph.json").read_text("utf-8")).number_of_edges() > count
    stored = pyoxigraph.Store.read_only(str(out / "store"))
    told = set(pyoxigraph.parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG))
    assert len(stored) == len(told)
