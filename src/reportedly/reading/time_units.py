"""Counts and units of a match: "several weeks", "two decades", "the last three months"."""

from reportedly.reading.time_grammar import Match

LARGER = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "Q": ("M", 3)}


def unit_of(match: Match) -> str:
    """The unit as TIMEX3 writes it: D, W, M, Q, Y, or one of LARGER."""
    return match.sense("unit") or match.sense("units")


def count_of(match: Match) -> str:
    """How many, as TIMEX3 writes it: "7", "2.5", "X" for a vague number, "1" for "a"."""
    lexeme = match.get("num")
    if lexeme is not None and lexeme.number is not None:
        return f"{lexeme.number:g}" if lexeme.number < 10**6 else "X"
    return match.sense("vague") or "1"


def period(count: str, unit: str) -> str:
    """A duration in days, weeks, months or years; larger units are counted out ("two decades" is P20Y)."""
    if unit == "Y" and count.endswith(".5"):
        return f"P{count[:-2]}Y6M"
    if unit == "Q" or unit not in LARGER:
        return f"P{count}{unit}"
    base, factor = LARGER[unit]
    return f"P{count if count == 'X' else f'{float(count) * factor:g}'}{base}"


def steps_of(count: str, unit: str) -> tuple[int, str] | None:
    """The count as whole steps of D, W, M or Y; None for vague and broken numbers."""
    if count == "X" or "." in count or "e" in count:
        return None
    base, factor = LARGER.get(unit, (unit, 1))
    return int(count) * factor, base


def step_of(match: Match) -> int:
    """-1 for last, 0 for this, 1 for next; last where nothing says so."""
    keys = ("last", "previous", "next", "following", "this")
    return next((int(match.sense(key)) for key in keys if match.get(key)), -1)


def step_named(match: Match) -> int:
    """-1 for last, 0 for this, 1 for next; 0 where nothing says so."""
    keys = ("last", "previous", "next", "this")
    return next((int(match.sense(key)) for key in keys if match.get(key)), 0)
