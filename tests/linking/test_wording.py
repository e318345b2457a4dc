"""The content words of a stretch, their families and how firm they sound."""

import pytest

from reportedly.linking.wording import families_of, firmness_of, with_antecedent, wording_of
from reportedly.model.span import Span
from tests.linking.samples import draft


def test_what_points_back_is_read_with_the_sentence_before() -> None:
    """Such plans: which plans? Those of the sentence before."""
    made = draft("a", "Norland may attack the port.", "Estmark denies such plans.", parsed=True)
    span = made.at("Estmark denies such plans")
    assert "attack" in with_antecedent(made.reading, span).content
    assert (
        with_antecedent(made.reading, made.at("Norland may attack the port")).content[-1] == "port"
    )
    alone = draft("a", "Estmark denies such plans.", parsed=True)
    assert with_antecedent(alone.reading, Span(0, 25)) == wording_of(alone.reading, (Span(0, 25),))


@pytest.mark.parametrize("parsed", [True, False])
def test_signs_of_firmness(parsed: bool) -> None:  # noqa: FBT001 - a table
    """Read from lemmas where there is a parse, else from the words."""
    text = "They may not plan a strike"
    made = draft("a", text, parsed=parsed)
    found = firmness_of(made.reading, (Span(0, len(text)),))
    assert found == {"open", "negated", "intended"}


def test_families_leave_names_out() -> None:
    """A summit is a meeting; a name is no family."""
    text = "The summit in Norland failed"
    assert families_of(draft("a", text, parsed=True).reading, Span(0, len(text))) == {
        "meet",
        "fail",
    }
