"""The door: paths or bytes in, labelled reports and refusals out, in a fixed order, whatever the bytes are.

The kind of an input is judged by its bytes first and by its name second. A bad input is refused with its reason and
the run goes on; nothing here raises for what is in a file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.intake.compose import make_report
from reportedly.intake.containers import Item, walk
from reportedly.intake.opening import open_item
from reportedly.intake.page import Limits, Page
from reportedly.model.errors import InputError
from reportedly.model.report import Report


@dataclass(frozen=True, slots=True)
class Taken:
    """A report and the bytes to keep: `report.id` is their SHA-256."""

    report: Report
    data: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that gave no report, and why."""

    path: str
    reason: str


def open_reports(
    paths: Sequence[Path], *, limits: Limits | None = None, given: date | None = None
) -> Iterator[Taken | Refused]:
    """Every report under these paths, folders in the order of their names; lazily, one report in memory at a time.

    `given` is the user's publication date for reports that state none.
    """
    bounds = limits or Limits()
    for path in paths:
        for found in walk(path):
            yield from _reports(found, bounds, given)


def open_bytes(
    data: bytes, name: str, *, limits: Limits | None = None, given: date | None = None
) -> Iterator[Taken | Refused]:
    """The reports in bytes that come from elsewhere than a file: standard input."""
    yield from _reports(Item.of_bytes(name, data), limits or Limits(), given)


def _reports(
    found: Item | InputError, limits: Limits, given: date | None
) -> Iterator[Taken | Refused]:
    pages = [found] if isinstance(found, InputError) else open_item(found, limits)
    for page in pages:
        yield _judged(page, given)


def _judged(page: Page | InputError, given: date | None) -> Taken | Refused:
    if isinstance(page, InputError):
        return Refused(page.path, page.reason)
    try:
        return Taken(make_report(page, given), page.data)
    except InputError as error:
        return Refused(error.path, error.reason)
