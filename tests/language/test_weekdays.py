"""A weekday before a name belongs to its preposition."""

import pytest

from tests.language.test_closing import parsed


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("After talks on Friday Lund said the port would open.", "said", "Lund"),
        ("On Thursday North Korea blew up three tunnels.", "blew", "Korea"),
        ("In his letter of Thursday Trump accused the statement of hostility.", "accused", "Trump"),
        ("On Monday Putin met the prime minister of Norway.", "met", "Putin"),
    ],
)
def test_the_name_is_the_subject_and_the_day_is_not_in_it(text: str, verb: str, name: str) -> None:
    """The verb has one subject, and no weekday hangs on it."""
    sentence = parsed(text)
    (head,) = (each for each in sentence.tokens if each.text == verb)
    (subject,) = sentence.children_of(head, "nsubj")
    assert subject.text == name
    assert not any(each.text.endswith("day") for each in sentence.subtree(subject))


def test_a_day_behind_a_verb_of_saying_is_when_it_was_said() -> None:
    """There is no Tuesday Lund in "said Tuesday Lund's plans were"."""
    sentence = parsed("Mayor Ann Berg said Tuesday Lund's plans were a waste of money.")
    (day,) = (each for each in sentence.tokens if each.text == "Tuesday")
    assert sentence.head_of(day).text == "said"
    assert day.entity == "DATE"
