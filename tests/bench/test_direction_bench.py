"""The direction task on a made-up article."""

import json
from pathlib import Path

from bench import direction
from bench.result import Request
from tests.linking.tellings import HARBOUR


def test_the_task_points_at_the_fuller_text(tmp_path: Path) -> None:
    """Each level keeps fewer names and numbers."""
    levels = {
        "id": "x",
        "adv": " ".join(HARBOUR),
        "int": " ".join(HARBOUR[:5]),
        "ele": " ".join(HARBOUR[1:3]),
    }
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(levels), "utf-8")
    result = direction.run(Request((file,)))
    assert result.n == 1
    assert [result.ours[name] for name in ("adv_int", "int_ele", "adv_ele")] == [1.0, 1.0, 1.0]
    assert result.ours["adv_ele_right_of_decided"] == 1.0
    assert result.baselines["shorter is the copy"]["adv_ele"] == 1.0
