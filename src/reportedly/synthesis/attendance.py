"""Who takes part in a meeting: parties named, joined by "with" or "between", or speaking of "talks with" another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.ontology import Act, EntityKind, Form
from reportedly.model.reading import Argument, Assertion, EventMention, Mention, Reading
from reportedly.model.span import Span
from reportedly.synthesis.sides import Side, Sides

ABOUT = frozenset({"about", "after", "ahead", "before", "during", "for", "of", "over", "regarding"})


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """An event mention of a meeting with the assertion around it; `scope` is what is cited."""

    event: EventMention
    assertion: Assertion | None
    scope: Span

    @property
    def is_what_is_told(self) -> bool:
        """Whether the assertion tells of the meeting itself, not of somebody's word about it."""
        return self.assertion is not None and self.assertion.act is Act.CONSULT

    @property
    def speakers(self) -> tuple[Argument, ...]:
        """Who does what the assertion tells: welcomes, demands."""
        return self.assertion.actors if self.assertion else ()

    @property
    def may_lead(self) -> bool:
        """Whether the subject of the words may be a party: who welcomes or demands a meeting need not attend it."""
        return self.assertion is None or self.assertion.act in (
            Act.AGREE,
            Act.CONSULT,
            Act.STATEMENT,
        )


def parties_named(reading: Reading, telling: MeetingMention, sides: Sides) -> frozenset[Side]:
    """Actors, recipients, whoever "with" and "between" bring in, and bodies before the word: "the NATO talks"."""
    named = set(_from_arguments(reading, telling, sides))
    joined = False
    partners: list[Span] = []
    for mention in reading.mentions:
        inside = telling.scope.contains(mention.span) and not _is_nested(reading, mention)
        if not inside or mention.form is Form.PRONOUN:
            continue
        joined = _is_joined(reading, telling, mention, joined=joined)
        partners += [mention.span] if joined else []
        if joined or _stands_before(mention, telling.event):
            named.update(sides.all_of_chain(reading.report.id, mention.entity))
        elif telling.event.lemma == "visit" and mention.span.start > telling.event.predicate.end:
            named.update(sides.host_at(mention))
    return frozenset(named) | _unnamed_partners(reading, telling.scope, partners)


def _from_arguments(reading: Reading, telling: MeetingMention, sides: Sides) -> Iterator[Side]:
    """The event's own parties, and the assertion's where it tells of the meeting; nobody who is only a place."""
    arguments = [*telling.event.actors, *telling.event.recipients]
    if telling.assertion and telling.is_what_is_told:
        arguments += [*telling.assertion.actors, *telling.assertion.recipients]
    if telling.assertion and telling.assertion.act is Act.SUPPORT:
        arguments += telling.assertion.recipients  # "welcomed the decision of the US to meet"
    report = reading.report.id
    outside = () if telling.may_lead else sides.of_arguments(report, telling.speakers)
    for argument in arguments:
        before = reading.text[max(0, argument.span.start - 4) : argument.span.start].split()
        if not before or before[-1].lower() not in ("at", "in", "near"):
            found = sides.of_arguments(report, (argument,))
            yield from (side for side in found if side not in outside)


def _is_joined(
    reading: Reading, telling: MeetingMention, mention: Mention, *, joined: bool
) -> bool:
    """Whether the words bring this one in: as the subject, after "with", or further on in such a list."""
    actors = telling.event.actors if telling.may_lead else ()
    before = reading.text[telling.scope.start : mention.span.start].split()
    word = before[-1].lower().strip(",") if before else ""
    leads = telling.may_lead and not before and not telling.event.actors
    leads = leads and not _is_spoken_about(reading, telling.event)
    listed = word in ("with", "between") or (joined and _joins(before))
    return leads or listed or any(each.span.overlaps(mention.span) for each in actors)


def _is_spoken_about(reading: Reading, event: EventMention) -> bool:
    """Whether the meeting is what something is for or about: "offered terms for the summit" makes nobody a party."""
    sentence = reading.sentence_at(event.predicate.start)
    tokens = sentence.tokens_in(event.predicate) if sentence else ()
    if sentence is None or not tokens or tokens[-1].dep != "pobj":
        return False
    return sentence.head_of(tokens[-1]).lemma in ABOUT


def _unnamed_partners(reading: Reading, scope: Span, partners: Sequence[Span]) -> frozenset[Side]:
    """Partners in a list that no mention covers: "with Lima, Quito and several island states"."""
    sentence = reading.sentence_at(scope.start)
    if sentence is None:
        return frozenset()
    heads = [mention.head for mention in reading.mentions]
    found = set()
    for token in sentence.tokens_in(scope):
        first = token
        while first.dep == "conj" and first.head != first.index:
            first = sentence.head_of(first)
        listed = token.dep == "conj" and token.pos == "NOUN"
        with_them = any(span.overlaps(first.span) for span in partners)
        if listed and with_them and not any(head.overlaps(token.span) for head in heads):
            words = sentence.subtree_span(token).of(reading.text)
            found.add(Side(words.lower(), words, ""))
    return frozenset(found)


def _is_nested(reading: Reading, mention: Mention) -> bool:
    """Whether it is only a part of a longer name or title: the body in "NATO Secretary General ..."."""
    return any(
        len(other.span) > len(mention.span) and other.span.contains(mention.span)
        for other in reading.mentions
    )


def _joins(before: Sequence[str]) -> bool:
    """Whether a list goes on here: "with Moscow, Washington and Berlin"."""
    return bool(before) and (before[-1].lower() == "and" or before[-1].endswith(","))


def _stands_before(mention: Mention, event: EventMention) -> bool:
    """A body named right before the meeting takes part: "the NATO talks"; a country there may be its subject."""
    near = 0 < event.predicate.start - mention.head.end <= 1
    return near and mention.kind is EntityKind.ORGANISATION


def party_speaking(
    reading: Reading, telling: MeetingMention, teller: Side | None, parties: frozenset[Side]
) -> frozenset[Side]:
    """Who tells of "talks with Russia" is the other party, where nobody else is named."""
    words = telling.scope.of(reading.text).lower().split()
    alone = len(parties) == 1 and "with" in words and not telling.event.actors and telling.may_lead
    return frozenset({teller}) if teller and alone else frozenset()
