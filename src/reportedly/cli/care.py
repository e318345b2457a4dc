"""Looking after the archive: verify, withdraw, search, rebuild."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reportedly.archive.checks import check_archive
from reportedly.archive.search import Hit, search_reports
from reportedly.archive.store import Archive
from reportedly.archive.told import store_stories
from reportedly.cli.current import current_stories, tell_untold
from reportedly.cli.derivation import derive_report, restore_report
from reportedly.cli.exits import UNVERIFIED
from reportedly.cli.options import archive_option, json_option
from reportedly.cli.progress import Progress
from reportedly.cli.rows import SHORT, place
from reportedly.cli.sources import BROKEN, find_id, name_refused
from reportedly.cli.withdrawal import Loss, find_losses
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.synthesis.wording import counts_line, one_line


@click.command()
@archive_option
@json_option
def verify(archive_path: Path, *, as_json: bool) -> int:
    """Check every citation against the stored bytes; exit code 4 where one does not hold."""
    with Archive.open(archive_path) as archive, Progress("verifying"):
        checked = check_archive(archive, current_stories(archive), derive_report)
    if as_json:
        click.echo(to_json(checked))
    else:
        for failure in checked.failures:
            click.echo(f"fails: {failure.report[:SHORT]}:{failure.place}: {failure.reason}")
        if checked.underived:
            count = len(checked.underived)
            click.echo(f"{count} members of containers held to the hash of their text")
        held = "all hold" if not checked.failures else f"{len(checked.failures)} do not hold"
        click.echo(f"{checked.reports} reports, {checked.citations} citations checked: {held}")
    return UNVERIFIED if checked.failures else 0


@click.command()
@click.argument("report")
@archive_option
@json_option
@click.option("--yes", is_flag=True, help="Remove it without asking.")
def withdraw(report: str, archive_path: Path, *, as_json: bool, yes: bool) -> None:
    """Show what falls without REPORT (an id or its beginning), then remove it."""
    from reportedly.pipeline import group_reports

    with Archive.open(archive_path) as archive:
        report_id = find_id(report, archive.report_ids(), str(archive_path))
        stories = current_stories(archive)
        before = [each for each in stories if report_id in each.report_ids]
        with Progress("comparing") as progress:
            left = group_reports(each for each in archive.reports() if each.id != report_id)
            anew = tuple(tell_untold(archive, left, progress))
        losses = find_losses(before, anew, report_id)
        _show_losses(losses, as_json=as_json)
        if not (yes or _agreed(f"remove {report_id[:SHORT]} from {archive_path}?")):
            click.echo("nothing removed", err=True)
            return
        archive.remove(report_id)
        store_stories(archive, left, anew)
    if not as_json:
        click.echo(f"removed {report_id}")


def _agreed(question: str) -> bool:
    """The answer of the person at the terminal; where nobody can be asked, a usage error."""
    if not sys.stdin.isatty():
        reason = "nobody to ask here; give --yes to remove it without asking"
        raise click.UsageError(reason)
    return click.confirm(question, err=True)


def _show_losses(losses: Sequence[Loss], *, as_json: bool) -> None:
    for loss in losses:
        named = loss.named
        fate = "falls" if loss.falls else "stays"
        if as_json:
            click.echo(to_json(named.record, story=named.story.id, sort=named.sort, fate=fate))
            continue
        title = one_line(named.title)
        click.echo(printable(f"{fate}  {named.sort}: {title}  ({named.id})"))
        if named.counts and loss.after and not loss.falls:
            click.echo(f"       {counts_line(named.counts)} -> {counts_line(loss.after)}")
    if not as_json:
        falling = sum(loss.falls for loss in losses)
        click.echo(f"{falling} fall, {len(losses) - falling} stay with less support")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@archive_option
@json_option
@click.option("--limit", default=50, show_default=True, help="At most so many.")
def search(words: tuple[str, ...], archive_path: Path, *, as_json: bool, limit: int) -> None:
    """Find blocks of reports that hold all WORDS; word* finds beginnings, "a phrase" words in a row."""
    with Archive.open(archive_path) as archive:
        hits = search_reports(archive, " ".join(words), limit)
    for hit in hits:
        click.echo(to_json(hit) if as_json else _hit_line(hit))
    if not hits and not as_json:
        click.echo("nothing found")


def _hit_line(hit: Hit) -> str:
    """The block's words with the found ones in [[ ]]."""
    start = hit.block.span.start
    pieces, at = [], 0
    for word in hit.words:
        pieces += [
            hit.text[at : word.span.start - start],
            f"[[{hit.text[word.span.start - start : word.span.end - start]}]]",
        ]
        at = word.span.end - start
    words = " ".join("".join([*pieces, hit.text[at:]]).split())
    return printable(f"{place(hit.block)}  {hit.role.value}: {words}")


@click.command()
@archive_option
@json_option
def rebuild(archive_path: Path, *, as_json: bool) -> int:
    """Work everything out again from the stored bytes and the corrections."""
    from reportedly.pipeline import read_reports

    failed: list[tuple[str, str]] = []
    with Archive.open(archive_path) as archive, Progress("reading") as progress:
        for report_id in archive.report_ids():
            kept = archive.kept(report_id)
            progress.step(kept.path)
            report = restore_report(kept)
            readings = read_reports((report,) if report else ())
            for reading in readings:
                archive.reread(reading)
            if not readings:
                failed.append(
                    (kept.path, BROKEN if report else "its bytes give no report any more")
                )
        count = len(archive.report_ids())
        stories = current_stories(archive)
    line = f"{count - len(failed)} of {count} reports read again, {len(stories)} stories"
    click.echo(
        to_json({"reports": count, "failed": failed, "stories": len(stories)}) if as_json else line
    )
    return name_refused(failed)
