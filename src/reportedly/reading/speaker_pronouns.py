"""Speakers that are pronouns: by syntax, by the chains of mentions, else by who spoke last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.language.names import gender_of_name
from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind, Form, Grade
from reportedly.model.reading import Mention, Quotation, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.sources import noun_phrase
from reportedly.reading.speaker_chains import (
    apposed,
    as_it_stands,
    head_word,
    mention_for,
    of_chain,
)
from reportedly.reading.told_before import (
    MALE,
    PEOPLE,
    Running,
    may_be,
    only_one_before,
    told_of_before,
)

PERSONAL = ("he", "her", "him", "his", "she")
PRONOUNS = (
    "he", "her", "him", "his", "i", "it", "its", "she", "that", "their", "them", "they", "this", "we", "which", "who", "you",
)  # fmt: skip
_AGED = re.compile(r"[Tt]he \d{1,3}-year-old")
NEXT = (1, 2)  # sentences within which the last speaker goes on, the nearer first
FAR = 3  # sentences that a pronoun looks back
NOBODY = Speaker("", "", Grade.NONE, "no source in the text")


def of_pronoun(running: Running, source: Span, word: str) -> Speaker:
    """By the syntax of a relative clause, by who spoke or is told of last, by the chain of the mention.

    Nobody whom the words themselves name is their speaker: "“Lund is doing a great job,” he said".
    """
    if word in ("who", "which", "that"):
        return _of_relative(running.reading, source)
    for speaker in _candidates(running, source, word):
        if speaker is not None and not _is_named_in(running, speaker):
            return speaker
    return Speaker("", "", Grade.NONE, f'"{word}" stays open')


def of_age(running: Running, source: Span, words: str) -> Speaker | None:
    """Whom "the 43-year-old" takes up: who spoke last, where nobody else is told of since."""
    if _AGED.fullmatch(words) is None:
        return None
    found = (_going_on(running, source, word, reach) for reach in NEXT for word in ("he", "she"))
    speaker = next((each for each in found if each is not None), None)
    return None if speaker is None else replace(speaker, because=f'"{words}": the last speaker')


def _candidates(running: Running, source: Span, word: str) -> Iterator[Speaker | None]:
    """Whom the pronoun may stand for, the likeliest first."""
    if word in PERSONAL:
        for reach in NEXT:
            yield _going_on(running, source, word, reach)
        yield told_of_before(running, source, word)
        yield only_one_before(running, source, word)
    yield _by_chain(running.reading, source, word)
    yield _last_fitting(running, source, word)


def _by_chain(reading: Reading, source: Span, word: str) -> Speaker | None:
    """The named one of the pronoun's own chain."""
    for mention in reading.mentions:
        if mention.span != source or (word in PERSONAL and _unfit(reading, mention, word)):
            continue
        if _has_antecedent(reading, mention):
            return of_chain(reading, mention, f'"{word}" by its chain')
    return None


def _is_named_in(running: Running, speaker: Speaker) -> bool:
    """Whether what is said names the one who is to have said it."""
    own = speaker.name.split()
    return any(
        (each.entity == speaker.entity or each.name in own)
        and not _only_says_whose(running.reading, each)
        and each.form is Form.NAMED
        and any(piece.contains(each.span) for piece in running.saying)
        for each in running.reading.mentions
        if speaker.entity
    )


def _only_says_whose(reading: Reading, mention: Mention) -> bool:
    """Whether a name stands before the noun that is told of: "the Lund campaign"."""
    head = head_word(reading, mention.head)
    return head is not None and head.dep in ("compound", "nmod")


def _of_relative(reading: Reading, source: Span) -> Speaker:
    """The noun that a relative clause hangs on."""
    sentence = reading.sentence_at(source.start)
    head = head_word(reading, source)
    if sentence is None or head is None:
        return NOBODY
    for above in (head, *sentence.ancestors(head)):
        if above.dep in ("relcl", "acl"):
            noun = _people_before(sentence, sentence.head_of(above), head)
            phrase = noun_phrase(sentence, noun, before=head)
            mention = mention_for(reading, noun.span) or apposed(reading, phrase)
            if mention is not None:
                return of_chain(reading, mention, f'"{head.text}" stands for "{noun.text}"')
            return as_it_stands(phrase.of(reading.text).strip(" ,"))
    return Speaker("", "", Grade.NONE, f'"{head.text}" stays open')


def _people_before(sentence: Sentence, noun: Token, pronoun: Token) -> Token:
    """The noun that "who" can stand for: of "a flurry of protests by members who say" the members."""
    people = offices().people | offices().persons | offices().groups
    if pronoun.lemma != "who" or noun.pos == "PROPN" or noun.lemma in people:
        return noun
    between = sentence.tokens[noun.index : pronoun.index]
    return next((each for each in reversed(between) if each.lemma in people), noun)


def _has_antecedent(reading: Reading, mention: Mention) -> bool:
    """Whether the chain of a pronoun holds more than pronouns."""
    chain = (each for each in reading.mentions if each.entity == mention.entity and mention.entity)
    return any(each.form is not Form.PRONOUN for each in chain)


def _last_fitting(running: Running, source: Span, word: str) -> Speaker | None:
    """Who spoke last, if the pronoun can stand for nobody else told of since then; None where two compete."""
    near = _last_quotations(running, source)
    known = [each.speaker for each in near if each.speaker is not None and each.speaker.name]
    persons = [each for each in known if _is_person(running.reading, each)]
    if word not in PERSONAL:
        bodies = [each for each in known if each not in persons]
        return _taken_up(bodies[-1], word) if len(_distinct(bodies)) == 1 else None
    if not near or _rivals(running.reading, near, persons, source):
        return None
    if persons:
        return _taken_up(persons[-1], word) if len(_distinct(persons)) == 1 else None
    if persons_told(running.reading, near[-1], source):
        return None
    return _agency_as_person(near, word)


