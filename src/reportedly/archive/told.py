"""Stories in the archive: what was told, whether it is up to date, and what of it still holds after a change.

A story hangs on its own readings and on the corrections. A new report leaves the stories that it does not join as
they are; a report read anew or a correction lets go of all. Stories are written and loaded one at a time, so that
memory holds the readings of one story and not those of the archive.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly import __version__
from reportedly.archive.records import blob, current_records, pack, unpack
from reportedly.archive.store import Archive
from reportedly.model.errors import ChangedArchiveError, StaleArchiveError
from reportedly.model.reading import Reading
from reportedly.model.story import Story

Members = Mapping[str, frozenset[str]]
"""By the id of a story the ids of its reports."""


class StoredStories:
    """The stories as stored, largest first, each loaded when its turn comes; good while the archive is open."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        rows = archive.query("SELECT id FROM story ORDER BY place")
        self._ids = tuple(str(row[0]) for row in rows)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Story]:
        return (_load(self._archive, each) for each in self._ids)


def stored_stories(archive: Archive) -> StoredStories | None:
    """The stories as stored; None where a report or a correction came since, or other code made them."""
    if archive.query("SELECT made_by FROM stories_made") != [(__version__,)]:
        return None
    return StoredStories(archive)


def _load(archive: Archive, story_id: str) -> Story:
    """A story with its readings: its own where it read a report differently, else the report's."""
    rows = archive.query("SELECT record FROM story WHERE id = ?", story_id)
    members = archive.query(
        "SELECT report, story_report.reading, record, made_by FROM story_report "
        "LEFT JOIN reading USING (report) WHERE story = ? ORDER BY place",
        story_id,
    )
    if any(made_by not in (None, __version__) for *_, made_by in members):
        raise StaleArchiveError(str(archive.path))
    if not rows or any(own is None and record is None for _, own, record, _ in members):
        raise ChangedArchiveError(str(archive.path))
    with current_records(archive.path):
        story = unpack(blob(rows[0][0]), Story)
        readings = (unpack(blob(own or record), Reading) for _, own, record, _ in members)
        return replace(story, readings=tuple(readings))


def untold(archive: Archive, members: Members) -> tuple[str, ...]:
    """The ids of those stories that are not stored as told of just these reports."""
    told = _told(archive)
    return tuple(each for each, reports in members.items() if told.get(each) != reports)


def _told(archive: Archive) -> Members:
    rows = archive.query("SELECT story, report FROM story_report")
    found: dict[str, set[str]] = {}
    for story, report in rows:
        found.setdefault(str(story), set()).add(str(report))
    return {story: frozenset(reports) for story, reports in found.items()}


def store_stories(archive: Archive, members: Members, stories: Iterable[Story]) -> None:
    """Make these the archive's stories: `stories` are those that are not stored yet, written as they come.

    A story that is written stays, whatever happens next. A reading that a story changed is stored with it.
    """
    told = _told(archive)
    with archive.writing() as connection:
        connection.execute("DELETE FROM stories_made")
        for each, reports in told.items():
            if members.get(each) != reports:
                connection.execute("DELETE FROM story WHERE id = ?", (each,))
    for story in stories:
        plain = {each.report.id: each for each in archive.readings(members[story.id])}
        with archive.writing() as connection:
            _check(connection, archive, story)
            _write(connection, story, plain)
    with archive.writing() as connection:
        _finish(connection, members)


def _check(connection: sqlite3.Connection, archive: Archive, story: Story) -> None:
    """Nothing told before a correction is written after it."""
    [(corrections,)] = connection.execute("SELECT count(*) FROM correction").fetchall()
    if corrections != len(story.corrections):
        raise ChangedArchiveError(str(archive.path))


def _write(connection: sqlite3.Connection, story: Story, plain: Mapping[str, Reading]) -> None:
    connection.execute("DELETE FROM story WHERE id = ?", (story.id,))
    record = pack(replace(story, readings=()))
    connection.execute("INSERT INTO story VALUES (?, ?, ?)", (story.id, 0, record))
    connection.executemany("INSERT INTO story_report VALUES (?, ?, ?, ?)", _rows(story, plain))


def _rows(
    story: Story, plain: Mapping[str, Reading]
) -> Iterator[tuple[str, int, str, bytes | None]]:
    """A story's rows: its readings by place, written out only where they differ from the stored ones."""
    for place, reading in enumerate(story.readings):
        report = reading.report.id
        same = plain.get(report) == reading
        yield story.id, place, report, None if same else pack(reading)


def _finish(connection: sqlite3.Connection, members: Members) -> None:
    """Order the stories, largest first; they are up to date if nothing was added or told by others meanwhile."""
    ordered = sorted(members, key=lambda each: (-len(members[each]), each))
    connection.executemany("UPDATE story SET place = ? WHERE id = ?", list(enumerate(ordered)))
    reports = {str(row[0]) for row in connection.execute("SELECT report FROM reading")}
    stories = {str(row[0]) for row in connection.execute("SELECT id FROM story")}
    if reports == {each for group in members.values() for each in group} and stories == set(
        members
    ):
        connection.execute("INSERT INTO stories_made VALUES (?)", (__version__,))
