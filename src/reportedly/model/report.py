"""A report as a reader sees it: unchanged text, labelled blocks, who published it and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.model.interval import Interval
from reportedly.model.span import Span


class Role(StrEnum):
    """What a block of the page is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"
    DATE = "date"
    CAPTION = "caption"
    FURNITURE = "furniture"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of the text. Blocks are in order and do not overlap; between them is only white space.

    A block need not be a whole line: "AFP, WASHINGTON" is a credit and a dateline, " | Russia" after a headline
    is furniture. Page chrome, crossheads, cut fragments and cut marks are furniture, and `because` says which.
    """

    span: Span
    role: Role
    because: str


class Known(StrEnum):
    """How a publication date is known."""

    STATED = "stated"  # in the text or the file's own metadata
    GIVEN = "given"  # by the user
    INFERRED = "inferred"  # from weekdays, lineage and the other reports of the story


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: days, both included, and how that is known. `at` where the minute is known."""

    days: Interval
    known: Known
    because: str
    span: Span | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who stands on the report itself. An agency named in a picture credit is not here."""

    outlet: str | None = None  # site or paper that carried it
    agency: str | None = None  # credited wire: "AFP"
    agency_span: Span | None = None
    author: str | None = None
    url: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `id` is the SHA-256 (hex) of its bytes; `text` is what a reader sees and never changes."""

    id: str
    path: str  # where it came from; a member of a container is "container#member"
    text: str
    blocks: tuple[Block, ...]
    source: Source
    published: Published | None
    language: str = "en"

    def spans_of(self, *roles: Role) -> tuple[Span, ...]:
        """The spans of the blocks of these roles, in order."""
        return tuple(block.span for block in self.blocks if block.role in roles)

    @property
    def headline(self) -> Span | None:
        """The first headline block, if there is one."""
        spans = self.spans_of(Role.HEADLINE)
        return spans[0] if spans else None
