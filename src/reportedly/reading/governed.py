"""What stands above a predicate and lays its status on it: the verbs, nouns and conditions that govern it."""

from dataclasses import dataclass, replace

from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.bare_forms import is_let
from reportedly.reading.conditions import condition_of, is_participle, time_mark, waiting_mark
from reportedly.reading.effects import combined, effect_of, negated_effect
from reportedly.reading.ellipsis import followed_verb, gapped
from reportedly.reading.governors import completed_noun, governor_of, is_listed, stands_before
from reportedly.reading.mood import mood_of, own_status
from reportedly.reading.negation import negator_of
from reportedly.reading.predicates import entry_of, has_to, is_finite, is_predicate
from reportedly.reading.prospects import planner_of
from reportedly.reading.relatives import described
from reportedly.reading.scheduled import listed_ahead
from reportedly.reading.untensed import (
    absent_after,
    aimed,
    is_aim,
    is_bare_infinitive,
    is_open_gerund,
    is_outcome,
    is_particle_content,
    left_undone,
)
from reportedly.reading.unvouched import is_content, not_the_reason, unvouched
from reportedly.reading.verdicts import Verdict

_NO_TENSE = Verdict(Status.POSSIBLE, None, "no tense of its own")
_UNDER_IF = ("acl", "ccomp", "conj", "csubj", "csubjpass", "pcomp", "relcl")
_TILL = frozenset({"till", "until"})
_LIMITS = frozenset({"long", "once", "soon", "till", "unless", "until"})


@dataclass(frozen=True, slots=True)
class _Climb:
    """How far up the judgement has come: past a finite clause no mood reaches in, past a noun no refusal."""

    verdict: Verdict | None
    closed: bool
    nominal: bool = False


def composed_status(sentence: Sentence, token: Token) -> Verdict:
    """The status by the predicate's own words and its governors, quotation and calendar left aside."""
    verdict = _climbed(sentence, token)
    if not verdict.status.is_fact or not is_predicate(token):
        return verdict
    if is_bare_infinitive(sentence, token) or is_let(sentence, token):
        return _NO_TENSE
    return verdict


def _climbed(sentence: Sentence, token: Token) -> Verdict:
    first = gapped(sentence, token)
    if first is not None:
        return composed_status(sentence, first)
    own = own_status(sentence, token)
    climb = _Climb(own, closed=is_predicate(token) and is_finite(sentence, token))
    child = token
    for _ in range(len(sentence.tokens)):
        governor = governor_of(sentence, child)
        if governor.index == child.index:
            return _alone(sentence, token, climb.verdict)
        first = followed_verb(sentence, child)
        if first is not None:
            return composed_status(sentence, first)
        if _is_loose(sentence, child):
            found = described(sentence, child, governor, composed_status)
            return found or climb.verdict or _NO_TENSE
        completes = completed_noun(sentence, child) is not None
        if _stands_under_mark(sentence, child, completes=completes):
            return _adverbial(sentence, child, governor, climb.verdict)
        if child.dep not in ("conj", "parataxis", "appos") or is_listed(sentence, child):
            climb = _governed(sentence, governor, child, climb)
        child = governor
    return climb.verdict or _NO_TENSE


def _alone(sentence: Sentence, clause: Token, verdict: Verdict | None) -> Verdict:
    """The status where nothing governs; open where the sentence is a mere condition: "Unless he leaves."."""
    told = verdict is None or verdict.status.is_fact
    mark = condition_of(sentence, clause) if told and clause.head == clause.index else None
    if mark is not None and mark.dep == "mark" and not sentence.children_of(clause, "advcl"):
        return Verdict(Status.POSSIBLE, mark, f"under '{mark.text}'")
    return verdict or _NO_TENSE


def _stands_under_mark(sentence: Sentence, child: Token, *, completes: bool) -> bool:
    if child.dep == "advcl":
        return not completes and not is_particle_content(sentence, child)
    return child.dep in _UNDER_IF and condition_of(sentence, child) is not None


def _is_loose(sentence: Sentence, child: Token) -> bool:
    """A relative or participle clause tells its own: "the threats made by", "a plan that failed"."""
    past = child.tag in ("VBD", "VBN") and not has_to(sentence, child)
    told = child.dep == "relcl" or (child.dep == "acl" and past)
    if told and not is_content(sentence, child):
        return True
    return stands_before(sentence, child) and condition_of(sentence, child) is None


