"""Times: every expression of day, hour, duration or repetition in a report, resolved against the report's own date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.language.tense import direction_of
from reportedly.model.reading import Reading, TimeExpression
from reportedly.model.report import Report, Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.lexer import lex, load_lexicon
from reportedly.reading.time_checks import is_no_time
from reportedly.reading.time_grammar import Match, match_at
from reportedly.reading.time_hours import HOURS
from reportedly.reading.time_lengths import LENGTHS
from reportedly.reading.time_points import POINTS
from reportedly.reading.time_quarters import QUARTER_READERS
from reportedly.reading.time_scene import Reader, Scene
from reportedly.reading.time_spans import SPANS

READERS: Mapping[str, Reader] = {
    **HOURS,
    **LENGTHS,
    **POINTS,
    **QUARTER_READERS,
    **SPANS,
}
MOST_ANCHORS = 31  # a longer stretch of possible publication days settles nothing
COMPARED = ("ago", "earlier", "quarter_before", "quarter_of_year")
REMEMBERED = 12  # values kept for "the following day"


def find_times(reading: Reading) -> Reading:
    """The reading with its times. Works on plain text as well; the parse only tells past from future."""
    anchors = possible_days(reading.report)
    mentioned: tuple[str, ...] = ()
    found: list[TimeExpression] = []
    for span, sentence in _segments(reading):
        lexemes = lex(reading.text, span, load_lexicon("time_words.csv"))
        place = 0
        while place < len(lexemes):
            match = match_at(lexemes, place)
            place += 1
            if match is None or is_no_time(match, lexemes):
                continue
            expression = _resolve(match, sentence, anchors, mentioned)
            if expression is not None:
                found.append(expression)
                place = match.after
                mentioned = _remember(mentioned, match, expression.value)
    return replace(reading, times=tuple(found))


def _remember(mentioned: tuple[str, ...], match: Match, value: str) -> tuple[str, ...]:
    """The last values with this one; a quarter that another is compared with is not what is spoken of."""
    if match.rule.reader in COMPARED and "-Q" in value:
        return mentioned
    return (*mentioned, value)[-REMEMBERED:]


def possible_days(report: Report) -> tuple[date, ...]:
    """The days on which the report may have been published; () where that is unknown or too wide."""
    if report.published is None or report.published.days.days > MOST_ANCHORS:
        return ()
    days = report.published.days
    return tuple(days.first + timedelta(step) for step in range(days.days))


def _segments(reading: Reading) -> Iterator[tuple[Span, Sentence | None]]:
    """Sentences and blocks of dates in order; the blocks, or the whole text, where nothing was split yet."""
    sentences: list[tuple[Span, Sentence | None]] = [
        (each.span, each) for each in reading.sentences
    ]
    if not sentences:
        sentences = [
            (block.span, None) for block in reading.report.blocks if block.role is not Role.DATE
        ]
    if not sentences and reading.text:
        sentences = [(Span(0, len(reading.text)), None)]
    for span in reading.report.spans_of(Role.DATE):
        if not any(span.overlaps(other) for other, _ in sentences):
            sentences.append((span, None))
    yield from sorted(sentences, key=lambda pair: pair[0])


def _resolve(
    match: Match, sentence: Sentence | None, anchors: Sequence[date], mentioned: tuple[str, ...]
) -> TimeExpression | None:
    """The expression with the value that every possible day of publication gives, else its value without a date."""
    direction = direction_of(sentence, match.span)
    reader = READERS[match.rule.reader]
    open_draft = reader(match, Scene(None, direction, mentioned))
    drafts = [reader(match, Scene(anchor, direction, mentioned)) for anchor in anchors]
    values = {draft.value if draft else None for draft in drafts}
    draft = drafts[0] if len(values) == 1 else open_draft
    if draft is None:
        return None
    because = draft.because
    if len(values) > 1:
        because = f"{because}; the days of publication that are possible give different answers"
    elif len(anchors) > 1:
        because = f"{because}; any other day up to {anchors[-1]} gives the same"
    return TimeExpression(
        match.span, draft.type, draft.value, draft.days, because, draft.alternative
    )
