"""How near a report is to a story."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from reportedly.linking.joining import NAMES, Closeness, Dated, judge, measure, values_of
from reportedly.linking.story_terms import terms_of, weigh


def dated(title: str, text: str, frequency: Counter[str], day: date | None) -> Dated:
    """A report as the index holds it."""
    terms = terms_of(title, text)
    frequency.update(terms.counts.keys())
    return Dated(weigh(terms, frequency, 2), day)


@pytest.fixture
def closeness() -> Closeness:
    """Two reports of one fire, a month apart, that tell of one year."""
    frequency: Counter[str] = Counter()
    first = dated("Fire in Voss", "The Bakke mill burned in 2019.", frequency, date(2024, 1, 1))
    second = dated(
        "Trial in Voss", "Bakke mill owner Lund, tried since 2019.", frequency, date(2024, 2, 1)
    )
    return measure(second, [first], 1, frequency)


def test_features_are_what_they_say(closeness: Closeness) -> None:
    """Cosines lie between 0 and 1; shared names are the story's own; the year agrees."""
    assert 0 < closeness.likeness == closeness.nearest <= 1
    assert 0 < closeness.names <= 1
    assert closeness.own_names > 0
    assert (closeness.same_years, closeness.other_years) == (1, 0)
    assert closeness.private > closeness.lacking == 0
    assert closeness.undated == 0
    assert closeness.days_likeness == closeness.days * closeness.likeness
    assert len(values_of(closeness)) == len(NAMES)


def test_what_speaks_for_and_against(closeness: Closeness) -> None:
    """Likeness speaks for joining; days between, missing names and other years against it."""
    score = judge(closeness)
    assert judge(replace(closeness, likeness=closeness.likeness + 0.1)) > score
    for name in ("days", "lacking", "other_years"):
        assert judge(replace(closeness, **{name: 1.0 + getattr(closeness, name)})) < score


def test_an_unknown_day_is_said() -> None:
    """Neither near nor far."""
    frequency: Counter[str] = Counter()
    first = dated("Fire", "A mill burned.", frequency, None)
    found = measure(first, [first], 1, frequency)
    assert (found.days, found.undated) == (0, 1)
    assert (found.same_years, found.other_years) == (0, 0)
