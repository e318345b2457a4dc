"""Undated reports get a date from the dated ones of their story, or none."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.language.parse import parse_sentences
from reportedly.linking.date_clues import clues_of
from reportedly.linking.dates import infer_dates
from reportedly.model.interval import Interval
from reportedly.model.lineage import Lineage, Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading, TimeExpression, TimeType
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.story import Story
from reportedly.pipeline import date_readings

Marks = tuple[tuple[str, str, Interval | None], ...]


def days(first: str, last: str = "") -> Interval:
    """An interval of ISO days."""
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


def reading_of(
    name: str, sentences: tuple[str, ...], marks: Marks, published: str | None = None
) -> Reading:
    """A parsed report whose times are given as (words, value, days)."""
    text = " ".join(sentences)
    spans, place = [], 0
    for sentence in sentences:
        spans.append((Span(place, place + len(sentence)), Role.PARAGRAPH))
        place += len(sentence) + 1
    times = []
    for words, value, when in marks:
        start = text.index(words)
        times.append(
            TimeExpression(Span(start, start + len(words)), TimeType.DATE, value, when, "test")
        )
    dated = Published(days(published), Known.STATED, "stated") if published else None
    blocks = tuple(Block(span, role, "") for span, role in spans)
    report = Report(name, name, text, blocks, Source(), dated)
    return Reading(report, parse_sentences(text, spans), times=tuple(times))


DATED = reading_of(
    "dated",
    (
        "President Vasquez of Costaguana opened a dam near Sulaco on Thursday.",
        "Costaguana and Sulaco may hold border talks in early January.",
        "Fishermen mended their nets.",
    ),
    (
        ("Thursday", "2021-12-23", days("2021-12-23")),
        ("early January", "2022-01", days("2022-01-01", "2022-01-10")),
    ),
    "2021-12-25",
)
SAME_DAM = reading_of(
    "dam",
    ("Vasquez praised the workers when he opened the dam on Thursday.", "Rain fell in the hills."),
    (("Thursday", "XXXX-WXX-4", None),),
)
FINER = reading_of(
    "finer",
    (
        "Costaguana told reporters on Monday that the border talks with Sulaco will start on January 7.",
    ),
    (("Monday", "XXXX-WXX-1", None), ("January 7", "XXXX-01-07", None)),
)
OTHER = reading_of(
    "other",
    ("The mayor of Zenith said on Thursday that a tram had left the rails.",),
    (("Thursday", "XXXX-WXX-4", None),),
)


def inferred(story: Story) -> dict[str, Interval]:
    """The inferred days by report."""
    return {each.report: each.published.days for each in infer_dates(story).inferred}


def test_a_shared_weekday_dates_a_report() -> None:
    """'On Thursday' of one event proves that Thursday to the Wednesday after; most such reports come early."""
    story = infer_dates(Story("s", (DATED, SAME_DAM)))
    (found,) = story.inferred
    assert found.bounds == days("2021-12-23", "2021-12-29")
    assert found.bounds.contains(found.published.days)
    assert found.published.days.first == date(2021, 12, 23)
    assert found.published.known is Known.INFERRED
    assert found.published.because.startswith(
        "“Thursday” in what it says of Vasquez is 23 December 2021 in another report"
    )
    assert found.reasons


def test_a_finer_date_comes_after_the_vaguer_report() -> None:
    """The day of the talks was told on the Monday after the report that knew the month only."""
    (found,) = infer_dates(Story("s", (DATED, FINER))).inferred
    assert found.bounds == days("2021-12-27", "2022-01-07")
    assert found.published.days == days("2021-12-27", "2022-01-02")


def test_a_weekday_shared_with_an_inferred_report() -> None:
    """A third report is dated by a second whose weekday came out, at half the weight."""
    third = reading_of(
        "third",
        (
            "Costaguana told reporters of the border talks with Sulaco on Monday.",
            "The bridge was closed on Tuesday.",
            "The new envoy takes office in the new year.",
        ),
        (
            ("Monday", "XXXX-WXX-1", None),
            ("Tuesday", "XXXX-WXX-2", None),
            ("the new year", "XXXX", None),
        ),
    )
    second = reading_of(
        "second",
        (FINER.text, "The guard changes in the new year."),
        (
            *(("Monday", "XXXX-WXX-1", None), ("January 7", "XXXX-01-07", None)),
            ("the new year", "XXXX", None),
        ),
    )
    found = infer_dates(Story("s", (DATED, second, third))).inferred
    assert [each.bounds for each in found] == [days("2021-12-27", "2021-12-31")] * 2
    assert all(each.bounds and each.bounds.contains(each.published.days) for each in found)


AHEAD = reading_of(
    "ahead",
    ("Vasquez will visit Sulaco on January 7.",),
    (("January 7", "2022-01-07", days("2022-01-07")),),
    "2021-12-28",
)
DEADLINE = reading_of(
    "deadline",
    ("An aide said on Wednesday that Sulaco had to open its gates before January 7.",),
    (("Wednesday", "XXXX-WXX-3", None), ("January 7", "XXXX-01-07", None)),
)


def test_a_day_still_to_come_in_another_report_too_is_the_last() -> None:
    """Who speaks of January 7 as to come, as a dated report does, writes no later; nothing proves how much earlier."""
    (found,) = infer_dates(Story("s", (AHEAD, DEADLINE))).inferred
    assert found.bounds is not None
    assert found.bounds.last == date(2022, 1, 7)
    assert found.is_proved
    assert found.published.days.last <= found.bounds.last
    (share,) = (each.detail for each in found.reasons if each.feature == "usual")
    assert int(share.partition("%")[0]) >= 90
    assert "“January 7” is still to come, in another report 7 January 2022" in (
        found.published.because
    )


@pytest.mark.parametrize(
    ("words", "value"),
    [("January 7", "XXXX-01-07"), ("January 9", "XXXX-01-09")],
)
def test_a_day_that_has_passed_or_is_another_proves_nothing(words: str, value: str) -> None:
    """A day told as past, or named by no other report, ties a report to none."""
    verb = "closed" if words == "January 7" else "will close"
    past = reading_of("past", (f"Sulaco {verb} its gates on {words}.",), ((words, value, None),))
    (found,) = infer_dates(Story("s", (AHEAD, past))).inferred
    assert found.bounds is None


def test_without_evidence_there_is_no_date() -> None:
    """No dated report, or a story that is dated throughout: nothing is made up."""
    assert inferred(Story("s", (SAME_DAM, FINER))) == {}
    assert inferred(Story("s", (DATED,))) == {}


def dated_on(name: str, day: str) -> Reading:
    """A dated report that tells of no times."""
    return reading_of(name, ("Sulaco mended its nets.",), (), day)


def test_without_a_tie_the_days_near_the_story_stand() -> None:
    """Days on which such reports appear, said as such; nothing is proved."""
    (found,) = infer_dates(Story("s", (DATED, OTHER))).inferred
    assert found.bounds is None
    assert found.published.days.contains(days("2021-12-23", "2021-12-25"))
    assert found.published.days.days <= 7
    assert found.published.known is Known.INFERRED
    assert "of reports with such signs appear within these days" in found.published.because
    ahead = reading_of(
        "ahead",
        ("The mayor of Zenith will open the tram in the new year.",),
        (("the new year", "XXXX", None),),
    )
    (narrower,) = infer_dates(Story("s", (DATED, ahead))).inferred
    assert narrower.published.days.last <= date(2021, 12, 31)
    assert "speaks of “the new year” as still to come" in narrower.published.because


def test_days_near_many_reports_are_told_rather_than_days_far_off() -> None:
    """A report that tells of no day lies within the weeks of its story, not within months."""
    silent = reading_of("silent", ("Fishermen mended their nets near Sulaco.",), ())
    near = [dated_on(f"day {day}", f"2021-12-{day}") for day in (20, 21, 22, 23)]
    (found,) = infer_dates(Story("s", (*near, silent))).inferred
    assert found.published.days.contains(days("2021-12-20", "2021-12-23"))
    assert found.published.days.days <= 31


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        (RelationKind.IDENTICAL, days("2021-12-23", "2021-12-27")),
        (RelationKind.REWORDED, days("2021-12-23", "2021-12-27")),
        (RelationKind.EDITED, days("2021-12-18", "2022-01-01")),
    ],
)
def test_a_version_lies_near_the_date_of_its_text(kind: RelationKind, bounds: Interval) -> None:
    """A copy or rewording within two days of the text, an edited one within a week, if the relation is certain."""
    relation = Relation("dated", "other", kind, 0.9, True, None, (), ())
    lineage = Lineage("l", ("dated", "other"), "versions")
    story = Story("s", (DATED, OTHER), relations=(relation,), lineages=(lineage,))
    (found,) = infer_dates(story).inferred
    assert found.bounds == bounds
    assert bounds.contains(found.published.days)
    assert "a version of a report of 25 December 2021" in found.published.because
    doubtful = replace(story, relations=(replace(relation, certain=False),))
    for each in (doubtful, replace(story, lineages=())):
        (open_,) = infer_dates(each).inferred
        assert open_.bounds is None


def test_a_clue_that_does_not_fit_is_dropped_and_named() -> None:
    """A date that contradicts a stronger clue is left out with a reason."""
    odd = reading_of(
        "odd",
        (SAME_DAM.text, "The games took place on March 3.", "A feast will be held on June 9."),
        (
            ("Thursday", "XXXX-WXX-4", None),
            ("March 3", "XXXX-03-03", None),
            ("June 9", "XXXX-06-09", None),
        ),
    )
    (found,) = infer_dates(Story("s", (DATED, odd))).inferred
    assert found.bounds == days("2021-12-23", "2021-12-29")
    late = reading_of(
        "late",
        (SAME_DAM.text, "A feast will be held on November 9."),
        (("Thursday", "XXXX-WXX-4", None), ("November 9", "XXXX-11-09", None)),
    )
    reasons = [
        each for story in [infer_dates(Story("s", (DATED, late)))] for each in story.inferred
    ]
    assert all(
        reason.feature != "dropped" or reason.detail for each in reasons for reason in each.reasons
    )


@pytest.mark.parametrize(
    ("value", "weekday"), [("XXXX-WXX-4", 4), ("2021-12-23", 4), ("2021-12", None), ("P7Y", None)]
)
def test_weekday_of_a_clue(value: str, weekday: int | None) -> None:
    """Open weekdays and days have one, months and durations have none."""
    when = days("2021-12-23") if value == "2021-12-23" else None
    reading = reading_of("r", ("They met on Thursday.",), (("Thursday", value, when),))
    (clue,) = clues_of(reading)
    assert clue.weekday == weekday


def test_times_outside_parsed_sentences_are_no_clues() -> None:
    """A date block is no sentence."""
    assert list(clues_of(replace(SAME_DAM, sentences=()))) == []


def test_only_few_days_that_clues_prove_date_a_report() -> None:
    """What is merely usual for such reports is told to the reader, and the report stays undated."""
    (tied,) = infer_dates(Story("s", (DATED, SAME_DAM))).inferred
    (usual,) = infer_dates(Story("s", (DATED, OTHER))).inferred
    assert tied.is_proved
    assert not usual.is_proved
    story = date_readings(replace(Story("s", (DATED, SAME_DAM)), inferred=(tied,)))
    assert story.reading("dam").report.published == tied.published
    story = date_readings(replace(Story("s", (DATED, OTHER)), inferred=(usual,)))
    assert story.reading("other").report.published is None
