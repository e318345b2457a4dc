"""The views: quotes, calendar, positions, claims, timeline, stories - the same records, one view each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from reportedly.cli.options import (
    Filters,
    archive_option,
    filter_options,
    json_option,
    paths_argument,
)
from reportedly.cli.rows import Found, Row, day_words, place, show
from reportedly.cli.sources import Told, name_refused, tell
from reportedly.model.interval import Interval
from reportedly.model.report import Report, Role
from reportedly.model.story import Claim, Counts, Meeting, Story
from reportedly.synthesis.timeline import timeline_lines
from reportedly.synthesis.wording import one_line

Rows = Callable[[Story, Filters], Iterator[Found]]
FROM = "Straight from the files at PATH or, without one, from the archive."


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as `stories` lists it."""

    id: str
    title: str
    reports: tuple[str, ...]
    first: str
    last: str
    counts: Counts | None


def show_view(told: Told, rows: Rows, filters: Filters, *, as_json: bool) -> int:
    """Print what the filters let through of every story; the exit code."""
    found = (each for story in _wanted_stories(told, filters) for each in rows(story, filters))
    if not show(found, as_json=as_json) and not as_json:
        click.echo(_nothing(told, filters))
    return name_refused(told.refused)


def _wanted_stories(told: Told, filters: Filters) -> Iterator[Story]:
    return (story for story in told.stories if filters.tells(story.id))


def _nothing(told: Told, filters: Filters) -> str:
    """Why a view is empty."""
    dates = [
        reading.report.published
        for story in _wanted_stories(told, filters)
        for reading in story.readings
    ]
    asked = "" if filters == Filters() else " that the filters let through"
    return f"nothing{asked}: {len(dates)} reports read, {dates.count(None)} without a date"


def quote_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """What was said, in all its wordings."""
    dates = _report_days(story)
    for utterance in story.utterances:
        speaker = utterance.speaker or "speaker not named"
        days = [dates[citation.report] for citation in utterance.evidence]
        names = _all_names(story, [speaker], [utterance.entity])
        if not filters.names(*names) or not any(filters.holds(each) for each in days):
            continue
        drift = (f"wordings differ: {utterance.drift}",) if utterance.drift else ()
        title = f"{speaker} · {utterance.kind.value}"
        yield Found(
            story, utterance, Row(utterance.id, title, drift, utterance.evidence, utterance.counts)
        )


def meeting_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """Meetings by day."""
    for meeting in sorted(story.meetings, key=lambda each: _first_day(each.days)):
        names = _all_names(story, meeting.parties, meeting.party_entities)
        if filters.names(*names) and filters.holds(meeting.days):
            yield Found(story, meeting, _meeting_row(meeting))


def _meeting_row(meeting: Meeting) -> Row:
    confirmed = ", ".join(meeting.confirmed_by) or "nobody"
    host = f", host: {meeting.host}" if meeting.host else ""
    notes = (
        f"{meeting.status}; confirmed by: {confirmed}; place: {meeting.place or 'not given'}{host}",
        *(
            f"{day_words(date.days)}, {date.status.value}: {date.holder or 'the report itself'} [{place(date.citation)}]"
            for date in meeting.dates
        ),
    )
    title = f"{day_words(meeting.days)}  {', '.join(meeting.parties)}"
    return Row(meeting.id, title, notes, meeting.evidence, meeting.counts)


def position_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """Positions by actor."""
    for position in sorted(story.positions, key=lambda each: (each.actor, _first_day(each.days))):
        names = _all_names(story, [position.actor], [position.entity])
        if filters.names(*names) and filters.holds(position.days):
            title = f"{position.actor} · {position.act}: {one_line(position.issue)}"
            notes = (f"time given: {day_words(position.days)}",) if position.days else ()
            row = Row(position.id, title, notes, position.evidence, position.counts)
            yield Found(story, position, row)


def claim_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """Claims in the story's order."""
    for claim in story.claims:
        if _wanted(story, claim, filters):
            yield Found(story, claim, _claim_row(story, claim))


def timeline_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """Claims that have a close place on the calendar, by day."""
    claims = {claim.id: claim for claim in story.claims}
    for line in timeline_lines(story):
        claim = claims[line.record]
        if _wanted(story, claim, filters):
            row = _claim_row(story, claim)
            title = f"{day_words(claim.days)}  {row.title}"
            yield Found(story, claim, replace(row, title=title))


