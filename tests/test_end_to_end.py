"""What holds of whole stories, whatever they tell: told from files to claims, changed in one thing, told again."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from reportedly.intake.formats import Taken, open_bytes
from reportedly.linking.origins import count_origins
from reportedly.model.interval import Interval
from reportedly.model.story import Counts, Story
from reportedly.pipeline import read_report, read_reports, tell_stories
from reportedly.synthesis.briefing import Wanted, write_brief
from tests.told import told

GOLDEN = Path(__file__).resolve().parent / "golden"
NAMES = ("stadium", "theft", "trade")
FURNITURE = "\n\nShare this article\n\nRead more: Ten ways to cook rice\n"


def texts_of(name: str) -> tuple[str, ...]:
    """The plain texts of a golden story."""
    return tuple(
        each.read_text("utf-8") for each in sorted((GOLDEN / name / "reports").glob("*.txt"))
    )


def counts_of(stories: tuple[Story, ...]) -> tuple[Counts, ...]:
    """Who stands behind each story."""
    return tuple(story.counts for story in stories if story.counts)


def claims_of(stories: tuple[Story, ...]) -> set[tuple[str, str]]:
    """What is told, with its status."""
    return {(claim.gist, claim.status.value) for story in stories for claim in story.claims}


@pytest.mark.parametrize("name", NAMES)
def test_the_order_in_which_reports_arrive_changes_nothing(name: str) -> None:
    readings = [reading for story in told(*texts_of(name)) for reading in story.readings]
    assert tell_stories(readings) == tell_stories(readings[::-1])


@pytest.mark.parametrize("name", NAMES)
def test_an_exact_copy_adds_no_text_newsroom_or_origin(name: str) -> None:
    texts = texts_of(name)
    before, after = counts_of(told(*texts)), counts_of(told(*texts, texts[0] + "\n\n"))
    assert after[0].reports == before[0].reports + 1
    assert after[0].texts == before[0].texts
    assert after[0].newsrooms == before[0].newsrooms
    assert after[0].origins == before[0].origins


@pytest.mark.parametrize("name", NAMES)
def test_furniture_below_a_report_changes_no_claim(name: str) -> None:
    texts = texts_of(name)
    framed = (texts[0] + FURNITURE, *texts[1:])
    assert claims_of(told(*framed)) == claims_of(told(*texts))


def test_another_name_throughout_is_another_name_in_the_brief() -> None:
    texts = texts_of("trade")
    renamed = tuple(
        text.replace("Helen Marsh", "Helen Brandt").replace("Marsh", "Brandt") for text in texts
    )
    before = {gist.replace("Marsh", "Brandt") for gist, _ in claims_of(told(*texts))}
    assert {gist for gist, _ in claims_of(told(*renamed))} == before


@pytest.mark.parametrize("weeks", [1, 26])
def test_a_report_of_some_weeks_later_tells_of_days_some_weeks_later(weeks: int) -> None:
    text = "The minister met farmers on Monday. She will speak again on Thursday, she said on Tuesday.\n"
    first = date(2031, 3, 5)
    assert _days(text, first + timedelta(weeks=weeks)) == [
        each.shifted(7 * weeks) for each in _days(text, first)
    ]


def _days(text: str, given: date) -> list[Interval]:
    (taken,) = open_bytes(text.encode(), "report.txt", given=given)
    assert isinstance(taken, Taken)
    days = [each.days for each in read_report(taken.report).times if each.days]
    assert len(days) == 3
    return days


@pytest.mark.parametrize("name", NAMES)
def test_every_note_of_a_brief_is_the_words_of_its_report(name: str) -> None:
    stories = told(*texts_of(name))
    texts = {each.report.id: each.text for story in stories for each in story.readings}
    brief = write_brief(stories, Wanted(), count_origins)
    assert brief.notes
    for note in brief.notes:
        said = note.citation.span.of(texts[note.citation.report])
        assert " ".join(said.split()).startswith(note.words.rstrip(".… ")[:40])


def test_telling_twice_tells_the_same() -> None:
    (story, *_) = told(*texts_of("trade"))
    reports = [reading.report for reading in story.readings]
    assert tell_stories(read_reports(reports)) == tell_stories(read_reports(reports))


def test_the_main_job_needs_no_network() -> None:
    """The brief is written in a process in which no socket can be opened."""
    program = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise OSError('no network')\n"
        "socket.socket.connect = refuse\n"
        "socket.getaddrinfo = refuse\n"
        "from reportedly.cli.main import main\n"
        "sys.argv = ['reportedly', 'brief', *sys.argv[1:]]\n"
        "main()\n"
    )
    arguments = [sys.executable, "-c", program, str(GOLDEN / "trade" / "reports")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "5 reports read" in done.stdout
    assert done.stderr == ""
