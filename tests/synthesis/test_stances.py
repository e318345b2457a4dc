"""What stand a telling takes, and whose it is."""

import pytest

from tests.told import told

TEMPLATE = """Kenya and Somalia at odds over the border

NAIROBI, March 4, 2024 (AFP) - {}
"""


def _held(sentence: str) -> set[tuple[str, str]]:
    return {
        (each.actor, each.act)
        for story in told(TEMPLATE.format(sentence))
        for each in story.positions
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks were constructive, the Kenyan foreign ministry said.", ("Kenya", "welcome")),
        ("The plan was unacceptable, the Somali foreign ministry said.", ("Somalia", "reject")),
        ("The Kenyan foreign ministry condemned the attack on the port.", ("Kenya", "criticise")),
        ("The Somali foreign ministry urged Kenya to pull its troops back.", ("Somalia", "demand")),
    ],
)
def test_a_stand_is_named_by_its_words(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in _held(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks could be constructive, the Kenyan foreign ministry said.",
        "Kenyan police are investigating the theft of a bus, officials said.",
        "A man pleaded guilty to theft in a Kenyan court on Monday.",
        "Kenyan lawmakers needed to find a majority for the bill on Monday.",
    ],
)
def test_what_takes_no_stand_is_no_position(sentence: str) -> None:
    assert not {act for _, act in _held(sentence)} & {"welcome", "accuse", "demand"}


def test_what_another_does_is_not_the_tellers_stand() -> None:
    held = _held("Somalia has accepted the ceasefire, the Kenyan foreign ministry said on Monday.")
    assert ("Kenya", "accept") not in held


def test_not_yet_is_no_refusal() -> None:
    held = _held("Somalia has not accepted the ceasefire yet, the Kenyan foreign ministry said.")
    assert not {act for _, act in held} & {"accept", "reject"}


def test_a_warning_of_what_others_may_suffer_threatens_nobody() -> None:
    held = _held("Kenyan officials warned that the bill would put Somali sailors at risk.")
    assert not {act for _, act in held} & {"threaten"}


def test_what_somebody_had_to_do_is_a_demand_where_it_is_reported() -> None:
    held = _held("Kenya said on Monday that Somalia had to withdraw its troops.")
    assert ("Kenya", "demand") in held


def test_a_promise_is_that_of_whoever_makes_it() -> None:
    held = _held("The Kenyan foreign ministry promised that Somalia would pay for the wall.")
    assert ("Kenya", "promise") in held
    assert ("Somalia", "promise") not in held


def test_a_lawmaker_speaks_for_no_state() -> None:
    held = _held("Kenyan lawmaker Amina Otieno demanded that the government resign.")
    assert ("Amina Otieno", "demand") in held


def test_whose_relatives_they_are_demands_nothing() -> None:
    held = _held(
        "Relatives of the victims of the attack called for an inquiry in Nairobi on Monday."
    )
    assert not {actor for actor, _ in held} & {"the victims of the attack"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm sank the aid that Somalia needs, the Kenyan foreign ministry said on Monday.",
        "The storm threatens to delay the talks, officials said in Nairobi on Monday.",
        "Kenya could order the troops to leave, the Somali foreign ministry said on Monday.",
        "The Kenyan foreign ministry denied a request for an interview on Monday.",
    ],
)
def test_things_and_refused_requests_take_no_stand(sentence: str) -> None:
    assert not {act for _, act in _held(sentence)} & {"demand", "deny", "threaten"}


def test_what_a_quoted_speaker_tells_of_another_is_not_theirs() -> None:
    held = _held(
        '"He said that the troops must leave the islands," Otieno told reporters on Monday.'
    )
    assert not {act for _, act in held} & {"demand"}


@pytest.mark.parametrize(
    "sentence",
    [
        '"Who will pay for the new border posts?" Kenyan president William Ruto asked.',
        '"I have to stay with my party in this," Kenyan president William Ruto said.',
        "Kenyan president William Ruto called the new posts a waste of public money on Monday.",
        "Kenyan president William Ruto was promised more aid for the border on Monday.",
    ],
)
def test_asking_and_owing_make_no_demand_or_promise(sentence: str) -> None:
    assert not {act for _, act in _held(sentence)} & {"demand", "promise"}


def test_a_call_for_something_is_a_demand() -> None:
    held = _held("Kenyan president William Ruto called for a new post at the border on Monday.")
    assert ("Kenya", "demand") in held


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan judge Ann Otieno urged the army on Monday to open the border.",
        "Kenyan governor Ann Otieno urged the army on Monday to open the border.",
        "The Kenyan Federation of Teachers demanded on Monday that the border be opened.",
        "Kenyan union leader Ann Otieno demanded on Monday that the border be opened.",
    ],
)
def test_a_judge_and_a_union_do_not_speak_for_their_state(sentence: str) -> None:
    held = _held(sentence)
    assert ("Kenya", "demand") not in held
    assert "demand" in {act for _, act in held}


def test_an_attorney_general_speaks_for_the_state() -> None:
    held = _held("Kenyan attorney general Ann Otieno urged Somalia on Monday to open the border.")
    assert ("Kenya", "demand") in held


def test_he_in_quoted_words_is_not_the_speaker() -> None:
    held = _held('"He condemned the attack on the port," Kenyan president William Ruto said.')
    assert ("Kenya", "criticise") not in held
