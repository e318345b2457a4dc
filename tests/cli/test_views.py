"""The views show the records, with ids, counts, words and places; filters leave out the rest."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.samples import REPORTS, RunCommand

VIEWS = ("quotes", "calendar", "positions", "claims", "timeline", "stories")


@pytest.mark.parametrize("view", VIEWS)
def test_files_and_archive_give_the_same(
    here: Path, reports: Path, command: RunCommand, view: str
) -> None:
    """Straight from files or from the archive: one and the same."""
    stored, straight = command(view, "--json"), command(view, reports, "--json")
    assert stored.out == straight.out
    assert stored.out
    assert here.exists()


@pytest.mark.parametrize("view", ["quotes", "calendar", "positions", "claims"])
def test_every_citation_has_its_words(here: Path, command: RunCommand, view: str) -> None:
    """What the view for people prints in quotation marks stands in the report at the printed place."""
    assert here.exists()
    texts = {
        found["report"]["id"]: found["report"]["text"]
        for found in map(json.loads, command("read", here, "--json").out.splitlines())
    }
    for line in command(view, "--json").out.splitlines():
        for citation in json.loads(line)["evidence"]:
            text = texts.get(citation["report"])
            assert text is None or text[citation["start"] : citation["end"]].strip()


def test_the_moved_date_is_seen(here: Path, command: RunCommand) -> None:
    """Two reports give two days for the talks; a story holds both and the festival stays apart."""
    assert here.exists()
    stories = [json.loads(line) for line in command("stories", "--json").out.splitlines()]
    assert sorted(len(story["reports"]) for story in stories) in ([1, 3], [1, 1, 2])
    told = command("timeline").out
    assert "2022-03-14" in told


def test_rows_for_people(here: Path, command: RunCommand) -> None:
    """Number, speaker, id, counts with their rungs, words with their places."""
    assert here.exists()
    out = command("quotes", "--actor", "voss").out
    assert out.startswith("  1  Karel Voss")
    assert "2 origins" not in out
    assert "1 report, 1 text, 1 newsroom, 1 origin" in out
    assert "We will not sit down under the barrel of a gun" in out


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_that_is_empty_says_why(here: Path, command: RunCommand, view: str) -> None:
    """How many reports were looked at, and that a filter was set."""
    assert here.exists()
    ran = command(view, "--actor", "Nobody Of That Name", "--since", "2030-01-01")
    assert ran.code == 0
    assert ran.out == "nothing that the filters let through: 4 reports read, 0 without a date\n"


def test_filters_by_day(here: Path, command: RunCommand) -> None:
    """--date is one day; --since and --until bound a stretch."""
    assert here.exists()
    everything = command("timeline", "--json").out.splitlines()
    one = command("timeline", "--json", "--date", "2022-03-14").out.splitlines()
    before = command("timeline", "--json", "--until", "2022-03-13").out.splitlines()
    after = command("timeline", "--json", "--since", "2022-03-15").out.splitlines()
    assert one
    assert set(one) < set(everything)
    assert not set(one) & (set(before) & set(after))


def test_filter_by_story(here: Path, command: RunCommand) -> None:
    """The beginning of a story's id is enough."""
    assert here.exists()
    ids = [json.loads(line)["id"] for line in command("stories", "--json").out.splitlines()]
    shown = command("claims", "--story", ids[-1], "--json").out.splitlines()
    assert {json.loads(line)["story"] for line in shown} == {ids[-1]}


def test_the_calendar_file(here: Path, command: RunCommand) -> None:
    """Other programs can read it; each entry carries its evidence."""
    assert here.exists()
    ran = command("calendar", "--ics")
    calendar = Calendar.from_ical(ran.out)
    entries = list(calendar.walk("VEVENT"))
    meetings = [json.loads(line) for line in command("calendar", "--json").out.splitlines()]
    assert len(entries) == sum(meeting["days"] is not None for meeting in meetings)
    for entry in entries:
        assert "X-REPORTEDLY-EVIDENCE" in entry


def test_no_report_no_view(tmp_path: Path, command: RunCommand) -> None:
    """Not one report could be read: said, with exit code 3."""
    ran = command("claims", tmp_path / "none.txt")
    assert (ran.code, ran.out) == (3, "nothing: 0 reports read, 0 without a date\n")
    assert "no such file" in ran.err
    assert len(REPORTS) == 4
