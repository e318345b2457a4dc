"""Readers of durations, sets and vague references: "seven years", "annual", "now"."""

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import moved
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_scene import Draft, Readers, Scene
from reportedly.reading.time_units import count_of, period, step_of, steps_of, unit_of


def _span_relative(match: Match, scene: Scene) -> Draft | None:
    """'The past seven years': a duration that ends or begins at the report."""
    count, unit = count_of(match), unit_of(match)
    draft = Draft(TimeType.DURATION, period(count, unit), None, "a duration")
    steps = steps_of(count, unit)
    if scene.anchor is None or steps is None:
        return draft
    sign = -1 if match.get("'past'") else step_of(match)
    away = moved(scene.anchor, steps[1], sign * steps[0])
    if away is None:
        return draft
    days = Interval(min(away, scene.anchor), max(away, scene.anchor))
    return Draft(draft.type, draft.value, days, f"a duration, counted from {scene.anchor}")


def _span_vague(match: Match, _scene: Scene) -> Draft | None:
    """'Recent years' is a reference; the smaller units are durations (TimeBank writes both so)."""
    if unit_of(match) == "Y" and not match.get("next"):
        return Draft(TimeType.DATE, "PAST_REF", None, "a vague reference")
    return Draft(TimeType.DURATION, period("X", unit_of(match)), None, "an uncounted duration")


def _duration(match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DURATION, period(count_of(match), unit_of(match)), None, "a duration")


def _duration_clock(match: Match, _scene: Scene) -> Draft | None:
    unit = match.sense("clockunit") or match.sense("clockunits")
    count = count_of(match)
    value = f"PT{count}{unit}"
    if count.endswith(".5") and unit == "H":
        value = f"PT{count[:-2]}H30M"
    return Draft(TimeType.DURATION, value, None, "a duration")


def _duration_bare(match: Match, _scene: Scene) -> Draft | None:
    count = "1" if match.get("unit") else "X"
    return Draft(TimeType.DURATION, period(count, unit_of(match)), None, "an uncounted duration")


def _duration_half(match: Match, _scene: Scene) -> Draft | None:
    """'A minute and a half' is PT1M30S, "a year and a half" P1Y6M."""
    halves = {"C": "P150Y", "E": "P15Y", "Y": "P1Y6M", "M": "P1M15D", "H": "PT1H30M"}
    value = (
        "PT1M30S"
        if match.sense("clockunit") == "M"
        else halves.get(unit_of(match) or match.sense("clockunit"))
    )
    return (value and Draft(TimeType.DURATION, value, None, "one and a half")) or None


def _half_unit(match: Match, _scene: Scene) -> Draft | None:
    """'Half an hour' is PT30M, "half a year" P6M."""
    values = {"Y": "P6M", "D": "PT12H", "H": "PT30M", "E": "P5Y", "C": "P50Y"}
    value = values.get(unit_of(match) or match.sense("clockunit"))
    return (value and Draft(TimeType.DURATION, value, None, "half of a unit")) or None


def _quarter_century(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DURATION, "P25Y", None, "a quarter of a century")


def _half_joined(match: Match, scene: Scene) -> Draft | None:
    """'2-1/2 years'; other fractions are rare."""
    fraction = match.get("fraction")
    return _half_more(match, scene) if fraction and fraction.word == "1/2" else None


def _half_more(match: Match, _scene: Scene) -> Draft | None:
    """'Two and a half hours' is PT2H30M, "three and a half years" P3Y6M."""
    halves = {"Y": "P{}Y6M", "H": "PT{}H30M", "M": "P{}M15D"}
    unit = unit_of(match) or ("H" if match.sense("clockunits") == "H" else "")
    if unit not in halves:
        return None
    value = halves[unit].format(count_of(match))
    return Draft(TimeType.DURATION, value, None, "a number and a half")


def _duration_first(match: Match, _scene: Scene) -> Draft | None:
    """'Two to three weeks': the lower number."""
    return Draft(
        TimeType.DURATION,
        period(count_of(match), unit_of(match)),
        None,
        "a duration, its lower bound",
    )


def _every(match: Match, _scene: Scene) -> Draft | None:
    if match.get("weekday"):
        value = f"XXXX-WXX-{match.sense('weekday')}"
    elif match.get("month"):
        value = f"XXXX-{int(match.sense('month')):02d}"
    elif match.get("clockunit"):
        value = f"PT1{match.sense('clockunit')}"
    else:
        value = period("1", unit_of(match))
    return Draft(TimeType.SET, value, None, "repeated")


def _setword(match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.SET, match.sense("setword"), None, "repeated")


def _weekdays(match: Match, _scene: Scene) -> Draft | None:
    part = match.sense("parts") or match.sense("part")
    value = f"XXXX-WXX-{match.sense('weekdays') or match.sense('weekday')}" + (
        f"T{part}" if part else ""
    )
    return Draft(TimeType.SET, value, None, "repeated")


def _reference(match: Match, _scene: Scene) -> Draft | None:
    keys = ("presentword", "pastword", "adjective")
    value = next(match.sense(key) for key in keys if match.get(key))
    return Draft(TimeType.DATE, value, None, "a vague reference")


def _reference_now(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "PRESENT_REF", None, "a vague reference")


def _the_past(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "PAST_REF", None, "a vague reference")


def _as_soon_as(match: Match, _scene: Scene) -> Draft | None:
    """'As soon as possible' is a reference; "as soon as" alone belongs to what follows."""
    if not match.get("'possible'"):
        return None
    return Draft(TimeType.DATE, "FUTURE_REF", None, "a vague reference")


def _the_future(_match: Match, _scene: Scene) -> Draft | None:
    return Draft(TimeType.DATE, "FUTURE_REF", None, "a vague reference")


LENGTHS: Readers = {
    "as_soon_as": _as_soon_as,
    "duration": _duration,
    "duration_bare": _duration_bare,
    "duration_clock": _duration_clock,
    "duration_first": _duration_first,
    "duration_half": _duration_half,
    "every": _every,
    "half_joined": _half_joined,
    "half_more": _half_more,
    "half_unit": _half_unit,
    "quarter_century": _quarter_century,
    "reference": _reference,
    "reference_now": _reference_now,
    "setword": _setword,
    "span_relative": _span_relative,
    "span_vague": _span_vague,
    "the_future": _the_future,
    "the_past": _the_past,
    "these_days": _reference_now,
    "weekdays": _weekdays,
}
