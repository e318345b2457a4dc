"""Readers of counted units, durations, sets and vague references: "a few days ago", "seven years", "annual", "now"."""

from datetime import date, timedelta

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import (
    days_of,
    granularity,
    month_of,
    moved,
    moved_months,
    week_of,
    week_value,
    years_of,
)
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_quarters import quarter_spoken_of, year_before
from reportedly.reading.time_scene import Draft, Readers, Scene, dated, narrowed

AGO_VAGUE = (7, 2)  # "a few days ago": from seven to two days before (knowledge: a convention)
LARGER = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "Q": ("M", 3)}
UNIT_NAMES = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _unit(match: Match) -> str:
    return match.sense("unit") or match.sense("units")


def _count(match: Match) -> str:
    """How many, as TIMEX3 writes it: "7", "2.5", "X" for a vague number, "1" for "a"."""
    lexeme = match.get("num")
    if lexeme is not None and lexeme.number is not None:
        return f"{lexeme.number:g}" if lexeme.number < 10**6 else "X"
    return match.sense("vague") or "1"


def _period(count: str, unit: str) -> str:
    """A duration in days, weeks, months or years; larger units are counted out ("two decades" is P20Y)."""
    if unit == "Q" or unit not in LARGER:
        return f"P{count}{unit}"
    base, factor = LARGER[unit]
    return f"P{count if count == 'X' else f'{float(count) * factor:g}'}{base}"


def _steps(count: str, unit: str) -> tuple[int, str] | None:
    """The count as whole steps of D, W, M or Y; None for vague and broken numbers."""
    if count == "X" or "." in count or "e" in count:
        return None
    base, factor = LARGER.get(unit, (unit, 1))
    return int(count) * factor, base


def point_value(day: date, unit: str) -> str:
    """The day, week, month, quarter or year that holds `day`, as the unit asks."""
    if unit == "W":
        return week_value(day)
    if unit == "Q":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return {"D": day.isoformat(), "M": day.isoformat()[:7]}.get(unit, day.isoformat()[:4])


def _away(match: Match, scene: Scene, sign: int, start: date | None) -> Draft | None:
    """So many units before or after a day; vague ones are a reference with a rough stretch."""
    count, unit = _count(match), _unit(match)
    steps = _steps(count, unit)
    if steps is None:
        return _vague_away(unit, scene, sign)
    if start is None:
        return dated("XXXX-XX-XX", "counted from a day that is not known")
    day = moved(start, steps[1], sign * steps[0])
    return day and dated(point_value(day, steps[1]), f"counted from {start}")


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
    year_ago = _unit(match) == "Y" and _count(match) == "1" and _quarter_before(scene)
    return year_ago or _away(match, scene, -1, scene.anchor)


def _quarter_before(scene: Scene) -> Draft | None:
    """'A year earlier' takes the granularity of what is compared: after "the third quarter" it is a quarter."""
    return year_before(scene.last_of("-Q"))


def _ago_clock(_match: Match, scene: Scene) -> Draft | None:
    days = Interval.day(scene.anchor) if scene.anchor else None
    return Draft(TimeType.TIME, "PAST_REF", days, "hours before the report")


def _earlier(match: Match, scene: Scene) -> Draft | None:
    year_ago = _unit(match) == "Y" and _count(match) == "1" and _quarter_before(scene)
    return year_ago or _away(match, scene, -1, scene.last_day() or scene.anchor)


def _later(match: Match, scene: Scene) -> Draft | None:
    return _away(match, scene, 1, scene.last_day() or scene.anchor)


def _hence(match: Match, scene: Scene) -> Draft | None:
    return _away(match, scene, 1, scene.anchor)


def _step(match: Match) -> int:
    keys = ("last", "previous", "next", "following", "this")
    return next((int(match.sense(key)) for key in keys if match.get(key)), -1)


def _unit_relative(match: Match, scene: Scene) -> Draft | None:
    """'Last week', "this month", "early next year"."""
    unit, step = _unit(match), _step(match)
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
    return day and point_value(day, "W" if unit == "F" else unit)


def _unit_edge(match: Match, scene: Scene) -> Draft | None:
    """'The end of the year': the unit that holds the report; the end of a year is its December."""
    unit = _unit(match) or "Y"
    edge = match.sense("edge") or match.sense("early") or "END"
    if scene.anchor is None:
        return dated(_open_value(unit), "counted from the report's date, which is not known")
    step = _step(match) if any(match.get(key) for key in ("last", "next")) else 0
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


def _weekend(match: Match, scene: Scene) -> Draft | None:
    if scene.anchor is None:
        return dated("XXXX-WXX-WE", "the report's date is not known")
    saturday = week_of(scene.anchor).first + timedelta(5)
    if match.get("next"):
        saturday += timedelta(7) if scene.anchor >= saturday else timedelta(0)
    elif scene.anchor < saturday and (match.get("last") or scene.direction <= 0):
        saturday -= timedelta(7)
    return dated(f"{week_value(saturday)}-WE", f"weekend nearest {scene.anchor}")


def _following(match: Match, scene: Scene) -> Draft | None:
    """'The following day': counted from the last day mentioned."""
    unit = _unit(match) or "D"
    start = scene.last_day() if unit == "D" else scene.last_day() or _last_start(scene)
    if start is None:
        return None
    value = _stepped(start, unit, -1 if match.get("previous") else 1)
    return (value and dated(value, f"counted from {start}, mentioned before")) or None


