"""Web pages: the article as a reader sees it, and what the page's metadata say; trafilatura is called only here."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import date, datetime

import trafilatura

from reportedly.intake.encoding import decode
from reportedly.intake.furniture import ends_sentence
from reportedly.intake.markup import with_marked
from reportedly.intake.page import Marked, Metadata, Page, Stated, headed
from reportedly.model.errors import DamageError, EmptyError, SizeError
from reportedly.model.report import Role

for _name in ("htmldate", "trafilatura"):  # what they say about odd pages is no news for the user
    logging.getLogger(_name).addHandler(logging.NullHandler())
EXTRACTION = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
SCRIPTS = (("<script", "</script"), ("<style", "</style"), ("<svg", "</svg"))
MARKUP = (
    1_500_000  # characters beside scripts: extraction takes 3 s for a million and a minute for six
)
META_DATE = re.compile(
    r"<meta\s(?=[^>]{0,300}(?:article:published_time|datePublished|date\.issued|dc\.date|pubdate|publish-date|parsely-pub-date|sailthru\.date)[\"'])[^>]{0,300}?content=[\"']([^\"']{8,40})",
    re.IGNORECASE,
)
ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")
SENTENCE = 8  # words of a line with an end mark, without which there is no article on a page


def read_html(data: bytes, path: str, charset: str | None = None, url: str | None = None) -> Page:
    """The page of these bytes; raises InputError if no reader would find an article on it."""
    declared = CHARSET.search(data[:4096])
    source = decode(data, path, charset or (declared[1].decode("ascii") if declared else None))
    text, known = article_of(source, path, url)
    return Page(path, data, text, known)


def article_of(source: str, path: str, url: str | None = None) -> tuple[str, Metadata]:
    """The text of an article and its metadata; blocks are joined by empty lines, the headline comes first.

    Raises EmptyError where nothing but scripts or navigation is on the page.
    """
    inside = (end - start for kind in SCRIPTS for start, end in _elements(source, *kind))
    markup = len(source) - sum(inside)
    if markup > MARKUP:
        raise SizeError(path, f"{markup:,} characters of markup, limit {MARKUP:,}")
    if "<body" not in source.lower():  # a piece of markup, as letters hold it
        source = f"<html><body>{source}</body></html>"
    try:
        found = trafilatura.bare_extraction(
            source, url=url, with_metadata=True, include_comments=False
        )
        fields = _fields(found)
        text = fields.get("text", "") or _fallback(source)
    except EXTRACTION as error:
        raise DamageError(path, f"page cannot be taken apart: {error}") from error
    if not text.strip():
        scripts = "<script" in source.lower()
        raise EmptyError(
            path, "no article on the page, only scripts" if scripts else "no article on the page"
        )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines, marked = with_marked(lines, source)
    known = _metadata(source, fields, url, marked)
    return headed("\n\n".join(lines), known.headline), known


def _fields(found: object) -> dict[str, str]:
    """What trafilatura found, as far as it is text."""
    names = ("text", "title", "author", "sitename", "hostname", "url", "date")
    values = ((name, getattr(found, name, None)) for name in names)
    return {name: value for name, value in values if isinstance(value, str)}


def _fallback(source: str) -> str:
    """All visible text of a page on which no article was found, if a sentence is in it."""
    text = str(trafilatura.html2txt(source))
    told = any(len(line.split()) >= SENTENCE and ends_sentence(line) for line in text.splitlines())
    return text if told else ""


def _own_author(source: str, fields: dict[str, str], marked: tuple[Marked, ...]) -> str:
    """The author whom extraction found, if the page's head or a byline of the report names the same."""
    head = source[: source.lower().find("<body")]
    bylines = " ".join(line.text for line in marked if line.role is Role.BYLINE)
    author = fields.get("author", "")
    names = [name.strip() for name in author.split(";")]
    return author if all(name in head or name in bylines for name in names) else ""


def _metadata(
    source: str, fields: dict[str, str], url: str | None, marked: tuple[Marked, ...]
) -> Metadata:
    address = url or fields.get("url")
    outlet = fields.get("sitename") or fields.get("hostname")
    return Metadata(
        headline=" ".join(fields.get("title", "").split()) or None,
        author=_people(_schema_author(source) or _own_author(source, fields, marked)),
        outlet=outlet,
        url=address,
        published=_published(source, fields.get("date"), address),
        marked=marked,
        because=f"the page's metadata name “{outlet}”" if outlet else "",
    )


def _people(author: str | None) -> str | None:
    """The authors that the page names; papers and desks are none."""
    names = [name.strip() for name in (author or "").split(";") if len(name.split()) > 1]
    return ", ".join(names) or None


def _published(source: str, found: str | None, address: str | None) -> Stated | None:
    """The date of publication: schema.org or a meta tag (with the minute), then the address, then a time tag."""
    for value, key in (
        *_schema_dates(source),
        *((m[1], "meta tag") for m in META_DATE.finditer(source)),
    ):
        stated = stated_of(value, f"the page's {key}")
        if stated:
            return stated
    match = ADDRESS_DAY.search(address or "")
    if match:
        return stated_of(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}", "the page's address")
    if found and re.search(
        rf"<(?:time|meta)[^>]{{0,300}}{re.escape(found)}", source, re.IGNORECASE
    ):
        return stated_of(found, "the page's time tag")
    return None


def _schema_dates(source: str) -> Iterator[tuple[str, str]]:
    for node in _schema_nodes(source):
        if isinstance(node.get("datePublished"), str):
            yield str(node["datePublished"]), "datePublished"


def _schema_author(source: str) -> str:
    """The persons whom schema.org names as authors of the page."""
    names: list[str] = []
    for node in _schema_nodes(source):
        people = node.get("author") if "datePublished" in node else None
        names.extend(
            str(person.get("name", ""))
            for person in (people if isinstance(people, list) else [people])
            if isinstance(person, dict) and person.get("@type") == "Person"
        )
    return "; ".join(dict.fromkeys(names))


def _schema_nodes(source: str) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD, nested ones too."""
    for start, end in _elements(source, *SCRIPTS[0]):
        tag, _, content = source[start:end].partition(">")
        if "application/ld+json" not in tag:
            continue
        try:
            nodes: list[object] = [json.loads(content, strict=False)]
        except (ValueError, RecursionError):
            continue
        while nodes:
            node = nodes.pop()
            if isinstance(node, list):
                nodes.extend(node)
            elif isinstance(node, dict):
                nodes.extend(value for value in node.values() if isinstance(value, dict | list))
                yield node


def _elements(source: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Where the elements of this kind stand in a page, the closing tag not included; in one pass."""
    at = source.find(opening)
    while at != -1:
        end = source.find(closing, at)
        if end == -1:
            return
        yield at, end
        at = source.find(opening, end)


def stated_of(value: str, key: str) -> Stated | None:
    """A date in ISO 8601, with the instant if hour and zone are given.

    >>> stated_of("2024-03-03T10:15:00+01:00", "feed").at.isoformat()
    '2024-03-03T10:15:00+01:00'
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            return Stated(date.fromisoformat(value[:10]), key)
        except ValueError:
            return None
    exact = len(value) > len("2024-03-03") and moment.tzinfo is not None
    return Stated(moment.date(), key, moment if exact else None)
