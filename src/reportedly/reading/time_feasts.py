"""Readers of feasts and named days: "Thanksgiving", "Labor Day", "New Year's Eve"."""

from datetime import date, timedelta

from reportedly.reading.calendar import earliest_weekday, easter_of
from reportedly.reading.time_grammar import Match
from reportedly.reading.time_points import looks, nearest
from reportedly.reading.time_scene import Draft, Readers, Scene, dated
from reportedly.reading.time_units import step_of

FLOATING = {  # month, first day from which the weekday counts, weekday (Monday 0)
    "columbus": (10, 8, 0),
    "election": (11, 2, 1),
    "father": (6, 15, 6),
    "labor": (9, 1, 0),
    "labour": (9, 1, 0),
    "martin": (1, 15, 0),
    "memorial": (5, 25, 0),
    "mother": (5, 8, 6),
    "president": (2, 15, 0),
    "presidents": (2, 15, 0),
    "thanksgiving": (11, 22, 3),
}
FIXED = {
    "boxing": (12, 26),
    "independence": (7, 4),
    "valentine": (2, 14),
    "veterans": (11, 11),
}
FROM_EASTER = {"easter": 0, "good": -2, "palm": -7}


def _holiday(match: Match, scene: Scene) -> Draft | None:
    """Fixed and reckoned feasts: the nearest to the report, on the side where the verb looks."""
    return _feast(match.sense("holiday"), match, scene)


def _new_year_day(match: Match, scene: Scene) -> Draft | None:
    return _feast("01-01", match, scene)


def _feast(name: str, match: Match, scene: Scene) -> Draft | None:
    if scene.anchor is None:
        return None
    eve = timedelta(1 if match.get("'eve'") else 0)
    days = [_holiday_in(scene.anchor.year + step, name) - eve for step in (-1, 0, 1)]
    direction = step_of(match) or scene.direction
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
    if name in FLOATING:
        month, first, weekday = FLOATING[name]
        return earliest_weekday(date(year, month, first), weekday)
    if name in FROM_EASTER:
        return easter_of(year) + timedelta(FROM_EASTER[name])
    if name in FIXED:
        return date(year, *FIXED[name])
    month_text, _, day = name.partition("-")
    return date(year, int(month_text), int(day))


FEASTS: Readers = {
    "holiday": _holiday,
    "holiday_named": _holiday_named,
    "new_year_day": _new_year_day,
}
