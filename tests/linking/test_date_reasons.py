"""Why a report has its date, in one sentence that a reader can check."""

from reportedly.linking.date_clues import clues_of
from reportedly.linking.date_reasons import dropped, named_in_both, once_each, told
from reportedly.model.span import Reason
from tests.linking.test_dates import DATED, SAME_DAM, reading_of

WEEKDAY = Reason("weekday", 0.7, "“Thursday” is 23 December 2021 in another report")
AHEAD = Reason("ahead", 0.9, "speaks of “January” as still to come")
VERSION = Reason("version", 0.8, "a version of a report of 25 December 2021")


def test_two_clues_are_told_the_tying_ones_first() -> None:
    """What hangs on another report is stronger than what lies ahead; nothing dropped is told."""
    assert told((AHEAD, dropped(VERSION), WEEKDAY)) == f"{WEEKDAY.detail}; {AHEAD.detail}"
    assert told((AHEAD, WEEKDAY, VERSION)) == f"{VERSION.detail}; {WEEKDAY.detail}"


def test_each_wording_is_kept_once() -> None:
    """The same clue from two sentences is one reason."""
    assert once_each((WEEKDAY, AHEAD, WEEKDAY)) == (WEEKDAY, AHEAD)


def test_names_stand_as_in_the_text() -> None:
    """Capitals stay, and words of one name stay together."""
    ours, theirs = next(clues_of(SAME_DAM)), next(clues_of(DATED))
    assert named_in_both(ours, theirs) == "Vasquez"
    other = reading_of(
        "o",
        ("On Thursday Juan Vasquez met Zenith in Costaguana",),
        (("Thursday", "XXXX-WXX-4", None),),
    )
    assert "Juan Vasquez" in named_in_both(next(clues_of(other)), theirs)
