"""Reading many reports on all cores: the same readings in the same order, only sooner."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from reportedly.cli.interrupts import check
from reportedly.model.reading import Reading
from reportedly.model.report import Report

if TYPE_CHECKING:
    from reportedly.intake.formats import Refused, Taken

MANY = (
    48  # reports from which on it pays to start further processes, each of which loads the parser
)
BATCH = 64
Read = Callable[[list[Report]], Iterator[Reading | None]]


def read_all(
    opened: "Iterable[Taken | Refused]", *, known: Callable[[str], bool] = lambda _: False
) -> "Iterator[tuple[Taken | Refused, Reading | None]]":
    """Each input with its reading, in order; None where it was refused, is known, or broke a stage."""
    waiting = iter(opened)
    first = list(islice(waiting, MANY))
    if len(first) < MANY:
        yield from _read_batch(first, known, _read_here)
        return
    with _processes() as read:
        while first:
            yield from _read_batch(first, known, read)
            first = list(islice(waiting, BATCH))


def _read_batch(
    batch: "list[Taken | Refused]", known: Callable[[str], bool], read: Read
) -> "Iterator[tuple[Taken | Refused, Reading | None]]":
    from reportedly.intake.formats import Taken

    fresh = [each for each in batch if isinstance(each, Taken) and not known(each.report.id)]
    readings = dict(zip((id(each) for each in fresh), read([e.report for e in fresh]), strict=True))
    for each in batch:
        check()
        yield each, readings.get(id(each))


def _read_here(reports: list[Report]) -> Iterator[Reading | None]:
    return (read_one(report) for report in reports)


def read_one(report: Report) -> Reading | None:
    """The reading of one report, None where it breaks a stage."""
    from reportedly.pipeline import read_reports

    return next(iter(read_reports((report,))), None)


@contextmanager
def _processes() -> Iterator[Read]:
    """Processes that read, gone when the command ends in whatever way."""
    pool = ProcessPoolExecutor(
        max_workers=os.cpu_count(), mp_context=get_context("spawn"), initializer=_begin
    )
    try:
        yield lambda reports: pool.map(read_one, reports, chunksize=4)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the command, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
