"""What "the number" is put at counts what was counted before."""

import pytest

from reportedly.reading.figures import find_figures
from tests.linking.samples import draft


def figures_in(*sentences: str) -> list[tuple[str, str]]:
    """The figures of these sentences with what they count."""
    reading = find_figures(draft("r", *sentences, parsed=True).reading)
    return [(each.span.of(reading.text), each.of) for each in reading.figures]


@pytest.mark.parametrize(
    ("before", "again", "figure"),
    [
        ("The union said 650 jobs were at risk.", "The employers put the number at 400.", "jobs"),
        ("Some 20,000 people marched.", "Police put the figure at 5,000.", "people"),
        ("Police said 12 miners were missing.", "The firm gave the number as nine.", "miners"),
        ("Nine houses burned down.", "The insurers put the total at 14.", "houses"),
        ("Two buses fell into the river.", "The governor put the death toll at 31.", "dead"),
        ("Rebels said 40 soldiers surrendered.", "The army said the number was 12.", "soldiers"),
        ("The fire burned for days.", "Officials put the number of wounded at 45.", "wounded"),
    ],
)
def test_what_the_number_counts(before: str, again: str, figure: str) -> None:
    """The last counted noun, the dead of a toll, or what stands behind "of"."""
    assert figures_in(before, again)[-1][1] == figure


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("The ships left.", "The mayor put the number at 400."),
        ("The union said 650 jobs were at risk.", "They put the train at platform 4."),
        ("The union said 650 jobs were at risk.", "The meeting was put at 9."),
        ("Some 20,000 people marched.", "He put a number of chairs at table 12."),
        ("Nine houses burned down.", "The index rose to 400."),
        ("Nine houses burned down.", "A number was drawn at 12."),
    ],
)
def test_what_is_put_at_no_number(before: str, again: str) -> None:
    """Nothing counted before, or no number that is put."""
    assert [each for each in figures_in(before, again) if each[0] in again] == []
