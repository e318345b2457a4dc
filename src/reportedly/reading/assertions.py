"""The things that a report states, one by one: clauses without their attribution, each with kind, status and holder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.language.lexicon import Entry, load_lexicon, noun_entry
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Argument, Assertion, AssertionKind, Quotation, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import actors_of, place_of, recipients_of
from reportedly.reading.events import READ, days_of
from reportedly.reading.predicates import (
    clause_span,
    entry_of,
    event_noun,
    has_subject,
    is_attribution,
    is_finite,
    is_listed,
    governor_of,
    is_predicate,
)
from reportedly.reading.mood import Verdict
from reportedly.reading.status import act_status, own_effect, quotation_at, status_of

SHORTEST = 2  # words; less is a fragment

_KINDS = {
    Status.PLANNED: AssertionKind.PLAN,
    Status.PROPOSED: AssertionKind.OFFER,
    Status.DEMANDED: AssertionKind.DEMAND,
    Status.PROMISED: AssertionKind.PROMISE,
    Status.THREATENED: AssertionKind.THREAT,
    Status.DENIED: AssertionKind.DENIAL,
    Status.ALLEGED: AssertionKind.ACCUSATION,
}
_SAYING = (Act.STATEMENT, Act.ACCUSE, Act.REQUEST, Act.SUPPORT, Act.REJECT, Act.DENY, Act.THREATEN)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A predicate that is asserted on its own."""

    sentence: Sentence
    token: Token
    entry: Entry | None


def draw_assertions(reading: Reading) -> Reading:
    """Fill `assertions` from body and headline, in text order, without duplicates."""
    drawn: list[Assertion] = []
    for sentence in reading.sentences:
        if sentence.tokens and sentence.role in READ:
            drawn += _in_sentence(reading, sentence)
    unique: dict[Span, Assertion] = {}
    for assertion in sorted(drawn, key=lambda each: (each.span.start, each.span.end)):
        unique.setdefault(assertion.span, assertion)
    return replace(reading, assertions=tuple(unique.values()))


def _in_sentence(reading: Reading, sentence: Sentence) -> list[Assertion]:
    units = [_Unit(sentence, token, entry_of(sentence, token)) for token in _units(sentence)]
    told_apart = frozenset(unit.token.index for unit in units)
    return [
        assertion
        for unit in units
        if (assertion := _assertion(reading, unit, told_apart)) is not None
    ]


