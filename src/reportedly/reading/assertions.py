"""The things that a report states, one by one: clauses without their attribution, each with kind, status and holder."""

from dataclasses import dataclass, replace

from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, EntityKind, Form, Grade, Status
from reportedly.model.reading import Argument, Assertion, AssertionKind, Mention, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import actors_of, place_of, recipients_of
from reportedly.reading.events import READ, days_of
from reportedly.reading.mood import Verdict
from reportedly.reading.predicates import clause_span, entry_of, event_noun, is_predicate
from reportedly.reading.status import act_status, own_effect, quotation_at, status_of
from reportedly.reading.units import Unit, governing_units, units_of

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
_CONFLICT = (Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.PROTEST, Act.SANCTION, Act.THREATEN)
_TOWARDS_OTHERS = (Status.ALLEGED, Status.DEMANDED)
_OTHERS = frozenset({"they", "you"})


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who says it and through whom; `quotation` indexes the reading."""

    speaker: Speaker | None
    chain: tuple[str, ...] = ()
    quotation: int | None = None


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
    for unit in units:
        span = _span(reading, unit, apart - {unit.token.index})
        if len(sentence.tokens_in(span)) >= SHORTEST:
            found.append(_assertion(reading, unit, span))
    return found


def _assertion(reading: Reading, unit: Unit, span: Span) -> Assertion:
    sentence, token = unit.sentence, unit.token
    days = days_of(reading, sentence, token, span)
    voice = _voice(reading, unit)
    actors, recipients = _parties(reading, unit)
    verdict = _vouched(reading, unit, voice, _verdict(reading, unit, days))
    figures = tuple(i for i, each in enumerate(reading.figures) if span.contains(each.span))
    act = _act(unit)
    return Assertion(
        span=span,
        kind=_kind(verdict.status, act, counts=_counts(reading, unit)),
        act=act,
        status=verdict.status,
        holder=voice.speaker,
        chain=voice.chain,
        actors=actors,
        recipients=recipients,
        days=days,
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
    verdict = status_of(reading, unit.sentence, unit.token, days)
    return act_status(unit.sentence, unit.token, unit.entry, verdict)


def _span(reading: Reading, unit: Unit, stops: frozenset[int]) -> Span:
    """The clause, cut to the piece of the quotation that it stands in."""
    span = clause_span(unit.sentence, unit.token, stops)
    index = quotation_at(reading, unit.token.span)
    if index is None:
        return span
    for piece in reading.quotations[index].content:
        if piece.contains(unit.token.span):
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return span


def _voice(reading: Reading, unit: Unit) -> _Voice:
    """The speaker of the quotation around the clause, or who demands, denies, threatens, welcomes in it."""
    index = _cued(reading, unit.token) if _is_speech_act(unit) else None
    if index is None:
        index = quotation_at(reading, unit.token.span)
    nominal = _owner(reading, unit)
    if nominal is not None:
        return _Voice(nominal)
    if index is not None:
        quotation = reading.quotations[index]
        return _Voice(quotation.speaker, quotation.chain, index)
    if _is_speech_act(unit):
        return _Voice(_speaker_of(reading, unit.sentence, unit.token))
    return _Voice(_accuser(reading, unit))


def _is_speech_act(unit: Unit) -> bool:
    """An act by words whose author vouches for it; refusing and planning are told by the report."""
    if unit.entry is None:
        return False
    if unit.entry.act in (Act.SUPPORT, Act.ACCUSE, Act.DENY, Act.REQUEST, Act.THREATEN):
        return unit.entry.governs and unit.entry.inner is not Status.PLANNED
    if unit.token.lemma in load_lexicon().news_acts and unit.entry.act is Act.STATEMENT:
        return True
    effect = own_effect(unit.sentence, unit.token, unit.entry)
    return (
        effect in (Status.PROMISED, Status.THREATENED, Status.PROPOSED)
        and unit.entry.act is Act.AGREE
    )


def _cued(reading: Reading, token: Token) -> int | None:
    for index, quotation in enumerate(reading.quotations):
        cue = quotation.cue
        if (
            cue is not None
            and cue.overlaps(token.span)
            and quotation.speaker
            and quotation.speaker.name
        ):
            return index
    return None


def _owner(reading: Reading, unit: Unit) -> Speaker | None:
    """Whose demand or promise it is where a noun governs the clause: "the senator's demands, including ..."."""
    for governor in governing_units(unit.sentence, unit.token):
        if is_predicate(governor) and governor.index != unit.token.index:
            return None
        entry = entry_of(unit.sentence, governor) if governor.pos == "NOUN" else None
        if entry is not None and entry.inner is not None:
            owners = actors_of(reading, unit.sentence, governor)
            return _speaker(reading, owners[0]) if owners else None
    return None


def _accuser(reading: Reading, unit: Unit) -> Speaker | None:
    """The subject of the verb that charges or demands, where no quotation was marked."""
    for governor in unit.sentence.ancestors(unit.token):
        if not is_predicate(governor):
            continue
        entry = entry_of(unit.sentence, governor, unit.token)
        if entry is not None and entry.inner in _TOWARDS_OTHERS:
            return _speaker_of(reading, unit.sentence, governor)
        return None
    return None


def _speaker_of(reading: Reading, sentence: Sentence, token: Token) -> Speaker | None:
    actors = actors_of(reading, sentence, token)
    return _speaker(reading, actors[0]) if actors else None


def _speaker(reading: Reading, argument: Argument) -> Speaker | None:
    mention = next((each for each in reading.mentions if each.span == argument.span), None)
    if mention is None:
        return None
    if mention.form is Form.PRONOUN and not mention.entity:
        return None
    return Speaker(mention.name, mention.entity, _grade(mention), "it does what the verb says")


def _grade(mention: Mention) -> Grade:
    if mention.kind is EntityKind.PERSON:
        return Grade.NAMED_PERSON
    if mention.kind in (EntityKind.COUNTRY, EntityKind.ORGANISATION):
        return Grade.NAMED_OFFICE
    return Grade.UNNAMED_OFFICIAL if mention.country or mention.body else Grade.SOURCES


def _act(unit: Unit) -> Act:
    noun = event_noun(unit.sentence, unit.token)
    if noun is not None and (entry := noun_entry(noun.lemma)) is not None:
        return entry.act
    return unit.entry.act if unit.entry is not None else Act.STATEMENT


def _parties(reading: Reading, unit: Unit) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
    """Who does or would do the thing: the accused of a charge, the one asked of a demand."""
    actors = actors_of(reading, unit.sentence, unit.token)
    recipients = recipients_of(reading, unit.sentence, unit.token)
    if unit.entry is not None and unit.entry.inner in _TOWARDS_OTHERS and recipients:
        return recipients, actors
    return actors, recipients


def _vouched(reading: Reading, unit: Unit, voice: _Voice, verdict: Verdict) -> Verdict:
    """What a speaker says that another party did is alleged: only the speaker vouches for it."""
    speaker = voice.speaker
    inside = quotation_at(reading, unit.token.span) is not None
    if speaker is None or not inside or not verdict.status.is_fact or _is_speech_act(unit):
        return verdict
    subjects = unit.sentence.children_of(unit.token, "nsubj", "nsubjpass")
    because = f"{speaker.name or 'somebody'} says it of another party"
    if any(each.text.lower() in _OTHERS for each in subjects):
        return Verdict(Status.ALLEGED, verdict.cue, because)
    side = _countries(reading, speaker)
    others = _subject_countries(reading, unit)
    if others and not others & side and (side or _act(unit) in _CONFLICT):
        return Verdict(Status.ALLEGED, verdict.cue, because)
    return verdict


def _countries(reading: Reading, speaker: Speaker) -> set[str]:
    found: set[str] = set()
    for each in reading.mentions:
        same = (speaker.entity and each.entity == speaker.entity) or each.name == speaker.name
        if each.country and same:
            found.add(each.country)
    return found


def _subject_countries(reading: Reading, unit: Unit) -> set[str]:
    """The states that the doer, or failing that the subject, of the clause belongs to."""
    sentence = unit.sentence
    agents = [
        *sentence.children_of(unit.token, "nsubj", "nsubjpass"),
        *sentence.children_of(unit.token, "agent"),
    ]
    found: set[str] = set()
    for agent in agents:
        span = sentence.subtree_span(agent)
        found |= {
            each.country for each in reading.mentions if each.country and each.span.overlaps(span)
        }
    return found


def _counts(reading: Reading, unit: Unit) -> bool:
    """Whether a figure counts the subject or object: the clause is about the amount."""
    sentence = unit.sentence
    for noun in sentence.children_of(unit.token, "nsubj", "nsubjpass", "dobj", "attr"):
        near = (noun, *sentence.children_of(noun, "nummod", "quantmod", "amod"))
        if any(figure.span.overlaps(each.span) for figure in reading.figures for each in near):
            return True
    return False


def _kind(status: Status, act: Act, *, counts: bool) -> AssertionKind:
    if status in _KINDS:
        return _KINDS[status]
    if status is Status.POSSIBLE and act in (Act.CONSULT, Act.AGREE):
        return AssertionKind.PLAN
    if status.is_fact and counts:
        return AssertionKind.FIGURE
    if act in _SAYING or status is Status.POSSIBLE:
        return AssertionKind.STATEMENT
    return AssertionKind.EVENT
