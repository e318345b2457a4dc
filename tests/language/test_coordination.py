"""A second verb with a tense of its own belongs to the verb that has one too."""

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
