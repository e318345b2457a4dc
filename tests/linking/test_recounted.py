"""Two counts of one thing in one report differ where two tell them."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.differences import find_differences
from reportedly.model.ontology import DifferenceKind, Status
from tests.linking.samples import Draft, Facts, draft, story_of

UNION = "650 jobs were at risk"


def told(report: str, again: str, number: float, holder: str = "") -> Draft:
    """A count of the union's, and what follows."""
    made = draft(report, f"The union said {UNION}.", f"{again}.", parsed=True)
    made = made.with_figure("650", 650, 650, "jobs")
    made = made.with_figure(again.rsplit(maxsplit=1)[-1], number, number, "jobs")
    made = made.with_assertion(UNION, Status.HAPPENED, Facts(holder="union"))
    return made.with_assertion(again, Status.HAPPENED, Facts(holder=holder))


@pytest.mark.parametrize(
    ("again", "number", "holder", "differs"),
    [
        ("The employers put the number at 400", 400, "", True),
        ("A think tank put the figure at 900", 900, "", True),
        ("The minister gave the total as 120", 120, "", True),
        ("The employers too put the number at 650", 650, "", False),
        ("They put the number at 400", 400, "", False),
        ("The union put the number at 400", 400, "union", False),
    ],
)
def test_another_count_beside_the_first(
    again: str, number: float, holder: str, *, differs: bool
) -> None:
    """By somebody else, and one that cannot hold beside it."""
    story = find_differences(group_claims(story_of(told("a", again, number, holder))))
    assert [each.kind for each in story.differences] == [DifferenceKind.NUMBER] * differs


def test_jobs_counted_anew_with_their_noun_are_no_such_count() -> None:
    """Two sentences with a noun each may speak of two things."""
    story = story_of(told("a", "The minister promised jobs: 400", 400))
    assert find_differences(group_claims(story)).differences == ()


def test_copies_tell_it_once() -> None:
    """The same two counts in two copies are one difference."""
    again = "The employers put the number at 400"
    story = find_differences(group_claims(story_of(told("a", again, 400), told("b", again, 400))))
    (found,) = story.differences
    assert len(found.evidence) == 4
