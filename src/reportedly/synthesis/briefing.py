"""The one-page brief: sections of cited lines, and the end notes that the lines rest on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.brief import Brief, Line, Note, Section, StoryBrief
from reportedly.model.interval import Interval
from reportedly.model.report import Report
from reportedly.model.span import Citation
from reportedly.model.story import CountOrigins, Counts, Meeting, Stories, Story
from reportedly.synthesis import sections
from reportedly.synthesis.changes import Since, changed_lines, fallen_lines, without_origin
from reportedly.synthesis.newsworth import Newsworth
from reportedly.synthesis.shown import with_few_places
from reportedly.synthesis.statements import body_claims, latest, statements
from reportedly.synthesis.telling import Telling
from reportedly.synthesis.wording import (
    counts_line,
    meeting_words,
    name_of_report,
    number,
    one_line,
    span_of_days,
)

FIRM = ("scheduled", "confirmed by one side", "confirmed by both sides")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked for: the day it is, what is new since when, and whose words to leave out.

    `full` is how many stories are told in full; the others are named by their lead.
    """

    today: date | None = None
    since: Since | None = None
    without: str | None = None
    full: int = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """What the page keeps of a story: its lines, the words they cite with their source, what the summary counts."""

    brief: StoryBrief
    cited: Mapping[Citation, tuple[str, str]]
    reports: int
    undated: int
    meetings: int


def write_brief(stories: Stories, wanted: Wanted, count: CountOrigins) -> Brief:
    """The brief of these stories; `today` defaults to the day of the newest report."""
    today = wanted.today or newest_day(stories)
    parts = [
        _part(
            _story_brief(story, wanted, today, count)
            if place < wanted.full
            else _in_short(story, today),
            story,
        )
        for place, story in enumerate(story for story in stories if story.readings)
    ]
    return Brief(today, _summary(parts), tuple(part.brief for part in parts), _notes(parts))


def _part(brief: StoryBrief, story: Story) -> _Part:
    """A story's brief, with what the end of the page says of the story."""
    brief = with_few_places(brief, story)
    lines = (brief.lead, *(line for each in brief.sections for line in each.lines))
    cited = {
        citation: (
            _source(story.reading(citation.report).report),
            one_line(story.text_of(citation)),
        )
        for citation in dict.fromkeys(each for line in lines for each in line.evidence)
    }
    undated = sum(reading.report.published is None for reading in story.readings)
    return _Part(brief, cited, len(story.readings), undated, len(story.meetings))


def _in_short(story: Story, today: date | None) -> StoryBrief:
    """A further story by its lead alone."""
    lead = _lead(story, today)
    return StoryBrief(story.id, lead, _origin_line(story.counts, lead), ())


def newest_day(stories: Iterable[Story]) -> date | None:
    """The last day on which a report was published, as far as stated."""
    days = [
        reading.report.published.days.first
        for story in stories
        for reading in story.readings
        if reading.report.published
    ]
    return max(days, default=None)


def _story_brief(
    story: Story, wanted: Wanted, today: date | None, count: CountOrigins
) -> StoryBrief:
    extra: list[Section] = []
    if wanted.without:
        fallen = fallen_lines(story, wanted.without)
        title = f"Without {wanted.without}, nothing supports"
        extra.append(sections.section(title, fallen, "nothing loses all support"))
        story = without_origin(story, wanted.without, count)
    if wanted.since:
        changed = changed_lines(story, wanted.since, count)
        title = f"Since {span_of_days(Interval.day(wanted.since.day))}"
        title += f", {wanted.since.at:%H:%M}" if wanted.since.at else ""
        extra.append(sections.section(title, changed, "nothing new"))
    elif new := latest(story):
        extra.append(new)
    parts = (
        *extra,
        sections.planned_meetings(story, today),
        statements(story),
        sections.positions(story),
        sections.quotes(story),
        sections.differences(story),
        sections.single_origin(story),
        sections.headline_flags(story),
        sections.text_quality(story),
    )
    lead = _lead(story, today)
    return StoryBrief(story.id, lead, _origin_line(story.counts, lead), parts)


def _lead(story: Story, today: date | None) -> Line:
    """The firm meeting to come that most texts tell of, else the statement that most stand behind."""
    ahead = [each for each in story.meetings if each.status in FIRM and _is_ahead(each, today)]
    if ahead:
        best = max(ahead, key=lambda each: (each.counts.texts[0], each.counts.origins[0]))
        return Line(meeting_words(best), best.evidence, best.id, best.counts)
    claim = Newsworth(story).lead(body_claims(story))
    if claim:
        telling = Telling(story)
        return Line(telling.words(claim), telling.evidence(claim), claim.id, claim.counts)
    report = story.readings[0].report
    span = report.headline or report.blocks[0].span
    cited = Citation(report.id, span)
    return Line(f"“{one_line(span.of(report.text))}”", (cited,), story.id)


def _is_ahead(meeting: Meeting, today: date | None) -> bool:
    return today is None or meeting.days is None or meeting.days.last >= today


def _origin_line(counts: Counts | None, lead: Line) -> str:
    """The three rungs: reports, texts and newsrooms of the story, origins of its lead."""
    if counts is None:
        return ""
    whole = counts_line(counts).rsplit(", ", 1)[0]
    if lead.counts is None:
        return whole
    return f"{whole}, {number(lead.counts.origins, 'origin')} of the lead"


def _summary(parts: Sequence[_Part]) -> str:
    """What was read, with what is missing said."""
    reports = sum(part.reports for part in parts)
    undated = sum(part.undated for part in parts)
    meetings = sum(part.meetings for part in parts)
    said = (
        f"{number((reports, reports), 'report')} read",
        f"{len(parts)} stories" if len(parts) != 1 else "1 story",
        f"{undated} without a date" if undated else "all dated or dated by inference",
        number((meetings, meetings), "meeting"),
    )
    return "; ".join(said)


def _notes(parts: Iterable[_Part]) -> tuple[Note, ...]:
    """One note a citation, numbered in the order of first use."""
    cited = (each for part in parts for each in part.cited.items())
    return tuple(
        Note(index, citation, source, words)
        for index, (citation, (source, words)) in enumerate(cited, 1)
    )


def _source(report: Report) -> str:
    """Outlet or file, agency and date of a report."""
    parts = [report.source.outlet or name_of_report(report)]
    if report.source.agency:
        parts.append(report.source.agency)
    if report.published:
        known = "" if report.published.known != "inferred" else " (inferred)"
        parts.append(span_of_days(report.published.days) + known)
    else:
        parts.append("no date")
    return ", ".join(parts)
