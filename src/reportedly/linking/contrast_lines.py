"""A sentence of a body beside others, and what two of them differ in."""

from dataclasses import dataclass

from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import Mention, Reading
from reportedly.model.span import Citation, Span
from reportedly.model.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a body with its report."""

    reading: Reading
    sentence: Sentence

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.reading.report.id

    def words(self, span: Span) -> str:
        """The characters at a place."""
        return " ".join(span.of(self.reading.text).split())

    def at(self, span: Span) -> Citation:
        """A place of its report."""
        return Citation(self.report, span)


@dataclass(frozen=True, slots=True)
class Contrast:
    """What differs between two lines: the places and what is compared, in words."""

    kind: DifferenceKind
    first: Span
    second: Span
    what: str


def is_named_in(mention: Mention, line: Line, other: Line) -> bool:
    """Whether any word of a name stands in the other's report."""
    text = other.reading.text.casefold()
    return any(word in text for word in line.words(mention.head).casefold().split())
