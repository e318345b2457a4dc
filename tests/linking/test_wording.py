"""How alike two stretches are in their content words."""

import pytest

from reportedly.linking.wording import (
    families_of,
    firmness_of,
    prepare,
    with_antecedent,
    wording_of,
)
from reportedly.model.span import Span
from tests.linking.samples import draft


def _likeness(first: str, second: str) -> float:
    made = [draft(each[:1], each, parsed=True) for each in (first, second)]
    spans = [Span(0, len(each)) for each in (first, second)]
    wordings = [wording_of(each.reading, (span,)) for each, span in zip(made, spans, strict=True)]
    return prepare(wordings).likeness(0, 1).score


def test_word_families_bridge_verb_and_noun() -> None:
    """Reworded is more alike than another matter with the same names."""
    first = "The envoy welcomed the readiness of Norland to negotiate."
    same = _likeness(first, "The envoy praised Norland's willingness to hold talks.")
    other = _likeness(first, "The envoy of Norland sold a house near the lake.")
    assert same > other + 0.2


def test_likeness_of_nothing_is_nothing() -> None:
    """A stretch without content words is like no other."""
    assert _likeness("It was he.", "The harbour is shut.") < 0.3
    assert _likeness("The harbour is shut.", "The harbour is shut.") == pytest.approx(1.0)


def test_rare_words_bring_candidates() -> None:
    """Words that two stretches share, unless too many have them."""
    texts = ("harbour shut", "harbour open", "harbour wall", "lake shut")
    wordings = prepare(
        [wording_of(draft("a", each).reading, (Span(0, len(each)),)) for each in texts]
    )
    assert wordings.rare_words(2) == {"shut": (0, 3)}


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
