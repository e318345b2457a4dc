"""Figures: numbers with their bounds, units and what they count. "More than 100,000 troops" is not "100,000 troops"."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.reading import Figure, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.figure_again import counted_again
from reportedly.reading.figure_amounts import WORDS, Amount, amounts
from reportedly.reading.figure_checks import casualties
from reportedly.reading.figure_nouns import counted_noun
from reportedly.reading.lexer import Lexeme, lex, load_lexicon

LONGEST_PHRASE = 40  # lexemes behind a figure among which what it counts stands
NAME_LABELS = frozenset(("PERSON", "ORG", "GPE", "FAC", "LAW", "PRODUCT", "WORK_OF_ART", "EVENT"))


def find_figures(reading: Reading) -> Reading:
    """The reading with its figures; dates, times, years, ages and numbers in names are none."""
    taken = tuple(time.span for time in reading.times)
    found: list[Figure] = []
    before: list[Sentence] = []
    for span, sentence in _stretches(reading):
        lexemes = _free(lex(reading.text, span, load_lexicon(WORDS)), span, taken)
        for amount in amounts(lexemes):
            figure = _figure(reading.text, amount, lexemes, sentence)
            if figure is None and sentence is not None:
                figure = _figure_again(reading.text, amount, lexemes, (sentence, before, found))
            if figure is not None:
                found.append(figure)
        before += [sentence] if sentence is not None else []
    return replace(reading, figures=tuple(found))


def _free(lexemes: Sequence[Lexeme], within: Span, times: Sequence[Span]) -> tuple[Lexeme, ...]:
    """The lexemes, those of times as marks without a meaning."""
    waiting = deque(time for time in times if time.overlaps(within))
    kept: list[Lexeme] = []
    for each in lexemes:
        while waiting and waiting[0].end <= each.span.start:
            waiting.popleft()
        if waiting and waiting[0].overlaps(each.span):
            kept.append(replace(each, keys=frozenset(), senses=(), number=None))
        else:
            kept.append(each)
    return tuple(kept)


def _stretches(reading: Reading) -> Iterator[tuple[Span, Sentence | None]]:
    if reading.sentences:
        yield from ((sentence.span, sentence) for sentence in reading.sentences)
        return
    yield from ((span, None) for span in reading.report.spans_of(Role.HEADLINE, Role.PARAGRAPH))


def _figure(
    text: str, amount: Amount, lexemes: Sequence[Lexeme], sentence: Sentence | None
) -> Figure | None:
    """The figure with its counted noun, None where nothing is counted or the number stands in a name."""
    span = lexemes[amount.first].span.joined(lexemes[amount.after - 1].span)
    if not amount.unit and sentence is not None and _in_name(sentence, span):
        return None
    behind = lexemes[amount.after : amount.after + LONGEST_PHRASE]
    is_time = bool(behind) and not behind[0].keys
    noun = "" if is_time else counted_noun(text, [each.span for each in behind], sentence)
    if not noun and not amount.unit:
        noun = casualties(lexemes, amount.first, amount.after)
    if not noun and not amount.unit:
        return None
    because = f"words {span.of(text)!r}" + (", a vague count" if amount.vague else "")
    return Figure(span, amount.low, amount.high, amount.unit, noun, amount.vague, because)


def _figure_again(
    text: str,
    amount: Amount,
    lexemes: Sequence[Lexeme],
    told: tuple[Sentence, Sequence[Sentence], Sequence[Figure]],
) -> Figure | None:
    """The figure that "the number" is put at, None where it is put at none or nothing was counted before."""
    span = lexemes[amount.first].span.joined(lexemes[amount.after - 1].span)
    sentence, before, found = told
    noun = counted_again(sentence, span, before, found)
    because = f"words {span.of(text)!r}, of what was counted before"
    return Figure(span, amount.low, amount.high, "", noun, amount.vague, because) if noun else None


def _in_name(sentence: Sentence, span: Span) -> bool:
    return all(token.entity in NAME_LABELS for token in sentence.tokens_in(span))
