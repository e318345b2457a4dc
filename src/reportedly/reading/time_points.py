"""Readers of time expressions that name days, months, years: "Jan. 10", "early January", "the 1990s", "next summer"."""

from dataclasses import replace
from datetime import date

from reportedly.language.tense import EITHER, FUTURE, OPEN, PAST
from reportedly.model.interval import Interval
from reportedly.model.reading import TimeType
from reportedly.reading.calendar import MONTHS, days_of, moved_months
from reportedly.reading.time_grammar import Match, Part
from reportedly.reading.time_scene import Draft, Readers, Scene, dated, narrowed
from reportedly.reading.time_units import step_named

TWO_THOUSAND = 2000
CENTURY_TURN = 50  # "5/6/49" is 2049, "5/6/51" is 1951
HALF_YEAR = 6
SOON = 5  # years ahead in which a decade is spoken of: "the '90s" in 1989
AGAINST = 5.0  # how much farther a day lies where the verb does not look; 4 to 6 give the same
AHEAD = 1.5  # and ahead where the verb leaves it open: news tells of the past


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
    years = (scene.anchor.year + step for step in (-2, -1, 0, 1, 2))
    candidates = [days.first for year in years if (days := days_of(f"{year}-{tail}"))]
    named = [day for day in candidates if match.sense("weekday") == str(day.isoweekday())]
    chosen = nearest(named or candidates, scene.anchor, scene.direction)
    return (
        None
        if chosen is None
        else dated(chosen.isoformat(), f"nearest {tail} to {scene.anchor}{looks(scene)}")
    )


def _day_relative(match: Match, scene: Scene) -> Draft | None:
    """'Last July 1' lies before the report, "next May 5" after it."""
    step = step_named(match)
    return _month_day(match, replace(scene, direction=step or scene.direction))


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


def _day_of_a_month(match: Match, scene: Scene) -> Draft | None:
    """'The 23rd of last month'."""
    day = int(match.sense("dayth"))
    if scene.anchor is None:
        return dated(f"XXXX-XX-{day:02d}", "no month: the report's date is not known")
    year, month = moved_months(scene.anchor.year, scene.anchor.month, step_named(match))
    return dated(f"{year}-{month:02d}-{day:02d}", f"month counted from {scene.anchor}")


def nearest(candidates: list[date], anchor: date, direction: int) -> date | None:
    """The nearest day on the side where the verb looks; a day on the wrong side only if much nearer."""
    if not candidates:
        return None

    return min(candidates, key=lambda day: _weighed((day - anchor).days, direction))


def _weighed(away: int, direction: int) -> float:
    """A distance in days or months, longer against the verb; where that is open, longer ahead than back.

    "The April shooting", told in October, is the one of this year.
    """
    if away <= 0:
        return -away * (AGAINST if direction == FUTURE else 1.0)
    if direction == EITHER:
        return away - 0.5
    return away * {PAST: AGAINST, OPEN: AHEAD, FUTURE: 1.0}[direction] + 0.5


def looks(scene: Scene) -> str:
    """Where the verb looks, in words for `because`."""
    return {PAST: ", verb in the past", FUTURE: ", verb looks ahead"}.get(scene.direction, "")


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
    value = f"{scene.anchor.year + step_named(match)}-{month:02d}"
    return _fit_mod(dated(value, f"month of a year counted from {scene.anchor}"), match)


def _month(match: Match, scene: Scene) -> Draft | None:
    month = _month_number(match)
    if scene.anchor is None:
        return dated(f"XXXX-{month:02d}", "no year: the report's date is not known")
    steps = [(month - scene.anchor.month) % MONTHS - MONTHS, (month - scene.anchor.month) % MONTHS]
    chosen = min(steps, key=lambda step: _weighed(step, scene.direction))
    year, _ = moved_months(scene.anchor.year, scene.anchor.month, chosen)
    because = f"nearest such month to {scene.anchor}{looks(scene)}"
    return _fit_mod(dated(f"{year}-{month:02d}", because), match)


def _month_relative(match: Match, scene: Scene) -> Draft | None:
    """'Next January' is the first to begin after the report, "last January" the last to end before it."""
    month = _month_number(match)
    if scene.anchor is None:
        return dated(f"XXXX-{month:02d}", "no year: the report's date is not known")
    ahead = (month - scene.anchor.month) % MONTHS
    step = step_named(match)
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


def _month_of_that_year(match: Match, scene: Scene) -> Draft | None:
    """'June of that year': of the last year mentioned."""
    years = [value[:4] for value in reversed(scene.mentioned) if value[:4].isdigit()]
    if not years:
        return None
    value = f"{years[0]}-{_month_number(match):02d}"
    return _fit_mod(dated(value, "month of the year mentioned before"), match)


def _year(match: Match, _scene: Scene) -> Draft | None:
    value = match.sense("year") or match.sense("shortyear") or match.sense("num")
    return _fit_mod(dated(value, "a year"), match) if len(value) == 4 else None  # noqa: PLR2004 - a year


def _decade(match: Match, scene: Scene) -> Draft | None:
    written = next(
        match.sense(key) for key in ("decade", "decadeword", "shortdecade") if match.get(key)
    )
    digits = "".join(letter for letter in written if letter.isdigit())
    if len(digits) == 4:  # noqa: PLR2004 - "1990"
        value = digits[:3]
    else:
        now = scene.anchor.year if scene.anchor else TWO_THOUSAND
        century = now // 100 - (int(digits) > now % 100 + SOON)
        value = f"{century}{digits[0]}"
    return _fit_mod(dated(value, "a decade"), match)


def _decade_possessive(match: Match, scene: Scene) -> Draft | None:
    """'The 1960's', "the 80's": an older spelling of the decade."""
    lexeme = match.get("year") or match.get("digits")
    written = lexeme.word if lexeme else ""
    if not written.isdigit() or int(written) % 10 or len(written) not in (2, 4):
        return None
    part = Part("decade", replace(match.parts[0].lexeme, senses=(("decade", written),)))
    return _decade(replace(match, parts=(part, *match.parts)), scene)


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
    step = step_named(match)
    if step < 0:
        return max(options, key=lambda days: (days.last < anchor, days.first))
    if step > 0:
        return min(options, key=lambda days: (days.first <= anchor, days.first))
    if match.get("this") and match.sense("season") != "WI":
        return next(days for days in options if days.first.year == anchor.year)
    if direction == FUTURE:
        return min(options, key=lambda days: (days.last < anchor, days.first))
    return min(options, key=lambda days: _gap(days, anchor))


def _gap(days: Interval, anchor: date) -> int:
    """Days between a stretch and the anchor, 0 within; the one ahead wins a near tie."""
    if days.first <= anchor <= days.last:
        return 0
    return (days.first - anchor).days if days.first > anchor else (anchor - days.last).days + 60


POINTS: Readers = {
    "day_of_a_month": _day_of_a_month,
    "day_of_month": _day_of_month,
    "day_relative": _day_relative,
    "decade": _decade,
    "decade_possessive": _decade_possessive,
    "iso": _iso,
    "month": _month,
    "month_day": _month_day,
    "month_of_that_year": _month_of_that_year,
    "month_range": _month_range,
    "month_relative": _month_relative,
    "month_relative_year": _month_relative_year,
    "month_year": _month_year,
    "season": _season,
    "slash": _slash,
    "year": _year,
}
