"""Events with their parties, as marked in tests/fixtures/events.txt."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.reading import Argument
from reportedly.model.report import Role
from reportedly.reading.events import find_events
from tests.reading.told_lines import told, told_lines, unmark


def names(arguments: tuple[Argument, ...]) -> str:
    """The names of parties as the fixture writes them."""
    return " + ".join(each.name for each in arguments)


@pytest.mark.parametrize("line", told_lines("events.txt"))
def test_events(line: str) -> None:
    """Every marked predicate tells its act by and on the parties marked; nothing where none is marked."""
    text, role, marks = unmark(line)
    for mark in marks:
        found = [each for each in told(text, role).events if mark.span.overlaps(each.predicate)]
        if not mark.says:
            assert not found
            continue
        act, _, parties = mark.says.partition(" ")
        actors, _, recipients = parties.partition(">")
        assert found[0].act.value == act
        assert names(found[0].actors) == actors.strip()
        if recipients.strip():
            assert names(found[0].recipients) == recipients.strip()


def test_place_and_day() -> None:
    """Where and when come from the clause of the event."""
    event = told("France held talks with Germany in Oslo on Monday.").events[0]
    assert event.place is not None
    assert event.place.of("France held talks with Germany in Oslo on Monday.") == "Oslo"
    assert event.days is not None
    assert event.days.first.isoformat() == "2023-05-08"


def test_day_of_an_inner_clause() -> None:
    """A day inside what is welcomed is not the day of the welcome."""
    event = told("France welcomed the plan that was signed in March 2021.").events[0]
    assert event.days is None


def test_holder_and_outer() -> None:
    """An event inside a quotation is held by the speaker; one inside another points to it."""
    events = told("France said Norway had threatened to bomb the port.").events
    said, threatened, bomb = events
    assert said.holder is None
    assert threatened.holder is not None
    assert threatened.holder.name == "France"
    assert bomb.outer == 1


def test_captions_tell_no_events() -> None:
    """Only body and headline are read."""
    assert told("Norway attacked Denmark.", Role.CAPTION).events == ()


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet="Norway attck dendm,.'“”\n-()", max_size=60))
def test_any_text(text: str) -> None:
    """Every span lies in the text, whatever the text."""
    reading = told(text)
    for event in reading.events:
        for span in (event.predicate, event.clause):
            assert span.end <= len(text)
    for assertion in reading.assertions:
        assert assertion.span.end <= len(text)


def test_names_without_mentions() -> None:
    """Where no mention was found a proper name still stands as party, without a chain."""
    reading = replace(told("Grand Fenwick attacked Ruritania."), mentions=())
    event = find_events(reading).events[0]
    assert [(each.name, each.entity) for each in event.actors] == [("Grand Fenwick", "")]
