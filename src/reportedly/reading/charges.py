"""What a speaker says that others did: a charge where the deed is hostile, their word on it otherwise."""

from reportedly.language.countries import country_of_people
from reportedly.language.lexicon import is_harm, load_lexicon
from reportedly.model.ontology import Act, EntityKind, Status
from reportedly.model.reading import Mention, Reading, Speaker
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import PARTIES, party_at
from reportedly.reading.predicates import entry_of
from reportedly.reading.status import quotation_at
from reportedly.reading.units import Unit
from reportedly.reading.verdicts import Verdict
from reportedly.reading.voices import Voice, act_of, is_speech_act

_CONFLICT = (Act.ASSAULT, Act.COERCE, Act.MOBILIZE, Act.PROTEST, Act.SANCTION, Act.THREATEN)
_UNFRIENDLY = (*_CONFLICT, Act.ACCUSE, Act.DENY, Act.REJECT)
_OTHERS = frozenset({"they", "you"})
_THIRD = frozenset({"he", "she"})
_OWN = frozenset({"its", "my", "our", "their"})


def vouched(reading: Reading, unit: Unit, voice: Voice, verdict: Verdict) -> Verdict:
    """What a speaker says that another party did in harm is alleged: only the speaker vouches for it."""
    speaker = voice.speaker
    inside = quotation_at(reading, unit.token.span) is not None
    if speaker is None or not inside or not verdict.status.is_fact or is_speech_act(unit):
        return verdict
    if not _blames(reading, unit, speaker):
        return verdict
    because = f"{speaker.name or 'somebody'} says it of another party"
    return Verdict(Status.ALLEGED, verdict.cue, because)


def is_charge(reading: Reading, unit: Unit, voice: Voice) -> bool:
    """Whether what is alleged is a charge: under a verb of accusing, or blamed on another party."""
    if any(
        _accuses(unit.sentence, each) for each in (unit.token, *unit.sentence.ancestors(unit.token))
    ):
        return True
    return voice.speaker is not None and _blames(reading, unit, voice.speaker)


def is_hostile(unit: Unit) -> bool:
    """Whether the clause tells a harm or a wrong: by its act, or by words of harm in what is done.

    What the deed answers to is no part of it: "left after the attack".
    """
    if act_of(unit) in _UNFRIENDLY:
        return True
    hostile, peaceful = load_lexicon().hostile, load_lexicon().broken_in_peace
    things = {each.lemma for each in unit.sentence.children_of(unit.token, "dobj", "nsubjpass")}
    if unit.token.lemma == "break" and things & peaceful:
        return False
    return _comes_close(unit) or any(
        is_harm(each.lemma) or each.lemma in hostile for each in _told(unit.sentence, unit.token)
    )


def _comes_close(unit: Unit) -> bool:
    """Whether somebody comes to "our borders"."""
    sentence = unit.sentence
    return any(
        noun.lemma in load_lexicon().homeland
        and any(each.text.lower() == "our" for each in sentence.children_of(noun, "poss"))
        for prep in sentence.children_of(unit.token, "prep")
        for noun in sentence.children_of(prep, "pobj")
    )


def _told(sentence: Sentence, token: Token) -> list[Token]:
    found = [token]
    for child in sentence.children_of(token, "dobj", "attr", "acomp", "oprd", "xcomp"):
        found += _told(sentence, child)
    found += sentence.children_of(token, "amod")
    for prep in sentence.children_of(token, "prep"):
        if prep.text.lower() in ("in", "of"):
            found += sentence.children_of(prep, "pobj", "pcomp")
    return found


