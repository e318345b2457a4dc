"""Readers of vague distances, lengths and repetitions in one word: "years ago", "weeklong", "every two years"."""

from dataclasses import replace
from datetime import date

from reportedly.model.reading import TimeType
from reportedly.reading.calendar import days_of, moved
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_scene import Draft, Readers, Scene, dated
from reportedly.reading.time_spans import SPANS, point_value
from reportedly.reading.time_units import count_of, period, unit_of


def _ago_uncounted(_match: Match, _scene: Scene) -> Draft | None:
    """'Years ago', "long ago": nothing says how far."""
    return Draft(TimeType.DATE, "PAST_REF", None, "a distance that is not counted")


def _ago_halves(match: Match, scene: Scene) -> Draft | None:
    """'A year and a half ago', "half a century ago": the year, month or week that lies so far back."""
    unit = unit_of(match)
    if scene.anchor is None or unit not in HALVES:
        return dated("XXXX", "counted from the report's date, which is not known")
    count = 0 if match.get("'half'") and not match.get("'and'") else int(float(count_of(match)))
    step, half, shown = HALVES[unit]
    day = moved(scene.anchor, step, -half * (2 * count + 1))
    return dated(point_value(day, shown), f"counted from {scene.anchor}") if day else None


def _earlier_vague(_match: Match, _scene: Scene) -> Draft | None:
    """'A few weeks earlier': before something that was told, itself past."""
    return Draft(TimeType.DATE, "PAST_REF", None, "a distance that is not counted")


def _unit_before(match: Match, scene: Scene) -> Draft | None:
    """'The year before': counted from the last one mentioned."""
    return SPANS["earlier"](match, scene)


def _same_part(match: Match, scene: Scene) -> Draft | None:
    """'That night': of the last day mentioned."""
    day = scene.last_day()
    draft = dated(day.isoformat(), "the day mentioned before") if day else None
    return draft and replace(draft, type=TimeType.TIME, value=f"{day}T{match.sense('part')}")


def _month_before(match: Match, scene: Scene) -> Draft | None:
    """'The same month last year': the unit spoken of, or the report's, a year back."""
    values = [days for value in scene.mentioned[-1:] if (days := days_of(value))]
    start = values[0].first if values else scene.anchor
    unit = next(part.lexeme.word[0].upper() for part in match.parts if part.key in NAMED)
    if start is None or (start.month, start.day) == (2, 29):
        return None
    day = date(start.year - 1, start.month, start.day)
    return dated(point_value(day, unit), f"a year before that of {start}")


HALVES = {  # half of a unit in days, months or years, and the unit in which the day is told
    "C": ("Y", 50, "Y"),
    "E": ("Y", 5, "Y"),
    "M": ("D", 15, "M"),
    "W": ("D", 4, "W"),
    "Y": ("M", 6, "Y"),
}
NAMED = ("'month'", "'week'", "'day'")


def _length(value: str) -> Draft:
    return Draft(TimeType.DURATION, value, None, "a duration")


def _duration_one(match: Match, _scene: Scene) -> Draft | None:
    clock = match.sense("clockunit")
    return _length(f"PT1{clock}" if clock else period("1", unit_of(match)))


def _duration_long(match: Match, _scene: Scene) -> Draft | None:
    """'Hour-long', "hours-long"."""
    one = match.sense("clockunit")
    return _length(f"PT1{one}" if one else f"PTX{match.sense('clockunits')}")


def _duration_clock_bare(match: Match, _scene: Scene) -> Draft | None:
    """'Hours after the vote', "within minutes"."""
    return _length(f"PTX{match.sense('clockunits')}")


def _duration_nights(match: Match, _scene: Scene) -> Draft | None:
    """'Two nights' take as many days."""
    return _length(period(count_of(match), "D"))


def _part_of_day(match: Match, scene: Scene) -> Draft | None:
    """'In the morning': of the last day mentioned, else of the report's."""
    day = scene.last_day() or scene.anchor
    draft = dated(day.isoformat(), f"part of {day}") if day else None
    return draft and replace(draft, type=TimeType.TIME, value=f"{day}T{match.sense('part')}")


def _part_edge(match: Match, scene: Scene) -> Draft | None:
    """'Mid-afternoon'; "late-night shows" are none."""
    return None if match.sense("part") == "NI" else _part_of_day(match, scene)


def _longword(match: Match, _scene: Scene) -> Draft | None:
    return _length(match.sense("longword"))


def _duration_half_year(_match: Match, _scene: Scene) -> Draft | None:
    return _length("P6M")


def _every_counted(match: Match, _scene: Scene) -> Draft | None:
    """'Every two years', "every other day"."""
    if match.get("weekday"):
        return Draft(TimeType.SET, f"XXXX-WXX-{match.sense('weekday')}", None, "repeated")
    other = match.get("'other'")
    count = "2" if other else count_of(match)
    clock = match.sense("clockunits") or match.sense("clockunit")
    value = f"PT{count}{clock}" if clock else period(count, unit_of(match))
    return Draft(TimeType.SET, value, None, "repeated")


def _every_part(match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.SET, f"XXXX-XX-XXT{match.sense('part')}", None, "repeated")


def _weekends(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.SET, "XXXX-WXX-WE", None, "repeated")


DISTANCES: Readers = {
    "ago_halves": _ago_halves,
    "ago_uncounted": _ago_uncounted,
    "duration_clock_bare": _duration_clock_bare,
    "duration_half_year": _duration_half_year,
    "duration_long": _duration_long,
    "duration_nights": _duration_nights,
    "duration_one": _duration_one,
    "earlier_vague": _earlier_vague,
    "every_counted": _every_counted,
    "every_part": _every_part,
    "longword": _longword,
    "month_before": _month_before,
    "part_edge": _part_edge,
    "part_of_day": _part_of_day,
    "same_part": _same_part,
    "unit_before": _unit_before,
    "weekends": _weekends,
}
