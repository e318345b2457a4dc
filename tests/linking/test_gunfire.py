"""Whose fire it is where only the shells are told to do it, and the denial that answers it."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.comparison import telling_of
from reportedly.linking.differences import find_differences
from reportedly.linking.gunfire import fired_from
from reportedly.linking.parties import parties_of
from reportedly.model.ontology import Act, DifferenceKind, EntityKind, Status
from tests.linking.samples import Facts, draft, entity, story_of

STATE = EntityKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Shells fired from Norland killed four people in the town.", {"NOR"}),
        ("Rockets launched from Norland hit a school.", {"NOR"}),
        ("Four people died when shells from Norland struck the market.", {"NOR"}),
        ("The port was hit by missiles that were fired by Norland.", {"NOR"}),
        ("A drone sent from Norland crashed into a tower.", {"NOR"}),
        ("Mortar rounds fired from Norland fell on the village.", {"NOR"}),
        ("Shells fired at Norland killed four people.", set()),
        ("Shells stored in Norland blew up.", set()),
        ("Refugees from Norland crossed the river.", set()),
        ("The workers fired by Norland went to court.", set()),
        ("Shells killed four people, a man from Norland said.", set()),
        ("Norland fired its minister.", set()),
    ],
)
def test_where_fire_comes_from(text: str, sides: set[str]) -> None:
    """From or by whom shells, rockets and drones are told to come; not to whom, nor who else does."""
    made = draft("r", text, parsed=True).with_mention("Norland", STATE, "NOR")
    made = made.with_assertion(text.removesuffix("."), Status.HAPPENED)
    parties = parties_of(story_of(made))
    assert fired_from(telling_of(made.reading, 0, parties), parties) == sides


CHARGE = "Shells fired from Norland killed four people"


@pytest.mark.parametrize(
    ("charge", "denied", "disputed"),
    [
        (CHARGE, "Norland denied that it had fired a shell", True),
        ("Two rockets launched from Norland hit Tarn", "Norland denied sending rockets", True),
        ("Shells from Norland struck Tarn", "Norland denied having fired shells at Tarn", True),
        (CHARGE, "Norland denied that it had closed the bridge", False),
        ("Shells fired from Suderland hit the port", "Norland denied that it fired shells", False),
        ("Shells fired at Norland hit the port", "Norland denied that it fired shells", False),
    ],
)
def test_the_accused_answers(charge: str, denied: str, *, disputed: bool) -> None:
    """A state denies that it fired what is told to have come from it."""
    told = draft("aa", f"{charge}, Estmark said.", parsed=True)
    for name, code in (("Norland", "NOR"), ("Suderland", "SWE"), ("Estmark", "EST")):
        told = told.with_mention(name, STATE, code) if name in charge + "Estmark" else told
    told = told.with_assertion(charge, Status.HAPPENED, Facts(Act.ASSAULT, holder="Estmark"))
    denial = draft("bb", f"{denied}.", parsed=True).with_mention("Norland", STATE, "NOR")
    denial = denial.with_assertion(
        denied, Status.DENIED, Facts(Act.DENY, "Norland", holder="Norland")
    )
    states = tuple(
        entity(name, code, ("aa", name.casefold()), ("bb", name.casefold()), kind=STATE)
        for name, code in (("Norland", "NOR"), ("Suderland", "SWE"), ("Estmark", "EST"))
    )
    story = find_differences(group_claims(story_of(told, denial, entities=states)))
    found = [each for each in story.differences if each.kind is DifferenceKind.WHETHER]
    assert bool(found) is disputed
