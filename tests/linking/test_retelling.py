"""How far two bodies tell the same."""

from reportedly.linking.passages import prepare
from reportedly.linking.retelling import bead_span, compare
from tests.linking.tellings import HARBOUR, OTHER, REWORDED, SHIPS, reading


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How far one body retells the other."""
    return compare(prepare(reading("a", one)), prepare(reading("b", other))).likeness


def test_a_rewording_is_far_above_another_telling() -> None:
    """The same things in other words, against other things of one place."""
    assert likeness(HARBOUR, REWORDED) > 0.2 > likeness(HARBOUR, SHIPS)
    assert likeness(HARBOUR, OTHER) < 0.1


def test_sentences_retold_out_of_order_count_too() -> None:
    """Scattered among strange sentences a rewording is still nearer than strange texts are."""
    backwards = tuple(reversed(REWORDED))
    assert likeness(HARBOUR, backwards) > 0.2
    assert likeness(HARBOUR, REWORDED) > likeness(HARBOUR, backwards)


def test_likeness_is_the_same_both_ways() -> None:
    """Which side is called the first changes nothing."""
    assert abs(likeness(HARBOUR, REWORDED) - likeness(REWORDED, HARBOUR)) < 1e-6


def test_empty_bodies_are_not_alike() -> None:
    """A report without sentences retells nothing."""
    assert likeness((), HARBOUR) == 0.0
    body = prepare(reading("a", HARBOUR))
    assert bead_span(body, (0, 2)).end == body.sentences[1].end
