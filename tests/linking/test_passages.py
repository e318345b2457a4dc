"""What two reports have word for word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.passages import prepare, shared_runs, span_of
from tests.linking.tellings import HARBOUR, OTHER, reading

SENTENCE = (
    "Both sides have grown wary of a plan that nobody in Aarhus could explain to the town’s people."
)


def test_a_shared_sentence_is_found_to_its_last_mark() -> None:
    """Curly and straight apostrophes are alike, and the full stop belongs to the sentence."""
    a = prepare(reading("a", [HARBOUR[0], SENTENCE]))
    b = prepare(reading("b", [SENTENCE.replace("’", "'"), OTHER[0]]))
    (run,) = shared_runs(a, b)
    assert span_of(a, run.a).of(a.text) == SENTENCE
    assert span_of(b, run.b).of(b.text) == SENTENCE.replace("’", "'")
    assert run.unquoted == run.length == 18


def test_quoted_words_are_told_apart() -> None:
    """The same quotation in two reports has no unquoted words but those around it."""
    quote = "“We shall keep every pier open for as long as there are ships to moor at it,”"
    a = prepare(reading("a", [f"{quote} she said."]))
    b = prepare(reading("b", [f"The director told reporters: {quote}"]))
    (run,) = shared_runs(a, b)
    assert run.length == 17
    assert run.unquoted == 0


def test_the_fingerprint_ignores_typography() -> None:
    """White space, case and marks do not make another text."""
    a = prepare(reading("a", ["The town’s  people"]))
    b = prepare(reading("b", ["THE TOWN'S PEOPLE!"]))
    assert a.fingerprint == b.fingerprint


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.sampled_from(HARBOUR + OTHER), max_size=6),
    st.lists(st.sampled_from(HARBOUR), max_size=6),
)
def test_runs_are_the_same_words_on_both_sides(first: list[str], second: list[str]) -> None:
    """Each run cites the same words, and its spans lie in their texts."""
    a, b = prepare(reading("a", first or ["-"])), prepare(reading("b", second or ["-"]))
    for run in shared_runs(a, b):
        assert a.words[slice(*run.a)] == b.words[slice(*run.b)]
        assert span_of(a, run.a).end <= len(a.text)
        assert span_of(b, run.b).end <= len(b.text)
