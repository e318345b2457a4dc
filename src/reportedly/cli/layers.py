"""What each layer of a reading found in some characters, and because of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.export.marked_text import bounds
from reportedly.model.reading import Quotation, Reading
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the chain: `layer` is where it was decided, `found` what, `because` the rule or the score."""

    layer: str
    found: str
    because: str
    depth: int = 0


def explain_words(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    """The assertions, quotations, events, times, figures and mentions that share a character with `span`."""
    yield from _assertions(reading, span, depth)
    yield from _quotations(reading, span, depth)
    yield from _events(reading, span, depth)
    yield from _times_and_figures(reading, span, depth)
    yield from _mentions(reading, span, depth)


def _assertions(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    for assertion in reading.assertions:
        if assertion.span.overlaps(span):
            found = f"{assertion.kind.value}, {assertion.act.value}, {assertion.status.value}"
            yield Step("assertion", f"{found} {_at(assertion.span)}", assertion.because, depth)


def _quotations(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    for quotation in reading.quotations:
        if any(piece.overlaps(span) for piece in quotation.content):
            yield from _quotation(reading, quotation, depth)


def _quotation(reading: Reading, quotation: Quotation, depth: int) -> Iterator[Step]:
    speaker = quotation.speaker
    who = f"{speaker.name} ({speaker.grade.value})" if speaker else "speaker not known"
    yield Step("quotation", f"{quotation.kind.value}, {who}", quotation.because, depth)
    if speaker and speaker.because:
        yield Step("speaker", speaker.name, speaker.because, depth + 1)
    if quotation.presented_by:
        words = f"“{quotation.presented_by.of(reading.text)}” {_at(quotation.presented_by)}"
        found = f"{quotation.presented.value}, {words}"
        yield Step("presented", found, f"the report {quotation.presented.words}", depth + 1)


def _events(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    for event in reading.events:
        if event.predicate.overlaps(span):
            words = event.predicate.of(reading.text)
            found = f"{event.act.value} {event.status.value} “{words}” {_at(event.predicate)}"
            yield Step("event", found, event.because, depth)


def _times_and_figures(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    for time in reading.times:
        if time.span.overlaps(span):
            found = f"“{time.span.of(reading.text)}” = {time.value} {_at(time.span)}"
            yield Step("time", found, time.because, depth)
    for figure in reading.figures:
        if figure.span.overlaps(span):
            found = f"“{figure.span.of(reading.text)}” = {bounds(figure)} {_at(figure.span)}"
            yield Step("figure", found, figure.because, depth)


def _mentions(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    for mention in reading.mentions:
        if mention.head.overlaps(span):
            words = mention.head.of(reading.text)
            found = f"“{words}” = {mention.name}, {mention.kind.value} {_at(mention.head)}"
            yield Step("mention", found, mention.because, depth)


def _at(span: Span) -> str:
    return f"[{span.start}-{span.end}]"
