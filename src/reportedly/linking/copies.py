"""Word-for-word copies stand aside while a story is told: whatever one of them tells, all of them tell.

A copy of the same day and credit can neither add to what is told nor contradict it, so it need not be held against
anything. When the story is told, it takes its place again: each line cites it where its like is cited.
"""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.reading import Argument, Reading
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import Copy, Story

TOLD = (Role.HEADLINE, Role.PARAGRAPH, Role.CAPTION)
_OF_NAMES = (CorrectionKind.SAME_ENTITY, CorrectionKind.DIFFERENT_ENTITY)
_ID = re.compile(r"[0-9a-f]+")

Thing = TypeVar("Thing")


def set_aside(story: Story) -> Story:
    """Leave of reports that are copies of each other the first by id; what people have spoken of stays."""
    spoken_of = tuple(_spoken_of(story.corrections))
    firsts: dict[Hashable, str] = {}
    kept: list[Reading] = []
    copies: list[Copy] = []
    for reading in sorted(story.readings, key=lambda each: each.report.id):
        report = reading.report.id
        first = (
            report if report.startswith(spoken_of) else firsts.setdefault(_told(reading), report)
        )
        if first == report:
            kept.append(reading)
        else:
            copies.append(Copy(reading, first))
    if not copies:
        return story
    return replace(story, readings=tuple(kept), copies=tuple(copies))


def _spoken_of(corrections: Iterable[Correction]) -> Iterator[str]:
    """The ids, or their beginnings, of the reports that corrections name."""
    for each in corrections:
        if each.kind not in _OF_NAMES:
            for place in (each.first, each.second):
                report = place.partition(":")[0]
                if _ID.fullmatch(report):
                    yield report


def _told(reading: Reading) -> Hashable:
    """All that a story asks of a report but where its words stand: equal for copies."""
    report = reading.report
    published, source = report.published, report.source
    return (
        published and (published.days, published.at, published.known),
        source.agency,
        source.agency is not None and source.agency == source.outlet,
        tuple(
            (each.role, each.span.of(report.text)) for each in report.blocks if each.role in TOLD
        ),
        tuple(each.span.of(report.text) for each in reading.sentences),
        tuple(_mentions(reading)),
        tuple(_sayings(reading)),
        tuple(_assertions(reading)),
        len(reading.events),
    )


def _mentions(reading: Reading) -> Iterator[Hashable]:
    for each in reading.mentions:
        yield (each.kind, each.name, each.entity, each.country, each.office, each.body)


def _sayings(reading: Reading) -> Iterator[Hashable]:
    for each in reading.quotations:
        yield (each.kind, each.speaker, each.chain, each.cue_lemma, len(each.content))


def _assertions(reading: Reading) -> Iterator[Hashable]:
    for each in reading.assertions:
        who = (each.holder, each.chain, _named(each.actors), _named(each.recipients))
        yield (each.kind, each.act, each.status, each.days, each.headline, len(each.figures), who)


def _named(arguments: Iterable[Argument]) -> Hashable:
    return tuple((each.name, each.entity) for each in arguments)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A copy and its like: where the words of the one stand in the other."""

    copy: Reading
    starts: tuple[int, ...]  # of the blocks that tell something, in the like
    own_starts: tuple[int, ...]

    @property
    def report(self) -> str:
        """The id of the copy."""
        return self.copy.report.id

    def moved(self, span: Span) -> Span:
        """The same words in the copy."""
        return Span(self._moved(span.start), self._moved(span.end - 1) + 1)

    def _moved(self, offset: int) -> int:
        block = max(0, bisect_right(self.starts, offset) - 1)
        return self.own_starts[block] + offset - self.starts[block]


def likeness_of(copy: Reading, like: Reading) -> Likeness:
    """How a copy lies beside its like: the blocks that tell something are the same on both sides."""
    starts, own = (
        tuple(span.start for span in each.report.spans_of(*TOLD)) for each in (like, copy)
    )
    return Likeness(copy, starts, own)


@dataclass(frozen=True, slots=True)
class Copies:
    """All copies that were set aside in a story, by the id of their like."""

    of: dict[str, tuple[Likeness, ...]]

    def citations(self, cited: Iterable[Citation]) -> tuple[Citation, ...]:
        """These places and the same words in the copies, those of one report together."""
        return tuple(place for _, place in self.beside((each, each) for each in cited))

    def beside(self, things: Iterable[tuple[Citation, Thing]]) -> Iterator[tuple[Thing, Citation]]:
        """Things with their places: what stands in a row in one report, then the same in each of its copies."""
        for report, row in groupby(things, key=lambda each: each[0].report):
            found = [(thing, place) for place, thing in row]
            yield from found
            for copy in self.of.get(report, ()):
                for thing, place in found:
                    yield thing, Citation(copy.report, copy.moved(place.span))

    def reports(self, reports: Iterable[str]) -> tuple[str, ...]:
        """These reports, each followed by its copies."""
        return tuple(
            each
            for report in reports
            for each in (report, *(copy.report for copy in self.of.get(report, ())))
        )


def copies_of(story: Story) -> Copies:
    """The copies of a story that has set some aside."""
    readings = {each.report.id: each for each in story.readings}
    found: dict[str, list[Likeness]] = {}
    for copy in story.copies:
        found.setdefault(copy.like, []).append(likeness_of(copy.reading, readings[copy.like]))
    return Copies({report: tuple(each) for report, each in found.items()})
