"""Times inside quotation marks count from the day of saying: "We meet tomorrow," he said on Tuesday."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.language.tense import is_told_on
from reportedly.model.reading import TimeExpression
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

DEICTIC = ("ago", "day_word", "part_today", "unit_relative", "weekday_of_week", "weekend")
OPENS = "“„"
CLOSES = "”"
EITHER = '"'


def quoted_stretches(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches of a sentence between quotation marks; one that is open runs to the sentence's end.

    Straight marks of an odd number tell nothing.
    """
    either = [place for place in range(span.start, span.end) if text[place] == EITHER]
    if either:
        return _straight(either)
    return tuple(_curly(text, span))


def _straight(places: Sequence[int]) -> tuple[Span, ...]:
    if len(places) % 2:
        return ()
    pairs = zip(places[::2], places[1::2], strict=True)
    return tuple(Span(start, end + 1) for start, end in pairs)


def _curly(text: str, span: Span) -> Iterator[Span]:
    start: int | None = None
    closed = False
    for place in range(span.start, span.end):
        if text[place] in OPENS:
            start = place
        elif text[place] in CLOSES and (start is not None or not closed):
            yield Span(span.start if start is None else start, place + 1)
            start, closed = None, True
    if start is not None:
        yield Span(start, span.end)


def day_of_saying(
    sentence: Sentence | None, found: Sequence[TimeExpression], quoted: Sequence[Span]
) -> date | None:
    """The one day outside the quotation marks on which something was said, else None."""
    if sentence is None or not quoted:
        return None
    days = {
        time.days.first
        for time in found
        if time.days is not None
        and time.days.days == 1
        and not is_quoted(time.span, quoted)
        and is_told_on(sentence, time.span)
    }
    return days.pop() if len(days) == 1 else None


def is_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether a stretch lies between quotation marks."""
    return any(each.start <= span.start and span.end <= each.end for each in quoted)
