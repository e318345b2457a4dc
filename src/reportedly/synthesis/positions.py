"""The ledger of positions: who demands, offers, rejects, threatens or denies what, with the words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, QuoteKind
from reportedly.model.reading import Assertion, AssertionKind, EventMention, Reading
from reportedly.model.span import Citation
from reportedly.model.story import CountOrigins, Position, Story, Voice
from reportedly.model.syntax import Token
from reportedly.synthesis.clauses import (
    completes_noun,
    content_words,
    is_conditional,
    is_question,
    is_readable,
    readable,
    subjects_of,
)
from reportedly.synthesis.sides import Side, Sides, together
from reportedly.synthesis.stances import (
    OWN_ACTS,
    is_by_verb,
    is_cue,
    is_ledger_act,
    is_own_duty,
    is_speakers_threat,
    stand_in,
)
from reportedly.synthesis.telling import Telling

ALIKE = 0.75  # so many of the shorter one's words in the longer: one position, told twice
FEWEST = 4  # words; fewer tell no matter
SPEAKERS = frozenset({"i", "we"})
FIRST_PERSON = frozenset({"he", "i", "it", "she", "they", "we"})


@dataclass(frozen=True, slots=True)
class Stand:
    """Who takes what stand, in these voices of these claims."""

    side: Side
    act: str
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]


PLAIN_STANDS = (AssertionKind.DEMAND, AssertionKind.DENIAL, AssertionKind.OFFER)
"""Kinds that tell their matter in any form: "ending all patrols", "no new members"."""


def find_positions(story: Story, count: CountOrigins) -> Story:
    """Fill `positions`: one for each actor, act and matter; who stays unresolved holds no position."""
    found: list[Stand] = []
    for stand in _stands(story):
        same = next((each for each in found if _is_one(story, each, stand)), None)
        if same:
            found[found.index(same)] = replace(
                same,
                voices=same.voices + stand.voices,
                claims=tuple(dict.fromkeys(same.claims + stand.claims)),
            )
        else:
            found.append(stand)
    positions = (_position(story, each, count) for each in found)
    ordered = sorted(positions, key=lambda each: (each.actor, each.act, each.id))
    return replace(story, positions=tuple(ordered))


def _stands(story: Story) -> Iterator[Stand]:
    """The stands of each claim, voices of one side and act together."""
    sides, telling = Sides(story), Telling(story)
    for claim in story.claims:
        if telling.is_frame(claim):
            continue
        by_holder: dict[tuple[Side, str], list[Voice]] = {}
        for voice in claim.voices:
            stand = _stand(story, voice, sides)
            if stand is not None:
                by_holder.setdefault(stand, []).append(voice)
        for (side, act), voices in by_holder.items():
            yield Stand(side, act, tuple(voices), (claim.id,))


def _is_one(story: Story, a: Stand, b: Stand) -> bool:
    """Whether both say nearly the same in nearly the same words."""
    if (a.side.name, a.act) != (b.side.name, b.act):
        return False
    if _is_inside(story, a, b):
        return True
    mine, theirs = ({*_words(story, each)} for each in (a, b))
    fewer = min(len(mine), len(theirs))
    return fewer > 1 and len(mine & theirs) >= ALIKE * fewer


def _is_inside(story: Story, a: Stand, b: Stand) -> bool:
    """Whether one is told within the words of the other: "make clear what happened" in "we urge them to make clear"."""
    mine, theirs = ([_shown(story, each) for each in stand.voices] for stand in (a, b))
    return any(
        one.report == other.report
        and (one.span.contains(other.span) or other.span.contains(one.span))
        for one in mine
        for other in theirs
    )


def _words(story: Story, stand: Stand) -> Iterator[str]:
    for voice in stand.voices:
        cited = readable(story, voice.citation)
        yield from content_words(story.reading(cited.report), cited.span)


def _stand(story: Story, voice: Voice, sides: Sides) -> tuple[Side, str] | None:
    """Who takes what stand in this telling: nobody where it is no stand, or where its holder is unknown."""
    if voice.headline or voice.assertion < 0 or not _has_matter(story, voice):
        return None
    reading = story.reading(voice.citation.report)
    assertion = reading.assertions[voice.assertion]
    act = stand_in(reading, assertion) or _condition(reading, assertion, sides)
    holders = _holders(reading, assertion, act, sides) if act else ()
    return (together(holders), act) if holders else None


def _condition(reading: Reading, assertion: Assertion, sides: Sides) -> str:
    """What somebody will do if another does: a condition that they set, where they speak of themselves."""
    sentence = reading.sentence_at(assertion.span.start)
    if sentence is None or assertion.holder is None:
        return ""
    teller = sides.of_speaker(reading.report.id, assertion.holder.entity)
    own = set(teller) & set(_doers(reading, assertion, sides))
    return "condition" if own and is_conditional(sentence, assertion.span) else ""


def _has_matter(story: Story, voice: Voice) -> bool:
    """Whether the words tell what it is about: a clause, or what a cue of the ledger takes: "accuses X of doing"."""
    cited = readable(story, voice.citation)
    if len(story.text_of(cited).split()) < FEWEST:
        return False
    reading = story.reading(cited.report)
    assertion = reading.assertions[voice.assertion]
    sentence = reading.sentence_at(cited.span.start)
    tokens = sentence.tokens_in(cited.span) if sentence else ()
    if sentence and tokens and completes_noun(sentence, tokens):
        return False  # "the wall [that they demanded]"
    if sentence and is_question(sentence, tokens):
        return False  # asked "[if he would demand it]"
    if assertion.kind in PLAIN_STANDS:
        return not is_own_duty(reading, assertion)
    quotation = assertion.quotation
    cue = reading.quotations[quotation].cue_lemma if quotation is not None else ""
    return is_cue(cue) or is_readable(story, cited)


def _holders(reading: Reading, assertion: Assertion, act: str, sides: Sides) -> tuple[Side, ...]:
    """Whoever says it; in the report's own voice whoever threatens, offers, declines."""
    report = reading.report.id
    if assertion.holder is not None:
        holder = assertion.holder
        if (asking := _asked_by_another(reading, assertion)) is not None:
            return sides.of_doers(report, asking.actors)
        by_doer = act in OWN_ACTS and not is_speakers_threat(reading, assertion)
        by_doer = by_doer or is_by_verb(reading, assertion)
        if by_doer and not _is_own(reading, assertion, sides):
            return _doers(reading, assertion, sides)
        return (
            sides.of_speaker(report, holder.entity)
            or sides.named_in(holder.name)
            or sides.called(holder.name)
        )
    if is_ledger_act(act):
        spoken = assertion.kind not in (AssertionKind.DEMAND, AssertionKind.ACCUSATION)
        return _doers(reading, assertion, sides) if spoken else ()
    return ()


