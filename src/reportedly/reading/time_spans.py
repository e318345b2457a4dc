"""Readers of counted units, durations, sets and vague references: "a few days ago", "seven years", "annual", "now"."""

from dataclasses import replace
from datetime import date

from reportedly.language.tense import PAST
from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import (
    days_of,
    granularity,
    half_of,
    month_of,
    moved,
    moved_months,
    week_value,
    years_of,
)
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import POINTS
from reportedly.reading.time_quarters import compared_quarter, quarter_spoken_of, year_before
from reportedly.reading.time_scene import Draft, Readers, Scene, dated, narrowed
from reportedly.reading.time_units import LARGER, count_of, step_named, step_of, steps_of, unit_of

AGO_VAGUE = (7, 2)  # "a few days ago": from seven to two days before (knowledge: a convention)
SIZES = "DWMQY"  # from the smallest on


def point_value(day: date, unit: str) -> str:
    """The day, week, month, quarter or year that holds `day`, as the unit asks."""
    if unit == "W":
        return week_value(day)
    if unit == "Q":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return {"D": day.isoformat(), "M": day.isoformat()[:7]}.get(unit, day.isoformat()[:4])


def _away(match: Match, scene: Scene, sign: int, start: date | None) -> Draft | None:
    """So many units before or after a day; vague ones are a reference with a rough stretch."""
    count, unit = count_of(match), unit_of(match)
    steps = steps_of(count, unit)
    if steps is None:
        return _vague_away(unit, scene, sign)
    if start is None:
        return dated("XXXX-XX-XX", "counted from a day that is not known")
    day = moved(start, steps[1], sign * steps[0])
    shown = unit if unit == "Q" else steps[1]
    return None if day is None else dated(point_value(day, shown), f"counted from {start}")


def _vague_away(unit: str, scene: Scene, sign: int) -> Draft | None:
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    days = None
    base, factor = LARGER.get(unit, (unit, 1))
    if scene.anchor is not None:
        far = moved(scene.anchor, base, sign * AGO_VAGUE[0] * factor)
        near = moved(scene.anchor, base, sign * AGO_VAGUE[1] * factor)
        days = Interval(min(far, near), max(far, near)) if far and near else None
    return Draft(TimeType.DATE, value, days, "a vague number of units: two to seven by convention")


def _ago(match: Match, scene: Scene) -> Draft | None:
    year_ago = unit_of(match) == "Y" and count_of(match) == "1" and _quarter_before(scene)
    return year_ago or _away(match, scene, -1, scene.anchor)


def _quarter_before(scene: Scene) -> Draft | None:
    """'A year earlier' takes the granularity of what is compared: after "the third quarter" it is a quarter."""
    return year_before(compared_quarter(scene))


def _ago_today(match: Match, scene: Scene) -> Draft | None:
    """'Two years ago today': to the day."""
    steps = steps_of(count_of(match), unit_of(match))
    if steps is None or scene.anchor is None:
        return _ago(match, scene)
    day = moved(scene.anchor, steps[1], -steps[0])
    return dated(day.isoformat(), f"to the day, counted from {scene.anchor}") if day else None


def _week_of(match: Match, scene: Scene) -> Draft | None:
    """'The week of March 6'."""
    day = POINTS["month_day"](match, scene)
    if day is None or day.days is None:
        return dated("XXXX-WXX", "no year: the report's date is not known")
    return dated(week_value(day.days.first), f"the week of {day.days.first}")


def _ago_clock(_match: Match, scene: Scene) -> Draft | None:
    days = Interval.day(scene.anchor) if scene.anchor else None
    return Draft(TimeType.TIME, "PAST_REF", days, "hours before the report")


def _earlier(match: Match, scene: Scene) -> Draft | None:
    one_year = unit_of(match) == "Y" and count_of(match) == "1"
    start = scene.last_day() if one_year else _last_start(scene, unit_of(match))
    return (one_year and _quarter_before(scene)) or _away(match, scene, -1, start or scene.anchor)


def _later(match: Match, scene: Scene) -> Draft | None:
    return _away(match, scene, 1, _last_start(scene, unit_of(match)) or scene.anchor)


def _hence(match: Match, scene: Scene) -> Draft | None:
    return _away(match, scene, 1, scene.anchor)


def _unit_relative(match: Match, scene: Scene) -> Draft | None:
    """'Last week', "this month", "early next year"."""
    unit, step = unit_of(match), step_of(match)
    if scene.anchor is None:
        return dated(_open_value(unit), "counted from the report's date, which is not known")
    value = _stepped(scene.anchor, unit, step)
    if value is None:
        return None
    draft = dated(value, f"counted from {scene.anchor}")
    part = match.sense("early") or match.sense("edge")
    return draft and Draft(draft.type, value, narrowed(draft.days, part), draft.because)


def _open_value(unit: str) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _stepped(anchor: date, unit: str, step: int) -> str | None:
    if unit == "E":
        return f"{anchor.year // 10 + step}"
    if unit == "C":
        return f"{anchor.year // 100 + step}"
    if unit == "Q":
        year, month = moved_months(anchor.year, anchor.month, 3 * step)
        return f"{year}-Q{(month + 2) // 3}"
    if unit == "M":
        year, month = moved_months(anchor.year, anchor.month, step)
        return f"{year}-{month:02d}"
    day = moved(anchor, "W" if unit == "F" else unit, step)
    return None if day is None else point_value(day, "W" if unit == "F" else unit)


