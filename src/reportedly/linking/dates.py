"""Publication dates of undated reports, inferred from the other reports of the story.

Every report has a set of possible days. Each clue allows some of them: the strongest clues are applied first, one
that would leave no day is dropped and named. Where no clue ties the report to a dated one, the days of the story stand.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.language.tense import PAST
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
from reportedly.linking.date_reasons import dropped, once_each, same_told, told, written
from reportedly.model.interval import Interval
from reportedly.model.report import Known, Published
from reportedly.model.span import Reason
from reportedly.model.story import InferredDate, Story

REACH = 60  # days around the dated reports of a story within which its undated ones are looked for
WIDEST = 14  # days; a wider answer says nothing that helps to read "Thursday"
SAME_EVENT = 0.52  # tells_the_same from which a weekday is taken for the same day
SECOND_HAND = 0.5  # a clue from a report whose own date is inferred weighs half, so that it comes after the others
HALF_YEAR = 183
AROUND = (
    14  # days around the dated reports of a story within which 95 % of its other reports appear
)
WIDEST_AROUND = 31  # days; a longer stretch is no help
AROUND_SCORE = 0.3
LAG = 2  # days by which a dispatch may be older than the report that carries it
ROUNDS = 4
RUNNING = 3  # weekdays from which on they are taken to lie near together

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


def infer_dates(story: Story) -> Story:
    """The story with a publication date for each undated report that the others date; none where the story is long."""
    dated = {
        reading.report.id: _spread(reading.report.published.days)
        for reading in story.readings
        if reading.report.published is not None
    }
    undated = [each.report.id for each in story.readings if each.report.published is None]
    if not dated or not undated:
        return story
    clues = {reading.report.id: tuple(clues_of(reading)) for reading in story.readings}
    weekdays: dict[int, tuple[Clue, ...]] = {}
    for clue in (clue for each in clues.values() for clue in each if clue.weekday):
        weekdays[clue.weekday or 0] = (*weekdays.get(clue.weekday or 0, ()), clue)
    rarity = rarity_of(story.readings)
    found: dict[str, InferredDate] = {}
    for _ in range(ROUNDS):
        known = dated | {report: _spread(each.published.days) for report, each in found.items()}
        board = Board(story, clues, weekdays, rarity, known)
        fresh = {report: each for report in undated if (each := _infer(report, board, dated))}
        if fresh == found:
            break
        found = fresh
    for report in undated:
        if report not in found and (around := _infer_around(report, board, dated)):
            found[report] = around
    return replace(story, inferred=tuple(found[report] for report in undated if report in found))


def _spread(days: Interval) -> frozenset[date]:
    return frozenset(days.first + timedelta(step) for step in range(min(days.days, 2 * REACH)))


def _window(dated: Days) -> frozenset[date]:
    first = min(day for days in dated.values() for day in days)
    last = max(day for days in dated.values() for day in days)
    return _spread_between(first - timedelta(REACH), last + timedelta(REACH))


def _spread_between(first: date, last: date) -> frozenset[date]:
    return frozenset(first + timedelta(step) for step in range((last - first).days + 1))


def _infer(report: str, board: Board, dated: Days) -> InferredDate | None:
    """The days that all clues leave open, None where no clue ties the report or too many days stay."""
    days, reasons, tied = _narrow(_window(dated), report, board)
    days = _compact(days, board.clues[report])
    interval = Interval(min(days), max(days))
    if not tied or interval.days > WIDEST:
        return None
    published = Published(interval, Known.INFERRED, told(reasons))
    return InferredDate(report, published, once_each(reasons))


def _infer_around(report: str, board: Board, dated: Days) -> InferredDate | None:
    """Where no clue tells more: the days around the story that its clues leave open."""
    first = min(day for days in dated.values() for day in days) - timedelta(AROUND)
    last = max(day for days in dated.values() for day in days) + timedelta(AROUND)
    if (last - first).days >= WIDEST_AROUND:
        return None
    days, narrowed, _ = _narrow(_spread_between(first, last), report, board)
    around = Reason("around", AROUND_SCORE, "within two weeks of the dated reports of its story")
    reasons = once_each((around, *narrowed))
    published = Published(Interval(min(days), max(days)), Known.INFERRED, told(reasons))
    return InferredDate(report, published, reasons)


def _narrow(
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
    return days, reasons, tied


def _constraints(report: str, board: Board) -> Iterator[Constraint]:
    yield from _version_constraints(report, board)
    for clue in board.clues[report]:
        yield from _weekday_constraints(clue, board)
        yield from _finer_constraints(clue, board)
        yield from _ahead_constraints(clue)


def _version_constraints(report: str, board: Board) -> Iterator[Constraint]:
    """A version of a text is dated as the text."""
    for relation in board.story.relations:
        other = {relation.a: relation.b, relation.b: relation.a}.get(report)
        if other is None or other not in board.days or not relation.certain:
            continue
        if not _same_lineage(board.story, report, other):
            continue
        days = board.days[other]
        score = relation.score * (1.0 if _is_dated(board, other) else SECOND_HAND)
        detail = f"a version of a report of {written(min(days), max(days))}"
        yield Constraint(days.__contains__, Reason("version", score, detail), True)


def _same_lineage(story: Story, one: str, other: str) -> bool:
    return any(one in lineage.reports and other in lineage.reports for lineage in story.lineages)


def _weekday_constraints(clue: Clue, board: Board) -> Iterator[Constraint]:
    """'On Thursday' of an event that another report puts on a date: at most six days have passed since."""
    weekday = clue.weekday
    if weekday is None or clue.day is not None or not is_past(clue):
        return
    for other in board.on_weekday(clue):
        day = _day_of(other, board)
        if day is None or not is_past(other):
            continue
        score = tells_the_same(clue, other, board.rarity)
        if score >= SAME_EVENT:
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


def _ahead_constraints(clue: Clue) -> Iterator[Constraint]:
    """What is spoken of as still to come lies less than half a year ahead; what is past, behind."""
    words = f"“{clue.words_of_time}”"
    if "new year" in words.lower() and clue.direction >= 0:
        detail = f"speaks of {words} as still to come"
        yield Constraint(lambda day: day.month > 6, Reason("ahead", 0.9, detail), False)  # noqa: PLR2004 - July
    found = MONTH_DAY.fullmatch(clue.time.value) or MONTH.fullmatch(clue.time.value)
    if not found or not (is_ahead(clue) or (clue.direction == PAST and len(found.groups()) > 1)):
        return
    day_of_month = int(found[2]) if len(found.groups()) > 1 else 28
    ahead = is_ahead(clue)

    def holds(published: date) -> bool:
        target = date(published.year, int(found[1]), min(day_of_month, 28))
        away = (target - published).days % 365
        return away <= HALF_YEAR if ahead else away > HALF_YEAR or away == 0

    detail = f"speaks of {words} as {'still to come' if ahead else 'past'}"
    yield Constraint(holds, Reason("ahead", 0.8, detail), False)


def _compact(days: frozenset[date], clues: Sequence[Clue]) -> frozenset[date]:
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
