"""What proves something of an undated report's day: versions, weekdays of one event, what it knows, what is to come.

Each clue leaves some days open. The strongest are applied first; one that would leave no day is dropped and named.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.linking.date_clues import (
    MONTH,
    MONTH_DAY,
    Clue,
    Rarity,
    clues_of,
    is_ahead,
    is_past,
    latest,
    rarity_of,
    tells_the_same,
)
from reportedly.linking.date_reasons import LAST_DAY, dropped, same_told, written
from reportedly.model.lineage import Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.span import Reason
from reportedly.model.story import Story

SAME_EVENT = 0.52  # tells_the_same from which a finer date is taken for that of the same event
SAME_DAY = (
    0.52  # tells_the_same from which a weekday proves the day: right in 95 of 100, from .8 in 96
)
SECOND_HAND = 0.5  # a clue from a report whose own date is inferred weighs half, so that it comes after the others
RUNNING = 3  # weekdays from which on they are taken to lie near together
HALF_YEAR = 183
JULY = 7
TEN_MONTHS = 300
LAG = 2  # days by which a dispatch may be older than the report that carries it
AT_ONCE = (RelationKind.IDENTICAL, RelationKind.REWORDED)
WEEK = 7  # days within which an outlet prints its version of a text: nine in ten of GVA's

Days = Mapping[str, frozenset[date]]


@dataclass(frozen=True, slots=True)
class Constraint:
    """Which days a clue leaves open for a report. `ties` where it hangs on another report."""

    holds: Callable[[date], bool]
    reason: Reason
    ties: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The clues of all reports of a story and the days that each report may have been published on."""

    story: Story
    clues: Mapping[str, tuple[Clue, ...]]  # by report
    weekdays: Mapping[int, tuple[Clue, ...]]  # by weekday
    rarity: Rarity
    days: Days

    def on_weekday(self, clue: Clue) -> Iterator[Clue]:
        """The clues on the same weekday of other reports whose days are known or narrowed."""
        for other in self.weekdays.get(clue.weekday or 0, ()):
            if other.report != clue.report and other.report in self.days:
                yield other

    def others(self, clue: Clue) -> Iterator[Clue]:
        """The clues of the other reports that have a date of their own."""
        for report, clues in self.clues.items():
            if report != clue.report and report in self.days and _is_dated(self, report):
                yield from clues


def board_of(story: Story, days: Days) -> Board:
    """The clues of a story whose reports in `days` may have been published on these days."""
    clues = {reading.report.id: tuple(clues_of(reading)) for reading in story.readings}
    weekdays: dict[int, tuple[Clue, ...]] = {}
    for clue in (clue for each in clues.values() for clue in each if clue.weekday):
        weekdays[clue.weekday or 0] = (*weekdays.get(clue.weekday or 0, ()), clue)
    return Board(story, clues, weekdays, rarity_of(story.readings), days)


def narrow(
    days: frozenset[date], report: str, board: Board
) -> tuple[frozenset[date], list[Reason], bool]:
    """What the clues leave of these days, the strongest first, why, and whether one ties the report to another."""
    reasons: list[Reason] = []
    tied = False
    for constraint in sorted(_constraints(report, board), key=lambda each: -each.reason.score):
        left = frozenset(day for day in days if constraint.holds(day))
        if not left:
            reasons.append(dropped(constraint.reason))
        elif left != days:
            days, tied = left, tied or constraint.ties
            reasons.append(constraint.reason)
    return compact(days, board.clues[report]) if tied else days, reasons, tied


def compact(days: frozenset[date], clues: Sequence[Clue]) -> frozenset[date]:
    """The days from which the weekdays of a report lie nearest together: Monday and Tuesday are two days running.

    Not from two weekdays alone: of a deed and of the day when it was told, either may be long before the other.
    """
    weekdays = {
        clue.weekday for clue in clues if clue.weekday and clue.day is None and is_past(clue)
    }
    if len(weekdays) < RUNNING:
        return days

    def spread(day: date) -> int:
        places = [latest(day, weekday) for weekday in weekdays]
        return (max(places) - min(places)).days

    least = min(spread(day) for day in days)
    return frozenset(day for day in days if spread(day) == least)


def _constraints(report: str, board: Board) -> Iterator[Constraint]:
    yield from _version_constraints(report, board)
    for clue in board.clues[report]:
        yield from _weekday_constraints(clue, board)
        yield from _finer_constraints(clue, board)
        yield from _ahead_constraints(clue, board)


def _version_constraints(report: str, board: Board) -> Iterator[Constraint]:
    """A copy and a rewording are published at once, an excerpt or an edited text may follow within a week."""
    for relation, days in version_days(report, board, board.days):
        other = relation.b if relation.a == report else relation.a
        score = relation.score * (1.0 if _is_dated(board, other) else SECOND_HAND)
        detail = f"a version of a report of {written(min(days), max(days))}"
        reach = LAG if relation.kind in AT_ONCE else WEEK
        yield Constraint(
            _within(min(days), max(days), reach), Reason("version", score, detail), True
        )


def version_days(
    report: str, board: Board, days: Days
) -> Iterator[tuple[Relation, frozenset[date]]]:
    """The relations of a report to the certain versions of its text whose days are known."""
    for relation in board.story.relations:
        other = {relation.a: relation.b, relation.b: relation.a}.get(report)
        if other is not None and other in days and relation.certain:
            lineages = board.story.lineages
            if any(report in each.reports and other in each.reports for each in lineages):
                yield relation, days[other]


