"""Amounts in lexemes: numbers with scale, currency and unit, vague counts, ranges, shares, words that bound them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from reportedly.reading.figure_checks import is_no_figure
from reportedly.reading.lexer import Lexeme, load_lexicon

WORDS = "figure_words.csv"
TEN = 10.0
HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Bound:
    """Words before or after a number and what they make of it: factors of its low and high side, None where open."""

    words: tuple[str, ...]
    low: float | None
    high: float | None
    vague: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or vague count in the lexemes: `first` to `after`; `scale` is what its numeral was multiplied with."""

    first: int
    after: int
    low: float | None
    high: float | None
    unit: str
    vague: bool
    scale: float = 1.0


@lru_cache(maxsize=1)
def load_bounds() -> tuple[Bound, ...]:
    """The bound words, longest first."""
    text = files("reportedly.reading").joinpath("figure_bounds.csv").read_text("utf-8")
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
    bounds = [
        Bound(tuple(words.split()), _factor(low), _factor(high), vague == "yes", side == "after")
        for words, low, high, vague, side in rows
    ]
    return tuple(sorted(bounds, key=lambda bound: -len(bound.words)))


def _factor(written: str) -> float | None:
    return None if written == "-" else float(written)


def amounts(lexemes: Sequence[Lexeme]) -> Iterator[Amount]:
    """The amounts of a sentence in order."""
    place = 0
    while place < len(lexemes):
        amount = (
            _share_at(lexemes, place) or _range_at(lexemes, place) or _amount_at(lexemes, place)
        )
        if amount is None:
            place += 1
            continue
        amount = _bounded(amount, lexemes)
        yield amount
        place = amount.after


def word_at(lexemes: Sequence[Lexeme], place: int) -> str:
    """The word at a place, "" outside."""
    return lexemes[place].word if 0 <= place < len(lexemes) else ""


def _sense_at(lexemes: Sequence[Lexeme], place: int, kind: str) -> str:
    return lexemes[place].sense(kind) if 0 <= place < len(lexemes) else ""


def _number_at(lexemes: Sequence[Lexeme], place: int) -> float | None:
    return lexemes[place].number if 0 <= place < len(lexemes) else None


def _amount_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """A number with its currency, scale and unit, half of something, or a vague count."""
    currency = _sense_at(lexemes, place, "currency")
    if currency and _number_at(lexemes, place + 1) is not None:
        inner = _plain_at(lexemes, place + 1, currency)
        return inner and replace(inner, first=place)
    if _number_at(lexemes, place) is not None:
        return _plain_at(lexemes, place, "")
    return _half_at(lexemes, place) or _vague_at(lexemes, place)


def _plain_at(lexemes: Sequence[Lexeme], place: int, currency: str) -> Amount | None:
    number = _number_at(lexemes, place) or 0.0
    after, scale = _scaled(lexemes, place + 1, currency)
    after, unit = _unit_at(lexemes, after)
    if not currency and is_no_figure(lexemes, place, after):
        return None
    number *= scale
    return Amount(
        place, after, number, number, currency or unit, False, scale * _inner_scale(lexemes[place])
    )


def _inner_scale(numeral: Lexeme) -> float:
    """The scale that the numeral itself holds: a million in "10 million"."""
    senses = dict(load_lexicon(WORDS).get(numeral.word.split()[-1], ()))
    return float(senses.get("scale", "1"))


def _scaled(lexemes: Sequence[Lexeme], place: int, currency: str) -> tuple[int, float]:
    """Where the scale ends and what it is: "million", "-million", "bn", "dozen"; "m" only of money."""
    dash = 1 if word_at(lexemes, place) == "-" else 0
    scale = _sense_at(lexemes, place + dash, "scale") or _sense_at(lexemes, place, "dozen")
    scale = scale or _sense_at(lexemes, place, "shortscale")
    if not scale and currency:
        scale = _sense_at(lexemes, place, "moneyscale")
    return (place + dash + 1, float(scale)) if scale else (place, 1.0)


def _unit_at(lexemes: Sequence[Lexeme], place: int) -> tuple[int, str]:
    """Where the unit ends and what it is: "percent", "per cent", "-foot", "percentage points"."""
    if word_at(lexemes, place) == "per" and word_at(lexemes, place + 1) == "cent":
        return place + 2, "%"
    dash = 1 if word_at(lexemes, place) == "-" else 0
    unit = _sense_at(lexemes, place + dash, "unit")
    if not unit:
        return place, ""
    place += dash + 1
    if word_at(lexemes, place) in ("point", "points"):
        place += 1
    return place, unit


