"""The bench of names in labelled passages."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from bench import mentions
from bench.mentions import Label, Passage, Tally, names_in, run, scores, tally
from bench.result import Request
from reportedly.model.span import Span

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
TEXT = "Anna Lund flew to Oslo. The Harbour Tribune said so."


def _passage(labels: tuple[Label, ...]) -> Passage:
    return Passage(TEXT, Span(0, len(TEXT)), tuned=True, labels=labels)


def test_exact_words_and_kind_are_right() -> None:
    """Three names found; a wrong kind is wrong, an open label counts on neither side."""
    gold = (
        Label(Span(0, 9), ("person",)),
        Label(Span(18, 22), ("organisation",)),
        Label(Span(28, 43), ()),
    )
    found = names_in(_passage(gold))
    assert {each.kinds[0] for each in found} == {"person", "place", "organisation"}
    assert tally(_passage(gold), found) == Tally(gold=2, found=2, right=1)
    assert scores([Tally(2, 2, 1)])["f1"] == 0.5


def test_passages_are_found_by_id_and_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed document is left out; misses of the tuned half are printed."""
    folder = tmp_path / "stories" / "gva"
    folder.mkdir(parents=True)
    (folder / "docs.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    row = {
        "set": "gva", "id": "a", "start": 0, "end": len(TEXT), "half": "tune",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "names": [{"start": 0, "end": 9, "kinds": ["place"]}],
    }  # fmt: skip
    changed = row | {"sha256": "x"}
    labels = tmp_path / "labels.jsonl"
    labels.write_text(f"{json.dumps(row)}\n{json.dumps(changed)}\n", "utf-8")
    monkeypatch.setattr(mentions, "LABELS", labels)
    result = run(Request((tmp_path,), verbose=True))
    assert (result.n, result.ours["f1"]) == (1, 0.0)
    told = capsys.readouterr().out
    assert "missed Anna Lund" in told
    assert "wrong Oslo" in told


@pytest.mark.skipif(not SHARED.exists(), reason="the development data lie beside the repository")
def test_a_slice_of_the_labels_reaches_its_floor() -> None:
    """The first passages, both halves."""
    result = run(Request((SHARED,), limit=6))
    assert float(str(result.ours["f1"])) > 0.7
