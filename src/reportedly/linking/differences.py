"""Where tellings do not agree: number, date, place, who, whether, overstated, update. Silence is no difference.

Compared are only tellings about the same thing: members of one claim, and claims of like act, parties and words.
A difference lists the places of both sides; nothing is averaged and nobody is said to be right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.linking.comparison import AHEAD, Telling, is_vague, shown
from reportedly.linking.firmness import whether_differs
from reportedly.linking.ground import Ground, Side, difference, ground_of
from reportedly.linking.headline_places import lonely_places
from reportedly.linking.headlines import findings_of
from reportedly.linking.quantities import Quantity, clash, grows, is_soft
from reportedly.linking.who import who_differs
from reportedly.model.interval import Interval
from reportedly.model.ontology import DifferenceKind, Status
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Difference, Story

SAME_MATTER = 0.45  # likeness of two tellings whose figures are compared
SAME_MEETING = 0.70  # likeness of two tellings of a meeting whose days are compared


def find_differences(story: Story) -> Story:
    """Fill `differences`."""
    ground = ground_of(story)
    found = (
        *_figures(ground),
        *_days(ground),
        *who_differs(ground),
        *whether_differs(ground),
        *_places(ground),
        *_headlines(ground),
    )
    unique = {each.id: each for each in found if len(each.evidence) > 1}
    ordered = sorted(unique.values(), key=lambda each: (each.evidence, each.id))
    return replace(story, differences=tuple(ordered))


def _figures(ground: Ground) -> Iterator[Difference]:
    """Figures of the same noun, told of the same matter, that cannot both hold."""
    counting = [
        index
        for index, each in enumerate(ground.tellings)
        if each.quantities and not each.assertion.headline
    ]
    seen: set[tuple[str, str, str]] = set()
    for a, b in combinations(counting, 2):
        first, second = ground.tellings[a], ground.tellings[b]
        if first.report == second.report or not first.parties & second.parties:
            continue
        pair = next(_clashes(first, second), None)
        key = (*sorted((ground.claims[a], ground.claims[b])), pair[0].noun if pair else "")
        if pair and key not in seen and ground.wordings.likeness(a, b).score >= SAME_MATTER:
            seen.add((key[0], key[1], key[2]))
            yield _figure_difference(ground, pair, (a, b))


def _clashes(first: Telling, second: Telling) -> Iterator[tuple[Quantity, Quantity]]:
    for ours in first.quantities:
        for theirs in second.quantities:
            if clash(ours, theirs):
                yield ours, theirs


def _figure_difference(
    ground: Ground, pair: tuple[Quantity, Quantity], at: tuple[int, int]
) -> Difference:
    """The figures of both claims side by side; a count that grew is an update."""
    ours, theirs = pair
    sides = [
        Side(each.place, each.words, ground.claims[index])
        for claim in (ground.claims[at[0]], ground.claims[at[1]])
        for index in (*ground.members(claim), *at)
        for each in ground.tellings[index].quantities
        if each.noun == ours.noun and ground.claims[index] == claim
    ]
    soft = " (one of them is loose)" if is_soft(ours, theirs) else ""
    note = f"“{ours.words}” and “{theirs.words}”{soft}"
    reasons = (Reason("counted", 1.0, f"both count {ours.noun}"),)
    grew = any(
        grows(low, high) and ground.later(low.place.report, high.place.report)
        for low, high in (pair, (theirs, ours))
    )
    return difference(
        DifferenceKind.UPDATE if grew else DifferenceKind.NUMBER, sides, note, reasons
    )


def _days(ground: Ground) -> Iterator[Difference]:
    """Meetings whose time is told loosely by one and to the day by another, or on two days, or not yet agreed."""
    meetings = [
        index
        for index, each in enumerate(ground.tellings)
        if each.is_meeting and not each.assertion.headline
    ]
    earlier = [index for index in meetings if _is_open(ground.tellings[index])]
    fixed = [index for index in meetings if _is_fixed(ground.tellings[index])]
    by_day: dict[tuple[DifferenceKind, Interval], set[int]] = {}
    for a in earlier:
        told = [(kind, b) for b in fixed if (kind := _day_kind(ground, a, b)) is not None]
        if told:
            kind, b = max(
                told, key=lambda each: (ground.wordings.likeness(a, each[1]).score, -each[1])
            )
            by_day.setdefault((kind, _when(ground.tellings[b])), set()).update((a, b))
    for (kind, day), members in sorted(by_day.items()):
        claims = {ground.claims[index] for index in members}
        whole = sorted({each for claim in claims for each in ground.members(claim)} | members)
        yield _day_difference(ground, kind, day, whole)


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


def _day_kind(ground: Ground, a: int, b: int) -> DifferenceKind | None:
    """How the second telling, which names a day, stands to the first: an update, another date, or nothing."""
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
    return DifferenceKind.DATE if _moved(ground, a, b) else None


def _not_yet(telling: Telling) -> bool:
    """Whether a telling says that a meeting is not agreed or not fixed."""
    return telling.assertion.status is Status.NEGATED and telling.talks


def _moved(ground: Ground, a: int, b: int) -> bool:
    """Whether two reports give two days for what reads as one meeting, and neither of them tells of both days."""
    first, second = ground.tellings[a], ground.tellings[b]
    ours, theirs = _when(first), _when(second)
    if a > b or is_vague(ours) or ours.overlaps(theirs) or len(first.meeting_parties) < 2:  # noqa: PLR2004 - a meeting takes two
        return False
    told = {(each.report, each.assertion.days) for each in ground.tellings if each.is_meeting}
    both = (first.report, theirs) in told or (second.report, ours) in told
    return not both and ground.wordings.likeness(a, b).score >= SAME_MEETING


def _day_difference(
    ground: Ground, kind: DifferenceKind, day: Interval, members: Sequence[int]
) -> Difference:
    notes = {
        DifferenceKind.UPDATE: f"open or told loosely by some, on {shown(day)} by others",
        DifferenceKind.WHETHER: f"not agreed for some, on {shown(day)} for others",
        DifferenceKind.DATE: f"on {shown(day)}, and on another day",
    }
    reasons = (Reason("meeting", 1.0, "the same parties meet"),)
    return difference(kind, [ground.side(index) for index in members], notes[kind], reasons)


def _places(ground: Ground) -> Iterator[Difference]:
    """A place that one headline gives as fixed and elsewhere is only wished for or proposed."""
    for reading in ground.story.readings:
        headline = reading.report.headline
        for mention in lonely_places(reading, headline) if headline else ():
            name = mention.head.of(reading.text)
            wished = [
                index
                for index, each in enumerate(ground.tellings)
                if each.report != reading.report.id
                and not each.assertion.headline
                and each.assertion.status in AHEAD
                and name in each.words
            ]
            head = Citation(reading.report.id, mention.span)
            sides = [ground.side_at(head), *(ground.side(index) for index in wished)]
            note = f"“{name}” stands in the headline of one report alone; elsewhere it is not fixed"
            reasons = (Reason("place", 1.0, "its own body does not name it"),)
            yield difference(DifferenceKind.PLACE, sides, note, reasons)


def _headlines(ground: Ground) -> Iterator[Difference]:
    """What a headline tells more firmly than its body, or against it."""
    for reading in ground.story.readings:
        for finding in findings_of(reading, ground.parties):
            if finding.verdict not in ("overstated", "contradicted"):
                continue
            places = (finding.headline, *finding.body)
            sides = [ground.side_at(Citation(reading.report.id, span)) for span in places]
            reasons = (Reason("headline", 1.0, f"the headline is {finding.verdict} by its body"),)
            yield difference(DifferenceKind.OVERSTATED, sides, finding.note, reasons)
