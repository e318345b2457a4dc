"""Single tellings of a meeting: one event mention of talks, a visit, a call, with its parties, day and firmness."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import EventMention, Reading, TimeExpression
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import Voice
from reportedly.synthesis.sides import Side, Sides

CONFIRMING = frozenset({"acknowledge", "announce", "confirm", "verify"})
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
    """The tellings of meetings in one report, in order of the text; a nested pair of them is told once."""
    last: Appointment | None = None
    for event in reading.events:
        if event.act is not Act.CONSULT or event.status is Status.HISTORICAL:
            continue
        found = _appointment(reading, event, sides)
        if last is not None and last.citation.span.contains(found.citation.span):
            continue
        last = found
        yield found


def _appointment(reading: Reading, event: EventMention, sides: Sides) -> Appointment:
    report = reading.report.id
    parties = frozenset(sides.of_arguments(report, (*event.actors, *event.recipients)))
    time = _time_of(reading, event)
    citation = Citation(report, event.clause)
    return Appointment(
        citation=citation,
        parties=parties,
        days=time.days if time else None,
        when=_with_preposition(reading.text, time.span) if time else None,
        place=event.place,
        host=next(iter(sides.of_arguments(report, event.actors)), None)
        if event.lemma == "host"
        else None,
        voice=_voice(reading, event, citation, sides),
        teller=sides.of_chain(report, event.holder.entity) if event.holder else None,
        confirms=_confirms(reading, event),
        likely=_cue(reading, event) in ("likely", "expected", "expect"),
    )


def _time_of(reading: Reading, event: EventMention) -> TimeExpression | None:
    """The time expression in the event's clause that gives its days."""
    inside = [
        each for each in reading.times if each.days is not None and event.clause.contains(each.span)
    ]
    same = [each for each in inside if each.days == event.days]
    if same or event.days is None:
        return same[0] if same else None
    return None


def _with_preposition(text: str, span: Span) -> Span:
    """The time with the "on" or "in" before it."""
    before = text[max(0, span.start - 4) : span.start]
    for preposition in ("on ", "in ", "for "):
        if before.lower().endswith(" " + preposition) or before.lower() == preposition:
            return Span(span.start - len(preposition), span.end)
    return span


def _voice(reading: Reading, event: EventMention, citation: Citation, sides: Sides) -> Voice:
    holder = event.holder
    entity = sides.entity_of(reading.report.id, holder.entity) if holder else None
    sentence = reading.sentence_at(event.predicate.start)
    return Voice(
        citation=citation,
        assertion=-1,
        holder=(entity.name if entity else holder.name) if holder else "",
        entity=entity.id if entity else "",
        status=event.status,
        headline=sentence is not None and sentence.role is Role.HEADLINE,
    )


def _confirms(reading: Reading, event: EventMention) -> bool:
    """Whether the words around it confirm: "confirmed that Moscow will discuss ..."."""
    return any(
        each.cue_lemma in CONFIRMING and any(part.overlaps(event.clause) for part in each.content)
        for each in reading.quotations
    )


def _cue(reading: Reading, event: EventMention) -> str:
    return event.status_cue.of(reading.text).lower() if event.status_cue else ""
