"""The encoder behind its face: rows for words, window by window."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language import encoder
from reportedly.language.encoder import BEFORE, PIECES, WIDTH, Pieces, score
from reportedly.model.span import Span

TEXT = "The army shelled the port. It will leave on Monday."
SENTENCES = (Span(0, 26), Span(27, 51))


def spans(*words: str) -> list[Span]:
    """The places of these words in the text."""
    return [Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words]


def test_each_word_has_a_row() -> None:
    rows = score(TEXT, SENTENCES, spans("shelled", "leave"))
    assert rows.shape == (2, WIDTH)
    assert np.abs(rows).max() > 0
    assert score(TEXT, SENTENCES, []).shape == (0, WIDTH)


def test_a_row_hangs_on_the_words_alone_and_not_on_what_else_is_asked() -> None:
    (alone,) = score(TEXT, SENTENCES, spans("leave"))
    _, beside = score(TEXT, SENTENCES, spans("shelled", "leave"))
    assert np.array_equal(alone, beside)


def test_a_row_hangs_on_the_sentence_before() -> None:
    (alone,) = score(TEXT, SENTENCES[1:], spans("leave"))
    (after,) = score(TEXT, SENTENCES, spans("leave"))
    assert not np.array_equal(alone, after)


def test_a_window_met_before_is_not_worked_out_again() -> None:
    score(TEXT, SENTENCES, spans("leave"))
    before = encoder._rows_of.cache_info().hits  # noqa: SLF001 - what is kept cannot be seen otherwise
    score(TEXT, SENTENCES, spans("shelled"))
    assert encoder._rows_of.cache_info().hits == before + 1  # noqa: SLF001


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=12))
def test_windows_judge_each_piece_once_and_are_no_longer_than_the_encoder_takes(
    lengths: list[int],
) -> None:
    cuts = np.cumsum([0, *lengths])
    size = int(cuts[-1])
    pieces = Pieces(tuple(range(size)), tuple(range(size)), tuple(cuts[:-1].tolist()))
    windows = list(encoder._windows(pieces))  # noqa: SLF001 - the property is that of the windows
    judged = [piece for each in windows for piece in range(each.judged, each.end)]
    assert judged == list(range(size))
    for each in windows:
        assert each.last - each.first <= PIECES
        assert each.first <= each.judged < each.end <= each.last
        assert each.judged - each.first <= BEFORE


@pytest.mark.parametrize("text", ["", "\n", "…", "\ud800 broke", "é" * 900])
def test_odd_text_breaks_nothing(text: str) -> None:
    words = [Span(0, len(text))] if text else []
    assert score(text, words, words).shape == (len(words), WIDTH)
