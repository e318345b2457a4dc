"""Records as compressed JSON and back, exactly: a text with damaged bytes (lone surrogates) survives too."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from reportedly.archive.sqlite import clear_errors
from reportedly.model.errors import StaleArchiveError

Record = TypeVar("Record")

LEVEL = 3  # zlib: level 6 takes twice the time for 6 % less


def pack(record: object) -> bytes:
    """A record as compressed JSON."""
    try:
        written = msgspec.json.encode(record)
    except (
        UnicodeEncodeError
    ):  # msgspec writes plain UTF-8 only; escapes would join two halves into one character
        raw = json.dumps(msgspec.to_builtins(record), ensure_ascii=False)
        written = raw.encode("utf-8", "surrogatepass")
    return zlib.compress(written, LEVEL)


def unpack(packed: bytes, kind: type[Record]) -> Record:
    """The record again; `msgspec.ValidationError` where the code's records have changed since."""
    written = zlib.decompress(packed)
    try:
        return msgspec.json.decode(written, type=kind)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError):
        raw = written.decode("utf-8", "surrogatepass")
        return msgspec.convert(json.loads(raw), type=kind)


def text_hash(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8, lone surrogates as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def blob(value: object) -> bytes:
    """A BLOB column's value; STRICT tables hold nothing else there."""
    if not isinstance(value, bytes):
        raise zlib.error  # read as damage
    return value


@contextmanager
def current_records(path: Path) -> Iterator[None]:
    """Records of another shape than the code's mean another version of it."""
    try:
        with clear_errors(path):
            yield
    except msgspec.ValidationError as error:
        raise StaleArchiveError(str(path)) from error
