"""Whom the sentence before a quotation is about: who "he" may be where nobody has spoken yet."""

from dataclasses import dataclass

from reportedly.language.names import gender_of_name
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Quotation, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.reading.speaker_chains import of_chain

MALE = ("he", "him", "his")
PEOPLE = (EntityKind.PERSON, EntityKind.ROLE)


@dataclass(frozen=True, slots=True)
class Running:
    """What was said before: the reading, and its quotations whose speakers are known, in order."""

    reading: Reading
    done: tuple[Quotation, ...]
    saying: tuple[Span, ...] = ()  # the content of the quotation whose speaker is sought


def told_of_before(running: Running, source: Span, word: str) -> Speaker | None:
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
            return speaker if own and may_be(speaker, word) else None
    return None


def only_one_before(running: Running, source: Span, word: str) -> Speaker | None:
    """The one person named in the sentence before: "That did not convince Lund. “...,” he said"."""
    reading = running.reading
    opening = min((*(piece.start for piece in running.saying), source.start))
    before = [each for each in reading.sentences if each.span.end <= opening and each.tokens]
    if not before or before[-1].role is not Role.PARAGRAPH or _is_named_nearer(reading, source):
        return None
    said = [piece for each in running.done for piece in each.content]
    told = [
        each
        for each in reading.mentions
        if before[-1].span.contains(each.span)
        and each.kind in PEOPLE
        and not any(piece.contains(each.span) for piece in said)
    ]
    named = [each for each in told if each.kind is EntityKind.PERSON and each.form is Form.NAMED]
    others = {each.entity for each in told if each.form is not Form.PRONOUN}
    if not named or " " not in named[-1].name or len(others) > 1:
        return None
    speaker = of_chain(reading, named[-1], f'"{word}": only one is named in the sentence before')
    rival = _another_speaks(running, before[-1].span, speaker)
    return speaker if may_be(speaker, word) and not rival else None


def _is_named_nearer(reading: Reading, source: Span) -> bool:
    """Whether a person stands before the pronoun in its own sentence: "Lund said she welcomed that ..."."""
    sentence = reading.sentence_at(source.start)
    return sentence is not None and any(
        sentence.span.contains(each.span)
        and each.span.end <= source.start
        and each.kind in PEOPLE
        and each.form is not Form.PRONOUN
        for each in reading.mentions
    )


def _another_speaks(running: Running, sentence: Span, speaker: Speaker) -> bool:
    """Whether somebody else has spoken before in the paragraph of a sentence, and may go on."""
    blocks = running.reading.report.spans_of(Role.PARAGRAPH)
    here = next((each for each in blocks if each.contains(sentence)), sentence)
    return any(
        here.contains(each.content[-1])
        and each.speaker is not None
        and each.speaker.entity not in ("", speaker.entity)
        for each in running.done
    )


def may_be(speaker: Speaker, word: str) -> bool:
    """Whether a given name does not speak against "he" or "she"."""
    gender = gender_of_name(speaker.name)
    return gender is None or (gender == "m") == (word in MALE)
