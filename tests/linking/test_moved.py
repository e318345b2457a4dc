"""Plans that get another day, and figures that a report puts right."""

from reportedly.model.ontology import DifferenceKind
from reportedly.model.story import Difference
from tests.told import told

PLAN = """Council to vote on harbour on May 14

LUND, April 28, 2031 (Reuters) - Lund town council will vote on May 14 on a plan to close the northern harbour, council \
leader Ruth Adams said on Monday.
"""
MOVED = """Harbour vote in Lund put off

LUND, May 12, 2031 (AFP) - Lund town council has put off its vote on the northern harbour from May 14 to June 4, council \
leader Ruth Adams said on Monday.
"""
FIRE = """Fourteen hurt in ferry fire

LUND, May 12, 2031 (AFP) - A fire on a ferry in the harbour of Lund left 14 people injured on Monday, police said.
"""
RIGHTED = """Ferry fire hurt twelve, police say

LUND, May 13, 2031 (Reuters) - Twelve people were injured in the fire on a ferry in the harbour of Lund, not 14 as first \
reported, police said on Tuesday.
"""


def updates(*texts: str) -> list[Difference]:
    """The updates that the texts are found to hold."""
    return [
        each
        for story in told(*texts)
        for each in story.differences
        if each.kind is DifferenceKind.UPDATE
    ]


def test_a_vote_put_off_is_held_against_the_plan() -> None:
    """The plan and what gives its day up are the two sides."""
    (one,) = updates(PLAN, MOVED)
    assert "planned for 2031-05-14" in one.note
    assert any("will vote on May 14" in words for words in one.values)
    assert any("from May 14 to June 4" in words for words in one.values)


def test_what_was_planned_after_the_change_is_no_update() -> None:
    """A report of the old day that comes later does not follow the new one."""
    later = PLAN.replace("April 28", "May 19")
    assert not [each for each in updates(later, MOVED) if "then on another day" in each.note]


def test_a_first_plan_is_no_meeting_to_come() -> None:
    """What was "first set for" a day tells of a day that was given up."""
    text = """Two sides to talk in June

LUND, May 12, 2031 (AFP) - Kenya and Somalia will hold talks on June 4, Kenya said on Monday. The talks were first set \
for May 14.
"""
    (story,) = told(text)
    assert [str(each.days.first) for each in story.meetings if each.days] == ["2031-06-04"]
    (one,) = updates(text)
    assert one.note.startswith("first on another day")


def test_a_figure_that_is_put_right_is_an_update() -> None:
    """The old figure is found in the reports that have it, in words or in digits."""
    found = [each for each in updates(FIRE, RIGHTED) if "as told before" in each.note]
    (one,) = found
    assert "Twelve people" in one.note
    assert any("14" in words for words in one.values)


def test_a_figure_that_nobody_else_has_is_no_update() -> None:
    """One report alone has nothing to differ from."""
    assert updates(RIGHTED) == []
