"""The figures of `score` are those of the annotations' own scorer."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from dottedline.vacancies.model import Extraction
from dottedline.vacancies.score import Tally, score
from hypothesis import given
from hypothesis import strategies as st
from places import SHARED

GOLD = sorted((SHARED / "gold").glob("*.json")) if (SHARED / "gold").is_dir() else []
needs_gold = pytest.mark.skipif(
    not GOLD, reason="the annotated notices are not beside this checkout"
)


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in GOLD]


def texts() -> dict[str, str]:
    folder = SHARED / "notices"
    return {d["source"]: (folder / d["source"]).read_bytes().decode() for d in documents()}


def perturbed(document: dict[str, Any], seed: int) -> dict[str, Any]:
    """Drop, rename, shift and double relations, and spoil fields, by a fixed die."""
    die = random.Random(seed)
    text = (SHARED / "notices" / document["source"]).read_bytes().decode()
    others = ["reportsTo", "reportsTechnicallyTo", "liaisesWith", "prepares", "informs"]
    for vacancy in document["vacancies"]:
        for field in ("title", "grade", "duties", "closing_date"):
            if die.random() < 0.3:
                vacancy[field] = None
        if die.random() < 0.5:
            vacancy["languages_required"] = ["en", "sw"]
            vacancy["unit"] = ["Unit of Nothing"]
        for key in ("relations", "third_party"):
            kept = [r for r in vacancy.get(key, []) if die.random() < 0.8]
            kept += [json.loads(json.dumps(r)) for r in kept if die.random() < 0.2]
            for relation in kept:
                if die.random() < 0.3:
                    relation["relation"] = die.choice(others)
                if die.random() < 0.3:
                    relation["target"], relation["forms"] = "somebody else", []
                if die.random() < 0.2:
                    relation["kind"] = "group"
                for evidence in relation["evidence"]:
                    if die.random() < 0.7:
                        evidence["quote"] = text[evidence["start"] : evidence["end"]]
                    if die.random() < 0.1:
                        evidence["quote"] = "words that nobody wrote"
            die.shuffle(kept)
            vacancy[key] = kept
    if die.random() < 0.3:
        document["vacancies"].append(json.loads(json.dumps(document["vacancies"][0])))
    return document


def both(tmp_path: Path, predicted: list[dict[str, Any]]) -> tuple[Any, Any]:
    """Return the figures of the shared scorer and ours, both as JSON data."""
    for n, document in enumerate(predicted):
        (tmp_path / f"{n}.json").write_text(json.dumps(document), encoding="utf-8")
    theirs = tool().score(SHARED / "gold", tmp_path, SHARED / "notices")
    read = [Extraction.model_validate(d) for d in documents()]
    ours = score(read, [Extraction.model_validate(d) for d in predicted], texts())
    return json.loads(json.dumps(theirs)), json.loads(json.dumps(ours.as_json()))


@needs_gold
def test_gold_against_itself_is_as_the_shared_scorer_has_it() -> None:
    """Annotations are right about themselves, and both scorers say so in the same figures."""
    gold = SHARED / "gold"
    theirs = json.loads(json.dumps(tool().score(gold, gold, SHARED / "notices")))
    read = [Extraction.model_validate(d) for d in documents()]
    ours = score(read, read, texts(), quoted=False).as_json()
    assert json.loads(json.dumps(ours)) == theirs
    assert ours["exact"]["f1"] == 1.0
    assert ours["evidence_faithful"] == 1.0


@needs_gold
@pytest.mark.parametrize("seed", range(6))
def test_figures_agree_on_spoilt_predictions(tmp_path: Path, seed: int) -> None:
    """Every figure is the shared scorer's, whatever the predictions got wrong."""
    predicted = [perturbed(d, seed * 100 + n) for n, d in enumerate(documents())]
    theirs, ours = both(tmp_path, predicted)
    # dictionaries of Python compare without order, lists with it
    assert ours == theirs


@needs_gold
def test_missing_documents_count_as_missed(tmp_path: Path) -> None:
    """A document without a prediction lowers recall, and is counted."""
    theirs, ours = both(tmp_path, documents()[:3])
    assert ours == theirs
    assert ours["documents_missing"] == len(GOLD) - 3


def test_a_document_without_text_is_an_error() -> None:
    """Evidence cannot be judged without the text."""
    with pytest.raises(KeyError):
        score([Extraction(source="a.txt")], [], {})


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, missed: int, spurious: int) -> None:
    """The harmonic mean of two shares is between them."""
    figures = Tally(right, right + missed, right + spurious).as_json()
    low, high = sorted((figures["p"], figures["r"]))
    assert low - 1e-9 <= figures["f1"] <= high + 1e-9
