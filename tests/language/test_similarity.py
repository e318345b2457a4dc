"""Words, runs and alignment."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.similarity import (
    Bead,
    align,
    align_blocks,
    comparable,
    fill_gaps,
    find_anchors,
    find_words,
    run_hashes,
)
from reportedly.language.vectors import Vectors, embed
from reportedly.model.span import Span
from tests.linking.tellings import HARBOUR, OTHER, REWORDED


def directions(*angles: float) -> Vectors:
    """Unit vectors in a plane, at these angles in degrees."""
    radians = np.radians(np.array(angles))
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Russia’s", "RUSSIA'S"), ("ﬁsh", "fish"), ("Straße", "STRASSE"), ("don`t", "don't")],
)
def test_typographic_variants_are_alike(first: str, second: str) -> None:
    """One form for case, apostrophes and ligatures."""
    assert comparable(first) == comparable(second)


@settings(deadline=None, max_examples=50)
@given(st.text(min_size=1, max_size=80))
def test_words_lie_in_their_text(text: str) -> None:
    """Each word is cut from the characters of its span."""
    for word in find_words(text, Span(0, len(text))):
        assert comparable(word.span.of(text)) == word.text


def test_run_hashes_of_a_short_text() -> None:
    """Fewer words than a run make no hash; each further word makes one more."""
    words = [str(each) for each in range(9)]
    assert run_hashes(words[:7]) == ()
    assert len(run_hashes(words)) == 2
    assert run_hashes(words)[1] == run_hashes(words[1:])[0]


def test_anchors_leave_out_the_first_word() -> None:
    """Names and numbers, not the capital that opens a sentence."""
    assert find_anchors("Nobody in Bergen saw the 1,300 boats.") == {"bergen", "1300"}


def test_sentences_align_in_order() -> None:
    """Equal sentences make beads of one to one."""
    vectors = directions(0, 60, 120)
    assert [(bead.a, bead.b) for bead in align(vectors, vectors)] == [
        ((0, 1), (0, 1)),
        ((1, 2), (1, 2)),
        ((2, 3), (2, 3)),
    ]


def test_two_sentences_align_with_one() -> None:
    """One sentence that says what two say makes a bead of two to one."""
    beads = align(directions(0, 50), directions(25), 0.6)
    assert [(bead.a, bead.b) for bead in beads] == [((0, 2), (0, 1))]
    turned = align(directions(25), directions(0, 50), 0.6)
    assert [(bead.a, bead.b) for bead in turned] == [((0, 1), (0, 2))]


def test_a_moved_block_is_a_chain_of_its_own() -> None:
    """The second half first: two chains of two beads."""
    a = directions(0, 60, 120, 180)
    chains = align_blocks(a, a[[2, 3, 0, 1]])
    assert sorted(bead.a[0] for chain in chains for bead in chain) == [0, 1, 2, 3]
    assert [len(chain) for chain in chains] == [2, 2]


def test_gaps_of_equal_length_are_filled() -> None:
    """Between two beads a pair that is half alike is a bead; where one side has more, none is."""
    a = np.eye(3, 4, dtype=np.float32)
    b = a.copy()
    b[1] = [0, 0.5, 0, 0.866]
    chain = align(a, b)
    assert [bead.a for bead in chain] == [(0, 1), (2, 3)]
    assert [bead.a for bead in fill_gaps(chain, a, b)] == [(0, 1), (1, 2), (2, 3)]
    assert fill_gaps(align(a, b[[0, 2]]), a, b[[0, 2]]) == align(a, b[[0, 2]])
    assert fill_gaps((), a, b) == ()


def test_nothing_aligns_with_nothing() -> None:
    """Empty texts and unlike texts have no beads."""
    empty = embed(())
    assert align(empty, directions(0)[:, :1].repeat(256, axis=1)) == ()
    assert align(directions(0), directions(90)) == ()


def test_a_rewording_aligns_and_another_text_does_not() -> None:
    """Retold sentences find each other by their vectors."""
    beads = align(embed(HARBOUR), embed(REWORDED))
    assert sum(bead.a == bead.b for bead in beads) >= 7
    assert len(align(embed(HARBOUR), embed(OTHER))) <= 1


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 360), max_size=7), st.lists(st.floats(0, 360), max_size=7))
def test_beads_keep_order_and_overlap_nowhere(first: list[float], second: list[float]) -> None:
    """Within a chain both sides only go forward."""
    for chain in align_blocks(directions(*first), directions(*second)):
        assert all(_follows(one, two) for one, two in pairwise(chain))


def _follows(one: Bead, two: Bead) -> bool:
    return one.a[1] <= two.a[0] and one.b[1] <= two.b[0]
