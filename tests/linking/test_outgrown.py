"""A later count beyond what "more than" leaves open is an update, where those counted add up."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.differences import find_differences
from reportedly.linking.quantities import next_round
from reportedly.model.ontology import DifferenceKind, Status
from tests.linking.samples import Draft, Facts, draft, story_of

PETITION = "people have signed a petition against the new road"


def counted(
    report: str, words: str, figure: tuple[str, float, float | None], day: str, holder: str = "Lund"
) -> Draft:
    """A report in which somebody gives a count."""
    made = draft(report, f"{words}, {holder} said.", published=day, parsed=True)
    noun = words.removeprefix(figure[0]).split()[0]
    made = made.with_figure(*figure, noun)
    return made.with_assertion(words, Status.HAPPENED, Facts(holder=holder))


def updates(*drafts: Draft) -> int:
    """How many updates these reports give."""
    story = find_differences(group_claims(story_of(*drafts)))
    return sum(each.kind is DifferenceKind.UPDATE for each in story.differences)


@pytest.mark.parametrize(
    ("deed", "first", "second", "grew"),
    [
        (PETITION, ("More than 3,000", 3000), ("4,500", 4500), 1),
        ("people have fled the flooded town", ("Over 500", 500), ("900", 900), 1),
        ("houses have burned down in the valley", ("At least 12", 12), ("31", 31), 1),
        ("families have applied for help", ("More than 40", 40), ("100", 100), 1),
        ("ships have left the blocked port", ("Over 5", 5), ("9", 9), 1),
        ("workers have joined the strike at the port", ("Over 150", 150), ("600", 600), 1),
        (PETITION, ("More than 3,000", 3000), ("3,400", 3400), 0),
        ("people were in the square at noon", ("More than 3,000", 3000), ("4,500", 4500), 0),
        ("people sign petitions each year", ("More than 3,000", 3000), ("4,500", 4500), 0),
        ("ships lie in the blocked port", ("Over 5", 5), ("9", 9), 0),
    ],
)
def test_a_count_that_went_on(
    deed: str, first: tuple[str, float], second: tuple[str, float], grew: int
) -> None:
    """What people have done so far adds up; who is in a square does not."""
    early = counted("a", f"{first[0]} {deed}", (*first, None), "2031-04-28")
    late = counted("b", f"{second[0]} {deed}", (*second, second[1]), "2031-05-03")
    assert updates(early, late) == grew


def test_neither_backwards_nor_of_another_thing() -> None:
    """A higher count in an earlier report, or of another deed, is no such update."""
    early = counted("a", f"4,500 {PETITION}", ("4,500", 4500, 4500), "2031-04-28")
    late = counted(
        "b", f"More than 3,000 {PETITION}", ("More than 3,000", 3000, None), "2031-05-03"
    )
    assert updates(early, late) == 0
    other = "people have left the party over the tax"
    late = counted("b", f"9,000 {other}", ("9,000", 9000, 9000), "2031-05-03", "Holt")
    early = counted(
        "a", f"More than 3,000 {PETITION}", ("More than 3,000", 3000, None), "2031-04-28"
    )
    assert updates(early, late) == 0


def test_copies_are_one_update() -> None:
    """Two copies of the later report add a place, no difference."""
    early = counted(
        "a", f"More than 3,000 {PETITION}", ("More than 3,000", 3000, None), "2031-04-28"
    )
    late = [
        counted(each, f"4,500 {PETITION}", ("4,500", 4500, 4500), "2031-05-03") for each in "bc"
    ]
    assert updates(early, *late) == 1


@pytest.mark.parametrize(("number", "following"), [(999, 1000), (1, 1.5), (70, 80), (250, 300)])
def test_round_numbers(number: float, following: float) -> None:
    """The number by which people would count on."""
    assert next_round(number) == following
