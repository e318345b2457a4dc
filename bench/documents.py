"""Reports and readings made from raw texts, for tasks that need no parse."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.linking.passages import Body, prepare_text
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

_LINE = re.compile(r"[^\n]*\S")
_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*(?:\s+(?=[\"“‘'(\[]?[A-Z0-9])|(?=[\"“]?[A-Z][a-z]))")


def body_of(name: str, sentences: Sequence[str]) -> Body:
    """A body whose sentences are given."""
    text, spans = joined(sentences)
    return prepare_text(name, text, spans)


def joined(sentences: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """Sentences as one text, a line each, with their spans; empty ones are left out."""
    kept = [each for each in sentences if each.strip()]
    spans: list[Span] = []
    at = 0
    for sentence in kept:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return "\n".join(kept), tuple(spans)


def sentences_of(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Plain sentence spans: lines, cut after a full stop before a capital, also where no space stands between."""
    whole = within or Span(0, max(1, len(text)))
    found: list[Span] = []
    for line in _LINE.finditer(text, whole.start, whole.end):
        start = line.start()
        for end in [each.end() for each in _END.finditer(text, line.start(), line.end())] + [
            line.end()
        ]:
            piece = text[start:end]
            kept = piece.strip()
            if kept:
                first = start + piece.index(kept)
                found.append(Span(first, first + len(kept)))
            start = end
    return tuple(found)


def report_of(text: str, *, title: str = "", day: date | None = None, path: str = "") -> Report:
    """A report with a headline block, if a title is given, and a paragraph block a line."""
    whole = f"{title}\n\n{text}" if title else text
    blocks = [
        Block(Span(each.start(), each.end()), Role.PARAGRAPH, "a line of the body")
        for each in re.finditer(r"\S[^\n]*", whole)
    ]
    if title and blocks:
        blocks[0] = Block(blocks[0].span, Role.HEADLINE, "given as title")
    published = Published(Interval.day(day), Known.GIVEN, "given with the data") if day else None
    digest = hashlib.sha256(f"{path}\n{whole}".encode()).hexdigest()
    return Report(digest, path, whole, tuple(blocks), Source(), published)


def reading_of(report: Report) -> Reading:
    """A reading that has sentences only."""
    sentences = [
        Sentence(span, block.role)
        for block in report.blocks
        if block.role in (Role.PARAGRAPH, Role.HEADLINE)
        for span in sentences_of(report.text, block.span)
    ]
    return Reading(report, tuple(sentences))
