"""Readers of days named from the report's own: "Thursday", "last Friday night", "tomorrow", "the weekend"."""

from dataclasses import replace
from datetime import timedelta

from reportedly.language.tense import FUTURE, OPEN, PAST
from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import earliest_weekday, latest_weekday, week_of, week_value
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import looks
from reportedly.reading.time_scene import Draft, Reader, Readers, Scene, dated
from reportedly.reading.time_units import step_named


def _with_part(read: Reader) -> Reader:
    """The reader of a day that keeps the part of the day that stands beside it: "Friday night" is 2021-12-24TNI."""

    def reader(match: Match, scene: Scene) -> Draft | None:
        draft, part = read(match, scene), match.sense("part")
        if draft is None or not part:
            return draft
        return replace(draft, type=TimeType.TIME, value=f"{draft.value}T{part}")

    return reader


def _weekday(match: Match, scene: Scene) -> Draft | None:
    weekday = int(match.sense("weekday"))
    if scene.anchor is None:
        return dated(f"XXXX-WXX-{weekday}", "a weekday: the report's date is not known")
    past = latest_weekday(scene.anchor, weekday - 1)
    ahead = earliest_weekday(scene.anchor, weekday - 1)
    step = step_named(match)
    if step < 0:
        past = latest_weekday(scene.anchor - timedelta(1), weekday - 1)
        return dated(past.isoformat(), f"the last such day before {scene.anchor}")
    if step > 0:
        ahead = earliest_weekday(scene.anchor + timedelta(1), weekday - 1)
        return dated(ahead.isoformat(), f"the next such day after {scene.anchor}")
    looks_ahead = scene.direction == FUTURE or (
        match.get("this") is not None and scene.direction == OPEN
    )
    chosen, other = (ahead, past) if looks_ahead else (past, ahead)
    rule = "first such day from" if looks_ahead else "latest such day up to"
    draft = dated(chosen.isoformat(), f"{rule} {scene.anchor}{looks(scene)}")
    if draft is None or scene.direction == PAST or chosen == other:
        return draft
    return Draft(draft.type, draft.value, draft.days, draft.because, Interval.day(other))


def _weekday_previous(match: Match, scene: Scene) -> Draft | None:
    """'The previous Friday': before the last day mentioned, else before the report."""
    start = scene.last_day() or scene.anchor
    weekday = int(match.sense("weekday"))
    if start is None:
        return dated(f"XXXX-WXX-{weekday}", "a weekday: the report's date is not known")
    return dated(
        latest_weekday(start - timedelta(1), weekday - 1).isoformat(),
        f"the last such day before {start}",
    )


def _weekday_following(match: Match, scene: Scene) -> Draft | None:
    """'The following Monday': after the last day mentioned."""
    start, weekday = scene.last_day(), int(match.sense("weekday"))
    if start is None:
        return _weekday(match, scene)
    day = earliest_weekday(start + timedelta(1), weekday - 1)
    return dated(day.isoformat(), f"the first such day after {start}")


def _weekday_of_week(match: Match, scene: Scene) -> Draft | None:
    weekday = int(match.sense("weekday"))
    if scene.anchor is None:
        return dated(f"XXXX-WXX-{weekday}", "a weekday: the report's date is not known")
    monday = week_of(scene.anchor).first + timedelta(7 * step_named(match))
    return dated((monday + timedelta(weekday - 1)).isoformat(), f"week counted from {scene.anchor}")


def _day_beyond(match: Match, scene: Scene) -> Draft | None:
    """'The day after tomorrow'."""
    if scene.anchor is None:
        return dated("XXXX-XX-XX", "a day counted from the report's date, which is not known")
    step = int(match.sense("dayword")) + (1 if match.get("'after'") else -1)
    return dated((scene.anchor + timedelta(step)).isoformat(), f"counted from {scene.anchor}")


def _day_word(match: Match, scene: Scene) -> Draft | None:
    if scene.anchor is None:
        return dated("XXXX-XX-XX", "a day counted from the report's date, which is not known")
    day = scene.anchor + timedelta(int(match.sense("dayword")))
    return dated(day.isoformat(), f"counted from {scene.anchor}")


def _weekend(match: Match, scene: Scene) -> Draft | None:
    if scene.anchor is None:
        return dated("XXXX-WXX-WE", "the report's date is not known")
    saturday = week_of(scene.anchor).first + timedelta(5)
    if match.get("next"):
        saturday += timedelta(7) if scene.anchor >= saturday else timedelta(0)
    elif scene.anchor < saturday and not _is_to_come(match, scene):
        saturday -= timedelta(7)
    return dated(f"{week_value(saturday)}-WE", f"weekend nearest {scene.anchor}")


def _weekend_mentioned(_match: Match, scene: Scene) -> Draft | None:
    """'That weekend': of the week of the last day mentioned."""
    day = scene.last_day()
    return dated(f"{week_value(day)}-WE", f"weekend of {day}, mentioned before") if day else None


def _is_to_come(match: Match, scene: Scene) -> bool:
    """'This weekend' lies ahead unless the verb is past, "the weekend" only where the verb looks ahead."""
    if match.get("last"):
        return False
    return scene.direction == FUTURE or (bool(match.get("this")) and scene.direction == OPEN)


WEEKDAYS: Readers = {
    "day_beyond": _day_beyond,
    "day_word": _with_part(_day_word),
    "weekday": _with_part(_weekday),
    "weekday_following": _with_part(_weekday_following),
    "weekday_of_week": _weekday_of_week,
    "weekday_previous": _weekday_previous,
    "weekend": _weekend,
    "weekend_mentioned": _weekend_mentioned,
}
