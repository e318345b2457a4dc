"""A name is a state's where something is its own that only states have; its bodies and people are of its side."""

import pytest

from reportedly.linking.parties import parties_of
from reportedly.linking.report_chains import chains_of
from reportedly.linking.states import with_states
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Argument
from reportedly.model.span import Span
from tests.linking.samples import Draft, draft, entity, story_of

PLACE, BODY, PERSON = EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.PERSON


def countries_in(*drafts: Draft) -> dict[str, str | None]:
    """The country of each chain by its name."""
    readings = {each.reading.report.id: each.reading for each in drafts}
    chains = [chain for each in drafts for chain in chains_of(each.reading)]
    return {each.name: each.country for each in with_states(chains, readings)}


def told(text: str, name: str, kind: EntityKind = PLACE) -> Draft:
    """A report that names somebody."""
    return draft("r", text, parsed=True).with_mention(name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norland closed the strait, the Norlandic navy said.", "Norland"),
        ("Costaguana called up its men after the Costaguanan army had lost a fort.", "Costaguana"),
        ("Estmark's foreign minister left Oslo. Envoys of Estmark stayed.", "Estmark"),
        ("The defence ministry of Borduria denied it; Borduria has no submarine.", "Borduria"),
        ("Syldavia’s air force flew to the border, and Syldavia asked for talks.", "Syldavia"),
        ("Ruritania agreed, and the Ruritanian armed forces went home.", "Ruritania"),
    ],
)
def test_a_state_is_known_by_what_is_its_own(text: str, name: str) -> None:
    """Its army, navy or minister of foreign affairs, by its name or that of its people."""
    assert countries_in(told(text, name)) == {name: name}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Brookhaven's police and the Brookhaven court closed the road.", "Brookhaven", PLACE),
        ("Bavaria's interior minister spoke in Bavaria's parliament.", "Bavaria", PLACE),
        ("Two men left the Surabaya air force base.", "Surabaya", PLACE),
        ("The company has an army of Lund fans; Lund sings.", "Lund", BODY),
        ("Vasquez's army entered the town, Vasquez said.", "Vasquez", PERSON),
        ("Kestrels nest above the Kestrian army post.", "Kestrels", BODY),
    ],
)
def test_what_others_have_too_makes_no_state(text: str, name: str, kind: EntityKind) -> None:
    """Cities, parts of countries, leaders and singers are none."""
    assert countries_in(told(text, name, kind)) == {name: None}


def test_who_speaks_for_its_army_is_of_it() -> None:
    """By the apposition behind the name; an envoy to the state is not of it, nor is who has it from another report."""
    reports = (
        draft(
            "a",
            "Norland will shut the port, said General Pavel Orsk, the chief of the Norlandic army.",
            "Ruth Lund, the envoy to Norland, left.",
            parsed=True,
        )
        .with_mention("Norland", PLACE)
        .with_mention("Pavel Orsk", PERSON)
        .with_mention("Ruth Lund", PERSON),
        draft("b", "Norland and the Norlandic army said nothing.").with_mention(
            "the Norlandic army", BODY
        ),
    )
    found = countries_in(*reports)
    assert found["Pavel Orsk"] == found["the Norlandic army"] == "Norland"
    assert found["Ruth Lund"] is None


def test_a_state_that_its_report_took_for_a_place_is_a_side() -> None:
    """Its name stands for it where a reading has no party."""
    state = entity("Norland", "Norland", ("a", "norland"), kind=EntityKind.COUNTRY)
    parties = parties_of(story_of(entities=(state,)))
    acts = Argument(Span(0, 7), "Norland", "")
    assert parties.sides_of("b", (acts,)) == {"Norland"}
    assert parties.sides_of("b", (Argument(Span(0, 7), "Lund", ""),)) == frozenset()
