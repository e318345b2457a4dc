"""Assertions of several reports that tell one thing."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking import pairing as room
from reportedly.linking.claims import group_claims, status_of
from reportedly.linking.pairing import tellings_of
from reportedly.linking.parties import parties_of
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import Act, Status
from reportedly.model.story import Claim, Story
from tests.linking.samples import Draft, Facts, days, draft, entity, story_of, versions
from tests.told import told

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "claims.txt"
NAMES = ("Norland", "Estmark", "Halland")
ENTITIES = tuple(
    entity(name, None, ("aa", name.casefold()), ("bb", name.casefold()), ("cc", name.casefold()))
    for name in NAMES
)
MARK = re.compile(r"\{\{(.+?)\|(\w+) (\w+) (\S+?)(?:>(\S+) (\S+))?\}\}")


def _cases() -> list[tuple[str, str, str]]:
    lines = FIXTURES.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(verdict.strip(), first, second) for verdict, first, second in rows]


def _marked(report: str, sentence: str) -> Draft:
    """A reading of one marked sentence."""
    found = MARK.search(sentence)
    if found is None:
        raise ValueError(sentence)
    words, status, act, actor, recipient, when = found.groups()
    first, _, last = (when or "-").partition("..")
    made = draft(report, MARK.sub(words, sentence), parsed=True)
    return made.with_assertion(
        words,
        Status(status),
        Facts(
            Act(act),
            "" if actor == "-" else actor,
            "" if recipient in ("-", None) else recipient,
            when=None if first == "-" else days(first, last),
        ),
    )


def _told(story: Story) -> tuple[Claim, ...]:
    return group_claims(story).claims


@pytest.mark.parametrize(("verdict", "first", "second"), _cases())
def test_pairs_of_the_fixture(verdict: str, first: str, second: str) -> None:
    """Each line of tests/fixtures/claims.txt."""
    story = story_of(_marked("aa", first), _marked("bb", second), entities=ENTITIES)
    assert len(_told(story)) == (1 if verdict == "same" else 2)


def _sent(report: str, status: Status, holder: str = "", headline: str = "") -> Draft:
    words = "Norland moved its fleet to the strait of Tarn"
    made = draft(report, f"{words}.", headline=headline, parsed=True)
    return made.with_assertion(words, status, Facts(Act.MOBILIZE, "Norland", holder=holder))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Status.HAPPENED, Status.HAPPENED, Status.HAPPENED),
        (Status.HAPPENED, Status.ALLEGED, Status.ALLEGED),
        (Status.PROMISED, Status.PLANNED, Status.PROMISED),
        (Status.HISTORICAL, Status.ONGOING, Status.HISTORICAL),
    ],
)
def test_a_claim_is_no_firmer_than_its_weakest_fact(
    first: Status, second: Status, expected: Status
) -> None:
    """A fact only where every body tells it as one; else no more than either tells."""
    story = story_of(_sent("aa", first), _sent("bb", second), entities=ENTITIES)
    (claim,) = _told(story)
    assert claim.status is expected


def test_may_and_will_of_two_texts_are_two_claims() -> None:
    """Between texts a possibility is no plan; versions of one text keep what most of them give."""
    words = "Norland moved its fleet to the strait of Tarn"
    drafts = [_sent("aa", Status.POSSIBLE), _sent("bb", Status.PLANNED)]
    story = story_of(*drafts, entities=ENTITIES)
    assert [each.status for each in _told(story)] == [Status.POSSIBLE, Status.PLANNED]
    (one,) = _told(versions(story, (words, words)))
    assert one.status is Status.POSSIBLE
    tellings = tellings_of(story, parties_of(story))
    firm, text = replace(tellings[1]), {"aa": "l1", "bb": "l1"}
    assert status_of((*tellings, firm), text) is Status.PLANNED


def test_the_gist_is_that_of_the_likeliest_original() -> None:
    """Of two versions that name the doer the original's words are shown; a clause cut at its end never."""
    first, second = "Norland moved its fleet to Tarn", "Norland moved its whole fleet to Tarn today"
    drafts = [
        draft(report, f"{words}.", parsed=True).with_assertion(
            words, Status.HAPPENED, Facts(Act.MOBILIZE, "Norland")
        )
        for report, words in (("aa", first), ("bb", second))
    ]
    story = versions(story_of(*drafts, entities=ENTITIES), (first, second))
    assert [each.gist for each in _told(story)] == [first]
    cut = draft("aa", f"{first} and.", parsed=True)
    cut = cut.with_assertion(f"{first} and", Status.HAPPENED, Facts(Act.MOBILIZE, "Norland"))
    story = versions(story_of(cut, drafts[1], entities=ENTITIES), (first, second))
    assert [each.gist for each in _told(story)] == [second]


