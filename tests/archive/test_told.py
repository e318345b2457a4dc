"""Stories in the archive: up to date or not, and what still holds after a change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from reportedly.archive.corrections import append_correction
from reportedly.archive.store import Archive
from reportedly.archive.told import earlier_stories, store_stories, stored_stories
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.reading import Reading
from reportedly.model.story import Story

MakeReading = Callable[[str], Reading]
NOW = "2024-05-01T12:00:00+00:00"


def test_stories_are_out_of_date_after_a_change(
    archive: Archive, make_reading: MakeReading
) -> None:
    """A new report or a removed one makes the stored stories stale; telling them stores them again."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    assert stored_stories(archive) is None
    store_stories(archive, [Story("s1", (first,))], archive.readings())
    assert stored_stories(archive) == (Story("s1", (first,)),)
    archive.add(second, b"2", NOW)
    assert stored_stories(archive) is None
    store_stories(archive, [Story("s1", (first, second))], archive.readings())
    archive.remove(second.report.id)
    assert stored_stories(archive) is None
    assert not archive.holds(second.report.id)


def test_stories_of_fewer_readings_are_not_taken_for_all(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Stories told while another process added a report stay out of date."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    archive.add(second, b"2", NOW)
    store_stories(archive, [Story("s1", (first,))], [first])
    assert stored_stories(archive) is None


def test_a_story_keeps_its_own_reading(archive: Archive, make_reading: MakeReading) -> None:
    """Where a date was inferred, the story's reading differs from the report's own; both are kept."""
    reading = make_reading("Talks on Monday.")
    archive.add(reading, b"1", NOW)
    changed = replace(reading, report=replace(reading.report, language="xx"))
    store_stories(archive, [Story("s1", (changed,))], archive.readings())
    stories = stored_stories(archive)
    assert stories is not None
    assert stories[0].readings == (changed,)
    assert archive.readings() == (reading,)


def test_what_a_new_report_leaves_untouched_is_not_written_again(
    archive: Archive, make_reading: MakeReading
) -> None:
    """The stored row stays as it is; only its place in the order is new."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    store_stories(archive, [Story("s1", (first,))], [first])
    archive.add(second, b"2", NOW)
    before = earlier_stories(archive, archive.readings())
    assert before == (Story("s1", (first,)),)
    row = archive.query("SELECT rowid, record FROM story")
    store_stories(archive, [Story("s2", (second,)), *before], [first, second], before)
    assert archive.query("SELECT rowid, record FROM story WHERE id = 's1'") == row
    assert stored_stories(archive) == (Story("s2", (second,)), *before)


def test_a_story_that_was_deleted_meanwhile_is_written_again(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Another process may have told all anew."""
    reading = make_reading("One.")
    archive.add(reading, b"1", NOW)
    store_stories(archive, [Story("s1", (reading,))], [reading])
    before = earlier_stories(archive, [reading])
    store_stories(archive, [], [])
    store_stories(archive, before, [reading], before)
    assert stored_stories(archive) == before


def test_nothing_told_before_outlives_a_correction_or_another_reading(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Nor a report that is taken out."""
    reading, other = make_reading("One."), make_reading("Two.")
    archive.add(reading, b"1", NOW)
    archive.add(other, b"2", NOW)
    correction = Correction(CorrectionKind.SAME_ENTITY, "One", "Two", NOW)
    changes: tuple[Callable[[], None], ...] = (
        partial(archive.reread, replace(reading, mentions=())),
        partial(append_correction, archive, correction),
        partial(archive.remove, other.report.id),
    )
    for change in changes:
        store_stories(archive, [Story("s1", (reading, other))], [reading, other])
        change()
        assert earlier_stories(archive, archive.readings()) == ()
