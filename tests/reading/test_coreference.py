"""Chains inside one report."""

import pytest

from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Reading
from reportedly.reading.coreference import link_mentions
from tests.reading.marked_reports import marked_lines, mention_at, read, unmark


def chains(text: str) -> list[set[str]]:
    """The words of each chain."""
    reading = read(text)
    found: dict[str, set[str]] = {}
    for mention in reading.mentions:
        found.setdefault(mention.entity, set()).add(mention.span.of(text))
    return list(found.values())


@pytest.mark.parametrize("line", [line for line in marked_lines() if "#" in line])
def test_marked_chains_hold_together_and_apart(line: str) -> None:
    """One label, one chain; another label, another chain."""
    text, marks = unmark(line)
    reading = read(text)
    ids: dict[str, set[str]] = {}
    for mark in marks:
        mention = mention_at(reading, mark.span)
        if mark.chain:
            assert mention is not None, mark.span.of(text)
            ids.setdefault(mark.chain, set()).add(mention.entity)
    assert all(len(each) == 1 for each in ids.values()), ids
    assert len(set.union(*ids.values())) == len(ids), ids


def test_the_spokesman_is_the_last_unnamed_one() -> None:
    """A bare "the spokesman" goes back to the last, and never to one of another body."""
    found = chains(
        "A spokesman for the Navy spoke. A spokesman for the Red Cross agreed. The spokesman left."
    )
    assert {"A spokesman for the Red Cross", "The spokesman"} in found
    assert {"A spokesman for the Navy"} in found


def test_the_official_is_nobody_named() -> None:
    """An official without antecedent stays alone even if a minister is named."""
    found = chains("Finance Minister Ann Lund left early. The official gave no reason.")
    assert {"The official"} in found


def test_an_officer_of_an_international_body_is_no_head_of_state() -> None:
    """A president of NATO is not the president whom the report names."""
    found = chains("Danish President Ann Lund came. NATO's Danish president did not.")
    assert {"NATO's Danish president"} in found


def test_a_relative_in_passing_does_not_take_over_the_surname() -> None:
    """Whom the report calls by the bare surname stays so called, unless the other opens a sentence."""
    found = chains(
        "Bill Lund left. Lund lied. It began when Lund's aunt, Ann Lund, was hurt. Lund ran."
    )
    assert {"Bill Lund", "Lund"} in found


def test_two_of_one_surname_stay_apart() -> None:
    """The bare surname goes to the one that the sentence is about, else to the one named last."""
    found = chains("Ann Lund met Bill Lund. Lund smiled.")
    assert {"Bill Lund"} in found
    found = chains("The mayor met Ann Lund, then Bill Lund. Lund smiled.")
    assert {"Ann Lund"} in found
    assert {"Bill Lund", "Lund"} in found


def test_gender_told_by_a_title_keeps_he_and_she_apart() -> None:
    """A spokeswoman is not "he"."""
    found = chains("Spokeswoman Ann Lund met Chairman Bill Reed. He said she was right.")
    assert {"Chairman Bill Reed", "He"} in found
    assert {"Spokeswoman Ann Lund", "she"} in found


def test_he_without_anybody_is_nobody() -> None:
    """A pronoun without antecedent is in no chain: "he" is never shown as a name, nor compared."""
    assert read("He said it was late.").mentions == ()


def test_the_country_of_a_ministry_passes_to_its_minister_only_where_there_is_one() -> None:
    """Two ministries of two countries leave the minister without one; the reason names the ministry."""
    one = read("The Norwegian Foreign Ministry agreed. Foreign Minister Ann Lund spoke.")
    lund = next(m for m in one.mentions if m.kind is EntityKind.PERSON)
    assert lund.country == "NOR"
    assert "Norwegian Foreign Ministry" in lund.because
    other = read("The Norwegian Foreign Ministry agreed. Finance Minister Ann Lund spoke.")
    assert [m.country for m in other.mentions if m.kind is EntityKind.PERSON] == [None]


def test_it_in_a_threat_is_left_open() -> None:
    """Who "it" is in "threatened sanctions if it" the sentence does not say."""
    reading = read("Norway has threatened to impose duties on Chad if it closes the border.")
    assert "it" not in {m.span.of(reading.text) for m in reading.mentions}


