"""The stable JSON of `read`: one object a report with all layers. docs/formats.md explains each field.

Offsets are code points of `report.text`, the end not included. The schema is made from these records.
"""

import json

import msgspec

from reportedly.export.reading_records import (
    AssertionJson,
    BlockJson,
    Days,
    EventJson,
    FactualityJson,
    FigureJson,
    MentionJson,
    PartyJson,
    Place,
    PublishedJson,
    QuotationJson,
    ReadingJson,
    ReportJson,
    SourceJson,
    SpeakerJson,
    TimeJson,
)
from reportedly.language.characters import encodable
from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import (
    Argument,
    Assertion,
    EventMention,
    Factuality,
    Figure,
    Mention,
    Quotation,
    Reading,
    Speaker,
    TimeExpression,
)
from reportedly.model.report import Published, Report
from reportedly.model.span import Span

SHOWN = 0.05  # chances below are left out


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
        factualities=tuple(map(_factuality, reading.factualities)),
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
        presented=quotation.presented.value,
        presented_by=_place_or_none(quotation.presented_by),
        because=quotation.because,
    )


def _factuality(found: Factuality) -> FactualityJson:
    chances = zip(Status, found.chances, strict=True)
    shown = {status.value: chance for status, chance in chances if chance >= SHOWN}
    return FactualityJson(*_place(found.word), shown, found.number)


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
