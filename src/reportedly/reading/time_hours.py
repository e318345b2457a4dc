"""Readers of hours: "9 p.m. on Friday", "0930 GMT", "this morning"."""

from datetime import timedelta

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import MONTHS, days_of, granularity
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import POINTS
from reportedly.reading.time_scene import Draft, Readers, Scene
from reportedly.reading.time_weekdays import WEEKDAYS

NO_HOUR = 99  # "1,000 p.m." is none


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


def _clock_four(match: Match, scene: Scene) -> Draft | None:
    """'0930 GMT': hours and minutes without a mark between them."""
    written = match.sense("fourclock")
    day = _clock_day(match, scene)
    value = f"{day}T{written[:2]}:{written[2:]}"
    return Draft(TimeType.TIME, value, days_of(day), "clock time")


def _hour_minute(match: Match) -> tuple[int, int]:
    written = match.sense("clock") or match.sense("hour") or match.sense("num") or "0"
    lexeme = match.get("digits")
    written = lexeme.word if lexeme else written
    hour, _, minute = written.replace(".", ":").partition(":")
    minute = minute[:2] if minute[:2].isdigit() else ""
    half = (match.sense("ampm") or " ")[0].lower()
    number = int(hour) if hour.isdigit() else NO_HOUR
    if half == "p" and number < MONTHS:
        number += MONTHS
    if half == "a" and number == MONTHS:
        number = 0
    return number, int(minute or 0)


def _clock_day(match: Match, scene: Scene) -> str:
    readers = {
        "day": POINTS["month_day"],
        "dayword": WEEKDAYS["day_word"],
        "weekday": WEEKDAYS["weekday"],
    }
    for key, reader in readers.items():
        if match.get(key):
            draft = reader(match, scene)
            return draft.value.partition("T")[0] if draft else "XXXX-XX-XX"
    last = scene.mentioned[-1][:10] if scene.mentioned else ""
    if granularity(last) == "D":
        return last
    return scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"


HOURS: Readers = {
    "clock": _clock,
    "clock_four": _clock_four,
    "part_today": _part_today,
}