def _adverbial(
    sentence: Sentence, child: Token, governor: Token, verdict: Verdict | None
) -> Verdict:
    mark = condition_of(sentence, child) or _awaiting(sentence, child, governor)
    if mark is not None:
        return Verdict(Status.POSSIBLE, mark, f"under '{mark.text}'")
    negator = not_the_reason(sentence, child, governor)
    if negator is not None and (verdict is None or verdict.status.is_fact):
        return Verdict(Status.NEGATED, negator, f"'{negator.text} because'")
    if verdict is not None:
        return verdict
    if is_outcome(sentence, child):
        return composed_status(sentence, governor)
    if child.tag == "VB" or has_to(sentence, child):
        return _called_for(sentence, child, governor) or Verdict(
            Status.POSSIBLE, None, "a purpose, not a report that it was done"
        )
    return composed_status(sentence, governor)


def _called_for(sentence: Sentence, child: Token, governor: Token) -> Verdict | None:
    """The status of "calls for the army to leave", where the parser makes a purpose of it."""
    entry = verb_entry(governor.lemma, particles=("for",))
    marked = any(each.text.lower() == "for" for each in sentence.children_of(child, "mark"))
    if not marked or entry is None or entry.inner is None or not entry.lemma.endswith(" for"):
        return None
    return Verdict(entry.inner, governor, f"under '{governor.text} for'")


def _awaiting(sentence: Sentence, child: Token, governor: Token) -> Token | None:
    """The mark of a present-tense clause that is still to come: "before it leaves", "will talk once it leaves"."""
    mark = waiting_mark(sentence, child)
    if mark is None:
        return _backshifted(sentence, child, governor)
    if mark.text.lower() in load_lexicon().awaited:
        return mark
    if is_participle(sentence, child):
        return mark if composed_status(sentence, governor).status is not Status.HAPPENED else None
    return mark if not composed_status(sentence, governor).status.is_fact else None


def _backshifted(sentence: Sentence, child: Token, governor: Token) -> Token | None:
    """The mark of what is still to come, told in the past: "would not leave until he had guarantees"."""
    mark = time_mark(sentence, child)
    if mark is None or mark.text.lower() not in _LIMITS:
        return None
    mood = mood_of(sentence, governor)
    if mood is None and (mark.text.lower() not in _TILL or is_finite(sentence, governor)):
        return None
    held = composed_status(sentence, governor) if mood is None else mood
    return None if held.status.is_fact else mark


def _governed(sentence: Sentence, governor: Token, child: Token, climb: _Climb) -> _Climb:
    """One step up: what the governor, by its wording or its row of the lexicon, makes of the clause or noun below."""
    opened = _opened(sentence, governor, child, climb)
    if opened is not None:
        return opened
    own = own_status(sentence, governor)
    closed = climb.closed or (is_predicate(governor) and is_finite(sentence, governor))
    entry = entry_of(sentence, governor, child)
    if is_aim(sentence, governor, child, entry):
        held = own if own is not None and not own.status.is_fact else climb.verdict
        return replace(climb, verdict=aimed(sentence, governor, held), closed=closed)
    if entry is None or entry.inner is None or _is_outside(governor, child):
        return replace(climb, verdict=_under(climb, own), closed=closed)
    effect = effect_of(sentence, governor, entry, child)
    if effect is Status.DEMANDED and climb.closed and _takes_as_given(sentence, child):
        return climb
    negated = (own is not None and own.status is Status.NEGATED) or _is_denied(sentence, governor)
    if climb.nominal and not negated and effect not in (Status.DENIED, Status.ALLEGED):
        return replace(climb, closed=closed)
    nominal = climb.nominal or not is_predicate(governor)
    return _Climb(_laid(governor, effect, climb.verdict, negated=negated), closed, nominal)


