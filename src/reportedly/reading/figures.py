"""Figures: numbers with their bounds, units and what they count. "More than 100,000 troops" is not "100,000 troops"."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from reportedly.model.reading import Figure, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.figure_nouns import counted_noun
from reportedly.reading.lexer import Lexeme, lex, load_lexicon

WORDS = "figure_words.csv"
NAME_LABELS = frozenset(("PERSON", "ORG", "GPE", "FAC", "LAW", "PRODUCT", "WORK_OF_ART", "EVENT"))


@dataclass(frozen=True, slots=True)
class Bound:
    """Words before a number and what they make of it: factors of its low and high side, None where open."""

    words: tuple[str, ...]
    low: float | None
    high: float | None
    vague: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or vague count in the lexemes: `first` to `after`."""

    first: int
    after: int
    low: float | None
    high: float | None
    unit: str
    vague: bool


@lru_cache(maxsize=1)
def load_bounds() -> tuple[Bound, ...]:
    """The bound words, longest first."""
    text = files("reportedly.reading").joinpath("figure_bounds.csv").read_text("utf-8")
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
    bounds = [
        Bound(tuple(words.split()), _factor(low), _factor(high), vague == "yes")
        for words, low, high, vague in rows
    ]
    return tuple(sorted(bounds, key=lambda bound: -len(bound.words)))


def _factor(written: str) -> float | None:
    return None if written == "-" else float(written)


def find_figures(reading: Reading) -> Reading:
    """The reading with its figures; dates, times, years, ages and numbers in names are none."""
    taken = tuple(time.span for time in reading.times)
    found: list[Figure] = []
    for span, sentence in _stretches(reading):
        lexemes = lex(reading.text, span, load_lexicon(WORDS))
        for amount in _amounts(lexemes):
            figure = _figure(reading.text, amount, lexemes, sentence)
            if figure is not None and not any(figure.span.overlaps(time) for time in taken):
                found.append(figure)
    return replace(reading, figures=tuple(found))


def _stretches(reading: Reading) -> Iterator[tuple[Span, Sentence | None]]:
    if reading.sentences:
        yield from ((sentence.span, sentence) for sentence in reading.sentences)
        return
    yield from ((span, None) for span in reading.report.spans_of(Role.HEADLINE, Role.PARAGRAPH))


def _amounts(lexemes: Sequence[Lexeme]) -> Iterator[Amount]:
    place = 0
    while place < len(lexemes):
        amount = _range_at(lexemes, place) or _amount_at(lexemes, place)
        if amount is None:
            place += 1
            continue
        yield _bounded(amount, lexemes)
        place = amount.after


def _amount_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """A number with its currency, scale and unit, or a vague count."""
    lexeme = lexemes[place]
    if "currency" in lexeme.keys and _number_at(lexemes, place + 1):
        inner = _plain_at(lexemes, place + 1)
        return inner and replace(inner, first=place, unit=lexeme.sense("currency"))
    if _number_at(lexemes, place):
        return _plain_at(lexemes, place)
    return _vague_at(lexemes, place)


def _number_at(lexemes: Sequence[Lexeme], place: int) -> bool:
    return place < len(lexemes) and lexemes[place].number is not None


def _plain_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    number = lexemes[place].number or 0.0
    after = place + 1
    dash = 1 if _word(lexemes, after) == "-" else 0
    if _word(lexemes, after) == "dozen":
        number, after = number * 12, after + 1
    scale = lexemes[after + dash].sense("scale") if after + dash < len(lexemes) else ""
    if scale:
        number *= float(scale)
        after += dash + 1
    unit = lexemes[after].sense("unit") if after < len(lexemes) else ""
    if unit:
        after += 1
        if _word(lexemes, after) == "points":
            after += 1
    if _is_no_figure(lexemes, place, after):
        return None
    return Amount(place, after, number, number, unit, False)


def _word(lexemes: Sequence[Lexeme], place: int) -> str:
    return lexemes[place].word if 0 <= place < len(lexemes) else ""


