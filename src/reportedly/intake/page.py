"""What the readers of formats hand to the labelling: a text and what the file says about itself."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in before an input is refused."""

    report_bytes: int = 50_000_000  # one report, or one record or member of a container
    html_bytes: int = 8_000_000  # a page this long is no article, and extraction takes minutes
    members: int = 1_000_000  # of one container
    total_bytes: int = 4_000_000_000  # unpacked, of one container
    ratio: int = 200  # unpacked to packed, of one member past a megabyte
    depth: int = 4  # containers within containers


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that metadata gives: the day as written there, the instant if the minute and zone are given."""

    day: date
    key: str  # where it stood: "e-mail header Date"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself beside its text."""

    headline: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Stated | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One report before labelling: its path, the bytes to keep, the text a reader sees, the metadata."""

    path: str
    data: bytes
    text: str
    metadata: Metadata = field(default_factory=Metadata)
