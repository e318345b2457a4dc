"""Meetings: which tellings are one meeting, who confirmed it, and what is not one."""

from datetime import date

from reportedly.model.interval import Interval
from reportedly.model.story import Meeting, Story
from tests.told import talks, told


def _meeting(story: Story, day: int) -> Meeting:
    wanted = Interval.day(date(2024, 3, day))
    return next(each for each in story.meetings if each.days == wanted)


def test_a_meeting_told_by_two_reports_is_one_with_both_parties() -> None:
    meeting = _meeting(talks(), 12)
    assert set(meeting.parties) == {"Kenya", "Somalia"}
    assert {each.report for each in meeting.evidence} == {
        reading.report.id for reading in talks().readings
    }


def test_both_sides_confirm_when_a_voice_of_each_names_the_day() -> None:
    meeting = _meeting(talks(), 12)
    assert meeting.status == "confirmed by both sides"
    assert any("Somali" in name for name in meeting.confirmed_by)
    assert meeting.place == "Geneva"


def test_a_meeting_that_could_be_held_is_floated_and_nobody_confirmed_it() -> None:
    text = (
        "Envoys may meet\n\nVIENNA, June 3, 2024 (AFP) - Chile and Peru could hold talks on June 10, "
        "a Peruvian official said on Monday.\n"
    )
    meeting = told(text)[0].meetings[0]
    assert meeting.status == "floated"
    assert not meeting.confirmed_by


def test_what_lies_ahead_of_the_report_is_never_held() -> None:
    for story in (talks(),):
        assert all(each.status != "held" for each in story.meetings)


def test_meetings_on_different_days_stay_apart() -> None:
    text = (
        "Two rounds\n\nOSLO, June 3, 2024 (AFP) - Chile and Peru will meet on June 10, a spokesman for the Chilean "
        "foreign ministry said on Monday. Chile and Bolivia will meet on June 12, the spokesman said.\n"
    )
    days = {each.days for each in told(text)[0].meetings}
    assert {Interval.day(date(2024, 6, 10)), Interval.day(date(2024, 6, 12))} <= days


def test_a_news_conference_is_no_meeting() -> None:
    text = (
        "President speaks\n\nLIMA, June 3, 2024 (AFP) - The Peruvian president spoke to reporters at a news conference "
        "on Monday.\n"
    )
    assert not told(text)[0].meetings


def test_every_place_that_a_meeting_cites_lies_in_its_report() -> None:
    story = talks()
    for meeting in story.meetings:
        for citation in (*meeting.evidence, *(each.citation for each in meeting.dates)):
            assert story.text_of(citation).strip()
