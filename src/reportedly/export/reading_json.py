"""The stable JSON of `read`: one object a report with all layers. docs/formats.md explains each field.

Offsets are code points of `report.text`, the end not included. The schema is made from these records.
"""

import json
from dataclasses import dataclass
from datetime import date

import msgspec

from reportedly.language.characters import encodable
from reportedly.model.interval import Interval
from reportedly.model.reading import (
    Argument,
    Assertion,
    EventMention,
    Figure,
    Mention,
    Quotation,
    Reading,
    Speaker,
    TimeExpression,
)
from reportedly.model.report import Published, Report
from reportedly.model.span import Span

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Days:
    """Days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PublishedJson:
    """When the report came out; `known` is stated, given or inferred."""

    first: date
    last: date
    known: str
    because: str


@dataclass(frozen=True, slots=True)
class SourceJson:
    """Who stands on the report itself."""

    outlet: str | None
    agency: str | None
    author: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ReportJson:
    """The report; `id` is the SHA-256 of its bytes."""

    id: str
    path: str
    language: str
    text: str
    published: PublishedJson | None
    source: SourceJson


@dataclass(frozen=True, slots=True)
class BlockJson:
    """A labelled stretch of the page."""

    start: int
    end: int
    role: str
    because: str


@dataclass(frozen=True, slots=True)
class MentionJson:
    """Where somebody or something is named or described; `entity` is the chain within this report."""

    start: int
    end: int
    head: Place
    kind: str
    form: str
    name: str
    entity: str
    country: str | None
    office: str | None
    body: str | None
    because: str


@dataclass(frozen=True, slots=True)
class TimeJson:
    """A TIMEX3; `first` and `last` are null where it has no place on the calendar."""

    start: int
    end: int
    type: str
    value: str
    first: date | None
    last: date | None
    because: str


@dataclass(frozen=True, slots=True)
class FigureJson:
    """A number with its bounds; null means no bound on that side."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    of: str
    vague: bool
    because: str


@dataclass(frozen=True, slots=True)
class SpeakerJson:
    """Who said it and how well the report names them; `entity` is "" where the chain is not known."""

    name: str
    entity: str
    grade: str


@dataclass(frozen=True, slots=True)
class QuotationJson:
    """An attribution; the content may be in pieces."""

    cue: Place | None
    source: Place | None
    content: tuple[Place, ...]
    kind: str
    speaker: SpeakerJson | None
    chain: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class PartyJson:
    """A party to an event: its noun phrase and its chain."""

    start: int
    end: int
    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class EventJson:
    """An act: `start` and `end` are its predicate, `clause` the stretch that tells it, `outer` the embedding event."""

    start: int
    end: int
    clause: Place
    type: str
    mode: str | None
    status: str
    actors: tuple[PartyJson, ...]
    recipients: tuple[PartyJson, ...]
    time: Days | None
    place: Place | None
    holder: SpeakerJson | None
    outer: int | None
    because: str


@dataclass(frozen=True, slots=True)
class AssertionJson:
    """One thing stated; `times`, `figures`, `event` and `quotation` are places in the lists of those names."""

    start: int
    end: int
    kind: str
    type: str
    status: str
    holder: SpeakerJson | None
    chain: tuple[str, ...]
    actors: tuple[PartyJson, ...]
    recipients: tuple[PartyJson, ...]
    time: Days | None
    place: Place | None
    times: tuple[int, ...]
    figures: tuple[int, ...]
    event: int | None
    quotation: int | None
    headline: bool
    because: str


@dataclass(frozen=True, slots=True)
class ReadingJson:
    """What one report says, layer by layer."""

    report: ReportJson
    blocks: tuple[BlockJson, ...]
    sentences: tuple[Place, ...]
    mentions: tuple[MentionJson, ...]
    times: tuple[TimeJson, ...]
    figures: tuple[FigureJson, ...]
    quotations: tuple[QuotationJson, ...]
    events: tuple[EventJson, ...]
    assertions: tuple[AssertionJson, ...]


def render_reading(reading: Reading) -> str:
    """The reading as one line of JSON; damaged bytes of the text are shown as U+FFFD, so offsets hold."""
    fields = msgspec.to_builtins(reading_record(reading))
    return encodable(json.dumps(fields, ensure_ascii=False))


