"""Which reports belong to one story: one pass in order of date, each report against an index of those before it.

Light features only (headline, the body's beginning, date). A report joins the story that it is nearest to, if a
small model of readable features says so; two reports of the same kind of event at different places do not join,
for each has names that belong to another story. When a day's reports are in, each is looked at once more beside
the others of its day, and stories that turn out to be one are merged. An id comes from a story's first report and
stays; a merge keeps the older one and remembers the other.
"""

import hashlib
from bisect import insort
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest
from itertools import groupby, islice

from reportedly.linking.joining import Closeness, Dated, judge, measure
from reportedly.linking.story_terms import Item, KnownLines, Profile, item_of, terms_of, weigh
from reportedly.model.report import Report
from reportedly.model.span import Reason

TERMS = 24  # the rarest of a report's terms, by which others are found
LATEST = 50  # reports that a term leads to, the latest: so the cost of a report does not grow with the archive
NEAREST = 8  # reports whose stories are scored; 30 find no better
EXEMPLARS = 8  # latest reports of a story that are looked at; 32 find no better
ROUNDS = 2  # how often a day's reports are looked at once more
STAY = 0.2  # log-odds by which another story must be better for a report to move
MERGE = 0.7  # mean log-odds from which two stories are one; 0: bcubed F1 .873 -> .859 (allsides)


@dataclass(frozen=True, slots=True)
class Grouping:
    """A story's reports in the order they joined, and why each did (one reason a report).

    `merged` are the ids of stories that turned out to be this one, each with its reason in `changes`.
    """

    id: str
    reports: tuple[str, ...]
    reasons: tuple[Reason, ...]
    merged: tuple[str, ...] = ()
    changes: tuple[Reason, ...] = ()


Candidates = Sequence[tuple[int, Closeness]]