def _units(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens:
        if is_predicate(token) and _stands_alone(sentence, token):
            yield token


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    governor = sentence.head_of(token)
    if token.dep == "conj":
        return _conjunct_stands(sentence, token, governor)
    if token.dep == "ccomp":
        return True
    if token.dep == "parataxis":
        return not is_attribution(sentence, token)
    if token.dep == "advcl":
        return _adverbial_stands(sentence, token)
    if token.dep in ("relcl", "acl"):
        return _modifier_stands(sentence, token, governor)
    if token.dep == "pcomp":
        return _complement_stands(sentence, token, governor)
    return token.index == governor.index


def _conjunct_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    if not is_predicate(governor):
        return False
    return (
        is_finite(sentence, token)
        or _stands_alone(sentence, governor)
        or is_listed(sentence, token)
    )


def _adverbial_stands(sentence: Sentence, token: Token) -> bool:
    marks = {mark.text.lower() for mark in sentence.children_of(token, "mark")}
    if marks & load_lexicon().conditions:
        return False
    if is_finite(sentence, token):
        return has_subject(sentence, token)
    entry = entry_of(sentence, token)
    return token.tag == "VBG" and entry is not None


def _modifier_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    entry = entry_of(sentence, token)
    if token.dep == "acl":
        noun = noun_entry(governor.lemma)
        return noun is not None and noun.inner in (
            Status.DEMANDED,
            Status.THREATENED,
            Status.PROMISED,
        )
    if sentence.role is Role.HEADLINE:
        return True
    return entry is not None or event_noun(sentence, token) is not None


def _complement_stands(sentence: Sentence, token: Token, governor: Token) -> bool:
    head = sentence.head_of(governor)
    entry = entry_of(sentence, head)
    if entry is None:
        return governor.text.lower() == "with" and has_subject(sentence, token)
    if governor.text.lower() in ("including", "like"):
        return entry.inner is not None
    return governor.text.lower() == "with" or entry.inner is Status.ALLEGED


def _assertion(reading: Reading, unit: _Unit, told_apart: frozenset[int]) -> Assertion | None:
    sentence, token = unit.sentence, unit.token
    if _only_tells_who(unit, told_apart):
        return None
    span = _span(reading, unit, told_apart - {token.index})
    if len(sentence.tokens_in(span)) < SHORTEST or _is_empty_state(sentence, token):
        return None
    days = days_of(reading, span)
    verdict = act_status(sentence, token, unit.entry, status_of(reading, sentence, token, days))
    act = _act(unit)
    index = quotation_at(reading, token.span)
    quotation = None if index is None else reading.quotations[index]
    event = next((i for i, each in enumerate(reading.events) if each.predicate == token.span), None)
    figures = tuple(i for i, each in enumerate(reading.figures) if span.contains(each.span))
    actors, recipients = _parties(reading, unit)
    verdict = _of_others(reading, verdict, quotation, unit, actors)
    return Assertion(
        span=span,
        kind=_kind(verdict.status, act, has_figure=bool(figures)),
        act=act,
        status=verdict.status,
        holder=None if quotation is None else quotation.speaker,
        chain=() if quotation is None else quotation.chain,
        actors=actors,
        recipients=recipients,
        days=days,
        place=place_of(sentence, token),
        figures=figures,
        times=tuple(i for i, each in enumerate(reading.times) if span.contains(each.span)),
        event=event,
        quotation=index,
        headline=sentence.role is Role.HEADLINE,
        because=verdict.because,
    )


def _only_tells_who(unit: _Unit, told_apart: frozenset[int]) -> bool:
    """A verb of saying, or one whose charge or demand is told by the clause it governs."""
    below = [unit.sentence.tokens[index] for index in told_apart]
    governs = any(_content_of(unit.sentence, each) == unit.token.index for each in below)
    if is_attribution(unit.sentence, unit.token):
        return governs or unit.token.lemma in ("say", "tell", "add", "quote", "ask")
    return governs and unit.entry is not None and unit.entry.inner is not None


def _content_of(sentence: Sentence, token: Token) -> int | None:
    """The verb whose content this clause is."""
    governor = sentence.head_of(token)
    if token.dep == "ccomp":
        return governor.index if is_predicate(governor) else governor.head
    if token.dep == "pcomp" and governor.text.lower() != "with":
        return governor.head
    return None


def _span(reading: Reading, unit: _Unit, stops: frozenset[int]) -> Span:
    span = clause_span(unit.sentence, unit.token, stops)
    index = quotation_at(reading, unit.token.span)
    if index is None:
        return span
    for piece in reading.quotations[index].content:
        if piece.contains(unit.token.span):
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return span


def _is_empty_state(sentence: Sentence, token: Token) -> bool:
    """ "That is how it is": being, said of a pronoun, with no event noun."""
    if token.lemma != "be" or event_noun(sentence, token) is not None:
        return False
    subjects = sentence.children_of(token, "nsubj", "expl")
    return not subjects or any(
        each.text.lower() in ("it", "that", "this", "what") for each in subjects
    )


def _act(unit: _Unit) -> Act:
    noun = event_noun(unit.sentence, unit.token)
    if noun is not None and (entry := noun_entry(noun.lemma)) is not None:
        return entry.act
    return unit.entry.act if unit.entry is not None else Act.STATEMENT


def _parties(reading: Reading, unit: _Unit) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Who does or would do the thing: the accused of a charge, the one asked of a demand."""
    actors = actors_of(reading, unit.sentence, unit.token)
    recipients = recipients_of(reading, unit.sentence, unit.token)
    entry = unit.entry
    if entry is not None and entry.inner in (Status.ALLEGED, Status.DEMANDED) and recipients:
        return recipients, actors
    return actors, recipients


def _of_others(
    reading: Reading,
    verdict: Verdict,
    quotation: Quotation | None,
    unit: _Unit,
    actors: tuple[Argument, ...],
) -> Verdict:
    """What a speaker says that another party did is alleged: only the speaker vouches for it."""
    if quotation is None or not verdict.status.is_fact or quotation.speaker is None:
        return verdict
    side = _countries(reading, quotation.speaker.entity, quotation.speaker.name)
    subject = _subject_span(unit)
    others = {
        each.country
        for each in reading.mentions
        if each.country
        and (
            subject.overlaps(each.span)
            or each.entity in {actor.entity for actor in actors if actor.entity}
        )
    }
    if side and others and not others & side:
        return Verdict(
            Status.ALLEGED, verdict.cue, f"{quotation.speaker.name} says it of another party"
        )
    return verdict


def _countries(reading: Reading, entity: str, name: str) -> set[str]:
    return {
        each.country
        for each in reading.mentions
        if each.country and ((entity and each.entity == entity) or each.name == name)
    }


def _subject_span(unit: _Unit) -> Span:
    subjects = unit.sentence.children_of(unit.token, "nsubj", "nsubjpass")
    return unit.sentence.subtree_span(subjects[0]) if subjects else unit.token.span


def _kind(status: Status, act: Act, *, has_figure: bool) -> AssertionKind:
    if status in _KINDS:
        return _KINDS[status]
    if status is Status.POSSIBLE and act in (Act.CONSULT, Act.AGREE):
        return AssertionKind.PLAN
    if status.is_fact and has_figure:
        return AssertionKind.FIGURE
    if act in _SAYING or status is Status.POSSIBLE:
        return AssertionKind.STATEMENT
    return AssertionKind.EVENT
