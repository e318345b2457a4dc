"""Whether two places of two reports are the same passage of one text, as the lineage has it.

In versions of one text a verbatim run stands for the sentences it lies in, and what is left between two aligned
passages on both sides is taken for a passage too, with a low score: the order of a text survives rewording.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model.lineage import Passage, Relation
from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story

GAP = 0.5  # score of a passage that is known only by what stands before and after it
LEAST = 20  # characters; a shorter rest is no passage


@dataclass(frozen=True, slots=True)
class AlignedPlaces:
    """The aligned passages of each pair of reports (ids in order), and which pairs are versions of one text."""

    by_pair: dict[tuple[str, str], tuple[Passage, ...]]
    versions: frozenset[tuple[str, str]]
    likes: Mapping[str, str]  # of a report whose body is a copy, the report that has that body too

    def are_versions(self, first: str, second: str) -> bool:
        """Whether the reports are versions of one text."""
        ours, theirs = self.likes.get(first, first), self.likes.get(second, second)
        same_body = ours == theirs and first != second
        return same_body or (min(ours, theirs), max(ours, theirs)) in self.versions

    def aligned(self, first: Citation, second: Citation) -> float:
        """The score of the best passage that holds both places (0 where none does)."""
        if first.report > second.report:
            first, second = second, first
        passages = self.by_pair.get((first.report, second.report), ())
        scores = (
            each.score
            for each in passages
            if _lies_in(first.span, each.a) and _lies_in(second.span, each.b)
        )
        return max(scores, default=0.0)

    def elsewhere(self, first: Citation, second: Citation) -> bool:
        """Whether one of the places has its counterpart in the other report, and it is not the other place."""
        if first.report > second.report:
            first, second = second, first
        return any(
            _lies_in(first.span, each.a) != _lies_in(second.span, each.b)
            for each in self.by_pair.get((first.report, second.report), ())
        )


def _lies_in(span: Span, passage: Span) -> bool:
    """Whether at least half of `span` lies in the passage."""
    return 2 * span.shared(passage) >= len(span)


def aligned_places(story: Story) -> AlignedPlaces:
    """The passages of a story's relations, ready for looking up."""
    readings = {each.report.id: each for each in story.readings}
    return AlignedPlaces(
        {
            (each.a, each.b): tuple(_passages(each, readings[each.a], readings[each.b]))
            for each in story.relations
            if each.passages and each.a in readings and each.b in readings
        },
        frozenset((each.a, each.b) for each in story.relations if each.kind.is_same_text),
        {each.reading.report.id: each.like for each in story.copies},
    )


def _passages(relation: Relation, a: Reading, b: Reading) -> Iterator[Passage]:
    """The passages of a relation; between versions of one text widened, and the gaps between them."""
    if not relation.kind.is_same_text:
        yield from relation.passages
        return
    widened = [
        Passage(_widened(a, each.a), _widened(b, each.b), each.score) for each in relation.passages
    ]
    yield from widened
    yield from _gaps(widened)


def _widened(reading: Reading, span: Span) -> Span:
    """The sentences that a passage lies in: those of which it holds a good stretch, or most."""
    for sentence in reading.sentences_in(span):
        shared = sentence.span.shared(span)
        if shared >= LEAST or 2 * shared >= len(sentence.span):
            span = span.joined(sentence.span)
    return span


def _gaps(passages: Sequence[Passage]) -> Iterator[Passage]:
    """What is left on both sides between two passages that follow one another in both texts."""
    for before, after in pairwise(sorted(passages, key=lambda each: each.a)):
        lengths = (after.a.start - before.a.end, after.b.start - before.b.end)
        if min(lengths) >= LEAST:
            ours = Span(before.a.end, after.a.start)
            yield Passage(ours, Span(before.b.end, after.b.start), GAP)
