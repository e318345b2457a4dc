"""JSON and JSON Lines: one record a report, its fields under the names that collections use."""

import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime

from reportedly.intake.encoding import decode
from reportedly.intake.feeds import plain
from reportedly.intake.html import stated_of
from reportedly.intake.page import Metadata, Page, Stated, headed
from reportedly.model.errors import DamageError, EmptyError, InputError

TEXTS = (
    "text",
    "body",
    "content",
    "maintext",
    "article",
    "body_text",
    "bodyText",
    "article_text",
    "full_text",
    "bodies",
    "body_xhtml",
    "body_html",
    "description",
)
HEADLINES = ("title", "headline", "headlines", "heading", "name")
ADDRESSES = ("url", "uri", "link", "canonical_url")
OUTLETS = (
    "source",
    "outlet",
    "site",
    "sitename",
    "site_name",
    "publisher",
    "source_name",
    "domain",
    "publication",
)
AUTHORS = ("author", "authors", "byline", "creator")
DATES = (
    "published",
    "date",
    "published_at",
    "publishedAt",
    "datePublished",
    "date_publish",
    "pubDate",
    "publication_date",
    "publish_date",
    "timestamp",
    "created",
    "firstCreated",
    "versionCreated",
    "versioncreated",
)
LINE = re.compile(r"^[ \t]*\{.*\}[ \t\r]*$", re.MULTILINE)  # a line that may be a record
GAP = re.compile(r"[\s,]*")
MARKUP = re.compile(r"</(?:p|div|br|a|h\d)>|<br", re.IGNORECASE)


def read_records(data: bytes, path: str) -> Iterator[Page | InputError]:
    """The records of a file; the bytes kept of each are its own. A broken line is named and the next one read."""
    text = decode(data, path)
    if text.lstrip().startswith("["):
        yield from _in_array(text, path)
        return
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if LINE.search(text):
            yield from _in_lines(text, path)
        else:
            yield DamageError(path, f"no JSON: {error}")
        return
    yield _page(whole, f"{path}#1", data)


def _in_lines(text: str, path: str) -> Iterator[Page | InputError]:
    number = 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
            name = f"{path}#{number}"
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield DamageError(name, f"no JSON: {error}")
                continue
            yield _page(record, name, line.strip().encode())


def _in_array(text: str, path: str) -> Iterator[Page | InputError]:
    decoder = json.JSONDecoder()
    at, number = text.index("[") + 1, 0
    while True:
        gap = GAP.match(text, at)
        at = gap.end() if gap else at
        if text[at : at + 1] == "]":
            return
        number += 1
        try:
            record, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield DamageError(f"{path}#{number}", f"no JSON from here on: {error}")
            return
        yield _page(record, f"{path}#{number}", text[at:end].encode())
        at = end


def _page(record: object, path: str, data: bytes) -> Page | InputError:
    if not isinstance(record, dict):
        return DamageError(path, "a JSON object with a field 'text' is expected")
    text = _first(record, TEXTS)
    headline = " ".join(_first(record, HEADLINES).split())
    if not text.strip() and not headline:
        return EmptyError(path, f"no text in the record; looked for {', '.join(TEXTS[:4])}")
    if MARKUP.search(text):
        text = plain(text)
    text = headed(text, headline)
    lone = re.search("[\ud800-\udfff]", text)
    if lone:
        return DamageError(path, f"lone surrogate at character {lone.start()} of the text")
    return Page(path, data, text, _metadata(record, headline))


def _metadata(record: Mapping[str, object], headline: str) -> Metadata:
    outlet = _sound(_first(record, OUTLETS))
    return Metadata(
        headline=headline or None,
        author=_sound(_first(record, AUTHORS)) or None,
        outlet=outlet or None,
        url=_sound(_first(record, ADDRESSES)) or None,
        published=_published(record),
        because=f"the record names “{outlet}”" if outlet else "",
    )


def _sound(value: str) -> str:
    """Metadata that can be stored: a lone surrogate becomes a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8")


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str:
    """The first of these fields that holds words; of an object its name, of a list its items."""
    for key in keys:
        words = _words(record.get(key))
        if words:
            return words
    return ""


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _first(value, ("name", "title", "id", "rendered"))
    if isinstance(value, list) and value and isinstance(value[0], dict) and "value" in value[0]:
        return _words(value[0]["value"])  # ninjs 3: the same text in several formats
    if isinstance(value, list):
        return ", ".join(words for words in map(_words, value) if words)
    return ""


def _published(record: Mapping[str, object]) -> Stated | None:
    for key in DATES:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("first")
        if isinstance(value, str) and value:
            stated = stated_of(value, f"the record's field “{key}”") or _in_words(value, key)
            if stated:
                return stated
    return None


def _in_words(value: str, key: str) -> Stated | None:
    """A date as e-mail writes it: "Fri, 24 Dec 2021 08:00:00 +0000"."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return Stated(moment.date(), f"the record's field “{key}”", moment if moment.tzinfo else None)
