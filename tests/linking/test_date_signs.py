"""What speaks for one day rather than another."""

from datetime import date

import pytest

from reportedly.linking.date_bounds import board_of
from reportedly.linking.date_signs import Sign, signs_of
from reportedly.linking.dates import spread
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from tests.linking.test_dates import DATED, SAME_DAM, dated_on, days, reading_of

DAM_DAY = date(2021, 12, 23)


def signs(undated: Reading, *others: Reading) -> dict[str, Sign]:
    """The signs of an undated report among dated ones, by kind."""
    dated = {
        each.report.id: spread(each.report.published.days)
        for each in others
        if each.report.published
    }
    board = board_of(Story("s", (*others, undated)), dated)
    return {each.kind: each for each in signs_of(undated.report.id, board, dated)}


@pytest.mark.parametrize(
    ("words", "value", "kind"),
    [
        ("on Thursday", "XXXX-WXX-4", "weekday"),
        ("last Thursday", "XXXX-WXX-4", "last weekday"),
        ("on Monday", "XXXX-WXX-1", "other weekday"),
        ("on December 23", "XXXX-12-23", "month day"),
        ("last week", "XXXX-WXX", "last week"),
        ("this week", "XXXX-WXX", "this week"),
        ("earlier this month", "XXXX-XX", "month"),
        ("yesterday", "XXXX-XX-XX", "today"),
    ],
)
def test_how_the_day_of_others_is_told(words: str, value: str, kind: str) -> None:
    """'Last week' for what other reports put on a day places a report otherwise than 'on Thursday' does."""
    text = f"Vasquez opened a dam near Sulaco {words}."
    found = signs(reading_of("r", (text,), ((words, value, None),)), DATED)
    assert found[f"event told as {kind}"].anchor == DAM_DAY


def test_older_ways_beside_another_weekday_are_a_kind_of_their_own() -> None:
    """'Arrested on Monday over the flood of December 23': the news is Monday's."""
    text = "Police arrested a man on Monday over the dam of December 23."
    marks = (("Monday", "XXXX-WXX-1", None), ("December 23", "XXXX-12-23", None))
    found = signs(reading_of("r", (text,), marks), DATED)
    assert "event told as month day beside another weekday" in found
    assert found["weekday"].weekday == 1
    assert found["day of a month"].anchor == DAM_DAY


def test_the_same_event_on_a_weekday_has_the_day_of_the_others() -> None:
    """By a name and telling words in common, and it says so."""
    found = signs(SAME_DAM, DATED)
    assert found["much the same event"].anchor == DAM_DAY


def test_without_an_event_the_middle_of_the_story_is_the_anchor() -> None:
    """Reports that tell of no day still have days of their own."""
    silent = reading_of("silent", ("Fishermen mended their nets.",), ())
    near = [dated_on(f"d{day}", f"2021-12-{day}") for day in (20, 22, 23)]
    found = signs(silent, *near)
    assert found["no event"].anchor == date(2021, 12, 22)
    assert found["report"].share == pytest.approx(1 / 3)


def test_days_named_in_full_and_days_to_come() -> None:
    """The latest day named, and the first that is still to come."""
    text = "The dam broke on December 20, 2021. Another will be opened on January 7."
    marks = (
        ("December 20, 2021", "2021-12-20", days("2021-12-20")),
        ("January 7", "XXXX-01-07", None),
    )
    found = signs(reading_of("r", tuple(text.split(". ")), marks), DATED)
    assert found["names a day"].anchor == date(2021, 12, 20)
    assert found["day ahead"].anchor == date(2022, 1, 7)
