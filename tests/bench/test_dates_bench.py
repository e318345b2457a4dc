"""The task dates on a small made-up set."""

import json
from pathlib import Path

from bench import dates
from bench.result import Request
from tests.linking.tellings import HARBOUR, REWORDED


def test_each_report_is_hidden_in_turn(tmp_path: Path) -> None:
    """Two reports of one story give two hidden days; a story of one gives none."""
    path = tmp_path / "gva.jsonl"
    records = [
        {"incident": "1", "id": "a", "title": "", "date": "2024-02-28", "text": "\n".join(HARBOUR)},
        {
            "incident": "1",
            "id": "b",
            "title": "",
            "date": "2024-02-28",
            "text": "\n".join(REWORDED),
        },
        {"incident": "2", "id": "c", "title": "", "date": "2024-02-28", "text": "\n".join(HARBOUR)},
    ]
    path.write_text("\n".join(json.dumps(each) for each in records), "utf-8")
    result = dates.run(Request((path,), verbose=True))
    assert result.n == 2
    assert 0 <= float(str(result.ours["right"])) <= float(str(result.ours["within"])) <= 1
    assert result.baselines["middle of the others, a week"]["right"] == 1
