"""Pairing of quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.span import Span
from reportedly.reading.quote_marks import pair_marks


def pairs(text: str) -> list[str]:
    """The quoted stretches of a text of one paragraph."""
    return [each.span.of(text) for each in pair_marks(text, (Span(0, len(text)),))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and “never” and left.", ["“no”", "“never”"]),
        ("He said „no“ and left.", ["„no“"]),
        ("It ended.”The crew was safe,“ she said.", ["”The crew was safe,“"]),
        ('It ended."The crew was safe," she said.', ['"The crew was safe,"']),
        ("A stray ” mark.", []),
        ("We lost,” he said.", ["We lost,”"]),
        ('A plank of 6" and a nail.', []),
        ("She said: “It never came back.", ["“It never came back."]),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    """Wrong shapes and glued sentences are read through; a stray mark is ignored."""
    assert pairs(text) == found


def test_what_was_paid_is_told() -> None:
    """A mark of the wrong shape is a repair, a missing one too."""
    text = "He said “no “ twice.\nThen “he left."
    first, second = pair_marks(text, (Span(0, 20), Span(21, len(text))))
    assert (first.repair, second.repair) == ("closing mark repaired", "closing mark missing")


def test_inner_leaves_the_marks_out() -> None:
    """Marks are part of the span, not of the inner words; a lone mark at the end has no inner words."""
    text = "He said “no”"
    (quoted,) = pair_marks(text, (Span(0, len(text)),))
    assert quoted.inner.of(text) == "no"


@given(st.text(alphabet='a b“”".\n', min_size=1, max_size=40))
def test_pairs_lie_in_the_text_and_do_not_cross(text: str) -> None:
    """Whatever the marks are."""
    found = pair_marks(text, (Span(0, len(text)),))
    ends = [0]
    for each in found:
        assert ends[-1] <= each.span.start
        ends.append(each.span.end)
    assert ends[-1] <= len(text)
