"""Days in a row: "Jan. 10, 12 and 13", "10 and 12 January". Each is a time; the month stands once."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.lexer import Lexeme
from reportedly.reading.time_grammar import Match, Part

JOINTS = ("and", "or", "&")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.reading").joinpath("time_checks.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


def listed(match: Match, lexemes: Sequence[Lexeme]) -> tuple[Match, ...]:
    """The match with the other days that share its month, in text order; itself alone where there are none."""
    if match.rule.reader == "quarter_ended":
        return (_without_end(match),)
    if match.rule.reader != "month_day":
        return (match,)
    before = tuple(_days_before(match, lexemes))
    after = tuple(_days_after(match, lexemes))
    if after and match.get("year") is None:
        year = _year_after(lexemes, after[-1].after)
        if year is not None:
            parts = (Part("year", year),)
            last = replace(after[-1], after=lexemes.index(year) + 1)
            found = (*before, match, *after[:-1], last)
            return tuple(_with_parts(each, parts) for each in found)
    return (*before, match, *after)


def _without_end(match: Match) -> Match:
    """'The quarter' of "the quarter ended Sept. 30", which is a time of its own."""
    article, unit = match.parts[:2]
    return replace(
        match, after=match.first + 2, marked=article.lexeme.span.joined(unit.lexeme.span)
    )


def _with_parts(match: Match, parts: tuple[Part, ...]) -> Match:
    return replace(match, parts=(*match.parts, *parts), marked=match.span)


def _days_before(match: Match, lexemes: Sequence[Lexeme]) -> Iterator[Match]:
    """'10 and' before "12 January"; a day that follows a month of its own belongs to that."""
    if "day" not in match.parts[0].key:
        return
    first = match.first - 2
    if first < 0 or lexemes[first + 1].word not in JOINTS or not _is_day(lexemes[first]):
        return
    own = lexemes[max(0, first - 2) : first]
    if not any(each.keys & {"month", "monthshort"} for each in own):
        yield _with_day(match, lexemes[first], first)


def _days_after(match: Match, lexemes: Sequence[Lexeme]) -> list[Match]:
    """', 12 and 13' after "Jan. 10"; a number that counts something is no day."""
    found: list[Match] = []
    place = match.after
    while place + 1 < len(lexemes) and _is_day(lexemes[place + 1]):
        joint = lexemes[place].word
        if joint not in (",", *JOINTS):
            break
        found.append(_with_day(match, lexemes[place + 1], place + 1))
        place += 2
        if joint != ",":
            return found if _may_end(lexemes, place) else []
    return []


def _with_day(match: Match, day: Lexeme, place: int) -> Match:
    parts = tuple(Part("day", day) if part.key == "day" else part for part in match.parts)
    return Match(match.rule, parts, place, place + 1, day.span)


def _is_day(lexeme: Lexeme) -> bool:
    return "day" in lexeme.keys


def _may_end(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Whether a day may end here: no noun, unit or scale follows that the number would count."""
    if place >= len(lexemes):
        return True
    after = lexemes[place]
    return ("word" not in after.keys and after.number is None and after.word not in ("%", "-")) or (
        after.word in _words()["after_day"]
    )


def _year_after(lexemes: Sequence[Lexeme], place: int) -> Lexeme | None:
    if place < len(lexemes) and lexemes[place].word == ",":
        place += 1
    if place < len(lexemes) and "year" in lexemes[place].keys:
        return lexemes[place]
    return None
