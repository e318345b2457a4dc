"""Forces massed that a report names as known."""

import pytest

from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Assertion
from tests.reading.told_lines import told


def moves(text: str) -> list[Assertion]:
    """What the text tells of moves of forces."""
    return [each for each in told(text).assertions if each.act is Act.MOBILIZE]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Talks may begin over an increase in Norwegian deployments along the border.",
            "an increase in Norwegian deployments along the border",
            "Norway",
        ),
        (
            "Norway, which has angered the union with a build-up of troops near Denmark, wrote a letter.",
            "a build-up of troops near Denmark",
            "Norway",
        ),
        (
            "The market fell amid a buildup of Norwegian troops near Denmark.",
            "a buildup of Norwegian troops near Denmark",
            "Norwegian troops",
        ),
    ],
)
def test_known_moves_go_on(text: str, words: str, actor: str) -> None:
    """A move named after "over", "with", "amid" is told apart, as going on, with whose it is."""
    (move,) = moves(text)
    assert move.span.of(text) == words
    assert move.status is Status.ONGOING
    assert [each.name for each in move.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "A planned deployment of Norwegian troops worried nobody.",
        "The minister warned of a buildup of Norwegian troops.",
        "France spoke about a possible deployment of Norwegian troops.",
        "They argued over a deployment.",
    ],
)
def test_what_is_not_known_is_not_told(text: str) -> None:
    """Plans, possibilities, fears and moves of nobody anywhere are no moves."""
    assert moves(text) == []


def test_another_side_says_so() -> None:
    """In the words of another state it is a charge."""
    text = "France said it was worried about Norway's military buildup at the border of Denmark."
    (move,) = moves(text)
    assert move.status is Status.ALLEGED
    assert move.holder is not None
    assert move.holder.name == "France"
