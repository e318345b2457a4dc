"""Where the words of a report stand in its copies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from reportedly.language.similarity import find_words
from reportedly.linking.copies import BODY, FRAME, in_frame
from reportedly.model.lineage import Passage, Relation
from reportedly.model.moving import Blockwise
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Copy, Story

TOLD = (*FRAME, *BODY)

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A copy and its like: the blocks that both have, and the numbers of the assertions that both make."""

    copy: Reading
    like: Reading
    own_frame: bool
    moved: Blockwise  # from words of the like to the same words in the copy
    assertions: dict[int, int]

    @property
    def report(self) -> str:
        """The id of the copy."""
        return self.copy.report.id

    def has(self, span: Span) -> bool:
        """Whether the copy has these words of its like: headline and captions may be its own."""
        return not (self.own_frame and in_frame(self.like, span))


def likeness_of(copy: Copy, like: Reading) -> Likeness:
    """How a copy lies beside its like."""
    roles = BODY if copy.own_frame else TOLD
    starts, own = (
        tuple(span.start for span in each.report.spans_of(*roles)) for each in (like, copy.reading)
    )
    numbers = zip(_told(like, roles), _told(copy.reading, roles), strict=True)
    return Likeness(copy.reading, like, copy.own_frame, Blockwise(starts, own), dict(numbers))


def _told(reading: Reading, roles: tuple[Role, ...]) -> Iterator[int]:
    """The numbers of the assertions in these parts of a report."""
    for number, each in enumerate(reading.assertions):
        if roles is TOLD or not in_frame(reading, each.span):
            yield number


@dataclass(frozen=True, slots=True)
class Copies:
    """All copies of a story, by the id of their like."""

    of: dict[str, tuple[Likeness, ...]]

    def exact(self) -> "Copies":
        """Those that have headline and captions of their like as well."""
        kept = {like: tuple(c for c in each if not c.own_frame) for like, each in self.of.items()}
        return Copies(kept)

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
                    if copy.has(place.span):
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
        found.setdefault(copy.like, []).append(likeness_of(copy, readings[copy.like]))
    return Copies({report: tuple(each) for report, each in found.items()})


def same_words(likeness: Likeness) -> Relation:
    """The relation of a copy to its like, which has the lower id."""
    like = likeness.like
    paragraphs = like.report.spans_of(Role.PARAGRAPH)
    words = sum(len(find_words(like.text, each)) for each in paragraphs)
    return Relation(
        a=like.report.id,
        b=likeness.report,
        kind=RelationKind.IDENTICAL,
        score=1.0,
        certain=True,
        derived=None,
        passages=tuple(Passage(each, likeness.moved(each), 1.0) for each in paragraphs),
        reasons=(Reason("same words", 1.0, f"all {words} words of the body are the same"),),
    )
