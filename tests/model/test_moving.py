"""Records at other places: every span moves, all else stays."""

from reportedly.model.moving import moved
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span
from reportedly.model.syntax import Sentence, Token


def by_ten(span: Span) -> Span:
    """Ten characters further on."""
    return Span(span.start + 10, span.end + 10)


def test_spans_are_moved_however_deep() -> None:
    token = Token(
        0, Span(0, 3), "War", "war", "NOUN", "NN", "ROOT", 0, "", begins=False, children=()
    )
    sentence = Sentence(Span(0, 4), Role.PARAGRAPH, (token,))
    found = moved((sentence,), by_ten)[0]
    assert found.span == Span(10, 14)
    assert found.tokens[0].span == Span(10, 13)
    assert (found.role, found.tokens[0].lemma) == (Role.PARAGRAPH, "war")
    assert moved(Citation("r", Span(1, 2)), by_ten) == Citation("r", Span(11, 12))


def test_what_holds_no_span_is_the_same_object() -> None:
    for thing in ("words", 3, None, ("a", 1)):
        assert moved(thing, by_ten) == thing
