"""The sample reports and the golden stories held against their hand-written keys (examples/key.toml and others)."""

from collections.abc import Sequence

import pytest

from reportedly.linking.newsrooms import newsroom_of
from reportedly.model.interval import Interval
from reportedly.model.report import Role
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Meeting, Story
from tests import example_key as key


def each(entries: Sequence[key.Entry]) -> pytest.MarkDecorator:
    """A test for every entry of a list; open ones are expected to fail, and to be told of when they no longer do."""
    parameters = []
    for entry in entries:
        marks = [pytest.mark.xfail(reason=entry.open, strict=True)] if entry.open else []
        parameters.append(pytest.param(entry, marks=marks, id=_title(entry)))
    return pytest.mark.parametrize("entry", parameters)


def _title(entry: key.Entry) -> str:
    fields = ("name", "pair", "report", "speaker", "actor", "words", "day")
    parts = [str(getattr(entry, field, "")) for field in fields]
    words = entry.places[0][1] if entry.places and not entry.name else ""
    return " ".join(part for part in (*parts, words) if part)[:70]


def claims_at(story: Story, wanted: Sequence[Citation]) -> list[Claim]:
    """The claims that tell one of these places."""
    return [
        claim
        for claim in story.claims
        if any(key.touches(voice.citation, place) for voice in claim.voices for place in wanted)
    ]


@each(key.every(lambda each: each.stories))
def test_a_story_has_its_reports_and_counts(entry: key.StoryEntry) -> None:
    story = key.story_of(entry.reports.split()[0])
    assert {reading.report.id for reading in story.readings} == key.ids_of(entry.reports)
    assert story.counts is not None
    assert story.counts.texts == (entry.texts, entry.texts)
    assert story.counts.newsrooms[0] <= entry.newsrooms <= story.counts.newsrooms[1]
    assert story.counts.newsrooms[0] >= entry.newsrooms - 1


@each(key.every(lambda each: each.lineages))
def test_versions_of_one_text_are_one_lineage(entry: key.LineageEntry) -> None:
    story = key.story_of(entry.reports.split()[0])
    assert key.ids_of(entry.reports) in {frozenset(each.reports) for each in story.lineages}


@each(key.every(lambda each: each.relations))
def test_two_reports_are_related_as_the_key_says(entry: key.RelationEntry) -> None:
    pair = key.ids_of(entry.pair)
    story = key.story_of(entry.pair.split()[0])
    found = [each for each in story.relations if {each.a, each.b} == pair]
    assert (found[0].kind.value if found else "independent") in entry.kinds
    if entry.derived:
        assert found[0].derived == key.reading_of(entry.derived).report.id


@each([entry for entry in key.every(lambda each: each.anchors) if entry.days])
def test_a_report_is_anchored_in_its_day(entry: key.AnchorEntry) -> None:
    published = key.reading_of(entry.report).report.published
    assert published is not None
    assert entry.days is not None
    assert Interval(*entry.days).contains(published.days)


@each(
    [
        entry
        for entry in key.every(lambda each: each.anchors)
        if entry.credit or entry.byline or entry.dateline
    ]
)
def test_credit_byline_and_dateline_are_labelled(entry: key.AnchorEntry) -> None:
    report = key.reading_of(entry.report).report
    wanted = {
        Role.CREDIT: entry.credit,
        Role.BYLINE: entry.byline,
        Role.DATELINE: entry.dateline,
        Role.DATE: entry.date,
    }
    for role, words in wanted.items():
        labelled = [span.of(report.text) for span in report.spans_of(role)]
        assert words is None or any(words in each for each in labelled), f"{role}: {labelled}"


@each([entry for entry in key.every(lambda each: each.anchors) if entry.credit])
def test_the_newsroom_is_the_credited_agency(entry: key.AnchorEntry) -> None:
    assert newsroom_of(key.reading_of(entry.report)).name == entry.credit


@each(key.every(lambda each: each.furniture))
def test_furniture_is_labelled_and_tells_nothing(entry: key.FurnitureEntry) -> None:
    reading = key.reading_of(entry.report)
    (place,) = key.citations_of((entry.report, entry.words))
    covered = [block for block in reading.report.blocks if block.span.overlaps(place.span)]
    assert {block.role for block in covered} == {Role.FURNITURE}
    assert not any(each.span.overlaps(place.span) for each in reading.assertions)


@each(key.every(lambda each: each.furniture_absent))
def test_what_frames_a_page_never_reaches_the_text(entry: key.AbsentEntry) -> None:
    text = key.reading_of(entry.report).text
    assert [words for words in entry.words if words in text] == []


@each(key.every(lambda each: each.entities))
def test_all_names_of_one_are_one_entity(entry: key.EntityEntry) -> None:
    wanted = key.all_citations(entry)
    story = key.story_of(entry.places[0][0].split()[0])
    best = max(story.entities, key=lambda entity: key.reached(entity.evidence, wanted))
    missed = [place for place in wanted if not key.reached(best.evidence, [place])]
    assert [story.text_of(place) for place in missed] == []


