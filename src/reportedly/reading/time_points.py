"""Readers of time expressions that name days, months, years: "Thursday", "Jan. 10", "early January", "the 1990s"."""

from dataclasses import replace
from datetime import date, timedelta

from reportedly.language.tense import FUTURE, OPEN, PAST
from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import (
    MONTHS,
    days_of,
    earliest_weekday,
    latest_weekday,
    moved_months,
    week_of,
)
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_scene import Draft, Reader, Readers, Scene, dated, narrowed

TWO_THOUSAND = 2000
CENTURY_TURN = 50  # "5/6/49" is 2049, "5/6/51" is 1951
PAST_MONTHS = (
    10  # a bare month with a past verb lies at most so far back, with one month of slack ahead
)
HALF_YEAR = 6


def _mod(match: Match) -> str:
    return match.sense("early") or match.sense("edge")


def _fit_mod(draft: Draft | None, match: Match) -> Draft | None:
    """The draft with its days cut to "early", "mid", "late", "the end of"."""
    part = _mod(match)
    if draft is None or not part or draft.days is None:
        return draft
    return Draft(
        draft.type,
        draft.value,
        narrowed(draft.days, part),
        f"{draft.because}; {part.lower()} of it",
    )


def _iso(match: Match, _scene: Scene) -> Draft | None:
    return dated(match.sense("isodate"), "full date")


def _slash(match: Match, _scene: Scene) -> Draft | None:
    """American order first; a day that cannot be a month settles it, else the other reading is the alternative."""
    first, second, year = (int(piece) for piece in match.sense("slashdate").split("/"))
    year += 0 if year > 99 else 2000 if year < CENTURY_TURN else 1900  # noqa: PLR2004 - two digits
    american, british = f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}"
    chosen = dated(american, "month/day/year")
    other = dated(british, "day/month/year")
    if chosen is None or other is None:
        return chosen or other
    return Draft(TimeType.DATE, chosen.value, chosen.days, chosen.because, other.days)


def _month_number(match: Match) -> int:
    return int(match.sense("month") or match.sense("monthshort"))


def _month_day(match: Match, scene: Scene) -> Draft | None:
    month, day = _month_number(match), int(match.sense("day"))
    if match.get("year"):
        return dated(f"{match.sense('year')}-{month:02d}-{day:02d}", "full date")
    tail = f"{month:02d}-{day:02d}"
    if scene.anchor is None:
        return dated(f"XXXX-{tail}", "no year: the report's date is not known")
    candidates = [
        days.first for step in (-1, 0, 1) if (days := days_of(f"{scene.anchor.year + step}-{tail}"))
    ]
    chosen = nearest(candidates, scene.anchor, scene.direction)
    return (
        None
        if chosen is None
        else dated(chosen.isoformat(), f"nearest {tail} to {scene.anchor}{looks(scene)}")
    )


def _month_range(match: Match, scene: Scene) -> Draft | None:
    """'June 1-3': the first day is resolved, the last follows in its month."""
    first, last = (int(part.lexeme.sense("day")) for part in match.parts if part.key == "day")
    start = _month_day(match, scene)
    if start is None or last <= first:
        return None
    value = f"{start.value}/{start.value[:-2]}{last:02d}"
    return dated(value, start.because)


def _day_of_month(match: Match, scene: Scene) -> Draft | None:
    """'The 10th': the nearest, on the side where the verb looks."""
    day = int(match.sense("dayth"))
    if scene.anchor is None:
        return dated(f"XXXX-XX-{day:02d}", "no month: the report's date is not known")
    months = [moved_months(scene.anchor.year, scene.anchor.month, step) for step in (-1, 0, 1)]
    candidates = [
        days.first for year, month in months if (days := days_of(f"{year}-{month:02d}-{day:02d}"))
    ]
    chosen = nearest(candidates, scene.anchor, scene.direction)
    return (
        None
        if chosen is None
        else dated(chosen.isoformat(), f"nearest to {scene.anchor}{looks(scene)}")
    )


def nearest(candidates: list[date], anchor: date, direction: int) -> date | None:
    """The nearest day on the side where the verb looks; a day on the wrong side only if much nearer."""
    if not candidates:
        return None

    def distance(day: date) -> float:
        away = (day - anchor).days
        against = (direction == PAST and away > 0) or (direction == FUTURE and away < 0)
        return abs(away) * (4.0 if against else 1.0) + (0.5 if away > 0 else 0.0)

    return min(candidates, key=distance)


def looks(scene: Scene) -> str:
    """Where the verb looks, in words for `because`."""
    return {PAST: ", verb in the past", OPEN: "", FUTURE: ", verb looks ahead"}[scene.direction]


def _month_year(match: Match, scene: Scene) -> Draft | None:
    year = match.sense("year") or match.sense("shortyear")
    if not year:
        return _month(match, scene)
    value = f"{year}-{_month_number(match):02d}"
    return _fit_mod(dated(value, "month and year"), match)


def _month_relative_year(match: Match, scene: Scene) -> Draft | None:
    month = _month_number(match)
    if scene.anchor is None:
        return dated(f"XXXX-{month:02d}", "no year: the report's date is not known")
    value = f"{scene.anchor.year + _step(match)}-{month:02d}"
    return _fit_mod(dated(value, f"month of a year counted from {scene.anchor}"), match)


def _step(match: Match) -> int:
    """-1 for last, 0 for this, 1 for next."""
    return next(
        (int(match.sense(key)) for key in ("last", "previous", "next", "this") if match.get(key)), 0
    )


