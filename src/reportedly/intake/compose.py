"""A labelled report out of a page: blocks, who stands on it, when it was published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from reportedly.intake.blocks import label_blocks
from reportedly.intake.bylines import author_of, contribution
from reportedly.intake.header import agency_of
from reportedly.intake.outlets import SOURCE_LINE, outlet_in
from reportedly.intake.page import Metadata, Page, host_of
from reportedly.intake.stamps import Kind, Stamp, find_stamps
from reportedly.intake.tongue import other_language
from reportedly.language.agencies import agencies
from reportedly.model.errors import EmptyError, LanguageError
from reportedly.model.interval import Interval
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span

RIGHTS = re.compile(
    r"\W*(?:TM and )?(?:©|copyright|\(c\))(?:\W|\(c\)|(?:19|20)\d\d|by\b|the\b)*", re.IGNORECASE
)


def make_report(page: Page, given: date | None = None) -> Report:
    """The report of a page; raises InputError if it holds no words or is not in English.

    `given` is the user's date for reports that state none.
    """
    if not any(character.isalnum() for character in page.text):
        raise EmptyError(page.path, "no words in it")
    known = _with_site(page.metadata)
    blocks = label_blocks(page.text, known)
    prose = " ".join(
        b.span.of(page.text) for b in blocks if b.role in (Role.PARAGRAPH, Role.HEADLINE)
    )
    language = other_language(prose)
    if language:
        raise LanguageError(page.path, language)
    return Report(
        id=sha256(page.data).hexdigest(),
        path=page.path,
        text=page.text,
        blocks=blocks,
        source=read_source(page.text, blocks, known),
        published=read_published(page.text, blocks, known) or _given(given),
    )


def _with_site(known: Metadata) -> Metadata:
    """The metadata with the address's site as outlet, where no outlet is named."""
    host = host_of(known.url)
    if known.outlet or host is None:
        return known
    return replace(known, outlet=host, because=f"the address is on {host}")


def read_source(text: str, blocks: Sequence[Block], known: Metadata) -> Source:
    """Outlet, agency, author and address, from the blocks of the head and the metadata."""
    agency: str | None = None
    agency_span: Span | None = None
    author, outlet = known.author, known.outlet
    because = [known.because] if known.because else []
    for block in blocks:
        words = block.span.of(text)
        if agency is None and block.role in (Role.CREDIT, Role.BYLINE):
            found = agency_of(words)
            if found:
                agency = found[0]
                agency_span = Span(block.span.start + found[1], block.span.start + found[2])
                because.append(f"credit “{words}”")
        if outlet is None:
            outlet = _printed_outlet(block.role, words)
            because += [f"the report prints “{words}”"] if outlet else []
        if author is None and block.role is Role.BYLINE:
            author = author_of(words)
            because.append(f"byline “{words}”" if author else f"byline “{words}” names no person")
    if agency is None:
        agency, agency_span = _holder_of_rights(text, blocks)
        because += ["the rights are the agency's"] if agency else []
    if agency is None and outlet and outlet in agencies():
        agency = agencies()[outlet]
        because.append("the outlet is a news agency")
    return Source(outlet, agency, agency_span, author, known.url, "; ".join(because))


def _printed_outlet(role: Role, words: str) -> str | None:
    """The outlet that a credit or a byline prints; one that only helped with the report is none."""
    if role not in (Role.BYLINE, Role.CREDIT) or contribution(words):
        return None
    if role is Role.CREDIT and SOURCE_LINE.fullmatch(words) and agency_of(words):
        return None
    return outlet_in(words)


def _holder_of_rights(text: str, blocks: Iterable[Block]) -> tuple[str | None, Span | None]:
    """The agency whose rights in the text a line of the foot keeps: "© 2024 AFP"."""
    for block in blocks:
        rights = RIGHTS.match(block.span.of(text)) if block.role is Role.FURNITURE else None
        found = agency_of(block.span.of(text)) if rights else None
        if rights and found and found[1] <= rights.end():
            return found[0], Span(block.span.start + found[1], block.span.start + found[2])
    return None, None


def _stamps(text: str, blocks: Iterable[Block]) -> Iterator[tuple[Stamp, Span]]:
    """The dates in the blocks that may give one: date lines, bylines, and the dateline if it has a year."""
    for block in blocks:
        if block.role in (Role.DATE, Role.BYLINE, Role.DATELINE):
            for stamp in find_stamps(block.span.of(text)):
                start = block.span.start
                yield stamp, Span(start + stamp.start, start + stamp.end)


def read_published(text: str, blocks: Iterable[Block], known: Metadata) -> Published | None:
    """When the report says that it was published; None rather than a guess.

    Metadata come first, then a date marked as published, then a bare date line, then a date of update.
    """
    order = (Kind.PUBLISHED, Kind.BARE, Kind.UPDATED)
    printed = sorted(_stamps(text, blocks), key=lambda found: order.index(found[0].kind))
    stated = known.published
    if stated is not None:
        days, because = Interval.day(stated.day), f"{stated.key} says {stated.day}"
        other = next((s for s, _ in printed if abs((s.day - stated.day).days) > 1), None)
        if other:
            because += f"; the text prints {other.day}"
        same = next((span for s, span in printed if s.day == stated.day), None)
        return Published(days, Known.STATED, because, same, stated.at)
    if not printed:
        return None
    stamp, span = printed[0]
    because = f"the report prints “{span.of(text)}”"
    if stamp.kind is Kind.UPDATED:
        because += ", the date of an update; the first publication is not stated"
    return Published(Interval.day(stamp.day), Known.STATED, because, span, stamp.at)


def _given(day: date | None) -> Published | None:
    return Published(Interval.day(day), Known.GIVEN, "given by the user") if day else None
