"""Figures compared only where they count the same."""

import pytest

from reportedly.linking.quantities import Quantity, clash, counted_noun, grows, quantity_of
from reportedly.model.reading import Figure
from reportedly.model.span import Span
from tests.linking.samples import draft


def _quantity(
    words: str, low: float | None, high: float | None, of: str, unit: str = ""
) -> Quantity:
    made = draft("aa", f"They counted {words} there.")
    vague = low != high
    span = made.at(words.removesuffix(f" {of}").removesuffix(" of"))
    return quantity_of(made.reading, Figure(span, low, high, unit, of, vague))


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Norland soldiers", "troops"),
        ("wounded", "injured"),
        ("barrels", "barrels"),
        ("Elm St.", ""),
        ("", ""),
    ],
)
def test_nouns_that_count_the_same(words: str, noun: str) -> None:
    """The last word counts, and words of one group are one noun."""
    assert counted_noun(words) == noun


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("14", 14, 14, "dead"), ("17", 17, 17, "killed"), True),
        (("14", 14, 14, "dead"), ("17", 17, 17, "wounded"), False),
        (("dozens", 24, 99, "dead"), ("17", 17, 17, "dead"), True),
        (("over 10", 10, None, "dead"), ("17", 17, 17, "dead"), False),
        (("14", 14, 14, ""), ("17", 17, 17, "dead"), False),
    ],
)
def test_figures_clash(
    first: tuple[str, float, float | None, str],
    second: tuple[str, float, float | None, str],
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    """Disjoint figures of one noun clash, whichever comes first."""
    ours, theirs = (_quantity(f"{each[0]} {each[3]}", *each[1:]) for each in (first, second))
    assert clash(ours, theirs) is clash(theirs, ours) is expected


def test_units_are_part_of_what_is_counted() -> None:
    """Dollars of aid and euros of aid are not compared."""
    dollars = _quantity("3 aid", 3, 3, "aid", "USD")
    assert not clash(dollars, _quantity("9 aid", 9, 9, "aid", "EUR"))
    assert clash(dollars, _quantity("9 aid", 9, 9, "aid", "USD"))


def test_the_place_ends_with_the_noun() -> None:
    """The words cited are the figure with what it counts."""
    assert _quantity("40 ships", 40, 40, "ships").words == "40 ships"
    assert _quantity("tens of thousands of troops", 20000, 99999, "troops").words == (
        "tens of thousands of troops"
    )
    assert (
        quantity_of(
            draft("aa", "Of ships there were 40.").reading,
            Figure(Span(20, 22), 40, 40, "", "ships", False),
        ).words
        == "40"
    )


def test_only_some_counts_grow() -> None:
    """The dead only grow in number; troops come and go."""
    few, many = _quantity("3 dead", 3, 3, "dead"), _quantity("9 dead", 9, 9, "dead")
    assert grows(few, many)
    assert not grows(many, few)
    troops = _quantity("3 troops", 3, 3, "troops"), _quantity("9 troops", 9, 9, "troops")
    assert not grows(*troops)


def test_a_sum_without_a_noun_is_so_much_of_its_unit() -> None:
    """Sums of one unit may be held against each other; a bare number counts nothing."""
    money = _quantity("$900 million", 9e8, 9e8, "", "USD")
    assert (money.noun, money.asked, money.is_bare) == ("USD", "how much in USD", True)
    assert clash(money, _quantity("$1.2 billion", 1.2e9, 1.2e9, "", "USD"))
    assert _quantity("900", 900, 900, "").noun == ""


def test_loose_figures_are_apart_where_their_middles_are() -> None:
    """About 2,500 and about 3,000 are no one count; about 2,900 and about 3,000 may be."""
    some = [
        _quantity(f"{middle} ships", middle * 0.9, middle * 1.1, "ships")
        for middle in (2500, 2900, 3000)
    ]
    assert clash(some[0], some[2])
    assert not clash(some[1], some[2])


def test_a_part_is_not_how_many_there_were() -> None:
    """What "nine of the 12 jurors" counts does not contradict "12 jurors"."""
    made = draft("aa", "Nine of the 12 jurors left.")
    figure = Figure(made.at("Nine"), 9, 9, "", "jurors", vague=False)
    assert quantity_of(made.reading, figure).noun == ""
