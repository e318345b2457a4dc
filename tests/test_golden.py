"""The briefs of whole stories, compared as texts. `--update-golden` rewrites them; read the difference line by line."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.export.text import render_text
from reportedly.linking.origins import count_origins
from reportedly.model.story import Story
from reportedly.synthesis.briefing import Wanted, write_brief
from tests.example_key import EXAMPLES, GOLDEN, told_folder

STORIES = sorted(each.parent.name for each in GOLDEN.glob("*/reports"))


def brief_of(stories: Sequence[Story]) -> str:
    """The text that `reportedly brief` prints."""
    return render_text(write_brief(stories, Wanted(), count_origins))


def compare(golden: Path, printed: str, *, updating: bool) -> None:
    """Printed text is the golden file's, or becomes it."""
    if updating:
        golden.write_text(printed, "utf-8")
    assert printed.splitlines() == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", STORIES)
def test_the_brief_of_an_invented_story_is_as_reviewed(name: str, updating: bool) -> None:  # noqa: FBT001 - a fixture
    printed = brief_of(told_folder(GOLDEN / name))
    compare(GOLDEN / name / "brief.txt", printed, updating=updating)


def test_the_brief_of_the_sample_reports_is_as_reviewed(updating: bool) -> None:  # noqa: FBT001 - a fixture
    compare(GOLDEN / "examples.txt", brief_of(told_folder(EXAMPLES)), updating=updating)


def test_every_golden_brief_has_its_story(updating: bool) -> None:  # noqa: FBT001 - a fixture
    """A folder that loses its reports does not leave a test that compares nothing."""
    assert updating or sorted(each.parent.name for each in GOLDEN.glob("*/brief.txt")) == STORIES
    assert len(STORIES) >= 3
