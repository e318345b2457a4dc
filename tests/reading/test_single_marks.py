"""Single quotation marks and apostrophes."""

import pytest

from reportedly.model.span import Span
from reportedly.reading.single_marks import pair_single


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘We lost the keys,’ he said.", ["‘We lost the keys,’"]),
        ("‘We can’t go,’ he said.", ["‘We can’t go,’"]),
        ("Port is 'ready' for ships", ["'ready'"]),
        ("The workers' flats and the owners' villas burned.", []),
        ("Since the '90s the workers' flats have stood empty.", []),
        ("'Tis the season of rain and of the long walks that the workers' children like.", []),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, found: list[str]) -> None:
    """A mark opens before a letter and closes after a word or a stop."""
    assert [each.of(text) for each in pair_single(text, Span(0, len(text)), ())] == found


def test_marks_within_double_marks_are_passed_over() -> None:
    """A quotation within a quotation is the speaker's."""
    text = '"He said ‘no,’ twice."'
    assert pair_single(text, Span(0, len(text)), (Span(0, len(text)),)) == ()
