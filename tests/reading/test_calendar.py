"""The calendar: weekdays, weeks, months, quarters, values as days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.calendar import (
    days_of,
    earliest_weekday,
    granularity,
    latest_weekday,
    moved,
    moved_months,
    week_of,
    week_value,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day: date, weekday: int) -> None:
    """The latest such weekday is at most six days back, the earliest at most six ahead."""
    assert 0 <= (day - latest_weekday(day, weekday)).days <= 6
    assert 0 <= (earliest_weekday(day, weekday) - day).days <= 6


@given(DAYS)
def test_week_value_names_the_week(day: date) -> None:
    """A week's value gives back its days."""
    assert days_of(week_value(day)) == week_of(day)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-12-23", date(2021, 12, 23), date(2021, 12, 23)),
        ("2021-12-23TEV", date(2021, 12, 23), date(2021, 12, 23)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("1989-Q4", date(1989, 10, 1), date(1989, 12, 31)),
        ("2021-W50-WE", date(2021, 12, 18), date(2021, 12, 19)),
        ("2021-WI", date(2021, 12, 21), date(2022, 3, 20)),
        ("2021-SU", date(2021, 6, 21), date(2021, 9, 20)),
    ],
)
def test_values_name_days(value: str, first: date, last: date) -> None:
    """Every form of TIMEX3 date."""
    days = days_of(value)
    assert days
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    "value", ["P7Y", "XXXX-WXX-4", "2021-02-30", "2021-13", "2021-W60", "0000", "PAST_REF"]
)
def test_other_values_name_none(value: str) -> None:
    """Durations, open values and days that do not exist."""
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("2021-12-23", "D"),
        ("2021-12", "M"),
        ("2021", "Y"),
        ("2021-Q1", "Q"),
        ("2021-W02", "W"),
        ("P1D", ""),
    ],
)
def test_granularity(value: str, unit: str) -> None:
    """The unit of a value."""
    assert granularity(value) == unit


def test_moves_by_units() -> None:
    """Months keep to their length; beyond the years we read there is nothing."""
    assert moved(date(2022, 1, 31), "M", 1) == date(2022, 2, 28)
    assert moved(date(2022, 1, 31), "W", -1) == date(2022, 1, 24)
    assert moved(date(2022, 1, 31), "Y", 5000) is None
    assert moved(date(2022, 1, 31), "D", 10**9) is None
    assert moved(date(2900, 1, 31), "D", 50_000) is None
    assert moved_months(2022, 1, -1) == (2021, 12)
