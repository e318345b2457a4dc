"""Status of events, as marked in tests/fixtures/status.txt."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.ontology import Grade, QuoteKind, Status
from reportedly.model.reading import EventMention, Quotation, Speaker
from reportedly.model.span import Span
from reportedly.reading.effects import combined
from reportedly.reading.events import find_events
from reportedly.reading.status import judge_status
from tests.reading.told_lines import Mark, told, told_lines, unmark

NOT_FACTS = tuple(status for status in Status if not status.is_fact)
NAMES = ("Norland", "Sweden", "Kenya", "Peru")


def event_at(line: str, mark: Mark) -> EventMention:
    """The event whose predicate lies in the mark."""
    text, role, _ = unmark(line)
    return next(each for each in told(text, role).events if mark.span.contains(each.predicate))


@pytest.mark.parametrize("line", told_lines("status.txt"))
def test_status(line: str) -> None:
    """Every marked predicate has its status."""
    for mark in unmark(line)[2]:
        event = event_at(line, mark)
        assert event.status.value == mark.says, event.because


@pytest.mark.parametrize("line", told_lines("status.txt"))
def test_cue_and_reason(line: str) -> None:
    """What is less than a fact says why, and its cue is a word of the text."""
    text, role, marks = unmark(line)
    for mark in marks:
        event = event_at(line, mark)
        assert event.because
        if event.status_cue is not None:
            assert event.status_cue.of(text).strip()
    assert told(text, role).report.text == text


@given(st.sampled_from(Status), st.sampled_from(NOT_FACTS))
def test_less_than_fact_stays_so(outer: Status, inner: Status) -> None:
    """No governor that is less than a fact makes a fact of what is less than one."""
    if not outer.is_fact:
        assert not combined(outer, inner).is_fact


@settings(deadline=None, max_examples=12)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_names_do_not_matter(actor: str, target: str) -> None:
    """Another name of the same kind changes neither act nor status."""
    event = told(f"{actor} threatened to attack {target}.").events[-1]
    assert (event.act.value, event.status) == ("ASSAULT", Status.THREATENED)


@settings(deadline=None, max_examples=10)
@given(st.sampled_from(("bombed the port", "released the sailors", "attacked the convoy")))
def test_wrapping_in_a_denial(deed: str) -> None:
    """A deed is a fact, denied under a denial, possible under a condition."""
    plain = told(f"Norland {deed}.").events[0]
    denied = told(f"The king denied that Norland {deed}.").events[-1]
    condition = told(f"If Norland {deed}, the market would close.").events[0]
    assert plain.status is Status.HAPPENED
    assert denied.status is Status.DENIED
    assert condition.status is Status.POSSIBLE


def test_without_a_parse() -> None:
    """An event whose sentence is gone is possible, not a fact."""
    reading = replace(told("Norland attacked the port."), sentences=())
    assert [each.status for each in judge_status(reading).events] == [Status.POSSIBLE]


def test_verb_of_saying_in_another_sentence() -> None:
    """A quotation's own verb lays its status on sentences of it that it does not govern."""
    text = "Our ships will attack the port. We mean it, the general threatened."
    cue = Span(text.index("threatened"), text.index("threatened") + len("threatened"))
    general = Speaker("the general", "", Grade.SOURCES)
    content = (Span(0, text.index(", the general")),)
    quotation = Quotation(content, QuoteKind.DIRECT, cue, None, general, (), "made", "threaten")
    reading = find_events(replace(told(text), quotations=(quotation,)))
    assert judge_status(reading).events[0].status is Status.THREATENED
