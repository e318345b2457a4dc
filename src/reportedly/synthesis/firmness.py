"""How firm a meeting stands: by whom it is told for which day, who confirmed it, whether a place is fixed."""

from collections.abc import Sequence

from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.span import Citation
from reportedly.model.story import CountOrigins, DateClaim, Meeting, Story
from reportedly.synthesis.appointments import Appointment
from reportedly.synthesis.sides import Side

Group = list[Appointment]
FIRM = (Status.PLANNED, Status.HAPPENED, Status.ONGOING)
FLOATED = (Status.POSSIBLE, Status.PROPOSED, Status.DEMANDED, Status.PROMISED)


def parties_of(group: Group) -> frozenset[Side]:
    """Everybody who is told to take part."""
    return frozenset[Side]().union(*(each.parties for each in group))


def make_meeting(story: Story, group: Group, count: CountOrigins) -> Meeting:
    """The record of a meeting: its day, place and status from the firmest tellings, all others kept as dates told."""
    ordered = sorted(group, key=lambda each: (each.voice.headline, each.citation))
    parties = sorted(parties_of(group))
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
        confirmed_by=_confirmed_by(story, confirming),
        confirmations=tuple(each.citation for each in confirming),
        claims=_claims_at(story, evidence),
        evidence=evidence,
        counts=count(story, [each.voice for each in _of_the_day(ordered)]),
    )


def _claims_at(story: Story, evidence: Sequence[Citation]) -> tuple[str, ...]:
    """The claims that these places tell."""
    return tuple(
        claim.id
        for claim in story.claims
        if any(
            told.report == each.report and told.span.matches(each.span)
            for told in claim.evidence
            for each in evidence
        )
    )


def _of_the_day(group: Group) -> Group:
    """The tellings that name the meeting's day; all of them where none does. Only they stand behind the day."""
    exact = [each for each in group if each.is_exact and not each.voice.headline]
    return exact or group


def _confirmed_by(story: Story, confirming: Group) -> tuple[str, ...]:
    """Each who confirmed, once; without a relay where some report has it without."""
    found: dict[str, str] = {}
    for each in confirming:
        told = _told_by(story, each)
        holder = each.voice.holder
        found[holder] = min(found.get(holder, told), told, key=len)
    return tuple(found.values())


def _told_by(story: Story, each: Appointment) -> str:
    """Who told it, and through whom: "the foreign ministry (via RIA)"."""
    if each.voice.assertion < 0:
        return each.voice.holder
    reading = story.reading(each.citation.report)
    chain = reading.assertions[each.voice.assertion].chain
    return f"{each.voice.holder} (via {', '.join(chain)})" if chain else each.voice.holder


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
    """Tellings in which a party's own voice says firmly that it takes place that day, or confirms "the talks".

    Where a person of unknown side takes part, whoever says it firmly may speak for them.
    """
    parties = parties_of(group)
    unattached = any(side.key == side.entity for side in parties)
    return [
        each
        for each in group
        if not each.voice.headline
        and each.teller is not None
        and (each.teller in parties or unattached)
        and ((each.is_exact and each.voice.status in FIRM) or (each.confirms and _stands(each)))
    ]


def _stands(each: Appointment) -> bool:
    """Whether what is confirmed is that it takes place, on whatever day."""
    return each.days is None and each.voice.status not in (Status.DENIED, Status.NEGATED)


def _status(group: Group, confirming: Sequence[Appointment]) -> str:
    """How firm the meeting stands, by its firmest body telling; a headline decides nothing."""
    body = [each for each in group if not each.voice.headline] or group
    exact = any(each.is_exact for each in body)
    statuses = {
        each.voice.status
        for each in body
        if each.is_exact or not exact or not each.voice.status.is_fact
    }
    parties = parties_of(group)
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
