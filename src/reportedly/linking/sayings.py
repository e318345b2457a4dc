"""A quotation with what is needed to compare it across reports: its places, its speaker, its day, its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.linking.parties import Parties
from reportedly.linking.wording import PLAIN_CUES, Wording, wording_of
from reportedly.model.interval import Interval
from reportedly.model.ontology import QuoteKind
from reportedly.model.reading import Quotation, Reading, TimeType
from reportedly.model.report import Role
from reportedly.model.span import Citation


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation with what is needed to compare it: its places, its speaker across reports, its day."""

    reading: Reading
    quotation: Quotation
    places: tuple[Citation, ...]
    entity: str
    side: str
    day: Interval | None
    headline: bool
    names: frozenset[Interval]  # exact days that the words name
    said: tuple[str, ...] = ()  # the words in order, without case and marks

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.reading.report.id


def sayings_of(reading: Reading, parties: Parties) -> Iterator[Saying]:
    """The quotations of a report; a day named beside one saying of a speaker counts for the others."""
    report = reading.report.id
    stated = [_stated_day(reading, each) for each in reading.quotations]
    for quotation, day in zip(reading.quotations, stated, strict=True):
        chain = quotation.speaker.entity if quotation.speaker else ""
        sentence = reading.sentence_at(quotation.content[0].start)
        yield Saying(
            reading,
            quotation,
            tuple(Citation(report, span) for span in quotation.content),
            parties.entity_id(report, chain),
            parties.side_of(report, chain),
            day or _speakers_day(reading, chain, stated),
            sentence is not None and sentence.role is Role.HEADLINE,
            _days_named(reading, quotation),
            words_of(reading, quotation),
        )


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words_of(reading: Reading, quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation, without case, marks and the kind of apostrophe."""
    return words_in(" ".join(span.of(reading.text) for span in quotation.content))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, in the same form."""
    return tuple(each.group().casefold().replace("’", "'") for each in _WORD.finditer(text))


def _days_named(reading: Reading, quotation: Quotation) -> frozenset[Interval]:
    """The exact days that stand in the words said."""
    return frozenset(
        time.days
        for time in reading.times
        if time.days is not None
        and time.days.days == 1
        and any(span.contains(time.span) for span in quotation.content)
    )


def words_said(saying: Saying) -> Wording:
    """The words said; a cue that carries part of the sense ("denied", "threatened") counts among them."""
    found = wording_of(saying.reading, saying.quotation.content)
    cue = saying.quotation.cue_lemma
    if not cue or cue in PLAIN_CUES or saying.quotation.kind is QuoteKind.DIRECT:
        return found
    return Wording(found.text, (cue, *found.content))


def _stated_day(reading: Reading, quotation: Quotation) -> Interval | None:
    """The single day that the sentence names outside the quoted words: "said on Thursday that ..."."""
    sentence = reading.sentence_at((quotation.cue or quotation.content[0]).start)
    if sentence is None:
        return None
    for time in reading.times:
        outside = not any(span.overlaps(time.span) for span in quotation.content)
        if outside and sentence.span.contains(time.span) and _is_day(time.type, time.days):
            return time.days
    return None


def _is_day(kind: TimeType, days: Interval | None) -> bool:
    return kind in (TimeType.DATE, TimeType.TIME) and days is not None and days.days == 1


def _speakers_day(
    reading: Reading, chain: str, stated: Sequence[Interval | None]
) -> Interval | None:
    """The one day that the report names for this speaker's other words."""
    days = {
        day
        for day, quotation in zip(stated, reading.quotations, strict=True)
        if day and chain and quotation.speaker and quotation.speaker.entity == chain
    }
    return days.pop() if len(days) == 1 else None
