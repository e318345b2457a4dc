"""'The proposal' stands for what was proposed, where nothing else says which."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.referents import wording_at
from reportedly.model.ontology import Act, EntityKind, Status
from tests.linking.samples import Draft, Facts, draft, entity, story_of


def worded(*sentences: str) -> str:
    """The last of these sentences of a report as it is compared."""
    made = draft("r", *sentences, parsed=True)
    return wording_at(made.reading, made.at(sentences[-1])).text


@pytest.mark.parametrize(
    ("before", "told", "meant"),
    [
        ("Oslo proposed talks on fishing.", "Riga agreed to the proposal.", "talks on fishing"),
        ("The firm offered three new ships.", "The navy rejected the offer.", "three new ships"),
        ("Rebels demanded the release of 40 men.", "The army refused the demand.", "release"),
        ("The mayor promised a new bridge.", "Nobody believed the promise.", "a new bridge"),
        ("Oslo proposed a ceasefire from May 10.", "Riga accepted the proposal.", "ceasefire"),
        ("The firm offered a week of leave.", "The union welcomed the offer.", "week of leave"),
    ],
)
def test_what_was_put_forward(before: str, told: str, meant: str) -> None:
    """The object of the verb that put it forward."""
    assert meant in worded(before, told)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Oslo proposed talks on fishing.", "Riga accepted the Swedish proposal."),
        ("Oslo proposed talks on fishing.", "Riga accepted the proposal of Latvia."),
        ("Oslo proposed talks on fishing.", "Riga accepted a proposal."),
        ("Oslo rejected talks on fishing.", "Riga accepted the proposal."),
        ("Oslo demanded talks on fishing.", "Riga accepted the offer."),
        ("Oslo wrote a letter.", "Riga accepted the proposal."),
    ],
)
def test_what_stays_as_it_is(before: str, told: str) -> None:
    """Somebody else's proposal, any proposal, and what nobody put forward."""
    assert worded(before, told) == told


def accepted(report: str, *sentences: str) -> Draft:
    """A report whose last sentence tells that Riga accepts something."""
    words = sentences[-1].removesuffix(".")
    made = draft(report, *sentences, parsed=True)
    return made.with_assertion(words, Status.HAPPENED, Facts(Act.AGREE, "Riga"))


@pytest.mark.parametrize(
    ("proposed", "one"), [("a ceasefire", True), ("a swap of prisoners", False)]
)
def test_to_accept_the_proposal_is_to_accept_what_is_proposed(proposed: str, *, one: bool) -> None:
    """Accepting one thing and accepting another are two claims, though both accept."""
    first = accepted("a", f"Oslo proposed {proposed}.", "Riga accepted the proposal on Thursday.")
    second = accepted("b", "Riga has accepted a ceasefire.")
    riga = entity("Riga", "LVA", ("a", "riga"), ("b", "riga"), kind=EntityKind.COUNTRY)
    story = group_claims(story_of(first, second, entities=(riga,)))
    assert (len(story.claims) == 1) is one
