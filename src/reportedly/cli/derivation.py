"""A kept report from its bytes again: what `verify` holds the archive to and `rebuild` starts from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.archive.records import text_hash
from reportedly.archive.store import Kept
from reportedly.model.report import Report, Source

_ENTRY = re.compile(rb"\s*<(?:\w+:)?(item|entry)[\s>]")
_SPACES = (
    b' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)
_FEEDS = {  # an entry of a feed is kept without the feed around it
    b"item": (b'<rss version="2.0"' + _SPACES + b"><channel>", b"</channel></rss>"),
    b"entry": (b'<feed xmlns="http://www.w3.org/2005/Atom"' + _SPACES + b">", b"</feed>"),
}


def derive_report(kept: Kept) -> Report | None:
    """The report as its bytes give it today; None where they do not give its text by themselves.

    Where several readings of the bytes are possible, the one that gives the text as it was taken wins.
    """
    found = [each for each in _openings(kept) if each.id == kept.id]
    for report in found:
        if text_hash(report.text) == kept.text_hash:
            return report
    return found[0] if found and not _is_member(kept) else None


def restore_report(kept: Kept) -> Report | None:
    """The report to read again: from its bytes, with what only its container said when it was taken in."""
    derived = derive_report(kept)
    if derived is None or kept.report is None:
        return derived or kept.report
    if not _is_member(kept):
        return replace(derived, path=kept.report.path)
    return replace(
        derived,
        path=kept.report.path,
        source=_filled(kept.report.source, derived.source),
        published=derived.published or kept.report.published,
    )


def _openings(kept: Kept) -> Iterator[Report]:
    """The reports that the bytes hold as they are, then as an entry within a feed."""
    from reportedly.intake.formats import Taken, open_bytes

    framed = [kept.data]
    entry = _ENTRY.match(kept.data)
    if entry:
        before, after = _FEEDS[entry[1]]
        framed.insert(0, before + kept.data + after)
    for data in framed:
        for each in open_bytes(data, kept.path):
            if isinstance(each, Taken):
                yield each.report


def _is_member(kept: Kept) -> bool:
    """Whether it came out of a container, which may say more of it than its own bytes."""
    return "#" in kept.path


def _filled(taken: Source, derived: Source) -> Source:
    """What the container said, the rest from the bytes."""
    return replace(
        derived,
        outlet=taken.outlet or derived.outlet,
        author=taken.author or derived.author,
        url=taken.url or derived.url,
        because=taken.because or derived.because,
    )
