"""What the bench of predicates counts as a plan, a negation or another less-than-fact told as a fact."""

import hashlib
import json
from pathlib import Path

import pytest

from bench import predicates
from bench.predicates import Judged, Part, read_predicates
from bench.result import Request, share_interval
from reportedly.model.ontology import Status

TEXT = "Norland bombed the port. Norland plans to attack the town."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one report and labels for two of its predicates."""
    report = tmp_path / "quotes/polnear/dev/text/a.txt"
    report.parent.mkdir(parents=True)
    report.write_text(TEXT, "utf-8")
    row = {"set": "polnear", "id": "a.txt", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    rows = [
        {"word": "bombed", "half": "held", "status": "happened"},
        {"word": "attack", "half": "held", "status": "planned"},
    ]
    labels = tmp_path / "labels.jsonl"
    lines = []
    for each in rows:
        start = TEXT.index(each["word"])
        place = {"start": start, "end": start + len(each["word"]), "published": "2023-05-12"}
        lines.append(json.dumps(row | each | place))
    labels.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(predicates, "LABELS", labels)
    return tmp_path


def test_a_predicate_is_found_by_its_characters(folder: Path) -> None:
    found = list(read_predicates(folder))
    assert [each.span.of(each.text) for each in found] == ["bombed", "attack"]
    assert {each.part for each in found} == {Part.HELD}
    assert not found[0].is_read


def test_a_run_counts_plans_told_as_facts(folder: Path) -> None:
    result = predicates.run(Request((folder,)))
    assert result.ours["accuracy"] == 1.0
    assert result.ours["plans_as_facts"] == 0.0
    assert result.baselines["always happened"]["plans_as_facts"] == 1.0
    assert any("0 of 1 told as facts" in note for note in result.notes)


def test_plans_negations_and_the_rest_are_counted_apart() -> None:
    told = [
        Judged(Status.PLANNED, Status.HAPPENED),
        Judged(Status.DENIED, Status.DENIED),
        Judged(Status.NEGATED, Status.ONGOING),
        Judged(Status.ALLEGED, Status.POSSIBLE),
        Judged(Status.HAPPENED, Status.POSSIBLE),
    ]
    figures = predicates.figures_of(told)
    assert figures["plans_as_facts"] == 0.5
    assert figures["negations_as_facts"] == 1.0
    assert figures["false_facts"] == 0.5
    assert figures["facts_lost"] == 1.0


def test_no_hit_in_sixty_does_not_prove_one_in_a_hundred() -> None:
    low, high = share_interval(0, 61)
    assert low == 0.0
    assert 0.05 < high < 0.06
    assert share_interval(0, 0) == (0.0, 1.0)
