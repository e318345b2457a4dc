"""The stories of an archive, told anew where something changed since they were told."""

from collections.abc import Iterator

from reportedly.archive.corrections import list_corrections
from reportedly.archive.store import Archive
from reportedly.archive.told import (
    Members,
    StoredStories,
    store_stories,
    stored_stories,
    untold,
)
from reportedly.cli.progress import Progress
from reportedly.model.story import Story


def current_stories(archive: Archive) -> StoredStories:
    """The archive's stories as stored or, where something changed since, those that it touches told anew and stored."""
    stories = stored_stories(archive)
    if stories is None:
        from reportedly.pipeline import group_reports

        with Progress("comparing") as progress:
            members = group_reports(archive.reports())
            store_stories(archive, members, tell_untold(archive, members, progress))
        stories = StoredStories(archive)
    return stories


def tell_untold(archive: Archive, members: Members, progress: Progress) -> Iterator[Story]:
    """Those of these stories that are not stored, one after the other."""
    from reportedly.pipeline import tell_together

    corrections = list_corrections(archive)
    for each in untold(archive, members):
        progress.step(each)
        yield tell_together(each, archive.readings(members[each]), corrections)