def _asked_by_another(reading: Reading, assertion: Assertion) -> EventMention | None:
    """The demand that somebody tells of and does not make: "Holt said the mayor had pressed him to go"."""
    if assertion.kind is not AssertionKind.DEMAND or assertion.event is None:
        return None
    event = reading.events[assertion.event]
    cue = reading.quotations[assertion.quotation] if assertion.quotation is not None else None
    asks = event.act is Act.REQUEST and event.lemma != "need" and event.status.is_fact
    told = asks and assertion.span.contains(event.predicate)
    own = cue is not None and cue.cue is not None and cue.cue.overlaps(event.predicate)
    sentence = reading.sentence_at(event.predicate.start)
    if not told or own or sentence is None:
        return None
    words = {each.text.lower() for each in subjects_of(sentence, assertion.span)}
    teller = assertion.holder.entity if assertion.holder else ""
    theirs = any(each.entity == teller for each in event.actors)
    return None if theirs or not words or words & SPEAKERS else event


def _is_own(reading: Reading, assertion: Assertion, sides: Sides) -> bool:
    """Whether what is told is done by its teller or their side, or by nobody named."""
    if assertion.holder is None:
        return True
    report = reading.report.id
    teller = sides.of_speaker(report, assertion.holder.entity)
    doers = _doers(reading, assertion, sides)
    if set(teller) & set(doers):
        return True
    words = [each.text.lower() for each in _subjects(reading, assertion)]
    words += [each.span.of(reading.text).lower() for each in assertion.actors]
    named = assertion.holder.name.lower().replace(",", "").split()
    index = assertion.quotation
    direct = index is not None and reading.quotations[index].kind is QuoteKind.DIRECT
    own = SPEAKERS if direct else FIRST_PERSON
    return not doers and all(each in own or each in named for each in words)