def _opened(sentence: Sentence, governor: Token, child: Token, climb: _Climb) -> _Climb | None:
    """The step where what stands between says that it was not done or is only spoken of; None elsewhere."""
    told = climb.verdict is None or climb.verdict.status.is_fact
    if child.tag == "VBG" and climb.verdict is None and planner_of(sentence, child) is governor:
        return replace(
            climb, verdict=Verdict(Status.PLANNED, governor, f"what a '{governor.text}' does")
        )
    listed = listed_ahead(sentence, child, governor) if climb.verdict is None else None
    if listed is not None:
        return replace(climb, verdict=listed)
    absent = absent_after(sentence, governor, child)
    if climb.verdict is None and absent is not None:
        return replace(climb, verdict=absent, nominal=True)
    if told and not climb.closed and child.dep == "pcomp":
        return _after_preposition(sentence, governor, child, climb)
    if governor.lemma == "matter" and _is_no_matter(sentence, governor, climb.verdict):
        return replace(climb, verdict=Verdict(Status.POSSIBLE, governor, "'no matter'"))
    found = unvouched(sentence, governor, child) if told else None
    return None if found is None else replace(climb, verdict=found, closed=True)


def _after_preposition(
    sentence: Sentence, preposition: Token, clause: Token, climb: _Climb
) -> _Climb | None:
    if left_undone(sentence, preposition):
        verdict = Verdict(Status.NEGATED, preposition, f"'{preposition.text}'")
        return replace(climb, verdict=verdict, nominal=True)
    if not is_open_gerund(sentence, preposition, clause):
        return None
    because = f"'{preposition.text}', not a report that it was done"
    return replace(climb, verdict=Verdict(Status.POSSIBLE, preposition, because))


def _is_no_matter(sentence: Sentence, noun: Token, verdict: Verdict | None) -> bool:
    """Whether it is the "no matter" of "no matter how long it takes"."""
    told = verdict is None or verdict.status.is_fact
    before = sentence.tokens[max(0, noun.index - 1) : noun.index]
    return told and any(each.text.lower() == "no" for each in before)


def _takes_as_given(sentence: Sentence, verb: Token) -> bool:
    """Whether only the knowing is wanted: "people need to understand that it is unfair" demands no unfairness."""
    known = verb.lemma in load_lexicon().knowing
    return known and is_predicate(verb) and not is_finite(sentence, verb)


def _is_denied(sentence: Sentence, adjective: Token) -> bool:
    """Whether the clause of a predicate adjective is negated: "was not able", "is not willing"."""
    return (
        adjective.dep == "acomp" and negator_of(sentence, sentence.head_of(adjective)) is not None
    )


def _is_subject(child: Token) -> bool:
    """Whether it does what the verb says; what is called off, planned or denied in the passive has it done to it."""
    return child.dep in ("agent", "nsubj", "poss") or (
        child.dep == "nsubjpass" and child.pos != "NOUN" and child.tag != "VBG"
    )


def _is_outside(governor: Token, child: Token) -> bool:
    """Whether it is no part of what the governor denies, plans or demands.

    Who did it, how and when: "prevented the raid by closing the port"; of a noun, participles: "reports reaching us".
    """
    if _is_subject(child):
        return True
    words = load_lexicon()
    known = child.text.lower() if child.dep == "prep" else ""
    if is_predicate(governor):
        return known in words.adjuncts
    participle = child.dep == "amod" or (child.dep == "acl" and child.tag == "VBG")
    return participle or known in words.adjuncts | words.noun_adjuncts


def _laid(
    governor: Token, effect: Status, verdict: Verdict | None, *, negated: bool
) -> Verdict | None:
    if negated:
        status = Status.NEGATED if _denies_all(governor) else negated_effect(effect)
        return Verdict(status, governor, f"'{governor.text}' is itself negated")
    status = combined(effect, verdict.status if verdict is not None else None)
    if effect is Status.ALLEGED and verdict is not None and not verdict.status.is_fact:
        status = verdict.status if verdict.status is Status.NEGATED else Status.ALLEGED
    if verdict is not None and status is verdict.status:
        return verdict
    return Verdict(status, governor, f"under '{governor.text}'")


def _denies_all(governor: Token) -> bool:
    """Whether its negation is that of the clause: "not able to come", "do not think it came"."""
    return governor.lemma in load_lexicon().raising


def _under(climb: _Climb, own: Verdict | None) -> Verdict | None:
    """A noun or infinitive takes mood and negation of its governor; what is less than fact stays so."""
    if own is None or climb.nominal:
        return climb.verdict
    if climb.closed and own.status is not Status.NEGATED:
        return climb.verdict
    if climb.closed:
        return (
            Verdict(Status.POSSIBLE, own.cue, own.because)
            if climb.verdict is None
            else climb.verdict
        )
    if climb.verdict is not None and not climb.verdict.status.is_fact:
        return climb.verdict
    return own