def reading_schema() -> dict[str, object]:
    """The JSON Schema of a line, made from the records."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of `reportedly read --json`",
        **msgspec.json.schema(ReadingJson),
    }


def reading_record(reading: Reading) -> ReadingJson:
    """The reading in the shape that is written out."""
    return ReadingJson(
        report=_report(reading.report),
        blocks=tuple(
            BlockJson(block.span.start, block.span.end, block.role.value, block.because)
            for block in reading.report.blocks
        ),
        sentences=tuple(_place(sentence.span) for sentence in reading.sentences),
        mentions=tuple(map(_mention, reading.mentions)),
        times=tuple(map(_time, reading.times)),
        figures=tuple(map(_figure, reading.figures)),
        quotations=tuple(map(_quotation, reading.quotations)),
        events=tuple(map(_event, reading.events)),
        assertions=tuple(map(_assertion, reading.assertions)),
    )


def _place(span: Span) -> Place:
    return span.start, span.end


def _place_or_none(span: Span | None) -> Place | None:
    return None if span is None else _place(span)


def _days(days: Interval | None) -> Days | None:
    return None if days is None else Days(days.first, days.last)


def _report(report: Report) -> ReportJson:
    source = report.source
    return ReportJson(
        id=report.id,
        path=report.path,
        language=report.language,
        text=report.text,
        published=_published(report.published),
        source=SourceJson(source.outlet, source.agency, source.author, source.url),
    )


def _published(published: Published | None) -> PublishedJson | None:
    if published is None:
        return None
    days = published.days
    return PublishedJson(days.first, days.last, published.known.value, published.because)


def _mention(mention: Mention) -> MentionJson:
    return MentionJson(
        *_place(mention.span),
        head=_place(mention.head),
        kind=mention.kind.value,
        form=mention.form.value,
        name=mention.name,
        entity=mention.entity,
        country=mention.country,
        office=mention.office,
        body=mention.body,
        because=mention.because,
    )


def _time(time: TimeExpression) -> TimeJson:
    return TimeJson(
        *_place(time.span),
        type=time.type.value,
        value=time.value,
        first=time.days.first if time.days else None,
        last=time.days.last if time.days else None,
        because=time.because,
    )


def _figure(figure: Figure) -> FigureJson:
    return FigureJson(
        *_place(figure.span),
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        of=figure.of,
        vague=figure.vague,
        because=figure.because,
    )


def _speaker(speaker: Speaker | None) -> SpeakerJson | None:
    if speaker is None:
        return None
    return SpeakerJson(speaker.name, speaker.entity, speaker.grade.value)


def _quotation(quotation: Quotation) -> QuotationJson:
    return QuotationJson(
        cue=_place_or_none(quotation.cue),
        source=_place_or_none(quotation.source),
        content=tuple(map(_place, quotation.content)),
        kind=quotation.kind.value,
        speaker=_speaker(quotation.speaker),
        chain=quotation.chain,
        because=quotation.because,
    )


def _parties(arguments: tuple[Argument, ...]) -> tuple[PartyJson, ...]:
    return tuple(PartyJson(*_place(each.span), each.name, each.entity) for each in arguments)


def _event(event: EventMention) -> EventJson:
    return EventJson(
        *_place(event.predicate),
        clause=_place(event.clause),
        type=event.act.value,
        mode=event.mode,
        status=event.status.value,
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        time=_days(event.days),
        place=_place_or_none(event.place),
        holder=_speaker(event.holder),
        outer=event.outer,
        because=event.because,
    )


def _assertion(assertion: Assertion) -> AssertionJson:
    return AssertionJson(
        *_place(assertion.span),
        kind=assertion.kind.value,
        type=assertion.act.value,
        status=assertion.status.value,
        holder=_speaker(assertion.holder),
        chain=assertion.chain,
        actors=_parties(assertion.actors),
        recipients=_parties(assertion.recipients),
        time=_days(assertion.days),
        place=_place_or_none(assertion.place),
        times=assertion.times,
        figures=assertion.figures,
        event=assertion.event,
        quotation=assertion.quotation,
        headline=assertion.headline,
        because=assertion.because,
    )
