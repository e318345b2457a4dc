"""The verb that governs a time tells where it lies."""

import pytest

from reportedly.language.parse import parse_sentences
from reportedly.language.tense import FUTURE, OPEN, PAST, direction_of, is_of_planned
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

CASES = (
    ("Officials said Tuesday they will leave the port.", "Tuesday", PAST),
    ("The court will hear the case Tuesday.", "Tuesday", FUTURE),
    ("The council meets Tuesday in Vienna.", "Tuesday", FUTURE),
    ("The minister spoke on Tuesday.", "Tuesday", PAST),
    ("The ministers have agreed to hold talks on Tuesday.", "Tuesday", FUTURE),
    ("Both sides are likely to hold talks on Tuesday.", "Tuesday", FUTURE),
    ("The hearing is scheduled for Tuesday.", "Tuesday", FUTURE),
    ("She arrived ahead of Tuesday's summit.", "Tuesday", FUTURE),
    ("She praised Tuesday's ruling.", "Tuesday", OPEN),
    ("They could not be reached Tuesday.", "Tuesday", OPEN),
    ("Rain on Tuesday", "Tuesday", OPEN),
    ("Envoy to meet rebels on Thursday", "Thursday", FUTURE),
    ("Talks between the ports to resume Monday", "Monday", FUTURE),
    ("Palace says envoys to meet on Thursday", "Thursday", FUTURE),
    ("Leaders set to sign treaty Friday", "Friday", FUTURE),
    ("The judge extended the deadline until Tuesday.", "Tuesday", FUTURE),
    ("The market stayed open until Tuesday.", "Tuesday", PAST),
    ("The offer had been scheduled to expire Friday.", "Friday", PAST),
    ("The guards were told to leave the camp on Thursday.", "Thursday", PAST),
    ("The spokesman says the bridge was closed on Tuesday.", "Tuesday", PAST),
    ("The case is heard on Tuesday.", "Tuesday", OPEN),
    ("She said the rebels had to disarm before May 3.", "May 3", FUTURE),
    ("The union said the mill needed to pay the wages by June 12.", "June 12", FUTURE),
    ("The rebels had to disarm before May 3.", "May 3", PAST),
    ("She said the rebels had left before May 3.", "May 3", PAST),
    ("He said he had to sell before May 3, when the bank took it.", "May 3", PAST),
    ("The bill funds the harbours through Sept. 30.", "Sept. 30", FUTURE),
)
PLANNED = (
    ("He spoke of the Nov. 8 election.", "Nov. 8", True),
    ("They will stay until the party's convention in July.", "July", True),
    ("Nobody forgot the June 23 fire.", "June 23", False),
    ("The mill closed in July.", "July", False),
)


def sentence_of(text: str) -> Sentence:
    """The text as one parsed sentence."""
    return parse_sentences(text, [(Span(0, len(text)), Role.PARAGRAPH)])[0]


@pytest.mark.parametrize(("text", "words", "direction"), CASES, ids=[case[0] for case in CASES])
def test_direction(text: str, words: str, direction: int) -> None:
    """Past, open, or ahead."""
    start = text.index(words)
    assert direction_of(sentence_of(text), Span(start, start + len(words))) == direction


@pytest.mark.parametrize(("text", "words", "planned"), PLANNED, ids=[case[0] for case in PLANNED])
def test_what_is_fixed_beforehand(text: str, words: str, *, planned: bool) -> None:
    """Elections and deadlines are dated by their nearest day, whatever the verb's tense."""
    start = text.index(words)
    assert is_of_planned(sentence_of(text), Span(start, start + len(words))) is planned


def test_nothing_is_planned_without_a_parse() -> None:
    """No sentence, or a span outside it."""
    assert not is_of_planned(None, Span(0, 3))
    assert not is_of_planned(sentence_of("They met on Tuesday."), Span(80, 90))


def test_without_a_parse_everything_is_open() -> None:
    """No sentence, no tokens, or a span outside: nothing is known."""
    sentence = sentence_of("They met on Tuesday.")
    assert direction_of(None, Span(0, 3)) == OPEN
    assert direction_of(Sentence(Span(0, 5), Role.PARAGRAPH), Span(0, 3)) == OPEN
    assert direction_of(sentence, Span(80, 90)) == OPEN
