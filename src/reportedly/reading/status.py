"""Did it happen? The status of each event, composed from the inside out: its own words, its governors, the speaker."""

from dataclasses import replace

from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import EventMention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.effects import combined, effect_of
from reportedly.reading.factuality import factuality_at, weighed
from reportedly.reading.governed import composed_status
from reportedly.reading.predicates import entry_of, is_past, is_predicate
from reportedly.reading.prospects import set_day
from reportedly.reading.questions import is_question
from reportedly.reading.verdicts import Verdict

HISTORY_DAYS = 365  # what lies further back is background, not news


def judge_status(reading: Reading) -> Reading:
    """Set status and cue of every event; a plan, threat, demand or denial never comes out as a fact."""
    return replace(reading, events=tuple(_judged(reading, event) for event in reading.events))


def status_of(reading: Reading, sentence: Sentence, token: Token, days: Interval | None) -> Verdict:
    """The status of what this predicate tells, in the words of whoever tells it."""
    verdict = rule_status(reading, sentence, token, days)
    return weighed(verdict, factuality_at(reading, token))


def rule_status(
    reading: Reading, sentence: Sentence, token: Token, days: Interval | None
) -> Verdict:
    """What the rules alone make of it: the parse of its sentence, the quotation around it, the calendar."""
    verdict = composed_status(sentence, token)
    verdict = _in_quotation(reading, sentence, token, verdict)
    entry = entry_of(sentence, token)
    dated = _on_calendar(reading, sentence, token, verdict, days)
    day = set_day(sentence, token) if dated.status.is_fact else None
    if day is not None and sentence.role is Role.PARAGRAPH:
        dated = Verdict(Status.PLANNED, day, f"set for '{day.text}'", settled=True)
    if entry is None or entry.inner is None or dated.status is Status.HISTORICAL:
        verdict = dated  # a day ahead of a demand or delay is that of its content
    if sentence.role is Role.HEADLINE and verdict.status.is_fact and token.tag != "VBD":
        return Verdict(Status.POSSIBLE, verdict.cue, "a headline in the present tense is no fact")
    if verdict.status.is_fact and _answers_no(sentence, token):
        return replace(verdict, settled=True)
    return verdict if is_predicate(token) else _presupposed(sentence, token, verdict)


def _answers_no(sentence: Sentence, token: Token) -> bool:
    """Whether it follows on "no,": what that denies was said before."""
    return any(each.text.lower() == "no" for each in sentence.children_of(token, "intj"))


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
    if _is_there(sentence, token):
        return verdict
    return Verdict(Status.POSSIBLE, verdict.cue, f"'{token.text}' is named, not told")


def _is_there(sentence: Sentence, noun: Token) -> bool:
    """Whether the wording takes it as given: "there was an attack", "killed in an attack", "after an attack"."""
    head = sentence.head_of(noun)
    if noun.dep == "attr":
        return bool(sentence.children_of(head, "expl"))
    return noun.dep == "pobj" and head.text.lower() in load_lexicon().given


def _in_quotation(reading: Reading, sentence: Sentence, token: Token, verdict: Verdict) -> Verdict:
    """Lay on what the verb of saying does, where the parse does not already govern the clause by it."""
    index = quotation_at(reading, token.span)
    cue = None if index is None else reading.quotations[index].cue
    if index is None or cue is None:
        return verdict
    begins = sentence.span.start <= reading.quotations[index].content[0].start
    if not begins or any(cue.contains(each.span) for each in sentence.ancestors(token)):
        return verdict  # the sentences behind what is demanded say why
    if verdict.cue is not None and verdict.cue.text.endswith("?"):
        return verdict  # who asks a question demands nothing
    lemma = reading.quotations[index].cue_lemma
    if lemma == "ask" and is_question(reading.quotations[index].content, reading.text):
        return verdict
    entry = verb_entry(lemma, "that")
    if entry is None or entry.inner is None or entry.inner is Status.ALLEGED:
        return verdict
    status = combined(effect_of(sentence, token, entry, token), verdict.status)
    return verdict if status is verdict.status else Verdict(status, None, f"said with '{lemma}'")


def _on_calendar(
    reading: Reading, sentence: Sentence, token: Token, verdict: Verdict, days: Interval | None
) -> Verdict:
    published = reading.report.published
    if not verdict.status.is_fact or days is None or published is None:
        return verdict
    if days.first > published.days.last:
        if is_past(sentence, token) and not _is_of_verb(reading, sentence, token, days):
            return verdict  # "announced a meeting for May 20", "the speech set for May 20 was arranged by"
        ahead = "told with a day after the report's own"
        return Verdict(Status.PLANNED, verdict.cue, ahead, settled=True)
    age = (published.days.first - days.last).days
    if age > HISTORY_DAYS and verdict.status is Status.HAPPENED:
        back = "told with a day more than a year back"
        return Verdict(Status.HISTORICAL, verdict.cue, back, settled=True)
    return verdict


def _is_of_verb(reading: Reading, sentence: Sentence, verb: Token, days: Interval) -> bool:
    """Whether the day hangs on the verb itself, not on a noun below it."""
    for time in reading.times:
        words = sentence.tokens_in(time.span) if time.days == days else ()
        for each in sentence.ancestors(words[0]) if words else ():
            if each.index == verb.index:
                return True
            if each.pos in ("NOUN", "PROPN") and each not in words:
                break
    return False
