"""Small runs of the bench: no change loses what was reached."""

import pytest

from bench.floors import Floor, breaches, measure, read_floors
from bench.result import fingerprint


@pytest.mark.parametrize("floor", read_floors(), ids=lambda floor: floor.task)
def test_no_figure_is_under_its_floor(floor: Floor) -> None:
    absent = [str(path) for path in floor.paths if not path.exists()]
    if absent:
        pytest.skip(f"development data not here: {', '.join(absent)}")
    if fingerprint(floor.paths) != floor.sha256:
        pytest.skip("other data than the floor was set on")
    assert not list(breaches(floor, measure(floor)))


def test_a_figure_under_its_floor_is_named() -> None:
    floor = Floor("gold", (), None, {"found": 0.9}, {"false_facts": 0.0}, "")
    assert list(breaches(floor, {"found": 0.8, "false_facts": 0.1})) == [
        "gold found: 0.8 is under its floor 0.9",
        "gold false_facts: 0.1 is over 0.0",
    ]