def _blames(reading: Reading, unit: Unit, speaker: Speaker) -> bool:
    """Whether the doer is somebody else than the speaker's side, and the deed hostile."""
    if not is_hostile(unit):
        return False
    side = _countries(reading, speaker)
    subjects = {each.text.lower() for each in unit.sentence.children_of(unit.token, "nsubj")}
    if (side or _in_office(reading, speaker)) and subjects & _OTHERS:
        return True
    others = _doer_countries(reading, unit)
    if others:
        unknown = act_of(unit) in _CONFLICT and not _by_law(unit)
        return not others & side and (bool(side) or unknown)
    return _harms(unit) and any(
        _is_other(reading, unit.sentence, doer, speaker)
        for doer in unit.sentence.children_of(unit.token, "nsubj")
    )


def _by_law(unit: Unit) -> bool:
    """Whether police or soldiers arrest, ban, seize: told of by anybody at home it is no charge."""
    if act_of(unit) not in (Act.COERCE, Act.SANCTION):
        return False
    doers = unit.sentence.children_of(unit.token, "nsubj")
    return any(each.lemma in load_lexicon().uniformed for each in doers)


def _harms(unit: Unit) -> bool:
    """Bodily harm and plain wrongs: what police, courts and protesters do of themselves is no charge."""
    return act_of(unit) is Act.ASSAULT or unit.token.lemma in load_lexicon().hostile


def _is_other(reading: Reading, sentence: Sentence, doer: Token, speaker: Speaker) -> bool:
    """Whether the doer is a person or group that is not the speaker, nor of the speaker's body."""
    if doer.text.lower() == "they":
        return _is_person(reading, speaker)
    mention = party_at(reading, doer)
    owners = {each.text.lower() for each in sentence.children_of(doer, "poss")}
    if mention is None or owners & _OWN:
        return mention is None and doer.text.lower() in _THIRD and not _is_person(reading, speaker)
    if doer.text.lower() in _THIRD and not mention.entity:
        return not _is_person(reading, speaker)
    uniformed = load_lexicon().uniformed
    if doer.lemma in uniformed and set(speaker.name.lower().split()) & uniformed:
        return False
    return mention.name != speaker.name and (not mention.entity or mention.entity != speaker.entity)


def _is_person(reading: Reading, speaker: Speaker) -> bool:
    singular = (EntityKind.PERSON, EntityKind.ROLE)
    return any(each.kind in singular for each in _mentions(reading, speaker))


def _in_office(reading: Reading, speaker: Speaker) -> bool:
    """Whether the speaker speaks for others: "they" are then the other side."""
    return any(each.office and each.name == speaker.name for each in reading.mentions)


def _accuses(sentence: Sentence, token: Token) -> bool:
    entry = entry_of(sentence, token)
    return entry is not None and entry.act is Act.ACCUSE


def _mentions(reading: Reading, speaker: Speaker) -> list[Mention]:
    return [
        each
        for each in reading.mentions
        if (speaker.entity and each.entity == speaker.entity) or each.name == speaker.name
    ]


def _countries(reading: Reading, speaker: Speaker) -> set[str]:
    return {each.country for each in _mentions(reading, speaker) if each.country}


def _doer_countries(reading: Reading, unit: Unit) -> set[str]:
    """The states that the doer of the clause belongs to; of a hostile act told with "be", any it names.

    The subject of a passive is no doer, unless troops that "were sent".
    """
    sentence = unit.sentence
    act = act_of(unit)
    doers = [*sentence.children_of(unit.token, "nsubj")]
    if unit.token.pos == "NOUN":  # "the buildup of Norwegian troops"
        doers += (unit.token, *_of(sentence, unit.token))
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


def _of(sentence: Sentence, noun: Token) -> list[Token]:
    return [
        each
        for prep in sentence.children_of(noun, "prep")
        if prep.text.lower() == "of"
        for each in sentence.children_of(prep, "pobj")
    ]


def _countries_in(reading: Reading, span: Span) -> set[str]:
    found = {
        each.country
        for each in reading.mentions
        if each.country and each.kind in PARTIES and each.span.overlaps(span)
    }
    people = country_of_people(span.of(reading.text))
    return found | {people} if people is not None else found
