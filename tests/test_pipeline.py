"""The way of a report: what breaks one leaves the others, and order changes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from reportedly import pipeline
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Report, Source
from reportedly.model.span import Cited
from reportedly.model.story import Story
from reportedly.pipeline import read_report, read_reports, tell_stories
from tests.told import AGENCY, ELSEWHERE, OTHER, talks, told


def _reports() -> list[Report]:
    return [
        reading.report for story in told(AGENCY, OTHER, ELSEWHERE) for reading in story.readings
    ]


def _what_is_told(stories: Sequence[Story]) -> set[tuple[str, frozenset[tuple[str, int, int]]]]:
    return {
        (claim.gist, frozenset((c.report, c.span.start, c.span.end) for c in claim.evidence))
        for story in stories
        for claim in story.claims
    }


def test_a_report_that_breaks_a_stage_is_left_out_and_the_run_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reports = _reports()
    real = pipeline.read_report

    def breaks_on_the_first(report: Report) -> Reading:
        if report is reports[0]:
            raise ValueError
        return real(report)

    monkeypatch.setattr(pipeline, "read_report", breaks_on_the_first)
    readings = read_reports(reports)
    assert [each.report.id for each in readings] == [each.id for each in reports[1:]]
    assert reports[0].path in caplog.text


def test_a_copy_under_another_name_is_read_as_the_first() -> None:
    """The same reading, found at once, with the name and source of the copy."""
    first = _reports()[0]
    copy = replace(first, id="copy", path="elsewhere", source=Source(outlet="The Harbour Post"))
    reading = read_report(first)
    copied = read_report(copy)
    assert copied.report is copy
    assert copied == replace(reading, report=copy)
    assert copied.sentences is reading.sentences


def test_a_copy_of_another_day_is_read_for_itself() -> None:
    first = _reports()[0]
    assert first.published is not None
    later = replace(first, published=replace(first.published, days=Interval.day(date(2024, 3, 12))))
    days = [{time.days for time in read_report(each).times} for each in (first, later)]
    assert days[0] != days[1]


def test_a_story_that_breaks_a_stage_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Story) -> Story:
        raise ValueError

    monkeypatch.setattr(pipeline, "tell_story", breaks)
    stories = tell_stories(read_reports(_reports()))
    assert sum(len(story.readings) for story in stories) == 3


def test_the_order_of_the_reports_changes_nothing() -> None:
    readings = read_reports(_reports())
    results = [_what_is_told(tell_stories(order)) for order in permutations(readings)]
    assert all(result == results[0] for result in results)


def test_an_exact_copy_under_another_name_adds_no_origin() -> None:
    copied = told(AGENCY, OTHER, "From our partners\n\n" + AGENCY.partition("\n")[2])[0]
    once = told(AGENCY, OTHER)[0]
    most = {claim.gist: claim.counts.origins for claim in once.claims}
    for claim in copied.claims:
        if claim.gist in most:
            assert claim.counts.origins == most[claim.gist]
    assert copied.counts is not None
    assert once.counts is not None
    assert copied.counts.texts == once.counts.texts


def test_every_record_cites_characters_of_its_report() -> None:
    story = talks()
    records: list[Cited] = [*story.claims, *story.utterances, *story.entities]
    records += [*story.differences, *story.meetings, *story.positions, *story.headline_checks]
    for record in records:
        assert record.evidence
        for citation in record.evidence:
            text = story.reading(citation.report).text
            assert 0 <= citation.span.start < citation.span.end <= len(text)
