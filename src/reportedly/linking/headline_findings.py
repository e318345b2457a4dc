"""What a headline has that its body lacks: places, days to come; and the record of what is found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.linking.headline_places import lonely_places
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading, TimeExpression
from reportedly.model.report import Role
from reportedly.model.span import Span

_WORD = re.compile(r"\w+")
_SHORT = 3  # letters; shorter words of a time name nothing


@dataclass(frozen=True, slots=True)
class Finding:
    """What a stretch of a headline is found to be, in words, with the places of the body that show it."""

    verdict: str
    note: str
    headline: Span
    body: tuple[Span, ...]


def body_sentences(reading: Reading) -> tuple[Span, ...]:
    """The sentences of a report that are no headline."""
    return tuple(each.span for each in reading.sentences if each.role is not Role.HEADLINE)


def place_findings(reading: Reading, headline: Span) -> Iterator[Finding]:
    """Places that stand in the headline and nowhere in the body."""
    for mention in lonely_places(reading, headline):
        name = mention.head.of(reading.text)
        yield Finding("unsupported", f"“{name}” is nowhere in the body", mention.span, ())


def day_findings(reading: Reading, headline: Span) -> Iterator[Finding]:
    """Days to come that the headline names and no time of the body touches, nor any of its words."""
    for time in reading.times:
        if time.days is None or not headline.contains(time.span) or _is_past(time.days, reading):
            continue  # when it happened may stand in a part of the page that is no paragraph
        if not _is_named_in_body(reading, time, time.days):
            note = f"{quoted(reading, time.span)} is nowhere in the body"
            yield Finding("unsupported", note, time.span, ())


def _words(text: str) -> frozenset[str]:
    """Words and numbers of a time that name it: "Thursday", "12", not "the" or "of"."""
    found = (each.group().casefold() for each in _WORD.finditer(text))
    return frozenset(each for each in found if len(each) > _SHORT or each.isdecimal())


def _is_past(days: Interval, reading: Reading) -> bool:
    """Whether the days lie before the report's last possible day."""
    published = reading.report.published
    return published is not None and days.first <= published.days.last


def quoted(reading: Reading, span: Span) -> str:
    """Words of a report between marks."""
    return f"“{span.of(reading.text)}”"


def _is_named_in_body(reading: Reading, time: TimeExpression, days: Interval) -> bool:
    """Whether a time of the body touches these days, or a word of the body names them."""
    bodies = body_sentences(reading)
    told = [each for each in reading.times if any(span.contains(each.span) for span in bodies)]
    if any(each.days is None or each.days.overlaps(days) for each in told):
        return True
    words = {word for span in bodies for word in _words(span.of(reading.text))}
    return bool(words & _words(time.span.of(reading.text)))
