"""Places in a text: a span of code points, and a citation of one in a report."""

from dataclasses import dataclass
from typing import Protocol

from reportedly.model.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` of a report's text, end not included; never empty.

    >>> Span(2, 5).of("reportedly")
    'por'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of this span."""
        return text[self.start : self.end]

    def shared(self, other: "Span") -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: "Span") -> bool:
        """Whether the spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def matches(self, other: "Span") -> bool:
        """Whether the spans share at least half of the shorter one."""
        return 2 * self.shared(other) >= min(len(self), len(other))

    def joined(self, other: "Span") -> "Span":
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Exact characters of one report: what every line that we print rests on."""

    report: str
    span: Span


class Cited(Protocol):
    """Whatever we state across reports: it rests on at least one citation."""

    @property
    def evidence(self) -> tuple[Citation, ...]:
        """The characters it rests on."""
        ...


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link was drawn: a feature, its score (0 to 1 unless `detail` says otherwise), and words for people."""

    feature: str
    score: float
    detail: str
