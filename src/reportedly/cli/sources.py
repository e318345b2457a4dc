"""Where a command's stories come from: straight from files, or from the archive, told anew where it changed."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.archive.corrections import list_corrections
from reportedly.archive.store import Archive
from reportedly.archive.told import earlier_stories, store_stories, stored_stories
from reportedly.cli.exits import UNREADABLE
from reportedly.cli.progress import Progress
from reportedly.language.characters import printable
from reportedly.model.errors import AmbiguousIdError, UnknownIdError
from reportedly.model.reading import Reading
from reportedly.model.story import Story

if TYPE_CHECKING:
    from reportedly.intake.formats import Refused, Taken

STANDARD_INPUT = "-"
SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")
BROKEN = "could not be read; please tell us, with the file"


@dataclass(frozen=True, slots=True)
class Told:
    """Stories, and what could not be taken: (path, reason)."""

    stories: tuple[Story, ...]
    refused: tuple[tuple[str, str], ...] = ()


def open_paths(paths: Sequence[str], own: Path | None = None) -> "Iterator[Taken | Refused]":
    """What can be taken from these paths; "-" is standard input. `own` is an archive that may lie among them."""
    from reportedly.intake.formats import Refused, open_bytes, open_reports

    for path in paths:
        if path == STANDARD_INPUT:
            yield from open_bytes(sys.stdin.buffer.read(), STANDARD_INPUT)
            continue
        for each in open_reports([Path(path)]):
            if not (own and isinstance(each, Refused) and _is_part(each.path, own)):
                yield each


def _is_part(path: str, archive: Path) -> bool:
    """Whether a file is the archive, or SQLite's journal of it: `reportedly add .` is no mistake."""
    return any(os.path.realpath(path) == os.path.realpath(archive) + end for end in SQLITE_ENDINGS)


def tell(paths: Sequence[str], archive_path: Path) -> Told:
    """The stories of these files or, where none are named, of the archive."""
    return tell_paths(paths, archive_path) if paths else tell_archive(archive_path)


def tell_paths(paths: Sequence[str], own: Path) -> Told:
    """The stories of these files; no archive is read or written, also not `own` where it lies among them."""
    from reportedly.cli.workers import read_all
    from reportedly.intake.formats import Refused
    from reportedly.pipeline import tell_stories

    readings: dict[str, Reading] = {}
    refused = []
    with Progress("reading") as progress:
        for each, reading in read_all(open_paths(paths, own), known=readings.__contains__):
            progress.step(each.path if isinstance(each, Refused) else each.report.path)
            if isinstance(each, Refused):
                refused.append((each.path, each.reason))
            elif reading is not None:
                readings[each.report.id] = reading
        progress.say("comparing")
        stories = tell_stories(tuple(readings.values()), ())
    return Told(stories, tuple(refused))


def tell_archive(archive_path: Path) -> Told:
    """The archive's stories; what `add` refused is named, and was in its exit code, not in this one's."""
    with Archive.open(archive_path) as archive:
        name_refused(archive.refused(), "not read when added")
        return Told(current_stories(archive))


def current_stories(archive: Archive) -> tuple[Story, ...]:
    """The archive's stories as stored or, where something changed since, those that it touches told anew and stored."""
    stories = stored_stories(archive)
    if stories is None:
        from reportedly.pipeline import tell_stories

        readings = archive.readings()
        earlier = earlier_stories(archive, readings)
        with Progress("comparing"):
            stories = tell_stories(readings, list_corrections(archive), earlier)
        store_stories(archive, stories, readings, earlier)
    return stories


def find_id(wanted: str, ids: Iterable[str], where: str) -> str:
    """The one id that is `wanted` or begins so."""
    matches = tuple(sorted({each for each in ids if each.startswith(wanted)}))
    if wanted in matches:
        return wanted
    if not matches:
        raise UnknownIdError(wanted, where)
    if len(matches) > 1:
        raise AmbiguousIdError(wanted, matches)
    return matches[0]


def name_refused(refused: Sequence[tuple[str, str]], what: str = "not read") -> int:
    """List on standard error what could not be read; the exit code that says so."""
    for path, reason in refused:
        click.echo(printable(f"{what}: {path}: {reason}"), err=True)
    return UNREADABLE if refused else 0
