"""Conditions and what is waited for: never told as done, not even in the present tense."""

import pytest

from reportedly.model.ontology import Status
from tests.reading.told_lines import told


def status_told(line: str, words: str) -> Status:
    """The status of the assertion or event that opens with these words."""
    reading = told(line)
    for assertion in reading.assertions:
        if assertion.span.of(line).startswith(words):
            return assertion.status
    return next(each.status for each in reading.events if each.predicate.of(line) == words)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Norland wants guarantees before Peru gives up its missiles.", "Peru"),
        ("The envoys will talk until the rebels leave the town.", "the rebels"),
        ("Oslo will sign once the rebels attack the ships.", "attack"),
        ("The team looked at hotels in case the visit goes ahead.", "the visit"),
        ("Police will invade the harbour should the rebels attack the ships.", "attack"),
    ],
)
def test_what_is_not_there_yet_is_open(line: str, words: str) -> None:
    assert status_told(line, words) is Status.POSSIBLE


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The envoys talked before the rebels left the town.", "the rebels"),
        ("The envoys left after the guards closed the harbour.", "the guards"),
    ],
)
def test_what_came_before_or_after_is_told_as_done(line: str, words: str) -> None:
    assert status_told(line, words) is Status.HAPPENED


def test_may_not_leaves_it_open_and_not_only_denies_nothing() -> None:
    assert status_told("The court may not enforce the ban.", "The court") is Status.POSSIBLE
    assert status_told("Norland did not only shell the town.", "Norland").is_fact


@pytest.mark.parametrize(
    ("line", "word", "status"),
    [
        ("The guards were not able to attack the rebels.", "attack", Status.NEGATED),
        ("The guards were unable to attack the rebels.", "attack", Status.NEGATED),
        ("He rejected reports that the guards attacked the town.", "attacked", Status.DENIED),
        ("Norland wants a law that bans the party.", "bans", Status.POSSIBLE),
        ("The guards left without attacking the rebels.", "attacking", Status.NEGATED),
        ("The plan calls for the guards to attack the town.", "attack", Status.DEMANDED),
        ("Norland has a law that bans the party.", "bans", Status.ONGOING),
    ],
)
def test_what_governs_a_clause_reaches_it(line: str, word: str, status: Status) -> None:
    events = told(line).events
    assert [each.status for each in events if each.predicate.of(line) == word] == [status]
