"""Text as lexemes: words, numerals (digits and words merged to one), clock times and numeric dates, with their kinds.

Kinds come from a lexicon (CSV rows: word, kind, value), so that the rules of times and figures are data.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.model.span import Span

PIECES = re.compile(
    r"(?P<isodate>\b\d{4}-\d\d-\d\d\b)"
    r"|(?P<slashdate>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b)"
    r"|(?P<clock>\b\d{1,2}:\d\d(?::\d\d)?\b)"
    r"|(?P<quarterletter>\bQ[1-4]\b)"
    r"|(?P<decade>\b\d{3}0s\b|['’]\d0s\b)"
    r"|(?P<shortdecade>\b[2-9]0s\b)"
    r"|(?P<shortyear>(?<!\w)['’]\d\d(?![\w'’]))"
    r"|(?P<fraction>\b\d/\d\b)"
    r"|(?P<dayth>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d{1,9})?(?!\d)|\d{1,18}(?:\.\d{1,9})?(?![\d/]))"
    r"|(?P<ampm>\b[AaPp]\.[Mm]\.?|(?:\b|(?<=\d))[AaPp][Mm]\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<other>[^\s])"
)
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
FOUR_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")  # "0930", before a zone
LAST_DAY = 31
TEN = 10
HUNDRED = 100
YEAR_TURN = 2000
TURN = 50  # "'49" is 2049, "'50" is 1950


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or numeral: `keys` are its kinds and its own word in quotes ("'of'"); `senses` the value of each kind."""

    span: Span
    word: str
    capital: bool
    keys: frozenset[str]
    senses: tuple[tuple[str, str], ...] = ()
    number: float | None = None

    def sense(self, kind: str) -> str:
        """The value of this kind, "" where it has none."""
        return next((value for name, value in self.senses if name == kind), "")


Lexicon = Mapping[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=4)
def load_lexicon(name: str) -> Lexicon:
    """The word list of this name beside this module; a word may have several kinds."""
    text = files("reportedly.reading").joinpath(name).read_text("utf-8")
    lexicon: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in csv.reader(line for line in text.splitlines() if line and not line.startswith("#")):
        word, kind, value = row
        lexicon[word] = (*lexicon.get(word, ()), (kind, value))
    return lexicon


def lex(text: str, span: Span, lexicon: Lexicon) -> tuple[Lexeme, ...]:
    """The lexemes of this stretch of text, numerals in words merged ("twenty-four", "three hundred")."""
    pieces = [_lexeme(found, lexicon) for found in PIECES.finditer(text, span.start, span.end)]
    return tuple(_merged(pieces))


def _lexeme(found: re.Match[str], lexicon: Lexicon) -> Lexeme:
    kind = found.lastgroup or "other"
    whole = found.group()
    word = whole.lower()
    span = Span(found.start(), found.end())
    if kind == "digits":
        return _digits(span, word)
    if kind == "dayth":
        day = int(word[:-2])
        keys = {"ordinal", kind} | ({"day"} if 1 <= day <= LAST_DAY else set())
        numbered = (("ordinal", str(day)), ("day", str(day)), (kind, str(day)))
        return Lexeme(span, word, False, frozenset(keys), numbered, None)
    if kind in ("word", "other", "possessive"):
        senses = lexicon.get(word, ())
        keys = {kind, f"'{word}'"} | {name for name, _ in senses}
        number = next((float(value) for name, value in senses if name == "num"), None)
        return Lexeme(span, word, whole[0].isupper(), frozenset(keys), senses, number)
    if kind == "shortyear":
        year = str((YEAR_TURN if int(word[1:]) < TURN else YEAR_TURN - HUNDRED) + int(word[1:]))
        return Lexeme(span, word, False, frozenset({kind}), (("year", year), (kind, year)), None)
    if kind == "quarterletter":
        return Lexeme(span, word, True, frozenset({kind}), ((kind, word[1]),), None)
    number = int(word[0]) / max(1, int(word[2])) if kind == "fraction" else None
    return Lexeme(span, word, False, frozenset({kind}), ((kind, word),), number)


