"""Who says it: the speaker of the clause, and the act that the clause tells."""

from dataclasses import dataclass

from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import load_lexicon, noun_entry
from reportedly.model.ontology import Act, EntityKind, Form, Grade, Status
from reportedly.model.reading import Argument, Mention, Reading, Speaker
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import actors_of
from reportedly.reading.effects import own_effect
from reportedly.reading.predicates import (
    content_clause,
    entry_of,
    event_noun,
    has_subject,
    has_to,
    is_finite,
    is_predicate,
)
from reportedly.reading.status import quotation_at
from reportedly.reading.units import Unit, governing_units

_OPEN = frozenset({"could", "may", "might"})
_HALF_MEANT = (Status.PLANNED, Status.POSSIBLE, Status.PROPOSED)
_VOUCHED = (Status.PROMISED, Status.THREATENED, Status.PROPOSED)
_TOWARDS_OTHERS = (Status.ALLEGED, Status.DEMANDED)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it and through whom; `quotation` indexes the reading."""

    speaker: Speaker | None
    chain: tuple[str, ...] = ()
    quotation: int | None = None


def voice_of(reading: Reading, unit: Unit) -> Voice:
    """The speaker of the quotation around the clause, or who demands, denies, threatens, welcomes in it."""
    speaks = is_speech_act(unit)
    if speaks and unit.token.dep == "relcl":  # "a charge that Norway denied"
        return Voice(_speaker_of(reading, unit.sentence, unit.token))
    index = _cued(reading, unit.token) if speaks else None
    if index is None:
        index = quotation_at(reading, unit.token.span)
    nominal = _owner(reading, unit)
    if nominal is not None:
        return Voice(nominal)
    if index is not None:
        quotation = reading.quotations[index]
        return Voice(quotation.speaker, quotation.chain, index)
    if speaks:
        return Voice(_speaker_of(reading, unit.sentence, unit.token))
    return Voice(_accuser(reading, unit))


def is_speech_act(unit: Unit) -> bool:
    """An act by words whose author vouches for it; refusing and planning are told by the report."""
    if unit.entry is None or unit.token.lemma == "need":  # who needs something asks nobody
        return False
    helpers = unit.sentence.children_of(unit.token, "aux")
    if any(each.text.lower() in _OPEN for each in helpers):
        return False  # "could refute it": nobody has yet
    if unit.entry.act in (Act.SUPPORT, Act.ACCUSE, Act.DENY, Act.REQUEST, Act.THREATEN):
        return unit.entry.governs and unit.entry.inner is not Status.PLANNED
    if unit.token.lemma in load_lexicon().news_acts and unit.entry.act is Act.STATEMENT:
        return unit.entry.inner is None
    effect = own_effect(unit.sentence, unit.token, unit.entry)
    if effect is Status.ALLEGED:  # "claimed to have won"
        return True
    return effect in _VOUCHED and unit.entry.act is Act.AGREE


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
    for governor in _governors(unit):
        if not is_predicate(governor):
            continue
        entry = entry_of(unit.sentence, governor, unit.token)
        if entry is not None and entry.inner in _TOWARDS_OTHERS:
            return _speaker_of(reading, unit.sentence, governor)
        return None
    return None


def _governors(unit: Unit) -> tuple[Token, ...]:
    """What stands above a clause; a whole clause joined by "and" is not under the verb that it is joined to.

    Nor is it under the infinitive on which the parse hangs it: "told him to go, and [they left]".
    """
    token, sentence = unit.token, unit.sentence
    while token.dep == "conj" and is_finite(sentence, token) and has_subject(sentence, token):
        token = sentence.head_of(token)
        if has_to(sentence, token):
            return ()
    return sentence.ancestors(token)


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


def act_of(unit: Unit) -> Act:
    """The act that the clause tells: of its event noun where the verb is light, of what is hoped or likely."""
    return _act(unit.sentence, unit.token, unit.entry)


def _act(sentence: Sentence, token: Token, entry: Entry | None) -> Act:
    noun = event_noun(sentence, token)
    if noun is not None and (told := noun_entry(noun.lemma)) is not None:
        return told.act
    if entry is None:
        return Act.STATEMENT
    inner = content_clause(sentence, token)
    adjective = next(iter(sentence.children_of(token, "acomp")), None)
    if inner is None and adjective is not None:
        inner = content_clause(sentence, adjective)
    if entry.act is Act.STATEMENT and entry.inner in _HALF_MEANT and inner is not None:
        return _act(sentence, inner, entry_of(sentence, inner))
    return entry.act
