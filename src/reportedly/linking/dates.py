"""Publication dates of undated reports, inferred from the other reports of the story.

Two things are told apart: the days that clues prove (`bounds`: a version of a dated text, a weekday of an event that
another report dates, what is still to come), and within them the days on which reports with such signs appear, as
learned on stories whose days are known. The first are never left for the second.
"""

from dataclasses import replace
from datetime import date, timedelta

from reportedly.linking.date_bounds import Board, Days, board_of, narrow
from reportedly.linking.date_odds import (
    WIDEST,
    Likely,
    likely_days,
    odds_of,
    shares_of,
    surest_days,
)
from reportedly.linking.date_reasons import LAST_DAY, TYING, once_each, told, usual
from reportedly.linking.date_signs import Sign, signs_of
from reportedly.model.interval import Interval
from reportedly.model.report import Known, Published
from reportedly.model.span import Reason
from reportedly.model.story import InferredDate, Story

REACH = 60  # days around the dated reports of a story within which its undated ones are looked for
ROUNDS = 4
TELLING = 2  # signs named for the reader


def infer_dates(story: Story) -> Story:
    """The story with a publication date for each undated report that the others date; none where nothing narrows it."""
    dated = {
        reading.report.id: spread(reading.report.published.days)
        for reading in story.readings
        if reading.report.published is not None
    }
    undated = [each.report.id for each in story.readings if each.report.published is None]
    if not dated or not undated:
        return story
    board = board_of(story, dated)
    bounds: dict[str, Bounds] = {}
    for _ in range(ROUNDS):
        fresh = {report: narrow(around(dated), report, board) for report in undated}
        if fresh == bounds:
            break
        bounds = fresh
        tied = {report: days for report, (days, _, ties) in fresh.items() if ties}
        board = replace(board, days=dated | tied)
    found = (_infer(report, board, dated, bounds[report]) for report in undated)
    return replace(story, inferred=tuple(each for each in found if each))


Bounds = tuple[frozenset[date], list[Reason], bool]


def spread(days: Interval) -> frozenset[date]:
    """The days of an interval, of a long one the first."""
    steps = range(min(days.days, 2 * REACH))
    return frozenset(days.first + timedelta(step) for step in steps)


def around(dated: Days) -> frozenset[date]:
    """All days that are near enough to a dated report."""
    known = {day for days in dated.values() for day in (min(days), max(days))}
    return frozenset(day + timedelta(step) for day in known for step in range(-REACH, REACH + 1))


def _infer(report: str, board: Board, dated: Days, bounds: Bounds) -> InferredDate | None:
    """The days that are likely among those that the clues leave, with both kinds of reasons."""
    left, reasons, tied = bounds
    days = sorted(left)
    signs = signs_of(report, board, dated)
    shares = shares_of(days, signs)
    ties = {each.feature for each in reasons} & set(TYING)
    likely = surest_days(days, shares) if ties == {LAST_DAY} else likely_days(days, shares)
    if likely is None or likely.days.days > WIDEST:
        return None
    because = once_each((*reasons, *_telling(days, signs, likely), usual(likely.held)))
    published = Published(likely.days, Known.INFERRED, told(because))
    outer = Interval(days[0], days[-1])
    return InferredDate(report, published, because, outer if tied else None)


def _telling(days: list[date], signs: tuple[Sign, ...], likely: Likely) -> list[Reason]:
    """The signs that can be put into words and speak most for these days against the others."""
    inside = [day for day in days if likely.days.first <= day <= likely.days.last]
    gains: list[tuple[float, str]] = []
    for sign in signs:
        if sign.detail:
            best = max(odds_of(sign, day) for day in inside)
            mean = sum(odds_of(sign, day) for day in days) / len(days)
            gains.append((best - mean, sign.detail))
    ranked = sorted(gains, reverse=True)[:TELLING]
    return [
        Reason("sign", round(min(0.5, gain / 10), 2), detail) for gain, detail in ranked if gain > 0
    ]
