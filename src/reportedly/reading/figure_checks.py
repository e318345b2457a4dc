"""What looks like a figure and is none: ages, addresses, scores, numbered things, parts of codes and names."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.lexer import Lexeme

OLDEST = 120  # a number between commas up to here is an age


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.reading").joinpath("figure_checks.toml").read_text("utf-8")
    return {name: frozenset(map(str, row)) for name, row in tomllib.loads(text).items()}


def is_no_figure(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """Whether the words around a number show that it counts nothing."""
    return (
        _is_pronoun(lexemes, place, after)
        or _is_numbered(lexemes, place, after)
        or _is_code(lexemes, place, after)
        or _is_age(lexemes, place, after)
    )


def casualties(lexemes: Sequence[Lexeme], first: int, after: int) -> str:
    """What a bare number counts in tolls: "45 wounded", "three more were killed", "killing 12"; "" in other places."""
    words = _words()
    place = after
    while _word(lexemes, place) in words["before_casualties"]:
        place += 1
    if _word(lexemes, place) in words["casualties"]:
        return lexemes[place].word
    before = _word(lexemes, first - 1)
    return (
        words_for(before)
        if before in words["casualty_verbs"] and not _is_open(lexemes, after)
        else ""
    )


def words_for(verb: str) -> str:
    """The participle of a verb of harm: "kills" gives "killed"."""
    stem = verb.removesuffix("s").removesuffix("ing").removesuffix("ed").removesuffix("e")
    return {"injur": "injured"}.get(stem, f"{stem}ed")


def _is_open(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Whether a word follows that the number may count."""
    return "word" in _keys(lexemes, place) and _word(lexemes, place) not in _words()["after_toll"]


def _word(lexemes: Sequence[Lexeme], place: int) -> str:
    return lexemes[place].word if 0 <= place < len(lexemes) else ""


def _is_pronoun(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """'One of the guards', "no one", "at one point", "one another"."""
    if lexemes[place].word != "one":
        return False
    behind = _word(lexemes, after)
    return behind in _words()["after_one"] or _word(lexemes, place - 1) in _words()["before_one"]


def _is_numbered(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """'Article 5', "the 600 block of", "Category 4", "1 of 3", "911"."""
    digits = "digits" in lexemes[place].keys
    counted = digits and _word(lexemes, after) == "of" and "digits" in _keys(lexemes, after + 1)
    ends = _word(lexemes, place - 1) == "of" and "digits" in _keys(lexemes, place - 2) and digits
    return (
        _word(lexemes, place - 1) in _words()["before_number"]
        or _word(lexemes, after) in _words()["after_number"]
        or lexemes[place].word in _words()["calls"]
        or _word(lexemes, after) in _words()["fractions"]
        or counted
        or ends
    )


def _keys(lexemes: Sequence[Lexeme], place: int) -> frozenset[str]:
    return lexemes[place].keys if 0 <= place < len(lexemes) else frozenset()


def _is_code(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """'F-16', "MH17", "5-4 decision", "two-thirds", "12-gauge"."""
    before = _word(lexemes, place - 1)
    if _touches(lexemes, place - 1) and (before == "-" or before.isalpha()):
        return not _is_range(lexemes, place)
    if _word(lexemes, after) != "-":
        return False
    beyond = _keys(lexemes, after + 1)
    score = "digits" in beyond and (_number(lexemes, after + 1) <= _number(lexemes, place))
    return score or _word(lexemes, after + 1) in _words()["after_dash"]


def _is_range(lexemes: Sequence[Lexeme], place: int) -> bool:
    """'10-15': the second number of a stretch is read with the first."""
    return (
        _word(lexemes, place - 1) == "-"
        and "digits" in _keys(lexemes, place - 2)
        and _number(lexemes, place - 2) < _number(lexemes, place)
        and not _touches(lexemes, place - 3)
    )


def _number(lexemes: Sequence[Lexeme], place: int) -> float:
    return (lexemes[place].number or 0.0) if 0 <= place < len(lexemes) else 0.0


def _touches(lexemes: Sequence[Lexeme], place: int) -> bool:
    return place >= 0 and lexemes[place].span.end == lexemes[place + 1].span.start


def _is_age(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """', 45,', "aged 45", "5 and 6 years old"."""
    before, behind = _word(lexemes, place - 1), _word(lexemes, after)
    if before in _words()["before_age"] or behind in _words()["units_of_time"]:
        return True
    if "digits" not in lexemes[place].keys or _number(lexemes, place) >= OLDEST:
        return False
    return before == "," and behind in (",", "and", ".", ")")
