"""Times are found in marked sentences, resolved against the report's date, and move with it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.parse import parse_sentences
from reportedly.model.interval import Interval
from reportedly.model.reading import Reading, TimeExpression
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.times import find_times

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "times.txt"
MARK = re.compile(r"\{\{(?P<words>[^|}]*)\|(?P<value>[^|}]*)(?:\|(?P<days>[^}]*))?\}\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of the fixture: the text, the day of publication, and what is marked (days "" where not given)."""

    text: str
    published: Interval | None
    marks: tuple[tuple[str, str, str], ...]


def interval(written: str) -> Interval | None:
    """An interval as the fixture writes it."""
    if written == "none":
        return None
    first, _, last = written.partition("..")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


def marked_lines() -> list[Marked]:
    """The sentences of the fixture."""
    published: Interval | None = None
    lines = []
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line.startswith("# published:"):
            published = interval(line.partition(": ")[2])
        elif line and not line.startswith("#"):
            marks = tuple((found[1], found[2], found[3] or "") for found in MARK.finditer(line))
            lines.append(Marked(MARK.sub(r"\g<words>", line), published, marks))
    return lines


def reading_of(text: str, published: Interval | None, *, parsed: bool = True) -> Reading:
    """A report of one paragraph."""
    span = Span(0, len(text))
    dated = Published(published, Known.GIVEN, "given") if published else None
    report = Report("r", "r", text, (Block(span, Role.PARAGRAPH, ""),), Source(), dated)
    return Reading(report, parse_sentences(text, [(span, Role.PARAGRAPH)]) if parsed else ())


def times_in(
    text: str, published: Interval | None, *, parsed: bool = True
) -> tuple[TimeExpression, ...]:
    """The times of one sentence."""
    return find_times(reading_of(text, published, parsed=parsed)).times


def shown(time: TimeExpression) -> str:
    """The days as the fixture writes them."""
    return f"{time.days.first}..{time.days.last}" if time.days else "none"


@pytest.mark.parametrize("line", marked_lines(), ids=lambda line: line.text[:40])
def test_marked_times(line: Marked) -> None:
    """Exactly the marked expressions are found, with their values and days."""
    found = times_in(line.text, line.published)
    expected = [(words, value) for words, value, _ in line.marks]
    assert [(time.span.of(line.text), time.value) for time in found] == expected
    for time, (_, _, days) in zip(found, line.marks, strict=True):
        assert days in ("", shown(time))
        assert time.because


def test_works_without_a_parse() -> None:
    """Plain text gives times too; only the direction of the verb is missing."""
    found = times_in(
        "They met on Thursday and in early January.", interval("2021-12-24"), parsed=False
    )
    assert [time.value for time in found] == ["2021-12-23", "2022-01"]
    assert found[0].alternative == interval("2021-12-30")


def test_reads_a_text_without_blocks_and_date_blocks() -> None:
    """A report of bare text is read whole; a block that holds only a date is read beside the sentences."""
    text = "date 2021-12-25\nThey met on Friday."
    bare = Report("r", "r", text, (), Source(), None)
    assert len(find_times(Reading(bare)).times) == 2
    blocks = (Block(Span(0, 15), Role.DATE, ""), Block(Span(16, len(text)), Role.PARAGRAPH, ""))
    split = Reading(Report("r", "r", text, blocks, Source(), None))
    assert [time.value for time in find_times(split).times] == ["2021-12-25", "XXXX-WXX-5"]


def test_ambiguous_slash_date_keeps_both_readings() -> None:
    """3/4/2021 is the fourth of March to an American and the third of April to a Briton."""
    (time,) = times_in("It was signed on 3/4/2021.", None)
    assert time.value == "2021-03-04"
    assert time.alternative == interval("2021-04-03")


RELATIVE = "On Monday they met; last week and yesterday they did not, but two weeks ago they had."


@settings(deadline=None, max_examples=25)
@given(st.integers(-200, 200), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_moving_the_publication_moves_every_relative_day(weeks: int, day: date) -> None:
    """A report of n weeks later has all its relative days n weeks later."""
    step = timedelta(weeks=weeks)
    before = times_in(RELATIVE, Interval.day(day), parsed=False)
    after = times_in(RELATIVE, Interval.day(day + step), parsed=False)
    assert len(before) == 4
    for one, other in zip(before, after, strict=True):
        assert one.days
        assert one.days.shifted(step.days) == other.days


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "last",
        "next",
        "early",
        "late",
        "end",
        "of",
        "Monday",
        "May",
        "31",
        "2021",
        "30",
        "Jan",
        ".",
        ",",
        "-",
        "'",
        "s",
        "quarter",
        "year",
        "years",
        "ago",
        "few",
        "three",
        "hundred",
        "decade",
        "1990s",
        "99/99/99",
        "25:99",
        "p.m.",
        "noon",
        "fiscal",
        "third",
        "Feb",
        "29",
        "now",
        "century",
        "million",
        "every",
        "weekend",
        "following",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)), st.booleans())
def test_any_text_is_read(text: str, dated: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    """No text raises, and every span lies in its text, in order and apart."""
    report = Report("r", "r", text, (), Source(), None)
    if dated:
        day = Published(Interval.day(date(2024, 2, 29)), Known.GIVEN, "")
        report = Report("r", "r", text, (), Source(), day)
    found = find_times(Reading(report)).times
    ends = 0
    for time in found:
        assert ends <= time.span.start < time.span.end <= len(text)
        ends = time.span.end


def test_long_lines_are_read_in_linear_time() -> None:
    """A long line of digits is read through: no shape backtracks over it."""
    text = "1 " * 8_000 + "20211224" * 1_000
    assert find_times(Reading(Report("r", "r", text, (), Source(), None))).times == ()
