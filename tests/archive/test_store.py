"""The archive keeps what it was given, whatever happens."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.archive import store
from reportedly.archive.records import pack
from reportedly.archive.store import Archive
from reportedly.model.errors import (
    ArchiveMissingError,
    BusyArchiveError,
    DamagedArchiveError,
    NewerArchiveError,
    NotAnArchiveError,
    StaleArchiveError,
)
from reportedly.model.reading import Reading

MakeReading = Callable[[str], Reading]
NOW = "2022-01-03T09:00:00+00:00"


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text('a -"*\n\x00\x01\x1bé\u202e\ud83d\ude00\udcff\U0001f600', min_size=1),
    data=st.binary(),
)
def test_any_report_comes_back(make_reading: MakeReading, text: str, data: bytes) -> None:
    """Bytes, text and reading are the same after a round trip."""
    reading = make_reading(text)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    archive = Archive(Path(":memory:"), connection)
    archive._prepare()  # noqa: SLF001 - an archive without a file, for speed
    with archive:
        assert archive.add(reading, data, NOW)
        assert archive.readings() == (reading,)
        assert archive.reading(reading.report.id) == reading
        assert archive.kept(reading.report.id).data == data


def test_adding_again_changes_nothing(archive: Archive, make_reading: MakeReading) -> None:
    """The same bytes are one report; the first path and time stay."""
    reading = make_reading("The envoys met.")
    assert archive.add(reading, b"x", NOW)
    moved = replace(reading, report=replace(reading.report, path="elsewhere.txt"))
    assert not archive.add(moved, b"x", "later")
    kept = archive.kept(reading.report.id)
    assert (kept.path, kept.added) == (reading.report.path, NOW)


def test_a_reread_report_keeps_its_bytes(archive: Archive, make_reading: MakeReading) -> None:
    """`rebuild` puts a new reading in the place of the old; the bytes and their order stay."""
    reading, other = make_reading("One."), make_reading("Two.")
    archive.add(reading, b"1", NOW)
    archive.add(other, b"2", NOW)
    archive.reread(replace(reading, mentions=()))
    assert archive.readings() == (replace(reading, mentions=()), other)
    assert archive.kept(reading.report.id).data == b"1"


def test_what_was_refused_is_remembered_until_it_is_taken(
    archive: Archive, make_reading: MakeReading
) -> None:
    """The last reason counts; a path that is taken later is no longer refused."""
    reading = make_reading("One.")
    archive.refuse(reading.report.path, "empty", NOW)
    archive.refuse(reading.report.path, "no text", NOW)
    assert archive.refused() == ((reading.report.path, "no text"),)
    archive.add(reading, b"1", NOW)
    assert archive.refused() == ()


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    """The error says how to make one."""
    with pytest.raises(ArchiveMissingError, match="reportedly add"):
        Archive.open(tmp_path / "none.db")


def test_a_file_that_is_not_sqlite(tmp_path: Path) -> None:
    """Someone's notes are not overwritten."""
    notes = tmp_path / "notes.db"
    notes.write_text("my notes " * 200, encoding="utf-8")
    with pytest.raises(NotAnArchiveError):
        Archive.open(notes, create=True)
    assert notes.read_text(encoding="utf-8").startswith("my notes")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """Its tables are left alone."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    with pytest.raises(NotAnArchiveError):
        Archive.open(path, create=True)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
    connection.close()


def test_an_archive_of_a_newer_layout(archive: Archive) -> None:
    """It is not touched; the error says to update."""
    connection = sqlite3.connect(archive.path)
    connection.execute(f"PRAGMA user_version = {store.LAYOUT + 1}")
    connection.close()
    with pytest.raises(NewerArchiveError, match="update"):
        Archive.open(archive.path)


def test_readings_of_another_version_ask_for_a_rebuild(
    archive: Archive, make_reading: MakeReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Derived records carry the version of the code that made them."""
    archive.add(make_reading("One."), b"1", NOW)
    monkeypatch.setattr(store, "__version__", "99")
    with pytest.raises(StaleArchiveError, match="rebuild"):
        archive.readings()


def test_records_of_another_shape_ask_for_a_rebuild(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Also where the version was not raised."""
    reading = make_reading("One.")
    archive.add(reading, b"1", NOW)
    with archive.writing() as connection:
        connection.execute("UPDATE reading SET record = ?", (pack("another shape"),))
    with pytest.raises(StaleArchiveError):
        archive.reading(reading.report.id)


def test_damaged_bytes_are_reported(archive: Archive, make_reading: MakeReading) -> None:
    """A blob that does not unpack is damage, not a crash."""
    reading = make_reading("One.")
    archive.add(reading, b"1", NOW)
    with archive.writing() as connection:
        connection.execute("UPDATE report SET bytes = ?", (b"no zlib",))
    with pytest.raises(DamagedArchiveError):
        archive.kept(reading.report.id)


def test_a_torn_file_is_reported(archive: Archive, make_reading: MakeReading) -> None:
    """Zeros in the middle of the file do not go unnoticed."""
    for number in range(200):
        archive.add(make_reading(f"Report {number}."), str(number).encode(), NOW)
    archive.close()
    size = archive.path.stat().st_size
    with archive.path.open("r+b") as file:
        file.seek(size // 3)
        file.write(bytes(size // 3))
    try:
        with Archive.open(archive.path) as opened:
            noticed = bool(opened.problems())
    except DamagedArchiveError:
        noticed = True
    assert noticed


def test_two_writers_take_turns(
    archive: Archive, make_reading: MakeReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second writer waits, then says who is in the way."""
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    reading = make_reading("One.")
    with Archive.open(archive.path) as second, archive.writing(), pytest.raises(BusyArchiveError):
        second.add(reading, b"1", NOW)


def test_an_interrupted_transaction_leaves_nothing(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Ctrl-C between two statements: all of the report or nothing of it."""
    reading = make_reading("One.")

    def interrupted() -> None:
        with archive.writing() as connection:
            connection.execute("INSERT INTO refused VALUES ('p', 'r', 's')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert archive.refused() == ()
    assert archive.add(reading, b"1", NOW)
