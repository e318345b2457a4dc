"""The calendar: tellings of one meeting brought together, with who confirmed it and how firm it stands."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import Reading
from reportedly.model.span import Citation
from reportedly.model.story import CountOrigins, DateClaim, Meeting, Story
from reportedly.synthesis.appointments import Appointment, find_appointments, find_in_headline
from reportedly.synthesis.sides import Side, Sides

Group = list[Appointment]
FIRM = (Status.PLANNED, Status.HAPPENED, Status.ONGOING)
FLOATED = (Status.POSSIBLE, Status.PROPOSED, Status.DEMANDED, Status.PROMISED)


def find_meetings(story: Story, count: CountOrigins) -> Story:
    """Fill `meetings`: each holds tellings whose parties and days agree, never two different days."""
    sides = Sides(story)
    local = [group for reading in story.readings for group in _in_report(reading, sides)]
    groups: list[Group] = []
    for group in sorted(local, key=_specificity):
        _merge(group, groups)
    meetings = (_meeting(story, group, count) for group in groups if _tells_enough(group))
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
    return (not _exact_days(group), -len(_parties(group)), min(each.citation for each in group))


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
    parties = _parties(group)
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
    parties = _parties(group)
    same_day = each.is_exact and any(each.days == other.days for other in group)
    known_day = each.days is not None and any(other.days is not None for other in group)
    return (not same_day, not known_day, len(parties ^ each.parties))


def _parties(group: Group) -> frozenset[Side]:
    return frozenset[Side]().union(*(each.parties for each in group))


def _merge(group: Group, groups: list[Group]) -> None:
    """Add one report's meeting to the story's: the same parties (or a pair of them) and days that agree."""
    fitting = [
        other
        for other in groups
        if all(_days_agree(a.days, b.days) for a in group for b in other)
        and _one_meeting(_parties(group), _parties(other))
    ]
    exact = [other for other in fitting if _exact_days(other) & _exact_days(group)]
    chosen = exact or [other for other in fitting if _parties(other) == _parties(group)] or fitting
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
    """A meeting has a day or a time, and somebody who meets; a bare "the talks" is none."""
    return bool(_parties(group)) and any(each.days for each in group)


def _calendar_order(meeting: Meeting) -> tuple[bool, str, str]:
    days = meeting.days
    return (days is None, days.first.isoformat() if days else "", meeting.id)


def _meeting(story: Story, group: Group, count: CountOrigins) -> Meeting:
    ordered = sorted(group, key=lambda each: (each.voice.headline, each.citation))
    parties = sorted(_parties(group))
    confirming = _confirming(ordered)
    dates = tuple(
        DateClaim(
            Citation(each.citation.report, each.when),
            each.days,
            each.voice.status,
            each.voice.holder,
        )
        for each in ordered
        if each.when
    )
    evidence = tuple(each.citation for each in ordered)
    return Meeting(
        id=f"m{_stamp(evidence[0])}",
        name=story.text_of(_clearest(ordered).citation),
        parties=tuple(side.name for side in parties),
        party_entities=tuple(side.entity for side in parties),
        days=_days(ordered),
        dates=dates,
        place=next((_place_name(story, each) for each in ordered if _fixes_place(each)), None),
        places=tuple(Citation(each.citation.report, each.place) for each in ordered if each.place),
        host=next((each.host.name for each in ordered if each.host), None),
        status=_status(ordered, confirming),
        confirmed_by=tuple(dict.fromkeys(each.voice.holder for each in confirming)),
        confirmations=tuple(each.citation for each in confirming),
        claims=tuple(
            claim.id
            for claim in story.claims
            if any(
                c.span.matches(e.span) and c.report == e.report
                for c in claim.evidence
                for e in evidence
            )
        ),
        evidence=evidence,
        counts=count(story, [each.voice for each in ordered]),
    )


def _stamp(citation: Citation) -> str:
    return f"{citation.report[:8]}{citation.span.start}"


def _place_name(story: Story, each: Appointment) -> str | None:
    return each.place.of(story.reading(each.citation.report).text) if each.place else None


def _fixes_place(each: Appointment) -> bool:
    """Whether a body says firmly where: a hope or a headline fixes no place."""
    return each.place is not None and not each.voice.headline and each.voice.status in FIRM


def _clearest(group: Group) -> Appointment:
    """The telling shown first: from a body, with a day, firm, with most parties."""
    return min(
        group,
        key=lambda each: (
            each.voice.headline,
            not each.is_exact,
            each.voice.status not in FIRM,
            -len(each.parties),
            each.citation,
        ),
    )


def _days(group: Group) -> Interval | None:
    """The days that all tellings allow; the narrowest one where they leave none."""
    known = sorted((each.days for each in group if each.days), key=lambda days: days.days)
    return known[0] if known else None


def _confirming(group: Group) -> Group:
    """Tellings in which a party's own voice says firmly that it takes place, or confirms it."""
    return [
        each
        for each in group
        if not each.voice.headline
        and each.teller is not None
        and each.voice.status in FIRM
        and each.is_exact
    ]


def _status(group: Group, confirming: Sequence[Appointment]) -> str:
    """How firm the meeting stands, by its firmest body telling; a headline decides nothing."""
    body = [each for each in group if not each.voice.headline] or group
    statuses = {each.voice.status for each in body}
    parties = _parties(group)
    tellers = {each.teller for each in confirming if each.teller in parties}
    both = 2
    if statuses & {Status.HAPPENED, Status.ONGOING}:
        return "held"
    if len(tellers) >= both:
        return "confirmed by both sides"
    if Status.PLANNED in statuses:
        return "confirmed by one side" if any(each.confirms for each in confirming) else "scheduled"
    if statuses & {Status.DENIED, Status.NEGATED} and not statuses & set(FLOATED):
        return "denied"
    return "likely" if any(each.likely for each in body) else "floated"
