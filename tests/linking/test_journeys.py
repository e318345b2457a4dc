"""Who goes to one place on the same days makes one journey, whether they leave, arrive or are due."""

import pytest

from reportedly.linking.claims import group_claims
from reportedly.linking.journeys import journey_in
from reportedly.model.ontology import Status
from reportedly.model.span import Span
from tests.linking.samples import Draft, Facts, days, draft, story_of


@pytest.mark.parametrize(
    ("text", "place", "who"),
    [
        ("A team of Norwegian divers would leave for Lisbon", "lisbon", "team"),
        ("A group of Norwegian divers will set off for Lisbon", "lisbon", "diver"),
        ("The Norwegian divers are expected in Lisbon", "lisbon", "diver"),
        ("A Vietnamese mission is due in Oslo", "oslo", "team"),
        ("Two Swedish ministers will visit Riga", "riga", "minister"),
        ("Swedish ministers are to arrive in Riga", "riga", "minister"),
    ],
)
def test_who_goes_where(text: str, place: str, who: str) -> None:
    """The place by name, the travellers by what they are called."""
    found = journey_in(draft("a", f"{text}.", parsed=True).reading, Span(0, len(text)))
    assert found is not None
    assert found.place == place
    assert who in found.travellers


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian divers left Lisbon",
        "The Norwegian team is due on Sunday",
        "The Norwegian divers sat in Lisbon",
        "The minister spoke in Riga",
        "The firm sold its ships to Oslo",
        "He left for good",
    ],
)
def test_who_goes_nowhere(text: str) -> None:
    """Leaving a place, being in it, and a day without a place."""
    assert journey_in(draft("a", f"{text}.", parsed=True).reading, Span(0, len(text))) is None


def claims(first: tuple[str, str], second: tuple[str, str], holder: str = "Lund") -> int:
    """How many claims two tellings make: the first as said by somebody, the second as a plan."""

    def telling(report: str, words: str, when: str, status: Status) -> Draft:
        made = draft(report, f"{holder} said that {words}.", parsed=True)
        made = made.with_quote(words, holder)
        first_day, _, last_day = when.partition("..")
        return made.with_assertion(
            words, status, Facts(holder=holder, when=days(first_day, last_day))
        )

    story = story_of(telling("a", *first, Status.POSSIBLE), telling("b", *second, Status.PLANNED))
    return len(group_claims(story).claims)


WEEKEND = "2031-06-07..2031-06-08"
SUNDAY = "2031-06-08"
DIVERS = ("a team of Norwegian divers would leave for Lisbon", WEEKEND)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (DIVERS, ("a Norwegian rescue team is due in Lisbon", SUNDAY), True),
        (DIVERS, ("Norwegian divers will arrive in Lisbon", SUNDAY), True),
        (DIVERS, ("a Swedish rescue team is due in Lisbon", SUNDAY), False),
        (DIVERS, ("a Norwegian rescue team is due in Porto", SUNDAY), False),
        (DIVERS, ("a Norwegian rescue team is due in Lisbon", "2031-06-20"), False),
        (DIVERS, ("a Norwegian king is due in Lisbon", SUNDAY), False),
        (
            ("a team of Norwegian divers would leave for Lisbon if it rained", WEEKEND),
            ("a Norwegian rescue team is due in Lisbon", SUNDAY),
            False,
        ),
    ],
)
def test_one_journey(first: tuple[str, str], second: tuple[str, str], *, one: bool) -> None:
    """'Said they would leave' is "will leave" set back: a plan, on no condition, of the same people."""
    assert claims(first, second) == (1 if one else 2)
