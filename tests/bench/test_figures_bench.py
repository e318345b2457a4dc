"""The bench of figures finds its passages by hash and scores bounds, units and heads."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from bench import figures as bench
from bench.figures import Gold, Passage, figures_in, is_right, read_passages, run, tally
from bench.result import Request
from reportedly.model.reading import Figure
from reportedly.model.span import Span

TEXT = "They sold more than 40 red boats, and 3 % of the nets."
GOLD = (
    Gold(Span(10, 22), 40.0, None, "", "boats"),
    Gold(Span(38, 41), 3.0, 3.0, "%", "nets"),
)


def row(name: str, document: str, half: str) -> dict[str, object]:
    """A row of labels for the whole of TEXT."""
    marks = [
        {
            "start": g.span.start,
            "end": g.span.end,
            "low": g.low,
            "high": g.high,
            "unit": g.unit,
            "of": g.of,
        }
        for g in GOLD
    ]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    place: dict[str, object] = {"set": name, "id": document, "start": 0, "end": len(TEXT)}
    return place | {"sha256": digest, "half": half, "figures": marks}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the text in two sets, changed in one document, and labels for it."""
    (tmp_path / "stories/gva").mkdir(parents=True)
    (tmp_path / "stories/stream").mkdir()
    lines = [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT.replace("red", "new")}]
    (tmp_path / "stories/gva/docs.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with gzip.open(tmp_path / "stories/stream/articles.jsonl.gz", "wt") as stream:
        stream.write(json.dumps({"id": "c", "lead": TEXT}))
    (tmp_path / "quotes/polnear/dev/text").mkdir(parents=True)
    (tmp_path / "quotes/polnear/dev/text/d.txt").write_text(TEXT)
    rows = [row("gva", "a", "tune"), row("gva", "b", "held"), row("stream", "c", "held")]
    rows.append(row("polnear", "d.txt", "held"))
    labels = tmp_path / "figures.jsonl"
    labels.write_text("\n".join(map(json.dumps, rows)))
    monkeypatch.setattr(bench, "LABELS", labels)
    return tmp_path


def test_passages_are_found_and_changed_ones_left_out(data: Path) -> None:
    """Three of four texts are as labelled."""
    passages = list(read_passages(data))
    assert [each.tuned for each in passages] == [True, False, False]
    assert {each.text for each in passages} == {TEXT}
    assert passages[0].figures == GOLD


def test_scores_the_held_out_half(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All right is 1; the misses of the tuned half are printed, of which there are none."""
    result = run(Request((data,), verbose=True))
    assert result.ours["f1"] == result.ours["of_heads"] == result.ours["tuned_f1"] == 1.0
    assert (result.n, result.ours["figures"]) == (3, 4)
    assert capsys.readouterr().out == ""


def test_wrong_bounds_and_extra_figures_cost(capsys: pytest.CaptureFixture[str]) -> None:
    """A bound that is lost is no hit, a figure that nobody labelled is a false one."""
    found = figures_in(TEXT)
    assert tally(Passage(TEXT, True, GOLD[:1]), found).found == 2
    plain = Figure(Span(20, 22), 40.0, 40.0, "", "red boats", False)
    counts = tally(Passage(TEXT, True, GOLD), (plain,))
    assert (counts.gold, counts.found, counts.right, counts.exact) == (2, 1, 0, 0)
    bench._print_misses(Passage(TEXT, True, GOLD[:1]), (plain, found[1]))  # noqa: SLF001 - what verbose prints
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["wrong", "false"]


def test_bounds_have_slack_for_factors_only() -> None:
    """An open side equals only an open side."""
    figure = Figure(Span(10, 22), 40.0, None, "", "boats", False)
    assert is_right(GOLD[0], figure)
    assert not is_right(Gold(Span(10, 22), 40.0, 44.0, "", "boats"), figure)
    assert not is_right(Gold(Span(10, 22), 40.0, None, "%", "boats"), figure)
