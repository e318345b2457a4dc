"""Word-for-word copies stand aside while a story is told: whatever one of them tells, all of them tell.

A copy of the same day and credit can neither add to what is told nor contradict it, so it need not be held against
anything. When the story is told, it takes its place again: each line cites it where its like is cited. Where a site
has put a headline or a picture of its own beside the copy, only that is looked at.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.reading import Argument, Reading, Speaker
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.story import Copy, Story

BODY = (Role.PARAGRAPH,)
FRAME = (Role.HEADLINE, Role.CAPTION)
_OF_NAMES = (CorrectionKind.SAME_ENTITY, CorrectionKind.DIFFERENT_ENTITY)
_ID = re.compile(r"[0-9a-f]+")

Within = Callable[[Span], bool]


def set_aside(story: Story) -> Story:
    """Leave of reports that are copies of each other the first by id; what people have spoken of stays.

    A copy in a frame of its own stays among the readings, but its body is one of those aside.
    """
    spoken_of = tuple(_spoken_of(story.corrections))
    firsts: dict[Hashable, Reading] = {}
    copies: list[Copy] = []
    for reading in sorted(story.readings, key=lambda each: each.report.id):
        if reading.report.id.startswith(spoken_of) or not reading.report.spans_of(*BODY):
            continue
        first = firsts.setdefault(_body(reading), reading)
        if first is not reading:
            own = _frame(first) != _frame(reading)
            copies.append(Copy(reading, first.report.id, own_frame=own))
    if not copies:
        return story
    aside = {each.reading.report.id for each in copies if not each.own_frame}
    kept = tuple(each for each in story.readings if each.report.id not in aside)
    return replace(story, readings=kept, copies=tuple(copies))


def _spoken_of(corrections: Iterable[Correction]) -> Iterator[str]:
    """The ids, or their beginnings, of the reports that corrections name."""
    for each in corrections:
        if each.kind not in _OF_NAMES:
            for place in (each.first, each.second):
                report = place.partition(":")[0]
                if _ID.fullmatch(report):
                    yield report


def _body(reading: Reading) -> Hashable:
    """All that a story asks of a report's body but where its words stand: equal for copies."""
    report = reading.report
    published, source = report.published, report.source
    return (
        published and (published.days, published.known),
        source.agency,
        source.agency is not None and source.agency == source.outlet,
        tuple(span.of(report.text) for span in report.spans_of(*BODY)),
        tuple(_layers(reading, lambda span: not in_frame(reading, span))),
    )


def _frame(reading: Reading) -> Hashable:
    """The same of its headline and captions."""
    words = tuple(span.of(reading.text) for span in reading.report.spans_of(*FRAME))
    return words, tuple(_layers(reading, lambda span: in_frame(reading, span)))


def in_frame(reading: Reading, span: Span) -> bool:
    """Whether these words stand in a headline or caption."""
    return any(each.contains(span) for each in reading.report.spans_of(*FRAME))


def _layers(reading: Reading, within: Within) -> Iterator[Hashable]:
    """What was read in a part of a report, without the places and the numbers of its chains."""
    for sentence in reading.sentences:
        if within(sentence.span):
            yield sentence.span.of(reading.text)
    numbers: dict[str, int] = {}
    for each in reading.mentions:
        if within(each.span):
            chain = numbers.setdefault(each.entity, len(numbers))
            yield (chain, each.kind, each.form, each.name, each.country, each.office, each.body)
    for said in reading.quotations:
        if within(said.content[0]):
            yield (said.kind, _speaker(said.speaker), said.chain, said.cue_lemma, len(said.content))
    for told in reading.assertions:
        if within(told.span):
            who = (_speaker(told.holder), told.chain, _names(told.actors), _names(told.recipients))
            yield (told.kind, told.act, told.status, told.days, len(told.figures), who)


def _speaker(speaker: Speaker | None) -> Hashable:
    return speaker and (speaker.name, speaker.grade)


def _names(arguments: Iterable[Argument]) -> Hashable:
    return tuple(each.name for each in arguments)
