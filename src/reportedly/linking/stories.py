"""Which reports belong to one story: one pass in order of date, each report against an index of those before it.

Light features only (headline, the body's beginning, date). A report joins the story that its nearest reports
belong to, if it is near enough to most of them; two reports of the same kind of event at different places do
not join, for what they share is common and weighs little. An id comes from a story's first report and stays.
"""

import hashlib
import math
import sys
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from reportedly.language.frequency import share_of_reports
from reportedly.language.similarity import find_words
from reportedly.model.reading import Reading
from reportedly.model.report import Report
from reportedly.model.span import Reason, Span

LEAD = 1500  # characters of the body that are looked at: news tells first what it is about
TITLE = 2  # a word of the headline counts so often
TERMS = 24  # the rarest of a report's terms, by which others are found
LATEST = 50  # reports that a term leads to, the latest: so the cost of a report does not grow with the archive
NEAREST = 8  # reports whose stories are scored; 30 find no better
KEPT = 120  # weightiest terms of a report that are kept: bounds memory
EXEMPLARS = 8  # latest reports of a story that are looked at; 32 find no better
PRIOR = 300  # reports of news at large that rarity starts from
JOIN = 0.17  # mean cosine with a story's latest reports, less for the days between
LONG = 4  # letters of a word that may have an ending
FADE = 10.0  # days after which a report weighs half; 28: pairwise F1 .676 (gva), .681 (allsides)
NAME = 1.5  # how much more a name or number weighs: .650 -> .676 (gva), .799 -> .838 (ecbplus)


@dataclass(frozen=True, slots=True)
class Item:
    """What grouping looks at."""

    id: str
    title: str
    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of a report with their counts, plurals as singulars; `names` are those with a capital or a digit."""

    counts: Counter[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A story's reports in the order they joined, and why each did (one reason a report)."""

    id: str
    reports: tuple[str, ...]
    reasons: tuple[Reason, ...]


def group_stories(readings: Sequence[Reading]) -> tuple[Grouping, ...]:
    """The stories of these reports; their order in the sequence changes nothing."""
    index = StoryIndex()
    index.add(item_of(reading.report) for reading in readings)
    return index.groupings()


