"""Where a content begins and ends: whole marked stretches, no stray marks, no "that" before it."""

from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.quote_marks import DOUBLE, Quoted

MARKS = DOUBLE + "'‘’"
END = ".,;:"


def with_marks(
    text: str, content: Sequence[Span], marks: Sequence[Quoted], *, named: bool
) -> tuple[Span, ...]:
    """The content with the whole of each marked stretch that it touches; pieces that then meet are one.

    A name (`named`: "called the board's [“shameless greed”]") takes marked words that follow it, too.
    """
    pieces: list[Span] = []
    for piece in content:
        grown = _grown(text, piece, marks, named=named)
        if pieces and pieces[-1].end >= grown.start:
            pieces[-1] = pieces[-1].joined(grown)
        else:
            pieces.append(grown)
    return tuple(without_stray_marks(text, each, marks) for each in pieces)


def _grown(text: str, piece: Span, marks: Sequence[Quoted], *, named: bool) -> Span:
    """A piece with the marked stretches that it touches."""
    grown = piece
    for mark in marks:
        between = text[grown.end : mark.span.start]
        if (named and between.isspace()) or mark.inner.overlaps(grown):
            grown = grown.joined(mark.span)
        if _says_all(text, mark, grown):
            grown = mark.span
    return grown


def _says_all(text: str, mark: Quoted, piece: Span) -> bool:
    """Whether a content that opens with marked words ends with them: a comma or stop stands before the closing mark."""
    ended = mark.closed and mark.inner.of(text).rstrip()[-1:] in tuple(",!?.")
    return ended and piece.start == mark.span.start and piece.end > mark.span.end


def without_stray_marks(text: str, piece: Span, marks: Sequence[Quoted]) -> Span:
    """A piece without marks at its ends that belong to no pair: `it's real."` said without an opening mark."""
    start, end = piece.start, piece.end
    while end > start + 1 and text[end - 1] in DOUBLE and not _ends_pair(marks, end):
        end -= 1
    if end < piece.end:
        while end > start + 1 and text[end - 1] in END:
            end -= 1
    while end > start + 1 and text[start] in DOUBLE and not _opens_pair(marks, start):
        start += 1
    return Span(start, end)


def _ends_pair(marks: Sequence[Quoted], end: int) -> bool:
    return any(mark.span.end == end for mark in marks)


def _opens_pair(marks: Sequence[Quoted], start: int) -> bool:
    return any(mark.span.start == start for mark in marks)


def without_that(sentence: Sentence, piece: Span) -> Span:
    """A piece without the "that" which only leads to it: the parse does not always say that it does."""
    tokens = sentence.tokens_in(piece)
    leads = len(tokens) > 1 and tokens[0].text.lower() == "that" and tokens[0].tag == "IN"
    return Span(tokens[1].span.start, piece.end) if leads else piece
