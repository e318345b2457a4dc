"""`add` takes reports into an archive; `read` shows what each says by itself."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.archive.store import Archive
from reportedly.cli.options import DAY, archive_option, json_option
from reportedly.cli.progress import Progress
from reportedly.cli.rows import SHORT
from reportedly.cli.sources import BROKEN, name_refused, open_paths
from reportedly.cli.workers import read_all, read_one
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Known, Published, Report

if TYPE_CHECKING:
    from reportedly.intake.formats import Refused, Taken


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: added, known (nothing changed) or refused."""

    outcome: str
    path: str
    id: str = ""
    reason: str = ""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@json_option
def add(paths: tuple[str, ...], archive_path: Path, *, as_json: bool) -> int:
    """Take the reports at PATH into the archive.

    A report is in the archive, whatever happens next, once its line is printed. Adding it again changes nothing.
    """
    outcomes: list[Outcome] = []
    with Archive.open(archive_path, create=True) as archive, Progress("reading") as progress:
        opened = open_paths(paths, archive_path)
        for each, reading in read_all(opened, known=archive.holds):
            outcome = _add(archive, each, reading)
            progress.step(outcome.path)
            outcomes.append(outcome)
            if outcome.outcome != "refused":
                _say(outcome, as_json=as_json)
            elif as_json:
                click.echo(to_json(outcome))
    refused = [(each.path, each.reason) for each in outcomes if each.outcome == "refused"]
    code = name_refused(refused)
    if not as_json:
        click.echo(_summary(outcomes))
    return code


def _add(archive: Archive, each: "Taken | Refused", reading: Reading | None) -> Outcome:
    """Keep one report with its reading, or remember why it was refused."""
    from reportedly.intake.formats import Refused

    now = datetime.now(UTC).isoformat(timespec="seconds")
    if isinstance(each, Refused):
        archive.refuse(each.path, each.reason, now)
        return Outcome("refused", each.path, reason=each.reason)
    report = each.report
    if archive.holds(report.id):
        return Outcome("known", report.path, report.id)
    if reading is None:
        archive.refuse(report.path, BROKEN, now)
        return Outcome("refused", report.path, report.id, BROKEN)
    new = archive.add(reading, each.data, now)  # false where another process was faster
    return Outcome("added" if new else "known", report.path, report.id)


def _say(outcome: Outcome, *, as_json: bool) -> None:
    """Print the line at once: from here on the report is in the archive for good."""
    line = f"{outcome.outcome:<7} {outcome.id[:SHORT]}  {printable(outcome.path)}"
    click.echo(to_json(outcome) if as_json else line)


def _summary(outcomes: list[Outcome]) -> str:
    kinds = [outcome.outcome for outcome in outcomes]
    return (
        f"{kinds.count('added')} added, {kinds.count('known')} already there, "
        f"{kinds.count('refused')} refused"
    )


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@json_option
@click.option("--date", "published", type=DAY, help="When the reports came out, where you know.")
def read(paths: tuple[str, ...], published: date | None, *, as_json: bool) -> int:
    """What each report at PATH says by itself, as marked text or, with --json, with all layers."""
    from reportedly.export.marked_text import render_marked
    from reportedly.export.reading_json import render_reading
    from reportedly.intake.formats import Refused

    refused = []
    with Progress("reading") as progress:
        for each in open_paths(paths):
            if isinstance(each, Refused):
                refused.append((each.path, each.reason))
                continue
            progress.step(each.report.path)
            reading = _read(each.report, published)
            if reading is None:
                refused.append((each.report.path, BROKEN))
            else:
                click.echo(render_reading(reading) if as_json else render_marked(reading))
    return name_refused(refused)


def _read(report: Report, published: date | None) -> Reading | None:
    """The reading, against the day that the user gives where there is one."""
    if published is not None:
        given = Published(Interval.day(published), Known.GIVEN, "given with --date")
        report = replace(report, published=given)
    return read_one(report)
