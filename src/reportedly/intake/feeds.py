"""RSS and Atom: each entry is a report of its own, "feed.xml#3"; what a feed holds is often only a summary."""

import calendar
import io
import json
import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape

import feedparser

from reportedly.intake.page import Metadata, Page, Stated
from reportedly.model.errors import DamageError, EmptyError, InputError

PARSING = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    AssertionError,
)
ENTRY = re.compile(rb"<((?:\w+:)?(?:item|entry))[\s>].*?</\1\s*>", re.DOTALL)
TAG = re.compile(r"<(?:!--.*?--|[/a-zA-Z][^<>]*)>", re.DOTALL)
BREAK = re.compile(r"</?(?:p|div|br|li|h\d|tr|blockquote)\b[^>]*>", re.IGNORECASE)


def read_feed(data: bytes, path: str) -> Iterator[Page | InputError]:
    """The entries of a feed; the bytes kept of each are its own element."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = feedparser.parse(io.BytesIO(data))
        entries = list(found.entries)
        title = _text(found.feed, "title")
    except PARSING as error:
        yield DamageError(path, f"feed cannot be taken apart: {error}")
        return
    if not entries:
        yield EmptyError(path, "feed without an entry")
    elements = [match[0] for match in ENTRY.finditer(data)]
    for number, entry in enumerate(entries, 1):
        kept = elements[number - 1] if len(elements) == len(entries) else None
        yield _page(entry, f"{path}#{number}", plain(title), kept)
    if entries and found.bozo and not data.rstrip().endswith(b">"):
        yield DamageError(path, f"feed breaks off after entry {len(entries)}")


def _page(
    entry: Mapping[str, object], path: str, feed: str, kept: bytes | None
) -> Page | InputError:
    headline = plain(_text(entry, "title"))
    body = _body(entry)
    paragraphs = [headline, *plain(body).split("\n\n")]
    text = "\n\n".join(dict.fromkeys(p for p in paragraphs if p))
    if not text:
        return EmptyError(path, "entry without a text")
    link = _text(entry, "link") or None
    known = Metadata(
        headline=headline or None,
        author=_text(entry, "author") or None,
        outlet=feed or None,
        url=link,
        published=_published(entry),
        because=f"entry of the feed “{feed}”" if feed else "",
    )
    data = (
        kept
        if kept is not None
        else json.dumps([headline, link, _text(entry, "published"), body]).encode()
    )
    return Page(path, data, text, known)


def _text(record: Mapping[str, object], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _body(entry: Mapping[str, object]) -> str:
    """The full content if the feed has it, else the summary."""
    contents = entry.get("content")
    first = contents[0] if isinstance(contents, list) and contents else None
    value = first.get("value") if isinstance(first, dict) else None
    return value if isinstance(value, str) and value else _text(entry, "summary")


def plain(markup: str) -> str:
    r"""The text of a short piece of markup, blocks apart by an empty line.

    >>> plain("<p>Ministers met.</p><p>They agreed &amp; left.</p>")
    'Ministers met.\n\nThey agreed & left.'
    """
    marked = TAG.sub("", BREAK.sub("\n\n", re.sub(r"(?is)<(script|style)\b.*?</\1>", "", markup)))
    lines = (" ".join(line.split()) for line in unescape(marked).split("\n\n"))
    return "\n\n".join(line for line in lines if line)


def _published(entry: Mapping[str, object]) -> Stated | None:
    """The entry's own date of publication; the date of an update only where that is all there is."""
    for key, words in (
        ("published_parsed", "the feed's date"),
        ("updated_parsed", "the feed's date of update"),
    ):
        parsed = entry.get(key) if key in entry else None
        if isinstance(parsed, tuple):
            try:
                moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError):
                continue
            return Stated(moment.date(), words, moment)
    return None
