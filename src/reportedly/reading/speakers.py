"""Who each quotation is by: the source's words, followed along the chains of mentions, or nobody where that is open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import EntityKind, Form, Grade
from reportedly.model.reading import Mention, Quotation, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Token

PERSONAL = ("he", "she")
PRONOUNS = (
    "he",
    "she",
    "they",
    "it",
    "i",
    "we",
    "who",
    "which",
    "that",
    "you",
    "this",
    "him",
    "her",
)
FAR = 3  # sentences that a pronoun looks back
NOBODY = Speaker("", "", Grade.NONE, "no source in the text")
SOURCES = ("source", "sources", "people", "person", "insider", "insiders")


@dataclass(frozen=True, slots=True)
class _Running:
    """What was said before: the reading, and its quotations whose speakers are known, in order."""

    reading: Reading
    done: tuple[Quotation, ...]


def attribute_speakers(reading: Reading) -> Reading:
    """The reading with a speaker in each quotation; `Grade.NONE` and no name where the text leaves it open."""
    done: list[Quotation] = []
    for quotation in reading.quotations:
        running = _Running(reading, tuple(done))
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


def _speaker_of(running: _Running, quotation: Quotation) -> Speaker:
    """By the source where there is one, else by the quotation that this one goes on with."""
    if quotation.source is None:
        return _carried(running, quotation) if quotation.cue is None else NOBODY
    words = quotation.source.of(running.reading.text)
    if words.lower() in PRONOUNS:
        return _of_pronoun(running, quotation.source, words.lower())
    mention = _mention_for(running.reading, quotation.source)
    if mention is None:
        return _unchained(words)
    if _is_joint(running.reading, quotation.source, mention):
        return Speaker(words, "", grade_of([mention]), f'"{words}" together')
    return _of_chain(running.reading, mention, f'"{words}"')


def _unchained(words: str) -> Speaker:
    """A source that no mention covers: its own words, graded by how they look."""
    grade = (
        Grade.SOURCES if words.rsplit(maxsplit=1)[-1].lower() in SOURCES else Grade.UNNAMED_OFFICIAL
    )
    return Speaker(words, "", grade, f'"{words}" as it stands')


def _of_chain(reading: Reading, mention: Mention, because: str) -> Speaker:
    chain = [
        each for each in reading.mentions if each.entity == mention.entity and mention.entity
    ] or [mention]
    return Speaker(mention.name, mention.entity, grade_of(chain), because)


def grade_of(chain: Sequence[Mention]) -> Grade:
    """How well the mentions of one entity name it."""
    kind = chain[0].kind
    named = any(each.form in (Form.NAMED, Form.METONYM) for each in chain)
    if kind is EntityKind.PERSON:
        return Grade.NAMED_PERSON if named else Grade.SOURCES
    if kind in (EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.WORK):
        return Grade.NAMED_OFFICE
    if any(each.body or each.country for each in chain):
        return Grade.UNNAMED_OFFICIAL
    return Grade.NAMED_OFFICE if named else Grade.SOURCES


def _mention_for(reading: Reading, source: Span) -> Mention | None:
    """The mention that holds the head word of the source: the longest of them, a pronoun never."""
    head = _head_word(reading, source)
    fitting = [
        each
        for each in reading.mentions
        if each.span.overlaps(source) and each.form is not Form.PRONOUN
    ]
    if not fitting:
        return None
    holding = [each for each in fitting if head is not None and each.head.overlaps(head.span)]
    holding = holding or [
        each for each in fitting if head is not None and each.span.overlaps(head.span)
    ]
    return max(holding or fitting, key=lambda each: (each.span.shared(source), -each.span.start))


def _is_joint(reading: Reading, source: Span, mention: Mention) -> bool:
    """Whether the source names several at once: "France and Germany"."""
    sentence, head = reading.sentence_at(source.start), _head_word(reading, source)
    if sentence is None or head is None:
        return False
    partners = [each for each in sentence.children_of(head, "conj") if source.contains(each.span)]
    others = [each for each in reading.mentions if each.entity != mention.entity]
    return any(other.head.overlaps(each.span) for other in others for each in partners)


def _head_word(reading: Reading, span: Span) -> Token | None:
    """The word of the span whose governor lies outside it."""
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        return None
    tokens = sentence.tokens_in(span)
    inside = {each.index for each in tokens}
    return next(
        (each for each in tokens if each.head == each.index or each.head not in inside), None
    )


def _of_pronoun(running: _Running, source: Span, word: str) -> Speaker:
    """By the syntax of a relative clause, by the chain of the mention, else by who spoke last."""
    reading = running.reading
    if word in ("who", "which", "that"):
        return _of_relative(reading, source)
    for mention in reading.mentions:
        if mention.span == source and _has_antecedent(reading, mention):
            return _of_chain(reading, mention, f'"{word}" by its chain')
    speaker = _last_fitting(running, source, word)
    return speaker or Speaker("", "", Grade.NONE, f'"{word}" stays open')


def _of_relative(reading: Reading, source: Span) -> Speaker:
    """The noun that a relative clause hangs on."""
    sentence = reading.sentence_at(source.start)
    head = _head_word(reading, source)
    if sentence is None or head is None:
        return NOBODY
    for above in (head, *sentence.ancestors(head)):
        if above.dep in ("relcl", "acl"):
            noun = sentence.head_of(above)
            mention = _mention_for(reading, noun.span)
            if mention is not None:
                return _of_chain(reading, mention, f'"{head.text}" stands for "{noun.text}"')
            return _unchained(noun.text)
    return Speaker("", "", Grade.NONE, f'"{head.text}" stays open')


def _has_antecedent(reading: Reading, mention: Mention) -> bool:
    """Whether the chain of a pronoun holds more than pronouns."""
    chain = (each for each in reading.mentions if each.entity == mention.entity and mention.entity)
    return any(each.form is not Form.PRONOUN for each in chain)


def _last_fitting(running: _Running, source: Span, word: str) -> Speaker | None:
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
    return _agency_as_person(near, word)


def _last_quotations(running: _Running, source: Span) -> list[Quotation]:
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


def _sentences_between(reading: Reading, quotation: Quotation, source: Span) -> int:
    """How many sentences lie between a quotation and a later source."""
    start = (quotation.cue or quotation.content[-1]).start
    return sum(1 for each in reading.sentences if start < each.span.start <= source.start)


def _carried(running: _Running, quotation: Quotation) -> Speaker:
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


def _named_chain(running: _Running, quotation: Quotation) -> tuple[str, ...]:
    """The chain with its pronouns resolved; a pronoun that stays open is left out."""
    names: list[str] = []
    for link in quotation.chain:
        if link.lower() not in PRONOUNS:
            names.append(link)
            continue
        speaker = _of_pronoun(running, _place_of(running.reading, quotation, link), link.lower())
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
