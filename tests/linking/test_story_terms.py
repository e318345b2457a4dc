"""Terms of a report as grouping sees them."""

from collections import Counter
from datetime import date

import pytest

from bench.documents import report_of
from reportedly.linking.story_terms import (
    LEAD,
    Item,
    KnownLines,
    item_of,
    singular,
    terms_of,
    weigh,
)

FURNITURE = "Sign in with your reader account to go on"


def test_two_capitals_side_by_side_are_a_term() -> None:
    """The pair counts beside its parts; a full stop or a small word parts them."""
    found = terms_of("Ola Lund rows", "Then Lund. Bergen waits 3 days for Ola Lund")
    assert found.counts["ola lund"] == 3
    assert "lund bergen" not in found.counts
    assert {"ola", "lund", "ola lund", "3"} <= found.names
    assert "row" not in found.names


def test_years_are_told_from_other_numbers() -> None:
    """1,950 people are no year."""
    assert terms_of("", "In 2019 and 1987 some 1,950 men and 3000 sheep").years == {"2019", "1987"}


def test_lines_seen_before_on_far_days_are_furniture() -> None:
    """The third report leaves the line out; on one day all keep it, for copies are no furniture."""
    far, near = KnownLines(), KnownLines()
    days = [date(2024, 1, 1), date(2024, 1, 8), date(2024, 2, 1)]
    told = [far.lead_of(Item(str(day), "", f"{FURNITURE}\nNews of the {day}", day)) for day in days]
    assert [FURNITURE in each for each in told] == [True, True, False]
    same = [near.lead_of(Item(str(step), "", FURNITURE, days[0])) for step in range(3)]
    assert all(FURNITURE in each for each in same)
    assert near.lead_of(Item("x", "", FURNITURE, None)) == FURNITURE


def test_a_lead_is_bounded() -> None:
    """Long pages are cut."""
    assert len(KnownLines().lead_of(Item("a", "", "word word\n" * 1000, None))) <= LEAD


def test_weights_are_of_unit_length_and_rare_first() -> None:
    """A name weighs more than a common word."""
    terms = terms_of("", "The mayor said that Lundgard said")
    found = weigh(terms, Counter(terms.counts.keys()), 1)
    assert next(iter(found.weights)) == "lundgard"
    assert sum(weight**2 for weight in found.weights.values()) == pytest.approx(1)
    assert 0 < found.share < 1
    assert weigh(terms_of("", ""), Counter(), 1).weights == {}


def test_an_item_has_headline_and_paragraphs() -> None:
    """Furniture blocks stay out."""
    report = report_of("The mill burned.", title="Fire in Voss", day=date(2024, 1, 1))
    assert item_of(report) == Item(report.id, "Fire in Voss", "The mill burned.", date(2024, 1, 1))
    assert singular("villages") == "village"
