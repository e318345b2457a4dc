"""The tasks on claims, on sentences of our own: paraphrase, stance, utterances, differences."""

import json
import random
from pathlib import Path

import pytest

from bench import differences, paraphrase, stance, utterances
from bench.conflicts import changed, reading_of
from bench.pair_features import rows_of
from bench.result import Request
from reportedly.model.ontology import DifferenceKind

SENTENCE = "Anna Kessler visited Oslo on Tuesday with 14 engineers of the harbour company."


def test_rows_tell_like_from_unlike() -> None:
    """A sentence is nearer to itself than to another one."""
    rows = rows_of([(SENTENCE, SENTENCE), (SENTENCE, "Rain fell in the hills all night.")])
    assert rows[0, 3] == pytest.approx(1.0, abs=0.01)
    assert rows[1, 3] < rows[0, 3]


def test_paraphrase_runs_on_a_small_file(tmp_path: Path) -> None:
    """Pairs that share a sentence stay in one fold, and figures come out."""
    lines = ["Quality\t#1 ID\t#2 ID\t#1 String\t#2 String"]
    for number in range(12):
        lines.append(
            f"1\t{number}\t{number}b\tThe {number} boats sank.\tThe {number} boats went down."
        )
        lines.append(
            f"0\t{number}c\t{number}d\tThe {number} boats sank.\tA mayor of {number} resigned."
        )
    lines.append("1\t0\t1\tThe 0 boats sank.\tThe 1 boats sank.")
    path = tmp_path / "train.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    pairs = paraphrase.read_pairs(path)
    assert pairs[0].group == pairs[2].group == pairs[-1].group != pairs[4].group
    found = paraphrase.run(Request((path,), folds=3))
    assert found.n == 25
    assert isinstance(found.ours["accuracy"], float)


def test_stance_runs_on_a_small_file(tmp_path: Path) -> None:
    """No claim is in two folds; a word of denial is evidence."""
    records = [
        {"claim": f"The bear number {number} escaped", "headline": headline, "stance": which}
        for number in range(8)
        for headline, which in (
            (f"Bear {number} escapes from zoo", "for"),
            (f"No, bear {number} did not escape: it is a hoax", "against"),
            (f"Did bear {number} escape? Reports claim so", "observing"),
        )
    ]
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    found = stance.run(Request((path,), folds=4))
    assert found.n == 24
    assert float(str(found.ours["accuracy"])) > 0.5
    assert stance.evidence("Officials deny that it is a hoax") == {"deny", "hoax"}


def test_conflicts_change_one_thing_each() -> None:
    """A figure, a weekday, a city, a subject, a "not"; only what the other sentence tells too."""
    reading = reading_of(SENTENCE, "a")
    chance = random.Random(1)  # noqa: S311 - sampling, not secrecy
    made = dict(changed(reading, reading, chance))
    assert {DifferenceKind.DATE, DifferenceKind.WHETHER} <= set(made)
    assert "did not visit" in made[DifferenceKind.WHETHER]
    assert "Tuesday" not in made[DifferenceKind.DATE]
    other = reading_of("Rain fell in the hills all night.", "b")
    assert list(changed(reading, other, chance)) == []


def test_differences_count_what_was_put_in(tmp_path: Path) -> None:
    """Untouched pairs stay quiet, changed ones are found."""
    path = tmp_path / "train.tsv"
    path.write_text(f"Q\ta\tb\tA\tB\n1\t1\t2\t{SENTENCE}\t{SENTENCE}\n", encoding="utf-8")
    found = differences.run(Request((path,)))
    assert found.ours["false_alarms"] == 0
    assert float(str(found.ours["recall"])) > 0.5


def test_utterances_by_hand_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles with one quotation, joined; a label is a place in a paragraph."""
    words = "We will open the harbour again when the storm is over and the piers are mended"
    for number, lead in enumerate(("The mayor spoke on Friday.", "The town waits.")):
        folder = tmp_path / "articles" / "2024"
        folder.mkdir(parents=True, exist_ok=True)
        record = {
            "uuid": f"u{number}",
            "title": "Harbour",
            "date": "2024-05-03",
            "body-paragraphs": [[lead], [f"“{words},” Mayor Anna Kessler said."]],
        }
        (folder / f"t_{number}.json").write_text(json.dumps(record), encoding="utf-8")
    label = {"story": "t", "a": ["u0", 1, 1, 40], "b": ["u1", 1, 1, 40], "same": True}
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps(label) + "\n", encoding="utf-8")
    monkeypatch.setattr(utterances, "LABELS", labels)
    assert utterances.run(Request((tmp_path,))).ours["recall"] == 1
