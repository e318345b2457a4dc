"""Stretches of days."""

from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.model.errors import ReportedlyError


class IntervalError(ReportedlyError):
    """An interval that ends before it begins."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"interval {first}..{last} ends before it begins; swap the days")


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days `first` to `last`, both included; one day where they are equal.

    >>> early = Interval(date(2022, 1, 1), date(2022, 1, 10))
    >>> early.contains(Interval.day(date(2022, 1, 10)))
    True
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise IntervalError(self.first, self.last)

    @classmethod
    def day(cls, day: date) -> "Interval":
        """The interval of one day."""
        return cls(day, day)

    @property
    def days(self) -> int:
        """How many days, at least one."""
        return (self.last - self.first).days + 1

    def contains(self, other: "Interval") -> bool:
        """Whether `other` lies within."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "Interval") -> bool:
        """Whether a day is in both."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: "Interval") -> "Interval | None":
        """The days in both, or None."""
        if not self.overlaps(other):
            return None
        return Interval(max(self.first, other.first), min(self.last, other.last))

    def shifted(self, days: int) -> "Interval":
        """The same stretch, `days` later."""
        step = timedelta(days)
        return Interval(self.first + step, self.last + step)
