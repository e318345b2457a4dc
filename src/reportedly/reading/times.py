"""Times: every expression of day, hour, duration or repetition in a report, resolved against the report's own date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.language.tense import EITHER, FUTURE, direction_of, is_of_planned
from reportedly.model.reading import Reading, TimeExpression
from reportedly.model.report import Report, Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.lexer import Lexeme, lex, load_lexicon
from reportedly.reading.time_checks import is_no_time
from reportedly.reading.time_distances import DISTANCES
from reportedly.reading.time_feasts import FEASTS
from reportedly.reading.time_grammar import Match, match_at
from reportedly.reading.time_hours import HOURS
from reportedly.reading.time_lengths import LENGTHS
from reportedly.reading.time_lists import listed
from reportedly.reading.time_points import POINTS
from reportedly.reading.time_quarters import QUARTER_READERS
from reportedly.reading.time_quotes import DEICTIC, day_of_saying, is_quoted, quoted_stretches
from reportedly.reading.time_scene import Reader, Scene
from reportedly.reading.time_spans import SPANS
from reportedly.reading.time_weekdays import WEEKDAYS

READERS: Mapping[str, Reader] = {
    **DISTANCES,
    **FEASTS,
    **HOURS,
    **LENGTHS,
    **POINTS,
    **QUARTER_READERS,
    **SPANS,
    **WEEKDAYS,
}
Pairs = Sequence[tuple[Match, TimeExpression]]
MOST_ANCHORS = 31  # a longer stretch of possible publication days settles nothing
COMPARED = ("ago", "earlier", "quarter_before", "quarter_of_year")
UNDATED = ("month", "month_day", "month_year")  # no year is told
REMEMBERED = 12  # values kept for "the following day"


def find_times(reading: Reading) -> Reading:
    """The reading with its times. Works on plain text as well; the parse only tells past from future."""
    anchors = possible_days(reading.report)
    mentioned: tuple[str, ...] = ()
    found: list[TimeExpression] = []
    said: tuple[int, date] | None = None  # where a sentence with a day of saying ends, and that day
    for span, sentence in _segments(reading):
        lexemes = lex(reading.text, span, load_lexicon("time_words.csv"))
        pairs = _read_sentence(lexemes, sentence, anchors, mentioned)
        for match, expression in pairs:
            mentioned = _remember(mentioned, match, expression.value)
        quoted = quoted_stretches(reading.text, span)
        day = day_of_saying(sentence, [expression for _, expression in pairs], quoted)
        if day is None and said is not None and _goes_on(reading.text, said[0], quoted):
            day = said[1]
        said = (span.end, day) if day is not None else None
        found.extend(_from_day_of_saying(pairs, sentence, quoted, day))
    return replace(reading, times=tuple(found))


def _read_sentence(
    lexemes: Sequence[Lexeme],
    sentence: Sentence | None,
    anchors: Sequence[date],
    mentioned: tuple[str, ...],
) -> Pairs:
    """The shapes of a sentence with their readings, none within another, lists of days taken apart.

    Where a shape has no reading, a shorter one may begin at the next word.
    """
    pairs: list[tuple[Match, TimeExpression]] = []
    place = 0
    while place < len(lexemes):
        match = match_at(lexemes, place)
        place += 1
        if match is None or is_no_time(match, lexemes):
            continue
        for each in listed(match, lexemes):
            expression = _resolve(each, sentence, anchors, mentioned)
            if expression is not None:
                pairs.append((each, expression))
                mentioned = _remember(mentioned, each, expression.value)
                place = each.after
    return pairs


def _goes_on(text: str, end: int, quoted: Sequence[Span]) -> bool:
    """Whether a quotation opens right after a sentence, in the same paragraph."""
    return bool(quoted) and quoted[0].start >= end and text[end : quoted[0].start] in ("", " ")


def _from_day_of_saying(
    pairs: Pairs,
    sentence: Sentence | None,
    quoted: Sequence[Span],
    day: date | None,
) -> Iterator[TimeExpression]:
    """The expressions, those in quotation marks counted from the day on which they were said."""
    for match, expression in pairs:
        spoken = None
        if day and match.rule.reader in DEICTIC and is_quoted(expression.span, quoted):
            spoken = _resolve(match, sentence, (day,), ())
        yield (
            replace(spoken, because=f"{spoken.because}, the day of saying")
            if spoken
            else expression
        )


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
    if direction != FUTURE and match.rule.reader in UNDATED and is_of_planned(sentence, match.span):
        direction = EITHER
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
