"""The tasks stories and speed on small made-up sets, and their metric."""

import gzip
import json
from pathlib import Path

import pytest

from bench import speed, stories
from bench.clustering import agreement, bcubed, pairwise
from bench.result import Request
from tests.linking.tellings import HARBOUR, OTHER, REWORDED


def lines(path: Path, *records: object) -> Path:
    """A file of JSON lines."""
    path.write_text("\n".join(json.dumps(each) for each in records), "utf-8")
    return path


def test_all_three_formats_are_read(tmp_path: Path) -> None:
    """Incidents, roundups and topics, told apart by their fields."""
    gva = lines(
        tmp_path / "gva.jsonl",
        {
            "incident": "1",
            "id": "a",
            "title": "Harbour",
            "date": "2024-05-01",
            "text": " ".join(HARBOUR),
        },
        {"incident": "1", "id": "b", "title": None, "date": "1.5.24", "text": " ".join(REWORDED)},
        {"incident": "2", "id": "c", "title": "Snow", "date": None, "text": " ".join(OTHER)},
    )
    side = {"newsTitle": "Snow", "newBody": OTHER}
    allsides = lines(
        tmp_path / "allsides.jsonl",
        {"id": 1, "date": "2024-05-01T10:00", "news": {"left": side, "right": side}},
    )
    ecb = lines(
        tmp_path / "ecb.jsonl", {"id": "1_1", "topic": "1", "story": "1", "sentences": HARBOUR}
    )
    result = stories.run(Request((gva, allsides, ecb)))
    assert result.n == 6
    assert result.ours["gva_pairwise_f1"] == 1.0
    assert set(result.ours) >= {"bcubed_f1", "pairwise_f1", "reports_per_second", "peak_mb"}
    assert "gva: one story each" in result.baselines
    assert stories.run(Request((gva,), limit=1)).n == 2


def test_agreement_by_hand() -> None:
    """Two stories of two, one report in the wrong group."""
    key = {"a": 1, "b": 1, "c": 2, "d": 2}
    ours = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert pairwise(ours, key, list(key)) == pytest.approx(0.4)
    assert bcubed(ours, key, list(key)) == pytest.approx(0.7059, abs=1e-4)
    assert agreement(key, key)["bcubed_f1_without_singletons"] == 1.0
    assert bcubed({}, {}, []) == 0
    assert pairwise({"a": 1}, {"a": 1}, ["a"]) == 0


def test_speed_runs_on_a_stream(tmp_path: Path) -> None:
    """A compressed stream, and the slope of cost."""
    records = [
        {
            "id": str(index),
            "title": "Snow",
            "lead": " ".join(OTHER[: 1 + index % 4]),
            "date": "2024-05-01",
        }
        for index in range(5)
    ]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(each) for each in records))
    assert len(speed.read_items(tmp_path, 3)) == 3
    assert speed.exponent({1000: 1.0, 10_000: 10.0}) == 1.0
    assert speed.exponent({1000: 1.0}) == 1.0
