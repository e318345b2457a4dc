"""What a time expression is read against, and what reading it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import days_of
from reportedly.reading.time_grammar import Match


@dataclass(frozen=True, slots=True)
class Scene:
    """The day to count from, where the governing verb looks (PAST, OPEN, FUTURE), and the values mentioned before.

    `anchor` is None in a report without a date: what needs one then stays open ("XXXX-WXX-4").
    """

    anchor: date | None
    direction: int
    mentioned: tuple[str, ...] = ()

    def last_day(self) -> date | None:
        """The last single day that was mentioned."""
        for value in reversed(self.mentioned):
            days = days_of(value)
            if days and days.days == 1:
                return days.first
        return None

    def last_of(self, mark: str) -> str:
        """The last value mentioned that holds `mark` ("-Q"), "" where there is none."""
        return next((value for value in reversed(self.mentioned) if mark in value), "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of an expression, before it is placed in the report."""

    type: TimeType
    value: str
    days: Interval | None
    because: str
    alternative: Interval | None = None


Reader = Callable[[Match, Scene], Draft | None]
Readers = Mapping[str, Reader]


def dated(value: str, because: str, days: Interval | None = None) -> Draft | None:
    """A DATE of this value, its days read off the value unless given; None where the calendar has no such day."""
    read = days_of(value)
    if read is None and "X" not in value:
        return None
    return Draft(TimeType.DATE, value, days or read, because)


def narrowed(days: Interval | None, part: str) -> Interval | None:
    """The early, middle or late part of a month, or of a longer or shorter stretch by thirds.

    >>> narrowed(days_of("2022-01"), "START").last
    datetime.date(2022, 1, 10)
    """
    if days is None or part not in ("START", "MID", "END") or days.days == 1:
        return days
    third = 10 if 28 <= days.days <= 31 else -(-days.days // 3)  # noqa: PLR2004 - a month's length
    first = days.first.toordinal()
    starts = {"START": 0, "MID": third, "END": 2 * third}
    begin = first + starts[part]
    last = days.last.toordinal() if part == "END" else min(days.last.toordinal(), begin + third - 1)
    return Interval(date.fromordinal(min(begin, last)), date.fromordinal(last))
