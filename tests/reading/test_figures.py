"""Figures in marked sentences, with bounds, units and what they count."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.parse import parse_sentences
from reportedly.model.interval import Interval
from reportedly.model.reading import Figure, Reading, TimeExpression, TimeType
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.figures import find_figures
from reportedly.reading.times import find_times

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "figures.txt"
MARK = re.compile(r"\{\{([^|}]*)\|([^|}]*)\|([^|}]*)\|([^|}]*)\}\}")


def reading_of(text: str, *, parsed: bool = True) -> Reading:
    """A dated report of one paragraph, its times read."""
    span = Span(0, max(1, len(text)))
    published = Published(Interval.day(date(2021, 12, 24)), Known.GIVEN, "")
    report = Report(
        "r", "r", text, (Block(span, Role.PARAGRAPH, ""),) if text else (), Source(), published
    )
    sentences = parse_sentences(text, [(span, Role.PARAGRAPH)]) if parsed else ()
    return find_times(Reading(report, sentences))


def shown(figure: Figure, text: str) -> tuple[str, str, str, str]:
    """A figure as the fixture writes it."""
    low, high = ("-" if side is None else f"{side:.12g}" for side in (figure.low, figure.high))
    return figure.span.of(text), f"{low}..{high}", figure.unit, figure.of


def lines() -> list[str]:
    """The sentences of the fixture."""
    return [
        line
        for line in FIXTURE.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize("line", lines(), ids=lambda line: line[:40])
def test_marked_figures(line: str) -> None:
    """Exactly the marked figures, with both bounds."""
    text = MARK.sub(r"\1", line)
    expected = [found.groups() for found in MARK.finditer(line)]
    assert [shown(figure, text) for figure in find_figures(reading_of(text)).figures] == expected


def test_vague_counts_are_marked() -> None:
    """Vague: the words say so; exact and bounded figures are not."""
    text = "About 40 ships and dozens of boats met 12 tugs."
    assert [each.vague for each in find_figures(reading_of(text)).figures] == [True, True, False]


def test_works_without_a_parse() -> None:
    """The words after the figure stand in for the noun phrase."""
    (figure,) = find_figures(reading_of("They counted 300 grey geese.", parsed=False)).figures
    assert (figure.low, figure.of) == (300.0, "grey geese")


def test_times_are_no_figures() -> None:
    """What the times took is not counted again."""
    reading = reading_of("They counted 300 geese.")
    assert find_figures(reading).figures
    time = TimeExpression(Span(13, 16), TimeType.DATE, "0300", None, "test")
    assert find_figures(replace(reading, times=(time,))).figures == ()


WORDS = st.sampled_from(
    [
        "$",
        "300",
        "million",
        "more",
        "than",
        "between",
        "10",
        "and",
        "15",
        "dozens",
        "of",
        "thousands",
        "%",
        "several",
        ",",
        ".",
        "-",
        "one",
        "hundred",
        "two",
        "dozen",
        "up",
        "or",
        "half",
        "a",
        "in",
        "bn",
        "m",
        "to",
        "km",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=10).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    """No text raises; spans lie in the text; bounds are in order."""
    for figure in find_figures(reading_of(text, parsed=False)).figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
