"""Sentences composed of words and frames, and what the bench makes of them."""

import random
from pathlib import Path

from bench import frames
from bench.frames import compose, unmark
from bench.result import Request

TABLE = Path(frames.__file__).with_name("frames.toml")


def test_marks_are_the_first_words_of_deeds() -> None:
    """What is less than a fact and what is one are told apart by their brackets."""
    text, marks = unmark("Norland ((met)) rebels and vowed to [[close the port]].")
    assert text == "Norland met rebels and vowed to close the port."
    assert [(span.of(text), is_fact) for span, is_fact in marks] == [
        ("met", True),
        ("close", False),
    ]


def _composed(table: str) -> list[tuple[str, str]]:
    return list(compose(table, random.Random(1)))  # noqa: S311 - sampling, not secrecy


def test_every_slot_is_filled() -> None:
    """No brace is left in a composed sentence, and a seed gives the same sentences again."""
    table = TABLE.read_text("utf-8")
    made = _composed(table)
    assert made == _composed(table)
    assert not [each for _, each in made if "{" in each or "}" in each]


def test_plain_demands_are_no_facts() -> None:
    """The first frames, plain ones, hold no false fact."""
    result = frames.run(Request((TABLE,), limit=3))
    assert result.ours["false_facts"] == 0
    assert result.n
