"""The store on disk: written once, whole or not at all, then read only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dottedline.exports.dataset import quads
from dottedline.ontology.terms import NON_NEGATIVE_INTEGER, XSD_INTEGER
from dottedline.store.triplestore import NoStore, load, opened
from pyoxigraph import NamedNode, Quad
from told import document, kinshasa

TERM = NamedNode("https://example.org/a")


def test_a_store_holds_what_was_loaded(tmp_path: Path) -> None:
    """All quads, in their graphs, and nothing beside the folder."""
    made = set(quads([kinshasa()]))
    assert load(made, tmp_path / "out" / "store") == len(made)
    # the engine keeps whole numbers of every sort as xsd:integer
    kept = {str(quad).replace(f"^^{NON_NEGATIVE_INTEGER}", f"^^{XSD_INTEGER}") for quad in made}
    assert set(map(str, opened(tmp_path / "out" / "store"))) == kept
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["store"]


def test_a_store_is_never_written_into_another(tmp_path: Path) -> None:
    """A build has a new folder; what stands there already is refused and stays as it is."""
    folder = tmp_path / "store"
    load([Quad(TERM, TERM, TERM)], folder)
    with pytest.raises(FileExistsError):
        load(quads([kinshasa()]), folder)
    assert len(opened(folder)) == 1


def test_a_store_can_be_read_while_its_folder_is_moved(tmp_path: Path) -> None:
    """The switch of a build does not disturb who reads the old one."""
    folder = tmp_path / "store"
    load(quads([kinshasa()]), folder)
    reader = opened(folder)
    folder.rename(tmp_path / "aside")
    load([Quad(TERM, TERM, TERM)], folder)
    assert len(opened(folder)) == 1
    assert reader.contains_named_graph(next(iter(reader.named_graphs())))


def test_a_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Half a store is no store."""

    def broken() -> Iterator[Quad]:
        yield from quads([document()])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(broken(), tmp_path / "store")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_store_says_so(tmp_path: Path) -> None:
    """And how to make one."""
    with pytest.raises(NoStore, match="dottedline build"):
        opened(tmp_path)