def item_of(report: Report) -> Item:
    """The light features of a report: its headline, and its text without it."""
    headline = report.headline
    title = headline.of(report.text) if headline else ""
    text = report.text[headline.end :] if headline else report.text
    return Item(report.id, title, text, report.published.days.first if report.published else None)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A report in the index: its vector of weighted terms, the weightiest first, its day and its story."""

    id: str
    weights: dict[str, float]
    day: date | None
    story: int


class StoryIndex:
    """Stories so far, to which reports may be added at any time."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._known: set[str] = set()
        self._members: list[list[int]] = []
        self._reasons: list[list[Reason]] = []
        self._frequency: Counter[str] = Counter()
        self._postings: defaultdict[str, deque[int]] = defaultdict(_latest)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, items: Iterable[Item]) -> None:
        """Take reports in, day by day and in order of ids; those known already change nothing."""
        fresh = {item.id: item for item in items if item.id not in self._known}
        ordered = sorted(fresh.values(), key=lambda item: (item.day or date.max, item.id))
        for _, same_day in groupby(ordered, key=lambda item: item.day):
            counted = [(item, terms_of(item)) for item in same_day]
            for _, terms in counted:
                self._frequency.update(terms.counts.keys())
            self._known.update(item.id for item, _ in counted)
            for item, terms in counted:
                self._place(item, self._weigh(terms, len(self._known)))

    def groupings(self) -> tuple[Grouping, ...]:
        """The stories in the order of their first reports."""
        return tuple(
            Grouping(
                story_id(self._entries[members[0]].id),
                tuple(self._entries[member].id for member in members),
                tuple(self._reasons[story]),
            )
            for story, members in enumerate(self._members)
        )

    def _weigh(self, terms: Terms, total: int) -> dict[str, float]:
        """Unit vector, weightiest terms first: sublinear counts by rarity, here and in news at large.

        With few reports of one story every word of it would look common: PRIOR reports of news at large are added.
        """
        # without the prior: bcubed F1 0.880 -> 0.875 (gva), 0.844 -> 0.812 (ecbplus), 0.859 -> 0.852 (allsides)
        raw = {
            term: (1 + math.log(count))
            * math.log(
                (1 + total + PRIOR) / (self._frequency[term] + PRIOR * share_of_reports(term))
            )
            * (NAME if term in terms.names else 1.0)
            for term, count in terms.counts.items()
        }
        norm = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
        return {sys.intern(term): raw[term] / norm for term in weightiest(raw, KEPT)}

    def _place(self, item: Item, weights: dict[str, float]) -> None:
        """Give a report to the best story that is near enough, or open one."""
        best = self._best_story(item, weights)
        here = len(self._entries)
        if best is None:
            story = len(self._members)
            self._members.append([])
            self._reasons.append([])
            reason = Reason("first", 1.0, "opens the story")
        else:
            story, score, shared = best
            reason = Reason(
                "shared terms", round(min(1.0, score), 4), f"shares {', '.join(shared)}"
            )
        self._entries.append(_Entry(item.id, weights, item.day, story))
        self._members[story].append(here)
        self._reasons[story].append(reason)
        for term in islice(weights, TERMS):
            self._postings[term].append(here)

    def _best_story(
        self, item: Item, weights: dict[str, float]
    ) -> tuple[int, float, tuple[str, ...]] | None:
        near = self._nearest(weights)
        stories = sorted({self._entries[place].story for place in near})
        scored = [(self._score(item, weights, story), -story) for story in stories]
        if not scored:
            return None
        score, negative = max(scored)
        if score < JOIN:
            return None
        return -negative, score, self._shared(weights, -negative)

    def _nearest(self, weights: dict[str, float]) -> list[int]:
        """Reports that share rare terms, the likeliest first."""
        found: defaultdict[int, float] = defaultdict(float)
        for term in islice(weights, TERMS):
            for place in self._postings.get(term, ()):
                found[place] += weights[term] * self._entries[place].weights[term]
        return sorted(found, key=lambda place: (-found[place], place))[:NEAREST]

    def _score(self, item: Item, weights: dict[str, float], story: int) -> float:
        """Mean cosine with the story's latest reports, less the longer ago they are."""
        members = self._members[story][-EXEMPLARS:]
        total = sum(
            cosine(weights, self._entries[place].weights)
            * nearness(item.day, self._entries[place].day)
            for place in members
        )
        return total / len(members)

    def _shared(self, weights: dict[str, float], story: int) -> tuple[str, ...]:
        """The terms that weigh most between a report and a story."""
        summed: defaultdict[str, float] = defaultdict(float)
        for place in self._members[story][-EXEMPLARS:]:
            other = self._entries[place].weights
            for term in weights.keys() & other.keys():
                summed[term] += weights[term] * other[term]
        ranked = sorted(summed, key=lambda term: (-summed[term], term))
        return tuple(ranked[:5])


def _latest() -> deque[int]:
    return deque(maxlen=LATEST)


def story_id(first: str) -> str:
    """A story's id, from the id of its first report."""
    return f"story-{hashlib.sha256(first.encode()).hexdigest()[:10]}"


def terms_of(item: Item) -> Terms:
    """Words of the headline and the lead, those of the headline doubled."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for text, times in ((item.title, TITLE), (item.text[:LEAD], 1)):
        for word in find_words(text, Span(0, len(text))) if text else ():
            term = singular(word.text)
            if len(term) > 1 or term.isdigit():
                counts[term] += times
                if not text[word.span.start].islower():
                    names.add(term)
    return Terms(counts, frozenset(names))


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


def cosine(first: dict[str, float], second: dict[str, float]) -> float:
    """Of two unit vectors."""
    if len(second) < len(first):
        first, second = second, first
    return sum(weight * second[term] for term, weight in first.items() if term in second)


def nearness(first: date | None, second: date | None) -> float:
    """1 on the same day, less with the days between; an unknown date costs nothing."""
    if first is None or second is None:
        return 1.0
    return 1 / (1 + abs((first - second).days) / FADE)
