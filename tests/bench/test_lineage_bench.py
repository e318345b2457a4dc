"""The lineage task on a small made-up set."""

import json
import random
from pathlib import Path

import pytest

from bench import lineage
from bench.documents import body_of, report_of, sentences_of
from bench.result import Request
from reportedly.model.report import Role
from tests.linking.tellings import HARBOUR, OTHER, REWORDED


@pytest.fixture
def data(tmp_path: Path) -> tuple[Path, Path]:
    """Two articles with two versions each, and an incident with three reports."""
    articles = [
        {"doc": "harbour", "versions": {"A": HARBOUR, "B": REWORDED, "C": ["", *HARBOUR[1:]]}},
        {
            "doc": "snow",
            "versions": {"A": OTHER, "B": [each.replace("Heavy", "Thick") for each in OTHER]},
        },
    ]
    incidents = [
        {"incident": "1", "id": "x", "text": "\n".join(HARBOUR)},
        {"incident": "1", "id": "y", "text": "\n".join(HARBOUR)},
        {"incident": "1", "id": "z", "text": "\n".join(OTHER)},
        {"incident": "2", "id": "w", "text": None},
    ]
    versions, reports = tmp_path / "versions.jsonl", tmp_path / "docs.jsonl"
    versions.write_text("\n".join(json.dumps(each) for each in articles), "utf-8")
    reports.write_text("\n".join(json.dumps(each) for each in incidents), "utf-8")
    return versions, reports


def test_the_task_finds_versions(data: tuple[Path, Path]) -> None:
    """All pairs of versions stand above independent reports; copies are no negatives."""
    result = lineage.run(Request(data))
    assert result.n == 2
    assert result.ours["recall_at_1pct"] == 1.0
    assert result.ours["alignment_f1"] == pytest.approx(1.0, abs=0.1)
    assert "1 copies left out" in result.notes[0]
    assert set(result.baselines) >= {"MinHash at 1 %", "SimHash at 1 %"}


def test_the_task_runs_without_incidents(data: tuple[Path, Path]) -> None:
    """A folder is read file by file; other articles alone are the negatives."""
    assert lineage.run(Request((data[0],), limit=2)).n == 2
    assert len(lineage.read_articles(data[0])) == 2


def test_the_threshold_lets_the_share_through() -> None:
    """One of a hundred negatives may exceed it."""
    scores = [each / 100 for each in range(100)]
    threshold = lineage.threshold_at(scores, 0.01)
    assert sum(score > threshold for score in scores) == 1
    assert lineage.threshold_at([], 0.01) == 0


def test_damages() -> None:
    """Cut texts are shorter, swapped ones begin with their middle, padded ones are longer."""
    lines, chance = [str(each) for each in range(10)], random.Random(1)  # noqa: S311 - test data
    assert len(lineage.cut(lines, chance)) == 7
    assert lineage.swap(lines)[0] == "5"
    assert len(lineage.insert(lines, ["x", "y", "z", "w"], chance)) == 13


def test_baselines_know_equal_texts() -> None:
    """Each gives its best score to a copy, and less to another text."""
    a, b, c = body_of("a", HARBOUR), body_of("b", HARBOUR), body_of("c", OTHER)
    for score in (lineage.minhash, lineage.simhash, lineage.mean_cosine):
        assert score(a, b) == pytest.approx(1.0)
        assert score(a, c) < 1


def test_documents_from_raw_text() -> None:
    """Sentences are cut at full stops, also where the space is missing; the title is the headline."""
    text = "It rained on Monday.Nobody came. The 3.5 km road was shut."
    assert [span.of(text) for span in sentences_of(text)] == [
        "It rained on Monday.",
        "Nobody came.",
        "The 3.5 km road was shut.",
    ]
    assert report_of(text, title="Rain").blocks[0].role is Role.HEADLINE
