"""Task `speed`: reports a second and memory as the stream grows, and how cost grows with it.

DATA: stories/stream (the folder or its articles.jsonl.gz). The exponent is the slope of log time over log reports
between the smallest and the largest run.
"""

import gzip
import json
import math
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bench.documents import report_of
from bench.result import Request, Result
from bench.stories import day_of, peak_mb
from reportedly.intake.formats import Taken, open_bytes
from reportedly.linking.stories import StoryIndex
from reportedly.linking.story_terms import Item
from reportedly.pipeline import read_report, read_reports, tell_stories

SIZES = (1_000, 3_000, 10_000, 37_554)
SAMPLE = 40  # reports read in full
SITES = 24
FRAME = ("Skip to main content", "Sign in", "Subscribe", "Advertisement", "Share this article")
DAY = date(2024, 3, 4)  # given to reports that state none


def run(request: Request) -> Result:
    """Grouping at growing sizes, and the whole reading of a sample."""
    items = read_items(request.data[0], request.limit)
    sizes = sorted({min(size, len(items)) for size in SIZES})
    seconds = {size: _group(items[:size]) for size in sizes}
    peak = peak_mb()
    reading, note = _read(items[:SAMPLE])
    copying = _group_copies(items[: sizes[0]])
    pages = [_page(item) for item in items[SAMPLE : 2 * SAMPLE]]  # none of them has been read
    to_claims = claims_per_second(pages)
    figures: dict[str, float] = {
        f"grouping_per_second_{size}": round(size / took, 1) for size, took in seconds.items()
    }
    return Result(
        n=len(items),
        ours={
            "reports_per_second": round(reading, 2),
            "claims_per_second": round(to_claims[0], 2),
            "copies_per_second": round(to_claims[1], 1),
            "grouping_copies_per_second": round(copying, 1),
            "peak_mb": peak,
            "exponent": exponent(seconds),
            **figures,
        },
        notes=(
            note,
            "exponent and peak_mb are of grouping",
            "claims_per_second is from bytes to told stories, on one core",
            f"copies_per_second the same of {SITES} copies of each report, in the frames of other sites",
        ),
    )


def exponent(seconds: dict[int, float]) -> float:
    """Slope of log time over log size between the smallest and the largest run; 1 where there is one size."""
    small, large = min(seconds), max(seconds)
    if small == large:
        return 1.0
    return round(math.log(seconds[large] / seconds[small]) / math.log(large / small), 3)


def read_items(path: Path, limit: int | None) -> list[Item]:
    """The stream's articles in order of date and id."""
    file = path / "articles.jsonl.gz" if path.is_dir() else path
    found: list[Item] = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            day = day_of(record["date"])
            found.append(Item(record["id"], record["title"] or "", record["lead"] or "", day))
    found.sort(key=lambda item: (item.day or date.max, item.id))
    return found[:limit]


def _group(items: Sequence[Item]) -> float:
    began = time.process_time()
    StoryIndex().add(items)
    return time.process_time() - began


def _group_copies(items: Sequence[Item]) -> float:
    """Copies a second: the same reports under other ids, added to an index that holds them."""
    index = StoryIndex()
    index.add(items)
    began = time.process_time()
    index.add(Item(f"{item.id}/copy", item.title, item.text, item.day) for item in items)
    return len(items) / (time.process_time() - began)


def _read(items: Sequence[Item]) -> tuple[float, str]:
    """Reports read in full a second."""
    reports = [report_of(item.text, title=item.title, day=item.day) for item in items]
    read_report(reports[0])
    began = time.process_time()
    for report in reports[1:]:
        read_report(report)
    took = time.process_time() - began
    return (len(reports) - 1) / took, f"{len(reports) - 1} reports read in full"


def _page(item: Item) -> str:
    return f"{item.title}\n\n{item.text}\n"


def claims_per_second(pages: Sequence[str], sites: int = SITES) -> tuple[float, float]:
    """Reports a second from bytes to told stories: new ones, then copies of them that other sites have framed."""
    fresh = _to_claims([page.encode() for page in pages])
    copies = [_framed(page, site) for site in range(sites) for page in pages]
    return len(pages) / fresh, len(copies) / _to_claims(
        [page.encode() for page in (*pages, *copies)]
    )


def _framed(page: str, site: int) -> str:
    """A page as a site shows it, with its own lines above and below."""
    above = "\n".join(FRAME[: site % (len(FRAME) + 1)])
    return f"{above}\n\n{page}\nRelated articles\n\u00a9 {1990 + site} All rights reserved.\n"


def _to_claims(pages: Sequence[bytes]) -> float:
    """Seconds from the bytes of these pages to their told stories."""
    began = time.process_time()
    reports = [
        taken.report
        for number, page in enumerate(pages)
        for taken in open_bytes(page, f"{number}.txt", given=DAY)
        if isinstance(taken, Taken)
    ]
    tell_stories(read_reports(reports))
    return time.process_time() - began
