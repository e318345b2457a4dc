"""What stands behind an opening attribution is a statement, and no description of the name."""

import pytest

from tests.language.test_closing import parsed

OPENING = "According to harbour master Ann Lund, "


@pytest.mark.parametrize(
    "statements",
    [
        ("the port was ready to open", "a team of divers would leave for Oslo at the weekend"),
        ("the road stays shut", "nobody will be paid before Friday"),
    ],
)
def test_both_statements_stand_behind_the_attribution(statements: tuple[str, str]) -> None:
    """The first heads the sentence, and the second goes on from it."""
    sentence = parsed(f"{OPENING}{', and '.join(statements)}.")
    assert OPENING.endswith(" ")
    assert sentence.root.span.start < len(OPENING) + len(statements[0])
    assert sentence.root.span.start >= len(OPENING)
    (name,) = (each for each in sentence.tokens if each.text == "Lund")
    assert not sentence.children_of(name, "relcl")


def test_a_clause_with_who_still_describes_the_name() -> None:
    """Behind "who" stands statement of its own."""
    text = "According to Ann Lund, who leads the port, the road stays shut."
    sentence = parsed(text)
    (name,) = (each for each in sentence.tokens if each.text == "Lund")
    assert [each.text for each in sentence.children_of(name, "relcl")] == ["leads"]