@each(key.every(lambda each: each.entities_apart))
def test_names_of_different_people_stay_apart(entry: key.EntityEntry) -> None:
    wanted = key.all_citations(entry)
    for entity in key.story_of(entry.places[0][0]).entities:
        heads = [
            place
            for place in wanted
            for cited in entity.evidence
            if cited.report == place.report and cited.span == place.span
        ]
        assert len({*heads}) <= 1, entity.variants


@each(key.every(lambda each: each.utterances))
def test_one_saying_is_one_utterance_in_all_its_wordings(entry: key.UtteranceEntry) -> None:
    wanted = key.all_citations(entry)
    story = key.story_of(entry.places[0][0].split()[0])
    best = max(story.utterances, key=lambda each: key.reached(each.evidence, wanted))
    assert key.reached(best.evidence, wanted) == len(wanted)
    assert best.speaker == entry.speaker


@each(key.every(lambda each: each.meetings))
def test_a_meeting_is_one_record_with_parties_day_and_status(entry: key.MeetingEntry) -> None:
    wanted = key.all_citations(entry)
    story = key.story_of(entry.places[0][0].split()[0])
    best = max(story.meetings, key=lambda each: key.reached(each.evidence, wanted))
    assert key.reached(best.evidence, wanted) == len(wanted)
    assert _meeting_faults(best, entry) == []


def _meeting_faults(meeting: Meeting, entry: key.MeetingEntry) -> list[str]:
    faults = [each for each in entry.parties if not key.named_in(each, meeting.parties)]
    faults += [each for each in entry.confirmed if not key.named_in(each, meeting.confirmed_by)]
    faults += [] if meeting.days == key.day_of(entry) else [f"day {meeting.days}"]
    faults += [] if meeting.status in entry.status else [f"status {meeting.status}"]
    faults += [] if entry.place in (None, meeting.place) else [f"place {meeting.place}"]
    return faults


@each(key.every(lambda each: each.positions))
def test_an_actor_holds_its_position(entry: key.PositionEntry) -> None:
    wanted = key.all_citations(entry)
    story = key.story_of(entry.places[0][0].split()[0])
    held = [
        key.reached(position.evidence, wanted)
        for position in story.positions
        if key.named_in(entry.actor, (position.actor,)) and position.act in entry.acts
    ]
    assert 2 * max(held, default=0) >= len(wanted)


@each(key.every(lambda each: each.statements))
def test_a_statement_is_one_claim_with_status_and_counts(entry: key.StatementEntry) -> None:
    wanted = key.all_citations(entry)
    story = key.story_of(entry.places[0][0].split()[0])
    found = claims_at(story, wanted)
    assert found
    claim = max(found, key=lambda each: key.reached(each.evidence, wanted))
    reports = {place.report for place in wanted}
    assert 2 * len(reports & {voice.citation.report for voice in claim.voices}) >= len(reports)
    assert claim.status.value in entry.status
    for counted, expected in (
        (claim.counts.texts, entry.texts),
        (claim.counts.origins, entry.origins),
    ):
        assert expected is None or counted[0] <= expected <= counted[1]


@each(key.every(lambda each: each.differences))
def test_a_difference_cites_both_sides(entry: key.DifferenceEntry) -> None:
    sides = [list(key.citations_of(place)) for place in entry.places]
    story = key.story_of(entry.places[0][0].split()[0])
    found = [
        difference.kind.value
        for difference in story.differences
        if all(key.reached(difference.evidence, side) for side in sides)
    ]
    assert set(found) & set(entry.kinds)


@each(key.every(lambda each: each.headlines_flagged))
def test_a_headline_that_says_more_than_its_body_is_flagged(entry: key.HeadlineEntry) -> None:
    assert _verdict(entry) != "supported"


@each(key.every(lambda each: each.headlines_supported))
def test_a_headline_that_its_body_bears_out_is_not_flagged(entry: key.HeadlineEntry) -> None:
    assert _verdict(entry) == "supported"


def _verdict(entry: key.HeadlineEntry) -> str:
    report = key.reading_of(entry.report).report.id
    checks = key.story_of(entry.report).headline_checks
    return next(check.verdict for check in checks if check.report == report)


@each(key.every(lambda each: each.never_facts))
def test_a_plan_a_demand_or_a_denial_is_never_told_as_a_fact(entry: key.EntityEntry) -> None:
    for place in key.all_citations(entry):
        story = next(
            story
            for story in key.told_all()
            if any(reading.report.id == place.report for reading in story.readings)
        )
        told = claims_at(story, [place])
        assert [claim.gist for claim in told if claim.status.is_fact] == []


@each(key.every(lambda each: each.never_held))
def test_nothing_is_held_on_a_day_to_come(entry: key.HeldEntry) -> None:
    meetings = [meeting for story in key.told_all() for meeting in story.meetings]
    held = [each for each in meetings if each.days and each.days.first >= entry.day]
    assert [each.name for each in held if each.status == "held"] == []
