"""What stands above a predicate and lays its status on it: the verbs, nouns and conditions that govern it."""

from dataclasses import dataclass, replace

from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.ontology import Status
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.conditions import condition_of, waiting_mark
from reportedly.reading.effects import combined, effect_of, negated_effect
from reportedly.reading.mood import Verdict, negator_of, own_status
from reportedly.reading.predicates import (
    completed_noun,
    entry_of,
    governor_of,
    has_to,
    is_finite,
    is_listed,
    is_predicate,
    stands_before,
)

_NO_TENSE = Verdict(Status.POSSIBLE, None, "no tense of its own")
_ACHIEVED = frozenset({"first", "last", "latest", "only", "second", "third"})
_ANY = frozenset({"a", "an", "any"})


@dataclass(frozen=True, slots=True)
class _Climb:
    """How far up the judgement has come: past a finite clause no mood reaches in, past a noun no refusal."""

    verdict: Verdict | None
    closed: bool
    nominal: bool = False


def composed_status(sentence: Sentence, token: Token) -> Verdict:
    """The status by the predicate's own words and its governors, quotation and calendar left aside."""
    own = own_status(sentence, token)
    climb = _Climb(own, closed=is_predicate(token) and is_finite(sentence, token))
    child = token
    for _ in range(len(sentence.tokens)):
        governor = governor_of(sentence, child)
        if governor.index == child.index:
            break
        if _is_loose(sentence, child):
            return _described(sentence, child, governor) or climb.verdict or _NO_TENSE
        completes = completed_noun(sentence, child) is not None
        if _stands_under_mark(sentence, child, completes=completes):
            return _adverbial(sentence, child, governor, climb.verdict)
        if child.dep not in ("conj", "parataxis", "appos") or is_listed(sentence, child):
            climb = _governed(sentence, governor, child, climb)
        child = governor
    return climb.verdict or _NO_TENSE


def _stands_under_mark(sentence: Sentence, child: Token, *, completes: bool) -> bool:
    if child.dep == "advcl":
        return not completes
    return child.dep in ("acl", "ccomp", "conj") and condition_of(sentence, child) is not None


def _is_loose(sentence: Sentence, child: Token) -> bool:
    """A relative or participle clause tells its own: "the threats made by", "a plan that failed"."""
    if child.dep == "relcl":
        return True
    if child.dep == "acl" and child.tag in ("VBD", "VBN") and not _is_content(sentence, child):
        return True
    return stands_before(sentence, child)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause says what its noun is about: "reports that he left", not "the man that left"."""
    return any(each.text.lower() == "that" for each in sentence.children_of(clause, "mark"))


def _described(sentence: Sentence, clause: Token, noun: Token) -> Verdict | None:
    """What "a law that bans smoking" does is open where the law is wanted, planned or denied itself."""
    verb = sentence.head_of(noun)
    known = {each.text.lower() for each in sentence.children_of(noun, "det")}
    present = clause.dep == "relcl" and clause.tag in ("VBP", "VBZ")
    if not present or not known & _ANY or noun.dep != "dobj" or not is_predicate(verb):
        return None
    entry = entry_of(sentence, verb, noun)
    wanted = entry is not None and entry.inner in (Status.DEMANDED, Status.PLANNED)
    if not wanted and composed_status(sentence, verb).status.is_fact:
        return None
    return Verdict(Status.POSSIBLE, None, f"of '{noun.text}', which is not there yet")


def _adverbial(
    sentence: Sentence, child: Token, governor: Token, verdict: Verdict | None
) -> Verdict:
    mark = condition_of(sentence, child) or _awaiting(sentence, child, governor)
    if mark is not None:
        return Verdict(Status.POSSIBLE, mark, f"under '{mark.text}'")
    if verdict is not None:
        return verdict
    if child.tag == "VB":
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


def _left_undone(sentence: Sentence, preposition: Token) -> bool:
    """Whether what follows was not done: "without speaking", "instead of speaking"."""
    words = (preposition.text.lower(), sentence.head_of(preposition).text.lower())
    return words[0] == "without" or words == ("of", "instead")


def _awaiting(sentence: Sentence, child: Token, governor: Token) -> Token | None:
    """The mark of a present-tense clause that is still to come: "before it leaves", "will talk once it leaves"."""
    mark = waiting_mark(sentence, child)
    if mark is None or mark.text.lower() in load_lexicon().awaited:
        return mark
    return mark if not composed_status(sentence, governor).status.is_fact else None


def _governed(sentence: Sentence, governor: Token, child: Token, climb: _Climb) -> _Climb:
    undone = climb.verdict is None or climb.verdict.status.is_fact
    if undone and child.dep == "pcomp" and _left_undone(sentence, governor):
        verdict = Verdict(Status.NEGATED, governor, f"'{governor.text}'")
        return replace(climb, verdict=verdict, nominal=True)
    own = own_status(sentence, governor)
    closed = climb.closed or (is_predicate(governor) and is_finite(sentence, governor))
    entry = entry_of(sentence, governor, child)
    if entry is None and _is_aim(sentence, governor, child):
        held = own if own is not None and not own.status.is_fact else climb.verdict
        return replace(climb, verdict=_aimed(held), closed=closed)
    if entry is None or entry.inner is None or _is_subject(child):
        return replace(climb, verdict=_under(climb, own), closed=closed)
    effect = effect_of(sentence, governor, entry, child)
    negated = (own is not None and own.status is Status.NEGATED) or _is_denied(sentence, governor)
    if climb.nominal and not negated and effect not in (Status.DENIED, Status.ALLEGED):
        return replace(climb, closed=closed)
    nominal = climb.nominal or not is_predicate(governor)
    return _Climb(_laid(governor, effect, climb.verdict, negated=negated), closed, nominal)


def _is_denied(sentence: Sentence, adjective: Token) -> bool:
    """Whether the clause of a predicate adjective is negated: "was not able", "is not willing"."""
    return (
        adjective.dep == "acomp" and negator_of(sentence, sentence.head_of(adjective)) is not None
    )


def _is_subject(child: Token) -> bool:
    """Whether it does what the verb says; what is called off, planned or denied in the passive has it done to it."""
    return child.dep in ("nsubj", "poss") or (child.dep == "nsubjpass" and child.pos != "NOUN")


def _is_aim(sentence: Sentence, governor: Token, child: Token) -> bool:
    """A "to" clause under a verb that does not say whether it came true: "moved ships to raid the port"."""
    if not has_to(sentence, child):
        return False
    if child.dep == "acl" and governor.pos == "NOUN":  # "a comeback to win the cup"
        kinds = {each.text.lower() for each in sentence.children_of(governor, "amod", "det")}
        return not kinds & _ACHIEVED and governor.text.lower() not in _ACHIEVED
    if child.dep != "xcomp" or not is_predicate(governor):
        return False
    return governor.lemma not in load_lexicon().implicative


def _aimed(verdict: Verdict | None) -> Verdict:
    if verdict is not None and not verdict.status.is_fact:
        return verdict
    return Verdict(Status.POSSIBLE, None, "an aim, not a report that it was done")


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
