"""Hand-written keys of the sample reports and the golden stories, and how their words are found in the reports."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from reportedly.intake.formats import Refused, open_reports
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story
from reportedly.pipeline import read_reports, tell_stories

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
GOLDEN = Path(__file__).resolve().parent / "golden"
FOLDERS = (EXAMPLES, *sorted(each.parent for each in GOLDEN.glob("*/reports")))

Place = tuple[str, str]
"""Reports' short names, separated by spaces, and words that stand in each of them."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What all entries have: `open` says why reportedly does not find it yet."""

    name: str = ""
    open: str = ""
    places: tuple[Place, ...] = ()


E = TypeVar("E", bound="Entry")


class StoryEntry(Entry, frozen=True):
    """A story, and how many texts and newsrooms are behind it."""

    reports: str
    texts: int
    newsrooms: int


class LineageEntry(Entry, frozen=True):
    """The versions of one text."""

    reports: str


class RelationEntry(Entry, frozen=True):
    """How two reports are related, and which was made from the other."""

    pair: str
    kinds: tuple[str, ...]
    derived: str | None = None


class AnchorEntry(Entry, frozen=True):
    """What a report says of itself; `days` are the first and the last day it can be of."""

    report: str
    days: tuple[date, date] | None = None
    credit: str | None = None
    dateline: str | None = None
    date: str | None = None
    byline: str | None = None


class FurnitureEntry(Entry, frozen=True):
    """A line of the page that is not the report's."""

    report: str
    words: str


class AbsentEntry(Entry, frozen=True):
    """Words of the page's markup that never reach the text."""

    report: str
    words: tuple[str, ...]


class EntityEntry(Entry, frozen=True):
    """Places that name one entity, or each a different one."""


class UtteranceEntry(Entry, frozen=True):
    """One saying in all its wordings."""

    speaker: str


class MeetingEntry(Entry, frozen=True):
    """A meeting: each party and confirmer as "name|other name"."""

    parties: tuple[str, ...]
    day: date
    status: tuple[str, ...]
    place: str | None = None
    confirmed: tuple[str, ...] = ()


class PositionEntry(Entry, frozen=True):
    """Where an actor ("name|other name") stands."""

    actor: str
    acts: tuple[str, ...]


class StatementEntry(Entry, frozen=True):
    """One claim with its status and how many stand behind it."""

    status: tuple[str, ...]
    texts: int | None = None
    origins: int | None = None


class DifferenceEntry(Entry, frozen=True):
    """Places that do not agree: one of each is cited by one difference."""

    kinds: tuple[str, ...]


class HeadlineEntry(Entry, frozen=True):
    """A report whose headline is flagged, or is not."""

    report: str


class HeldEntry(Entry, frozen=True):
    """A day to come, on which nothing was held yet."""

    day: date


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole key of a folder, a list of entries a kind of finding."""

    reports: dict[str, str]
    stories: tuple[StoryEntry, ...] = ()
    lineages: tuple[LineageEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()
    anchors: tuple[AnchorEntry, ...] = ()
    furniture: tuple[FurnitureEntry, ...] = ()
    furniture_absent: tuple[AbsentEntry, ...] = ()
    entities: tuple[EntityEntry, ...] = ()
    entities_apart: tuple[EntityEntry, ...] = ()
    utterances: tuple[UtteranceEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()
    positions: tuple[PositionEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    differences: tuple[DifferenceEntry, ...] = ()
    headlines_flagged: tuple[HeadlineEntry, ...] = ()
    headlines_supported: tuple[HeadlineEntry, ...] = ()
    never_facts: tuple[EntityEntry, ...] = ()
    never_held: tuple[HeldEntry, ...] = ()


def read_key(folder: Path) -> Key:
    """The key beside a folder's reports."""
    return msgspec.toml.decode((folder / "key.toml").read_bytes(), type=Key)


KEYS = {folder: read_key(folder) for folder in FOLDERS}


def every(pick: Callable[[Key], tuple[E, ...]]) -> list[E]:
    """The entries of one kind in all keys."""
    return [entry for key in KEYS.values() for entry in pick(key)]


@lru_cache(maxsize=len(KEYS))
def told_folder(folder: Path) -> tuple[Story, ...]:
    """The stories of a folder's reports, read and told once a session."""
    taken = list(open_reports([folder / "reports"]))
    refused = [each for each in taken if isinstance(each, Refused)]
    assert not refused
    reports = [each.report for each in taken if not isinstance(each, Refused)]
    return tell_stories(read_reports(reports))


def told_all() -> tuple[Story, ...]:
    """The stories of all folders."""
    return tuple(story for folder in FOLDERS for story in told_folder(folder))


def folder_of(name: str) -> Path:
    """The folder of the report with this short name, which is of one folder only."""
    found = [folder for folder, key in KEYS.items() if name in key.reports]
    assert len(found) == 1, f"{name}: in {len(found)} keys"
    return found[0]


def reading_of(name: str) -> Reading:
    """The reading of the report with this short name."""
    folder = folder_of(name)
    path = KEYS[folder].reports[name]
    found = [
        reading
        for story in told_folder(folder)
        for reading in story.readings
        if reading.report.path.rsplit("/", 1)[-1] == path
    ]
    assert len(found) == 1, f"{path}: {len(found)} reports"
    return found[0]


def story_of(name: str) -> Story:
    """The story that the report with this short name is in."""
    report = reading_of(name).report.id
    return next(
        story
        for story in told_folder(folder_of(name))
        if any(reading.report.id == report for reading in story.readings)
    )


def ids_of(names: str) -> frozenset[str]:
    """The ids of reports, their short names separated by spaces."""
    return frozenset(reading_of(name).report.id for name in names.split())


def citations_of(place: Place) -> Iterator[Citation]:
    """The place's words in each of its reports; the last occurrence, for a headline may say the same."""
    names, words = place
    for name in names.split():
        reading = reading_of(name)
        start = reading.text.rfind(words)
        assert start >= 0, f"{name} does not say {words!r}"
        yield Citation(reading.report.id, Span(start, start + len(words)))


def all_citations(entry: Entry) -> list[Citation]:
    """All places of an entry."""
    return [citation for place in entry.places for citation in citations_of(place)]


def touches(cited: Citation, wanted: Citation) -> bool:
    """Whether both are in one report and share at least half of the shorter one."""
    return cited.report == wanted.report and cited.span.matches(wanted.span)


def reached(evidence: tuple[Citation, ...], wanted: list[Citation]) -> int:
    """How many of the wanted places the evidence cites."""
    return sum(any(touches(cited, each) for cited in evidence) for each in wanted)


def named_in(alternatives: str, names: tuple[str, ...]) -> bool:
    """Whether one of "name|other name" is in one of the names."""
    return any(part in name for part in alternatives.split("|") for name in names)


def day_of(entry: MeetingEntry) -> Interval:
    """The meeting's day."""
    return Interval.day(entry.day)
