"""Single tellings of a meeting: one event mention of talks, a visit, a call, with its parties, day and firmness."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Grade, Status
from reportedly.model.reading import (
    Assertion,
    EventMention,
    Reading,
    Speaker,
    TimeExpression,
    TimeType,
)
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import Voice
from reportedly.synthesis.attendance import MeetingMention, parties_named, party_speaking
from reportedly.synthesis.sides import Side, Sides

CONFIRMING = frozenset({"acknowledge", "announce", "confirm", "verify"})
LIKELY = frozenset({"expect", "expected", "likely", "probably"})
PRESS = frozenset({"journalist", "journalists", "media", "press", "reporter", "reporters"})
SPEAKING = frozenset({"meet", "speak", "talk"})
VOICING = frozenset({"express", "reaffirm", "reiterate", "voice"})
FORMER = re.compile(
    r"\b(?:first|initially|originally|previously) (?:due|expected|planned|scheduled|set|slated)\b"
)
EXACT_DAYS = 3  # a telling of at most so many days names the day of a meeting


@dataclass(frozen=True, slots=True)
class Appointment:
    """One place where one report tells of a meeting."""

    citation: Citation
    parties: frozenset[Side]
    days: Interval | None
    when: Span | None
    place: Span | None
    host: Side | None
    voice: Voice
    teller: Side | None
    confirms: bool
    likely: bool

    @property
    def is_exact(self) -> bool:
        """Whether it names the day."""
        return self.days is not None and self.days.days <= EXACT_DAYS


def find_appointments(reading: Reading, sides: Sides) -> Iterator[Appointment]:
    """The tellings of meetings in one report, in order of the text; several words for one are told once."""
    told: set[Span] = set()
    for event in reading.events:
        if event.act is not Act.CONSULT or event.status is Status.HISTORICAL:
            continue
        if event.lemma == "discuss" and event.status is Status.NEGATED:
            continue  # a matter that was left out of talks, no talks that were not held
        assertion = _assertion_of(reading, event)
        scope = assertion.span if assertion else event.clause
        former = FORMER.search(scope.of(reading.text))
        if scope not in told and not former and not _is_for_the_press(reading, event):
            told.add(scope)
            yield _appointment(reading, MeetingMention(event, assertion, scope), sides)


def _assertion_of(reading: Reading, event: EventMention) -> Assertion | None:
    """The smallest assertion that the event's word stands in."""
    holding = [each for each in reading.assertions if each.span.contains(event.predicate)]
    return min(holding, key=lambda each: (len(each.span), each.span), default=None)


def _is_for_the_press(reading: Reading, event: EventMention) -> bool:
    """A news conference, or words to reporters, are no meeting of parties."""
    before = reading.text[: event.predicate.start].rsplit(None, 1)
    clause = set(re.findall(r"\w+", event.clause.of(reading.text).lower()))
    named_so = bool(before) and before[-1].lower() in ("news", "press")
    return named_so or (event.lemma in SPEAKING and bool(clause & PRESS))


def _appointment(reading: Reading, telling: MeetingMention, sides: Sides) -> Appointment:
    report = reading.report.id
    event, assertion, scope = telling.event, telling.assertion, telling.scope
    holder = (assertion.holder if assertion else None) or event.holder or _voicing(reading, scope)
    teller = sides.of_chain(report, holder.entity) if holder else None
    time = _time_of(reading, telling)
    parties = parties_named(reading, telling, sides)
    hosts = sides.of_arguments(report, event.actors) if event.lemma == "host" else ()
    return Appointment(
        citation=Citation(report, scope),
        parties=(parties | party_speaking(reading, telling, teller, parties)) - frozenset(hosts),
        days=time.days if time else None,
        when=_with_preposition(reading.text, time.span) if time else None,
        place=event.place or (assertion.place if assertion else None),
        host=hosts[0] if hosts else None,
        voice=replace(
            _voice(reading, telling, holder, sides),
            status=_status(reading, telling, time.days if time else None),
        ),
        teller=teller,
        confirms=_confirms(reading, scope),
        likely=bool(LIKELY & set(scope.of(reading.text).lower().split())),
    )


