"""Undated reports get a date from the dated ones of their story, or none."""

from dataclasses import replace
from datetime import date

import pytest

from reportedly.language.parse import parse_sentences
from reportedly.linking.date_clues import clues_of
from reportedly.linking.dates import infer_dates
from reportedly.model.interval import Interval
from reportedly.model.ontology import RelationKind
from reportedly.model.reading import Reading, TimeExpression, TimeType
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.story import Lineage, Relation, Story

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
    """'On Thursday' of one event holds from that Thursday to the Wednesday after."""
    story = infer_dates(Story("s", (DATED, SAME_DAM)))
    (found,) = story.inferred
    assert found.published.days == days("2021-12-23", "2021-12-29")
    assert found.published.known is Known.INFERRED
    assert found.published.because == (
        "“Thursday” in what it says of Vasquez is 23 December 2021 in another report"
    )
    assert found.reasons


def test_a_finer_date_comes_after_the_vaguer_report() -> None:
    """The day of the talks was told on the Monday after the report that knew the month only."""
    assert inferred(Story("s", (DATED, FINER))) == {"finer": days("2021-12-27", "2022-01-07")}


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
    found = inferred(Story("s", (DATED, second, third)))
    assert found["second"] == days("2021-12-27", "2021-12-31")
    assert found["third"] == days("2021-12-27", "2021-12-31")


def test_without_evidence_there_is_no_date() -> None:
    """No dated report, a story that is dated throughout or that runs for months: nothing is made up."""
    later = dated_on("later", "2022-03-20")
    assert inferred(Story("s", (DATED, later, OTHER))) == {}
    assert inferred(Story("s", (SAME_DAM, FINER))) == {}
    assert inferred(Story("s", (DATED,))) == {}


def dated_on(name: str, day: str) -> Reading:
    """A dated report that tells of no times."""
    return reading_of(name, ("Sulaco mended its nets.",), (), day)


def test_without_a_tie_the_days_of_the_story_stand() -> None:
    """Two weeks on either side of the dated reports, narrowed by what lies ahead, and said as such."""
    (found,) = infer_dates(Story("s", (DATED, OTHER))).inferred
    assert found.published.days == days("2021-12-11", "2022-01-08")
    assert found.published.known is Known.INFERRED
    assert found.published.because == "within two weeks of the dated reports of its story"
    ahead = reading_of(
        "ahead",
        ("The mayor of Zenith will open the tram in the new year.",),
        (("the new year", "XXXX", None),),
    )
    (narrower,) = infer_dates(Story("s", (DATED, ahead))).inferred
    assert narrower.published.days == days("2021-12-11", "2021-12-31")
    assert narrower.published.because.endswith("speaks of “the new year” as still to come")


def test_a_version_shares_the_date_of_its_text() -> None:
    """An undated version of a dated text is dated as the text, if the relation is certain."""
    relation = Relation("dated", "other", RelationKind.EDITED, 0.9, True, None, (), ())
    lineage = Lineage("l", ("dated", "other"), "versions")
    story = Story("s", (DATED, OTHER), relations=(relation,), lineages=(lineage,))
    assert inferred(story) == {"other": days("2021-12-25")}
    around = {"other": days("2021-12-11", "2022-01-08")}
    doubtful = replace(story, relations=(replace(relation, certain=False),))
    assert inferred(doubtful) == around
    assert inferred(replace(story, lineages=())) == around


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
    assert found.published.days == days("2021-12-23", "2021-12-29")
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