def _month(match: Match, scene: Scene) -> Draft | None:
    month = _month_number(match)
    if scene.anchor is None:
        return dated(f"XXXX-{month:02d}", "no year: the report's date is not known")
    steps = [(month - scene.anchor.month) % MONTHS - MONTHS, (month - scene.anchor.month) % MONTHS]
    chosen = min(steps, key=lambda step: _month_distance(step, scene.direction))
    year, _ = moved_months(scene.anchor.year, scene.anchor.month, chosen)
    because = f"nearest such month to {scene.anchor}{looks(scene)}"
    return _fit_mod(dated(f"{year}-{month:02d}", because), match)


def _month_distance(step: int, direction: int) -> float:
    against = (direction == PAST and step > 0) or (direction == FUTURE and step < 0)
    return abs(step) * (4.0 if against else 1.0) + (0.5 if step > 0 else 0.0)


def _month_relative(match: Match, scene: Scene) -> Draft | None:
    """'Next January' is the first to begin after the report, "last January" the last to end before it."""
    month = _month_number(match)
    if scene.anchor is None:
        return dated(f"XXXX-{month:02d}", "no year: the report's date is not known")
    ahead = (month - scene.anchor.month) % MONTHS
    step = _step(match)
    if step > 0:
        chosen = ahead or MONTHS
    elif step < 0:
        chosen = ahead - MONTHS
    else:
        chosen = _this_month_step(month - scene.anchor.month, scene.direction)
    year, _ = moved_months(scene.anchor.year, scene.anchor.month, chosen)
    return _fit_mod(dated(f"{year}-{month:02d}", f"counted from {scene.anchor}"), match)


def _this_month_step(step: int, direction: int) -> int:
    """'This January' lies in the report's year, or at its turn: in December it is the one ahead."""
    if step < -HALF_YEAR and direction != PAST:
        return step + MONTHS
    return step


def _year(match: Match, _scene: Scene) -> Draft | None:
    value = match.sense("year") or match.sense("shortyear") or match.sense("num")
    return _fit_mod(dated(value, "a year"), match) if len(value) == 4 else None  # noqa: PLR2004 - a year


def _decade(match: Match, scene: Scene) -> Draft | None:
    written = match.sense("decade") or match.sense("decadeword")
    digits = "".join(letter for letter in written if letter.isdigit())
    if len(digits) == 4:  # noqa: PLR2004 - "1990"
        value = digits[:3]
    else:
        now = scene.anchor.year if scene.anchor else TWO_THOUSAND
        century = now // 100 - (int(digits) > now % 100)
        value = f"{century}{digits[0]}"
    return _fit_mod(dated(value, "a decade"), match)


def _season(match: Match, scene: Scene) -> Draft | None:
    letters = match.sense("season")
    named = match.sense("year") or match.sense("shortyear")
    if named:
        return dated(f"{named}-{letters}", "season of a year")
    if scene.anchor is None:
        return dated(f"XXXX-{letters}", "no year: the report's date is not known")
    year = scene.anchor.year
    options = [days for each in (-1, 0, 1) if (days := days_of(f"{year + each}-{letters}"))]
    chosen = _chosen_season(options, scene.anchor, match, scene.direction)
    return dated(f"{chosen.first.year}-{letters}", f"nearest such season to {scene.anchor}")


def _chosen_season(options: list[Interval], anchor: date, match: Match, direction: int) -> Interval:
    """The last that is over, the next to begin, or the one that holds the day or lies nearest."""
    step = _step(match)
    if step < 0:
        return max(options, key=lambda days: (days.last < anchor, days.first))
    if step > 0:
        return min(options, key=lambda days: (days.first <= anchor, days.first))
    if direction == FUTURE and not match.get("this"):
        return min(options, key=lambda days: (days.last < anchor, days.first))
    return min(options, key=lambda days: _gap(days, anchor))


def _gap(days: Interval, anchor: date) -> int:
    """Days between a stretch and the anchor, 0 within; the one ahead wins a near tie."""
    if days.first <= anchor <= days.last:
        return 0
    return (days.first - anchor).days if days.first > anchor else (anchor - days.last).days + 60


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
    step = _step(match)
    if step < 0:
        past = latest_weekday(scene.anchor - timedelta(1), weekday - 1)
        return dated(past.isoformat(), f"the last such day before {scene.anchor}")
    if step > 0:
        ahead = earliest_weekday(scene.anchor + timedelta(1), weekday - 1)
        return dated(ahead.isoformat(), f"the next such day after {scene.anchor}")
    chosen, other = (ahead, past) if scene.direction == FUTURE else (past, ahead)
    rule = "first such day from" if scene.direction == FUTURE else "latest such day up to"
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


def _weekday_of_week(match: Match, scene: Scene) -> Draft | None:
    weekday = int(match.sense("weekday"))
    if scene.anchor is None:
        return dated(f"XXXX-WXX-{weekday}", "a weekday: the report's date is not known")
    monday = week_of(scene.anchor).first + timedelta(7 * _step(match))
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


POINTS: Readers = {
    "day_beyond": _day_beyond,
    "day_of_month": _day_of_month,
    "day_word": _with_part(_day_word),
    "decade": _decade,
    "iso": _iso,
    "month": _month,
    "month_day": _month_day,
    "month_range": _month_range,
    "month_relative": _month_relative,
    "month_relative_year": _month_relative_year,
    "month_year": _month_year,
    "season": _season,
    "slash": _slash,
    "weekday": _with_part(_weekday),
    "weekday_of_week": _weekday_of_week,
    "weekday_previous": _weekday_previous,
    "year": _year,
}