def _unit_edge(match: Match, scene: Scene) -> Draft | None:
    """'The end of the year': the unit that holds the report; the end of a year is its December."""
    unit = unit_of(match) or "Y"
    if unit == "D":
        return None
    edge = match.sense("edge") or match.sense("early") or "END"
    if scene.anchor is None:
        return dated(_open_value(unit), "counted from the report's date, which is not known")
    step = step_of(match) if any(match.get(key) for key in ("last", "next")) else 0
    value = _stepped(scene.anchor, unit, step)
    days = value and days_of(value)
    if not value or not days:
        return None
    if unit == "Y":
        days = month_of(days.first.year, {"START": 1, "MID": 6}.get(edge, 12))
    else:
        days = narrowed(days, edge)
    return dated(value, f"{edge.lower()} of a unit counted from {scene.anchor}", days)


def _year_end(_match: Match, scene: Scene) -> Draft | None:
    """'Year-end' is the last day of the year."""
    return dated(
        f"{scene.anchor.year}-12-31" if scene.anchor else "XXXX-12-31", "the last day of the year"
    )


def _full_year(_match: Match, scene: Scene) -> Draft | None:
    return dated(f"{scene.anchor.year}" if scene.anchor else "XXXX", "the year of the report")


def _century(match: Match, _scene: Scene) -> Draft | None:
    """'The 20th century' is 19 as TIMEX3 writes it."""
    number = int(match.sense("ordinal")) - 1
    return dated(f"{number}", "a century") if number >= 10 else None  # noqa: PLR2004 - the years we read


def _new_year(_match: Match, scene: Scene) -> Draft | None:
    """The year to come; in January and February the one that has begun."""
    if scene.anchor is None:
        return dated("XXXX", "the report's date is not known")
    year = scene.anchor.year + (scene.anchor.month > 2)  # noqa: PLR2004 - February
    return dated(f"{year}", f"the new year, seen from {scene.anchor}", years_of(year, year))


def _following(match: Match, scene: Scene) -> Draft | None:
    """'The following day': counted from the last day mentioned."""
    unit = unit_of(match) or "D"
    start = scene.last_day() if unit == "D" else scene.last_day() or _last_start(scene, unit)
    if start is None and match.get("previous"):
        start = scene.anchor
    if start is None:
        return None
    value = _stepped(start, unit, -1 if match.get("previous") else 1)
    return (value and dated(value, f"counted from {start}, mentioned before")) or None


def _same(match: Match, scene: Scene) -> Draft | None:
    unit = unit_of(match)
    if match.get("'the'") and not match.get("same"):
        return _plain_unit(unit, scene)
    if unit == "Q":
        value = scene.last_of("-Q")
        return dated(value, "the quarter mentioned before") if value else None
    start = scene.last_day() if unit == "D" else _last_start(scene, unit)
    return (start and dated(point_value(start, unit), f"that of {start}, mentioned before")) or None


def _plain_unit(unit: str, scene: Scene) -> Draft | None:
    """'The quarter' is the one just spoken of; "the week", "the day" alone are too often no time."""
    return quarter_spoken_of(scene) if unit == "Q" else None


def _year_ended(match: Match, _scene: Scene) -> Draft | None:
    """'The year ended June 30', "the week ended Oct. 20": lengths."""
    names = {"'week'": "W", "'month'": "M"}
    unit = next((names[part.key] for part in match.parts if part.key in names), "Y")
    return Draft(TimeType.DURATION, f"P1{unit}", None, "a stretch of accounts")


def _following_part(match: Match, scene: Scene) -> Draft | None:
    """'The next morning': of the day after the last day mentioned."""
    draft = _following(match, scene)
    if draft is None:
        return None
    return replace(draft, type=TimeType.TIME, value=f"{draft.value}T{match.sense('part')}")


def _half(match: Match, scene: Scene) -> Draft | None:
    """'The first half of 1989', "the last half of the year"."""
    number = 2 if match.get("'last'") else int(match.sense("ordinal"))
    if number not in (1, 2):
        return None
    if match.get("year"):
        return dated(f"{match.sense('year')}-H{number}", "half of a year")
    if scene.anchor is None:
        return dated(f"XXXX-H{number}", "no year: the report's date is not known")
    year = scene.anchor.year + step_named(match)
    bare = not any(match.get(key) for key in ("last", "this", "next"))
    if bare and scene.direction == PAST and half_of(year, number).first > scene.anchor:
        year -= 1
    return dated(f"{year}-H{number}", f"counted from {scene.anchor}")


def _last_start(scene: Scene, unit: str) -> date | None:
    """The first day of what was mentioned last; a year says nothing of "the month before"."""
    for value in reversed(scene.mentioned):
        size = granularity(value)
        fits = unit not in SIZES or (size and SIZES.index(size) <= SIZES.index(unit))
        if size and fits and (days := days_of(value)):
            return days.first
    return None


SPANS: Readers = {
    "ago": _ago,
    "ago_clock": _ago_clock,
    "ago_today": _ago_today,
    "century": _century,
    "earlier": _earlier,
    "following": _following,
    "following_part": _following_part,
    "full_year": _full_year,
    "half": _half,
    "hence": _hence,
    "later": _later,
    "new_year": _new_year,
    "same": _same,
    "unit_edge": _unit_edge,
    "unit_relative": _unit_relative,
    "week_of": _week_of,
    "year_end": _year_end,
    "year_ended": _year_ended,
}
