"""A second verb with a tense of its own belongs to the verb that has one too."""

import pytest

from tests.language.test_closing import parsed


def test_a_finite_verb_is_not_joined_to_an_infinitive() -> None:
    """Who urged is who offered; the one who was urged only lifts."""
    sentence = parsed("The minister urged Rome to lift the ban and offered to meet in Oslo.")
    offered = next(each for each in sentence.tokens if each.text == "offered")
    assert sentence.head_of(offered).text == "urged"
    lift = next(each for each in sentence.tokens if each.text == "lift")
    assert offered not in sentence.subtree(lift)


def test_two_infinitives_stay_together() -> None:
    """Both are what Rome is to do."""
    sentence = parsed("The minister urged Rome to lift the ban and to open the port.")
    opened = next(each for each in sentence.tokens if each.text == "open")
    assert sentence.head_of(opened).text == "lift"


PROPOSING = (
    ("He urged Rome to lift the ban and proposed talks in Oslo this month.", "urged"),
    ("The minister asked the rebels to free the crew and proposed negotiations.", "asked"),
    ("She urged the senate to pass the bill and proposed amendments.", "urged"),
    ("The prime minister rejected the ultimatum and proposed talks.", "rejected"),
    ("The union asked the firm to drop its plan and proposed meetings.", "asked"),
    ("Beira told Sulaco to remove the ship and proposed consultations on fishing.", "told"),
)
DESCRIBING = (
    "The council rejected the tax and proposed cuts in spending.",
    "Lawmakers debated the tariffs and proposed sanctions.",
    "The paper listed attacks and proposed talks.",
    "The court heard of the plan and proposed changes.",
    "The minister welcomed the visit and the proposed talks.",
    "The envoys spoke of the visit and of proposed talks.",
)


@pytest.mark.parametrize(("text", "verb"), PROPOSING)
def test_who_urges_proposes_too(text: str, verb: str) -> None:
    """'And proposed talks' is a second deed: talks are not lifted, and no noun is joined to a verb."""
    sentence = parsed(text)
    proposed = next(each for each in sentence.tokens if each.text == "proposed")
    assert proposed.tag == "VBD"
    assert sentence.head_of(proposed).text == verb
    assert sentence.children_of(proposed, "dobj")


@pytest.mark.parametrize("text", DESCRIBING)
def test_what_is_proposed_may_be_described(text: str) -> None:
    """A participle that can be an adjective as well stays one."""
    sentence = parsed(text)
    proposed = next(each for each in sentence.tokens if each.text == "proposed")
    assert proposed.dep == "amod"


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("She said the port was open and that two ships would leave.", "leave", "was"),
        (
            "She said that the port was open if it was dry and that two ships will leave.",
            "leave",
            "was",
        ),
        (
            "The union said that talks went on because nobody had left and that a deal was near.",
            "was",
            "went",
        ),
        (
            "He said that the mill would close when the contract ended and that 40 people would go.",
            "go",
            "close",
        ),
        (
            "The mayor promised that the road would reopen once it was dry and that the bus would run.",
            "run",
            "reopen",
        ),
        (
            "The court said that the firm would be fined unless it paid and that its owner was warned.",
            "warned",
            "fined",
        ),
        ("She said that she would go if it rained and the road was shut.", "shut", "rained"),
        (
            "They said that the port would close if Oslo insisted that it pay and that it leave.",
            "leave",
            "pay",
        ),
    ],
)
def test_and_that_goes_on_with_the_clause_that_begins_so(text: str, verb: str, head: str) -> None:
    """What follows "and that" hangs on no condition of the clause before; what "and" alone joins may."""
    sentence = parsed(text)
    found = [each for each in sentence.tokens if each.text == verb][-1]
    assert sentence.head_of(found).text == head
