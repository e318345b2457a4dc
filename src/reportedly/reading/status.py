"""Did it happen? The status of each event, composed from the inside out: its own words, its governors, the speaker."""

from dataclasses import dataclass, replace

from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import EventMention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
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
HISTORY_DAYS = 365  # what lies further back is background, not news


def judge_status(reading: Reading) -> Reading:
    """Set status and cue of every event; a plan, threat, demand or denial never comes out as a fact."""
    return replace(reading, events=tuple(_judged(reading, event) for event in reading.events))


def status_of(reading: Reading, sentence: Sentence, token: Token, days: Interval | None) -> Verdict:
    """The status of what this predicate tells, in the words of whoever tells it."""
    verdict = composed_status(sentence, token)
    verdict = _in_quotation(reading, sentence, token, verdict)
    entry = entry_of(sentence, token)
    dated = _on_calendar(reading, verdict, days)
    if entry is None or entry.inner is None or dated.status is Status.HISTORICAL:
        verdict = dated  # a day ahead of a demand or delay is that of its content
    if sentence.role is Role.HEADLINE and verdict.status.is_fact and token.tag != "VBD":
        return Verdict(Status.POSSIBLE, verdict.cue, "a headline in the present tense is no fact")
    return verdict


def day_told(reading: Reading, status: Status, days: Interval | None) -> Interval | None:
    """The days of the thing: what is done has none ahead of its report ("has delayed the vote until June")."""
    published = reading.report.published
    if days is None or published is None or not status.is_fact:
        return days
    return None if days.first > published.days.last else days


def quotation_at(reading: Reading, span: Span) -> int | None:
    """The index of the innermost quotation with a speaker whose content holds this span."""
    found: int | None = None
    size = 0
    for index, quotation in enumerate(reading.quotations):
        inside = any(piece.contains(span) for piece in quotation.content)
        length = sum(len(piece) for piece in quotation.content)
        if inside and (found is None or length < size):
            found, size = index, length
    return found


def _judged(reading: Reading, event: EventMention) -> EventMention:
    sentence = reading.sentence_at(event.predicate.start)
    tokens = sentence.tokens_in(event.predicate) if sentence is not None else ()
    if sentence is None or not tokens:
        return replace(event, status=Status.POSSIBLE, because="its sentence could not be parsed")
    verdict = status_of(reading, sentence, tokens[0], event.days)
    if not is_predicate(tokens[0]):
        verdict = _presupposed(sentence, tokens[0], verdict)
    cue = verdict.cue.span if verdict.cue is not None else None
    days = day_told(reading, verdict.status, event.days)
    return replace(event, status=verdict.status, status_cue=cue, days=days, because=verdict.because)


def _presupposed(sentence: Sentence, token: Token, verdict: Verdict) -> Verdict:
    """A noun in passing tells a fact only where it is definite or has an author: "the raid", "Mali's raid"."""
    if not verdict.status.is_fact:
        return verdict
    known = {each.text.lower() for each in sentence.children_of(token, "det")} & {
        "the",
        "this",
        "these",
        "that",
    }
    if known or sentence.children_of(token, "poss") or token.dep in ("dobj", "nsubj", "nsubjpass"):
        return verdict
    return Verdict(Status.POSSIBLE, verdict.cue, f"'{token.text}' is named, not told")


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


def _in_quotation(reading: Reading, sentence: Sentence, token: Token, verdict: Verdict) -> Verdict:
    """Lay on what the verb of saying does, where the parse does not already govern the clause by it."""
    index = quotation_at(reading, token.span)
    cue = None if index is None else reading.quotations[index].cue
    if index is None or cue is None:
        return verdict
    if any(cue.contains(each.span) for each in sentence.ancestors(token)):
        return verdict
    lemma = reading.quotations[index].cue_lemma
    entry = verb_entry(lemma, "that")
    if entry is None or entry.inner is None or entry.inner is Status.ALLEGED:
        return verdict
    status = combined(effect_of(sentence, token, entry, token), verdict.status)
    return verdict if status is verdict.status else Verdict(status, None, f"said with '{lemma}'")


def _on_calendar(reading: Reading, verdict: Verdict, days: Interval | None) -> Verdict:
    published = reading.report.published
    if not verdict.status.is_fact or days is None or published is None:
        return verdict
    if days.first > published.days.last:
        return Verdict(Status.PLANNED, verdict.cue, "told with a day after the report's own")
    age = (published.days.first - days.last).days
    if age > HISTORY_DAYS and verdict.status is Status.HAPPENED:
        return Verdict(Status.HISTORICAL, verdict.cue, "told with a day more than a year back")
    return verdict