def _subjects(reading: Reading, assertion: Assertion) -> list[Token]:
    sentence = reading.sentence_at(assertion.span.start)
    return subjects_of(sentence, assertion.span) if sentence else []


def _doers(reading: Reading, assertion: Assertion, sides: Sides) -> tuple[Side, ...]:
    """Who does it: the event's actors, else whom the words begin with: "Kim was committed to peace"."""
    report = reading.report.id
    if assertion.actors:
        return sides.of_doers(report, assertion.actors)
    subjects = [each.span for each in _subjects(reading, assertion) if not _is_given(reading, each)]
    first = (
        each for each in reading.mentions if any(each.head.overlaps(span) for span in subjects)
    )
    return tuple(side for each in first for side in sides.of_speaker(report, each.entity))


def _is_given(reading: Reading, subject: Token) -> bool:
    """Whether a passive tells what others do to its subject: "he was promised aid", not "he is opposed to it"."""
    sentence = reading.sentence_at(subject.span.start)
    verb = sentence.head_of(subject) if sentence else subject
    inclined = sentence and any(
        each.text.lower() == "to" for each in sentence.children_of(verb, "prep")
    )
    return subject.dep == "nsubjpass" and not inclined


def _position(story: Story, stand: Stand, count: CountOrigins) -> Position:
    """The position in the fullest words, each with its subject."""
    said = (_said_on(story.reading(voice.citation.report), voice) for voice in stand.voices)
    first = min(voice.citation for voice in stand.voices)
    evidence = tuple(dict.fromkeys(_shown(story, each) for each in stand.voices))
    own = {readable(story, each.citation) for each in stand.voices} & set(evidence)
    return Position(
        id=f"p{first.report[:8]}{first.span.start}{stand.act[:3]}",
        actor=stand.side.name,
        entity=stand.side.entity,
        act=stand.act,
        issue=story.text_of(max(own or evidence, key=lambda each: (len(each.span), each))),
        claims=stand.claims,
        evidence=evidence,
        days=next((days for days in said if days), None),
        counts=count(story, stand.voices),
    )


def _shown(story: Story, voice: Voice) -> Citation:
    """The words that a reader can follow: a piece without a verb is given with the cue that it hangs on."""
    cited = readable(story, voice.citation)
    reading = story.reading(cited.report)
    quotation = reading.assertions[voice.assertion].quotation
    cue = reading.quotations[quotation].cue if quotation is not None else None
    sentence = reading.sentence_at(cited.span.start)
    if cue is None or sentence is None or is_readable(story, cited):
        return cited
    beside = sentence.span.contains(cue) and cue.end <= cited.span.start
    whole = Citation(cited.report, cue.joined(cited.span)) if beside else cited
    return readable(story, whole)


def _said_on(reading: Reading, voice: Voice) -> Interval | None:
    """The day of the saying: a single day in the sentence, not ahead, outside the words that tell what is said."""
    sentence = reading.sentence_at(voice.citation.span.start)
    published = reading.report.published
    if sentence is None or published is None:
        return None
    for time in reading.times:
        apart = sentence.span.contains(time.span) and not voice.citation.span.overlaps(time.span)
        if apart and time.days and time.days.days == 1 and time.days.last <= published.days.last:
            return time.days
    return None