def _wanted(story: Story, claim: Claim, filters: Filters) -> bool:
    shown = (*claim.actors, *claim.recipients, *(voice.holder for voice in claim.voices))
    parties = (*claim.actor_entities, *claim.recipient_entities)
    entities = (*parties, *(voice.entity for voice in claim.voices))
    return filters.names(*_all_names(story, shown, entities)) and filters.holds(claim.days)


def _all_names(story: Story, shown: Iterable[str], entities: Iterable[str]) -> tuple[str, ...]:
    """The names as shown, and every spelling of the entities: "Psaki" finds what "Jane Sackie" said too."""
    wanted = set(entities)
    spellings = (each.variants for each in story.entities if each.id in wanted)
    return (*shown, *(name for variants in spellings for name in variants))


def _claim_row(story: Story, claim: Claim) -> Row:
    holders = ", ".join(dict.fromkeys(voice.holder for voice in claim.voices if voice.holder))
    differs = [each.note for each in story.differences if claim.id in each.claims]
    notes = (
        f"{claim.kind.value}, {claim.status.value}; {day_words(claim.days)}",
        f"told by: {holders or 'the reports in their own voice'}",
        *(f"differs: {note}" for note in differs),
    )
    return Row(claim.id, one_line(claim.gist), notes, claim.evidence, claim.counts)


def story_rows(story: Story, filters: Filters) -> Iterator[Found]:
    """The story's own line, its reports as evidence by their headlines."""
    days = list(_report_days(story).values())
    names = [name for entity in story.entities for name in (entity.name, *entity.variants)]
    if not filters.names(*names) or not any(filters.holds(each) for each in days):
        return
    line = _story_line(story)
    notes = tuple(
        f"{reading.report.id[:8]}  {day_words(_days(reading.report))}  {reading.report.path}"
        for reading in story.readings
    )
    yield Found(story, line, Row(line.id, line.title, notes, (), story.counts))


def _story_line(story: Story) -> StoryLine:
    known = [days for days in _report_days(story).values() if days is not None]
    return StoryLine(
        id=story.id,
        title=_title(story),
        reports=tuple(reading.report.id for reading in story.readings),
        first=str(min(days.first for days in known)) if known else "",
        last=str(max(days.last for days in known)) if known else "",
        counts=story.counts,
    )


def _title(story: Story) -> str:
    """The headline of the first report that has one, else its first words."""
    for reading in story.readings:
        if reading.report.headline:
            return one_line(reading.report.headline.of(reading.text))
    report = story.readings[0].report
    paragraphs = report.spans_of(Role.PARAGRAPH)
    return one_line(paragraphs[0].of(report.text))[:80] if paragraphs else report.path


def _report_days(story: Story) -> dict[str, Interval | None]:
    return {reading.report.id: _days(reading.report) for reading in story.readings}


def _days(report: Report) -> Interval | None:
    return report.published.days if report.published else None


def _first_day(days: Interval | None) -> str:
    """A sort key: undated last."""
    return f"{days.first} {days.last}" if days else "~"


def _view(name: str, rows: Rows, what: str) -> click.Command:
    """A command that shows these rows."""

    @click.command(name, help=f"{what}\n\n{FROM}")
    @paths_argument
    @archive_option
    @json_option
    @filter_options
    def view(paths: tuple[str, ...], archive_path: Path, filters: Filters, *, as_json: bool) -> int:
        return show_view(tell(paths, archive_path), rows, filters, as_json=as_json)

    return view


quotes = _view("quotes", quote_rows, "Who said what, in all its wordings, with the places.")
positions = _view(
    "positions", position_rows, "Who demands, offers, rejects, threatens, denies what."
)
claims = _view(
    "claims", claim_rows, "What is told, by whom, by how many origins; where tellings differ."
)
timeline = _view("timeline", timeline_rows, "What is told to have happened or to come, by day.")
stories = _view("stories", story_rows, "The stories and the reports in each.")


@click.command()
@paths_argument
@archive_option
@json_option
@filter_options
@click.option("--ics", is_flag=True, help="As an iCalendar file.")
def calendar(
    paths: tuple[str, ...], archive_path: Path, filters: Filters, *, as_json: bool, ics: bool
) -> int:
    """Meetings planned and held, with their status and who confirmed.

    Straight from the files at PATH or, without one, from the archive.
    """
    from reportedly.export.calendar_ics import render_calendar

    told = tell(paths, archive_path)
    if not ics:
        return show_view(told, meeting_rows, filters, as_json=as_json)
    stories = _wanted_stories(told, filters)
    wanted = {each.row.id for story in stories for each in meeting_rows(story, filters)}
    click.echo(render_calendar(_wanted_stories(told, filters), wanted), nl=False)
    return name_refused(told.refused)
