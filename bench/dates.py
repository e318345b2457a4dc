"""Task `dates`: publication days of reports whose date was hidden, from their weekdays, lineage and story.

DATA: stories/gva/docs.jsonl; stories/allsides/roundups.jsonl and stories/ecbplus/docs.jsonl too, by the days in their
addresses. Stories of two to twenty dated reports that fall within 60 days; of each one report's date is hidden in turn.
Figures are of the stories that trained nothing (the other half of GVA is in `tuned`). `within`: the interval inferred
holds the true day; `right`: it does and is a week or less; `told`: reports for which one was inferred; `days_wide`: its
median length; `close_...`: where the story's other reports lie within a week; `unnamed_within`: where no time of the
text is its own day in full (page stamps that the texts still hold give it away).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import quantiles

from bench.dated_documents import Dated, is_tuned, read_dated
from bench.documents import report_of
from bench.result import Request, Result, bootstrap
from reportedly.linking.dates import infer_dates
from reportedly.linking.lineage import trace_lineage
from reportedly.model.reading import Reading
from reportedly.model.story import InferredDate, Story
from reportedly.pipeline import READING
from reportedly.reading.times import find_times

MEMBERS = (2, 20)
SPREAD = 60  # days
WEEK = 7
SENTENCES_AND_TIMES = (READING[0], find_times)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A report whose day was hidden, and what was inferred."""

    story: str
    day: date
    inferred: InferredDate | None
    others: tuple[date, ...]  # days of the other reports, in order
    named: bool  # the text names its day in full

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
        return self.within and self.width <= WEEK

    @property
    def close(self) -> bool:
        """Whether the other reports lie within a week."""
        return (self.others[-1] - self.others[0]).days <= WEEK

    @property
    def beside_middle(self) -> bool:
        """Whether the plain middle of the other days, taken as a week, holds the day."""
        middle = self.others[len(self.others) // 2]
        return abs((self.day - middle).days) <= WEEK // 2


def run(request: Request) -> Result:
    """Shares of hidden days told, within the interval, and right; by set where there are several."""
    halves: defaultdict[str, list[Hidden]] = defaultdict(list)
    for path in request.data:
        for name, readings in islice(read_stories(path), request.limit):
            half = "tuned" if is_tuned(path, name) else path.parent.name
            halves[half].extend(hide_each(name, readings))
    tuned = halves.pop("tuned", [])
    found = [each for hidden in halves.values() for each in hidden]
    figures: dict[str, float | int | str | dict[str, object] | None] = {**_figures(found or tuned)}
    parts = {name: each for name, each in {**halves, "tuned": tuned}.items() if each}
    if len(parts) > 1:
        figures |= {name: dict(_figures(each)) for name, each in parts.items()}
    middle = _share([each.beside_middle for each in found])
    close = _share([each.beside_middle for each in found if each.close])
    return Result(
        n=len(found or tuned),
        ours=figures,
        baselines={"middle of the others, a week": {"right": middle, "close_right": close}},
        notes=tuple(_misses(tuned)) if request.verbose else (),
    )


def _figures(found: Sequence[Hidden]) -> dict[str, float | int]:
    told = [each for each in found if each.inferred]
    close = [each for each in found if each.close]
    low, high = bootstrap(
        [each.within for each in found], lambda hits: sum(map(bool, hits)) / max(1, len(hits))
    )
    widths = [each.width for each in told]
    quarters = quantiles(widths, n=4) if len(widths) > 1 else [*widths, 0, 0, 0]
    return {
        "n": len(found),
        "right": _share([each.right for each in found]),
        "within": _share([each.within for each in found]),
        "within_low": round(low, 4),
        "within_high": round(high, 4),
        "told": _share([bool(each.inferred) for each in found]),
        "within_of_told": _share([each.within for each in told]),
        "close_right": _share([each.right for each in close]),
        "close_within": _share([each.within for each in close]),
        "unnamed_within": _share([each.within for each in found if not each.named]),
        "unnamed_right": _share([each.right for each in found if not each.named]),
        "days_wide": quarters[1],
        "days_wide_75": quarters[2],
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(1, len(hits)), 4)


def read_stories(
    path: Path, *, spread: int | None = SPREAD
) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """Stories of dated reports of a fair length, within so many days, read as far as their times."""
    members: defaultdict[str, list[Dated]] = defaultdict(list)
    for record in read_dated(path):
        members[record.story].append(record)
    for story, records in members.items():
        days = [each.day for each in records]
        is_short = spread is None or (max(days) - min(days)).days <= spread
        if MEMBERS[0] <= len(records) <= MEMBERS[1] and is_short:
            yield story, tuple(_read(each) for each in records)


def _read(record: Dated) -> Reading:
    reading = Reading(report_of(record.text, title=record.title, day=record.day, path=record.id))
    for stage in SENTENCES_AND_TIMES:
        reading = stage(reading)
    return reading


def blind_stories(name: str, readings: Sequence[Reading]) -> Iterator[tuple[Story, Reading, date]]:
    """Each report without its day, among the others with theirs: the story, the report, the day."""
    for place, reading in enumerate(readings):
        published = reading.report.published
        if published is not None:
            blind = find_times(replace(reading, report=replace(reading.report, published=None)))
            others = [each for index, each in enumerate(readings) if index != place]
            story = trace_lineage(Story(name, (*others, blind)))
            yield story, blind, published.days.first


def hide_each(name: str, readings: Sequence[Reading]) -> Iterator[Hidden]:
    """What is inferred for each report whose day is hidden."""
    for blind, reading, day in blind_stories(name, readings):
        inferred = next(iter(infer_dates(blind).inferred), None)
        dated = (each.report.published for each in blind.readings)
        others = tuple(sorted(each.days.first for each in dated if each))
        named = any(
            each.days and each.days.days == 1 and each.days.first == day for each in reading.times
        )
        yield Hidden(name, day, inferred, others, named)


def _misses(found: Sequence[Hidden]) -> Iterator[str]:
    """What went wrong in the tuned half; the other half is not to be read."""
    for each in found:
        if not each.within:
            days = each.inferred.published.days if each.inferred else None
            because = each.inferred.published.because if each.inferred else "nothing inferred"
            told = f"{days.first}..{days.last}" if days else "none"
            yield f"story {each.story}: {each.day}, told {told} ({because})"
