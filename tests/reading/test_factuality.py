"""How real a predicate is told to be, and what that does to the rules' verdict."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.ontology import Status
from reportedly.model.reading import AssertionKind, Factuality, Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.assertions import draw_assertions
from reportedly.reading.events import days_of
from reportedly.reading.factuality import (
    STATUSES,
    Genre,
    factuality,
    factuality_at,
    weigh_predicates,
    weighed,
)
from reportedly.reading.sentences import split_sentences
from reportedly.reading.status import judge_status, status_of
from reportedly.reading.stretches import clause_span
from reportedly.reading.verdicts import Verdict
from tests.reading.told_lines import told, told_lines, unmark

RULED = Verdict(Status.HAPPENED, None, "past tense")


def number(text: str, word: str, genre: Genre = Genre.NEWS) -> float:
    """The number of a word of a sentence."""
    start = text.index(word)
    return factuality(text, Span(start, start + len(word)), genre)


def read(text: str, role: Role = Role.PARAGRAPH) -> Reading:
    """A report of one block with its sentences and their factualities."""
    report = Report("a", "a", text, (Block(Span(0, len(text)), role, ""),), Source(), None)
    return weigh_predicates(split_sentences(Reading(report)))


def found(**chances: float) -> Factuality:
    """What an encoder might say of a word."""
    return Factuality(Span(0, 4), tuple(chances.get(each.value, 0.0) for each in STATUSES), 0.0)


@pytest.mark.parametrize("genre", list(Genre))
def test_facts_stand_above_what_is_not(genre: Genre) -> None:
    done = number("The army shelled the port on Monday.", "shelled", genre)
    open_one = number("The army might shell the port on Monday.", "shell", genre)
    negated = number("The army did not shell the port on Monday.", "shell", genre)
    assert done > max(open_one, negated)


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(("left", "may leave", "never leaves?", "was to leave")), st.integers(0, 3))
def test_the_number_stays_within_its_bounds(words: str, place: int) -> None:
    start = [0, 4, 13, 13][place]
    assert -3 <= factuality(f"The minister {words}.", Span(start, start + 3)) <= 3


def test_verbs_and_nouns_are_weighed_in_the_body_alone() -> None:
    """No list has all nouns that name an event: "the runoff", "a vigil"."""
    text = "The army shelled the port; it was there after the vigil."
    reading = read(text)
    weighed_words = [each.word.of(text) for each in reading.factualities]
    assert weighed_words == ["army", "shelled", "port", "vigil"]
    assert read(text, Role.HEADLINE).factualities == ()


def test_chances_are_those_of_all_statuses() -> None:
    _, only, _ = read("The army will shell the port.").factualities
    assert len(only.chances) == len(STATUSES)
    assert sum(only.chances) == pytest.approx(1, abs=0.01)
    assert STATUSES[only.chances.index(max(only.chances))] is Status.PLANNED


def test_a_word_is_found_by_its_place() -> None:
    reading = read("The army shelled the port.")
    sentence = reading.sentences[0]
    assert factuality_at(reading, sentence.tokens[2]) == reading.factualities[1]
    assert factuality_at(reading, sentence.tokens[0]) is None
    assert factuality_at(replace(reading, factualities=()), sentence.tokens[2]) is None


def test_a_fact_that_reads_like_a_plan_is_a_plan() -> None:
    told = weighed(RULED, found(planned=0.97, happened=0.03))
    assert told.status is Status.PLANNED
    assert told.because.startswith("the words around tell it as planned")


def test_a_fact_is_told_only_where_it_is_sure() -> None:
    assert weighed(RULED, found(happened=0.3, possible=0.7)).status is Status.POSSIBLE
    assert weighed(RULED, found(happened=0.6, possible=0.4)) is RULED


def test_what_may_be_a_fact_or_this_or_that_is_possible() -> None:
    told = weighed(RULED, found(happened=0.4, planned=0.35, proposed=0.25))
    assert told.status is Status.POSSIBLE
    assert told.because.startswith("the words around leave open")


def test_be_is_not_weighed() -> None:
    text = "It's no port, and it is theirs."
    assert [each.word.of(text) for each in read(text).factualities] == ["port"]


def test_of_what_the_rules_call_a_plan_the_encoder_makes_no_fact() -> None:
    ruled = Verdict(Status.DEMANDED, None, "demands")
    assert weighed(ruled, found(happened=0.99, planned=0.01)) is ruled


@pytest.mark.parametrize("ruled", [Status.DEMANDED, Status.ALLEGED])
@pytest.mark.parametrize("content", [Status.NEGATED, Status.PROMISED])
def test_that_something_not_be_done_or_be_promised_is_still_demanded_or_alleged(
    ruled: Status, content: Status
) -> None:
    verdict = Verdict(ruled, None, "demands")
    assert weighed(verdict, found(**{content.value: 0.99, "possible": 0.01})) is verdict
    assert weighed(verdict, found(possible=0.99)).status is Status.POSSIBLE


@pytest.mark.parametrize("ruled", [Status.THREATENED, Status.DENIED])
def test_a_word_of_threat_or_denial_stands(ruled: Status) -> None:
    verdict = Verdict(ruled, None, "a word of it")
    assert weighed(verdict, found(possible=0.99)) is verdict


def test_where_the_encoder_wavers_the_rules_decide() -> None:
    ruled = Verdict(Status.PLANNED, None, "'will'")
    assert weighed(ruled, found(planned=0.3, proposed=0.5, happened=0.2)) is ruled


def test_what_is_settled_stays() -> None:
    settled = Verdict(Status.PLANNED, None, "told with a day after the report's own", settled=True)
    assert weighed(settled, found(happened=1.0)) is settled
    assert weighed(RULED, None) is RULED


@pytest.mark.parametrize("line", told_lines("factuality.txt"))
def test_status_with_the_sentences_around(line: str) -> None:
    """Every marked predicate has its status where the encoder has its say."""
    text, role, marks = unmark(line)
    reading = weigh_predicates(told(text, role))
    for mark in marks:
        sentence = reading.sentence_at(mark.span.start)
        assert sentence is not None
        verb = sentence.tokens_in(mark.span)[-1]
        days = days_of(reading, sentence, verb, clause_span(sentence, verb))
        verdict = status_of(reading, sentence, verb, days)
        assert verdict.status.value == mark.says, verdict.because


def test_a_demand_that_no_word_gives_to_the_speaker_is_no_demand_of_his() -> None:
    text = (
        "The ministry said the two sides had not discussed the drills, which Norland demands be "
        "stopped."
    )
    reading = draw_assertions(judge_status(weigh_predicates(told(text))))
    assert AssertionKind.DEMAND not in {each.kind for each in reading.assertions}
    assert Status.DEMANDED not in {each.status for each in reading.assertions}
