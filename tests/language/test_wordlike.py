"""Names that look like other words are names: an article before a name, an adverb before a verb without a subject."""

import pytest

from tests.language.test_closing import parsed

NAMES = (
    "“They knew the way,” police spokeswoman An Claes told reporters.",
    "“They knew the way,” said An Klaas, a spokeswoman of the police.",
    "The mayor, An Peeters, opened the bridge on Friday.",
    "Judge An De Smet fined the company.",
    "The prize went to An Nguyen of Hanoi.",
    "Defence minister No Kwang Chol inspected the ship.",
)
ARTICLES = (
    "An official said the road was shut.",
    "He said: “An attack is coming.”",
    "They read An Enemy of the People on stage.",
    "The ship, An Ocean Queen, left port.",
    "Police Find An Arms Cache In Ghent",
    "No Swiss bank was fined.",
)


@pytest.mark.parametrize("text", NAMES)
def test_a_name(text: str) -> None:
    """The first word of the name belongs to it, and the office before it is its title."""
    sentence = parsed(text)
    first = next(each for each in sentence.tokens if each.text in ("An", "No"))
    assert (first.pos, first.dep, first.entity) == ("PROPN", "compound", "PERSON")
    assert first.begins
    subjects = [each for each in sentence.tokens if each.dep == "nsubj" and each.lemma != "they"]
    assert len(subjects) <= 1


@pytest.mark.parametrize("text", ARTICLES)
def test_an_article(text: str) -> None:
    """At the start of a sentence, in a title, before a ship or in a headline it is none."""
    first = next(each for each in parsed(text).tokens if each.text in ("An", "No"))
    assert first.dep == "det"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarvia accepted the proposal on Thursday.", "Tarvia"),
        ("Tarvia signed the treaty in May.", "Tarvia"),
        ("Kimberly rejected the proposal on Thursday.", "Kimberly"),
        ("Kimberly backed the mayor.", "Kimberly"),
        ("Ardenly confirmed the sale on Thursday.", "Ardenly"),
        ("Yesterday Tarvia accepted the plan.", "Tarvia"),
    ],
)
def test_a_name_is_the_subject(text: str, name: str) -> None:
    """A name right before a verb that has no subject."""
    sentence = parsed(text)
    subject = next(each for each in sentence.tokens if each.text == name)
    assert (subject.dep, subject.pos) == ("nsubj", "PROPN")


@pytest.mark.parametrize(
    "text",
    [
        "Recently opened the shop again.",
        "Meanwhile accepted as law, the bill was signed.",
        "Originally planned for May, the vote was put off.",
        "Nevertheless accepted, the plan failed.",
        "Reportedly rejected the offer.",
        "Belatedly the town accepted the plan.",
    ],
)
def test_an_adverb_stays_one(text: str) -> None:
    """It does nothing by itself."""
    assert parsed(text).tokens[0].dep != "nsubj"