def test_a_name_replaced_throughout_is_replaced_in_the_chain() -> None:
    """The same text with another name has the same chains."""
    one = chains("President Ann Lund spoke. Lund left. She was tired.")
    other = chains("President Ann Holm spoke. Holm left. She was tired.")
    assert [{words.replace("Lund", "Holm") for words in chain} for chain in one] == other


def test_no_mentions_no_chains() -> None:
    """An empty layer below is no error."""
    assert link_mentions(Reading(read("Oslo waits.").report)).mentions == ()


def test_whoever_says_it_is_who_did_it() -> None:
    """In "Holt wrote that he had accepted" he is Holt, whoever was told of before."""
    found = chains(
        "Paul Berg met Tom Adams. Adams left. Dan Holt wrote that he had accepted an offer."
    )
    assert {"Dan Holt", "he"} in found


def test_the_possessor_of_somebody_is_not_who_she_is() -> None:
    """In "the captain's daughter said she" it is the daughter."""
    found = chains("The captain's daughter said she knew.")
    assert {"she"} not in found
    assert not any({"she", "The captain"} <= chain for chain in found)


def test_a_plain_description_is_the_one_who_holds_the_office() -> None:
    """The "liberal justice" is the only justice named."""
    found = chains("Supreme Court Justice Ann Lund spoke. The liberal justice was cheered.")
    assert any({"The liberal justice"} < chain for chain in found)


def test_whom_somebody_accuses_is_somebody_else() -> None:
    """In "he accused Holt" he is not Holt, however often Holt was named."""
    found = chains("Dan Holt left. Holt lied. Then Paul Berg came. He accused Holt of a theft.")
    assert not any({"Dan Holt", "He"} <= chain for chain in found)


def test_a_son_is_not_his_father() -> None:
    """A bare surname before "Jr." is named is the father's; "Lund Jr." is the son's."""
    found = chains("President Lund spoke. Lund left. Karl Lund Jr. stayed. Lund Jr. slept.")
    assert {"President Lund", "Lund"} in found
    assert {"Karl Lund Jr.", "Lund Jr."} in found


def test_who_shares_a_surname_with_another_is_no_one_named_before() -> None:
    """Mr Lund is not one of the daughters who are named after him."""
    found = chains("Mr. Lund spoke. He wrote to Eva and Mona Lund. Mona left.")
    assert all("Mr. Lund" not in each or "Mona Lund" not in each for each in found)


def test_a_chairman_of_a_body_is_not_whoever_is_named_later_as_one() -> None:
    """Another body's chairman, named further down, holds another chair."""
    found = chains(
        "The chairman of the Harbour Committee left. They wrote to Karl Berg, the chairman of the union."
    )
    assert all(
        len(each & {"The chairman of the Harbour Committee", "Karl Berg"}) < 2 for each in found
    )


def test_a_department_with_a_name_of_its_own_is_no_other_department() -> None:
    """Its own words in capitals are none of the other's."""
    found = chains("The Department of Fisheries met. The Avonmore Police Department agreed.")
    assert {"The Department of Fisheries"} in found


def test_he_is_not_whom_his_own_clause_names() -> None:
    """Whoever praises Berg's plan is not Berg."""
    text = "Karl Berg and Dan Holt met. Berg was mayor then. In May he praised Berg’s plan."
    reading = read(text)
    he = next(each for each in reading.mentions if each.span.of(text) == "he")
    berg = {each.entity for each in reading.mentions if each.name == "Karl Berg"}
    assert he.entity not in berg


def test_the_organization_is_the_only_body_just_named() -> None:
    """A bare word for a body takes up the one named last; a paper that reports on it is none."""
    found = chains(
        "Clean Harbours met on Monday. It wrote letters. The organization has no members."
    )
    assert any({"Clean Harbours", "The organization"} <= each for each in found)
    found = chains("The mayor told the Avonmore Times so. The organization has no members.")
    assert all(len(each & {"the Avonmore Times", "The organization"}) < 2 for each in found)


def test_a_surname_of_two_words_is_one() -> None:
    """A tagger takes the second half for a body."""
    found = chains("Senator Eva Lund-Berg took a stand. On Monday, Lund-Berg tweeted her support.")
    assert any({"Lund-Berg", "Senator Eva Lund-Berg"} <= each for each in found)
