"""Readers of hours and feasts: "9 p.m. on Friday", "this morning", "Thanksgiving"."""

from datetime import date, timedelta

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import MONTHS, days_of, earliest_weekday, easter_of, granularity
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import POINTS, looks, nearest
from reportedly.reading.time_scene import Draft, Readers, Scene, dated
from reportedly.reading.time_units import step_of


def _part_today(match: Match, scene: Scene) -> Draft | None:
    part = match.sense("part") or "NI"
    if scene.anchor is None:
        return Draft(TimeType.TIME, f"XXXX-XX-XXT{part}", None, "the report's date is not known")
    day = scene.anchor - timedelta(1 if match.get("last") or match.get("'overnight'") else 0)
    return Draft(
        TimeType.TIME,
        f"{day}T{part}",
        Interval.day(day),
        f"part of a day, counted from {scene.anchor}",
    )


def _clock(match: Match, scene: Scene) -> Draft | None:
    """A clock time; its day is the one named beside it, else the report's."""
    hour, minute = _hour_minute(match)
    if hour > 24 or minute > 59:  # noqa: PLR2004 - a clock
        return None
    day = _clock_day(match, scene)
    stamp = f"T{hour:02d}:{minute:02d}"
    days = days_of(day)
    return Draft(TimeType.TIME, day + stamp, days, "clock time")


def _hour_minute(match: Match) -> tuple[int, int]:
    written = match.sense("clock") or match.sense("hour") or match.sense("num") or "0"
    lexeme = match.get("digits")
    written = lexeme.word if lexeme else written
    hour, _, minute = written.partition(":")
    half = (match.sense("ampm") or " ")[0].lower()
    number = int(float(hour))
    if half == "p" and number < MONTHS:
        number += MONTHS
    if half == "a" and number == MONTHS:
        number = 0
    return number, int(minute[:2] or 0)


def _clock_day(match: Match, scene: Scene) -> str:
    for key, reader in (("weekday", "weekday"), ("dayword", "day_word"), ("day", "month_day")):
        if match.get(key):
            draft = POINTS[reader](match, scene)
            return draft.value if draft else "XXXX-XX-XX"
    last = scene.mentioned[-1][:10] if scene.mentioned else ""
    if granularity(last) == "D":
        return last
    return scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"


def _holiday(match: Match, scene: Scene) -> Draft | None:
    """Fixed and reckoned feasts: the nearest to the report, on the side where the verb looks."""
    return _feast(match.sense("holiday"), match, scene)


def _new_year_day(match: Match, scene: Scene) -> Draft | None:
    return _feast("01-01", match, scene)


def _feast(name: str, match: Match, scene: Scene) -> Draft | None:
    if scene.anchor is None:
        return None
    eve = timedelta(1 if match.get("'eve'") else 0)
    days = [_holiday_in(scene.anchor.year + step, name) - eve for step in (-1, 0, 1)]
    direction = step_of(match) or scene.direction
    chosen = nearest(days, scene.anchor, direction)
    return (
        None
        if chosen is None
        else dated(chosen.isoformat(), f"nearest to {scene.anchor}{looks(scene)}")
    )


def _holiday_in(year: int, name: str) -> date:
    if name == "thanksgiving":
        return earliest_weekday(date(year, 11, 22), 3)
    if name == "easter":
        return easter_of(year)
    month, _, day = name.partition("-")
    return date(year, int(month), int(day))


HOURS: Readers = {
    "clock": _clock,
    "holiday": _holiday,
    "new_year_day": _new_year_day,
    "part_today": _part_today,
}
