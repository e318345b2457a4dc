"""The number for how real a predicate is told to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.parse import parse_sentences
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.reading.factuality import (
    SLOTS,
    Genre,
    factuality,
    features_of,
    load_weights,
    slots_of,
)


def number(text: str, word: str, genre: Genre = Genre.NEWS) -> float:
    """The number of a word of a sentence."""
    (sentence,) = parse_sentences(text, [(Span(0, len(text)), Role.PARAGRAPH)])
    start = text.index(word)
    return factuality(sentence, Span(start, start + len(word)), genre)


@pytest.mark.parametrize("genre", list(Genre))
def test_facts_stand_above_what_is_not(genre: Genre) -> None:
    """A deed has a higher number than a possibility and than what is negated."""
    done = number("The army shelled the port on Monday.", "shelled", genre)
    open_one = number("The army might shell the port on Monday.", "shell", genre)
    negated = number("The army did not shell the port on Monday.", "shell", genre)
    assert done > max(open_one, negated)


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(("left", "may leave", "never leaves?", "was to leave")), st.integers(0, 3))
def test_bounds(words: str, place: int) -> None:
    """The number stays within -3 and 3 for every word."""
    text = f"The minister {words}."
    start = [0, 4, 13, 13][place]
    (sentence,) = parse_sentences(text, [(Span(0, len(text)), Role.PARAGRAPH)])
    assert -3 <= factuality(sentence, Span(start, start + 3)) <= 3


def test_no_word_no_features() -> None:
    """Where no word stands there is nothing to see."""
    text = "They left."
    (sentence,) = parse_sentences(text, [(Span(0, len(text)), Role.PARAGRAPH)])
    assert list(features_of(sentence, Span(20, 22))) == []


def test_questions_and_orders_are_seen() -> None:
    """A question, an order and an early word have features of their own."""
    (asked,) = parse_sentences("Leave the port now?", [(Span(0, 19), Role.PARAGRAPH)])
    assert {"question", "asks", "early"} <= set(features_of(asked, Span(0, 5)))


def test_weights_fit_the_slots() -> None:
    """Each head has a weight for every slot and a bias; features fall into the slots once."""
    assert load_weights(Genre.NEWS).shape == (SLOTS + 1,)
    assert list(slots_of(["a", "a"])) == list(slots_of(["a"]))
