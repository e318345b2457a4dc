"""Printed dates: what is one, which day and minute it is, and what is left alone."""

from datetime import date

import pytest

from reportedly.intake.stamps import Kind, find_stamps, is_date_line

READ = [
    ("date 2021-12-25", date(2021, 12, 25), Kind.PUBLISHED, None),
    (
        "Published: 3 March 2024 10:15 GMT",
        date(2024, 3, 3),
        Kind.PUBLISHED,
        "2024-03-03T10:15:00+00:00",
    ),
    ("March 3, 2024", date(2024, 3, 3), Kind.BARE, None),
    ("Sunday, 3rd of March 2024", date(2024, 3, 3), Kind.BARE, None),
    (
        "Last Updated: November 13, 2016 at 7:44 pm EST",
        date(2016, 11, 13),
        Kind.UPDATED,
        "2016-11-13T19:44:00-05:00",
    ),
    ("5:30PM BST 03 Aug 2010", date(2010, 8, 3), Kind.BARE, "2010-08-03T17:30:00+01:00"),
    ("2024-03-03T10:15:00+01:00", date(2024, 3, 3), Kind.BARE, "2024-03-03T10:15:00+01:00"),
    (
        "Posted on 12:05 am GMT+3 | Dec. 24, 2021",
        date(2021, 12, 24),
        Kind.PUBLISHED,
        "2021-12-24T00:05:00+03:00",
    ),
    ("Posted 24/12/2021", date(2021, 12, 24), Kind.PUBLISHED, None),
    ("Updated 12.24.2021 13:00", date(2021, 12, 24), Kind.UPDATED, None),
    ("4 May 2024, 09:30 IST", date(2024, 5, 4), Kind.BARE, None),
    ("4 May 2024, 13:30 pm GMT", date(2024, 5, 4), Kind.BARE, None),
]
NONE = (
    "03/04/2024",
    "31 February 2024",
    "in 2020",
    "March 3",
    "2021-13-40",
    "40 May 2024",
    "on Thursday",
)
LINES = (
    "Published: 3 March 2024 10:15 GMT | Updated: 4 March 2024",
    "4 min read · May 4, 2024",
    "2024-05-04",
)
TEXTS = (
    "The minister died on 3 March 2024",
    "May 4, 2024 was a dark day",
    "No date",
    "x" * 300 + " 2024-05-04",
)


@pytest.mark.parametrize(("line", "day", "kind", "at"), READ)
def test_stamps_are_read(line: str, day: date, kind: Kind, at: str | None) -> None:
    """Day, kind, and the instant only where the zone is known."""
    (stamp,) = find_stamps(line)
    assert (stamp.day, stamp.kind) == (day, kind)
    assert (stamp.at.isoformat() if stamp.at else None) == at


@pytest.mark.parametrize("line", NONE)
def test_no_date_is_made_up(line: str) -> None:
    """Dates without a year, impossible and ambiguous ones give nothing."""
    assert list(find_stamps(line)) == []


def test_lines_of_dates_and_lines_with_dates() -> None:
    """A date line holds labels and times beside its dates, and no other word."""
    assert all(map(is_date_line, LINES))
    assert not any(map(is_date_line, TEXTS))
