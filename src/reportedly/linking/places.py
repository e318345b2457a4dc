"""Whether two places of two reports are the same passage of one text, as the lineage has it."""

from dataclasses import dataclass

from reportedly.model.span import Citation, Span
from reportedly.model.story import Passage, Story


@dataclass(frozen=True, slots=True)
class AlignedPlaces:
    """The aligned passages of each pair of reports (ids in order), and which pairs are versions of one text."""

    by_pair: dict[tuple[str, str], tuple[Passage, ...]]
    versions: frozenset[tuple[str, str]]

    def are_versions(self, first: str, second: str) -> bool:
        """Whether the reports are versions of one text."""
        return (min(first, second), max(first, second)) in self.versions

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


def _lies_in(span: Span, passage: Span) -> bool:
    """Whether at least half of `span` lies in the passage."""
    return 2 * span.shared(passage) >= len(span)


def aligned_places(story: Story) -> AlignedPlaces:
    """The passages of a story's relations, ready for looking up."""
    return AlignedPlaces(
        {(each.a, each.b): each.passages for each in story.relations if each.passages},
        frozenset((each.a, each.b) for each in story.relations if each.kind.is_same_text),
    )
