"""Who says it: the speaker of the clause and how far the report vouches for what is said."""

from dataclasses import dataclass

from reportedly.language.lexicon import Entry, load_lexicon, noun_entry
from reportedly.model.ontology import Act, EntityKind, Form, Grade, Status
from reportedly.model.reading import Argument, Mention, Reading, Speaker
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import PARTIES, actors_of
from reportedly.reading.effects import own_effect
from reportedly.reading.mood import Verdict
from reportedly.reading.predicates import content_clause, entry_of, event_noun, is_predicate
from reportedly.reading.status import quotation_at
from reportedly.reading.units import Unit, governing_units

_CONFLICT = (Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.PROTEST, Act.SANCTION, Act.THREATEN)
_HALF_MEANT = (Status.PLANNED, Status.POSSIBLE, Status.PROPOSED)
_VOUCHED = (Status.PROMISED, Status.THREATENED, Status.PROPOSED)
_OTHERS = frozenset({"they", "you"})
_TOWARDS_OTHERS = (Status.ALLEGED, Status.DEMANDED)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it and through whom; `quotation` indexes the reading."""

    speaker: Speaker | None
    chain: tuple[str, ...] = ()
    quotation: int | None = None


def voice_of(reading: Reading, unit: Unit) -> Voice:
    """The speaker of the quotation around the clause, or who demands, denies, threatens, welcomes in it."""
    speaks = _is_speech_act(unit)
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


def _is_speech_act(unit: Unit) -> bool:
    """An act by words whose author vouches for it; refusing and planning are told by the report."""
    if unit.entry is None:
        return False
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


def vouched(reading: Reading, unit: Unit, voice: Voice, verdict: Verdict) -> Verdict:
    """What a speaker says that another party did is alleged: only the speaker vouches for it."""
    speaker = voice.speaker
    inside = quotation_at(reading, unit.token.span) is not None
    if speaker is None or not inside or not verdict.status.is_fact or _is_speech_act(unit):
        return verdict
    subjects = unit.sentence.children_of(unit.token, "nsubj", "nsubjpass")
    because = f"{speaker.name or 'somebody'} says it of another party"
    side = _countries(reading, speaker)
    if (side or _in_office(reading, speaker)) and any(
        each.text.lower() in _OTHERS for each in subjects
    ):
        return Verdict(Status.ALLEGED, verdict.cue, because)
    others = _subject_countries(reading, unit)
    if others and not others & side and (side or act_of(unit) in _CONFLICT):
        return Verdict(Status.ALLEGED, verdict.cue, because)
    return verdict


def _in_office(reading: Reading, speaker: Speaker) -> bool:
    """Whether the speaker speaks for others: "they" are then the other side."""
    return any(each.office and each.name == speaker.name for each in reading.mentions)


def is_charge(reading: Reading, unit: Unit, voice: Voice) -> bool:
    """Whether what is alleged is a charge: under a verb of accusing, or said of some state's party, or of "them"."""
    if any(
        _accuses(unit.sentence, each) for each in (unit.token, *unit.sentence.ancestors(unit.token))
    ):
        return True
    subjects = unit.sentence.children_of(unit.token, "nsubj", "nsubjpass")
    side = _countries(reading, voice.speaker) if voice.speaker is not None else set()
    return bool(_subject_countries(reading, unit) - side) or any(
        each.text.lower() in _OTHERS for each in subjects
    )


def _accuses(sentence: Sentence, token: Token) -> bool:
    entry = entry_of(sentence, token)
    return entry is not None and entry.act is Act.ACCUSE


def _countries(reading: Reading, speaker: Speaker) -> set[str]:
    found: set[str] = set()
    for each in reading.mentions:
        same = (speaker.entity and each.entity == speaker.entity) or each.name == speaker.name
        if each.country and same:
            found.add(each.country)
    return found


def _subject_countries(reading: Reading, unit: Unit) -> set[str]:
    """The states that the doer of the clause belongs to; of a hostile act told with "be", any it names.

    The subject of a passive is no doer, unless troops that "were sent".
    """
    sentence = unit.sentence
    act = act_of(unit)
    doers = [*sentence.children_of(unit.token, "nsubj")]
    if act is Act.MOBILIZE:
        doers += sentence.children_of(unit.token, "nsubjpass")
    found: set[str] = set()
    for doer in doers:
        for noun in (doer, *sentence.children_of(doer, "poss", "compound", "amod", "conj")):
            found |= _countries_in(reading, noun.span)
    for agent in sentence.children_of(unit.token, "agent"):
        found |= _countries_in(reading, sentence.subtree_span(agent))
    if not found and act in _CONFLICT and unit.token.pos == "AUX":
        found = _countries_in(reading, sentence.subtree_span(unit.token))
    return found


def _countries_in(reading: Reading, span: Span) -> set[str]:
    return {
        each.country
        for each in reading.mentions
        if each.country and each.kind in PARTIES and each.span.overlaps(span)
    }
