"""Claims: assertions of one or more reports that tell one thing, with everybody who tells it.

Candidates are pairs in one aligned passage, pairs that share a rare word, and in small stories all pairs. A pair is
one claim when nothing forbids it (`comparison.conflict`) and words, act and parties agree enough.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from reportedly.linking.comparison import Telling, is_vague
from reportedly.linking.grouping import group, ruling_of
from reportedly.linking.origins import count_origins
from reportedly.linking.pairing import Pairing, tellings_of, wordings_of
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.places import aligned_places
from reportedly.linking.wording import wording_of
from reportedly.model.correction import CorrectionKind
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Argument
from reportedly.model.span import Reason
from reportedly.model.story import Claim, Story, Voice

LINE = 160  # characters up to which a longer telling is a clearer one

_ADVERSE = frozenset({Act.ASSAULT, Act.COERCE, Act.MOBILIZE})
_FIRMEST = (
    Status.DENIED,
    Status.NEGATED,
    Status.PLANNED,
    Status.PROMISED,
    Status.THREATENED,
    Status.DEMANDED,
    Status.PROPOSED,
    Status.ALLEGED,
    Status.POSSIBLE,
)


def group_claims(story: Story) -> Story:
    """Fill `claims`: every assertion of every reading belongs to exactly one."""
    parties = parties_of(story)
    tellings = tellings_of(story, parties)
    pairing = Pairing(tellings, wordings_of(tellings), aligned_places(story))
    ruling = ruling_of(
        story,
        [(each.place,) for each in tellings],
        CorrectionKind.SAME_CLAIM,
        CorrectionKind.DIFFERENT_CLAIM,
    )
    links = tuple(pairing.links())
    claims = []
    for members in group(len(tellings), links, ruling, pairing.may_join):
        inside = frozenset(members)
        reasons = [each for link in links if {link.a, link.b} <= inside for each in link.reasons]
        chosen = [tellings[index] for index in members]
        claims.append(_claim(story, chosen, tuple(dict.fromkeys(reasons)), parties))
    return replace(story, claims=tuple(claims))


def _claim(
    story: Story, tellings: Sequence[Telling], reasons: tuple[Reason, ...], parties: Parties
) -> Claim:
    clearest = clearest_of(tellings)
    voices = tuple(_voice(each, parties) for each in tellings)
    actors = _party(tellings, clearest, recipients=False)
    recipients = _party(tellings, clearest, recipients=True)
    return Claim(
        id=_id(tellings[0]),
        gist=clearest.words,
        kind=clearest.assertion.kind,
        act=clearest.assertion.act,
        status=status_of(tellings),
        actors=_names(actors, parties),
        recipients=_names(recipients, parties),
        actor_entities=_entities(actors, parties),
        recipient_entities=_entities(recipients, parties),
        days=_days(tellings),
        place=_place(tellings, clearest),
        voices=voices,
        evidence=tuple(dict.fromkeys(each.place for each in tellings)),
        counts=count_origins(story, voices),
        reasons=reasons or (Reason("single", 1.0, "told once"),),
    )


def _id(first: Telling) -> str:
    key = f"{first.report}:{first.place.span.start}-{first.place.span.end}:{first.index}"
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:12]


def clearest_of(tellings: Sequence[Telling]) -> Telling:
    """The telling to show: of a body, with doer, day and figure, the longer the better up to a line's length."""

    def clarity(telling: Telling) -> tuple[bool, bool, int, int, int]:
        assertion = telling.assertion
        known = bool(assertion.actors) + bool(assertion.recipients)
        details = bool(assertion.days) + bool(assertion.figures) + bool(assertion.place)
        length = min(len(telling.words), LINE)
        return (not assertion.headline, _names_doer(telling), known, details, length)

    return max(tellings, key=clarity)


def _names_doer(telling: Telling) -> bool:
    """Whether its own words name who does it, and not by a pronoun."""
    return any(
        telling.place.span.contains(actor.span)
        and bool(wording_of(telling.reading, (actor.span,)).content)
        for actor in telling.assertion.actors
    )


def status_of(tellings: Sequence[Telling]) -> Status:
    """The status all together support: a fact only where each body tells a fact, else the firmest below it.

    What only a headline tells as a fact is no more than alleged.
    """
    bodies = {_held(each) for each in tellings if not each.assertion.headline}
    if not bodies:
        heads = {each.assertion.status for each in tellings}
        bodies = {Status.ALLEGED if each.is_fact else each for each in heads}
    below = [status for status in _FIRMEST if status in bodies]
    if below:
        return below[0]
    facts = (Status.HISTORICAL, Status.ONGOING, Status.HAPPENED)
    return next(each for each in facts if each in bodies)


def _held(telling: Telling) -> Status:
    """The status of a telling; what one side says that another did to somebody is alleged."""
    assertion = telling.assertion
    other = telling.holder not in telling.actors if telling.holder else False
    if assertion.holder and assertion.act in _ADVERSE and other and assertion.status.is_fact:
        return Status.ALLEGED
    return assertion.status


def _voice(telling: Telling, parties: Parties) -> Voice:
    holder = telling.assertion.holder
    return Voice(
        citation=telling.place,
        assertion=telling.index,
        holder=holder.name if holder else "",
        entity=parties.entity_id(telling.report, holder.entity) if holder else "",
        status=telling.assertion.status,
        headline=telling.assertion.headline,
    )


def _party(
    tellings: Sequence[Telling], clearest: Telling, *, recipients: bool
) -> tuple[tuple[str, Argument], ...]:
    """The parties of the clearest telling, else of the first that names any, each with its report."""
    for telling in (clearest, *tellings):
        assertion = telling.assertion
        arguments = assertion.recipients if recipients else assertion.actors
        if arguments:
            return tuple((telling.report, each) for each in arguments)
    return ()


def _names(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties.name_of(report, each) for report, each in arguments))


def _entities(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    found = (parties.entity_id(report, each.entity) for report, each in arguments)
    return tuple(dict.fromkeys(each for each in found if each))


def _days(tellings: Sequence[Telling]) -> Interval | None:
    """The narrowest stretch that a body names, else a headline."""
    for headline in (False, True):
        named = [
            each.assertion.days
            for each in tellings
            if each.assertion.days and each.assertion.headline is headline
        ]
        if named:
            return min(named, key=lambda days: (is_vague(days), days.days, days))
    return None


def _place(tellings: Sequence[Telling], clearest: Telling) -> str | None:
    """The place that the clearest telling names, else another body."""
    for telling in (clearest, *tellings):
        place = telling.assertion.place
        if place is not None and not telling.assertion.headline:
            return place.of(telling.reading.text)
    return None
