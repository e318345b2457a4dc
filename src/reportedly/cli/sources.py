"""Where a command's stories come from: straight from files, or from the archive, told anew where it changed.

Stories of an archive are loaded one at a time, while the command runs. So are those of many files: their readings
are kept in an archive of their own, which is gone when the command ends.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.archive.store import Archive
from reportedly.cli.current import current_stories
from reportedly.cli.exits import UNREADABLE
from reportedly.cli.progress import Progress
from reportedly.cli.shelf import Shelf
from reportedly.language.characters import printable
from reportedly.model.errors import AmbiguousIdError, UnknownIdError
from reportedly.model.story import Stories

if TYPE_CHECKING:
    from reportedly.intake.formats import Refused, Taken

STANDARD_INPUT = "-"
SQLITE_ENDINGS = ("", "-wal", "-shm", "-journal")
BROKEN = "could not be read; please tell us, with the file"


@dataclass(frozen=True, slots=True)
class Told:
    """Stories, and what could not be taken: (path, reason)."""

    stories: Stories
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

    shelf = Shelf()
    refused = []
    with Progress("reading") as progress:
        for each, reading in read_all(open_paths(paths, own), known=shelf.holds):
            progress.step(each.path if isinstance(each, Refused) else each.report.path)
            if isinstance(each, Refused):
                refused.append((each.path, each.reason))
            elif reading is not None:
                shelf.add(reading)
    return Told(shelf.stories(), tuple(refused))


def tell_archive(archive_path: Path) -> Told:
    """The archive's stories; what `add` refused is named, and was in its exit code, not in this one's."""
    archive = click.get_current_context().with_resource(Archive.open(archive_path))
    name_refused(archive.refused(), "not read when added")
    return Told(current_stories(archive))


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
