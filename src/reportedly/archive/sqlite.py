"""What SQLite says, as the archive says it: its errors, and an SQL file statement by statement."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.model.errors import BusyArchiveError, DamagedArchiveError, NotAnArchiveError


def statements(schema: str) -> Iterator[str]:
    """The statements of an SQL file one by one: `executescript` would commit before it runs."""
    gathered = ""
    for line in schema.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, which say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyArchiveError(str(path)) from error
        raise DamagedArchiveError(str(path), str(error)) from error
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotAnArchiveError(str(path)) from error
        raise DamagedArchiveError(str(path), str(error)) from error
    except zlib.error as error:
        raise DamagedArchiveError(str(path), str(error)) from error
