"""Assertions, as marked in tests/fixtures/assertions.txt."""

from dataclasses import replace

import pytest

from reportedly.model.ontology import Grade, Status
from reportedly.model.reading import Assertion, AssertionKind
from reportedly.model.report import Role
from reportedly.reading.assertions import draw_assertions
from tests.reading.told_lines import told, told_lines, unmark


def holder(assertion: Assertion) -> str:
    """Who says it, "-" for the report."""
    return assertion.holder.name if assertion.holder is not None else "-"


@pytest.mark.parametrize("line", told_lines("assertions.txt"))
def test_assertions(line: str) -> None:
    """Each marked clause is one assertion of its kind, status and holder; nothing lies within the others."""
    text, role, marks = unmark(line)
    assertions = told(text, role).assertions
    for mark in marks:
        found = [each for each in assertions if each.span.matches(mark.span)]
        if not mark.says:
            assert not found, found[0].span.of(text)
            continue
        kind, status, who = mark.says.split(" ", 2)
        assert len(found) == 1, [each.span.of(text) for each in assertions]
        assert (found[0].kind.value, found[0].status.value) == (kind, status), found[0].because
        assert who in holder(found[0])


def only(text: str, role: Role = Role.PARAGRAPH) -> Assertion:
    """The one assertion of a sentence."""
    (assertion,) = told(text, role).assertions
    return assertion


def test_attribution_is_cut_off() -> None:
    """The span is the clause without who said it."""
    text = "The ferry will sail on Monday, a harbour official said."
    assert only(text).span.of(text) == "The ferry will sail on Monday"


def test_accused_is_the_actor() -> None:
    """In an accusation the actor is the accused."""
    assertion = only("Norway accused France of bombing the port.")
    assert [each.name for each in assertion.actors] == ["France"]
    assert assertion.holder is not None
    assert assertion.holder.grade is Grade.NAMED_OFFICE


def test_asked_is_the_actor() -> None:
    """In a demand the actor is the one asked to act."""
    assertion = only("Norway urged France to release the sailors.")
    assert assertion.kind is AssertionKind.DEMAND
    assert [each.name for each in assertion.actors] == ["France"]


def test_who_is_asked_may_be_open() -> None:
    """A call for something names nobody who is to do it: the one who calls is no actor."""
    assertion = only("Norway called for a ceasefire.")
    assert assertion.actors == ()
    assert [each.name for each in assertion.recipients] == ["Norway"]


def test_no_fact_lies_ahead() -> None:
    """What has been done is not dated by the day that it is done until."""
    assertion = only("France has delayed its tariff until June 1.")
    assert (assertion.status, assertion.days) == (Status.HAPPENED, None)


def test_demands_in_a_list() -> None:
    """Each item of a list of demands is told apart, held by whose demands they are."""
    text = (
        "Officials ignored France's demands, including leaving the strait and freeing the sailors."
    )
    demands = [each for each in told(text).assertions if each.status is Status.DEMANDED]
    assert [each.span.of(text) for each in demands] == ["leaving the strait", "freeing the sailors"]
    assert [holder(each) for each in demands] == ["France", "France"]


def test_points_into_the_layers() -> None:
    """Event, quotation, times and figures are indexes of the reading."""
    text = "France said 300 soldiers will withdraw from Norway on Monday."
    reading = told(text)
    assertion = next(each for each in reading.assertions if each.status is Status.PLANNED)
    assert assertion.quotation is not None
    assert [reading.times[each].span.of(text) for each in assertion.times] == ["Monday"]
    assert assertion.event is not None
    assert reading.events[assertion.event].lemma == "withdraw"
    assert assertion.figures


def test_headline_is_marked() -> None:
    """What a headline says is marked as such and is no fact in the present tense."""
    assertion = only("Norway invades Denmark", Role.HEADLINE)
    assert assertion.headline
    assert not assertion.status.is_fact


def test_own_side_is_vouched_for() -> None:
    """A speaker's word on the own side stands, on the other side it is alleged."""
    own = told("The Norwegian government said Norway had withdrawn its troops.").assertions[-1]
    other = told("The Norwegian government said France had bombed the port.").assertions[-1]
    assert own.status is Status.HAPPENED
    assert other.status is Status.ALLEGED


def test_sorted_without_duplicates() -> None:
    """Assertions come in text order, no span twice."""
    text = "France said Norway lied. Norway said France lied. France denied it."
    spans = [each.span for each in told(text).assertions]
    assert spans == sorted(set(spans))


def test_nobody_known_says_it() -> None:
    """Where neither mention nor quotation tells who speaks, the holder stays open."""
    text = "Norway accused France of lying. Norway's demands, including leaving Oslo, were read."
    reading = replace(told(text), mentions=(), quotations=())
    assert {each.holder for each in draw_assertions(reading).assertions} == {None}
