"""Stories in the archive: up to date or not, and what still holds after a change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest

from reportedly.archive.corrections import append_correction
from reportedly.archive.store import Archive
from reportedly.archive.told import store_stories, stored_stories, untold
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.errors import ChangedArchiveError
from reportedly.model.reading import Reading
from reportedly.model.story import Story

MakeReading = Callable[[str], Reading]
NOW = "2024-05-01T12:00:00+00:00"


def store(archive: Archive, *stories: Story) -> None:
    """Make these the archive's stories, and write those that are not stored."""
    members = {story.id: story.report_ids for story in stories}
    wanted = untold(archive, members)
    store_stories(archive, members, [story for story in stories if story.id in wanted])


def stored(archive: Archive) -> tuple[Story, ...] | None:
    """The stories, all loaded; None where they are out of date."""
    found = stored_stories(archive)
    return None if found is None else tuple(found)


def test_stories_are_out_of_date_after_a_change(
    archive: Archive, make_reading: MakeReading
) -> None:
    """A new report or a removed one makes the stored stories stale; telling them stores them again."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    assert stored(archive) is None
    store(archive, Story("s1", (first,)))
    assert stored(archive) == (Story("s1", (first,)),)
    archive.add(second, b"2", NOW)
    assert stored(archive) is None
    store(archive, Story("s1", (first, second)))
    archive.remove(second.report.id)
    assert stored(archive) is None
    assert not archive.holds(second.report.id)


def test_stories_of_fewer_readings_are_not_taken_for_all(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Stories told while another process added a report stay out of date."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    archive.add(second, b"2", NOW)
    store(archive, Story("s1", (first,)))
    assert stored(archive) is None


def test_a_story_keeps_its_own_reading(archive: Archive, make_reading: MakeReading) -> None:
    """Where a date was inferred, the story's reading differs from the report's own; both are kept."""
    reading = make_reading("Talks on Monday.")
    archive.add(reading, b"1", NOW)
    changed = replace(reading, report=replace(reading.report, language="xx"))
    store(archive, Story("s1", (changed,)))
    assert stored(archive) == (Story("s1", (changed,)),)
    assert archive.readings() == (reading,)


def test_stories_come_largest_first(archive: Archive, make_reading: MakeReading) -> None:
    """And in the order of their ids where they are of one size, whenever they were told."""
    first, second, third = (make_reading(text) for text in ("One.", "Two.", "Three."))
    for each in (first, second, third):
        archive.add(each, b"1", NOW)
    small, large = Story("s1", (first,)), Story("s2", (second, third))
    store(archive, small, large)
    found = stored_stories(archive)
    assert found is not None
    assert (len(found), tuple(found)) == (2, (large, small))
    assert tuple(found) == (large, small)


def test_what_a_new_report_leaves_untouched_is_not_written_again(
    archive: Archive, make_reading: MakeReading
) -> None:
    """The stored row stays as it is; only its place in the order is new."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    store(archive, Story("s1", (first,)))
    archive.add(second, b"2", NOW)
    members = {"s0": second.report.id, "s1": first.report.id}
    assert untold(archive, {story: frozenset({report}) for story, report in members.items()}) == (
        "s0",
    )
    row = archive.query("SELECT rowid, record FROM story")
    store(archive, Story("s0", (second,)), Story("s1", (first,)))
    assert archive.query("SELECT rowid, record FROM story WHERE id = 's1'") == row
    assert stored(archive) == (Story("s0", (second,)), Story("s1", (first,)))


def test_what_was_written_stays_where_telling_is_stopped(
    archive: Archive, make_reading: MakeReading
) -> None:
    """The next look tells only the rest."""
    first, second = make_reading("One."), make_reading("Two.")
    archive.add(first, b"1", NOW)
    archive.add(second, b"2", NOW)
    whole = (Story("s1", (first,)), Story("s2", (second,)))
    members = {story.id: story.report_ids for story in whole}

    def told() -> Iterator[Story]:
        yield whole[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_stories(archive, members, told())
    assert stored(archive) is None
    assert untold(archive, members) == ("s2",)


def test_a_story_that_another_process_deletes_while_it_is_read(
    archive: Archive, make_reading: MakeReading
) -> None:
    """It is no half of a view: the command says to run it again."""
    reading = make_reading("One.")
    archive.add(reading, b"1", NOW)
    store(archive, Story("s1", (reading,)))
    found = stored_stories(archive)
    assert found is not None
    store(archive)
    with pytest.raises(ChangedArchiveError, match="run the command again"):
        tuple(found)


def test_a_story_told_before_a_correction_is_not_written_after_it(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Another process may have taken the correction while this one was telling."""
    reading = make_reading("One.")
    archive.add(reading, b"1", NOW)
    append_correction(archive, Correction(CorrectionKind.SAME_ENTITY, "One", "Two", NOW))
    with pytest.raises(ChangedArchiveError):
        store(archive, Story("s1", (reading,)))
    assert stored(archive) is None


def test_nothing_told_before_outlives_a_correction_or_another_reading(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Nor a report that is taken out."""
    reading, other = make_reading("One."), make_reading("Two.")
    archive.add(reading, b"1", NOW)
    archive.add(other, b"2", NOW)
    correction = Correction(CorrectionKind.SAME_ENTITY, "One", "Two", NOW)
    story = Story("s1", (reading, other))
    changes = (
        (partial(archive.reread, replace(reading, mentions=())), story),
        (partial(archive.remove, other.report.id), replace(story, readings=(reading,))),
        (partial(append_correction, archive, correction), story),
    )
    for change, after in changes:
        archive.add(other, b"2", NOW)
        store(archive, story)
        change()
        assert stored(archive) is None
        assert untold(archive, {"s1": after.report_ids}) == ("s1",)
