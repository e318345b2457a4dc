"""Runs of words as spans: punctuation cut off their ends, and taken in where it stands between."""

from collections.abc import Iterable

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

EDGE = ("PUNCT", "SPACE")


def trim_run(run: list[Token]) -> list[Token]:
    """Without punctuation at the ends; "?" and closing brackets stay where words stand before them."""
    first, last = 0, len(run)
    while first < last and run[first].pos in EDGE and run[first].text not in ("$", "("):
        first += 1
    while (
        last > first
        and run[last - 1].pos in EDGE
        and run[last - 1].text not in ("?", "!", ")", "%")
    ):
        last -= 1
    return run[first:last]


def stretch(tokens: Iterable[Token]) -> Span:
    """From the first of these words to the last."""
    spans = [each.span for each in tokens]
    return Span(spans[0].start, spans[-1].end)


def pieces(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Contiguous runs of words as spans, punctuation cut off their ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and runs[-1][-1].index + 1 == token.index:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = (trim_run(run) for run in runs)
    return tuple(stretch(run) for run in trimmed if run)


def filled(sentence: Sentence, kept: list[Token], verb: Token) -> list[Token]:
    """With the punctuation that the parse hung elsewhere but which stands between the words kept."""
    if not kept:
        return kept
    indexes = {each.index for each in kept}
    between = range(kept[0].index, kept[-1].index)
    for index in between:
        token = sentence.tokens[index]
        if token.pos in EDGE and index != verb.index:
            indexes.add(index)
    return [sentence.tokens[index] for index in sorted(indexes)]


def filled_around(sentence: Sentence, kept: list[Token], taken: set[int]) -> list[Token]:
    """The words kept with the punctuation between them, none of it from the words taken."""
    return [
        each
        for each in filled(sentence, kept, sentence.tokens[min(taken)])
        if each.index not in taken
    ]
