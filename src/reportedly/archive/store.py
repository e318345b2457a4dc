"""The archive on disk: one SQLite file that opens after a crash at any moment.

Each report goes in with its reading in one transaction; WAL with synchronous=FULL makes it durable before it is
reported as added (a power cut included; the price is one fsync a report, far less than its parse).
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from reportedly import __version__
from reportedly.archive.records import LEVEL, blob, current_records, pack, text_hash, unpack
from reportedly.archive.sqlite import clear_errors, statements
from reportedly.language.characters import printable
from reportedly.model.errors import (
    ArchiveMissingError,
    NewerArchiveError,
    NotAnArchiveError,
    StaleArchiveError,
)
from reportedly.model.reading import Reading
from reportedly.model.report import Report, Role

APPLICATION = 0x52505444  # "RPTD" in the file's header says that it is ours
LAYOUT = 1
PATIENCE = 20.0  # seconds to wait for another writer


@dataclass(frozen=True, slots=True)
class Kept:
    """The precious part of a report: where it came from, its bytes, the hash of its text."""

    id: str
    path: str
    data: bytes
    text_hash: str
    added: str
    report: Report | None  # as taken in; None where the code's records have changed since


class Archive:
    """An open archive. `Archive.open` checks that the file is ours; use it as a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open the archive at `path`; `create` makes it where there is none."""
        if not create and not path.exists():
            raise ArchiveMissingError(str(path))
        with clear_errors(path):
            connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        archive = cls(path, connection)
        try:
            with clear_errors(path):
                archive._prepare()
        except BaseException:
            connection.close()
            raise
        return archive

    def _prepare(self) -> None:
        """Check whose file it is, lay it out where it is new, set how it is written."""
        if self._pragma("application_id") != APPLICATION:
            self._lay_out()
        layout = self._pragma("user_version")
        if layout > LAYOUT:
            raise NewerArchiveError(str(self.path), layout, LAYOUT)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")

    def _lay_out(self) -> None:
        """Make the tables in an empty file, in one transaction; a file with tables of its own is not ours."""
        schema = files("reportedly.archive").joinpath("schema.sql").read_text(encoding="utf-8")
        with self.writing() as connection:
            if self._pragma("application_id") == APPLICATION:
                return  # another process was faster
            if connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                raise NotAnArchiveError(str(self.path))
            for statement in statements(schema):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {LAYOUT}")

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added stays."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing."""
        with clear_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:  # a full disk has rolled back by itself
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def query(self, statement: str, *values: str | int) -> list[tuple[object, ...]]:
        """The rows of a SELECT."""
        with clear_errors(self.path):
            return self._connection.execute(statement, values).fetchall()

    def problems(self) -> tuple[str, ...]:
        """What SQLite's own check of the file finds wrong; nothing where all is well."""
        rows = self.query("PRAGMA integrity_check(10)")
        return tuple(str(row[0]) for row in rows if row[0] != "ok")

    # Reports

    def add(self, reading: Reading, data: bytes, added: str) -> bool:
        """Keep a report's bytes and its reading; False where it is there already and nothing changes."""
        report = reading.report
        with self.writing() as connection:
            done = connection.execute(
                "INSERT OR IGNORE INTO report (id, path, bytes, size, text_hash, record, added) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    report.id,
                    printable(report.path),
                    zlib.compress(data, LEVEL),
                    len(data),
                    text_hash(report.text),
                    pack(report),
                    added,
                ),
            )
            if done.rowcount:
                _write_reading(connection, reading)
                connection.execute("DELETE FROM refused WHERE path = ?", (printable(report.path),))
        return bool(done.rowcount)

    def reread(self, reading: Reading) -> None:
        """Put a new reading of a kept report in the place of the old one."""
        report = reading.report
        with self.writing() as connection:
            connection.execute("DELETE FROM block WHERE report = ?", (report.id,))
            connection.execute("DELETE FROM reading WHERE report = ?", (report.id,))
            connection.execute("DELETE FROM story")  # what was told of the old reading
            connection.execute(
                "UPDATE report SET text_hash = ?, record = ? WHERE id = ?",
                (text_hash(report.text), pack(report), report.id),
            )
            _write_reading(connection, reading)

    def remove(self, report_id: str) -> None:
        """Take a report out with everything that was read in it."""
        with self.writing() as connection:
            for table in ("block", "reading"):
                connection.execute(f"DELETE FROM {table} WHERE report = ?", (report_id,))  # noqa: S608 - fixed names
            connection.execute("DELETE FROM report WHERE id = ?", (report_id,))

    def refuse(self, path: str, reason: str, seen: str) -> None:
        """Remember an input that could not be taken."""
        with self.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO refused (path, reason, seen) VALUES (?, ?, ?)",
                (printable(path), printable(reason), seen),
            )

    def refused(self) -> tuple[tuple[str, str], ...]:
        """Path and reason of each input that could not be taken."""
        rows = self.query("SELECT path, reason FROM refused ORDER BY path")
        return tuple((str(path), str(reason)) for path, reason in rows)

    def holds(self, report_id: str) -> bool:
        """Whether this report is in."""
        return bool(self.query("SELECT 1 FROM report WHERE id = ?", report_id))

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, in the order of adding."""
        return tuple(str(row[0]) for row in self.query("SELECT id FROM report ORDER BY number"))

    def kept(self, report_id: str) -> Kept:
        """What was given for this report, bytes as they came."""
        [(path, data, hashed, added, record)] = self.query(
            "SELECT path, bytes, text_hash, added, record FROM report WHERE id = ?", report_id
        )
        with clear_errors(self.path):
            original = zlib.decompress(blob(data))
            try:
                report = unpack(blob(record), Report)
            except msgspec.ValidationError:
                report = None
        return Kept(report_id, str(path), original, str(hashed), str(added), report)

    # Readings

    def reports(self) -> Iterator[Report]:
        """The reports that were read, in the order of adding, one at a time; this code must have read all of them."""
        if self.query("SELECT 1 FROM reading WHERE made_by != ? LIMIT 1", __version__):
            raise StaleArchiveError(str(self.path))
        for each in self.report_ids():
            for (record,) in self.query("SELECT record FROM report WHERE id = ?", each):
                with current_records(self.path):
                    yield unpack(blob(record), Report)

    def readings(self, of: Iterable[str] | None = None) -> tuple[Reading, ...]:
        """What each of these reports says, or all in the order of adding."""
        return tuple(self.reading(each) for each in (self.report_ids() if of is None else of))

    def reading(self, report_id: str) -> Reading:
        """What this report says."""
        [(record, made_by)] = self.query(
            "SELECT record, made_by FROM reading WHERE report = ?", report_id
        )
        if made_by != __version__:
            raise StaleArchiveError(str(self.path))
        with current_records(self.path):
            return unpack(blob(record), Reading)


def _write_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """The derived rows of one report."""
    report = reading.report
    connection.execute(
        "INSERT INTO reading (report, record, made_by) VALUES (?, ?, ?)",
        (report.id, pack(reading), __version__),
    )
    connection.executemany(
        "INSERT INTO block (report, start, role, text) VALUES (?, ?, ?, ?)",
        [
            (report.id, block.span.start, block.role.value, printable(block.span.of(report.text)))
            for block in report.blocks
            if block.role is not Role.FURNITURE
        ],
    )
