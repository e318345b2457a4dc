"""Meetings in a calendar file that other programs read."""

from datetime import date

import pytest
from icalendar import Calendar

from reportedly.export.calendar_ics import render_calendar
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Known, Published, Report, Source
from reportedly.model.span import Citation, Span
from reportedly.model.story import Counts, Meeting, Story

TEXT = "Talks open in Tarsk on March 14, Norland said."
COUNTS = Counts(1, (1, 1), (1, 1), (1, 1), (), ())
CITED = Citation("r1", Span(0, 31))


def meeting_of(identity: str, days: Interval | None, status: str) -> Meeting:
    """A meeting on these days."""
    return Meeting(
        id=identity,
        name="Talks open in Tarsk",
        parties=("Norland", "Sudria"),
        party_entities=("", ""),
        days=days,
        dates=(),
        place="Tarsk",
        places=(),
        host=None,
        status=status,
        confirmed_by=("Norland",),
        confirmations=(),
        claims=(),
        evidence=(CITED,),
        counts=COUNTS,
    )


def story_of(*meetings: Meeting) -> Story:
    """A story of one report that tells them."""
    published = Published(Interval.day(date(2022, 3, 2)), Known.STATED, "")
    report = Report("r1", "a.txt", TEXT, (), Source(), published)
    return Story("s1", (Reading(report),), meetings=meetings)


def test_an_entry_covers_its_days_and_cites() -> None:
    """The end is the day after the last, as RFC 5545 has it; the words stand in the description."""
    march = Interval(date(2022, 3, 14), date(2022, 3, 16))
    text = render_calendar([story_of(meeting_of("m1", march, "scheduled"))])
    [entry] = Calendar.from_ical(text).walk("VEVENT")
    assert entry.decoded("dtstart") == date(2022, 3, 14)
    assert entry.decoded("dtend") == date(2022, 3, 17)
    assert entry["summary"] == "Norland, Sudria: scheduled"
    assert entry["location"] == "Tarsk"
    assert entry["x-reportedly-evidence"] == "r1:0-31"
    assert "“Talks open in Tarsk on March 14”" in str(entry["description"])
    assert text == render_calendar([story_of(meeting_of("m1", march, "scheduled"))])


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("confirmed by both sides", "CONFIRMED"),
        ("confirmed by one side", "TENTATIVE"),
        ("floated", "TENTATIVE"),
        ("denied", "CANCELLED"),
    ],
)
def test_only_what_both_confirmed_is_confirmed(status: str, expected: str) -> None:
    """One side's word leaves it tentative."""
    day = Interval.day(date(2022, 3, 14))
    [entry] = Calendar.from_ical(render_calendar([story_of(meeting_of("m1", day, status))])).walk(
        "VEVENT"
    )
    assert entry["status"] == expected


def test_without_a_day_or_unwanted_no_entry() -> None:
    """A meeting without a day has no place in a calendar."""
    day = Interval.day(date(2022, 3, 14))
    story = story_of(meeting_of("m1", None, "floated"), meeting_of("m2", day, "floated"))
    assert Calendar.from_ical(render_calendar([story], {"m1"})).walk("VEVENT") == []
    assert len(Calendar.from_ical(render_calendar([story])).walk("VEVENT")) == 1