def _going_on(running: Running, source: Span, word: str, reach: int) -> Speaker | None:
    """The one person who spoke within `reach` sentences, where nobody else is told of but in what was said.

    Said words name many people; who goes on speaking is named outside of them.
    """
    reading = running.reading
    near = [
        each
        for each in running.done
        if 0 < _sentences_between(reading, each, source) <= reach and each.speaker is not None
    ]
    persons = [each.speaker for each in near if each.speaker and _is_person(reading, each.speaker)]
    if not persons or len(_distinct(persons)) > 1 or not may_be(persons[-1], word):
        return None
    start = min(start_of(each) for each in near)
    said = [*running.saying, *(piece for each in running.done for piece in each.content)]
    said.extend(each.source for each in near if each.source is not None)
    others = (
        each
        for each in reading.mentions
        if start <= each.span.start < source.start
        and each.kind in PEOPLE
        and each.form is not Form.PRONOUN
        and each.entity != persons[-1].entity
    )
    if any(not any(piece.contains(each.span) for piece in said) for each in others):
        return None
    return _taken_up(persons[-1], word)


def _unfit(reading: Reading, mention: Mention, word: str) -> bool:
    """Whether a chain is a body's though a person is near, or was "he" where it is now to be "she"."""
    other = ("she", "her", "hers") if word in MALE else MALE
    if mention.kind not in PEOPLE:
        return _person_near(reading, mention.span, word)
    return any(
        each.entity == mention.entity
        and each.form is Form.PRONOUN
        and each.span.of(reading.text).lower() in other
        for each in reading.mentions
    )


def _person_near(reading: Reading, source: Span, word: str) -> bool:
    """Whether a person who may be meant is named in the paragraph before a pronoun that its chain gives to a body."""
    start = max(
        (
            block.start
            for block in reading.report.spans_of(Role.PARAGRAPH)
            if block.start <= source.start
        ),
        default=0,
    )
    return any(
        start <= each.span.start < source.start
        and each.kind is EntityKind.PERSON
        and gender_of_name(each.name) in (None, "m" if word in MALE else "f")
        for each in reading.mentions
    )


def _last_quotations(running: Running, source: Span) -> list[Quotation]:
    """The quotations of the last sentence before `source` that has any, if it is not far."""
    away = [(_sentences_between(running.reading, each, source), each) for each in running.done]
    earlier = [(count, each) for count, each in away if 0 < count <= FAR]
    nearest = min((count for count, _ in earlier), default=0)
    return [each for count, each in earlier if count == nearest]


def _distinct(speakers: Sequence[Speaker]) -> set[str]:
    return {each.entity or each.name for each in speakers}


def _rivals(
    reading: Reading, near: Sequence[Quotation], persons: Sequence[Speaker], source: Span
) -> bool:
    """Whether a person other than the speaker is told of since the speaker's words began."""
    start = min(start_of(each) for each in near)
    known = {each.entity for each in persons}
    return any(
        each.kind in (EntityKind.PERSON, EntityKind.ROLE)
        and each.form is not Form.PRONOUN
        and each.entity not in known
        for each in reading.mentions
        if start <= each.span.start < source.start
    )


def start_of(quotation: Quotation) -> int:
    """Where a quotation begins in the text, its source and cue included."""
    spans = [*quotation.content, *(span for span in (quotation.cue, quotation.source) if span)]
    return min(span.start for span in spans)


def _taken_up(speaker: Speaker, word: str) -> Speaker:
    return replace(speaker, because=f'"{word}" takes up the last speaker')


def _agency_as_person(near: Sequence[Quotation], word: str) -> Speaker | None:
    """An agency or ministry called "she", as translated reports have it, where no person is about."""
    for quotation in reversed(near):
        because = f'"{word}" can only be the body that spoke last; doubtful'
        if quotation.chain:
            return Speaker(quotation.chain[0], "", Grade.NAMED_OFFICE, because)
        if quotation.speaker is not None and quotation.speaker.grade is Grade.NAMED_OFFICE:
            return replace(quotation.speaker, because=because)
    return None


def _is_person(reading: Reading, speaker: Speaker) -> bool:
    kinds = {
        each.kind for each in reading.mentions if speaker.entity and each.entity == speaker.entity
    }
    if kinds:
        return bool(kinds & {EntityKind.PERSON, EntityKind.ROLE})
    return speaker.grade is Grade.NAMED_PERSON


def persons_told(reading: Reading, quotation: Quotation, source: Span) -> bool:
    """Whether somebody without a name or an office is told of since a quotation: "a guard", "one of the men"."""
    between = Span(start_of(quotation), max(start_of(quotation), source.start))
    return any(
        token.lemma in offices().persons
        for sentence in reading.sentences
        if sentence.span.overlaps(between)
        for token in sentence.tokens_in(between)
    )


def _sentences_between(reading: Reading, quotation: Quotation, source: Span) -> int:
    """How many sentences lie between the end of a quotation, which may be long, and a later source."""
    start = max(span.end for span in (*quotation.content, quotation.cue) if span) - 1
    return sum(1 for each in reading.sentences if start < each.span.start <= source.start)
