"""What the readers of formats hand to the labelling: a text and what the file says about itself."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from reportedly.model.report import Role

HOST = re.compile(r"^(?:.*?/web/\d+[^/]*/)?(?:\w+:)?//(?:[^/@]*@)?(?:www\.)?([\w.-]+)")


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
class Marked:
    """A line that the markup of a page gives a role."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself beside its text."""

    headline: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Stated | None = None
    because: str = ""
    marked: tuple[Marked, ...] = ()  # lines whose role the markup gives


@dataclass(frozen=True, slots=True)
class Page:
    """One report before labelling: its path, the bytes to keep, the text a reader sees, the metadata."""

    path: str
    data: bytes
    text: str
    metadata: Metadata = field(default_factory=Metadata)


def host_of(url: str | None) -> str | None:
    """The site of an address; of a page kept by a web archive, the site it was kept from.

    >>> host_of("http://web.archive.org/web/20150101000000/http://www.letter.example:80/a")
    'letter.example'
    """
    match = HOST.search(url or "")
    return match[1].casefold() if match else None


def headed(text: str, headline: str | None) -> str:
    r"""The text under its headline, which is put above it unless one of the first lines says it already.

    >>> headed("Talks in Oslo\n\nEnvoys met.", "Talks in Oslo | World")
    'Talks in Oslo\n\nEnvoys met.'
    """
    lines = [line.strip().casefold() for line in text.lstrip().split("\n", 5)[:5]]
    if not headline or any(_same(line, headline.casefold()) for line in lines):
        return text
    return f"{headline}\n\n{text}"


def _same(line: str, headline: str) -> bool:
    """Whether a line is the headline, or either is the other with a site's name behind it."""
    longer, shorter = sorted((line, headline), key=len, reverse=True)
    rest = longer[len(shorter) :].lstrip()
    return longer.startswith(shorter) and bool(shorter) and (not rest or rest[0] in "|-–—:»")
