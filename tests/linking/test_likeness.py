"""How alike two stretches are in their content words."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.linking.likeness import Wordings, prepare
from reportedly.linking.wording import Wording, wording_of
from reportedly.model.span import Span
from tests.linking.samples import draft

WORDS = ("harbour", "port", "shut", "open", "wall", "lake", "talks", "summit", "Norland")
wordings = st.lists(st.lists(st.sampled_from(WORDS), max_size=6), min_size=2, max_size=12)


def _prepared(stretches: list[list[str]]) -> Wordings:
    names = frozenset({"Norland"})
    return prepare([Wording(" ".join(("the", *each)), tuple(each), names) for each in stretches])


def _likeness(first: str, second: str) -> float:
    made = [draft(each[:1], each, parsed=True) for each in (first, second)]
    spans = [Span(0, len(each)) for each in (first, second)]
    wordings = [wording_of(each.reading, (span,)) for each, span in zip(made, spans, strict=True)]
    return prepare(wordings).likeness(0, 1).score


def test_word_families_bridge_verb_and_noun() -> None:
    """Reworded is more alike than another matter with the same names."""
    first = "The envoy welcomed the readiness of Norland to negotiate."
    same = _likeness(first, "The envoy praised Norland's willingness to hold talks.")
    other = _likeness(first, "The envoy of Norland sold a house near the lake.")
    assert same > other + 0.2


def test_likeness_of_nothing_is_nothing() -> None:
    """A stretch without content words is like no other."""
    assert _likeness("It was he.", "The harbour is shut.") < 0.3
    assert _likeness("The harbour is shut.", "The harbour is shut.") == pytest.approx(1.0)


def test_rare_words_bring_candidates() -> None:
    """Words that two stretches share, unless too many have them: three tell of the harbour."""
    stretches = ["harbour shut", "harbour open", "harbour wall", "lake shut"]
    prepared = _prepared([each.split() for each in stretches])
    assert prepared.near_pairs(2, -1.0) == ((0, 3),)
    assert prepared.near_pairs(3, -1.0) == ((0, 1), (0, 2), (0, 3), (1, 2))


@given(wordings, st.integers(2, 12))
def test_candidates_are_the_pairs_that_share_a_rare_word(
    stretches: list[list[str]], most: int
) -> None:
    """As counted pair by pair."""
    holders = {word: [word in each for each in stretches] for word in WORDS}
    rare = {word for word, held in holders.items() if sum(held) <= most}
    expected = [
        (a, b)
        for a, b in combinations(range(len(stretches)), 2)
        if rare & set(stretches[a]) & set(stretches[b])
    ]
    assert list(_prepared(stretches).near_pairs(most, -1.0)) == expected


@given(wordings)
def test_many_compared_at_a_time_are_as_alike_as_one_by_one(stretches: list[list[str]]) -> None:
    """And none is more alike than the whole vectors leave open."""
    prepared = _prepared(stretches)
    others = range(1, len(stretches))
    for other, together in zip(others, prepared.likenesses(0, others), strict=True):
        alone = prepared.likeness(0, other)
        assert together.score == pytest.approx(alone.score, abs=1e-6)
        assert together.kin == alone.kin
        assert together.score <= prepared.at_most(0, other)
