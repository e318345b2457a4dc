"""How what is to come is told by several reports: its day sharpened or moved, and "may" that became "will"."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportedly.linking.comparison import (
    AHEAD,
    FIRM,
    LOOSE,
    Telling,
    is_vague,
    meeting_conflict,
    shown,
)
from reportedly.linking.ground import Ground, difference
from reportedly.linking.wording import families_of
from reportedly.model.interval import Interval
from reportedly.model.ontology import DifferenceKind, Status
from reportedly.model.span import Reason
from reportedly.model.story import Difference

SAME_MEETING = 0.70  # likeness of two tellings of a meeting whose days are compared
SAME_DEED = 0.62  # likeness of two tellings of one deed to come
SAME_DAY_ENOUGH = 0.45  # the same of two meetings of these parties on one day

ToldDay = tuple[str, Interval | None]  # a report and the day of a meeting in it

_MEETING = Reason("meeting", 1.0, "the same parties meet")
_FIRMNESS = Reason("firmness", 1.0, "one deed, told as open and as to come")


def days_differ(ground: Ground) -> Iterator[Difference]:
    """Meetings whose time is told loosely by one and to the day by another, or on two days, or not yet agreed."""
    meetings = [
        index
        for index, each in enumerate(ground.tellings)
        if each.is_meeting and not each.assertion.headline
    ]
    earlier = [index for index in meetings if _is_open(ground.tellings[index])]
    fixed = [index for index in meetings if _is_fixed(ground.tellings[index])]
    by_party = _by_party(ground, fixed)
    days = frozenset(
        (each.report, each.assertion.days) for each in ground.tellings if each.is_meeting
    )
    by_day: dict[tuple[DifferenceKind, Interval], list[tuple[int, int]]] = {}
    for a in earlier:
        near = _sharing_party(ground, a, by_party)
        told = [(kind, b) for b in near if (kind := _day_kind(ground, a, b, days)) is not None]
        if told:
            kind, b = max(
                told, key=lambda each: (ground.wordings.likeness(a, each[1]).score, -each[1])
            )
            by_day.setdefault((kind, _when(ground.tellings[b])), []).append((a, b))
    for (kind, day), pairs in sorted(by_day.items()):
        yield _day_difference(ground, kind, day, pairs)


def _is_fixed(telling: Telling) -> bool:
    """Whether a meeting to come has its day."""
    day = telling.assertion.days
    return telling.assertion.status in AHEAD and day is not None and not is_vague(day)


def _is_open(telling: Telling) -> bool:
    """Whether a meeting is not agreed, or is to come at some time."""
    return _not_yet(telling) or (telling.assertion.status in AHEAD and bool(telling.assertion.days))


def _when(telling: Telling) -> Interval:
    """The day of a telling that is known to have one."""
    if telling.assertion.days is None:
        raise LookupError(telling.words)
    return telling.assertion.days


def _day_kind(ground: Ground, a: int, b: int, told: AbstractSet[ToldDay]) -> DifferenceKind | None:
    """How the second telling, which names a day, stands to the first: an update, another date, or nothing.

    `told` are the days of meetings that each report tells of.
    """
    first, second = ground.tellings[a], ground.tellings[b]
    day = _when(second)
    if first.report == second.report or not first.meeting_parties & second.meeting_parties:
        return None
    same = first.meeting_parties == second.meeting_parties
    earlier = first.assertion.days
    if _not_yet(first) and first.meeting_parties <= second.meeting_parties:
        known = ground.later(second.report, first.report)
        return DifferenceKind.WHETHER if known else DifferenceKind.UPDATE
    if earlier is None or not same or _not_yet(first):
        return None
    if is_vague(earlier) and earlier.contains(day):
        return DifferenceKind.UPDATE
    return DifferenceKind.DATE if _moved(ground, a, b, told) else None


def _not_yet(telling: Telling) -> bool:
    """Whether a telling says that a meeting is not agreed: "no final agreement on talks", not "will not negotiate"."""
    if telling.assertion.status is not Status.NEGATED or not telling.talks:
        return False
    return "agree" in families_of(telling.reading, telling.assertion.span)


def _moved(ground: Ground, a: int, b: int, told: AbstractSet[ToldDay]) -> bool:
    """Whether two reports give two days for what reads as one meeting, and neither of them tells of both days."""
    first, second = ground.tellings[a], ground.tellings[b]
    ours, theirs = _when(first), _when(second)
    if a > b or is_vague(ours) or ours.overlaps(theirs) or len(first.meeting_parties) < 2:  # noqa: PLR2004 - a meeting takes two
        return False
    both = (first.report, theirs) in told or (second.report, ours) in told
    return not both and ground.wordings.likeness(a, b).score >= SAME_MEETING


_DAY_NOTES = {
    DifferenceKind.UPDATE: "the day of {what} became known: {first}, then {second}",
    DifferenceKind.WHETHER: "whether {what} is fixed: {first}, but {second}",
    DifferenceKind.DATE: "the day of {what}: {first}, but {second}",
}


def _day_difference(
    ground: Ground, kind: DifferenceKind, day: Interval, pairs: Sequence[tuple[int, int]]
) -> Difference:
    members = {index for pair in pairs for index in pair}
    claims = {ground.claims[index] for index in members}
    whole = sorted({each for claim in claims for each in ground.members(claim)} | members)
    a, b = min(pairs, key=lambda pair: ground.in_time(pair[0]))
    note = _DAY_NOTES[kind].format(
        what=_meeting_of(ground, a, b),
        first=ground.put(a),
        second=f"{shown(day)}, {ground.put(b)}",
    )
    return difference(kind, [ground.side(index) for index in whole], note, (_MEETING,))


def _meeting_of(ground: Ground, a: int, b: int) -> str:
    """The meeting by who takes part: "the talks of Russia and United States"."""
    parties = ground.tellings[a].meeting_parties | ground.tellings[b].meeting_parties
    return f"the meeting of {ground.names(parties)}"


def outlook_differs(ground: Ground) -> Iterator[Difference]:
    """What one text tells as possible and a later one as to come."""
    bodies = [index for index, each in enumerate(ground.tellings) if not each.assertion.headline]
    loose = [index for index in bodies if ground.tellings[index].assertion.status in LOOSE]
    firm = [index for index in bodies if ground.tellings[index].assertion.status in FIRM]
    found: dict[tuple[str, str], tuple[int, int]] = {}
    by_party = _by_party(ground, firm)
    for a in loose:
        for b in _sharing_party(ground, a, by_party):
            if _one_outlook(ground, a, b):
                found.setdefault((ground.claims[a], ground.claims[b]), (a, b))
    for claims, (a, b) in sorted(found.items()):
        note = f"{ground.told_as(a)}, then {ground.told_as(b)}"
        whole = sorted({each for claim in claims for each in ground.members(claim)} | {a, b})
        sides = [ground.side(index) for index in whole]
        yield difference(DifferenceKind.UPDATE, sides, note, (_FIRMNESS,))


def _by_party(ground: Ground, indexes: Sequence[int]) -> dict[str, list[int]]:
    """The tellings that each party takes part in."""
    found: dict[str, list[int]] = {}
    for index in indexes:
        for party in ground.tellings[index].meeting_parties:
            found.setdefault(party, []).append(index)
    return found


def _sharing_party(ground: Ground, a: int, by_party: Mapping[str, Sequence[int]]) -> list[int]:
    """Those tellings that share a party with this one, in order."""
    parties = ground.tellings[a].meeting_parties
    return sorted({b for party in parties for b in by_party.get(party, ())})


def _one_outlook(ground: Ground, a: int, b: int) -> bool:
    """Whether two tellings of two texts, of which the second is surely later, speak of one deed to come."""
    first, second = ground.tellings[a], ground.tellings[b]
    if ground.claims[a] == ground.claims[b] or ground.are_versions(first.report, second.report):
        return False
    if meeting_conflict(first, second) or not ground.later(first.report, second.report):
        return False
    if first.assertion.act is not second.assertion.act and not (
        first.is_meeting and second.is_meeting
    ):
        return False
    return _same_parties(first, second) and ground.wordings.likeness(a, b).score >= _asked(
        first.assertion.days, second.assertion.days
    )


def _same_parties(first: Telling, second: Telling) -> bool:
    """Whether the parties of one are among the other's, and there are some."""
    ours, theirs = first.meeting_parties, second.meeting_parties
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def _asked(ours: Interval | None, theirs: Interval | None) -> float:
    """The likeness asked for: less where both name one day, out of reach where they name two."""
    if ours is None or theirs is None:
        return SAME_DEED
    if not ours.overlaps(theirs):
        return 2.0
    return SAME_DAY_ENOUGH if ours == theirs and not is_vague(ours) else SAME_DEED