def _is_no_figure(lexemes: Sequence[Lexeme], place: int, after: int) -> bool:
    """Ages, scores, numbered things and parts of codes."""
    before, behind = _word(lexemes, place - 1), _word(lexemes, after)
    if lexemes[place].word == "one" and (
        behind == "of" or before in ("no", "every", "any", "this", "that", "the")
    ):
        return True
    if before in (
        "#",
        "+",
        "/",
        ".",
        "no",
        "article",
        "page",
        "chapter",
        "resolution",
        "flight",
        "channel",
    ):
        return True
    if behind == "-" and _word(lexemes, after + 1) in ("year", "month", "day", "week", "hour"):
        return True
    if _touches(lexemes, place - 1) and (before == "-" or before.isalpha()):
        return True
    apposed = before == "," and behind == ","
    return apposed and "digits" in lexemes[place].keys and (lexemes[place].number or 0) < 120  # noqa: PLR2004 - an age


def _touches(lexemes: Sequence[Lexeme], place: int) -> bool:
    return place >= 0 and lexemes[place].span.end == lexemes[place + 1].span.start


def _vague_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Dozens', "tens of thousands", "several", "a couple of", "a dozen"."""
    lexeme = lexemes[place]
    if lexeme.sense("dozen"):
        return Amount(place, place + 1, 12.0, 12.0, "", False)
    kind = "vague" if lexeme.sense("vague") else "some"
    if not lexeme.sense(kind):
        return None
    low, high = (float(side) for side in lexeme.sense(kind).split("-"))
    after = place + 1
    if (
        _word(lexemes, after) == "of"
        and after + 1 < len(lexemes)
        and lexemes[after + 1].sense("vague")
    ):
        factor = float(lexemes[after + 1].sense("vague").split("-")[0]) / 2
        low, high, after = low * factor, (high + 1) * factor - 1, after + 2
    return Amount(place, after, low, high, "", True)


def _range_at(lexemes: Sequence[Lexeme], place: int) -> Amount | None:
    """'Between 10 and 15', "10 to 15", "10-15"."""
    between = _word(lexemes, place) in ("between", "from")
    first = _amount_at(lexemes, place + between) if place + between < len(lexemes) else None
    if first is None or first.vague:
        return None
    joint = _word(lexemes, first.after)
    joints = ("and", "to") if between else ("to", "-", "–")
    if joint not in joints or not first.after + 1 < len(lexemes):
        return None
    second = _amount_at(lexemes, first.after + 1)
    if second is None or second.vague or (second.high or 0) <= (first.low or 0):
        return None
    return Amount(place, second.after, first.low, second.high, second.unit or first.unit, False)


def _bounded(amount: Amount, lexemes: Sequence[Lexeme]) -> Amount:
    """The amount widened by the words before it, "a" of "a few" taken in."""
    if _word(lexemes, amount.first - 1) == "a" and not lexemes[amount.first].number:
        amount = replace(amount, first=amount.first - 1)
    for bound in load_bounds():
        first = amount.first - len(bound.words)
        if first < 0 or tuple(each.word for each in lexemes[first : amount.first]) != bound.words:
            continue
        low = amount.low
        return replace(
            amount,
            first=first,
            low=None if bound.low is None or low is None else low * bound.low,
            high=None if bound.high is None or amount.high is None else amount.high * bound.high,
            vague=amount.vague or bound.vague,
        )
    return amount


def _figure(
    text: str, amount: Amount, lexemes: Sequence[Lexeme], sentence: Sentence | None
) -> Figure | None:
    """The figure with its counted noun, None where nothing is counted or the number stands in a name."""
    span = lexemes[amount.first].span.joined(lexemes[amount.after - 1].span)
    if not amount.unit and sentence is not None and _in_name(sentence, span):
        return None
    noun = counted_noun(text, [each.span for each in lexemes[amount.after :]], sentence)
    if not noun and not amount.unit:
        return None
    because = f"words {span.of(text)!r}" + (", a vague count" if amount.vague else "")
    return Figure(span, amount.low, amount.high, amount.unit, noun, amount.vague, because)


def _in_name(sentence: Sentence, span: Span) -> bool:
    return all(token.entity in NAME_LABELS for token in sentence.tokens_in(span))
