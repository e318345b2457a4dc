"""Whose stand it is: who makes a demand, who speaks for a state, and what is no stand at all."""

import pytest

from reportedly.model.story import Story
from tests.told import told

HEAD = "Harbour dispute in Norland\n\nOSLO, March 4, 2024 (AFP) - Norway and Denmark met on Monday over the harbour. "


def stands(sentence: str) -> list[tuple[str, str]]:
    """The actors and acts of the positions that a sentence gives."""
    (story,) = told(HEAD + sentence)
    return [(each.actor, each.act) for each in story.positions if each.issue[:20] in sentence]


def story_of(sentence: str) -> Story:
    """The story of one report with this sentence."""
    (story,) = told(HEAD + sentence)
    return story


@pytest.mark.parametrize(
    ("sentence", "stand"),
    [
        ("Harbour chief Erik Holt said the mayor had pressed him to close the northern harbour.", "the mayor"),
        ("Denmark must withdraw its ships from the northern harbour, Erik Holt said.", "Erik Holt"),
        ("Erik Holt urged Denmark to withdraw its ships from the northern harbour.", "Erik Holt"),
    ],
)  # fmt: skip
def test_a_demand_is_that_of_whoever_makes_it(sentence: str, stand: str) -> None:
    """Who tells of another's demand does not make it."""
    assert (stand, "demand") in stands(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Erik Holt was told to close the northern harbour at once, the Harbour Post reported.",
        "Erik Holt said he should win the prize for the best harbour in the country.",
        "The northern harbour should have been closed years ago, Erik Holt said.",
        "Erik Holt warned that the northern bridge could fall into the harbour.",
        "The Danish government declined to comment on the northern harbour.",
        "Erik Holt was asked if Denmark would demand the closure of the harbour.",
    ],
)
def test_what_asks_nothing_of_anybody_is_no_stand(sentence: str) -> None:
    """Orders without a giver, wishes for oneself, regrets, warnings, silence and questions."""
    acts = {act for _, act in stands(sentence)}
    assert not acts & {"demand", "threaten", "decline"}


def test_who_is_out_of_office_speaks_for_no_state() -> None:
    """A former minister is no longer Denmark."""
    sentence = "Former Danish minister Anna Lund rejected the plan for the northern harbour."
    actors = {actor for actor, _ in stands(sentence)}
    assert "Denmark" not in actors


def test_a_meeting_that_is_only_spoken_of_takes_no_day_from_the_verb_above() -> None:
    """The call was on Monday; of the summit no day is told."""
    story = story_of(
        "The opposition called on Monday for Norway to cancel its upcoming summit with Sweden."
    )
    assert [each for each in story.meetings if "Sweden" in each.parties and each.days] == []