def group_stories(reports: Iterable[Report]) -> tuple[Grouping, ...]:
    """The stories of these reports; the order they come in changes nothing."""
    index = StoryIndex()
    index.add(item_of(report) for report in reports)
    return index.groupings()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A report in the index, its story, and why it is there."""

    id: str
    dated: Dated
    story: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Merge:
    """A story that another, older one took in."""

    id: str
    reason: Reason


class StoryIndex:
    """Stories so far, to which reports may be added at any time."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._known: set[str] = set()
        self._members: list[list[int]] = []
        self._changes: list[int] = []  # how often each story's members have changed
        self._measured: dict[tuple[int, int], tuple[int, Closeness]] = {}  # today's
        self._merges: defaultdict[int, list[_Merge]] = defaultdict(list)
        self._frequency: Counter[str] = Counter()
        # by term the reports that have it, with its weight there: looked up for every report, so kept at hand
        self._postings: defaultdict[str, deque[tuple[int, float]]] = defaultdict(_latest)
        self._lines = KnownLines()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, items: Iterable[Item]) -> None:
        """Take reports in, day by day and in order of ids; those known already change nothing."""
        fresh = {item.id: item for item in items if item.id not in self._known}
        ordered = sorted(fresh.values(), key=lambda item: (item.day or date.max, item.id))
        for _, same_day in groupby(ordered, key=lambda item: item.day):
            self._add_day(list(same_day))

    def _add_day(self, items: Sequence[Item]) -> None:
        counted = [(item, terms_of(item.title, self._lines.lead_of(item))) for item in items]
        for _, terms in counted:
            self._frequency.update(terms.counts.keys())
        self._known.update(item.id for item in items)
        self._measured.clear()
        first = len(self._entries)
        for item, terms in counted:
            profile = weigh(terms, self._frequency, len(self._known))
            self._place(item, Dated(profile, item.day))
        today = range(first, len(self._entries))
        near = {here: self._reports_near(here, self._entries[here].dated) for here in today}
        for _ in range(ROUNDS if len(items) > 1 else 0):
            moved = [self._settle(here, near[here]) for here in today]
            if not any(moved):
                break
        self._merge_around(near)

    def groupings(self) -> tuple[Grouping, ...]:
        """The stories in the order of their first reports."""
        found = [
            Grouping(
                self._id(story),
                tuple(self._entries[member].id for member in members),
                tuple(self._entries[member].reason for member in members),
                tuple(each.id for each in self._merges[story]),
                tuple(each.reason for each in self._merges[story]),
            )
            for story, members in enumerate(self._members)
            if members
        ]
        return tuple(found)

    def choose(self, report: str, candidates: Candidates) -> int | None:  # noqa: ARG002 - training goes by the report
        """Which of these stories a report joins, the older of equals; None for a story of its own."""
        scored = [(judge(closeness), -story) for story, closeness in candidates]
        score, negative = max(scored, default=(-1.0, 0))
        return -negative if score >= 0 else None

    def _id(self, story: int) -> str:
        return story_id(self._entries[self._members[story][0]].id)

    def _place(self, item: Item, dated: Dated) -> None:
        """Give a report to the best story that is near enough, or open one."""
        here = len(self._entries)
        near = self._stories_of(self._reports_near(here, dated))
        candidates = [(story, self._measure(here, dated, story)) for story in sorted(near)]
        story = self.choose(item.id, candidates)
        if story is None:
            story = self._open()
        reason = self._reason(dated.profile, story, dict(candidates).get(story))
        self._entries.append(_Entry(item.id, dated, story, reason))
        self._members[story].append(here)
        self._changes[story] += 1
        for term, weight in islice(dated.profile.weights.items(), TERMS):
            self._postings[term].append((here, weight))

    def _open(self) -> int:
        """A new story, without members."""
        self._members.append([])
        self._changes.append(0)
        return len(self._members) - 1

    def _settle(self, here: int, reports: Sequence[int]) -> bool:
        """Look at a report of the day once more, beside the reports near it; whether it moved."""
        entry = self._entries[here]
        self._members[entry.story].remove(here)
        near = self._stories_of(reports) | {entry.story}
        candidates = [
            (story, self._measure(here, entry.dated, story))
            for story in sorted(near)
            if self._members[story]
        ]
        scored = [
            (judge(each) + STAY * (story == entry.story), -story) for story, each in candidates
        ]
        score, negative = max(scored, default=(-1.0, 0))
        story = -negative
        if score < 0:
            alone = not self._members[entry.story]
            story = entry.story if alone else self._open()
        if story != entry.story:
            self._changes[story] += 1
            self._changes[entry.story] += 1
            reason = self._reason(entry.dated.profile, story, dict(candidates).get(story))
            self._entries[here] = replace(entry, story=story, reason=reason)
        insort(self._members[story], here)
        return story != entry.story

    def _merge_around(self, near: Mapping[int, Sequence[int]]) -> None:
        """Merge stories that the day's reports lie between, each with the reports near it, the surest first."""
        pairs = {
            (min(entry.story, other), max(entry.story, other))
            for here, entry in ((here, self._entries[here]) for here in near)
            for other in self._stories_of(near[here])
            if other != entry.story and judge(self._measure(here, entry.dated, other)) >= 0
        }
        scored = [(self._oneness(older, newer), older, newer) for older, newer in sorted(pairs)]
        into: dict[int, int] = {}
        for _, older, newer in sorted(scored, key=lambda each: (-each[0], each[1:])):
            pair = sorted((_last(into, older), _last(into, newer)))
            score = self._oneness(pair[0], pair[1]) if pair[0] != pair[1] else -1.0
            if score >= MERGE:
                self._merge(pair[0], pair[1], score)
                into[pair[1]] = pair[0]

    def _oneness(self, older: int, newer: int) -> float:
        """How well the reports of the newer story would fit into the older, on the mean."""
        latest = self._members[newer][-EXEMPLARS:]
        scores = [judge(self._measure(each, self._entries[each].dated, older)) for each in latest]
        return sum(scores) / len(scores)

    def _merge(self, older: int, newer: int, score: float) -> None:
        """Put the newer story into the older, with its former id and the reason."""
        name = self._id(newer)
        shared = self._shared(self._entries[self._members[newer][0]].dated.profile, older)
        detail = f"took in {name}: shares {', '.join(shared)}"
        self._merges[older].append(_Merge(name, Reason("merge", round(score, 4), detail)))
        self._merges[older] += self._merges.pop(newer, [])
        for member in self._members[newer]:
            self._entries[member] = replace(self._entries[member], story=older)
        self._members[older] = sorted(self._members[older] + self._members[newer])
        self._members[newer] = []
        self._changes[older] += 1

    def _reports_near(self, here: int, dated: Dated) -> list[int]:
        """The reports that share most of a report's rare terms."""
        found: dict[int, float] = {}
        for term, weight in islice(dated.profile.weights.items(), TERMS):
            for place, other in self._postings.get(term, ()):
                found[place] = found.get(place, 0.0) + weight * other
        found.pop(here, None)
        return nsmallest(NEAREST, found, key=lambda place: (-found[place], place))

    def _stories_of(self, reports: Sequence[int]) -> set[int]:
        return {self._entries[place].story for place in reports}

    def _measure(self, here: int, dated: Dated, story: int) -> Closeness:
        """Hold a report against a story it is no member of; as long as the story stays so, once a day."""
        changes, closeness = self._measured.get((here, story), (-1, None))
        if closeness is None or changes != self._changes[story]:
            members = self._members[story]
            latest = [self._entries[place].dated for place in members[-EXEMPLARS:]]
            closeness = measure(dated, latest, len(members), self._frequency)
            self._measured[here, story] = self._changes[story], closeness
        return closeness

    def _reason(self, profile: Profile, story: int, closeness: Closeness | None) -> Reason:
        if closeness is None:
            return Reason("first", 1.0, "opens the story")
        detail = f"shares {', '.join(self._shared(profile, story))}"
        return Reason("shared terms", round(min(1.0, closeness.likeness), 4), detail)

    def _shared(self, profile: Profile, story: int) -> tuple[str, ...]:
        """The terms that weigh most between a report and a story."""
        summed: defaultdict[str, float] = defaultdict(float)
        for place in self._members[story][-EXEMPLARS:]:
            other = self._entries[place].dated.profile.weights
            for term, weight in profile.weights.items():
                if term in other:
                    summed[term] += weight * other[term]
        return tuple(sorted(summed, key=lambda term: (-summed[term], term))[:5])


def _last(into: dict[int, int], story: int) -> int:
    """Where a story is now, after merges."""
    while story in into:
        story = into[story]
    return story


def _latest() -> deque[tuple[int, float]]:
    return deque(maxlen=LATEST)


def story_id(first: str) -> str:
    """A story's id, from the id of its first report."""
    return f"story-{hashlib.sha256(first.encode()).hexdigest()[:10]}"
