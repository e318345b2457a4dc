"""The bench of names that differ between versions."""

import json
from pathlib import Path

import pytest

from bench.garbled import run, scores, truth
from bench.result import Request

LINES = (
    ("Anna Holt came to the harbour early.", "Anna Holdt came to the harbour early."),
    ("The rain had not stopped for a week.", "The rain hadn't stopped for one week."),
    ("Bruno Reed waited near the old mill.", "Bruno Reed waited close to the old mill."),
    ("Nobody knew what the letter had said.", "No one knew what the letter had said."),
    ("The council will meet again on Friday.", "The council meets again on Friday."),
)


def test_pairs_named_alone_are_one_and_the_others_two() -> None:
    """A pair with a rival is not judged."""
    here = [frozenset("a"), frozenset("b"), frozenset("c"), frozenset("c")]
    there = [frozenset("x"), frozenset("y"), frozenset("z"), frozenset("x")]
    assert list(truth(here, there)) == [("b", "y", True)]
    assert list(truth(here[:2], there[:2])) == [
        ("a", "x", True), ("a", "y", False), ("b", "x", False), ("b", "y", True),
    ]  # fmt: skip


def test_a_garbled_name_is_linked_and_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two versions of one article; nothing is wrong, so nothing is printed."""
    path = tmp_path / "wmt.jsonl"
    versions = {"a": [one for one, _ in LINES], "b": [other for _, other in LINES]}
    path.write_text(json.dumps({"doc": "d", "versions": versions}), "utf-8")
    result = run(Request((path,), verbose=True))
    assert result.n == 1
    assert (result.ours["precision"], result.ours["recall"]) == (1.0, 1.0)
    assert capsys.readouterr().out == ""


def test_no_pair_scores_nothing() -> None:
    """An empty list is no error."""
    assert scores([])["f1"] == 0.0
