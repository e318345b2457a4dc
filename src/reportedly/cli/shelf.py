"""Readings of files: in memory while they are few, else in an archive that is gone when the command ends."""

import tempfile
from pathlib import Path

import click

from reportedly.archive.store import Archive
from reportedly.cli.current import current_stories
from reportedly.cli.progress import Progress
from reportedly.model.reading import Reading
from reportedly.model.story import Stories

IN_MEMORY = 500  # readings, some 0.3 to 0.6 MB each


class Shelf:
    """Holds each report's reading once."""

    def __init__(self) -> None:
        self._held: dict[str, Reading] = {}
        self._archive: Archive | None = None

    def holds(self, report_id: str) -> bool:
        """Whether this report is there."""
        return report_id in self._held or bool(self._archive and self._archive.holds(report_id))

    def add(self, reading: Reading) -> None:
        """Keep one more; where they become too many for memory, write down those it holds."""
        self._held[reading.report.id] = reading
        if len(self._held) > IN_MEMORY:
            self._archive = self._archive or _archive_for_now()
            self._write(self._archive)

    def stories(self) -> Stories:
        """What all of them say together."""
        if self._archive is not None:
            self._write(self._archive)
            return current_stories(self._archive)
        from reportedly.pipeline import tell_stories

        with Progress("comparing"):
            return tell_stories(tuple(self._held.values()))

    def _write(self, archive: Archive) -> None:
        for each in self._held.values():
            archive.add(each, b"", "")
        self._held.clear()


def _archive_for_now() -> Archive:
    """An archive that is deleted when the command ends."""
    context = click.get_current_context()
    folder = context.with_resource(tempfile.TemporaryDirectory(prefix="reportedly-"))
    return context.with_resource(Archive.open(Path(folder) / "readings.db", create=True))
