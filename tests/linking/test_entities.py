"""Entities of a story: chains of several reports that are one."""

import pytest

from reportedly.linking.entities import merge_entities
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.lineage import Passage, Relation
from reportedly.model.ontology import EntityKind, RelationKind
from reportedly.model.span import Span
from reportedly.model.story import Entity, Story
from tests.reading.marked_reports import read


def story(*texts: str, corrections: tuple[Correction, ...] = (), aligned: bool = False) -> Story:
    """A story of short reports "r0", "r1"...; `aligned`: the first two are versions of one text."""
    readings = tuple(read(text, f"r{number}") for number, text in enumerate(texts))
    whole = [Span(0, len(text)) for text in texts]
    relations = (
        Relation(
            "r0",
            "r1",
            RelationKind.REWORDED,
            0.9,
            certain=True,
            derived=None,
            passages=(Passage(whole[0], whole[-1], 0.9),),
            reasons=(),
        ),
    )
    return merge_entities(Story("s", readings, corrections, relations=relations if aligned else ()))


def entity_with(found: Story, words: str) -> Entity:
    """The entity one of whose variants is these words."""
    return next(each for each in found.entities if words in each.variants)


@pytest.mark.parametrize(
    ("one", "other", "variants"),
    [
        ("Oslo agreed.", "The Norwegian government agreed.", ("Oslo", "The Norwegian government")),
        ("The OSCE met.", "NATO met.", None),
        (
            "White House press secretary Jane Sackie spoke.",
            "White House spokeswoman Jen Psaki spoke.",
            ("White House press secretary Jane Sackie", "White House spokeswoman Jen Psaki"),
        ),
        ("Bill Reed and Ann Lund spoke.", "President Lund left.", ("Ann Lund", "President Lund")),
        ("Danish President Ann Lund spoke.", "Denmark's head of state left.",
         ("Danish President Ann Lund", "Denmark's head of state")),
        ("A Finnish official spoke on Monday.", "A Finnish official spoke on Monday.", None),
        (
            "On Monday a spokesman for the Red Cross spoke.",
            "A spokesperson for the Red Cross told us late Monday of rain.",
            ("a spokesman for the Red Cross", "A spokesperson for the Red Cross"),
        ),
        ("The Norwegian army was ready.", "The Norwegian armed forces were ready.",
         ("The Norwegian army", "The Norwegian armed forces")),
        ("The rebels hold the country's north, Mali said.", "Mali rules.", None),
    ],
)  # fmt: skip
def test_one_entity_or_two(one: str, other: str, variants: tuple[str, str] | None) -> None:
    """Two reports that tell of one, and two that only seem to."""
    found = story(one, other)
    if variants is None:
        assert all(
            each.kind in (EntityKind.COUNTRY, EntityKind.PLACE)
            for each in found.entities
            if len({report for report, _ in each.chains}) > 1
        )
    else:
        assert set(variants) <= set(entity_with(found, variants[0]).variants)


def test_every_chain_lies_in_exactly_one_entity_and_every_mention_is_cited() -> None:
    """Nothing is lost and nothing is shown without its place."""
    found = story("Ann Lund met Bill Reed in Oslo.", "Reed thanked Lund. He left the city.")
    chains = [chain for each in found.entities for chain in each.chains]
    assert len(chains) == len(set(chains))
    assert set(chains) == {
        (reading.report.id, m.entity) for reading in found.readings for m in reading.mentions
    }
    cited = [citation for each in found.entities for citation in each.evidence]
    assert len(cited) == sum(len(reading.mentions) for reading in found.readings)


def test_same_surname_with_other_given_name_is_another_person() -> None:
    """Two of one family in two reports; the bare surname stays open."""
    found = story("Ann Lund spoke.", "Bill Lund spoke.", "President Lund spoke.")
    assert len([each for each in found.entities if each.kind is EntityKind.PERSON]) == 3


def test_bare_surnames_without_a_rival_are_one() -> None:
    """Two reports that never give the given name."""
    found = story("President Kowalski spoke.", "President Kowalski left.")
    assert len(found.entities) == 1


def test_a_surname_of_another_country_is_another_person() -> None:
    """The Danish and the Polish Kowalski."""
    found = story("Danish President Kowalski spoke.", "Polish President Kowalski left.")
    assert len(found.entities) == 2
    named = story("Danish President Anna Kowalski spoke.", "Polish President Anna Kowalski left.")
    assert len(named.entities) == 2


def test_rebels_of_one_part_of_a_country_are_one() -> None:
    """Named differently, in arms in the same place."""
    north = "Mali said the rebels hold towns in the country's north."
    found = story(north, "Mali fears the separatists in the country's north.")
    assert "the separatists in the country's north" in entity_with(found, "the rebels").variants


def test_a_leader_without_title_is_the_head_whom_the_story_names() -> None:
    """The Danish leader of one report, the prime minister of another."""
    found = story("The Danish leader slept.", "Danish Prime Minister Anna Holt spoke.")
    assert "The Danish leader" in entity_with(found, "Danish Prime Minister Anna Holt").variants


def test_names_alike_need_office_or_aligned_sentence() -> None:
    """Half-alike names of two texts stay apart; in the same place of two versions they are one."""
    texts = ("Jane Sackie spoke.", "Jen Psaki spoke.")
    assert len(story(*texts).entities) == 2
    assert len(story(*texts, aligned=True).entities) == 1


