"""What a command tells anew, and what it holds in memory."""

from pathlib import Path

import pytest

from reportedly import pipeline
from reportedly.archive.store import Archive
from reportedly.cli import shelf
from reportedly.model.story import Story
from tests.cli.samples import REPORTS, RunCommand

LATER = """Sudria repeats its demand

March 5, 2022

Sudria's president Karel Voss repeated on Saturday that Norland must withdraw its troops before talks open in Geneva.
"""


def test_a_new_report_retells_only_the_story_it_joins(
    here: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And all is told as if it had been there from the first."""
    anew: list[Story] = []
    tell = pipeline.tell_story

    def noted(story: Story) -> Story:
        anew.append(story)
        return tell(story)

    (here / "later.txt").write_text(LATER, encoding="utf-8")
    assert command("add", here / "later.txt").code == 0
    monkeypatch.setattr(pipeline, "tell_story", noted)
    told = command("claims", "--json").out
    assert [len(story.readings) for story in anew] == [4]
    with Archive.open(here / "reportedly.db") as archive, archive.writing() as connection:
        connection.execute("DELETE FROM story")
        connection.execute("DELETE FROM stories_made")
    assert command("claims", "--json").out == told
    assert [len(story.readings) for story in anew] == [4, 4, 1]


@pytest.mark.parametrize("view", [("brief",), ("brief", "--json"), ("claims",), ("stories",)])
def test_many_files_are_told_like_few(
    reports: Path,
    tmp_path: Path,
    command: RunCommand,
    monkeypatch: pytest.MonkeyPatch,
    view: tuple[str, ...],
) -> None:
    """Readings that do not fit in memory are written down while the command runs, and nothing of it stays."""
    held = command(*view, reports)
    monkeypatch.setattr(shelf, "IN_MEMORY", 1)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    copy = tmp_path / "copies"
    copy.mkdir()
    for name, text in REPORTS.items():
        (copy / name).write_text(text, encoding="utf-8")
    assert command(*view, reports, copy) == held
    assert list(tmp_path.iterdir()) == [copy]
