"""What grouping looks at in a report: weighted words of its headline and lead, which of them are names, years told.

Furniture that intake did not know ("Sign in to read on") is known by repetition: a line that several reports
had on days far apart is none of their own words.
"""

import math
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reportedly.language.frequency import RARE, share_of_reports
from reportedly.language.similarity import scan_words
from reportedly.model.report import Report, Role

LEAD = 1500  # characters of the body that are looked at: news tells first what it is about
FAR = 6000  # characters in which the lead is looked for, where furniture stands before it
TITLE = 2  # a word of the headline counts so often
KEPT = 120  # weightiest terms of a report that are kept: bounds memory
PRIOR = 300  # reports of news at large that rarity starts from
NAME = 1.5  # how much more a name or number weighs
LONG = 4  # letters of a word that may have an ending
SEEN = 2  # reports before that had a line, and
APART = 10  # days between the first and this, from which the line is furniture
YEARS = range(1950, 2036)
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """What grouping looks at."""

    id: str
    title: str
    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of a report with their counts, plurals as singulars; `names` are those with a capital or a digit.

    Two capitals side by side ("Le Truong", "Mount Pleasant") are a term of their own as well: rarer than its parts.
    """

    counts: Counter[str]
    names: frozenset[str]

    @property
    def years(self) -> frozenset[str]:
        """The years told of."""
        return frozenset(
            term
            for term in self.counts
            if len(term) == YEAR_DIGITS and term.isdecimal() and int(term) in YEARS
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's unit vector of terms, the weightiest first, and the part of it that names make up."""

    weights: dict[str, float]
    names: dict[str, float]  # how much each makes up of `share`, squared
    share: float  # length of the part that names make up, 0 to 1
    years: frozenset[str]


def item_of(report: Report) -> Item:
    """The light features of a report: its headline, and its paragraphs and captions."""
    headline = report.headline
    title = headline.of(report.text) if headline else ""
    body = report.spans_of(Role.PARAGRAPH, Role.CAPTION)
    text = "\n".join(span.of(report.text) for span in body)
    return Item(report.id, title, text, report.published.days.first if report.published else None)


class KnownLines:
    """Lines that reports had so far."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[int, int]] = {}

    def lead_of(self, item: Item) -> str:
        """The beginning of a text without lines that are furniture by now."""
        kept: list[str] = []
        length = 0
        for line in item.text[:FAR].splitlines():
            if length >= LEAD:
                break
            if line.strip() and not self._is_furniture(line, item.day):
                kept.append(line)
                length += len(line) + 1
        return "\n".join(kept)[:LEAD]

    def _is_furniture(self, line: str, day: date | None) -> bool:
        """Note a line; whether reports of days long before had it."""
        if day is None:
            return False
        hashed = zlib.crc32(" ".join(line.split()).casefold().encode())
        times, first = self._lines.get(hashed, (0, day.toordinal()))
        self._lines[hashed] = times + 1, first
        return times >= SEEN and day.toordinal() - first >= APART


def terms_of(title: str, lead: str) -> Terms:
    """Words of the headline and the lead, those of the headline doubled."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for text, times in ((title, TITLE), (lead, 1)):
        before: tuple[str, int] | None = None
        for word, start, end in scan_words(text, 0, len(text)):
            term = singular(word)
            capital = not text[start].islower()
            if len(term) > 1 or term.isdigit():
                counts[term] += times
            if not capital or (len(term) == 1 and not term.isdigit()):
                before = None
                continue
            names.add(term)
            if before and not term.isdigit() and text[before[1] : start] == " ":
                pair = f"{before[0]} {term}"
                counts[pair] += times
                names.add(pair)
            before = None if term.isdigit() else (term, end)
    return Terms(counts, frozenset(names))


@lru_cache(maxsize=100_000)
def commonness(term: str) -> float:
    """In how many of the PRIOR reports of news at large a term stands."""
    return PRIOR * (RARE if " " in term else share_of_reports(term))


def weigh(terms: Terms, frequency: Counter[str], total: int) -> Profile:
    """Unit vector of sublinear counts by rarity, here and in news at large.

    With few reports of one story every word of it would look common: PRIOR reports of news at large are added.
    """
    # without the prior: bcubed F1 0.880 -> 0.875 (gva), 0.844 -> 0.812 (ecbplus), 0.859 -> 0.852 (allsides)
    raw = {
        term: (1 + math.log(count))
        * math.log((1 + total + PRIOR) / (frequency[term] + commonness(term)))
        * (NAME if term in terms.names else 1.0)
        for term, count in terms.counts.items()
    }
    norm = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    weights = {sys.intern(term): raw[term] / norm for term in weightiest(raw, KEPT)}
    named = [term for term in weights if term in terms.names]
    share = math.sqrt(math.fsum(weights[term] ** 2 for term in named))
    names = {term: (weights[term] / (share or 1.0)) ** 2 for term in named}
    return Profile(weights, names, share, terms.years)


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """A word without the ending of plural or possessive: rough, but the same for both forms.

    >>> [singular(word) for word in ("cities", "talks", "russia's", "press", "gas")]
    ['city', 'talk', 'russia', 'press', 'gas']
    """
    word = word.removesuffix("'s")
    if len(word) > LONG and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) >= LONG and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def weightiest(weights: dict[str, float], most: int) -> list[str]:
    """The terms that weigh most, in a fixed order."""
    return sorted(weights, key=lambda term: (-weights[term], term))[:most]
