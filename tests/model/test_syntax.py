"""Looking up what stands at a place of a parsed text."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.reading import Reading
from reportedly.model.report import Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

lengths = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), min_size=1, max_size=12)


def _spans(shape: list[tuple[int, int]]) -> list[Span]:
    """Spans in order: so much space before each, and so long."""
    found: list[Span] = []
    at = 0
    for space, length in shape:
        found.append(Span(at + space, at + space + length))
        at += space + length
    return found


@given(lengths, st.integers(0, 60), st.integers(1, 20))
def test_tokens_and_sentences_of_a_place_are_those_that_overlap_it(
    shape: list[tuple[int, int]], start: int, length: int
) -> None:
    """As looked up one by one."""
    spans, place = _spans(shape), Span(start, start + length)
    tokens = tuple(
        Token(index, span, "", "", "", "", "", index, "", begins=False, children=())
        for index, span in enumerate(spans)
    )
    sentence = Sentence(Span(0, spans[-1].end), Role.PARAGRAPH, tokens)
    assert [each.span for each in sentence.tokens_in(place)] == [
        each for each in spans if each.overlaps(place)
    ]
    sentences = tuple(Sentence(span, Role.PARAGRAPH) for span in spans)
    reading = Reading(Report("", "", "x" * 90, (), Source(), None, "en"), sentences)
    assert [each.span for each in reading.sentences_in(place)] == [
        each for each in spans if each.overlaps(place)
    ]
    at = reading.sentence_at(start)
    holding = [each for each in spans if each.start <= start < each.end]
    assert ([at.span] if at else []) == holding
