"""Stories in the archive: what was told, whether it is up to date, and what of it still holds after a change.

A story hangs on its own readings and on the corrections. A new report leaves the stories that it does not join as
they are; a report read anew or a correction lets go of all.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly import __version__
from reportedly.archive.records import blob, current_records, pack, unpack
from reportedly.archive.store import Archive
from reportedly.model.reading import Reading
from reportedly.model.story import Story


def stored_stories(archive: Archive) -> tuple[Story, ...] | None:
    """The stories as stored; None where a report or a correction came since, or other code made them."""
    if archive.query("SELECT made_by FROM stories_made") != [(__version__,)]:
        return None
    return earlier_stories(archive, archive.readings())


def earlier_stories(archive: Archive, readings: Sequence[Reading]) -> tuple[Story, ...]:
    """The stories as told last of these readings, in order, whatever has come since."""
    by_id = {reading.report.id: reading for reading in readings}
    members = archive.query("SELECT story, report, reading FROM story_report ORDER BY story, place")
    told: dict[str, list[Reading | None]] = {}
    with current_records(archive.path):
        for story, report, own in members:
            reading = by_id.get(str(report)) if own is None else unpack(blob(own), Reading)
            told.setdefault(str(story), []).append(reading)
        rows = archive.query("SELECT id, record FROM story ORDER BY place")
        stories = ((unpack(blob(record), Story), told[str(story)]) for story, record in rows)
        return tuple(
            replace(story, readings=tuple(whole))
            for story, found in stories
            if len(whole := [each for each in found if each is not None]) == len(found)
        )


def store_stories(
    archive: Archive, stories: Sequence[Story], of: Sequence[Reading], before: Sequence[Story] = ()
) -> None:
    """Store the stories told of these readings; those of `before` that are among them are written already.

    A reading that a story changed is stored with it.
    """
    plain = {reading.report.id: reading for reading in of}
    written = {id(story) for story in before}
    with archive.writing() as connection:
        kept = {story.id for story in stories if id(story) in written}
        for (story_id,) in connection.execute("SELECT id FROM story").fetchall():
            if story_id not in kept:
                connection.execute("DELETE FROM story WHERE id = ?", (story_id,))
        connection.execute("DELETE FROM stories_made")
        for place, story in enumerate(stories):
            if story.id not in kept or not _moved(connection, story, place):
                _write(connection, story, place, plain)
        if set(plain) == {str(row[0]) for row in connection.execute("SELECT id FROM report")}:
            connection.execute("INSERT INTO stories_made VALUES (?)", (__version__,))


def _moved(connection: sqlite3.Connection, story: Story, place: int) -> bool:
    """Give a stored story its place in the order; False where another process has deleted it meanwhile."""
    done = connection.execute("UPDATE story SET place = ? WHERE id = ?", (place, story.id))
    return bool(done.rowcount)


def _write(
    connection: sqlite3.Connection, story: Story, place: int, plain: Mapping[str, Reading]
) -> None:
    record = pack(replace(story, readings=()))
    connection.execute("INSERT INTO story VALUES (?, ?, ?)", (story.id, place, record))
    connection.executemany("INSERT INTO story_report VALUES (?, ?, ?, ?)", _members(story, plain))


def _members(
    story: Story, plain: Mapping[str, Reading]
) -> Iterator[tuple[str, int, str, bytes | None]]:
    """A story's rows: its readings by place, written out only where they differ from the stored ones."""
    for place, reading in enumerate(story.readings):
        report = reading.report.id
        same = plain.get(report) == reading
        yield story.id, place, report, None if same else pack(reading)