def _voicing(reading: Reading, scope: Span) -> Speaker | None:
    """Who makes their will known in the report's own words: "Kim expressed his will on the summit set for June 12"."""
    sentence = reading.sentence_at(scope.start)
    for token in sentence.tokens_in(scope) if sentence else ():
        if sentence and token.lemma in VOICING:
            for subject in sentence.children_of(token, "nsubj"):
                for mention in reading.mentions:
                    if mention.head.overlaps(subject.span):
                        return Speaker(mention.name, mention.entity, Grade.NAMED_OFFICE)
    return None


def _voice(
    reading: Reading, telling: MeetingMention, holder: Speaker | None, sides: Sides
) -> Voice:
    report, assertion = reading.report.id, telling.assertion
    entity = sides.entity_of(report, holder.entity) if holder else None
    return Voice(
        citation=Citation(report, telling.scope),
        assertion=reading.assertions.index(assertion) if assertion else -1,
        holder=entity.name if entity else (holder.name if holder else ""),
        entity=entity.id if entity else "",
        status=telling.event.status,
        headline=_is_headline(reading, telling.event),
    )


def _status(reading: Reading, telling: MeetingMention, days: Interval | None) -> Status:
    """The meeting's own status; where that looks like fact and the assertion is none, the assertion's.

    What lies ahead of the report's own day has not taken place, whatever the tense.
    """
    event, assertion = telling.event, telling.assertion
    status = event.status
    if assertion and telling.is_what_is_told and event.status.is_fact:
        status = assertion.status
    published = reading.report.published
    ahead = days is not None and published is not None and days.first > published.days.last
    return Status.PLANNED if ahead and status.is_fact else status


def _time_of(reading: Reading, telling: MeetingMention) -> TimeExpression | None:
    """The time in the scope that gives the event's or the assertion's days, else a loose one: "within weeks".

    Of a meeting only spoken of it stands behind the word: "called on Friday for them to cancel the summit" has none.
    """
    event, assertion = telling.event, telling.assertion
    days = event.days or (assertion.days if assertion else None)
    nested = event.days is None and not telling.is_what_is_told
    inside = [
        each
        for each in reading.times
        if telling.scope.contains(each.span)
        and each.type is not TimeType.SET
        and not each.value.endswith("_REF")
    ]
    same = [each for each in inside if each.days == days]
    after = [each for each in same if each.span.start >= event.predicate.end]
    return next(iter(after if nested else after or same), None)


def find_in_headline(
    reading: Reading, group: Sequence[Appointment], sides: Sides
) -> list[Appointment]:
    """Times of the headline that are a body's meeting's, where the headline names all its parties too."""
    headline = reading.report.headline
    if headline is None or any(each.voice.headline and each.when for each in group):
        return []
    named = {
        side
        for mention in reading.mentions
        if headline.contains(mention.span)
        for side in sides.all_of_chain(reading.report.id, mention.entity)
    }
    parties = frozenset[Side]().union(*(each.parties for each in group))
    days = [each.days for each in group if each.days]
    return [
        _of_headline(reading, headline, time, parties)
        for time in reading.times
        if time.days is not None
        and headline.contains(time.span)
        and parties
        and parties <= named
        and days
        and all(time.days.overlaps(each) for each in days)
    ]


def _of_headline(
    reading: Reading, headline: Span, time: TimeExpression, parties: frozenset[Side]
) -> Appointment:
    citation = Citation(reading.report.id, headline)
    return Appointment(
        citation=citation,
        parties=parties,
        days=time.days,
        when=_with_preposition(reading.text, time.span),
        place=None,
        host=None,
        voice=Voice(citation, -1, "", "", Status.POSSIBLE, headline=True),
        teller=None,
        confirms=False,
        likely=False,
    )


def _with_preposition(text: str, span: Span) -> Span:
    """The time with the "on" or "in" before it."""
    before = text[max(0, span.start - 5) : span.start].lower()
    for preposition in (" on ", " in ", " for "):
        if before.endswith(preposition):
            return Span(span.start - len(preposition) + 1, span.end)
    return span


def _is_headline(reading: Reading, event: EventMention) -> bool:
    sentence = reading.sentence_at(event.predicate.start)
    return sentence is not None and sentence.role is Role.HEADLINE


def _confirms(reading: Reading, scope: Span) -> bool:
    """Whether the words around it confirm: "confirmed that Moscow will discuss ..."."""
    return any(
        each.cue_lemma in CONFIRMING and any(part.overlaps(scope) for part in each.content)
        for each in reading.quotations
    )
