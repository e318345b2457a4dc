"""The calendar as news uses it: weekdays, weeks, months, seasons, quarters, and TIMEX3 values as days."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.model.interval import Interval

FIRST_YEAR = 1000
LAST_YEAR = 2999
WEEK = 7
MONTHS = 12
SEASON_STARTS = {"SP": (3, 21), "SU": (6, 21), "FA": (9, 21), "WI": (12, 21)}
SEASON_ENDS = {"SP": (6, 20), "SU": (9, 20), "FA": (12, 20), "WI": (3, 20)}


def latest_weekday(day: date, weekday: int) -> date:
    """The last such weekday up to `day` itself: "on Thursday" in a Thursday's report is that day.

    >>> latest_weekday(date(2021, 12, 24), 3)
    datetime.date(2021, 12, 23)
    """
    return day - timedelta((day.weekday() - weekday) % WEEK)


def earliest_weekday(day: date, weekday: int) -> date:
    """The first such weekday from `day` on, `day` included."""
    return day + timedelta((weekday - day.weekday()) % WEEK)


def week_of(day: date) -> Interval:
    """Monday to Sunday of the ISO week that holds `day`."""
    monday = day - timedelta(day.weekday())
    return Interval(monday, monday + timedelta(WEEK - 1))


def month_of(year: int, month: int) -> Interval:
    """First to last day of a month."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def years_of(first: int, last: int) -> Interval:
    """1 January of the first to 31 December of the last year."""
    return Interval(date(first, 1, 1), date(last, MONTHS, 31))


def quarter_of(year: int, quarter: int) -> Interval:
    """The three months of a quarter, 1 to 4."""
    first = month_of(year, 3 * quarter - 2)
    return Interval(first.first, month_of(year, 3 * quarter).last)


def half_of(year: int, half: int) -> Interval:
    """The first or second six months of a year."""
    return Interval(month_of(year, 6 * half - 5).first, month_of(year, 6 * half).last)


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's algorithm).

    >>> easter_of(2022)
    datetime.date(2022, 4, 17)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    moon = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moon + 114, 31)
    return date(year, month, day + 1)


def season_of(year: int, season: str) -> Interval:
    """A season of the northern hemisphere by its TIMEX3 letters; the winter of a year begins in its December."""
    month, day = SEASON_STARTS[season]
    last_month, last_day = SEASON_ENDS[season]
    return Interval(date(year, month, day), date(year + (season == "WI"), last_month, last_day))


def moved_months(year: int, month: int, step: int) -> tuple[int, int]:
    """The year and month that lie `step` months later.

    >>> moved_months(2021, 12, 1)
    (2022, 1)
    """
    place = year * MONTHS + month - 1 + step
    return place // MONTHS, place % MONTHS + 1


def moved(day: date, unit: str, step: int) -> date | None:
    """The day that lies `step` days (D), weeks (W), months (M) or years (Y) later, None beyond the years we read.

    >>> moved(date(2024, 2, 29), "Y", 1)
    datetime.date(2025, 2, 28)
    """
    if unit in "DW":
        count = step * (WEEK if unit == "W" else 1)
        in_reach = abs(count) < (LAST_YEAR - FIRST_YEAR) * 365
        return checked_day(day, timedelta(count)) if in_reach else None
    year, month = moved_months(day.year, day.month, step * (MONTHS if unit == "Y" else 1))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def checked_day(day: date, step: timedelta) -> date | None:
    """`day` moved by `step`, None beyond the years we read."""
    reached = day.toordinal() + step.days
    if not date(FIRST_YEAR, 1, 1).toordinal() <= reached <= date(LAST_YEAR, MONTHS, 31).toordinal():
        return None
    return date.fromordinal(reached)


def week_value(day: date) -> str:
    """The ISO week of a day as TIMEX3 writes it.

    >>> week_value(date(2021, 12, 15))
    '2021-W50'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


@dataclass(frozen=True, slots=True)
class _Form:
    """A shape of TIMEX3 value and how its groups become days."""

    shape: re.Pattern[str]
    read: Callable[[re.Match[str]], Interval]


def _week(found: re.Match[str]) -> Interval:
    return week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))


def _weekend(found: re.Match[str]) -> Interval:
    sunday = _week(found).last
    return Interval(sunday - timedelta(1), sunday)


def _stretch(found: re.Match[str]) -> Interval:
    first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    return Interval(first, max(first, last))


def _decade(found: re.Match[str]) -> Interval:
    return years_of(int(found[1]) * 10, int(found[1]) * 10 + 9)


FORMS = (
    _Form(
        re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[^/]*)?"),
        lambda found: Interval.day(date(int(found[1]), int(found[2]), int(found[3]))),
    ),
    _Form(re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"), _stretch),
    _Form(re.compile(r"(\d{4})-(\d\d)"), lambda found: month_of(int(found[1]), int(found[2]))),
    _Form(re.compile(r"(\d{4})"), lambda found: years_of(int(found[1]), int(found[1]))),
    _Form(re.compile(r"(\d{3})X?"), _decade),
    _Form(re.compile(r"(\d{4})-Q(\d)"), lambda found: quarter_of(int(found[1]), int(found[2]))),
    _Form(re.compile(r"(\d{4})-H([12])"), lambda found: half_of(int(found[1]), int(found[2]))),
    _Form(re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    _Form(re.compile(r"(\d{4})-W(\d\d)"), _week),
    _Form(re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda found: season_of(int(found[1]), found[2])),
    _Form(
        re.compile(r"(\d\d)"),
        lambda found: years_of(int(found[1]) * 100, int(found[1]) * 100 + 99),
    ),
)


def days_of(value: str) -> Interval | None:
    """The days that a TIMEX3 value names, None where it names none ("P7Y", "XXXX-WXX-4", "2021-02-30").

    >>> days_of("2021-W50").first
    datetime.date(2021, 12, 13)
    """
    for form in FORMS:
        found = form.shape.fullmatch(value)
        if found:
            try:
                return form.read(found)
            except (ValueError, IndexError):
                return None
    return None


def granularity(value: str) -> str:
    """The unit of a TIMEX3 date value: D, W, M, Q, Y, or "" for others.

    >>> granularity("2021-Q3")
    'Q'
    """
    shapes = (
        ("D", r".{4}-.{2}-\d\d.*"),
        ("Q", r".{4}-Q.*"),
        ("W", r".{4}-W\d\d"),
        ("M", r".{4}-\d\d"),
        ("Y", r"\d{4}"),
    )
    return next((unit for unit, shape in shapes if re.fullmatch(shape, value)), "")
