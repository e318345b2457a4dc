"""A saying within what is said."""

from tests.language.test_closing import parsed


def test_what_is_said_keeps_its_subject() -> None:
    """The source stands behind its verb, and the statement goes on after it."""
    sentence = parsed("His remarks, said Ann Lund, the mayor, are a disgrace to the town.")
    (saying,) = (each for each in sentence.tokens if each.text == "said")
    assert [each.text for each in sentence.children_of(saying, "nsubj")] == ["Lund"]
    assert sentence.root.text == "are"
    assert [each.text for each in sentence.children_of(sentence.root, "nsubj")] == ["remarks"]


def test_a_saying_without_an_interruption_stays() -> None:
    """A name before its verb of saying is its source."""
    sentence = parsed("Ann Lund, the mayor, said the remarks are a disgrace.")
    (subject,) = sentence.children_of(sentence.root, "nsubj")
    assert (sentence.root.text, subject.text) == ("said", "Lund")
