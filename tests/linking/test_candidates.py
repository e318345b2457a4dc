"""Which pairs are compared."""

import random

import pytest

from reportedly.linking import candidates
from reportedly.linking.candidates import pairs_to_compare, sampled_runs
from reportedly.linking.passages import Body, prepare
from tests.linking.tellings import HARBOUR, OTHER, REWORDED, reading


def many(count: int) -> list[Body]:
    """Bodies of random words, with a copy and a rewording at the end."""
    chance = random.Random(5)  # noqa: S311 - test data
    words = [
        "quarry",
        "violin",
        "harvest",
        "senate",
        "glacier",
        "tram",
        "pension",
        "orchid",
        "ferry",
        "tariff",
    ]
    texts = [[" ".join(chance.choices(words, k=14)) + "." for _ in range(3)] for _ in range(count)]
    texts += [list(HARBOUR), list(HARBOUR[2:]), list(REWORDED)]
    return [prepare(reading(f"r{index:03}", each)) for index, each in enumerate(texts)]


def test_few_reports_are_all_compared() -> None:
    """Three reports make three pairs."""
    bodies = [prepare(reading(name, OTHER)) for name in "abc"]
    assert pairs_to_compare(bodies) == ((0, 1), (0, 2), (1, 2))


def test_many_reports_are_looked_up() -> None:
    """Of many reports only neighbours are compared, the copy and the rewording among them."""
    bodies = many(60)
    pairs = pairs_to_compare(bodies)
    assert {(60, 61), (60, 62), (61, 62)} <= set(pairs)
    assert len(pairs) < 62 * 63 / 2 * 0.6
    assert list(pairs) == sorted(pairs)


def test_what_too_many_share_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is in more reports than the cap is furniture."""
    monkeypatch.setattr(candidates, "SMALL", 1)
    monkeypatch.setattr(candidates, "NEIGHBOURS", 0)
    bodies = [prepare(reading(f"{index}", HARBOUR)) for index in range(4)]
    assert len(pairs_to_compare(bodies)) == 6
    monkeypatch.setattr(candidates, "COMMON", 3)
    assert pairs_to_compare(bodies) == ()


def test_sampling_is_the_same_in_every_report() -> None:
    """A copy keeps the same runs."""
    first, second = prepare(reading("a", HARBOUR)), prepare(reading("b", HARBOUR))
    assert sampled_runs(first) == sampled_runs(second)
    assert 0 < len(sampled_runs(first)) < len(first.runs)
