"""Task `dates`: publication days of reports whose date was hidden, from their weekdays, lineage and story.

DATA: stories/gva/docs.jsonl. Stories of two to six dated reports that fall within 60 days; of each one report's date
is hidden in turn. `right`: the interval inferred holds the true day and is no longer than a week; `within`: it holds
it at all; `told`: reports for which an interval was inferred; `days_wide`: the median length of these intervals.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median

from bench.documents import report_of
from bench.result import Request, Result
from bench.stories import day_of
from reportedly.linking.dates import infer_dates
from reportedly.linking.lineage import trace_lineage
from reportedly.model.reading import Reading
from reportedly.model.story import InferredDate, Story
from reportedly.pipeline import READING
from reportedly.reading.times import find_times

STORIES = 20
MEMBERS = (2, 6)
SPREAD = 60  # days
SHORTEST = 300  # characters: stubs have nothing to go by
LONGEST = 6000
WEEK = 7
SENTENCES_AND_TIMES = (READING[0], find_times)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A report whose day was hidden, and what was inferred."""

    story: str
    day: date
    inferred: InferredDate | None
    middle: date  # middle of the days of the others

    @property
    def width(self) -> int:
        """Days of the interval; 0 where none was inferred."""
        return self.inferred.published.days.days if self.inferred else 0

    @property
    def within(self) -> bool:
        """Whether the interval holds the day."""
        days = self.inferred.published.days if self.inferred else None
        return days is not None and days.first <= self.day <= days.last

    @property
    def right(self) -> bool:
        """Whether it also says something: a week or less."""
        return (
            self.within and self.inferred is not None and self.inferred.published.days.days <= WEEK
        )


def run(request: Request) -> Result:
    """Shares of hidden days told, within the interval, and right."""
    found = [
        hidden
        for name, readings in read_stories(request.data[0], request.limit or STORIES)
        for hidden in hide_each(name, readings)
    ]
    told = [each for each in found if each.inferred]
    middle = [abs((each.day - each.middle).days) <= WEEK // 2 for each in found]
    return Result(
        n=len(found),
        ours={
            "right": _share([each.right for each in found]),
            "within": _share([each.within for each in found]),
            "told": _share([bool(each.inferred) for each in found]),
            "within_of_told": _share([each.within for each in told]),
            "right_of_told": _share([each.right for each in told]),
            "days_wide": median(each.width for each in told) if told else 0,
        },
        baselines={"middle of the others, a week": {"right": _share(middle)}},
        notes=tuple(_misses(found)) if request.verbose else (),
    )


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(1, len(hits)), 4)


def read_stories(path: Path, most: int) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """Stories of dated reports of a fair length, read as far as their times."""
    members: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        if day_of(record["date"]) and SHORTEST <= len(record["text"] or "") <= LONGEST:
            members[str(record["incident"])].append(record)
    given = 0
    for story, records in members.items():
        days = [day_of(each["date"]) or date.max for each in records]
        if MEMBERS[0] <= len(records) <= MEMBERS[1] and (max(days) - min(days)).days <= SPREAD:
            yield story, tuple(_read(each) for each in records)
            given += 1
        if given == most:
            return


def _read(record: dict[str, str]) -> Reading:
    report = report_of(
        record["text"], title=record["title"] or "", day=day_of(record["date"]), path=record["id"]
    )
    return _read_times(Reading(report))


def _read_times(reading: Reading) -> Reading:
    for stage in SENTENCES_AND_TIMES:
        reading = stage(reading)
    return reading


def hide_each(name: str, readings: Sequence[Reading]) -> Iterator[Hidden]:
    """Each report without its day, among the others with theirs."""
    for place, reading in enumerate(readings):
        published = reading.report.published
        if published is None:
            continue
        blind = find_times(replace(reading, report=replace(reading.report, published=None)))
        others = [each for index, each in enumerate(readings) if index != place]
        story = infer_dates(trace_lineage(Story(name, (*others, blind))))
        inferred = next((each for each in story.inferred if each.report == reading.report.id), None)
        known = sorted(each.report.published.days.first for each in others if each.report.published)
        yield Hidden(name, published.days.first, inferred, known[len(known) // 2])


def _misses(found: Sequence[Hidden]) -> Iterator[str]:
    for each in found:
        if not each.right:
            days = each.inferred.published.days if each.inferred else None
            because = each.inferred.published.because if each.inferred else "nothing inferred"
            yield f"incident {each.story}: {each.day}, told {days and (days.first.isoformat(), days.last.isoformat())} ({because})"
