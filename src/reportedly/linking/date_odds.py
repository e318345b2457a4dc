"""How likely each day is for an undated report: the sum of learned log-odds of its signs, and the days that hold most.

A conditional logistic model over the days: `python -m bench.train_dates` learns what each kind of sign says of the days
before and after its anchor.
"""

import math
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from reportedly.linking.date_signs import Sign
from reportedly.model.interval import Interval

EDGES = (
    -31,
    -15,
    -8,
    -4,
    -3,
    -2,
    -1,
    0,
    1,
    2,
    3,
    5,
    7,
    10,
    14,
    21,
    30,
    60,
)  # days after the anchor, last of each bucket
WEEKDAYS = 7  # buckets of a sign that is a weekday: days since it
HELD = 0.98  # what the days told shall hold, as long as these are a week or less
ENOUGH = 0.68  # what a week must hold to be told rather than more days: .92 within, tuned half
LEAST = 0.005  # what a day at either end must hold to be told
WIDE = (0.95, 0.9, 0.8)  # what those shall hold, the most of it that is no more than
WIDEST = 92  # days; a longer stretch is no help


@dataclass(frozen=True, slots=True)
class Likely:
    """Days that follow each other and how much of the weight they hold, 0 to 1."""

    days: Interval
    held: float


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[float, ...]]:
    rows = tomllib.loads(files(__package__).joinpath("date_odds.toml").read_text("utf-8"))
    return {str(kind): tuple(float(each) for each in row) for kind, row in rows.items()}


def bucket(sign: Sign, day: date) -> int:
    """The place in the sign's row that speaks of a day.

    >>> bucket(Sign("first weekday", weekday=4), date(2021, 12, 24))
    1
    """
    if sign.anchor is None:
        return (day.isoweekday() - sign.weekday) % WEEKDAYS
    return bisect_left(EDGES, (day - sign.anchor).days)


def odds_of(sign: Sign, day: date) -> float:
    """What a sign says for a day."""
    row = _table().get(sign.kind)
    return sign.share * row[bucket(sign, day)] if row else 0.0


def shares_of(days: Sequence[date], signs: Sequence[Sign]) -> tuple[float, ...]:
    """How likely each of these days is; together 1."""
    odds = [sum(odds_of(sign, day) for sign in signs) for day in days]
    most = max(odds)
    weights = [math.exp(each - most) for each in odds]
    total = sum(weights)
    return tuple(each / total for each in weights)


def likely_days(days: Sequence[date], shares: Sequence[float]) -> Likely | None:
    """The fewest days that hold nearly all; a week, if it holds enough, rather than more; None where too many do."""
    narrow = _shortest(days, shares, HELD)
    if narrow.days.days <= WEEKDAYS:
        return narrow
    week = _best_week(days, shares)
    if week.held >= ENOUGH:
        return _trimmed(week, dict(zip(days, shares, strict=True)))
    wide = [_shortest(days, shares, held) for held in WIDE]
    return next((each for each in wide if each.days.days <= WIDEST), None)


def surest_days(days: Sequence[date], shares: Sequence[float]) -> Likely:
    """The fewest days that hold nine tenths: for days of which clues prove only the last."""
    return _shortest(days, shares, WIDE[1])


def _shortest(days: Sequence[date], shares: Sequence[float], least: float) -> Likely:
    """The shortest stretch that holds at least so much."""
    found: list[Likely] = []
    past, held = 0, 0.0
    for start, day in enumerate(days):
        while past < len(days) and held < least:
            held += shares[past]
            past += 1
        if held < least:
            break
        found.append(Likely(Interval(day, days[past - 1]), held))
        held -= shares[start]
    whole = Likely(Interval(days[0], days[-1]), 1.0)
    return min(found, key=lambda each: (each.days.days, -each.held), default=whole)


def _best_week(days: Sequence[date], shares: Sequence[float]) -> Likely:
    """The week that holds most, the earliest of equal ones."""
    found: list[Likely] = []
    for start, day in enumerate(days):
        within = [
            place
            for place in range(start, min(start + WEEKDAYS, len(days)))
            if (days[place] - day).days < WEEKDAYS
        ]
        held = sum(shares[place] for place in within)
        found.append(Likely(Interval(day, days[within[-1]]), held))
    return max(found, key=lambda each: each.held)


def _trimmed(likely: Likely, shares: Mapping[date, float]) -> Likely:
    """Without days at either end that hold next to nothing."""
    kept = [
        day
        for day, share in shares.items()
        if likely.days.first <= day <= likely.days.last and share >= LEAST
    ]
    return Likely(Interval(kept[0], kept[-1]), likely.held)
