"""The calendar: tellings of one meeting brought together, with who confirmed it and how firm it stands."""

from dataclasses import replace

from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import Reading
from reportedly.model.span import Citation
from reportedly.model.story import CountOrigins, Meeting, Story
from reportedly.synthesis.appointments import Appointment, find_appointments, find_in_headline
from reportedly.synthesis.firmness import Group, make_meeting, parties_of
from reportedly.synthesis.sides import Side, Sides


def find_meetings(story: Story, count: CountOrigins) -> Story:
    """Fill `meetings`: each holds tellings whose parties and days agree, never two different days."""
    sides = Sides(story)
    local = [group for reading in story.readings for group in _in_report(reading, sides)]
    groups: list[Group] = []
    for group in sorted(local, key=_specificity):
        _merge(group, groups)
    meetings = (make_meeting(story, group, count) for group in groups if _tells_enough(group))
    return replace(story, meetings=tuple(sorted(meetings, key=_calendar_order)))


def _in_report(reading: Reading, sides: Sides) -> list[Group]:
    """The meetings of one report."""
    groups: list[Group] = []
    for each in _specific_first(list(find_appointments(reading, sides))):
        _place(each, groups)
    for group in groups:
        group.extend(find_in_headline(reading, group, sides))
    return groups


def _specificity(group: Group) -> tuple[bool, int, Citation]:
    """Meetings with a day and most parties first."""
    return (not _exact_days(group), -len(parties_of(group)), min(each.citation for each in group))


def _specific_first(found: list[Appointment]) -> list[Appointment]:
    """Those with a day and parties first, so that vaguer ones find their meeting."""
    return sorted(
        found,
        key=lambda each: (not each.is_exact, -len(each.parties), each.citation),
    )


def _place(each: Appointment, groups: list[Group]) -> None:
    fitting = [group for group in groups if _fits(each, group)]
    best = _closest(each, fitting)
    if best is not None:
        best.append(each)
    else:
        groups.append([each])


def _fits(each: Appointment, group: Group) -> bool:
    """Parties of one lie within those of the other, and no day speaks against it."""
    parties = parties_of(group)
    same_parties = each.parties <= parties or parties <= each.parties
    return same_parties and all(_days_agree(each.days, other.days) for other in group)


def _days_agree(a: Interval | None, b: Interval | None) -> bool:
    return a is None or b is None or a.overlaps(b)


def _closest(each: Appointment, groups: list[Group]) -> Group | None:
    """The group that shares most parties; None where two fit equally and nothing tells them apart."""
    if not groups:
        return None
    ranked = sorted(groups, key=lambda group: _distance(each, group))
    if len(ranked) > 1 and _distance(each, ranked[0]) == _distance(each, ranked[1]):
        return None
    return ranked[0]


def _distance(each: Appointment, group: Group) -> tuple[bool, bool, int]:
    parties = parties_of(group)
    same_day = each.is_exact and any(each.days == other.days for other in group)
    known_day = each.days is not None and any(other.days is not None for other in group)
    return (not same_day, not known_day, len(parties ^ each.parties))


def _merge(group: Group, groups: list[Group]) -> None:
    """Add one report's meeting to the story's: the same parties (or a pair of them) and days that agree."""
    fitting = [
        other
        for other in groups
        if all(_days_agree(a.days, b.days) for a in group for b in other)
        and _one_meeting(parties_of(group), parties_of(other))
        and (parties_of(group) or _exact_days(other) & _exact_days(group))
    ]
    exact = [other for other in fitting if _exact_days(other) & _exact_days(group)]
    chosen = (
        exact or [other for other in fitting if parties_of(other) == parties_of(group)] or fitting
    )
    if len(chosen) == 1:
        chosen[0].extend(group)
    else:
        groups.append(group)


def _one_meeting(a: frozenset[Side], b: frozenset[Side]) -> bool:
    pair = 2
    return a == b or (min(len(a), len(b)) >= pair and (a <= b or b <= a))


def _exact_days(group: Group) -> frozenset[Interval]:
    return frozenset(each.days for each in group if each.is_exact and each.days)


def _tells_enough(group: Group) -> bool:
    """A meeting has a time and somebody who meets, or at least a day for which a body plans it."""
    if parties_of(group):
        return any(each.days for each in group)
    return any(
        each.is_exact and each.voice.status is Status.PLANNED and not each.voice.headline
        for each in group
    )


def _calendar_order(meeting: Meeting) -> tuple[bool, str, str]:
    days = meeting.days
    return (days is None, days.first.isoformat() if days else "", meeting.id)
