"""What is put off until one day is one thing, however it is told."""

from datetime import date

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.deferrals import deferral_in
from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.span import Span
from tests.linking.samples import Draft, Facts, draft, story_of

JUNE_4 = Interval.day(date(2031, 6, 4))


def told(report: str, text: str, day: str = "June 4", when: Interval = JUNE_4) -> Draft:
    """A report with this sentence."""
    made = draft(report, f"{text}.", parsed=True)
    return made.with_time(day, when) if day in text else made


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council put off its vote on the stadium until June 4", "stadium"),
        ("The council will wait until June 4 to vote on the stadium", "vote"),
        ("The firm will hold off until June 4 with the sale of the mill", "mill"),
        ("The sale of the mill was postponed until June 4", "sale"),
        ("The court adjourned the trial to June 4", "trial"),
        ("The airline will wait until June 4 before it orders 40 jets", "order"),
    ],
)
def test_what_is_put_off(text: str, word: str) -> None:
    """By a verb of delay or one of waiting, with the day and the words of what."""
    reading = told("a", text).reading
    found = deferral_in(reading, Span(0, len(text)))
    assert found is not None
    assert found.until == JUNE_4
    assert word in found.matter


@pytest.mark.parametrize(
    "text",
    [
        "Residents will wait until June 4 for the bus",
        "The shop stays open until June 4",
        "The vote was brought forward to June 4",
        "The council will vote on June 4",
        "The council delayed its vote on the stadium",
        "The mayor will wait for the firm",
    ],
)
def test_what_is_not(text: str) -> None:
    """Waiting for somebody, going on until a day, and another day without delay."""
    assert deferral_in(told("a", text).reading, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (
            "The council has put off its vote on the stadium until June 4",
            "The council will wait until June 4 before it votes on the stadium",
            True,
        ),
        (
            "Norland has delayed its tax on fuel until June 4",
            "Norland will hold off on the fuel tax until June 4",
            True,
        ),
        (
            "The airline has deferred its order for 40 jets until June 4",
            "The airline will wait until June 4 before ordering 40 jets",
            True,
        ),
        (
            "The council has put off its vote on the stadium until June 4",
            "The league will wait until June 4 before it names its referees",
            False,
        ),
        (
            "Norland has delayed its tax on fuel until June 4",
            "Norland will levy its tax on fuel on June 4",
            False,
        ),
    ],
)
def test_to_have_put_off_is_to_wait(first: str, second: str, *, one: bool) -> None:
    """A delay told as done and the same told as a plan are one claim; another matter is another."""
    past = told("a", first).with_assertion(first, Status.HAPPENED, Facts())
    plan = told("b", second).with_assertion(second, Status.PLANNED, Facts(when=JUNE_4))
    assert (len(group_claims(story_of(past, plan)).claims) == 1) is one


def test_until_another_day_it_is_another_delay() -> None:
    """The days must be the same."""
    first, second = (
        "The council has put off its vote on the stadium until June 4",
        "The council will wait until June 9 before it votes on the stadium",
    )
    later = Interval.day(date(2031, 6, 9))
    past = told("a", first).with_assertion(first, Status.HAPPENED, Facts())
    plan = told("b", second, "June 9", later).with_assertion(
        second, Status.PLANNED, Facts(when=later)
    )
    assert len(group_claims(story_of(past, plan)).claims) == 2
