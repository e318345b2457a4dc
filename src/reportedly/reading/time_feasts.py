"""Readers of feasts and named days: "Thanksgiving", "Labor Day", "New Year's Eve"."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.calendar import earliest_weekday, easter_of
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import looks, nearest
from reportedly.reading.time_scene import Draft, Readers, Scene, dated
from reportedly.reading.time_units import step_named


@lru_cache(maxsize=1)
def _feasts() -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    text = files("reportedly.reading").joinpath("time_feasts.toml").read_text("utf-8")
    return {
        kind: {name: tuple(map(int, numbers)) for name, numbers in rows.items()}
        for kind, rows in tomllib.loads(text).items()
    }


def _holiday(match: Match, scene: Scene) -> Draft | None:
    """Fixed and reckoned feasts: the nearest to the report, on the side where the verb looks."""
    return _feast(match.sense("holiday"), match, scene)


def _new_year_day(match: Match, scene: Scene) -> Draft | None:
    return _feast("01-01", match, scene)


def _feast(name: str, match: Match, scene: Scene) -> Draft | None:
    eve = timedelta(1 if match.get("'eve'") else 0)
    if match.get("year"):
        day = _holiday_in(int(match.sense("year")), name) - eve
        return dated(day.isoformat(), "feast of a year")
    if scene.anchor is None:
        return None
    days = [_holiday_in(scene.anchor.year + step, name) - eve for step in (-1, 0, 1)]
    direction = step_named(match) or scene.direction
    chosen = nearest(days, scene.anchor, direction)
    return (
        None
        if chosen is None
        else dated(chosen.isoformat(), f"nearest to {scene.anchor}{looks(scene)}")
    )


def _holiday_named(match: Match, scene: Scene) -> Draft | None:
    """'Labor Day', "Good Friday": feasts of more than one word, in capitals."""
    if not all(part.lexeme.capital for part in match.parts if "word" in part.lexeme.keys):
        return None
    return _feast(match.parts[0].lexeme.word, match, scene)


def _holiday_in(year: int, name: str) -> date:
    feasts = _feasts()
    if name in feasts["floating"]:
        month, first, weekday = feasts["floating"][name]
        return earliest_weekday(date(year, month, first), weekday)
    if name in feasts["from_easter"]:
        return easter_of(year) + timedelta(feasts["from_easter"][name][0])
    if name in feasts["fixed"]:
        month, fixed_day = feasts["fixed"][name]
        return date(year, month, fixed_day)
    month_text, _, day = name.partition("-")
    return date(year, int(month_text), int(day))


FEASTS: Readers = {
    "holiday": _holiday,
    "holiday_named": _holiday_named,
    "new_year_day": _new_year_day,
}