def _within(first: date, last: date, reach: int) -> Callable[[date], bool]:
    return lambda day: first - timedelta(reach) <= day <= last + timedelta(reach)


def _weekday_constraints(clue: Clue, board: Board) -> Iterator[Constraint]:
    """'On Thursday' of an event that another report puts on a date: at most six days have passed since."""
    if clue.weekday is None or clue.day is not None or not is_past(clue):
        return
    for other in board.on_weekday(clue):
        day = _day_of(other, board)
        if day is None or not is_past(other):
            continue
        score = tells_the_same(clue, other, board.rarity)
        if score >= SAME_DAY:
            score *= 1.0 if _is_dated(board, other.report) else SECOND_HAND
            reason = Reason("weekday", score, same_told(clue, other, day))
            yield Constraint(_within_week(day), reason, True)


def _is_dated(board: Board, report: str) -> bool:
    return board.story.reading(report).report.published is not None


def _within_week(day: date) -> Callable[[date], bool]:
    return lambda published: 0 <= (published - day).days <= 6  # noqa: PLR2004 - until the next such weekday


def _day_of(clue: Clue, board: Board) -> date | None:
    """The day of a clue: written, or the same from every day on which its report may have been published."""
    if clue.day is not None or clue.weekday is None:
        return clue.day
    days = {latest(day, clue.weekday) for day in board.days[clue.report]}
    return days.pop() if len(days) == 1 else None


def _finer_constraints(clue: Clue, board: Board) -> Iterator[Constraint]:
    """'On January 10' comes after a report that knows only "early January" of the same; so does the day it was said."""
    found = MONTH_DAY.fullmatch(clue.time.value)
    if not found:
        return
    month, day = int(found[1]), int(found[2])
    for other in board.others(clue):
        score = _vaguer(clue, other, (month, day), board)
        if score < SAME_EVENT:
            continue
        floor = min(board.days[other.report])
        seen = written(floor, floor)
        detail = f"names the day of what a report of {seen} knows only by the month"
        yield Constraint(_not_before(floor), Reason("finer", score, detail), True)
        yield from _said_since(clue, board, floor - timedelta(LAG), score)


def _not_before(floor: date) -> Callable[[date], bool]:
    return lambda published: published >= floor


def _vaguer(clue: Clue, other: Clue, month_day: tuple[int, int], board: Board) -> float:
    """Whether the other clue is a month, or part of one, that holds this day and lies ahead, of the same event."""
    days = other.time.days
    if days is None or not 1 < days.days <= 31 or days.first.month != month_day[0]:  # noqa: PLR2004 - a month
        return 0.0
    if not days.first.day <= month_day[1] <= days.last.day or days.last < min(
        board.days[other.report]
    ):
        return 0.0
    return tells_the_same(clue, other, board.rarity)


def _said_since(clue: Clue, board: Board, floor: date, score: float) -> Iterator[Constraint]:
    """Where the finer date was said "on Monday", that Monday too lies after the vaguer report."""
    for said in board.clues[clue.report]:
        weekday = said.weekday
        if weekday is None or said.day is not None or not is_past(said):
            continue
        if any(
            each.time.value == clue.time.value
            for each in board.clues[clue.report]
            if each.sentence == said.sentence
        ):
            seen = written(floor, floor)
            detail = f"what was said “{said.words_of_time}” was not yet known on {seen}"

            def holds(published: date, weekday: int = weekday) -> bool:
                return latest(published, weekday) >= floor

            yield Constraint(holds, Reason("said since", score, detail), True)


def _ahead_constraints(clue: Clue, board: Board) -> Iterator[Constraint]:
    """What is spoken of as still to come lies less than half a year ahead, a bare month less than ten."""
    if clue.direction < 0:
        return
    words = f"“{clue.words_of_time}”"
    detail = f"speaks of {words} as still to come"
    if "new year" in words.lower():
        yield Constraint(lambda day: day.month >= JULY, Reason("ahead", 0.9, detail), False)
    found = MONTH_DAY.fullmatch(clue.time.value) or MONTH.fullmatch(clue.time.value)
    if not found or not is_ahead(clue):
        return
    of_month, reach = (int(found[2]), HALF_YEAR) if len(found.groups()) > 1 else (28, TEN_MONTHS)

    def holds(published: date) -> bool:
        target = date(published.year, int(found[1]), min(of_month, 28))
        return (target - published).days % 365 <= reach

    yield Constraint(holds, Reason("ahead", 0.8, detail), False)
    yield from _dated_ahead(clue, board)


def _dated_ahead(clue: Clue, board: Board) -> Iterator[Constraint]:
    """'June 12', which another report puts in a year and speaks of as still to come too: it has not passed."""
    days = {
        other.day
        for other in board.others(clue)
        if other.day and is_ahead(other) and f"XXXX-{other.day:%m-%d}" == clue.time.value
    }
    if len(days) == 1:
        day = days.pop()
        detail = f"“{clue.words_of_time}” is still to come, in another report {written(day, day)}"
        yield Constraint(_not_after(day), Reason(LAST_DAY, 0.85, detail), True)


def _not_after(last: date) -> Callable[[date], bool]:
    return lambda published: published <= last