def _same(match: Match, scene: Scene) -> Draft | None:
    unit = _unit(match)
    if match.get("'the'") and not match.get("same"):
        return _plain_unit(unit, scene)
    if unit == "Q":
        value = scene.last_of("-Q")
        return dated(value, "the quarter mentioned before") if value else None
    start = scene.last_day() or _last_start(scene)
    return (start and dated(point_value(start, unit), f"that of {start}, mentioned before")) or None


def _plain_unit(unit: str, scene: Scene) -> Draft | None:
    """'The quarter' is the one just spoken of; "the year", "the week", "the day" alone are too often no time."""
    return quarter_spoken_of(scene) if unit == "Q" else None


def _last_start(scene: Scene) -> date | None:
    for value in reversed(scene.mentioned):
        if granularity(value) and (days := days_of(value)):
            return days.first
    return None


def _span_relative(match: Match, scene: Scene) -> Draft | None:
    """'The past seven years': a duration that ends or begins at the report."""
    count, unit = _count(match), _unit(match)
    draft = Draft(TimeType.DURATION, _period(count, unit), None, "a duration")
    steps = _steps(count, unit)
    if scene.anchor is None or steps is None:
        return draft
    sign = -1 if match.get("'past'") else _step(match)
    away = moved(scene.anchor, steps[1], sign * steps[0])
    if away is None:
        return draft
    days = Interval(min(away, scene.anchor), max(away, scene.anchor))
    return Draft(draft.type, draft.value, days, f"a duration, counted from {scene.anchor}")


def _span_vague(match: Match, _scene: Scene) -> Draft | None:
    """'Recent years' is a reference; the smaller units are durations (TimeBank writes both so)."""
    if _unit(match) == "Y" and not match.get("next"):
        return Draft(TimeType.DATE, "PAST_REF", None, "a vague reference")
    return Draft(TimeType.DURATION, _period("X", _unit(match)), None, "an uncounted duration")


def _duration(match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DURATION, _period(_count(match), _unit(match)), None, "a duration")


def _duration_clock(match: Match, _scene: Scene) -> Draft | None:
    unit = match.sense("clockunit") or match.sense("clockunits")
    count = _count(match)
    value = f"PT{count}{unit}"
    if count != "X" and "." in count and unit == "H":
        hours = float(count)
        value = f"PT{int(hours)}H{round(hours % 1 * 60)}M"
    return Draft(TimeType.DURATION, value, None, "a duration")


def _duration_bare(match: Match, _scene: Scene) -> Draft | None:
    count = "1" if match.get("unit") else "X"
    return Draft(TimeType.DURATION, _period(count, _unit(match)), None, "an uncounted duration")


def _duration_half(match: Match, _scene: Scene) -> Draft | None:
    """'A minute and a half' is PT1M30S, "a year and a half" P1Y6M."""
    halves = {"Y": "P1Y6M", "M": "P1M15D", "H": "PT1H30M"}
    value = (
        "PT1M30S"
        if match.sense("clockunit") == "M"
        else halves.get(_unit(match) or match.sense("clockunit"))
    )
    return (value and Draft(TimeType.DURATION, value, None, "one and a half")) or None


def _duration_first(match: Match, _scene: Scene) -> Draft | None:
    """'Two to three weeks': the lower number."""
    return Draft(
        TimeType.DURATION, _period(_count(match), _unit(match)), None, "a duration, its lower bound"
    )


def _every(match: Match, _scene: Scene) -> Draft | None:
    if match.get("weekday"):
        value = f"XXXX-WXX-{match.sense('weekday')}"
    elif match.get("clockunit"):
        value = f"PT1{match.sense('clockunit')}"
    else:
        value = _period("1", _unit(match))
    return Draft(TimeType.SET, value, None, "repeated")


def _setword(match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.SET, match.sense("setword"), None, "repeated")


def _weekdays(match: Match, _scene: Scene) -> Draft | None:
    part = match.sense("parts")
    value = f"XXXX-WXX-{match.sense('weekdays') or match.sense('weekday')}" + (
        f"T{part}" if part else ""
    )
    return Draft(TimeType.SET, value, None, "repeated")


def _reference(match: Match, _scene: Scene) -> Draft | None:
    value = next(match.sense(key) for key in ("presentword", "pastword") if match.get(key))
    return Draft(TimeType.DATE, value, None, "a vague reference")


def _as_soon_as(match: Match, _scene: Scene) -> Draft | None:
    """'As soon as possible' is a reference; "as soon as" alone belongs to what follows."""
    if not match.get("'possible'"):
        return None
    return Draft(TimeType.DATE, "FUTURE_REF", None, "a vague reference")


def _the_past(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "PAST_REF", None, "a vague reference")


def _these_days(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "PRESENT_REF", None, "a vague reference")


def _the_future(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "FUTURE_REF", None, "a vague reference")


SPANS: Readers = {
    "ago": _ago,
    "ago_clock": _ago_clock,
    "as_soon_as": _as_soon_as,
    "century": _century,
    "duration": _duration,
    "duration_bare": _duration_bare,
    "duration_first": _duration_first,
    "duration_half": _duration_half,
    "duration_clock": _duration_clock,
    "earlier": _earlier,
    "every": _every,
    "following": _following,
    "full_year": _full_year,
    "hence": _hence,
    "later": _later,
    "new_year": _new_year,
    "reference": _reference,
    "same": _same,
    "setword": _setword,
    "span_relative": _span_relative,
    "span_vague": _span_vague,
    "the_future": _the_future,
    "the_past": _the_past,
    "these_days": _these_days,
    "unit_edge": _unit_edge,
    "unit_relative": _unit_relative,
    "weekdays": _weekdays,
    "weekend": _weekend,
    "year_end": _year_end,
}
