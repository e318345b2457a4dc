"""What speaks for one day of an undated report rather than another, though it proves none.

A sign is a day that is known, the way in which it hangs together with the report ("told as last week"), and a share.
What each way says of the days before and after is learned (date_odds.toml). Likeness of reports, the story's first day,
"today" and "yesterday" of one event were tried and added nothing (decisions/043).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.language.tense import FUTURE
from reportedly.linking.date_bounds import Board, Days, version_days
from reportedly.linking.date_clues import (
    MONTH_DAY,
    WEEKDAY,
    Clue,
    is_ahead,
    is_past,
    tells_the_same,
)
from reportedly.linking.date_reasons import same_told, written

MATCHED = ((0.8, "same event"), (0.5, "much the same event"), (0.01, "perhaps the same event"))
RECENT = 60  # days before a report within which what it tells is its news
LATER = 0.3  # by how much less each further day counts that a report tells of
TODAY = ("day", "night", "morning")
OLDER = ("month day", "last week", "month", "last weekday")  # ways to tell what is not of this week
FORMS = (*OLDER, "this week", "weekday", "other weekday", "today")


@dataclass(frozen=True, slots=True)
class Sign:
    """`kind` is a row of the table; `anchor` the day that counts from, `weekday` (1 to 7) where only that is known."""

    kind: str
    anchor: date | None = None
    weekday: int = 0
    share: float = 1.0
    detail: str = ""


def signs_of(report: str, board: Board, dated: Days) -> tuple[Sign, ...]:
    """All signs for a report, those of its story first."""
    days = {each: min(dated[each]) for each in dated if each != report}
    return (
        *(Sign("report", day, share=1 / len(days)) for _, day in sorted(days.items())),
        *(Sign("version", min(found)) for _, found in version_days(report, board, dated)),
        *_event_signs(report, board, days),
        *_weekday_signs(report, board, days),
        *_named_signs(board.clues[report], days),
    )


def _event_signs(report: str, board: Board, days: Mapping[str, date]) -> Iterator[Sign]:
    """The day that most reports tell of, by the words with which this one does; else the middle of their own days."""
    event = _event_of(board, days)
    if event is None:
        known = sorted(days.values())
        yield Sign("no event", known[len(known) // 2])
        return
    form, words = _form(board.clues[report], event)
    seen = written(event, event)
    detail = f"“{words}” fits {seen}, of which the other reports tell" if words else ""
    yield Sign("event", event)
    yield Sign(f"event told as {form}", event, detail=detail)


def _event_of(board: Board, days: Mapping[str, date]) -> date | None:
    """The day that most reports tell of as their news, what they tell first counting most."""
    votes: dict[date, float] = {}
    for report, published in days.items():
        told = [clue.day for clue in board.clues[report] if clue.day and _is_news(clue, published)]
        for place, day in enumerate(dict.fromkeys(told)):
            votes[day] = votes.get(day, 0.0) + 1 / (1 + LATER * place)
    return min(votes, key=lambda day: (-votes[day], day), default=None)


def _is_news(clue: Clue, published: date) -> bool:
    """Whether a report tells of this day as of its news: not ahead, within the last weeks; a page's stamp is none."""
    if clue.day is None or clue.direction == FUTURE:
        return False
    age = (published - clue.day).days
    told = clue.words_of_time.lower()
    return 0 < age <= RECENT or (age == 0 and any(each in told for each in TODAY))


def _form(clues: Iterable[Clue], event: date) -> tuple[str, str]:
    """How a report tells of an event's day, and the words; "nothing" where no time of it fits."""
    found: dict[str, str] = {}
    for clue in clues:
        for form in _forms(clue, event):
            found.setdefault(form, clue.words_of_time)
    form = next((each for each in FORMS if each in found), "nothing")
    words = found.get(form, "") if form in OLDER or form in ("this week", "weekday") else ""
    if form in OLDER and "other weekday" in found:
        form += " beside another weekday"
    return form, words


def _forms(clue: Clue, event: date) -> Iterator[str]:
    value, words = clue.time.value, clue.words_of_time.lower()
    named = MONTH_DAY.match(value)
    if clue.day == event or (named and (int(named[1]), int(named[2])) == (event.month, event.day)):
        yield "month day"
    if value == "XXXX-WXX" and ("last" in words or "this" in words):
        yield "last week" if "last" in words else "this week"
    if value == "XXXX-XX":
        yield "month"
    if value.startswith("XXXX-XX-XX"):
        yield "today"
    if clue.weekday and clue.day is None and is_past(clue):
        same = clue.weekday == event.isoweekday()
        yield ("last weekday" if "last" in words else "weekday") if same else "other weekday"


def _weekday_signs(report: str, board: Board, days: Mapping[str, date]) -> Iterator[Sign]:
    """Weekdays told as past, the first by itself, and the day on which another report puts what is told of one."""
    told = [
        each for each in board.clues[report] if WEEKDAY.match(each.time.value) and is_past(each)
    ]
    if not told:
        return
    yield Sign("weekday", weekday=told[0].weekday or 0)
    for clue in told[1:]:
        yield Sign("further weekday", weekday=clue.weekday or 0, share=1 / (len(told) - 1))
    matched = [
        (tells_the_same(clue, other, board.rarity), other.day, same_told(clue, other, other.day))
        for clue in told
        for other in _on_days(clue, board, days)
        if other.day is not None
    ]
    score, day, detail = max(matched, default=(0.0, None, ""))
    kind = next((name for least, name in MATCHED if score >= least), "")
    if kind:
        yield Sign(kind, day, detail=detail if kind == MATCHED[0][1] else "")


def _on_days(clue: Clue, board: Board, days: Mapping[str, date]) -> Iterator[Clue]:
    """What dated reports tell of as past, on a day that was such a weekday."""
    for other in board.weekdays.get(clue.weekday or 0, ()):
        if other.report in days and other.day is not None and is_past(other):
            yield other


def _named_signs(clues: Sequence[Clue], days: Mapping[str, date]) -> Iterator[Sign]:
    """The latest day that the report names, with its year and without; the first one that is to come."""
    first, last = min(days.values()), max(days.values())
    full = [
        clue.day
        for clue in clues
        if clue.day and not is_ahead(clue)
        if first - timedelta(RECENT) <= clue.day <= last + timedelta(RECENT)
    ]
    if full:
        yield Sign("names a day", max(full), detail=f"names {written(max(full), max(full))}")
    for ahead in (False, True):
        named = [_in_year(clue, last) for clue in clues if is_ahead(clue) is ahead]
        found = [day for day in named if day]
        if found:
            yield Sign("day ahead", min(found)) if ahead else Sign("day of a month", max(found))


def _in_year(clue: Clue, near: date) -> date | None:
    """'January 22' in the year in which it lies nearest to a day."""
    found = MONTH_DAY.fullmatch(clue.time.value)
    if not found:
        return None
    month, day = int(found[1]), int(found[2])
    years = [date(near.year + step, month, min(day, 28)) for step in (-1, 0, 1)]
    return min(years, key=lambda each: abs((each - near).days)) + timedelta(max(0, day - 28))
