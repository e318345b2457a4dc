"""Acts, speech acts and happenings: predicates and event nouns with who, to whom, where and when."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import is_light, noun_entry
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import EventMention, Reading, Speaker, TimeType
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import actors_of, place_of, recipients_of
from reportedly.reading.predicates import (
    entry_of,
    event_noun,
    is_predicate,
)
from reportedly.reading.status import quotation_at
from reportedly.reading.stretches import clause_span

READ = (Role.PARAGRAPH, Role.HEADLINE)


def find_events(reading: Reading) -> Reading:
    """Fill `events` from body and headline; status is set by the next stage."""
    found: list[EventMention] = []
    for sentence in reading.sentences:
        if sentence.tokens and sentence.role in READ:
            found += _in_sentence(reading, sentence, len(found))
    return replace(reading, events=tuple(found))


def days_of(reading: Reading, sentence: Sentence, token: Token, clause: Span) -> Interval | None:
    """The days that the clause itself gives, the first of them where there are several.

    A day inside a relative or complement clause of a past act is that clause's: "welcomed the plan to meet on Monday".
    """
    for time in reading.times:
        if time.days is None or time.type not in (TimeType.DATE, TimeType.TIME):
            continue
        if clause.contains(time.span) and _belongs(sentence, token, time.span):
            return time.days
    return None


def _belongs(sentence: Sentence, token: Token, span: Span) -> bool:
    words = sentence.tokens_in(span)
    past = token.tag in ("VBD", "VBN")
    for word in words[:1]:
        for each in (word, *sentence.ancestors(word)):
            if each.index == token.index:
                return True
            if each in words:
                continue  # the "next" of "next week"
            if each.dep == "relcl" or (past and _is_of_content(each)):
                return False
    return True


def _is_of_content(word: Token) -> bool:
    """Whether a past act names a day here that is not its own: "extended it until Monday", "a sum payable in May"."""
    return word.dep in ("acl", "amod", "ccomp", "advcl") or word.text.lower() in ("till", "until")


def holder_of(reading: Reading, span: Span) -> Speaker | None:
    """In whose words the span stands: the speaker of the innermost quotation around it, None for the report."""
    index = quotation_at(reading, span)
    return None if index is None else reading.quotations[index].speaker


def _in_sentence(reading: Reading, sentence: Sentence, offset: int) -> list[EventMention]:
    predicates = list(predicates_of(sentence))
    place = {token.index: offset + index for index, (token, _) in enumerate(predicates)}
    return [
        replace(_event(reading, sentence, token, entry), outer=_outer(sentence, token, place))
        for token, entry in predicates
    ]


def predicates_of(sentence: Sentence) -> Iterator[tuple[Token, Entry]]:
    """Verbs and nouns that tell an event; a light verb speaks for its noun, which is not told twice."""
    carried = {
        noun.index
        for token in sentence.tokens
        if is_predicate(token) and (noun := event_noun(sentence, token))
    }
    for token in sentence.tokens:
        entry = _event_entry(sentence, token)
        if entry is not None and token.index not in carried:
            yield token, entry


def _event_entry(sentence: Sentence, token: Token) -> Entry | None:
    if is_predicate(token):
        noun = event_noun(sentence, token)
        if noun is not None:
            return noun_entry(noun.lemma)
        entry = entry_of(sentence, token)
        if entry is None or (is_light(token.lemma) and not entry.governs):
            return None
        return None if _is_state(entry) else entry
    if token.pos != "NOUN" or token.dep == "compound":
        return None
    entry = noun_entry(token.lemma)
    return None if entry is None or entry.act is Act.STATEMENT else entry


def _is_state(entry: Entry) -> bool:
    """Seeming, trying, wanting: no act of its own."""
    weak = entry.inner not in (None, Status.NEGATED)
    return entry.act is Act.STATEMENT and (weak or not entry.governs)


def _event(reading: Reading, sentence: Sentence, token: Token, entry: Entry) -> EventMention:
    clause = clause_span(sentence, token)
    return EventMention(
        predicate=token.span,
        clause=clause,
        lemma=token.lemma,
        act=entry.act,
        mode=None,
        status=Status.POSSIBLE,
        status_cue=None,
        actors=actors_of(reading, sentence, token),
        recipients=recipients_of(reading, sentence, token),
        days=days_of(reading, sentence, token, clause),
        place=place_of(sentence, token),
        holder=holder_of(reading, token.span),
        outer=None,
        because=f"'{entry.lemma}' tells {entry.act.value}",
    )


def _outer(sentence: Sentence, token: Token, place: dict[int, int]) -> int | None:
    """The nearest event that governs this one, not across a relative clause."""
    child = token
    for governor in sentence.ancestors(token):
        if child.dep in ("relcl", "conj", "advcl", "parataxis"):
            return None
        if governor.index in place:
            return place[governor.index]
        child = governor
    return None
