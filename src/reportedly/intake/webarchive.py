"""Web archives (WARC, ARC): the pages in their records, and the place where an archive breaks off."""

import contextlib
import io
import logging
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from reportedly.intake.containers import Item
from reportedly.intake.page import Limits
from reportedly.model.errors import DamageError, InputError, SizeError

logging.getLogger("warcio").addHandler(logging.NullHandler())
UNPACKING = (
    ArchiveLoadFailed,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    zlib.error,
)
READABLE = ("application/xhtml", "text/html", "text/plain")


class Headers(Protocol):
    """The heading of a record or of the answer in it."""

    statusline: str | None

    def get_header(self, name: str) -> str | None:
        """The value of a header."""


class Limited(Protocol):
    """The bytes of a record and how many of those announced are still to come."""

    limit: int

    def read(self, length: int | None = None) -> bytes:
        """The next bytes."""


class Record(Protocol):
    """A record as warcio gives it."""

    rec_type: str
    rec_headers: Headers
    http_headers: Headers | None
    raw_stream: Limited

    def content_stream(self) -> BinaryIO:
        """The payload, decoded from transfer and compression."""


def in_warc(item: Item, limits: Limits) -> Iterator[Item | InputError]:
    """The pages of a web archive: response and resource records that hold text; the break is named where one is."""
    number = 0
    try:
        with item.open() as file:
            for record in _records(file):
                number += 1
                if number > limits.members:
                    yield SizeError(item.path, f"more than {limits.members:,} records")
                    return
                got = _page(f"{item.path}#{number}", record, limits)
                if got is not None:
                    yield got
    except UNPACKING as error:
        yield DamageError(item.path, f"web archive breaks off after record {number}: {error}")
        return
    if not number:
        yield DamageError(item.path, "web archive without a page")


def _records(file: BinaryIO) -> Iterator[Record]:
    """The records that may hold pages; what warcio would print about odd ones is kept from the screen."""
    records = iter(ArchiveIterator(file, arc2warc=True))
    while True:
        with contextlib.redirect_stderr(io.StringIO()):
            record: Record | None = next(records, None)
        if record is None:
            return
        if record.rec_type in ("response", "resource"):
            yield record


def _page(path: str, record: Record, limits: Limits) -> Item | InputError | None:
    """The page in one record; None for what is no text (pictures, scripts, redirects, names looked up)."""
    answer = record.http_headers
    url = record.rec_headers.get_header("WARC-Target-URI")
    kind = (answer or record.rec_headers).get_header("Content-Type") or "text/html"
    if answer is None and record.rec_type == "response" and not (url or "").startswith("dns:"):
        return DamageError(path, "record of a page without the page")
    if answer is not None and not (answer.statusline or "200").startswith("200"):
        return None
    if not kind.startswith(READABLE):
        return None
    data = record.content_stream().read(limits.report_bytes + 1)
    if len(data) > limits.report_bytes:
        return SizeError(path, f"more than {limits.report_bytes:,} bytes")
    while record.raw_stream.read(65536):
        pass
    if record.raw_stream.limit > 0:
        return DamageError(path, f"web archive breaks off {record.raw_stream.limit} bytes early")
    return Item.of_bytes(path, data, kind, url)