def _digits(span: Span, word: str) -> Lexeme:
    number = float(word.replace(",", ""))
    keys = {"num", "digits"}
    senses = [("num", word)]
    if word.isdigit() and 1 <= number <= LAST_DAY:
        keys.add("day")
        senses.append(("day", word))
    if FOUR_CLOCK.fullmatch(word):
        keys.add("fourclock")
        senses.append(("fourclock", word))
    if YEAR.fullmatch(word):
        keys.add("year")
        senses.append(("year", word))
    return Lexeme(span, word, False, frozenset(keys), tuple(senses), number)


def _merged(pieces: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """The pieces with runs of numerals joined to one lexeme."""
    place = 0
    while place < len(pieces):
        end = place + 1
        if pieces[place].number is not None and "digits" not in pieces[place].keys:
            end = _numeral_end(pieces, place)
        elif "digits" in pieces[place].keys and _goes_on(pieces, place):
            end = place + 2
        yield pieces[place] if end == place + 1 else _joined(pieces[place:end])
        place = end


def _goes_on(pieces: Sequence[Lexeme], place: int) -> bool:
    """A mixed fraction ("2 1/2") or a scale ("300 million")."""
    return place + 1 < len(pieces) and bool(pieces[place + 1].keys & {"fraction", "scale"})


def _numeral_end(pieces: Sequence[Lexeme], place: int) -> int:
    """Where the numeral in words that begins at `place` ends."""
    end = place + 1
    while end < len(pieces):
        if _follows(pieces[end - 1], pieces[end]):
            end += 1
        elif (
            end + 1 < len(pieces)
            and pieces[end].word in ("-", "and")
            and _follows(pieces[end - 1], pieces[end + 1])
            and (pieces[end].word == "-" or pieces[end - 1].sense("scale"))
        ):
            end += 2
        else:
            return end
    return end


def _follows(before: Lexeme, after: Lexeme) -> bool:
    """Whether a numeral may go on: tens and a unit, anything and a scale, a scale and less, a year in two halves."""
    if before.number is None or after.number is None or "digits" in after.keys:
        return False
    if after.sense("scale"):
        return True
    if before.sense("scale"):
        return after.number < before.number
    tens_unit = before.number in range(20, 100, 10) and 1 <= after.number < TEN
    year = before.number in range(13, 21) and after.number >= TEN and before.number != HUNDRED
    return tens_unit or year


def _joined(pieces: Sequence[Lexeme]) -> Lexeme:
    span = pieces[0].span.joined(pieces[-1].span)
    word = " ".join(piece.word for piece in pieces)
    numbers = [piece for piece in pieces if piece.number is not None]
    halves = _year_halves(numbers)
    if halves:
        senses = (("num", str(halves)), ("year", str(halves)))
        return Lexeme(span, word, False, frozenset({"num", "year"}), senses, float(halves))
    total = _total(numbers)
    return Lexeme(span, word, False, frozenset({"num"}), (("num", f"{total:g}"),), total)


def _year_halves(numbers: Sequence[Lexeme]) -> int:
    """The year of "nineteen ninety-four", 0 for other numerals."""
    first = numbers[0].number or 0.0
    if any(piece.sense("scale") for piece in numbers) or not 13 <= first <= 20:  # noqa: PLR2004 - centuries
        return 0
    rest = sum(piece.number or 0.0 for piece in numbers[1:])
    return int(first * HUNDRED + rest) if rest >= TEN else 0


def _total(numbers: Sequence[Lexeme]) -> float:
    total = current = 0.0
    for piece in numbers:
        number = piece.number or 0.0
        if not piece.sense("scale"):
            current += number
        elif number == HUNDRED:
            current = (current or 1.0) * number
        else:
            total += (current or 1.0) * number
            current = 0.0
    return total + current
