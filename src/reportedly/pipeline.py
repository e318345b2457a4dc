"""The way of a report, on one screen: what one says (READING), then what several say together (STORY)."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import TypeVar

from reportedly.linking.claims import group_claims
from reportedly.linking.copies import set_aside
from reportedly.linking.dates import infer_dates
from reportedly.linking.described import name_described
from reportedly.linking.differences import find_differences
from reportedly.linking.entities import merge_entities
from reportedly.linking.headlines import check_headlines
from reportedly.linking.lineage import trace_lineage
from reportedly.linking.origins import count_origins
from reportedly.linking.restoring import restore
from reportedly.linking.stories import group_stories
from reportedly.linking.utterances import align_utterances
from reportedly.model.correction import Correction
from reportedly.model.reading import Reading, in_time
from reportedly.model.report import Published, Report
from reportedly.model.story import Story
from reportedly.reading.assertions import draw_assertions
from reportedly.reading.bare import bare
from reportedly.reading.coreference import link_mentions
from reportedly.reading.events import find_events
from reportedly.reading.factuality import weigh_predicates
from reportedly.reading.figures import find_figures
from reportedly.reading.mentions import find_mentions
from reportedly.reading.presentation import judge_presentation
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences
from reportedly.reading.speakers import attribute_speakers, correct_speakers
from reportedly.reading.status import judge_status
from reportedly.reading.times import find_times
from reportedly.synthesis.calendar import find_meetings
from reportedly.synthesis.positions import find_positions

WHO: tuple[Callable[[Reading], Reading], ...] = (split_sentences, find_mentions, link_mentions)
WHAT: tuple[Callable[[Reading], Reading], ...] = (
    find_times,
    find_figures,
    find_quotations,
    judge_presentation,
    attribute_speakers,
    weigh_predicates,
    find_events,
    judge_status,
    draw_assertions,
)
READING = (*WHO, *WHAT)
KEPT = 512  # readings kept for copies of their texts; about 0.2 MB each


def count_story(story: Story) -> Story:
    """Who stands behind the story as a whole."""
    return replace(story, counts=count_origins(story, ()))


TOGETHER: tuple[Callable[[Story], Story], ...] = (set_aside, trace_lineage, infer_dates)
STORY: tuple[Callable[[Story], Story], ...] = (
    name_described,
    merge_entities,
    align_utterances,
    group_claims,
    find_differences,
    check_headlines,
    partial(find_meetings, count=count_origins),
    partial(find_positions, count=count_origins),
    restore,
    count_story,
)

log = logging.getLogger(__name__)

Given = TypeVar("Given")
Made = TypeVar("Made")


def read_report(report: Report) -> Reading:
    """What one report says, by itself; what was read a while ago under another name is not read again."""
    found = bare(report)
    return found.furnished(_read(found.report), report)


@lru_cache(maxsize=KEPT)
def _read(report: Report) -> Reading:
    """The reading of a report without name, source and furniture: on these it cannot hang."""
    reading = Reading(report)
    for stage in READING:
        reading = stage(reading)
    return reading


def read_reports(reports: Iterable[Report]) -> tuple[Reading, ...]:
    """The readings of those reports that could be read; a report that breaks a stage is logged and left out."""
    found = (_unless_broken(read_report, report, report.path) for report in reports)
    return tuple(reading for reading in found if reading is not None)


def _unless_broken(work: Callable[[Given], Made], given: Given, name: str) -> Made | None:
    """The result of a stage's work; None, with a message, where a report or story breaks it: the run goes on."""
    try:
        return work(given)
    except Exception:
        log.exception("%s: left as it is; please report this with the file", name)
        return None


def tell_story(story: Story) -> Story:
    """What the readings of one story say together."""
    readings = tuple(correct_speakers(each, story.corrections) for each in story.readings)
    story = replace(story, readings=readings)
    for stage in TOGETHER:
        story = stage(story)
    story = date_readings(story)
    for stage in STORY:
        story = stage(story)
    return story


def date_readings(story: Story) -> Story:
    """Read again, against the inferred day, what undated reports say of times; a copy has the day of its like."""
    dates = {each.report: each.published for each in story.inferred if each.is_proved}
    likes = {each.reading.report.id: each.like for each in story.copies}

    def dated(reading: Reading) -> Reading:
        published = dates.get(likes.get(reading.report.id, reading.report.id))
        return _date_reading(reading, published, story.corrections) if published else reading

    readings = [dated(each) for each in story.readings]
    copies = tuple(replace(each, reading=dated(each.reading)) for each in story.copies)
    return replace(story, readings=tuple(sorted(readings, key=in_time)), copies=copies)


def _date_reading(
    reading: Reading, published: Published, corrections: Sequence[Correction]
) -> Reading:
    reading = replace(reading, report=replace(reading.report, published=published))
    for stage in WHAT:
        reading = stage(reading)
    return correct_speakers(reading, corrections)


def group_reports(reports: Iterable[Report]) -> dict[str, frozenset[str]]:
    """By the id of each story the ids of its reports, the largest first; the same whatever the order they come in."""
    groups = sorted(group_stories(reports), key=lambda each: (-len(each.reports), each.id))
    return {group.id: frozenset(group.reports) for group in groups}


def tell_together(
    story_id: str, readings: Iterable[Reading], corrections: Sequence[Correction] = ()
) -> Story:
    """The story of these readings, whatever their order; as it is, with a message, where it breaks a stage."""
    ordered = sorted(readings, key=in_time)
    story = Story(story_id, tuple(ordered), tuple(corrections))
    return _unless_broken(tell_story, story, story.id) or story


def tell_stories(
    readings: Sequence[Reading], corrections: Sequence[Correction] = ()
) -> tuple[Story, ...]:
    """All stories of these readings, the largest first; the same whatever the order they come in."""
    by_id = {reading.report.id: reading for reading in readings}
    groups = group_reports(reading.report for reading in readings)
    return tuple(
        tell_together(story, (by_id[each] for each in reports), corrections)
        for story, reports in groups.items()
    )