def test_what_one_side_says_that_another_did_is_alleged() -> None:
    """Estmark says it of Norland: no fact, whatever the verb."""
    (claim,) = _told(story_of(_sent("aa", Status.HAPPENED, "Estmark"), entities=ENTITIES))
    assert claim.status is Status.ALLEGED
    assert claim.voices[0].entity == "e-estmark"


def test_a_headline_alone_makes_no_fact() -> None:
    """What only a headline tells is alleged, and the gist is a body's where there is one."""
    head = "Norland moves its fleet to the strait of Tarn"
    alone = draft("aa", "Ships were seen.", headline=head, parsed=True)
    alone = alone.with_assertion(head, Status.HAPPENED, Facts(Act.MOBILIZE, "Norland"))
    (claim,) = _told(story_of(alone, entities=ENTITIES))
    assert claim.status is Status.ALLEGED
    both = _sent("aa", Status.PLANNED, headline=head)
    both = both.with_assertion(head, Status.HAPPENED, Facts(Act.MOBILIZE, "Norland"))
    (claim,) = _told(story_of(both, entities=ENTITIES))
    assert (claim.status, claim.gist) == (
        Status.PLANNED,
        "Norland moved its fleet to the strait of Tarn",
    )


def test_headlines_of_different_texts_do_not_join() -> None:
    """A headline speaks for its own body, not for another report's headline."""
    head = "Norland moves its fleet to the strait of Tarn"
    both = [
        draft(report, "Ships were seen.", headline=head, parsed=True).with_assertion(
            head, Status.HAPPENED, Facts(Act.MOBILIZE, "Norland")
        )
        for report in ("aa", "bb")
    ]
    assert len(_told(story_of(*both, entities=ENTITIES))) == 2


def test_the_gist_names_who_does_it() -> None:
    """Of two versions the one that names the doer is shown, though the other is longer."""
    lines = (
        "Norland denied any attack on Tarn",
        "yesterday it denied that it attacked Tarn at all",
    )
    made = []
    for report, line, actor in zip(("aa", "bb"), lines, ("Norland", "it"), strict=True):
        one = draft(report, f"{line}.", parsed=True)
        facts = Facts(Act.DENY, actor, "Tarn")
        made.append(one.with_assertion(line, Status.DENIED, facts))
    (claim,) = _told(versions(story_of(*made), lines))
    assert claim.gist == lines[0]


def test_versions_forgive_a_garbled_name() -> None:
    """In an aligned passage a name that came out wrong does not part what belongs together."""
    first = "Norland refused to answer the call of Estmark"
    second = "Halland declined to reply to the call by Estmark"
    story = story_of(
        *(
            draft(report, f"{words}.", parsed=True).with_assertion(
                words, Status.HAPPENED, Facts(Act.REJECT, words.split()[0])
            )
            for report, words in (("aa", first), ("bb", second))
        ),
        entities=ENTITIES,
    )
    assert len(_told(story)) == 2
    assert len(_told(versions(story, (first, second)))) == 1


def test_two_sentences_of_one_report_are_two_claims() -> None:
    """Unless they say nearly the same."""
    lines = ("Norland sent a note to Estmark", "Norland sent a letter to Estmark")
    made = draft("aa", *(f"{each}." for each in lines), parsed=True)
    for line in lines:
        made = made.with_assertion(line, Status.HAPPENED, Facts(Act.CONSULT, "Norland"))
    assert len(_told(story_of(made, entities=ENTITIES))) == 2


