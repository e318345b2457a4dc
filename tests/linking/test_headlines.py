"""Headlines held against their bodies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.headlines import check_headlines
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, EntityKind, Status
from reportedly.model.story import HeadlineCheck
from tests.linking.samples import Draft, Facts, days, draft, story_of
from tests.told import told

HEAD = "Norland and Estmark hold talks"
BODY = "Envoys of Norland and Estmark will hold talks on 4 March"


def _check(made: Draft) -> HeadlineCheck:
    (one,) = check_headlines(story_of(made)).headline_checks
    return one


def _talks(head: str, status: Status, body: str, told: Status, when: Interval | None) -> Draft:
    made = draft("aa", f"{body}.", headline=head, parsed=True)
    made = made.with_assertion(head, status, Facts(Act.CONSULT))
    return made.with_assertion(body, told, Facts(Act.CONSULT, when=when))


def test_what_the_body_leaves_open_is_overstated_by_a_firm_headline() -> None:
    """They "agree to meet" over a meeting that may take place: overstated, with the place in the body."""
    body = "the talks of Norland and Estmark could be held in spring"
    one = _check(_talks(HEAD, Status.HAPPENED, body, Status.POSSIBLE, None))
    assert one.verdict == "overstated"
    assert [each.span.start for each in one.evidence] == [len(HEAD) + 1]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Norland and Estmark to hold talks", Status.PLANNED),
        ("Norland, Estmark may hold talks", Status.POSSIBLE),
        (HEAD, Status.PLANNED),
        (HEAD, Status.HAPPENED),
    ],
)
def test_a_headline_no_firmer_than_its_body_is_supported(head: str, told: Status) -> None:
    """An infinitive, a modal or the present tense promise no more than the plan; a fact may be told so too."""
    one = _check(_talks(head, Status.PLANNED, BODY, told, days("2024-03-04")))
    assert one.verdict == "supported"


def test_a_refusal_in_the_body_contradicts() -> None:
    """Agreed in the headline, no agreement in the body."""
    body = "there is no agreement yet on talks"
    one = _check(_talks("Norland agrees to talks", Status.HAPPENED, body, Status.NEGATED, None))
    assert one.verdict == "contradicted"
    assert body in one.note


def test_a_refusal_of_something_else_does_not() -> None:
    """What is denied has nothing to do with the headline."""
    body = "the mayor denied that the bridge is unsafe"
    one = _check(_talks("Norland agrees to talks", Status.HAPPENED, body, Status.DENIED, None))
    assert one.verdict == "supported"
    assert one.note == "nothing in the body speaks against it"


def test_a_headline_that_says_no_is_not_contradicted_by_a_no() -> None:
    """Both refuse."""
    body = "there is no agreement on talks"
    one = _check(_talks("No agreement on talks", Status.NEGATED, body, Status.NEGATED, None))
    assert one.verdict == "supported"


def test_a_place_of_the_headline_alone() -> None:
    """Lund is nowhere in the body; a place that is there in other words is fine."""
    made = draft("aa", f"{BODY} in the old town.", headline=f"{HEAD} in Lund", parsed=True)
    made = made.with_mention("Lund", EntityKind.PLACE)
    one = _check(made)
    assert (one.verdict, one.note) == ("unsupported", "“Lund” is nowhere in the body")
    assert one.evidence == (one.headline,)
    there = draft("aa", f"{BODY} in Lund.", headline=f"{HEAD} in Lund", parsed=True)
    assert _check(there.with_mention("Lund", EntityKind.PLACE)).verdict == "supported"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Envoys meet - Lund News", "Lund"),
        ("Envoys meet in N.D.", "N.D."),
        ("Envoys meet at Tarn Castle", "Tarn Castle"),
    ],
)
def test_what_may_be_no_place_or_another_name_of_one(headline: str, name: str) -> None:
    """The name of a site, an abbreviation, a name of which the body has a part."""
    made = draft("aa", "They met in Tarn on Monday.", headline=headline, parsed=True)
    assert _check(made.with_mention(name, EntityKind.PLACE)).verdict == "supported"


def test_a_bare_refusal_contradicts_nothing() -> None:
    """Something "was not released": what, the clause does not say."""
    head = "Sheriff releases names"
    one = _check(_talks(head, Status.HAPPENED, "was not released", Status.NEGATED, None))
    assert one.verdict == "supported"


@pytest.mark.parametrize(
    ("body", "when", "verdict"),
    [
        ("on 4 March", days("2024-03-04"), "supported"),
        ("in March", days("2024-03-01", "2024-03-31"), "supported"),
        ("in July", days("2024-07-01", "2024-07-31"), "unsupported"),
    ],
)
def test_a_time_that_no_time_of_the_body_touches(body: str, when: Interval, verdict: str) -> None:
    """Early March is borne out by the fourth and by the month, not by another month."""
    made = draft("aa", f"They will meet {body}.", headline="Talks in early March", parsed=True)
    made = made.with_time("early March", days("2024-03-01", "2024-03-10")).with_time(body, when)
    one = _check(made)
    assert one.verdict == verdict


def test_a_past_day_that_the_body_leaves_out_is_no_finding() -> None:
    """When it happened may stand anywhere on the page; when it will happen is news."""
    made = draft(
        "aa", "Nobody was hurt.", headline="Ferry ran aground on Sunday", published="2024-05-07"
    )
    assert _check(made.with_time("Sunday", days("2024-05-05"))).verdict == "supported"
    assert _check(made.with_time("Sunday", days("2024-05-12"))).verdict == "unsupported"


def test_what_is_refused_of_somebody_else_contradicts_nothing() -> None:
    """The man who was not hit is not the passerby who was."""
    body = "the man, who was not hit"
    one = _check(_talks("Passerby hit as a man flees", Status.HAPPENED, body, Status.NEGATED, None))
    assert one.verdict == "supported"


def test_no_headline_or_no_body_no_check() -> None:
    """Nothing to hold against anything."""
    assert check_headlines(story_of(draft("aa", "A body."))).headline_checks == ()
    assert check_headlines(story_of(draft("aa", headline=HEAD))).headline_checks == ()


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(tuple(Status)), st.sampled_from(tuple(Status)))
def test_any_statuses_give_a_verdict_that_cites(first: Status, second: Status) -> None:
    """Whatever was read, the verdict is one of four and its places lie in the text."""
    made = _talks(HEAD, first, BODY, second, days("2024-03-04"))
    one = _check(made)
    assert one.verdict in ("supported", "unsupported", "overstated", "contradicted")
    assert one.evidence
    assert all(each.span.of(made.reading.text) for each in one.evidence)


def test_an_agreement_over_a_meeting_that_is_only_possible_is_overstated() -> None:
    text = (
        "Kenya and Somalia agree to meet on March 12\n\nNAIROBI, March 4, 2024 (AFP) - A meeting of Kenya and "
        "Somalia could take place on March 12, a Kenyan official said on Monday.\n"
    )
    check = told(text)[0].headline_checks[0]
    assert check.verdict == "overstated"
    assert "possible" in check.note
