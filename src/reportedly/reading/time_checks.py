"""What looks like a time and is none: "May" the verb, "in 3,000" no year, ages, names of papers."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.lexer import Lexeme
from reportedly.reading.time_grammar import Match

RATED = 2  # words before "a year" that make it a rate
NEAR = 4  # words before "annually" among which the amount stands
NAMES = ("month", "monthshort", "weekday")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.reading").joinpath("time_checks.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


def is_no_time(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """Whether the words around a match show that it is no time."""
    before = lexemes[match.first - 1].word if match.first else ""
    after = lexemes[match.after].word if match.after < len(lexemes) else ""
    if match.rule.reader == "duration_clock_bare":
        return before not in _words()["before_hours"] and after not in _words()["after_hours"]
    if match.rule.reader.startswith("duration"):
        return (
            _age(lexemes, match.after)
            or _is_rate(match, lexemes)
            or _is_fraction(match, lexemes, before)
        )
    if match.rule.reader == "setword" and _is_part_of_rate(match, lexemes):
        return True
    return _is_word(match, before) or _is_count(match, before, after)


def _is_word(match: Match, before: str) -> bool:
    """A month or weekday in small letters, "May" the verb, "fall" and "spring" the verbs."""
    if any(part.key in NAMES and not part.lexeme.capital for part in match.parts):
        return True
    if len(match.parts) > 1:
        return False
    if match.rule.name in ("clock bare", "clock named"):
        return before not in _words()["before_clock"]
    if match.rule.name == "season":
        return match.sense("season") in ("FA", "SP") and before not in _words()["before_season"]
    return (
        match.rule.name == "month" and _ambiguous(match) and before not in _words()["before_month"]
    )


def _is_count(match: Match, before: str, after: str) -> bool:
    """'2000 people' is no year; "the future of the alliance" is its fate."""
    if match.rule.reader in ("the_future", "the_past"):
        return after == "of"
    if match.rule.reader == "day_of_month":
        return after.isalpha() and after not in _words()["after_day"]
    if match.rule.reader == "part_of_day":
        return before not in _words()["before_the_part"] or after == "of"
    if match.rule.name == "account year":
        return before not in _words()["before_the_year"]
    if match.rule.name != "year":
        return False
    return before in {*_words()["before_year_not"], "-"} or after in _words()["after_year_not"]


def _ambiguous(match: Match) -> bool:
    month = match.get("month")
    return month is not None and month.word in _words()["ambiguous_months"]


def _age(lexemes: Sequence[Lexeme], place: int) -> bool:
    """'eight years old', "8-month-old", "years of age"."""
    rest = [lexeme.word for lexeme in lexemes[place : place + 2]]
    return "old" in rest[:1] or rest in (["-", "old"], ["of", "age"])


def _is_rate(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """'$2 million a year', "five times a week": how often, not how long."""
    if match.parts[0].lexeme.word not in ("a", "an") or not match.first or len(match.parts) > 2:  # noqa: PLR2004 - "a year"
        return False
    before = lexemes[max(0, match.first - RATED) : match.first]
    return before[-1].word in _words()["rated"] or _counts(before)


def _counts(lexemes: Sequence[Lexeme]) -> bool:
    """A number, or a number and the word that it counts, at the end of these: "two", "four flights"."""
    number_last = lexemes[-1].number is not None
    return number_last or (
        len(lexemes) > 1 and lexemes[-2].number is not None and "word" in lexemes[-1].keys
    )


def _is_part_of_rate(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """'Up 8 % annually', "an average daily volume", "the party's daily Herald"."""
    word = match.parts[0].lexeme.word
    before = lexemes[max(0, match.first - NEAR) : match.first]
    if word in _words()["yearly_rate"]:
        return any(each.number is not None for each in before)
    following = lexemes[match.after : match.after + 1]
    named = any(each.capital for each in following)
    return word == "daily" and (
        named or any(each.word in _words()["before_daily_not"] for each in before[-1:])
    )


def _is_fraction(match: Match, lexemes: Sequence[Lexeme], before: str) -> bool:
    """'Three-quarters', "a quarter of": parts, no time; "1988 quarter" is no count."""
    unit = match.get("unit")
    counted = match.get("num")
    if unit is not None and counted is not None and "year" in counted.keys:
        return True
    if match.sense("unit") != "Q" and match.sense("units") != "Q":
        return False
    after = lexemes[match.after].word if match.after < len(lexemes) else ""
    joined = before == "-" or match.get("'-'") is not None
    return joined or after == "of" or match.parts[0].lexeme.word == "a"