def test_a_government_named_after_its_leader() -> None:
    """The country of the leader may stand in another report."""
    found = story("The Lund administration agreed.", "Danish President Ann Lund left Denmark.")
    assert "The Lund administration" in entity_with(found, "Denmark").variants


def test_aligned_sentences_join_described_groups_and_roles() -> None:
    """Two versions of one text: the same place, the same group."""
    texts = ("Danish officials waited. An aide wept.", "Danish officials waited. One aide wept.")
    joined = [e for e in story(*texts, aligned=True).entities if len(e.chains) > 1]
    apart = [e for e in story(*texts).entities if len(e.chains) > 1]
    assert {e.kind for e in joined} == {EntityKind.GROUP, EntityKind.ROLE}
    assert not apart


def test_people_may_say_the_same_and_different() -> None:
    """Corrections outweigh likeness, both ways."""
    same = Correction(CorrectionKind.SAME_ENTITY, "Ann Lund", "Bill Reed", "2024-01-01T00:00:00Z")
    apart = Correction(
        CorrectionKind.DIFFERENT_ENTITY, "Sergei Lund", "Sergey Lund", "2024-01-01T00:00:00Z"
    )
    assert len(story("Ann Lund spoke.", "Bill Reed spoke.", corrections=(same,)).entities) == 1
    assert len(story("Sergei Lund spoke.", "Sergey Lund spoke.").entities) == 1
    assert (
        len(story("Sergei Lund spoke.", "Sergey Lund spoke.", corrections=(apart,)).entities) == 2
    )


def test_ids_stay_when_a_report_is_added() -> None:
    """A later report changes no id."""
    before = {e.id for e in story("Ann Lund met Bill Reed.").entities}
    after = {e.id for e in story("Ann Lund met Bill Reed.", "Ann Lund left Oslo.").entities}
    assert before <= after


def test_an_exact_copy_adds_no_entity() -> None:
    """The same text twice tells of the same people."""
    text = "Canadian Prime Minister Ann Lund met the OSCE in Oslo. Ottawa agreed."
    assert len(story(text, text).entities) == len(story(text).entities)


def test_a_story_without_readings_has_no_entities() -> None:
    """An empty story is no error."""
    assert merge_entities(Story("s", ())).entities == ()


def test_the_foremost_kim_of_the_story() -> None:
    """A bare family name that stands first goes to the leader, not to whose last word it is."""
    found = story(
        "North Korean leader Kim Jong Un spoke. Kim Jong Un left.",
        "Sung Kim led the talks.",
        "Kim is ready.",
    )
    assert "Kim" in entity_with(found, "North Korean leader Kim Jong Un").variants
    open_one = story("Kim Yong Chol spoke.", "Sung Kim spoke.", "Kim is ready.")
    assert entity_with(open_one, "Kim").variants == ("Kim",)


def test_a_surname_taken_for_a_body_joins_its_only_bearer() -> None:
    """The tagger calls a bare "Trump" a body where nothing else tells; listed bodies stay bodies."""
    found = story("President Donald Trump spoke.", "Trump and Norway agreed.")
    assert "Trump" in entity_with(found, "President Donald Trump").variants


def test_the_likelier_spelling_is_shown() -> None:
    """Of two spellings in as many texts that which its report also uses as a bare surname."""
    found = story(
        "White House press secretary Jane Sackie spoke.",
        "White House spokeswoman Jen Psaki spoke. Psaki left.",
    )
    assert entity_with(found, "Psaki").name == "Jen Psaki"


def test_ids_do_not_hang_on_the_order_of_reports() -> None:
    """The same readings in another order: the same ids."""
    texts = ("Ann Lund met a senior Danish official.", "Bo Reed met a senior Danish official.")
    found = story(*texts)
    turned = merge_entities(Story("s", found.readings[::-1]))
    assert {each.id for each in found.entities} == {each.id for each in turned.entities}
    assert len({each.id for each in found.entities}) == len(found.entities)


def test_three_versions_of_one_text_agree_on_a_name() -> None:
    """Names at the same place of all versions are one."""
    texts = ("Jane Sackie spoke.", "Jen Psaki spoke.", "Jen Psaki spoke.")
    readings = tuple(read(text, f"r{number}") for number, text in enumerate(texts))
    whole = [Span(0, len(text)) for text in texts]
    relations = tuple(
        Relation(
            f"r{a}", f"r{b}", RelationKind.REWORDED, 0.9, True, None,
            (Passage(whole[a], whole[b], 0.9),), (),
        )
        for a, b in ((0, 1), (0, 2), (1, 2))
    )  # fmt: skip
    assert len(merge_entities(Story("s", readings, relations=relations)).entities) == 1


def test_short_names_at_the_same_place_are_one_if_spelt_alike() -> None:
    """Sound alone is not enough for short words; without aligned sentences nothing is joined."""
    spelt = ("Diekman spoke.", "Deakman spoke.")
    heard = ("Ohno spoke.", "Yano spoke.")
    assert len(story(*spelt, aligned=True).entities) == 1
    assert len(story(*spelt).entities) == 2
    assert len(story(*heard, aligned=True).entities) == 2
    full = story("Hanna Diekman spoke.", "Deakman spoke.", aligned=True)
    assert entity_with(full, "Deakman").name == "Hanna Diekman"
