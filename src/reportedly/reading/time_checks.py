"""What looks like a time and is none: "May" the verb, "in 3,000" no year, ages, names of papers."""

from collections.abc import Sequence

from reportedly.model.syntax import Sentence
from reportedly.reading.lexer import Lexeme
from reportedly.reading.time_grammar import Match

AMBIGUOUS_MONTHS = ("may", "march", "august")
BEFORE_MONTH = frozenset(
    "in of since until till by from to through late early last next this and during for between mid - around before after".split()
)
BEFORE_YEAR_NOT = frozenset("$ £ € about some than least nearly over most # no".split())
AFTER_YEAR_NOT = frozenset("% percent people troops soldiers dollars euros miles km kilometers kilometres".split())


def is_no_time(match: Match, lexemes: Sequence[Lexeme], _sentence: Sentence | None) -> bool:
    """Whether the words around a match show that it is no time."""
    before = lexemes[match.first - 1].word if match.first else ""
    after = lexemes[match.after].word if match.after < len(lexemes) else ""
    if match.rule.reader in ("month", "weekday") and not _capital(match):
        return True
    if match.rule.name == "month" and _ambiguous(match) and before not in BEFORE_MONTH and len(match.parts) == 1:
        return True
    if match.rule.name == "year":
        return before in BEFORE_YEAR_NOT or after in AFTER_YEAR_NOT or before == "-"
    return match.rule.reader.startswith("duration") and _age(lexemes, match.after)


def _capital(match: Match) -> bool:
    return any(part.lexeme.capital for part in match.parts if part.key in ("month", "weekday", "monthshort"))


def _ambiguous(match: Match) -> bool:
    month = match.get("month")
    return month is not None and month.word in AMBIGUOUS_MONTHS


def _age(lexemes: Sequence[Lexeme], place: int) -> bool:
    """ "eight years old", "8-month-old", "years of age"."""
    rest = [lexeme.word for lexeme in lexemes[place : place + 2]]
    return "old" in rest[:1] or rest == ["-", "old"] or rest == ["of", "age"]
