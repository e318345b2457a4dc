"""The records of stories by id: what `why` explains and `withdraw` weighs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.model.lineage import Lineage
from reportedly.model.report import Report
from reportedly.model.span import Citation
from reportedly.model.story import (
    Claim,
    Counts,
    Difference,
    Entity,
    HeadlineCheck,
    Meeting,
    Position,
    Story,
    Utterance,
)

Record = (
    Claim
    | Difference
    | Entity
    | HeadlineCheck
    | Lineage
    | Meeting
    | Position
    | Report
    | Story
    | Utterance
)


@dataclass(frozen=True, slots=True)
class Named:
    """A record of a story: `sort` is what it is called, `title` its words, `evidence` what it rests on."""

    story: Story
    record: Record
    id: str
    sort: str
    title: str
    evidence: tuple[Citation, ...]
    counts: Counts | None = None


def list_records(stories: Iterable[Story]) -> Iterator[Named]:
    """All records that have an id, story by story."""
    for story in stories:
        yield Named(
            story, story, story.id, "story", f"{len(story.readings)} reports", (), story.counts
        )
        yield from _reports(story)
        yield from list_statements(story)
        for entity in story.entities:
            yield Named(story, entity, entity.id, "entity", entity.name, entity.evidence)


def _reports(story: Story) -> Iterator[Named]:
    for reading in story.readings:
        report = reading.report
        yield Named(story, report, report.id, "report", report.path, ())
    for lineage in story.lineages:
        yield Named(story, lineage, lineage.id, "lineage", f"{len(lineage.reports)} reports", ())


def list_statements(story: Story) -> Iterator[Named]:
    """The records that state something and rest on citations: the lines of the views."""
    for claim in story.claims:
        yield Named(story, claim, claim.id, "claim", claim.gist, claim.evidence, claim.counts)
    for said in story.utterances:
        title = f"{said.speaker or 'speaker not named'}: {story.text_of(said.evidence[0])}"
        yield Named(story, said, said.id, "quote", title, said.evidence, said.counts)
    for meeting in story.meetings:
        title = f"{meeting.name}, {meeting.status}"
        yield Named(story, meeting, meeting.id, "meeting", title, meeting.evidence, meeting.counts)
    for position in story.positions:
        title = f"{position.actor}, {position.act}: {position.issue}"
        yield Named(
            story, position, position.id, "position", title, position.evidence, position.counts
        )
    for difference in story.differences:
        yield Named(
            story, difference, difference.id, "difference", difference.note, difference.evidence
        )
    for check in story.headline_checks:
        evidence = (check.headline, *check.evidence)
        key = f"{check.report}:{check.headline.span.start}"
        yield Named(story, check, key, "headline", f"{check.verdict}: {check.note}", evidence)
