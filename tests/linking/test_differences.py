"""Where tellings do not agree, and where they only sound so."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.claims import group_claims
from reportedly.linking.differences import find_differences
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, DifferenceKind, EntityKind, Status
from reportedly.model.story import Difference, Story
from tests.linking.samples import Draft, Facts, days, draft, entity, story_of, versions

CHAINS = ("aa", "bb", "cc")
ENTITIES = tuple(
    entity(name, country, *((report, name.casefold()) for report in CHAINS))
    for name, country in (("Norland", "NOR"), ("Estmark", "EST"), ("Tarn", "TRN"))
)


def _found(story: Story) -> tuple[Difference, ...]:
    return find_differences(group_claims(story)).differences


def _kinds(story: Story) -> list[DifferenceKind]:
    return [each.kind for each in _found(story)]


def _counted(report: str, figure: str, low: float, high: float | None, published: str) -> Draft:
    words = f"the flood in Norland left {figure} dead"
    made = draft(report, f"Police said {words}.", published=published, parsed=True)
    made = made.with_figure(figure, low, high, "dead")
    return made.with_assertion(words, Status.HAPPENED, Facts(Act.STATEMENT, recipient="Norland"))


def test_figures_that_cannot_both_hold() -> None:
    """Fourteen and nineteen dead of one flood on one day."""
    story = story_of(
        _counted("aa", "14", 14, 14, "2024-05-03"),
        _counted("bb", "19", 19, 19, "2024-05-03"),
        entities=ENTITIES,
    )
    (one,) = _found(story)
    assert one.kind is DifferenceKind.NUMBER
    assert one.values == ("14 dead", "19 dead")
    assert len(one.claims) == 2


def test_a_count_that_grew_is_an_update() -> None:
    """A later report knows of more dead; one that knows of fewer differs."""
    early, late = "2024-05-03", "2024-05-05"
    grown = [
        _counted("aa", "14", 14, 14, early),
        _counted("bb", "19", 19, 19, late),
    ]
    assert _kinds(story_of(*grown, entities=ENTITIES)) == [DifferenceKind.UPDATE]
    fallen = [_counted("aa", "19", 19, 19, early), _counted("bb", "14", 14, 14, late)]
    assert _kinds(story_of(*fallen, entities=ENTITIES)) == [DifferenceKind.NUMBER]


def test_figures_that_agree_are_no_difference() -> None:
    """Over a dozen and fourteen go together."""
    story = story_of(
        _counted("aa", "14", 14, 14, "2024-05-03"),
        _counted("bb", "more than a dozen", 12, None, "2024-05-03"),
        entities=ENTITIES,
    )
    assert _found(story) == ()


def _meeting(report: str, words: str, when: Interval | None, status: Status) -> Draft:
    made = draft(report, f"{words}.", published="2024-02-20", parsed=True)
    return made.with_assertion(words, status, Facts(Act.CONSULT, "Norland", "Estmark", when=when))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (days("2024-03-01", "2024-03-31"), days("2024-03-04"), [DifferenceKind.UPDATE]),
        (days("2024-03-04"), days("2024-03-06"), [DifferenceKind.DATE]),
        (days("2024-03-04"), days("2024-03-04"), []),
        (days("2024-04-01", "2024-04-30"), days("2024-03-04"), []),
        (None, days("2024-03-04"), []),
    ],
)
def test_days_of_a_meeting(
    first: Interval | None, second: Interval, expected: list[DifferenceKind]
) -> None:
    """A day inside a loose time sharpens it, another day differs, silence does not."""
    story = story_of(
        _meeting("aa", "Norland will meet Estmark for talks", first, Status.PLANNED),
        _meeting("bb", "Norland will meet Estmark for the talks", second, Status.PLANNED),
        entities=ENTITIES,
    )
    assert _kinds(story) == expected


@pytest.mark.parametrize(
    ("published", "when", "expected"),
    [
        ("2024-02-24", days("2024-03-04"), 1),
        ("2024-02-24", None, 1),
        ("2024-02-16", days("2024-03-04"), 0),
        ("2024-02-24", days("2024-03-05"), 0),
    ],
)
def test_may_that_became_will(published: str, when: Interval | None, expected: int) -> None:
    """Possible first and planned in a later text: an update that quotes both; not of another day, nor told before."""
    words = (
        "Norland could sail to Estmark with the fleet",
        "Norland will sail to Estmark with the fleet",
    )
    made = draft("aa", f"{words[0]}.", published="2024-02-20", parsed=True)
    facts = Facts(Act.MOBILIZE, "Norland", "Estmark", when=days("2024-03-04"))
    made = made.with_assertion(words[0], Status.POSSIBLE, facts)
    later = draft("bb", f"{words[1]}.", published=published, parsed=True)
    facts = Facts(Act.MOBILIZE, "Norland", "Estmark", "Norland", when=when)
    later = later.with_assertion(words[1], Status.PLANNED, facts)
    found = _found(story_of(made, later, entities=ENTITIES))
    assert [each.note for each in found] == [
        (
            f"possible: “{words[0]}” (the report itself, 2024-02-20), "
            f"then planned: “{words[1]}” (Norland, {published})"
        )
    ] * expected


def test_two_meetings_told_by_one_report_are_no_difference() -> None:
    """Who tells of both days knows them as two meetings."""
    words = "Norland will meet Estmark for talks", "Norland will meet Estmark again for talks"
    both = draft("aa", *(f"{each}." for each in words), published="2024-02-20", parsed=True)
    for each, day in zip(words, ("2024-03-04", "2024-03-06"), strict=True):
        facts = Facts(Act.CONSULT, "Norland", "Estmark", when=days(day))
        both = both.with_assertion(each, Status.PLANNED, facts)
    other = _meeting("bb", words[0], days("2024-03-06"), Status.PLANNED)
    assert _kinds(story_of(both, other, entities=ENTITIES)) == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2024-02-20", DifferenceKind.UPDATE), ("2024-02-24", DifferenceKind.WHETHER)],
)
def test_not_agreed_and_fixed(published: str, expected: DifferenceKind) -> None:
    """No agreement first and a day later is an update; the other way round one of them is wrong."""
    words = "there was no agreement on talks with Estmark"
    first = draft("aa", f"Norland said {words}.", published=published, parsed=True)
    first = first.with_assertion(
        words, Status.NEGATED, Facts(Act.AGREE, "Norland", "Estmark", "Norland")
    )
    second = _meeting("bb", "Norland will meet Estmark", days("2024-03-04"), Status.PLANNED)
    story = story_of(first, second, entities=ENTITIES)
    assert _kinds(story) == [expected]


def _sent(report: str, holder: str = "") -> Draft:
    words = "Norland has sent forty ships to the strait"
    text = f"{holder} said {words}." if holder else f"{words}."
    made = draft(report, text, parsed=True)
    if holder:
        made = made.with_quote(words, holder)
    return made.with_assertion(
        words,
        Status.ALLEGED if holder else Status.HAPPENED,
        Facts(Act.MOBILIZE, "Norland", holder=holder),
    )


def test_an_attribution_that_got_lost() -> None:
    """One version names who says it, the other tells it itself; between other texts that is no difference."""
    words = "Norland has sent forty ships to the strait"
    story = story_of(_sent("aa", "Estmark"), _sent("bb"), entities=ENTITIES)
    assert _found(story) == ()
    (one,) = _found(versions(story, (words, words)))
    assert (one.kind, one.values) == (DifferenceKind.WHO, ("Estmark", "the report itself"))


def test_one_person_under_two_names() -> None:
    """A name garbled beyond spelling is shown; two spellings of a name are not."""

    def named(first: str, second: str) -> Story:
        one = draft("aa", f"{first} spoke.").with_mention(first, EntityKind.PERSON)
        two = draft("bb", f"{second} spoke.").with_mention(second, EntityKind.PERSON)
        person = entity(first, None, ("aa", first.casefold()), ("bb", second.casefold()))
        return story_of(one, two, entities=(person,))

    (one,) = _found(named("Ana Kowal", "Hannah Coval"))
    assert one.values == ("Ana Kowal", "Hannah Coval")
    assert _found(named("Ana Kowalski", "Anna Kowalsky")) == ()
    assert _found(named("Ana Kowal", "Kowal")) == ()


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((EntityKind.ROLE, EntityKind.ORGANISATION), True),
        ((EntityKind.PERSON, EntityKind.PERSON), False),
        ((EntityKind.COUNTRY, EntityKind.ROLE), False),
    ],
)
def test_another_doer_in_the_same_place(
    kinds: tuple[EntityKind, EntityKind],
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    """In one aligned passage an office came out as another; a minister for his country is no difference."""
    first, second = "the harbour master praised the truce", "the harbour board hailed the truce"
    story = story_of(
        draft("aa", f"{first}.", parsed=True).with_assertion(
            first, Status.HAPPENED, Facts(Act.SUPPORT, "Master")
        ),
        draft("bb", f"{second}.", parsed=True).with_assertion(
            second, Status.HAPPENED, Facts(Act.SUPPORT, "Board")
        ),
        entities=(
            entity("Master", "NOR", ("aa", "master"), kind=kinds[0]),
            entity("Board", None, ("bb", "board"), kind=kinds[1]),
        ),
    )
    assert (DifferenceKind.WHO in _kinds(versions(story, (first, second)))) is expected


def test_a_dispute() -> None:
    """The accused denies what another side says of it; its own words against itself are none."""
    charge = draft("aa", "Norland is plotting an attack on Tarn.", parsed=True)
    words = "Norland is plotting an attack on Tarn"
    facts = Facts(Act.ASSAULT, "Norland", holder="Estmark")
    charge = charge.with_assertion(words, Status.ALLEGED, facts)
    denial = draft("bb", "Norland denied any plan to attack Tarn.", parsed=True).with_assertion(
        "Norland denied any plan to attack Tarn",
        Status.DENIED,
        Facts(Act.DENY, "Norland", holder="Norland"),
    )
    (one,) = _found(story_of(charge, denial, entities=ENTITIES))
    assert one.kind is DifferenceKind.WHETHER
    assert len(one.evidence) == 2
    assert one.note.startswith("alleged by Estmark, denied by Norland: “Norland is plotting")


def test_a_denial_of_plans_and_of_the_deed() -> None:
    """Both deny, but not the same thing."""
    lines = ("Norland denied planning to attack Tarn", "Norland denied attacking Tarn")
    made = [
        draft(report, f"{line}.", parsed=True).with_assertion(
            line, Status.DENIED, Facts(Act.DENY, "Norland", holder="Norland")
        )
        for report, line in zip(("aa", "bb"), lines, strict=True)
    ]
    (one,) = _found(story_of(*made, entities=ENTITIES))
    assert one.kind is DifferenceKind.WHETHER
    assert one.note.startswith("some deny plans")


def _hardened(first: str, status: Status, second: str, other: Status) -> Story:
    story = story_of(
        draft("aa", f"{first}.", parsed=True).with_assertion(
            first, status, Facts(Act.ASSAULT, "Norland")
        ),
        draft("bb", f"{second}.", parsed=True).with_assertion(
            second, other, Facts(Act.ASSAULT, "Norland")
        ),
        entities=ENTITIES,
    )
    return versions(story, (first, second))


def test_a_wording_that_hardened() -> None:
    """What one version leaves open the other takes as given."""
    threat = (
        "any attack by Norland would bring sanctions",
        "the attack by Norland will bring sanctions",
    )
    (one,) = _found(_hardened(threat[0], Status.THREATENED, threat[1], Status.THREATENED))
    assert one.kind is DifferenceKind.OVERSTATED
    assert "“any attack”" in one.note
    plan = "Norland may shell the port", "Norland shelled the port"
    (one,) = _found(_hardened(plan[0], Status.POSSIBLE, plan[1], Status.HAPPENED))
    assert one.note == (
        "possible in one version, “Norland may shell the port”, "
        "happened in another, “Norland shelled the port”"
    )


def test_a_place_that_only_a_headline_fixes() -> None:
    """The headline puts the talks in Lund; elsewhere somebody only hopes for it."""
    head = "Norland and Estmark to hold talks in Lund"
    first = draft("aa", "Norland and Estmark will hold talks.", headline=head, parsed=True)
    first = first.with_mention("Lund", EntityKind.PLACE)
    hope = "she hoped to meet in Lund"
    second = draft("bb", f"The minister said {hope}.", parsed=True)
    second = second.with_assertion(hope, Status.PROPOSED, Facts(Act.CONSULT, "Norland"))
    story = story_of(first, second, entities=ENTITIES)
    (one,) = _found(story)
    assert (one.kind, one.values) == (DifferenceKind.PLACE, ("Lund", hope))
    assert _found(story_of(first, entities=ENTITIES)) == ()


def test_a_headline_against_its_body() -> None:
    """What the body denies and the headline tells."""
    head, body = "Norland attacks Tarn", "Norland denied attacking Tarn"
    made = draft("aa", f"{body}.", headline=head, parsed=True)
    made = made.with_assertion(head, Status.HAPPENED, Facts(Act.ASSAULT, "Norland"))
    made = made.with_assertion(body, Status.DENIED, Facts(Act.DENY, "Norland", holder="Norland"))
    (one,) = _found(story_of(made, entities=ENTITIES))
    assert (one.kind, one.values) == (DifferenceKind.OVERSTATED, (head, body))


STATUSES = st.sampled_from(tuple(Status))
ACTS = st.sampled_from(tuple(Act))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(STATUSES, ACTS), min_size=2, max_size=4))
def test_whatever_was_read_each_difference_cites_two_places(
    read: list[tuple[Status, Act]],
) -> None:
    """Any statuses and acts: nothing breaks, every place lies in its text."""
    words = "Norland will meet Estmark in Tarn"
    drafts = [
        draft(f"r{index}", f"{words}.").with_assertion(
            words, status, Facts(act, "Norland", "Estmark", "Tarn", days("2024-03-04"))
        )
        for index, (status, act) in enumerate(read)
    ]
    story = replace(group_claims(story_of(*drafts, entities=ENTITIES)))
    for one in find_differences(story).differences:
        assert len(one.evidence) == len(one.values) > 1
        assert all(story.text_of(each) for each in one.evidence)
