"""Spans of clauses: whole constituents, no stray marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.span import Span
from reportedly.reading.stretches import tidied
from tests.reading.told_lines import told


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ('it is real."', "it is real"),
        ("“we leave”", "“we leave”"),
        ("”we leave,", "we leave"),
        ("called it “a trick”", "called it “a trick”"),
        ("what they called “a trick", "what they called “a trick"),
        ("he 'left", "he 'left"),
        ("he left'", "he left"),
        ("-- they left;", "they left"),
    ],
)
def test_ends(text: str, span: str) -> None:
    """Unpaired marks, commas and dashes at the ends are no part of a span."""
    assert tidied(text, Span(0, len(text))).of(text) == span


@given(st.text(alphabet="ab ,.\"'“”‘’-\n", min_size=1, max_size=30))
def test_never_empty(text: str) -> None:
    """Whatever the text, a piece of it is left."""
    whole = Span(0, len(text))
    assert whole.contains(tidied(text, whole))


def test_no_word_or_bracket_is_cut_in_two() -> None:
    """A hyphenated word and a bracket stay whole where a span would end within them."""
    text = "met ex-minister Lund (Oslo) there"
    assert tidied(text, Span(7, 26)).of(text) == "ex-minister Lund (Oslo)"


def spans(text: str) -> list[str]:
    """The words of all assertions."""
    return [each.span.of(text) for each in told(text).assertions]


def test_relative_clauses_name_what_they_describe() -> None:
    """A clause with "who" is told with its noun, and the main clause keeps its subject."""
    text = "The envoy, who had threatened Norway, was expelled on Monday."
    assert spans(text) == [
        "The envoy, who had threatened Norway",
        "The envoy, who had threatened Norway, was expelled on Monday",
    ]


def test_no_half_of_the_day_after() -> None:
    """The noun of "hours after he left" is in neither span."""
    text = "The army shelled the port on Monday, hours after the minister left Oslo."
    assert spans(text) == ["The army shelled the port on Monday", "the minister left Oslo"]


def test_a_relative_clause_has_its_noun_also_without_who_as_its_subject() -> None:
    """Alone, "that Norway wanted" says nothing; what only goes on with it is no assertion."""
    told_of = spans("He paid for the bridge that Norway rejected and that France wanted.")
    assert "the bridge that Norway rejected" in told_of
    assert not [each for each in told_of if each.startswith(("France", "Norway"))]


def test_a_charge_is_told_with_what_it_is() -> None:
    """Alone, "was indicted on charges" is a fragment."""
    (first, *_) = spans("Berg was indicted on charges of hiding the money in a shed.")
    assert first.endswith("of hiding the money in a shed")


def test_a_hyphenated_word_stays_whole() -> None:
    """A clause that ends before "opening" does not cut "re-opening" in two."""
    text = "clean it before re-opening it"
    assert tidied(text, Span(0, text.index("-"))).of(text) == "clean it before re-opening"
    assert tidied(text, Span(0, text.index(" before"))).of(text) == "clean it"
