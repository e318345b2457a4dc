"""TimeML files: the raw text, the document's date, the TIMEX3 expressions of the text with their characters."""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.model.interval import Interval
from reportedly.model.reading import TimeExpression, TimeType
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.calendar import days_of

TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
CREATED = re.compile(r'<TIMEX3[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*>')
BLANK_LINES = re.compile(r"\n\s*\n")
HELD_OUT_FIFTH = 5


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its date, and the gold expressions."""

    name: str
    text: str
    created: date
    times: tuple[TimeExpression, ...]

    @property
    def held_out(self) -> bool:
        """Whether the document is in the fifth that nobody looks at: by the hash of its file name."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % HELD_OUT_FIFTH == 0

    def report(self) -> Report:
        """The document as a report: a block for each paragraph."""
        published = Published(Interval.day(self.created), Known.GIVEN, "the document's own date")
        return Report(
            self.name, self.name, self.text, tuple(_paragraphs(self.text)), Source(), published
        )


def read_documents(folder: Path) -> Iterator[Document]:
    """The .tml files under a folder (or one file), in order of their names."""
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.tml"))
    for path in paths:
        document = read_document(path.name, path.read_text("utf-8"))
        if document is not None:
            yield document


def read_document(name: str, markup: str) -> Document | None:
    """One document; None where there is no text or no date."""
    body, created = BODY.search(markup), CREATED.search(markup)
    if body is None or created is None:
        return None
    stated = days_of(dict(ATTRIBUTE.findall(created.group())).get("value", "")[:10])
    if stated is None:
        return None
    text, times = _strip(body[1])
    return Document(name, text, stated.first, times)


def _strip(markup: str) -> tuple[str, tuple[TimeExpression, ...]]:
    """The text without tags, and the TIMEX3 elements at their characters in it."""
    pieces: list[str] = []
    length = place = 0
    opened: list[tuple[int, str]] = []
    times: list[TimeExpression] = []
    for tag in TAG.finditer(markup):
        piece = html.unescape(markup[place : tag.start()])
        pieces.append(piece)
        length, place = length + len(piece), tag.end()
        if tag.group().startswith("<TIMEX3"):
            opened.append((length, tag.group()))
        elif tag.group() == "</TIMEX3>" and opened:
            start, element = opened.pop()
            times.extend(_expression(start, length, element))
    pieces.append(html.unescape(markup[place:]))
    return "".join(pieces), tuple(times)


def _expression(start: int, end: int, element: str) -> Iterator[TimeExpression]:
    fields = dict(ATTRIBUTE.findall(element))
    if start < end:
        value = fields.get("value", "")
        yield TimeExpression(
            Span(start, end), TimeType(fields.get("type", "DATE")), value, days_of(value), "gold"
        )


def _paragraphs(text: str) -> Iterator[Block]:
    start = 0
    for stop in [*(found.span() for found in BLANK_LINES.finditer(text)), (len(text), len(text))]:
        piece = text[start : stop[0]]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            span = Span(start + lead, start + lead + len(piece.strip()))
            yield Block(span, Role.PARAGRAPH, "between blank lines")
        start = stop[1]
