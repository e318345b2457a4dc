"""What is new since a day or a minute."""

from datetime import UTC, date, datetime

import pytest

from reportedly.model.interval import Interval
from reportedly.model.report import Known, Published
from reportedly.synthesis.changes import Since

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("hour", "newer"), [(7, False), (18, True), (23, True)], ids=["before", "at", "after"]
)
def test_where_both_minutes_are_known_they_decide(hour: int, newer: bool) -> None:  # noqa: FBT001 - a table
    published = Published(
        Interval.day(DAY), Known.STATED, "", at=datetime(2024, 3, 5, hour, tzinfo=UTC)
    )
    assert Since(DAY, datetime(2024, 3, 5, 18, tzinfo=UTC)).is_before(published) is newer


def test_without_a_minute_the_whole_day_counts_as_new() -> None:
    published = Published(Interval.day(DAY), Known.STATED, "")
    assert Since(DAY, datetime(2024, 3, 5, 18, tzinfo=UTC)).is_before(published)
    assert not Since(date(2024, 3, 6)).is_before(published)
