"""How likely each day is, and which days are told."""

from datetime import date, timedelta

from reportedly.linking.date_odds import bucket, likely_days, shares_of
from reportedly.linking.date_signs import Sign
from reportedly.model.interval import Interval

FIRST = date(2024, 3, 1)
DAYS = [FIRST + timedelta(step) for step in range(120)]


def spread_over(weights: dict[int, float]) -> list[float]:
    """Shares by day, the rest spread evenly."""
    rest = (1 - sum(weights.values())) / (len(DAYS) - len(weights))
    return [weights.get(place, rest) for place in range(len(DAYS))]


def test_few_days_that_hold_nearly_all_are_told() -> None:
    """Nothing wider than needed."""
    found = likely_days(DAYS, spread_over({10: 0.5, 11: 0.3, 12: 0.195}))
    assert found is not None
    assert found.days == Interval(DAYS[10], DAYS[12])


def test_a_week_is_told_where_it_holds_enough() -> None:
    """Without the days at its ends that hold next to nothing."""
    shares = spread_over({10: 0.4, 14: 0.3})
    found = likely_days(DAYS, shares)
    assert found is not None
    assert found.days == Interval(DAYS[10], DAYS[14])


def test_more_than_three_months_are_no_answer() -> None:
    """Where every day is as likely there is nothing to tell, unless the days are few."""
    assert likely_days(DAYS, spread_over({})) is None
    few = DAYS[:30]
    found = likely_days(few, [1 / 30] * 30)
    assert found is not None
    assert found.days.days <= 30


def test_days_count_from_the_anchor_or_since_the_weekday() -> None:
    """Early and late days share a bucket, near ones have their own."""
    near = Sign("report", FIRST)
    assert bucket(near, FIRST) - bucket(near, FIRST - timedelta(1)) == 1
    assert bucket(near, FIRST + timedelta(61)) == bucket(near, FIRST + timedelta(90))
    assert bucket(Sign("weekday", weekday=FIRST.isoweekday()), FIRST + timedelta(3)) == 3


def test_signs_add_up_and_unknown_kinds_say_nothing() -> None:
    """Days near the other reports are likelier; a kind without a row changes nothing."""
    signs = (Sign("report", DAYS[60]), Sign("event", DAYS[60]))
    shares = shares_of(DAYS, signs)
    assert abs(sum(shares) - 1) < 1e-9
    assert shares[60] > shares[20]
    assert shares_of(DAYS, (*signs, Sign("weather", DAYS[0]))) == shares
