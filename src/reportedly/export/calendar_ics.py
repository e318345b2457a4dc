"""Meetings as an iCalendar file (RFC 5545), for the calendar programs people have.

An entry is all-day over the days that the reports give; its evidence stands in the description and, for programs, in
X-REPORTEDLY-EVIDENCE lines "REPORT:START-END". A meeting without a day has no entry.
"""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from reportedly.language.characters import printable
from reportedly.model.span import Citation
from reportedly.model.story import Meeting, Story

STATUS = {
    "confirmed by both sides": "CONFIRMED",
    "held": "CONFIRMED",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}  # all else is TENTATIVE


def render_calendar(stories: Iterable[Story], wanted: Collection[str] | None = None) -> str:
    """The meetings of these stories, of these ids where given, as the text of an .ics file."""
    calendar = Calendar()
    calendar.add("prodid", "-//reportedly//meetings as reported//EN")
    calendar.add("version", "2.0")
    for story in stories:
        for meeting in story.meetings:
            if meeting.days is not None and (wanted is None or meeting.id in wanted):
                calendar.add_component(_entry(story, meeting))
    return bytes(calendar.to_ical()).decode("utf-8")


def _entry(story: Story, meeting: Meeting) -> Event:
    """One meeting."""
    entry = Event()
    entry.add("uid", f"{meeting.id}@reportedly")
    entry.add("summary", printable(f"{', '.join(meeting.parties)}: {meeting.status}"))
    if meeting.days is not None:
        entry.add("dtstart", meeting.days.first)
        entry.add("dtend", meeting.days.last + timedelta(1))  # the end is not included
    entry.add("dtstamp", _stamp(story))
    entry.add("status", STATUS.get(meeting.status, "TENTATIVE"))
    if meeting.place:
        entry.add("location", printable(meeting.place))
    entry.add("description", printable("\n".join(_description(story, meeting))))
    for citation in meeting.evidence:
        entry.add("x-reportedly-evidence", _place(citation))
    return entry


def _description(story: Story, meeting: Meeting) -> Iterable[str]:
    """What stands behind the entry: its name, who confirmed, then the words with their places."""
    yield meeting.name
    yield f"Confirmed by: {', '.join(meeting.confirmed_by) or 'nobody'}"
    for citation in meeting.evidence:
        words = " ".join(story.text_of(citation).split())
        yield f"“{words}” [{_place(citation)}]"


def _stamp(story: Story) -> datetime:
    """When the newest report of the story came out: the same archive gives the same file."""
    days = [
        reading.report.published.days.last for reading in story.readings if reading.report.published
    ]
    newest = max(days, default=datetime(1970, 1, 1, tzinfo=UTC).date())
    return datetime.combine(newest, time(), tzinfo=UTC)


def _place(citation: Citation) -> str:
    return f"{citation.report}:{citation.span.start}-{citation.span.end}"
