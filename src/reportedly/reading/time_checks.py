"""What looks like a time and is none: "May" the verb, "in 3,000" no year, ages, names of papers."""

from collections.abc import Sequence

from reportedly.model.syntax import Sentence
from reportedly.reading.lexer import Lexeme
from reportedly.reading.time_grammar import Match

AMBIGUOUS_MONTHS = ("may", "march", "august")
BEFORE_MONTH = frozenset(
    "in of since until till by from to through late early last next this and during for between mid - around before after".split()
)
NAMES = ("month", "monthshort", "weekday")
BEFORE_SEASON = frozenset("in during since until by late early mid -".split())
BEFORE_YEAR_NOT = frozenset("$ £ € about some than least nearly over most # no".split())
RATED = frozenset("% barrels dollars francs marks percent pounds shares times tons yen".split())
AFTER_YEAR_NOT = frozenset(
    "% percent people troops soldiers dollars euros miles km kilometers kilometres".split()
)


def is_no_time(match: Match, lexemes: Sequence[Lexeme], _sentence: Sentence | None) -> bool:
    """Whether the words around a match show that it is no time."""
    before = lexemes[match.first - 1].word if match.first else ""
    after = lexemes[match.after].word if match.after < len(lexemes) else ""
    if any(part.key in NAMES and not part.lexeme.capital for part in match.parts):
        return True
    if match.rule.name == "season" and len(match.parts) == 1 and before not in BEFORE_SEASON:
        return match.sense("season") in ("FA", "SP")
    if (
        match.rule.name == "month"
        and _ambiguous(match)
        and before not in BEFORE_MONTH
        and len(match.parts) == 1
    ):
        return True
    if match.rule.name == "year":
        return before in BEFORE_YEAR_NOT or after in AFTER_YEAR_NOT or before == "-"
    if match.rule.reader.startswith("duration"):
        return _age(lexemes, match.after) or _is_rate(match, lexemes) or _is_fraction(match, lexemes)
    return False


def _is_rate(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """ "$2 million a year", "five times a week": how often, not how long."""
    if match.parts[0].lexeme.word != "a" or not match.first or len(match.parts) > 2:  # noqa: PLR2004 - "a year"
        return False
    before = lexemes[match.first - 1]
    return before.number is not None or before.word in RATED


def _is_fraction(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """ "Three-quarters", "a quarter of": parts, no time; "1988 quarter" is no count."""
    unit = match.get("unit")
    counted = match.get("num")
    if unit is not None and counted is not None and "year" in counted.keys:
        return True
    if match.sense("unit") != "Q" and match.sense("units") != "Q":
        return False
    after = lexemes[match.after].word if match.after < len(lexemes) else ""
    return after == "of" or match.parts[0].lexeme.word == "a" or any(part.key == "'-'" for part in match.parts)


def _ambiguous(match: Match) -> bool:
    month = match.get("month")
    return month is not None and month.word in AMBIGUOUS_MONTHS


def _age(lexemes: Sequence[Lexeme], place: int) -> bool:
    """ "eight years old", "8-month-old", "years of age"."""
    rest = [lexeme.word for lexeme in lexemes[place : place + 2]]
    return "old" in rest[:1] or rest == ["-", "old"] or rest == ["of", "age"]
