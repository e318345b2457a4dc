"""Figures of two reports compared: only of the same counted noun and unit, and never averaged."""

import math
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from reportedly.model.reading import Assertion, Figure, Reading
from reportedly.model.span import Citation, Span

_RULES = tomllib.loads(
    resources.files("reportedly.linking").joinpath("quantities.toml").read_text(encoding="utf-8")
)
_NOUNS = {str(word): str(group[0]) for group in _RULES["same"] for word in group}
_GROWING = frozenset(str(word) for word in _RULES["growing"])

_ROUND = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 15.0)
_OF_ALL = re.compile(r"\s+of\s+(?:her|his|its|our|the|their|these|those)\s+")
ROUNDING = 1.15  # how far apart the middles of two loose figures are that cannot be one count


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a report with the noun it counts, one word for all words that count the same."""

    figure: Figure
    noun: str
    place: Citation
    words: str

    @property
    def is_bare(self) -> bool:
        """Whether it has a unit and counts nothing that is named: "$900 million"."""
        return self.noun == self.figure.unit

    @property
    def asked(self) -> str:
        """What the figure answers: "how many troops", "how much in USD"."""
        return f"how much in {self.noun}" if self.is_bare else f"how many {self.noun}"


def quantities_of(reading: Reading, assertion: Assertion) -> tuple[Quantity, ...]:
    """The figures of an assertion that count or measure something, in order."""
    figures = (reading.figures[index] for index in assertion.figures)
    found = (quantity_of(reading, figure) for figure in figures)
    return tuple(
        each for each in found if each.noun and not (each.is_bare and _has_rival(reading, each))
    )


def _has_rival(reading: Reading, quantity: Quantity) -> bool:
    """Whether its sentence has another figure of the unit, so that the unit does not say what is measured."""
    sentence = reading.sentence_at(quantity.place.span.start)
    same = [
        each
        for each in reading.figures
        if sentence and sentence.span.contains(each.span) and each.unit == quantity.figure.unit
    ]
    return len(same) > 1


def has_figure(reading: Reading, quantity: Quantity) -> bool:
    """Whether a report has this very figure of this unit, whatever it is of."""
    figure = quantity.figure
    return any(
        (each.low, each.high, each.unit) == (figure.low, figure.high, figure.unit)
        for each in reading.figures
    )


def quantity_of(reading: Reading, figure: Figure) -> Quantity:
    """The figure with its noun; a sum or share that is of nothing named has its unit alone, a bare number "".

    Money and shares are of the same thing only where their nouns agree too. "Nine of the 12 jurors" are not how many
    jurors there were.
    """
    noun = "" if _is_part(reading, figure) else f"{figure.unit} {counted_noun(figure.of)}".strip()
    end = _end_with_noun(reading.text, figure)
    place = Citation(reading.report.id, Span(figure.span.start, end))
    return Quantity(figure, noun, place, place.span.of(reading.text))


def _is_part(reading: Reading, figure: Figure) -> bool:
    """Whether another figure follows of which it is a part: "[nine] of the 12 jurors"."""
    behind = _OF_ALL.match(reading.text, figure.span.end)
    if behind is None:
        return False
    first = behind.end()
    counted = any(each.span.start == first for each in reading.figures)
    return counted or reading.text[first : first + 1].isdigit()


def counted_noun(words: str) -> str:
    """The noun that is counted, in one form: "Russian soldiers" gives "troops"; a name is not counted ("Alvin St.")."""
    parts = words.split()
    if not parts or parts[-1][0].isupper():
        return ""
    noun = parts[-1].casefold().strip(".,;:’'\"")
    return _NOUNS.get(noun, noun)


def _end_with_noun(text: str, figure: Figure) -> int:
    """Where the figure ends with its noun, if the noun follows at once or after "of"."""
    for between in (" ", " of "):
        if figure.of and text.startswith(between + figure.of, figure.span.end):
            return figure.span.end + len(between + figure.of)
    return figure.span.end


def clash(first: Quantity, second: Quantity) -> bool:
    """Whether the figures count the same and cannot both be right, however loosely they are meant."""
    if first.noun != second.noun or first.figure.unit != second.figure.unit:
        return False
    return _below(first.figure, second.figure) or _below(second.figure, first.figure)


def grows(low: Quantity, high: Quantity) -> bool:
    """Whether the noun is one whose count only grows (the dead, the displaced) and `high` is more than `low`."""
    return low.noun in _GROWING and _below(low.figure, high.figure)


def beyond_round(low: Quantity, high: Quantity) -> bool:
    """Whether all of `high` lies beyond the next round number of an open `low`: 4,500 is not "more than 3,000"."""
    floor, least = low.figure.low, high.figure.low
    if low.noun != high.noun or low.figure.unit != high.figure.unit:
        return False
    opened = low.figure.high is None and floor is not None and floor > 0
    return opened and floor is not None and least is not None and least > next_round(floor)


def next_round(number: float) -> float:
    """The next number by which people count: 3,000 gives 4,000, 100,000 gives 150,000.

    >>> next_round(3000), next_round(100_000), next_round(12)
    (4000.0, 150000.0, 15.0)
    """
    power = 10.0 ** math.floor(math.log10(number))
    return next(power * each for each in _ROUND if power * each > number)


def is_soft(first: Quantity, second: Quantity) -> bool:
    """Whether one of the figures is vague, so that their disagreement is soft."""
    return first.figure.vague or second.figure.vague


def _below(lower: Figure, upper: Figure) -> bool:
    """Whether all that `lower` may mean is less than all that `upper` may mean.

    "About 2,500" and "about 3,000" might just meet, yet nobody rounds so far: two loose figures are held apart
    where their middles are.
    """
    if lower.high is None or upper.low is None:
        return False
    if lower.vague and upper.vague and lower.low is not None and upper.high is not None:
        return (lower.low + lower.high) * ROUNDING < upper.low + upper.high
    return lower.high < upper.low
