"""What looks like a time and is none: "May" the verb, "in 3,000" no year, ages, names of papers."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.lexer import Lexeme
from reportedly.reading.time_grammar import Match

RATED = 2  # words before "a year" that make it a rate
FIRST_BARE_YEAR = 1500  # smaller numbers are years only after "in", "since"
NEAR = 4  # words before "annually" among which the amount stands
NAMES = ("month", "monthshort", "weekday")


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.reading").joinpath("time_checks.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


@dataclass(frozen=True, slots=True)
class Place:
    """A match and the words on both sides of it, "" at the borders."""

    match: Match
    lexemes: Sequence[Lexeme]

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.lexemes[self.match.first - 1].word if self.match.first else ""

    @property
    def after(self) -> str:
        """The word after the match."""
        end = self.match.after
        return self.lexemes[end].word if end < len(self.lexemes) else ""

    def is_alone(self, *before: str) -> bool:
        """Whether none of these lists holds the word before."""
        return all(self.before not in _words()[name] for name in before)


def is_no_time(match: Match, lexemes: Sequence[Lexeme]) -> bool:
    """Whether the words around a match show that it is no time."""
    place = Place(match, lexemes)
    if any(part.key in NAMES and not part.lexeme.capital for part in match.parts):
        return True
    reader = "duration" if _is_length(match) else match.rule.reader
    checks = (BY_READER.get(reader), BY_RULE.get(match.rule.name))
    return any(check(place) for check in checks if check is not None)


def _is_length(match: Match) -> bool:
    reader = match.rule.reader
    return reader.startswith("duration") and reader != "duration_clock_bare"


def _is_no_length(place: Place) -> bool:
    """Ages, rates, parts of a whole, "a second round"."""
    match, lexemes = place.match, place.lexemes
    return (
        _age(lexemes, match.after)
        or _is_rate(match, lexemes)
        or _is_fraction(match, lexemes, place.before)
        or _is_next(place)
    )


def _is_next(place: Place) -> bool:
    """'A second round': the next one, not a sixtieth of a minute."""
    if place.match.parts[-1].lexeme.word != "second" or place.match.get("num"):
        return False
    timed = not place.is_alone("before_second") and not place.after.isalpha()
    return not timed and place.after not in _words()["after_hours"]


def _is_no_stretch(place: Place) -> bool:
    """'The days before the vote', "her later years": only "for weeks", "after years of war", "in the weeks ahead"."""
    before = place.before
    if before == "the":
        return place.after not in _words()["after_the_units"]
    ranked = place.before not in _words()["before_units"]
    return ranked or place.after in _words()["after_units_not"]


def _is_no_hours(place: Place) -> bool:
    return place.is_alone("before_hours") and place.after not in _words()["after_hours"]


def _is_no_year(place: Place) -> bool:
    """'2000 people', "1,000 points": counts, not years."""
    if int(place.match.sense("year")) < FIRST_BARE_YEAR and place.is_alone("before_old_year"):
        return True
    counted = place.before in {*_words()["before_year_not"], "-"}
    return (counted and not _is_stretch(place)) or place.after in _words()["after_year_not"]


def _is_stretch(place: Place) -> bool:
    """'1999-2000', "post-1959": the hyphen joins no count."""
    joined = place.lexemes[max(0, place.match.first - 2)]
    return place.before == "-" and ("year" in joined.keys or joined.word in ("post", "pre"))


def _is_no_season(place: Place) -> bool:
    """'Fall' and "spring" the verbs, "the fall of the wall"."""
    verbs = place.match.rule.name == "season" and len(place.match.parts) == 1
    if verbs and place.match.sense("season") in ("FA", "SP") and place.is_alone("before_season"):
        return True
    return place.after == "of"


def _is_no_month(place: Place) -> bool:
    """'May' the verb, "the March on the capital"."""
    if len(place.match.parts) > 1 or not _ambiguous(place.match):
        return False
    walked = place.before in ("a", "the") and place.after in ("for", "of", "on")
    return walked or place.is_alone("before_month")


def _is_no_day_of_month(place: Place) -> bool:
    """'The 25th meeting', "the 12th, a district in the east"."""
    counted = place.after.isalpha() and place.after not in _words()["after_day"]
    return counted or place.is_alone("before_the_day")


def _is_no_clock(place: Place) -> bool:
    return len(place.match.parts) == 1 and place.is_alone("before_clock")


def _is_account_of_none(place: Place) -> bool:
    """'The year' alone, "in the year after the war", "player of the year"."""
    joined = place.after == "-" or place.after in _words()["after_the_year_not"]
    if joined or place.is_alone("before_the_year"):
        return True
    of = place.lexemes[max(0, place.match.first - 2) : place.match.first]
    return place.before == "of" and of[0].word not in _words()["parts_of_year"]


def _is_name(place: Place) -> bool:
    """'USA Today' is a paper."""
    return place.match.parts[0].lexeme.capital and not place.is_alone("before_today_not")


def _is_no_part(place: Place) -> bool:
    """'The morning of their lives', "the night" alone."""
    return place.is_alone("before_the_part") or place.after == "of"


def _is_fate(place: Place) -> bool:
    """'The future of the alliance', "the past nine games"."""
    following = place.lexemes[place.match.after : place.match.after + 1]
    counts = any(each.number is not None or "vague" in each.keys for each in following)
    return place.after == "of" or counts


def _is_vague_day(place: Place) -> bool:
    """'This day', "the last day of the talks"."""
    return place.match.sense("unit") == "D" and not place.match.get("next")


def _is_part_of_word(place: Place) -> bool:
    """'The quarter-century-old mill'."""
    return place.after == "-"


def _is_part_of_rate(place: Place) -> bool:
    """'Up 8 % annually', "an average daily volume", "the party's daily Herald"."""
    match, lexemes = place.match, place.lexemes
    word = match.parts[0].lexeme.word
    before = lexemes[max(0, match.first - NEAR) : match.first]
    if word in _words()["yearly_rate"]:
        return any(each.number is not None for each in before)
    named = any(each.capital for each in lexemes[match.after : match.after + 1])
    return word == "daily" and (named or not place.is_alone("before_daily_not"))


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
    article = any(part.lexeme.word == "a" for part in match.parts)
    several = match.get("units") is not None and before not in _words()["before_units"]
    return joined or after == "of" or article or several


Check = Callable[[Place], bool]
BY_READER: Mapping[str, Check] = {
    "day_of_month": _is_no_day_of_month,
    "day_word": _is_name,
    "duration": _is_no_length,
    "duration_clock_bare": _is_no_hours,
    "half_unit": _is_no_length,
    "part_of_day": _is_no_part,
    "quarter_century": _is_no_length,
    "same": _is_part_of_word,
    "season": _is_no_season,
    "setword": _is_part_of_rate,
    "the_future": _is_fate,
    "the_past": _is_fate,
    "unit_relative": _is_vague_day,
}
BY_RULE: Mapping[str, Check] = {
    "account year": _is_account_of_none,
    "clock bare": _is_no_clock,
    "clock named": _is_no_clock,
    "duration bare": _is_no_stretch,
    "month": _is_no_month,
    "year": _is_no_year,
}
