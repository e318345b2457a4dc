"""Where a content begins and ends."""

import pytest

from reportedly.model.span import Span
from reportedly.reading.content_borders import with_marks, without_stray_marks
from reportedly.reading.quote_marks import pair_marks


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('it is real."”', "it is real"),
        ("”the dam holds", "the dam holds"),
        ("“the dam holds”", "“the dam holds”"),
        ("the dam “holds”", "the dam “holds”"),
    ],
)
def test_marks_of_no_pair_are_cut_off(text: str, kept: str) -> None:
    """Marks at the ends stay only where they belong to a pair."""
    whole = Span(0, len(text))
    marks = pair_marks(text, (whole,)) if "“" in text else ()
    assert without_stray_marks(text, whole, marks).of(text) == kept


def test_pieces_that_meet_are_one() -> None:
    """A marked stretch that two pieces touch joins them."""
    text = "“the dam holds for now” he said"
    marks = pair_marks(text, (Span(0, len(text)),))
    assert with_marks(text, (Span(1, 8), Span(14, 20)), marks, named=False) == (Span(0, 23),)