def _half_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Half a million', "half a percentage point"; half of anything else is no figure."""
    if word_at(lexemes, place) != "half" or word_at(lexemes, place + 1) not in ("a", "an"):
        return None
    if number := _sense_at(lexemes, place + 2, "scale") or _sense_at(lexemes, place + 2, "dozen"):
        half = float(number) / 2
        after, unit = _unit_at(lexemes, place + 3)
        return Amount(place, after, half, half, unit, False)
    after, unit = _unit_at(lexemes, place + 2)
    return Amount(place, after, 0.5, 0.5, unit, False) if unit else None


def _vague_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Dozens', "tens of thousands", "several", "a couple of", "several dozen", "a dozen", "millions of dollars"."""
    if dozen := _sense_at(lexemes, place, "dozen"):
        return Amount(place, place + 1, float(dozen), float(dozen), "", False)
    if word_at(lexemes, place) == "few" and word_at(lexemes, place - 1) != "a":
        return None
    written = _sense_at(lexemes, place, "vague") or _sense_at(lexemes, place, "some")
    if not written:
        return None
    low, high = (float(side) for side in written.split("-"))
    after = place + 1
    if scale := _sense_at(lexemes, after, "dozen") or _sense_at(lexemes, after, "scale"):
        return Amount(place, after + 1, low * float(scale), high * float(scale), "", low != high)
    if word_at(lexemes, after) != "of":
        return Amount(place, after, low, high, "", True)
    if larger := _sense_at(lexemes, after + 1, "vague"):
        factor = float(larger.split("-")[0]) / 2
        low, high, after = low * factor, (high + 1) * factor - 1, after + 2
    money, unit = _unit_at(lexemes, after + 1)
    return Amount(place, money if unit else after, low, high, unit, True)


def _range_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Between 10 and 15', "10 to 15", "two or three", "$8 to $10 million"."""
    between = word_at(lexemes, place) in ("between", "from")
    first = _amount_at(lexemes, place + between) if place + between < len(lexemes) else None
    if first is None or first.vague or first.low is None:
        return None
    joints = ("and", "to") if between else ("to", "-", "–", "or")
    if word_at(lexemes, first.after) not in joints or first.after + 1 >= len(lexemes):
        return None
    second = _amount_at(lexemes, first.after + 1)
    if second is None or second.vague or (second.low or 0.0) <= first.low:
        return None
    low = first.low
    if first.scale == 1.0 and second.scale > 1.0 and low < (second.low or 0.0) / second.scale:
        low *= second.scale
    unit = second.unit or first.unit
    return Amount(place, second.after, low, second.high, unit, False)


def _share_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Four in 10', "nine out of ten": a share, in percent."""
    part = _number_at(lexemes, place)
    after = place + 1
    if word_at(lexemes, after) == "in":
        after += 1
    elif (word_at(lexemes, after), word_at(lexemes, after + 1)) == ("out", "of"):
        after += 2
    else:
        return None
    whole = _number_at(lexemes, after)
    if (
        part is None
        or whole is None
        or not 0 < part < whole
        or whole not in (3, 4, 5, TEN, HUNDRED)
    ):
        return None
    share = HUNDRED * part / whole
    return Amount(place, after + 1, share, share, "%", False)


def _bounded(amount: Amount, lexemes: Sequence[Lexeme]) -> Amount:
    """The amount widened by the words around it, "a" of "a few" and "a thousand" taken in where a bound needs it."""
    start = amount.first
    if word_at(lexemes, start - 1) in ("a", "an"):
        start -= 1
    if lexemes[amount.first].word == "between":
        return amount
    for bound in _bounds_beside(lexemes, amount, start):
        for first in dict.fromkeys((amount.first, start)):
            if bound.after and _words(lexemes, amount.after, bound) == bound.words:
                return _widened(replace(amount, after=amount.after + len(bound.words)), bound)
            begin = first - len(bound.words)
            if not bound.after and begin >= 0 and _words(lexemes, begin, bound) == bound.words:
                return _widened(replace(amount, first=begin), bound)
    taken = start if lexemes[amount.first].number is None else amount.first
    return replace(amount, first=taken)


def _bounds_beside(lexemes: Sequence[Lexeme], amount: Amount, start: int) -> tuple[Bound, ...]:
    """The bounds whose nearest word stands beside the amount, longest first."""
    beside = {word_at(lexemes, place) for place in (amount.first - 1, start - 1, amount.after)}
    known = load_bounds()
    return tuple(bound for bound in known if bound.words[0 if bound.after else -1] in beside)


def _words(lexemes: Sequence[Lexeme], place: int, bound: Bound) -> tuple[str, ...]:
    return tuple(each.word for each in lexemes[place : place + len(bound.words)])


def _widened(amount: Amount, bound: Bound) -> Amount:
    low, high = amount.low, amount.high
    return replace(
        amount,
        low=None if bound.low is None or low is None else round(low * bound.low, 6),
        high=None if bound.high is None or high is None else round(high * bound.high, 6),
        vague=amount.vague or bound.vague,
    )
