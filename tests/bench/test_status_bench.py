"""The bench of how real a predicate is told to be."""

import gzip
import json
from pathlib import Path

import pytest

from bench.result import Request
from bench.status import run
from bench.status_files import read_predicates
from reportedly.model.span import Span
from reportedly.reading.factuality import Genre


def news(path: Path) -> Path:
    """A small file in UW's form."""
    targets = [{"span1": [1, 2], "label": 3.0}, {"span1": [4, 5], "label": -2.0}]
    row = {"text": "Norway left but never returned .", "targets": targets}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_both_forms_are_read(tmp_path: Path) -> None:
    """UW counts words, UDS characters; the form tells the genre."""
    genre, found = read_predicates(news(tmp_path / "a.jsonl"))
    assert genre is Genre.NEWS
    assert [each.span.of(each.text) for each in found] == ["left", "returned"]
    path = tmp_path / "b.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"text": "They left.", "char": [5, 9], "ih2": 2.5}) + "\n")
    genre, found = read_predicates(path)
    assert (genre, found[0].span, found[0].label) == (Genre.WEB, Span(5, 9), 2.5)


def test_figures_and_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Error, correlation and signs; two predicates are enough to run."""
    result = run(Request((news(tmp_path / "a.jsonl"),), verbose=True))
    assert result.n == 2
    assert result.ours["sign"] == 100.0
    assert result.baselines["always happened"]["r"] == 0.0
    assert "told as" not in capsys.readouterr().out