def test_what_people_say_overrides() -> None:
    """A correction parts what was joined."""
    story = story_of(_sent("aa", Status.HAPPENED), _sent("bb", Status.HAPPENED), entities=ENTITIES)
    apart = Correction(CorrectionKind.DIFFERENT_CLAIM, "aa:0-45", "bb:0-45", "2024-05-05T00:00:00Z")
    assert len(_told(story)) == 1
    assert len(_told(replace(story, corrections=(apart,)))) == 2
    nowhere = Correction(CorrectionKind.DIFFERENT_CLAIM, "aa", "bb:9-3", "2024-05-05T00:00:00Z")
    assert len(_told(replace(story, corrections=(nowhere,)))) == 1


def test_a_large_story_compares_only_what_shares_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit candidates come from rare words and aligned passages, with the same result."""
    story = versions(
        story_of(_sent("aa", Status.HAPPENED), _sent("bb", Status.HAPPENED), entities=ENTITIES),
        ("Norland moved its fleet", "Norland moved its fleet"),
    )
    before = _told(story)
    monkeypatch.setattr(room, "SMALL_STORY", 0)
    assert _told(story) == before


def test_details_are_gathered() -> None:
    """The narrowest day and the place of a body are the claim's."""
    first, second = "Norland held talks in Tarn on 4 March", "Norland held the talks in Tarn"
    story = story_of(
        draft("aa", f"{first}.", parsed=True).with_assertion(
            first, Status.HAPPENED, Facts(Act.CONSULT, "Norland", when=days("2024-03-04"))
        ),
        draft("bb", f"{second}.", parsed=True).with_assertion(
            second, Status.HAPPENED, Facts(Act.CONSULT, "Norland", place="Tarn")
        ),
        entities=ENTITIES,
    )
    (claim,) = _told(story)
    assert (claim.days, claim.place, claim.actors) == (days("2024-03-04"), "Tarn", ("Norland",))
    assert claim.actor_entities == ("e-norland",)


@settings(deadline=None, max_examples=15)
@given(st.permutations(["aa", "bb", "cc"]))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    """Whatever the order they come in, the same claims come out."""
    made = {"aa": Status.HAPPENED, "bb": Status.ALLEGED, "cc": Status.DENIED}
    shuffled = _told(story_of(*(_sent(each, made[each]) for each in order), entities=ENTITIES))
    sorted_ = _told(
        story_of(*(_sent(each, made[each]) for each in sorted(order)), entities=ENTITIES)
    )
    assert {(each.id, each.evidence) for each in shuffled} == {
        (each.id, each.evidence) for each in sorted_
    }


def test_a_copy_adds_no_origin() -> None:
    """The same text once more: one more report, no more texts and origins."""
    one = story_of(_sent("aa", Status.HAPPENED, "Estmark"), entities=ENTITIES)
    words = "Norland moved its fleet to the strait of Tarn"
    two = story_of(
        _sent("aa", Status.HAPPENED, "Estmark"),
        _sent("bb", Status.HAPPENED, "Estmark"),
        entities=ENTITIES,
    )
    (before,), (after,) = _told(one), _told(versions(two, (words, words)))
    assert after.counts.reports == before.counts.reports + 1
    assert after.counts.texts == before.counts.texts
    assert after.counts.origins == before.counts.origins


def test_talks_that_prepare_a_summit_are_not_the_summit() -> None:
    """Who tells of the one is no second origin of the other, though the day of the summit stands in both."""
    first = (
        "Summit still possible\n\nOSLO, May 25, 2031 (AFP) - A summit of Kenya and Somalia in Geneva could still take "
        "place on June 12, a Kenyan minister said on Sunday.\n"
    )
    second = (
        "Envoys to meet\n\nROME, May 30, 2031 (Reuters) - The talks in Rome would prepare a summit of Kenya and Somalia "
        "in Geneva on June 12, a Somali envoy said on Friday.\n"
    )
    for claim in told(first, second)[0].claims:
        assert claim.counts.origins[1] <= 1
