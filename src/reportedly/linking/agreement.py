"""What speaks for two tellings being one: the same meeting, the same act of speech, the same who and whom."""

from reportedly.linking.comparison import AHEAD, MUTUAL, Telling, is_vague, mutual_conflict
from reportedly.model.ontology import Status
from reportedly.model.reading import AssertionKind

_SPEECH = frozenset({AssertionKind.DEMAND, AssertionKind.DENIAL, AssertionKind.THREAT})


def same_appointment(first: Telling, second: Telling) -> bool:
    """Whether both tell of a meeting on one and the same day with the same parties, as far as they name them."""
    ours, theirs = first.assertion.days, second.assertion.days
    if ours is None or ours != theirs or is_vague(ours):
        return False
    parties = first.meeting_parties, second.meeting_parties
    return (
        first.is_meeting
        and second.is_meeting
        and {first.assertion.status, second.assertion.status} <= AHEAD
        and bool(parties[0] & parties[1])
        and mutual_conflict(*parties) is None
    )


def same_outlook(first: Telling, second: Telling) -> bool:
    """Whether both tell of a meeting to come between the same two or more parties, and neither names the day."""
    tellings = (first, second)
    return (
        first.meeting_parties == second.meeting_parties
        and len(first.meeting_parties) > 1
        and all(each.is_meeting and each.assertion.status in AHEAD for each in tellings)
        and not any(each.assertion.days and not is_vague(each.assertion.days) for each in tellings)
    )


def same_speech_act(first: Telling, second: Telling) -> bool:
    """Whether one side denies, demands or threatens in both, or accuses the same other side."""
    ours, theirs = first.assertion.kind, second.assertion.kind
    if ours is not theirs or not first.actors & second.actors:
        return False
    accused = ours is AssertionKind.ACCUSATION and bool(first.holder)
    return ours in _SPEECH or (accused and first.holder == second.holder)


def is_charge_beside_fact(first: Telling, second: Telling) -> bool:
    """Whether one tells what somebody is charged with, and another speaker tells a fact."""
    ours, theirs = first.assertion.status, second.assertion.status
    charged = (ours is Status.ALLEGED) != (theirs is Status.ALLEGED)
    return charged and (ours.is_fact or theirs.is_fact) and first.holder != second.holder


def family_score(first: Telling, second: Telling) -> float:
    """How well acts and parties agree, 0 to 1: half for the act, a quarter each for who and whom."""
    act = 0.5 if first.assertion.act is second.assertion.act else 0.0
    if {first.assertion.act, second.assertion.act} <= MUTUAL:
        return act + (0.5 if first.parties & second.parties else 0.0)
    who = 0.25 if first.actors & second.actors else 0.0
    whom = 0.25 if first.recipients & second.recipients else 0.0
    return act + who + whom
