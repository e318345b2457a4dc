"""An item opened by the reader of its kind: plain text, page, letter, feed, records, or a container of more items."""

import re
import zlib
from collections.abc import Callable, Iterator
from enum import StrEnum

from reportedly.intake.containers import HEAD, Item, in_gzip, in_zip, read_whole
from reportedly.intake.encoding import decode
from reportedly.intake.feeds import read_feed
from reportedly.intake.html import read_html
from reportedly.intake.mail import read_mail
from reportedly.intake.page import Limits, Metadata, Page
from reportedly.intake.records import read_records
from reportedly.intake.rules import magics
from reportedly.intake.webarchive import in_warc
from reportedly.model.errors import AccessError, EmptyError, FormatError, InputError, SizeError


class Kind(StrEnum):
    """The kinds of inputs that there are readers for."""

    TEXT = "text"
    HTML = "html"
    MAIL = "e-mail"
    FEED = "feed"
    RECORDS = "json lines"
    WARC = "warc"
    ZIP = "zip"
    GZIP = "gzip"


Container = Callable[[Item, Limits], Iterator[Item | InputError]]
CONTAINERS: dict[Kind, Container] = {Kind.ZIP: in_zip, Kind.GZIP: in_gzip, Kind.WARC: in_warc}
ARCHIVES = (b"WARC/", b"filedesc://")
BESIDE = re.compile(r"\.wacz#(?!archive/)", re.IGNORECASE)  # index and page list of a web archive
ENDINGS = (
    ((".html", ".htm", ".xhtml", ".shtml"), Kind.HTML),
    ((".eml",), Kind.MAIL),
    ((".json", ".jsonl", ".ndjson"), Kind.RECORDS),
    ((".rss", ".atom", ".rdf"), Kind.FEED),
)
FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
XML = re.compile(
    rb"\s*<(?:\?xml\b|(?:newsml|nitf)\b|[\w:-]+\s[^>]{0,500}\bxmlns[:=])", re.IGNORECASE
)
LETTER = re.compile(
    rb"(?:(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|x-[\w-]+|content-type): ?[^\r\n]+\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}",
    re.IGNORECASE,
)
RECORD = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{\s*\")")


def kind_of(head: bytes, path: str, declared: str | None = None) -> Kind:
    """The kind of an item, by its first bytes, then by what its container or its name says; raises FormatError."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if head.startswith(ARCHIVES):
        return Kind.WARC
    for magic in magics():
        if head[magic.offset :].startswith(magic.magic):
            raise FormatError(path, magic.kind)
    return _kind_of_text(head.lstrip(b"\xef\xbb\xbf"), path.casefold(), declared or "")


def _kind_of_text(head: bytes, path: str, declared: str) -> Kind:
    if "html" in declared or PAGE.match(head):
        return Kind.HTML
    if RECORD.match(head):
        return Kind.RECORDS
    if LETTER.match(head):
        return Kind.MAIL
    if head.lstrip().startswith(b"<") and FEED.search(head):
        return Kind.FEED
    named = next((kind for endings, kind in ENDINGS if path.endswith(endings)), None)
    if named is None and XML.match(head):
        if b"<html" not in head.lower():
            raise FormatError(path, "application/xml")
        return Kind.HTML
    return named or Kind.TEXT


def open_item(item: Item, limits: Limits, depth: int = 0) -> Iterator[Page | InputError]:
    """The pages in an item, those of containers one by one; what cannot be read comes as the error that says why."""
    try:
        kind = _unpacked_kind(_head(item), item)
        if kind in CONTAINERS:
            yield from _in_container(item, CONTAINERS[kind], limits, depth)
        else:
            yield from _pages(item, kind, limits)
    except InputError as error:
        yield error


def _head(item: Item) -> bytes:
    """The first bytes of an item; raises InputError if there are none."""
    try:
        with item.open() as file:
            head = file.read(HEAD)
    except OSError as error:
        raise AccessError(item.path, str(error.strerror).lower()) from error
    if not head:
        raise EmptyError(item.path)
    return head


def _unpacked_kind(head: bytes, item: Item) -> Kind:
    """The kind of the item; a web archive is known through its compression."""
    kind = kind_of(head, item.path, item.kind)
    if kind is Kind.GZIP:
        try:
            inner = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 64)
        except zlib.error:
            return kind
        return Kind.WARC if inner.startswith(ARCHIVES) else kind
    return kind


def _in_container(
    item: Item, members: Container, limits: Limits, depth: int
) -> Iterator[Page | InputError]:
    if depth >= limits.depth:
        yield SizeError(item.path, f"containers nested more than {limits.depth} deep")
        return
    for member in members(item, limits):
        if isinstance(member, InputError):
            yield member
        elif not BESIDE.search(member.path):
            yield from open_item(member, limits, depth + 1)


def _pages(item: Item, kind: Kind, limits: Limits) -> Iterator[Page | InputError]:
    """The pages in an item that is no container of files."""
    limit = limits.html_bytes if kind is Kind.HTML else limits.report_bytes
    data = read_whole(item, limit)
    if kind is Kind.MAIL:
        yield from read_mail(data, item.path)
    elif kind is Kind.FEED:
        yield from read_feed(data, item.path)
    elif kind is Kind.RECORDS:
        yield from read_records(data, item.path)
    elif kind is Kind.HTML:
        yield read_html(data, item.path, charset_of(item.kind), item.url)
    else:
        yield read_text(data, item.path, item.url)


def charset_of(kind: str | None) -> str | None:
    """The charset of a media type.

    >>> charset_of("text/html; charset=windows-1251")
    'windows-1251'
    """
    match = re.search(r"charset=[\"']?([\w-]+)", kind or "", re.IGNORECASE)
    return match[1] if match else None


def read_text(data: bytes, path: str, url: str | None = None) -> Page:
    """Plain text as it stands."""
    text = decode(data, path)
    return Page(path, data, text, Metadata(url=url))
