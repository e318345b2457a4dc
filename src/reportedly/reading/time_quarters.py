"""Readers of quarters: "the third quarter", "the year-earlier quarter", "the latest period"."""

from datetime import date

from reportedly.language.tense import FUTURE
from reportedly.reading.calendar import moved_months, quarter_of
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import POINTS
from reportedly.reading.time_scene import Draft, Readers, Scene, dated

QUARTERS = 4
PARTS = ("-Q", "-H")
PARTS_OF_YEAR = ("P6M", "P9M")  # "for the nine months ... a year earlier" compares years


def year_before(value: str) -> Draft | None:
    """The same quarter or half of the year before, None where there is none."""
    if not value[:4].isdigit() or not value[4:].startswith(PARTS):
        return None
    return dated(f"{int(value[:4]) - 1}{value[4:]}", f"a year before {value}")


def compared_quarter(scene: Scene) -> str:
    """The quarter that "a year earlier" is compared with, "" where months of the year were spoken of since."""
    for value in reversed(scene.mentioned):
        if value[4:].startswith(PARTS):
            return value
        if value in PARTS_OF_YEAR:
            return ""
    return ""


def quarter_spoken_of(scene: Scene) -> Draft | None:
    """The quarter mentioned before, else the last one that was over when the report came out."""
    value = scene.last_of("-Q")
    if value:
        return dated(value, "the quarter mentioned before")
    if scene.anchor is None:
        return dated("XXXX-QX", "the report's date is not known")
    return dated(last_quarter(scene.anchor), f"the last quarter before {scene.anchor}")


def last_quarter(day: date) -> str:
    """The quarter before the one that holds `day`.

    >>> last_quarter(date(1989, 10, 27))
    '1989-Q3'
    """
    year, month = moved_months(day.year, day.month, -3)
    return f"{year}-Q{(month + 2) // 3}"


def _quarter(match: Match, scene: Scene) -> Draft | None:
    final = match.get("'last'") or match.get("'final'")
    quarter = int(match.sense("ordinal") or match.sense("quarterletter") or (4 if final else 0))
    if not 1 <= quarter <= QUARTERS:
        return None
    if match.get("year"):
        return dated(f"{match.sense('year')}-Q{quarter}", "quarter of a year")
    if scene.anchor is None:
        return dated(f"XXXX-Q{quarter}", "no year: the report's date is not known")
    keys = ("last", "previous", "this", "next")
    step = next((int(match.sense(key)) for key in keys if match.get(key)), None)
    year = scene.anchor.year + (step or 0)
    ahead = quarter_of(year, quarter).first > scene.anchor
    if step is None and scene.direction != FUTURE and ahead:
        year -= 1
    return dated(f"{year}-Q{quarter}", f"the latest such quarter, counted from {scene.anchor}")


def _quarter_before(match: Match, scene: Scene) -> Draft | None:
    """'The year-earlier quarter': of the quarter spoken of, or of the one named."""
    if match.get("this"):
        return quarter_spoken_of(scene)
    if match.get("ordinal"):
        named = _quarter(match, scene)
        return named and year_before(named.value)
    return year_before(compared_quarter(scene)) or _period_before(match, scene)


def _period_before(match: Match, scene: Scene) -> Draft | None:
    """A year before the last quarter that was over; a "period" of which no quarter was told is a year."""
    spoken = quarter_spoken_of(scene)
    if not match.get("'period'") or spoken is None or scene.anchor is None:
        return spoken and year_before(spoken.value)
    return dated(f"{scene.anchor.year - 1}", f"the year before that of {scene.anchor}")


def _quarter_ended(match: Match, scene: Scene) -> Draft | None:
    """'The quarter ended Aug. 26': the one spoken of, which may be a fiscal one, else that of its middle month."""
    spoken = scene.last_of("-Q")
    if spoken:
        return dated(spoken, "the quarter mentioned before")
    end = POINTS["month_day"](match, scene)
    if end is None or end.days is None:
        return dated("XXXX-QX", "the report's date is not known")
    year, month = moved_months(end.days.last.year, end.days.last.month, -1)
    return dated(f"{year}-Q{(month + 2) // 3}", f"the three months up to {end.days.last}")


def _quarter_latest(_match: Match, scene: Scene) -> Draft | None:
    return quarter_spoken_of(scene)


def _quarter_of_year(match: Match, scene: Scene) -> Draft | None:
    """'The 1989 quarter': the quarter spoken of, in that year."""
    spoken = quarter_spoken_of(scene)
    return spoken and dated(
        f"{match.sense('year')}{spoken.value[4:]}", "the quarter spoken of, in that year"
    )


QUARTER_READERS: Readers = {
    "quarter": _quarter,
    "quarter_before": _quarter_before,
    "quarter_ended": _quarter_ended,
    "quarter_latest": _quarter_latest,
    "quarter_of_year": _quarter_of_year,
}
