"""The task kinds on a small made-up set."""

import json
from pathlib import Path

from bench import kinds
from bench.documents import body_of
from bench.result import Request
from reportedly.linking.direction import Side
from reportedly.model.ontology import RelationKind
from tests.linking.tellings import HARBOUR, OTHER, REWORDED

LONG = (*HARBOUR, *OTHER)
LONG_REWORDED = (*REWORDED, *OTHER)


def file(path: Path, *records: object) -> Path:
    """A file of JSON lines."""
    path.write_text("\n".join(json.dumps(each) for each in records), "utf-8")
    return path


def test_relations_are_made_and_told_apart(tmp_path: Path) -> None:
    """Two versions give copies, cuts, additions and edits; strangers get a paragraph."""
    least = min(len(LONG), len(LONG_REWORDED))
    wmt = file(
        tmp_path / "wmt.jsonl",
        {"doc": "1", "versions": {"a": LONG[:least], "b": LONG_REWORDED[:least]}},
    )
    levels = {"id": 1, "adv": " ".join(LONG), "int": " ".join(LONG), "ele": " ".join(REWORDED)}
    onestop = file(tmp_path / "onestop.jsonl", levels)
    gva = file(
        tmp_path / "gva.jsonl",
        *(
            {"incident": "1", "id": str(place), "text": "\n".join(lines)}
            for place, lines in enumerate((HARBOUR, OTHER))
        ),
    )
    result = kinds.run(Request((wmt, onestop, gva), limit=2))
    assert result.ours["identical"] == 1
    assert result.ours["excerpt"] == 1
    assert result.ours["extended"] == 1
    assert result.ours["wire_recall"] == 1
    assert 0 < float(str(result.ours["macro_f1"])) <= 1


def test_the_baseline_goes_by_runs_of_words() -> None:
    """Identical, half the same, and strangers."""

    def case(first: tuple[str, ...], second: tuple[str, ...]) -> kinds.Case:
        sides = (
            Side(None, body_of("a", first)),
            Side(None, body_of("b", second)),
        )
        return kinds.Case(RelationKind.IDENTICAL, sides)

    assert kinds.by_grams(case(HARBOUR, HARBOUR)) is RelationKind.IDENTICAL
    assert kinds.by_grams(case(HARBOUR, HARBOUR[:4])) is RelationKind.EXCERPT
    assert kinds.by_grams(case(HARBOUR, OTHER)) is RelationKind.INDEPENDENT
