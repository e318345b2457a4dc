"""The task `quotes` of the bench, on files of our own making."""

import gzip
import json
from pathlib import Path

import pytest

from bench.attribution_files import Labelled, articles_of, lay_out, read_labelled, read_polnear
from bench.quotes import run
from bench.result import Request

WORDS = ["The", "clerk", "said", "that", "the", "road", "was", "wet", "."]
LABELS = ["B-source", "I-source", "B-cue", "B-content", *["I-content"] * 4, "O"]
SPOKEN = ["``", "It", "rained", ",", "''", "she", "said", "."]
SPOKEN_LABELS = ["B-content", *["I-content"] * 4, "B-source", "B-cue", "O"]
TEXT = "The clerk said that the road was wet.\n"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Two paragraphs as CofeNet writes them."""
    rows = [
        {"tokens": WORDS, "labels": LABELS, "id": "a"},
        {"tokens": SPOKEN, "labels": SPOKEN_LABELS, "id": "a"},
        {"tokens": ["``", "Odd", "."], "labels": ["O", "O", "O"], "id": "b"},
    ]
    path = tmp_path / "part.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_spans_are_scored_exactly(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Our own plain sentences are read without a miss; the peer runs beside."""
    result = run(Request((labelled,), verbose=True))
    assert result.n == 3
    assert result.ours == {"source": 100.0, "cue": 100.0, "content": 100.0, "direct_content": 100.0}
    assert "textacy 0.13" in result.baselines
    assert "wrong" not in capsys.readouterr().out


def test_misses_are_printed(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that nobody could find."""
    row = {"tokens": ["Rain", "fell", "."], "labels": ["B-content", "I-source", "O"], "id": "c"}
    labelled.write_text(json.dumps(row))
    result = run(Request((labelled,), verbose=True))
    assert result.ours["content"] == 0.0
    assert "missed\tcontent\t0\tRain" in capsys.readouterr().out


def test_packed_files_are_read_up_to_a_limit(labelled: Path) -> None:
    """The same rows, packed."""
    packed = labelled.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(labelled.read_bytes()))
    assert read_labelled(packed, 2) == read_labelled(labelled, None)[:2]


def test_words_are_laid_out_as_running_text() -> None:
    """No space before a comma, none after an opening mark; each word keeps its place."""
    paragraph = Labelled(tuple(SPOKEN), tuple(SPOKEN_LABELS), "a")
    report, (places,) = lay_out(next(articles_of([paragraph])))
    assert report.text == "“It rained,” she said.\n"
    assert [place.of(report.text) for place in places][:2] == ["“", "It"]


def test_closing_marks_that_open_are_turned() -> None:
    """Some articles write every mark as a closing one."""
    words = ("''", "Rain", ",", "''", "he", "said", ".", "''", "Snow", ".", "''")
    report, _ = lay_out([Labelled(words, ("O",) * len(words), "a")])
    assert report.text == "“Rain,” he said. “Snow.”\n"


def test_linked_attributions_are_scored(tmp_path: Path) -> None:
    """A folder of standoff files; a second annotator of the same text is passed over."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT)
    standoff = (
        "T1\tSource 0 9\tThe clerk\nT2\tCue 10 14\tsaid\nT3\tContent 15 19;20 36\tthat ...\n"
        "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    )
    for name in ("one_a1.ann", "one_b2.ann", "two_a1.ann"):
        (tmp_path / "attributions" / name).write_text(standoff)
    result = run(Request((tmp_path,)))
    assert result.n == 1
    assert result.ours == {"linked": 100.0, "precision": 100.0, "recall": 100.0}
    assert list(read_polnear(tmp_path, 0)) == []
