"""What stand a telling takes, and whose it is."""

import pytest

from tests.told import told

TEMPLATE = """Kenya and Somalia at odds over the border

NAIROBI, March 4, 2024 (AFP) - {}
"""


def _held(sentence: str) -> set[tuple[str, str]]:
    return {
        (each.actor, each.act)
        for story in told(TEMPLATE.format(sentence))
        for each in story.positions
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks were constructive, the Kenyan foreign ministry said.", ("Kenya", "welcome")),
        ("The plan was unacceptable, the Somali foreign ministry said.", ("Somalia", "reject")),
        ("The Kenyan foreign ministry condemned the attack on the port.", ("Kenya", "criticise")),
        ("The Somali foreign ministry urged Kenya to pull its troops back.", ("Somalia", "demand")),
    ],
)
def test_a_stand_is_named_by_its_words(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in _held(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks could be constructive, the Kenyan foreign ministry said.",
        "Kenyan police are investigating the theft of a bus, officials said.",
        "A man pleaded guilty to theft in a Kenyan court on Monday.",
    ],
)
def test_what_takes_no_stand_is_no_position(sentence: str) -> None:
    assert not {act for _, act in _held(sentence)} & {"welcome", "accuse", "demand"}


def test_what_another_does_is_not_the_tellers_stand() -> None:
    held = _held("Somalia has accepted the ceasefire, the Kenyan foreign ministry said on Monday.")
    assert ("Kenya", "accept") not in held


def test_not_yet_is_no_refusal() -> None:
    held = _held("Somalia has not accepted the ceasefire yet, the Kenyan foreign ministry said.")
    assert not {act for _, act in held} & {"accept", "reject"}
