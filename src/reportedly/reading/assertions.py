"""The things that a report states, one by one: clauses without their attribution, each with kind, status and holder."""

from dataclasses import replace

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Argument, Assertion, AssertionKind, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.arguments import actors_of, place_of, recipients_of
from reportedly.reading.bare_forms import is_order
from reportedly.reading.charges import is_charge, vouched
from reportedly.reading.effects import act_status, own_effect
from reportedly.reading.events import READ, days_of
from reportedly.reading.passing import passing_units, presupposed, top_noun
from reportedly.reading.predicates import is_predicate
from reportedly.reading.status import day_told, quotation_at, rule_status, status_of
from reportedly.reading.stretches import clause_span, tidied
from reportedly.reading.units import Unit, units_of
from reportedly.reading.verdicts import Verdict
from reportedly.reading.voices import Voice, act_of, voice_of

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
_ASKING = (Act.ACCUSE, Act.REQUEST)
_TOWARDS_OTHERS = (Status.ALLEGED, Status.DEMANDED)


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
    units = units_of(sentence)
    apart = frozenset(unit.token.index for unit in units)
    found: list[Assertion] = []
    for unit in passing_units(sentence):
        span = tidied(reading.text, clause_span(sentence, top_noun(sentence, unit.token)))
        found.append(_assertion(reading, unit, span))
    for unit in units:
        span = tidied(reading.text, _span(reading, unit, apart - {unit.token.index}))
        if len(sentence.tokens_in(span)) < SHORTEST or _is_put_right(reading, unit.token.span):
            continue
        assertion = _assertion(reading, unit, span)
        if _is_asked(reading, unit, assertion):
            continue
        if assertion.holder is not None or not is_order(sentence, unit.token):
            found.append(assertion)
    return found


def _is_asked(reading: Reading, unit: Unit, assertion: Assertion) -> bool:
    """Whether somebody only asks it: “Is it true that the bridge is shut?” states nothing."""
    index = assertion.quotation
    asking = index is not None and reading.quotations[index].cue_lemma == "ask"
    return (
        asking and assertion.status is Status.POSSIBLE and unit.sentence.role is not Role.HEADLINE
    )


def _is_put_right(reading: Reading, place: Span) -> bool:
    """Whether a correction only says what stood there before: "This article first said ..." states it no more."""
    index = quotation_at(reading, place)
    source = reading.quotations[index].source if index is not None else None
    words = source.of(reading.text).lower() if source is not None else ""
    return words.startswith(
        ("an earlier version", "a previous version", "this article", "this story")
    )


def _assertion(reading: Reading, unit: Unit, span: Span) -> Assertion:
    sentence, token = unit.sentence, unit.token
    days = days_of(reading, sentence, token, span)
    voice = voice_of(reading, unit)
    actors, recipients = _parties(reading, unit)
    verdict = vouched(reading, unit, voice, _verdict(reading, unit, days))
    figures = tuple(i for i, each in enumerate(reading.figures) if span.contains(each.span))
    act = act_of(unit)
    return Assertion(
        span=span,
        kind=_kind(reading, unit, voice, verdict.status),
        act=act,
        status=verdict.status,
        holder=voice.speaker,
        chain=voice.chain,
        actors=actors,
        recipients=recipients,
        days=day_told(reading, verdict.status, days),
        place=place_of(sentence, token),
        figures=figures,
        times=tuple(i for i, each in enumerate(reading.times) if span.contains(each.span)),
        event=next(
            (i for i, each in enumerate(reading.events) if each.predicate == token.span), None
        ),
        quotation=voice.quotation,
        headline=sentence.role is Role.HEADLINE,
        because=verdict.because,
    )


def _verdict(reading: Reading, unit: Unit, days: Interval | None) -> Verdict:
    if not is_predicate(unit.token):
        return presupposed(unit)
    verdict = status_of(reading, unit.sentence, unit.token, days)
    if verdict.suggested:
        return _of_nobody(reading, unit, days, verdict)
    return act_status(unit.sentence, unit.token, unit.entry, verdict)


def _of_nobody(reading: Reading, unit: Unit, days: Interval | None, verdict: Verdict) -> Verdict:
    """What only the words around suggest: what the rules see, if that is no fact; else it is possible."""
    seen = rule_status(reading, unit.sentence, unit.token, days)
    seen = act_status(unit.sentence, unit.token, unit.entry, seen)
    if not seen.status.is_fact:
        return seen
    if verdict.status is not Status.POSSIBLE:
        because = f"{verdict.because}, but no word says whose it is"
        verdict = Verdict(Status.POSSIBLE, None, because)
    return act_status(unit.sentence, unit.token, unit.entry, verdict)


def _span(reading: Reading, unit: Unit, stops: frozenset[int]) -> Span:
    """The clause, cut to the piece of the quotation that it stands in; the whole of "Two states to hold talks"."""
    span = clause_span(unit.sentence, unit.token, stops)
    if unit.sentence.role is Role.HEADLINE and unit.token.dep in ("relcl", "acl"):
        return clause_span(unit.sentence, unit.sentence.head_of(unit.token), stops).joined(span)
    index = quotation_at(reading, unit.token.span)
    if index is None:
        return span
    for piece in reading.quotations[index].content:
        if piece.contains(unit.token.span):
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return span


def _parties(reading: Reading, unit: Unit) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Who does or would do the thing: the accused of a charge, the one asked of a demand."""
    actors = actors_of(reading, unit.sentence, unit.token)
    recipients = recipients_of(reading, unit.sentence, unit.token)
    effect = own_effect(unit.sentence, unit.token, unit.entry)
    if effect in _TOWARDS_OTHERS and unit.entry is not None and unit.entry.act in _ASKING:
        return recipients, actors
    return actors, recipients


def _counts(reading: Reading, unit: Unit) -> bool:
    """Whether a figure counts the subject or object: the clause is about the amount."""
    sentence = unit.sentence
    for noun in sentence.children_of(unit.token, "nsubj", "nsubjpass", "dobj", "attr"):
        near = (noun, *sentence.children_of(noun, "nummod", "quantmod", "amod"))
        if any(figure.span.overlaps(each.span) for figure in reading.figures for each in near):
            return True
    return False


def _kind(reading: Reading, unit: Unit, voice: Voice, status: Status) -> AssertionKind:
    act = act_of(unit)
    if status in _KINDS:
        charges = status is not Status.ALLEGED or is_charge(reading, unit, voice)
        return _KINDS[status] if charges else AssertionKind.STATEMENT
    if status is Status.POSSIBLE and act in (Act.CONSULT, Act.AGREE):
        return AssertionKind.PLAN
    if status.is_fact and _counts(reading, unit):
        return AssertionKind.FIGURE
    if status in (Status.POSSIBLE, Status.NEGATED) or not _is_deed(unit, act):
        return AssertionKind.STATEMENT
    return AssertionKind.EVENT


def _is_deed(unit: Unit, act: Act) -> bool:
    """Whether something is done, not only said or so: being at war is, being part of a plan is not."""
    if unit.token.pos == "AUX" or unit.token.lemma == "be":
        return act in (Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.PROTEST)
    if unit.entry is None or not unit.entry.governs:
        return True
    undone = unit.entry.inner is Status.NEGATED
    return undone and own_effect(unit.sentence, unit.token, unit.entry) is None
