"""Speakers that are pronouns: by syntax, by the chains of mentions, else by who spoke last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.language.names import gender_of_name
from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind, Form, Grade
from reportedly.model.reading import Mention, Quotation, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.sources import noun_phrase
from reportedly.reading.speaker_chains import as_it_stands, head_word, mention_for, of_chain

PERSONAL = ("he", "her", "him", "his", "she")
MALE = ("he", "him", "his")
PRONOUNS = (
    "he", "her", "him", "his", "i", "it", "its", "she", "that", "their", "them", "they", "this", "we", "which", "who", "you",
)  # fmt: skip
PEOPLE = (EntityKind.PERSON, EntityKind.ROLE)
NEXT = (1, 2)  # sentences within which the last speaker goes on, the nearer first
FAR = 3  # sentences that a pronoun looks back
NOBODY = Speaker("", "", Grade.NONE, "no source in the text")


@dataclass(frozen=True, slots=True)
class Running:
    """What was said before: the reading, and its quotations whose speakers are known, in order."""

    reading: Reading
    done: tuple[Quotation, ...]
    saying: tuple[Span, ...] = ()  # the content of the quotation whose speaker is sought


def of_pronoun(running: Running, source: Span, word: str) -> Speaker:
    """By the syntax of a relative clause, by the chain of the mention, else by who spoke last."""
    reading = running.reading
    if word in ("who", "which", "that"):
        return _of_relative(reading, source)
    if word in PERSONAL:
        going_on = (_going_on(running, source, word, reach) for reach in NEXT)
        speaker = next((each for each in going_on if each is not None), None)
        speaker = speaker or _told_of_before(running, source, word)
        if speaker is not None:
            return speaker
    for mention in reading.mentions:
        if mention.span != source or (word in PERSONAL and _unfit(reading, mention, word)):
            continue
        if _has_antecedent(reading, mention):
            return of_chain(reading, mention, f'"{word}" by its chain')
    speaker = _last_fitting(running, source, word)
    return speaker or Speaker("", "", Grade.NONE, f'"{word}" stays open')


def _told_of_before(running: Running, source: Span, word: str) -> Speaker | None:
    """Whom the sentence before is about, where a quotation opens a paragraph: "Lund spoke long. “...,” he said"."""
    reading = running.reading
    opening = min((piece.start for piece in running.saying), default=source.start)
    blocks = reading.report.spans_of(Role.PARAGRAPH)
    before = [each for each in reading.sentences if each.span.end <= opening and each.tokens]
    if not before or not any(block.start == opening for block in blocks):
        return None
    last = before[-1]
    inside = [
        each for each in running.done if any(last.span.overlaps(piece) for piece in each.content)
    ]
    subjects = last.children_of(last.root, "nsubj")
    for mention in reading.mentions:
        told = mention.kind is EntityKind.PERSON and mention.form is Form.NAMED
        if told and any(mention.head.overlaps(each.span) for each in subjects):
            speaker = of_chain(reading, mention, f'"{word}" takes up the sentence before')
            own = all(each.speaker and each.speaker.entity == mention.entity for each in inside)
            return speaker if own and _may_be(speaker, word) else None
    return None


def _of_relative(reading: Reading, source: Span) -> Speaker:
    """The noun that a relative clause hangs on."""
    sentence = reading.sentence_at(source.start)
    head = head_word(reading, source)
    if sentence is None or head is None:
        return NOBODY
    for above in (head, *sentence.ancestors(head)):
        if above.dep in ("relcl", "acl"):
            noun = _people_before(sentence, sentence.head_of(above), head)
            mention = mention_for(reading, noun.span)
            if mention is not None:
                return of_chain(reading, mention, f'"{head.text}" stands for "{noun.text}"')
            return as_it_stands(
                noun_phrase(sentence, noun, before=head).of(reading.text).strip(" ,")
            )
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
    if not persons or len(_distinct(persons)) > 1 or not _may_be(persons[-1], word):
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


def _may_be(speaker: Speaker, word: str) -> bool:
    """Whether a given name does not speak against "he" or "she"."""
    gender = gender_of_name(speaker.name)
    return gender is None or (gender == "m") == (word in MALE)


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
