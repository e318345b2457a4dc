"""Who each quotation is by: the source's words, followed along the chains of mentions, or nobody where that is open."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import EntityKind, Grade
from reportedly.model.reading import Quotation, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.reading.papers import issuer_of
from reportedly.reading.speaker_chains import (
    apposed,
    as_it_stands,
    called_by_surname,
    grade_of,
    is_joint,
    is_named,
    mention_for,
    of_chain,
    taken_up,
)
from reportedly.reading.speaker_pronouns import NOBODY, PRONOUNS, of_age, of_pronoun
from reportedly.reading.told_before import Running


def attribute_speakers(reading: Reading) -> Reading:
    """The reading with a speaker in each quotation; `Grade.NONE` and no name where the text leaves it open."""
    done: list[Quotation] = []
    for quotation in reading.quotations:
        running = Running(reading, tuple(done), quotation.content)
        speaker = _speaker_of(running, quotation)
        done.append(replace(quotation, speaker=speaker, chain=_named_chain(running, quotation)))
    return replace(reading, quotations=tuple(done))


def correct_speakers(reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """The reading with speakers as people corrected them: `first` is a place "REPORT:START-END", `second` a name."""
    quotations = reading.quotations
    for correction in corrections:
        place = _place_in(reading, correction)
        if place is not None:
            quotations = tuple(_corrected(reading, each, place, correction) for each in quotations)
    return replace(reading, quotations=quotations)


def _place_in(reading: Reading, correction: Correction) -> Span | None:
    """The span that a correction of a speaker is about, where it is in this report."""
    report, _, place = correction.first.rpartition(":")
    start, _, end = place.partition("-")
    if correction.kind is not CorrectionKind.SPEAKER or report != reading.report.id:
        return None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return None
    return Span(int(start), int(end))


def _corrected(
    reading: Reading, quotation: Quotation, place: Span, correction: Correction
) -> Quotation:
    if not any(piece.matches(place) for piece in quotation.content):
        return quotation
    named = [each for each in reading.mentions if each.name == correction.second]
    because = f"corrected on {correction.made}"
    if named:
        return replace(
            quotation, speaker=Speaker(named[0].name, named[0].entity, grade_of(named), because)
        )
    return replace(quotation, speaker=Speaker(correction.second, "", Grade.NAMED_PERSON, because))


def _speaker_of(running: Running, quotation: Quotation) -> Speaker:
    """By the source where there is one, else by the quotation that this one goes on with."""
    if quotation.cue is not None and _is_only_asked(running.reading, quotation.cue):
        return replace(NOBODY, because="asked whether it would be said, not said")
    if quotation.source is None:
        return _carried(running, quotation) if quotation.cue is None else NOBODY
    issuer = issuer_of(running.reading, quotation.source)
    return (issuer and _of_source(running, issuer)) or _of_source(running, quotation.source)


def _of_source(running: Running, source: Span) -> Speaker:
    """By the words of the source: a pronoun, a name, a description."""
    reading = running.reading
    words = source.of(reading.text)
    if words.lower() in PRONOUNS:
        return of_pronoun(running, source, words.lower())
    mention = mention_for(reading, source)
    if mention is None or not is_named(reading, mention):
        mention = apposed(reading, source) or taken_up(reading, source) or mention
    mention = mention or called_by_surname(reading, source)
    if mention is None:
        return of_age(running, source, words) or as_it_stands(words)
    joint = is_joint(reading, source, mention)
    if joint and not mention.span.contains(source):
        return Speaker(words, "", grade_of([mention]), f'"{words}" together')
    return of_chain(reading, mention, f'"{words}"')


def _is_only_asked(reading: Reading, cue: Span) -> bool:
    """Whether the saying stands under "whether" or "if": "asked whether he would guarantee that ..."."""
    sentence = reading.sentence_at(cue.start)
    return sentence is not None and any(
        mark.lemma in ("if", "whether")
        for token in sentence.tokens_in(cue)
        for mark in sentence.children_of(token, "mark")
    )


def _carried(running: Running, quotation: Quotation) -> Speaker:
    """Words without a cue go on with the last speaker of the paragraph, or of the one before."""
    if not running.done:
        return NOBODY
    last = running.done[-1]
    place = quotation.content[0]
    if (
        last.speaker is None
        or not last.speaker.name
        or _paragraphs_between(running.reading, last, place) > 1
    ):
        return NOBODY
    if _other_voice(running.reading, last, place):
        return NOBODY
    return replace(last.speaker, because="goes on with the last speaker")


def _paragraphs_between(reading: Reading, last: Quotation, place: Span) -> int:
    starts = [span.start for span in reading.report.spans_of(Role.PARAGRAPH)]
    return sum(1 for start in starts if last.content[-1].start < start <= place.start)


def _other_voice(reading: Reading, last: Quotation, place: Span) -> bool:
    """Whether a person is brought in between who may be the speaker instead."""
    speaker = last.speaker.entity if last.speaker is not None else ""
    end = max(
        piece.end for piece in (*last.content, *(span for span in (last.cue, last.source) if span))
    )
    return any(
        each.kind in (EntityKind.PERSON, EntityKind.ROLE) and each.entity != speaker
        for each in reading.mentions
        if end <= each.span.start < place.start
    )


def _named_chain(running: Running, quotation: Quotation) -> tuple[str, ...]:
    """The chain with its pronouns resolved; a pronoun that stays open is left out."""
    names: list[str] = []
    for link in quotation.chain:
        if link.lower() not in PRONOUNS:
            names.append(link)
            continue
        speaker = of_pronoun(running, _place_of(running.reading, quotation, link), link.lower())
        if speaker.name:
            names.append(speaker.name)
    return tuple(names)


def _place_of(reading: Reading, quotation: Quotation, link: str) -> Span:
    """Where the pronoun of a link stands: the last such word before the cue."""
    place = quotation.cue or quotation.content[0]
    sentence = reading.sentence_at(place.start)
    tokens = sentence.tokens if sentence is not None else ()
    found = [each.span for each in tokens if each.text == link and each.span.end <= place.start]
    return found[-1] if found else place
